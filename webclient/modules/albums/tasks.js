/** Photos that a family had withheld, for staff. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function TasksView() {
  return html`<${Page} title=${t("album-tasks")} back="/albums" />`;
}
