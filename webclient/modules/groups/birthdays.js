/** Birthdays in the order in which they come, month by month, from this month on. */

/** @typedef {{first: string, born: string}} Child `born`: yyyy-mm-dd */
/** @typedef {Child & {month: number, day: number, turns: number}} Birthday `turns`: how old at the next one */

/** The months that have a birthday, the present one first; what is no date is left out. @param {Child[]} children @param {Date} today @returns {{month: number, birthdays: Birthday[]}[]} */
export function byMonth(children, today) {
  const known = children.map((child) => birthday(child, today)).filter((one) => one !== null);
  const first = today.getMonth() + 1;
  const months = Array.from({ length: 12 }, (_, at) => ((first - 1 + at) % 12) + 1);
  return months.map((month) => ({ month, birthdays: known.filter((one) => one.month === month).sort((a, b) => a.day - b.day || a.first.localeCompare(b.first)) }))
    .filter((one) => one.birthdays.length);
}

/** @param {Child} child @param {Date} today @returns {Birthday | null} */
function birthday(child, today) {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(child.born) ?? []).map(Number);
  if (!month || month > 12 || !day || day > 31) return null;
  const over = month < today.getMonth() + 1;
  return { ...child, month, day, turns: today.getFullYear() + (over ? 1 : 0) - year };
}
