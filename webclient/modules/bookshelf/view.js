/** Bookshelf: books with files. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function BookshelfView() {
  return html`<${Page} title=${t("bookshelf")} />`;
}
