/** Calendar: what happens at school, in a group and at home, and when. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function CalendarView() {
  return html`<${Page} title=${t("calendar")} /> `;
}
