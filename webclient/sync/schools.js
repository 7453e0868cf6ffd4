/**
 * One person at several schools: on which days a child is at which, and what is at the same time. Pure; the same as in
 * `sync/client/schools.py`.
 */

const DAY = 24 * 3600 * 1000;

/** What takes place at a school. @typedef {{host: string, at: {day: string, start: string, end: string, cancelled?: boolean}}} Timed */

/** The pairs of lines of different schools that are at the same time of the same day; whole days clash with none. @template {Timed} T @param {T[]} planned in order @returns {[T, T][]} */
export function clashes(planned) {
  const timed = planned.filter(({ at }) => at.start && !at.cancelled);
  return timed.flatMap((one, index) => timed.slice(index + 1)
    .filter((other) => one.host !== other.host && one.at.day === other.at.day && meets(one.at, other.at)).map((other) => /** @type {[T, T]} */ ([one, other])));
}

/** Whether what begins later begins before the other has ended; without an end it is a moment. @param {Timed["at"]} one @param {Timed["at"]} other */
function meets(one, other) {
  return other.start < (one.end || one.start);
}

/** The stretches of days from `first` to `until` that fall on these weekdays (1 = Monday). @param {string} first "YYYY-MM-DD" @param {string} until @param {number[]} weekdays @returns {[string, string][]} */
export function runs(first, until, weekdays) {
  /** @type {[string, string][]} */
  const found = [];
  for (let day = first; day <= until; day = later(day, 1)) {
    if (!weekdays.includes(weekdayOf(day))) continue;
    const before = found.at(-1);
    if (before?.[1] === later(day, -1)) before[1] = day;
    else found.push([day, day]);
  }
  return found;
}

/** The first day from `day` on that falls on one of these weekdays. @param {string} day @param {number[]} weekdays @returns {string} "" where there are none */
export function firstDay(day, weekdays) {
  return runs(day, later(day, 6), weekdays)[0]?.[0] ?? "";
}

/** @param {string} day @param {number} count */
function later(day, count) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** @param {string} day */
function weekdayOf(day) {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}
