/**
 * Consents: what all who have custody of a child say together. Whoever has not answered this school year says no. The
 * same as `sync/consents.py`.
 */
import { dayOf } from "./zone.js";

/** purpose -> 1 for yes, 0 for no. @typedef {Record<string, number>} Answers */
/** What stands in a child's circle. @typedef {{year?: string, answers: Answers, seats: string[]}} Outcome */

export const PURPOSES = ["album", "website", "paper", "social", "press"];
/** The month in which a school year begins. */
const BEGINS = 8;

/** The school year "2026-2027" at an instant. @param {number} at ms UTC @returns {string} */
export function schoolYear(at) {
  const [year, month] = dayOf(at).split("-").map(Number);
  const first = month >= BEGINS ? year : year - 1;
  return `${first}-${first + 1}`;
}

/**
 * For each purpose 1 if every seat of `custody` says yes, else 0; nobody has custody: 0. `said`: seat -> what it says
 * this year. `kept`: the outcome that stands, for the seats whose words did not reach this copy: an outcome of yes, of
 * this year, was yes of each of its seats.
 * @param {string[]} custody @param {Map<string, Answers>} said @param {Outcome | null} kept @param {string} year @returns {Answers}
 */
export function together(custody, said, kept, year) {
  const old = kept && kept.year === year ? kept : { answers: {}, seats: [] };
  const says = (/** @type {string} */ seat, /** @type {string} */ purpose) => {
    const answers = /** @type {Answers} */ (said.get(seat) ?? (old.seats.includes(seat) ? old.answers : {}));
    return answers[purpose] === 1;
  };
  return Object.fromEntries(PURPOSES.map((one) => [one, Number(custody.length > 0 && custody.every((seat) => says(seat, one)))]));
}

/** What an outcome says in a school year: one of another year, or none, is no to everything. @param {Outcome | null} kept @param {string} year @returns {Answers} */
export function standing(kept, year) {
  const answers = /** @type {Answers} */ (kept && kept.year === year ? kept.answers : {});
  return Object.fromEntries(PURPOSES.map((one) => [one, Number(answers[one] === 1)]));
}
