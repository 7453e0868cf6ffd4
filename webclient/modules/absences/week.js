/** A week as a strip of five days: there, absent, or a part of the day; a word for each, not a colour alone. */
import { html } from "../../lib/htm.js";
import { t, weekdayName } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { absentOn } from "./model.js";
import { noon, schoolWeek } from "./days.js";

/** @param {{here: import("../../sync/session.js").Session, child: string, day: string}} props */
export function Week({ here, child, day }) {
  void version.value;
  return html`<ol class="week" aria-label=${t("absence-week")}>${schoolWeek(day).map((one) => {
    const found = absentOn(here, child, one);
    const part = found.length > 0 && found.every((item) => item.body.start || item.body.end);
    const look = found.length ? (part ? "part" : "absent") : "";
    return html`<li key=${one} class=${look} aria-current=${one === day ? "date" : undefined}><span>${weekdayName(noon(one))}</span>
      <span class="sr-only">${found.length ? t(part ? "week-part" : "week-absent") : t("week-there")}</span></li>`;
  })}</ol>`;
}
