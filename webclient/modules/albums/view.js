/** Albums: photos and short films of a group. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function AlbumsView() {
  return html`<${Page} title=${t("albums")} />`;
}
