/**
 * The school's own time: a day and a time on its clock, and the instant that is. The same as `sync/zone.py`: a time that
 * does not exist is taken as an hour later, one that comes twice as the first.
 */
const HOUR = 3_600_000;
const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

/** The ms UTC of a day "YYYY-MM-DD" and a time "HH:MM" (to "24:00") on the school's clock. @param {string} day @param {string} [time] */
export function instant(day, time = "00:00") {
  const [hour, minute] = time.split(":").map(Number);
  const wall = Date.parse(`${day}T00:00Z`) + hour * HOUR + minute * 60_000;
  const summer = wall - 2 * HOUR;
  return offset(summer) === 2 * HOUR ? summer : wall - HOUR;
}

/** The ms UTC of what a field for day and time holds, "YYYY-MM-DDTHH:MM", on the school's clock; 0: nothing. @param {string} text */
export function instantOf(text) {
  const [day, time] = text.split("T");
  return text ? instant(day, time) : 0;
}

/** The day on the school's calendar at an instant. @param {number} at ms UTC @returns {string} */
export function dayOf(at) {
  return local(at).slice(0, 10);
}

/** The time "HH:MM" on the school's clock at an instant. @param {number} at ms UTC @returns {string} */
export function timeOf(at) {
  return local(at).slice(11);
}

/** How far the school's clock is ahead of UTC (ms). @param {number} at ms UTC */
function offset(at) {
  return Date.parse(`${local(at).replace(" ", "T")}Z`) - Math.floor(at / 60_000) * 60_000;
}

/** @param {number} at */
function local(at) {
  const part = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}
