/** Lunch: who stays over, what the lunch team has to know, cards and balance. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";

export function LunchView() {
  return html`<${Page} title=${t("lunch")} /> `;
}
