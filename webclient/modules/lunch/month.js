/** A month of lunches in figures, and what the caterer needs: counts of what may not be eaten, and no names. Pure. */
import { addDays } from "../absences/days.js";

/** @typedef {{child: string, first: string, group: string, why: string, there: number, stays: boolean, pays: boolean, needs: {allergens: string[], allergies: string}}} Eater */
/** @typedef {{child: string, first: string, group: string, days: string[], late: number, unexpected: number, strips: number}} Line */

/** The month before or after one. @param {string} month @param {1 | -1} step */
export function monthNext(month, step) {
  return step > 0 ? addDays(`${month}-28`, 5).slice(0, 7) : addDays(`${month}-01`, -1).slice(0, 7);
}

/** The last day of the month that lies some months after a day. @param {string} day @param {number} months */
export function lastDay(day, months) {
  let month = day.slice(0, 7);
  for (let left = months + 1; left > 0; left--) month = monthNext(month, 1);
  return addDays(`${month}-01`, -1);
}

/** What was charged in a month, a line a child, by group and name. @param {Record<string, any>[]} charges @param {string} month @param {(child: string) => {first: string, group: string}} called @returns {Line[]} */
export function linesOf(charges, month, called) {
  /** @type {Map<string, Line>} */
  const found = new Map();
  for (const { child, day, why, strips } of charges.filter((one) => one.day.startsWith(month))) {
    const line = found.get(child) ?? { child, ...called(child), days: /** @type {string[]} */ ([]), late: 0, unexpected: 0, strips: 0 };
    line.days.push(day);
    line.late += Number(why.startsWith("late-"));
    line.unexpected += Number(why === "unexpected");
    line.strips += strips;
    found.set(child, line);
  }
  return [...found.values()].sort((a, b) => a.group.localeCompare(b.group, "nl", { numeric: true }) || a.first.localeCompare(b.first, "nl"));
}

/** The rows of a month as a table to save. @param {Line[]} lines @param {string[]} head @param {number} price cents a strip @returns {string[][]} */
export function monthTable(lines, head, price) {
  return [head, ...lines.map((line) => [line.first, line.group, line.days.sort().join(" "), String(line.days.length), String(line.late), String(line.unexpected), amount(line.strips * price)])];
}

/** How many eat on a day, and how many of them must not have what; whoever wrote it in words counts as `other`. @param {Eater[]} eaters @returns {{all: number, needs: [string, number][]}} */
export function countNeeds(eaters) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const expected = eaters.filter((one) => one.stays || one.there);
  for (const { needs } of expected)
    for (const code of [...needs.allergens, ...(needs.allergies ? ["other"] : [])]) counts.set(code, (counts.get(code) ?? 0) + 1);
  return { all: expected.length, needs: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) };
}

/** A week for the caterer: a row a day, a column a need. @param {{day: string, eaters: Eater[]}[]} days @param {(code: string) => string} word @returns {string[][]} */
export function catererTable(days, word) {
  const counted = days.map(({ day, eaters }) => ({ day, ...countNeeds(eaters) }));
  const codes = [...new Set(counted.flatMap((one) => one.needs.map(([code]) => code)))].sort();
  const rows = counted.map(({ day, all, needs }) => [day, String(all), ...codes.map((code) => String(new Map(needs).get(code) ?? 0))]);
  return [[word("day"), word("count"), ...codes.map(word)], ...rows];
}

/** Cents as a spreadsheet of here reads them. @param {number} cents */
export function amount(cents) {
  return (cents / 100).toFixed(2).replace(".", ",");
}

