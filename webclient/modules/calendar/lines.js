/** Lines of the agenda as they stand in lists: time, title, place, whose it is; what changed beside what it was. */
import { html } from "../../lib/htm.js";
import { date, listed, t } from "../../ui/locale.js";
import { SchoolTag } from "../../ui/schools.js";
import { session } from "../../ui/state.js";
import { noon } from "../absences/days.js";
import { ownChildren } from "../people/model.js";
import { namesOf } from "./calendars.js";
import { clock, dayNumber, dayTitle, shortMonth, weekdayOf } from "./when.js";

/** @typedef {import("./model.js").Line} Line */
/** @typedef {import("../../sync/session.js").Session} Session */

/** Days with what there is on each; what began before stands on the first. @param {{lines: Line[], first: string}} props */
export function Days({ lines, first }) {
  const say = whose(/** @type {Session} */ (session.value));
  const days = new Map(/** @type {[string, Line[]][]} */ ([]));
  for (const line of lines) {
    const day = line.at.day < first ? first : line.at.day;
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return html`<ol class="agenda">${[...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, found]) => html`<li key=${day} class="agenda-day">
    <h2><span class="leaf" aria-hidden="true"><span>${weekdayOf(day)}</span><strong class="figures">${dayNumber(day)}</strong><span>${shortMonth(day)}</span></span><span class="day-words">${dayTitle(day)}</span></h2>
    <${Lines} lines=${found} label=${dayTitle(day)} say=${say} /></li>`)}</ol>`;
}

/** @param {{lines: Line[], label: string, say?: (line: Line) => string}} props `say`: whose a line is */
export function Lines({ lines, label, say = whose(/** @type {Session} */ (session.value)) }) {
  return html`<ul class="events" aria-label=${label}>${lines.map((line) => html`<li key=${line.key}><${LineCard} line=${line} about=${line.about ?? say(line)} /></li>`)}</ul>`;
}

/** @param {{line: Line, about: string}} props */
function LineCard({ line, about }) {
  const { at, title, category, reason } = line;
  return html`<a class=${`event is-${category} ${at.cancelled ? "off" : ""}`} href=${line.href}>
    <span class="event-time figures"><${Times} line=${line} /></span>
    <span class="words"><span class="title">${at.cancelled ? html`<s>${title}</s>` : title}</span>
      <span class="about">${[at.place, about].filter(Boolean).join(" · ")}</span>
      <${Marks} line=${line} /><${Clash} line=${line} />${reason && html`<span class="reason">${reason}</span>`}</span></a>`;
}

/** The time, with the old one struck where it changed. @param {{line: Line}} props */
export function Times({ line: { at, was } }) {
  const now = at.until > at.day && !at.start ? t("calendar-until", { day: date(noon(at.until)) }) : clock(at);
  const before = was && !at.cancelled ? [was.day !== at.day && date(noon(was.day)), clock(/** @type {any} */ (was)) !== clock(at) && clock(/** @type {any} */ (was))].filter(Boolean).join(" ") : "";
  return html`${before && html`<del><span class="sr-only">${t("calendar-was")} </span>${before}</del>`}<span>${now}</span>`;
}

/** What must be seen at once. @param {{line: Line}} props */
export function Marks({ line: { at, was, category, item, title, of } }) {
  const place = was && was.place !== at.place && was.place;
  return html`<span class="marks"><${SchoolTag} of=${of} />${at.cancelled && html`<span class="tag stop">${t("calendar-off")}</span>`}
    ${was && !at.cancelled && html`<span class="tag care">${t("calendar-changed")}</span>`}
    ${place && !at.cancelled && html`<del><span class="sr-only">${t("calendar-was")} </span>${place}</del>`}
    ${!["event", "other"].includes(category) && !title.toLowerCase().includes(t(`category-${category}`).toLowerCase()) && html`<span class="tag">${t(`category-${category}`)}</span>`}
    ${item?.body.asks === "rsvp" && !at.cancelled && html`<span class="tag">${t("calendar-asks")}</span>`}</span>`;
}

/** What another school has at the same time. @param {{line: Line}} props */
function Clash({ line: { clash = [] } }) {
  return html`${clash.map((one) => html`<span key=${one.key} class="clash">${t("two-clash-with", { title: one.title, school: one.of?.name ?? "", time: clock(one.at) })}</span>`)}`;
}

/** Whose a line is, looked up once for a screen: the children it is about where there are more, else the calendars. @param {Session} here @returns {(line: Line) => string} */
export function whose(here) {
  const own = ownChildren(here);
  const names = namesOf(here);
  return ({ circles, children }) => {
    const some = own.filter((child) => children.includes(child.circle)).map((child) => child.first);
    return listed(own.length > 1 && some.length && some.length < own.length ? some : [...new Set(circles.map(names))]);
  };
}
