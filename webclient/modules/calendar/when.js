/** Days and times of the calendar in words; a day is a day in Amsterdam, whatever the phone's own zone. */
import { date, language, t } from "../../ui/locale.js";
import { addDays, dayOf, noon } from "../absences/days.js";

/** @typedef {import("../../sync/occurrences.js").Occurrence} Occurrence */

/** "08:30 – 12:00", "08:30", or that it is the whole day. @param {{start: string, end: string}} at */
export function clock({ start, end }) {
  if (!start) return t("calendar-whole-day");
  return end ? `${start} – ${end}` : start;
}

/** Day or days, and the time. @param {{day: string, until: string, start: string, end: string}} at */
export function span({ day, until, start, end }) {
  const first = date(noon(day));
  if (!until || until === day) return start ? `${first}, ${clock({ start, end })}` : first;
  const last = date(noon(until));
  return start ? `${first} ${start} – ${last} ${end}` : `${first} – ${last}`;
}

/** "vandaag", "morgen", or the day in full. @param {string} day */
export function dayTitle(day) {
  const today = dayOf(Date.now());
  const full = words(day, { weekday: "long", day: "numeric", month: "long" });
  if (day === today) return t("calendar-today", { day: full });
  return day === addDays(today, 1) ? t("calendar-tomorrow", { day: full }) : full;
}

/** @param {string} month "YYYY-MM" */
export function monthTitle(month) {
  const name = words(`${month}-01`, { month: "long", year: "numeric" });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param {string} day */
export function dayNumber(day) {
  return String(Number(day.slice(8)));
}

/** @param {string} day @param {"short" | "long"} [length] */
export function weekdayOf(day, length = "short") {
  return words(day, { weekday: length });
}

/** @param {string} day */
export function shortMonth(day) {
  return words(day, { month: "short" });
}

/** A month earlier or later. @param {string} month "YYYY-MM" @param {number} count */
export function addMonths(month, count) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The last day of the school year that a day is in. @param {string} day */
export function endOfYear(day) {
  return day.slice(5) < "08" ? `${day.slice(0, 4)}-07-31` : `${Number(day.slice(0, 4)) + 1}-07-31`;
}

/** How it repeats, in words. @param {{every: string, step: number, until: string}} repeat */
export function repeating({ every, step, until }) {
  return t(`calendar-every-${every}`, { step, until: date(noon(until)) });
}

/** @param {string} day @param {Intl.DateTimeFormatOptions} how */
function words(day, how) {
  return new Intl.DateTimeFormat(language.value, { ...how, timeZone: "UTC" }).format(noon(day));
}
