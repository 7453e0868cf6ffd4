/** School days as "YYYY-MM-DD" in the school's own time zone: whatever the phone's, a day is a day in Amsterdam. */

const ZONE = "Europe/Amsterdam";
const DAY = 24 * 3600 * 1000;

/** The school day of an instant (ms UTC). @param {number} at @returns {string} */
export function dayOf(at) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** The time of day there, "HH:MM". @param {number} at @returns {string} */
export function timeOf(at) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(at);
}

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
