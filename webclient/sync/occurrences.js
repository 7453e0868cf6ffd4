/**
 * On which days an event of the calendar is: repeating, with days left out, days that moved and days that were dropped.
 * The same as `sync/occurrences.py`: times are those of the school's clock, and stay the same when the clocks change.
 */

/** An event on one of its days; `until`: the last day; no `start`: the whole day; original: the day by its rule.
 * @typedef {{day: string, until: string, start: string, end: string, place: string, original: string, cancelled: boolean}} Occurrence */
/** @typedef {Record<string, any>} Body */

/** How many times something repeats at the most. */
const MOST = 1000;
const DAY = 24 * 3600 * 1000;
const TIME = /^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)?$/;

/** When an event is between two days, both included, in order; nothing of a body that makes no sense.
 * @param {Body} body @param {string} first @param {string} last @returns {Occurrence[]} */
export function occurrences(body, first, last) {
  /** @type {Occurrence[]} */ let found = [];
  /** @type {Set<string>} */ let leftOut = new Set();
  try {
    found = days(body).map((day) => on(body, day));
    const dropped = new Set(body.dropped ?? []);
    leftOut = new Set([...(body.except ?? [])].filter((day) => !dropped.has(day)));
  } catch {
    return [];
  }
  return found.filter((one) => !leftOut.has(one.original) && one.day <= last && one.until >= first).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** @param {Occurrence} one */
function key(one) {
  return `${one.day} ${one.start.padEnd(5)} ${one.original}`;
}

/** The days by the rule, before any of them moves. @param {Body} body @returns {string[]} */
function days({ day: begin, repeat }) {
  check(begin);
  if (!repeat) return [begin];
  check(repeat.until);
  const found = [];
  for (let count = 0; count < MOST; count++) {
    const day = step(begin, repeat.every, count * Math.max(1, Number(repeat.step)));
    if (day && day > repeat.until) break;
    if (day) found.push(day);
  }
  return found;
}

/** The day that many weeks, months or years later; "" where that month has no such day. @param {string} begin @param {string} every @param {number} count */
function step(begin, every, count) {
  if (every === "week") return later(begin, 7 * count);
  const size = /** @type {Record<string, number>} */ ({ month: 1, year: 12 })[every];
  const [year, month, day] = begin.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1 + count * size, day));
  return at.getUTCDate() === day ? iso(at) : "";
}

/** The event on one of its days, as it was moved. @param {Body} body @param {string} original @returns {Occurrence} */
function on(body, original) {
  const at = { day: original, start: body.start ?? "", end: body.end ?? "", place: body.place ?? "", ...body.moved?.[original] };
  if (!TIME.test(at.start) || !TIME.test(at.end)) throw new RangeError(original);
  const length = Math.max(0, (Date.parse(check(body.until || body.day)) - Date.parse(body.day)) / DAY);
  const cancelled = Boolean(body.cancelled) || (body.dropped ?? []).includes(original);
  return { day: check(at.day), until: later(at.day, length), start: String(at.start), end: String(at.end), place: String(at.place), original, cancelled };
}

/** @param {string} day @param {number} count */
function later(day, count) {
  return iso(new Date(Date.parse(day) + count * DAY));
}

/** @param {Date} at */
function iso(at) {
  return at.toISOString().slice(0, 10);
}

/** A day that there is. @param {string} day */
function check(day) {
  if (iso(new Date(Date.parse(day))) !== day) throw new RangeError(day);
  return day;
}
