/** A week: five days beside each other on a desk, under each other on a phone; the weekend where there is something. */
import { html } from "../../lib/htm.js";
import { ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { addDays, dayOf, weekday } from "../absences/days.js";
import { Filters, shown } from "./filter.js";
import { Lines } from "./lines.js";
import { Actions, Views } from "./view.js";
import { dayNumber, dayTitle, shortMonth, weekdayOf } from "./when.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** @param {{params: Record<string, string>}} props */
export function WeekView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const today = dayOf(Date.now());
  const day = isDay(params.day) ? params.day : today;
  const monday = addDays(day, 1 - weekday(day));
  const sunday = addDays(monday, 6);
  const lines = shown(monday, sunday);
  const on = (/** @type {string} */ one) => lines.filter(({ at }) => at.day <= one && at.until >= one);
  const days = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count)).filter((one, at) => at < 5 || on(one).length);
  const title = t("calendar-week-of", { from: `${dayNumber(monday)} ${shortMonth(monday)}`, until: `${dayNumber(sunday)} ${shortMonth(sunday)}` });
  return html`<${Page} title=${title} actions=${html`<${Actions} here=${here} />`} wide>
    <${Views} chosen=${`/calendar/week/${day}`} day=${day} /><${Filters} here=${here} />
    <div class="row between no-print"><${ButtonLink} kind="quiet" icon="back" href=${`/calendar/week/${addDays(monday, -7)}`}>${t("calendar-week-before")}<//>
      <${ButtonLink} kind="quiet" href=${`/calendar/week/${addDays(monday, 7)}`}>${t("calendar-week-after")}<//></div>
    <ol class=${`days of-${days.length}`}>${days.map((one) => html`<li key=${one} class=${one === today ? "today" : ""}>
      <h2 aria-label=${dayTitle(one)}><span>${weekdayOf(one)}</span> <span class="figures">${dayNumber(one)}</span></h2>
      ${on(one).length ? html`<${Lines} lines=${on(one)} label=${dayTitle(one)} />` : html`<p class="muted small">${t("calendar-nothing")}</p>`}</li>`)}</ol><//>`;
}

/** @param {string} day */
function isDay(day) {
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
}
