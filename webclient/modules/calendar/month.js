/** A month as a grid of days, with what there is on the day that is chosen below it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { addDays, dayOf, weekday } from "../absences/days.js";
import { Filters, shown } from "./filter.js";
import { Lines } from "./lines.js";
import { Actions, Views } from "./view.js";
import { addMonths, dayNumber, dayTitle, monthTitle, weekdayOf } from "./when.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Line} Line */

/** How many titles fit in a day. */
const FIT = 3;

/** @param {{params: Record<string, string>}} props */
export function MonthView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const today = dayOf(Date.now());
  const month = /^\d{4}-\d\d$/.test(params.month) ? params.month : today.slice(0, 7);
  const days = daysOf(month);
  const [chosen, choose] = useState(today.startsWith(month) ? today : `${month}-01`);
  const lines = shown(days[0], days[days.length - 1]);
  return html`<${Page} title=${monthTitle(month)} actions=${html`<${Actions} here=${here} />`} wide><div class="month-page">
    <${Views} chosen=${`/calendar/month/${chosen.slice(0, 7)}`} day=${chosen} /><${Filters} here=${here} />
    <div class="row between no-print"><${ButtonLink} kind="quiet" icon="back" href=${`/calendar/month/${addMonths(month, -1)}`}>${monthTitle(addMonths(month, -1))}<//>
      <${ButtonLink} kind="quiet" href=${`/calendar/month/${addMonths(month, 1)}`}>${monthTitle(addMonths(month, 1))}<//></div>
    <table class="month-table"><caption class="sr-only">${monthTitle(month)}</caption>
      <thead><tr>${days.slice(0, 7).map((day) => html`<th key=${day} scope="col"><abbr title=${weekdayOf(day, "long")}>${weekdayOf(day)}</abbr></th>`)}</tr></thead>
      <tbody>${weeksOf(days).map((week) => html`<tr key=${week[0]}>${week.map((day) => html`<${Day} key=${day} day=${day} month=${month} lines=${lines.filter(({ at }) => at.day <= day && at.until >= day)} chosen=${chosen === day} today=${day === today} choose=${choose} />`)}</tr>`)}</tbody></table>
    <section class="no-print chosen-day"><h2>${dayTitle(chosen)}</h2><${OnDay} lines=${lines.filter(({ at }) => at.day <= chosen && at.until >= chosen)} day=${chosen} /></section></div><//>`;
}

/** @param {{lines: Line[], day: string}} props */
function OnDay({ lines, day }) {
  return lines.length ? html`<${Lines} lines=${lines} label=${dayTitle(day)} />` : html`<p class="muted">${t("calendar-nothing")}</p>`;
}

/** @param {{day: string, month: string, lines: Line[], chosen: boolean, today: boolean, choose: (day: string) => void}} props */
function Day({ day, month, lines, chosen, today, choose }) {
  const look = `${day.startsWith(month) ? "" : "other"} ${lines.some((line) => line.category === "free" && !line.at.cancelled) ? "free" : ""}`;
  const more = lines.length - FIT;
  return html`<td class=${look}>
    <button type="button" class="month-day" aria-pressed=${chosen ? "true" : "false"} aria-current=${today ? "date" : undefined} onClick=${() => choose(day)}>
      <span class="figures" aria-hidden="true">${dayNumber(day)}</span><span class="sr-only">${dayTitle(day)}, ${t("calendar-count", { count: lines.length })}</span>
      <span class="dots" aria-hidden="true">${lines.slice(0, FIT).map((line) => html`<span key=${line.key} class=${`dot-of is-${line.category}`}></span>`)}</span></button>
    <ul class="in-day">${lines.slice(0, FIT).map((line) => html`<li key=${line.key}><a class=${`chip-of is-${line.category} ${line.at.cancelled ? "off" : ""}`} href=${line.href}>${line.at.start && line.at.day === day ? `${line.at.start} ` : ""}${line.title}${line.of?.other ? ` · ${line.of.name}` : ""}</a></li>`)}
      ${more > 0 && html`<li><${Button} kind="quiet" onPress=${() => choose(day)}>${t("calendar-more", { count: more })}<//></li>`}</ul></td>`;
}

/** Whole weeks around a month, from Monday. @param {string} month @returns {string[]} */
function daysOf(month) {
  const first = `${month}-01`;
  const monday = addDays(first, 1 - weekday(first));
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const found = [];
  for (let day = monday; day <= addDays(last, 7 - weekday(last)); day = addDays(day, 1)) found.push(day);
  return found;
}

/** @param {string[]} days @returns {string[][]} */
function weeksOf(days) {
  return Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
}
