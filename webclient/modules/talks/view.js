/** Talks: rounds of conversations between families and teachers. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function TalksView() {
  return html`<${Page} title=${t("talks")} /> `;
}
