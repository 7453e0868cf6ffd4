/** The rules of a round of talks, without a session: its terms, its phases, its times. The same as `sync/client/talks.py`. */
import { dayOf, instant } from "../../sync/zone.js";

/** @typedef {{id: string, day: string, start: string, end: string}} Slot */
/** @typedef {import("../../sync/planner.js").Place} Place */

export const MODES = ["site", "phone", "video"];
export const BLANK = { title: "", text: "", opens: 0, early: 0, closes: 0, unit: "both", most: 1, waits: 1, choose: "slots", apart: 0, mandatory: 0 };

/** What the server may know of a table: opaque times and numbers. @param {Record<string, any>} body @returns {import("../../sync/types.js").Terms} */
export function termsOf(body) {
  const { opens, early, closes, unit, most, waits } = body;
  return { slots: body.slots.map((/** @type {Slot} */ slot) => [slot.id, 1]), opens, early, closes, unit, most, waits };
}

/** Whether the server arbitrates what the record says. @param {Record<string, any>} body @param {import("../../sync/types.js").Terms} terms */
export function agrees(body, terms) {
  const said = /** @type {Record<string, any>} */ (termsOf(body));
  return Object.keys(said).every((key) => JSON.stringify(said[key]) === JSON.stringify(/** @type {Record<string, any>} */ (terms)[key]));
}

/** Where a table is in its round. @param {Record<string, any>} body @param {number} now ms @param {boolean} [more] whether there are more children @returns {"planned" | "wishes" | "early" | "open" | "closed" | "over"} */
export function phaseOf(body, now, more = false) {
  if (isOver(body, now)) return "over";
  if (body.closes && now >= body.closes) return "closed";
  if (now >= body.opens) return "open";
  if (body.choose === "wishes") return "wishes";
  return more && body.early && now >= body.early ? "early" : "planned";
}

/** Whether the last talk of a table has ended. @param {Record<string, any>} body @param {number} now ms */
export function isOver(body, now) {
  return body.slots.every((/** @type {Slot} */ slot) => instant(slot.day, slot.end) <= now);
}

/** A time with where it is: somebody at home walks to nothing. @param {Record<string, any>} body @param {string} offer @param {Slot} slot @returns {Place} */
export function placeOf(body, offer, slot) {
  return { ...slot, offer, room: body.mode === "site" ? body.room : "", walk: body.walk };
}

/** The days of a table, each once. @param {Record<string, any>} body @returns {string[]} */
export function daysOf(body) {
  return [...new Set(/** @type {Slot[]} */ (body.slots).map((slot) => slot.day))].sort();
}

/** By day and time. @param {Slot} a @param {Slot} b */
export function bySlot(a, b) {
  return `${a.day} ${a.start}` < `${b.day} ${b.start}` ? -1 : 1;
}

/** The first day that still counts: today's, else the next. @param {string[]} days @param {number} now ms */
export function dayNow(days, now) {
  return days.find((day) => day >= dayOf(now)) ?? days[days.length - 1] ?? "";
}
