/** School days as "YYYY-MM-DD" in the school's own time zone: whatever the phone's, a day is a day in Amsterdam. */

export { dayOf, timeOf } from "../../sync/zone.js";

const DAY = 24 * 3600 * 1000;

/** Some days later, or earlier. @param {string} day @param {number} count @returns {string} */
export function addDays(day, count) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7. @param {string} day */
export function weekday(day) {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** Monday to Friday of the week of a day. @param {string} day @returns {string[]} */
export function schoolWeek(day) {
  const monday = addDays(day, 1 - weekday(day));
  return [0, 1, 2, 3, 4].map((count) => addDays(monday, count));
}

/** As an instant at noon, for showing dates. @param {string} day */
export function noon(day) {
  return Date.parse(`${day}T12:00:00Z`);
}
