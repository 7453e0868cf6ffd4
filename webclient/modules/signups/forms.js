/** Forms as they stand in circles, and what their organisers say of them. Pure, and of use to the worker that shows notifications as well. */
import { filesOf } from "../../ui/files.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./rules.js").Question} Question */
/** @typedef {{day: string, start: string, end: string, place: string}} When */
/** @typedef {{id: string, title: string, text: string, questions: Question[], unit: string, organisers: string[], opens: number, closes: number, waits: number,
 *   shows: string, when: When | null, made: number, changed: number, files: import("../../sync/blobs.js").Part[], anonymous: Record<string, any> | null, items: Item[]}} Form */

/** Forms, those that close first in front. @param {Session} session @returns {Form[]} */
export function forms(session) {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const item of session.replica.ofKind("form")) found.set(item.body.form, [...(found.get(item.body.form) ?? []), item]);
  return [...found.values()].map(formOf).sort((a, b) => (a.closes || Infinity) - (b.closes || Infinity) || b.made - a.made);
}

/** @param {Session} session @param {string} id @returns {Form | null} */
export function form(session, id) {
  return forms(session).find((one) => one.id === id) ?? null;
}

/** @param {Item[]} items @returns {Form} */
function formOf(items) {
  const { body } = items[0];
  return {
    id: body.form, title: String(body.title ?? ""), text: String(body.text ?? ""), questions: body.questions ?? [], unit: body.unit, organisers: body.organisers ?? [],
    opens: body.opens ?? 0, closes: body.closes ?? 0, waits: body.waits ?? 0, shows: body.shows ?? "organisers", when: body.when ?? null, made: body.made ?? 0,
    changed: body.changed ?? 0, files: filesOf(body), anonymous: body.anonymous ?? null, items,
  };
}

/** Whether the answers are sealed to this person. @param {Session} session @param {Form} one */
export function isOrganiser(session, one) {
  return organising(session, one) !== null;
}

/** The own seat that organises a form. @param {Session} session @param {Form} one @returns {Seat | null} */
export function organising(session, one) {
  return session.replica.seats().find((seat) => seat.alive(Date.now()) && organises(seat, one)) ?? null;
}

/** A seat named itself, or one that acts for a team or office named: a guardian acts for children only. @param {Seat | undefined} seat @param {Form} one */
function organises(seat, one) {
  if (!seat) return false;
  return one.organisers.includes(seat.id) || (seat.role !== "guardian" && seat.circles.some((circle) => one.organisers.includes(circle)));
}

/** What an organiser of that form said, the newest first; nobody else decides who drives whom. @param {Session} session @param {Form} one @param {string} kind */
export function heard(session, one, kind) {
  return session.replica.ofKind(kind).filter((item) => item.body.form === one.id && organises(session.replica.trust.seats.get(item.head.seat), one)).sort((a, b) => b.head.time - a.head.time);
}
