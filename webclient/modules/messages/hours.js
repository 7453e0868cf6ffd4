/** When a teacher answers: working hours by day of the week, and when what is written now will reach somebody. Pure. */

/** "1" is Monday. @typedef {Record<string, [string, string]>} Days */

const DAY = 24 * 3600 * 1000;
const AHEAD = 14;

/** Whether a time falls in working hours; nobody's hours are known: always. @param {Days} days @param {Date} at */
export function isOpen(days, at) {
  const span = days[dayOf(at)];
  return !Object.keys(days).length || (span !== undefined && clock(at) >= span[0] && clock(at) < span[1]);
}

/** The first moment (ms) from a time on at which one of several people works. @param {Days[]} all @param {Date} at @returns {number} */
export function opensAt(all, at) {
  if (!all.length || all.some((days) => isOpen(days, at))) return at.getTime();
  const found = all.flatMap((days) => Array.from({ length: AHEAD }, (_, ahead) => opening(days, at, ahead))).filter((ms) => ms > at.getTime());
  return found.length ? Math.min(...found) : at.getTime();
}

/** @param {Days} days @param {Date} at @param {number} ahead days from `at` @returns {number} */
function opening(days, at, ahead) {
  const noon = new Date(new Date(at).setHours(12, 0, 0, 0) + ahead * DAY);
  const span = days[dayOf(noon)];
  if (!span) return 0;
  const [hours, minutes] = span[0].split(":").map(Number);
  return noon.setHours(hours, minutes, 0, 0);
}

/** @param {Date} at */
function dayOf(at) {
  return String(at.getDay() || 7);
}

/** @param {Date} at */
function clock(at) {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
