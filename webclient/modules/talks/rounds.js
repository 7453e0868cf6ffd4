/**
 * Rounds of talks as this person's copy knows them: tables, own talks, the teacher's sheet, who has no time yet. Pure, and
 * read in the worker too. The same as `sync/client/talksheet.py`: a talk counts only if the server and the letter agree.
 */
import { free, isTrue, TAKEN, tallyOf, WAITING } from "../../sync/claims.js";
import { combos } from "../../sync/planner.js";
import { samePeople } from "../groups/model.js";
import { groups, ownChildren } from "../people/model.js";
import { agrees, bySlot, daysOf, phaseOf, placeOf } from "./rules.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./rules.js").Slot} Slot */
/** A booking with the time it has (null: it only waits) and the one it waits for. @typedef {{item: Item, table: Item, slot: Slot | null, wanted: Slot | null, place: number}} Talk */
/** @typedef {{id: string, title: string, text: string, tables: Item[], body: Record<string, any>, days: string[]}} Round */
/** @typedef {{offer: string, slot: string, child: string}} Pick */
/** @typedef {{slot: Slot, free: boolean, talk: Talk | null, late: number}} Row */

/** The tables of a round, or of all. @param {Session} session @param {string} [round] @returns {Item[]} */
export function tables(session, round = "") {
  return session.replica.ofKind("talks").filter((item) => {
    const offer = session.replica.offers.get(item.id);
    return (!round || item.body.round === round) && offer && agrees(item.body, offer.terms);
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rounds this person has to do with, the next one first. @param {Session} session @returns {Round[]} */
export function rounds(session) {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const table of tables(session)) found.set(table.body.round, [...(found.get(table.body.round) ?? []), table]);
  return [...found.values()].map(roundOf).sort((a, b) => (a.days[0] < b.days[0] ? -1 : 1));
}

/** @param {Session} session @param {string} id @returns {Round | null} */
export function round(session, id) {
  return rounds(session).find((one) => one.id === id) ?? null;
}

/** @param {Item[]} found @returns {Round} */
function roundOf(found) {
  const { body } = found[0];
  return { id: body.round, title: String(body.title), text: String(body.text), tables: found, body, days: [...new Set(found.flatMap((one) => daysOf(one.body)))].sort() };
}

/** The tables of a round at which an own child is talked about. @param {Session} session @param {Round} one @param {{groups: string[]}} child @returns {Item[]} */
export function tablesFor(session, one, child) {
  const own = new Set(groups(session).filter((group) => child.groups.includes(group.name)).map((group) => group.group));
  return one.tables.filter((table) => own.has(table.circle));
}

/** The own children whom a round is about. @param {Session} session @param {Round} one */
export function childrenIn(session, one) {
  return ownChildren(session).filter((child) => tablesFor(session, one, child).length);
}

/** Where a round is for this person. @param {Session} session @param {Round} one @param {number} [now] */
export function phase(session, one, now = Date.now()) {
  const more = ownChildren(session).length > 1;
  const found = one.tables.map((table) => phaseOf(table.body, now, more));
  return ["open", "early", "wishes", "planned", "closed", "over"].find((each) => found.includes(/** @type {any} */ (each))) ?? "over";
}

/** The talks whose letters reach this person, as they stand. @param {Session} session @param {string} [round] @returns {Talk[]} */
export function talks(session, round = "") {
  const found = tables(session, round).flatMap((table) => talksAt(session, table));
  return found.sort((a, b) => bySlot(/** @type {Slot} */ (a.slot ?? a.wanted), /** @type {Slot} */ (b.slot ?? b.wanted)));
}

/** This family's talks: one's own, those of the household, and what the school booked for one of them. @param {Session} session @param {string} [round] @returns {Talk[]} */
export function ownTalks(session, round = "") {
  const seats = session.own();
  return talks(session, round).filter(({ item }) => seats.has(item.head.seat) && !item.body.seat || homeOf(item.body).some((seat) => seats.has(seat)));
}

/** The talk of a family for a child in a round. @param {Session} session @param {Round} one @param {string} child */
export function talkFor(session, one, child) {
  return ownTalks(session, one.id).find(({ item }) => item.body.child === child) ?? null;
}

/** Whether another home took the one talk there is for a child. @param {Session} session @param {Round} one @param {string} child */
export function isAnswered(session, one, child) {
  return one.tables.some((table) => session.replica.offers.get(table.id)?.answered.includes(child));
}

/** What this family said would suit it. @param {Session} session @param {Round} one @param {string} child @returns {Item | null} */
export function wishFor(session, one, child) {
  const seats = session.own();
  const found = session.replica.ofKind("wish").filter(({ body, head }) => body.round === one.id && body.child === child && (seats.has(head.seat) || body.home.some((/** @type {string} */ seat) => seats.has(seat))));
  return found.sort((a, b) => b.head.time - a.head.time)[0] ?? null;
}

/** The own children for whom a family can still choose, or say what suits. @param {Session} session @param {Round} one @param {number} [now] */
export function waitingFor(session, one, now = Date.now()) {
  const at = phase(session, one, now);
  if (!["open", "early", "wishes"].includes(at)) return [];
  return childrenIn(session, one).filter(({ circle }) => !talkFor(session, one, circle) && !isAnswered(session, one, circle) && !(at === "wishes" && wishFor(session, one, circle)));
}

/** The free times of tables, as the planner wants them. @param {Session} session @param {Item[]} found @returns {import("../../sync/planner.js").Place[]} */
export function freeAt(session, found) {
  return found.flatMap((table) => table.body.slots.filter((/** @type {Slot} */ slot) => free(session, table.id, slot.id) !== 0).map((/** @type {Slot} */ slot) => placeOf(table.body, table.id, slot)));
}

/** Times for several children behind each other, with time to walk. @param {Session} session @param {Round} one @param {{circle: string, groups: string[]}[]} children @param {number} [most] @returns {Pick[][]} */
export function proposals(session, one, children, most = 3) {
  const found = combos(children.map((child) => freeAt(session, tablesFor(session, one, child))), most);
  return found.map((chain) => chain.map((place, at) => ({ offer: place.offer, slot: place.id, child: children[at].circle })));
}

/** A time by its id. @param {Session} session @param {string} offer @param {string} slot @returns {Slot | null} */
export function slotOf(session, offer, slot) {
  return session.replica.items.get(offer)?.body.slots.find((/** @type {Slot} */ one) => one.id === slot) ?? null;
}

/** Whether this person sits at a table. @param {Session} session @param {Item} table */
export function isMine(session, table) {
  const own = session.own();
  return table.body.teachers.some((/** @type {{seat: string}} */ one) => own.has(one.seat));
}

/** Whether this person may write where a table stands. @param {Session} session @param {Item} table */
export function mayKeep(session, table) {
  return session.seat({ circle: table.circle }) !== null;
}

/** A table's times of a day, each with its talk as far as this reader may know. @param {Session} session @param {Item} table @param {string} day @returns {Row[]} */
export function sheet(session, table, day) {
  const found = new Map(talksAt(session, table).filter((one) => one.slot).map((one) => [one.slot?.id, one]));
  return table.body.slots.filter((/** @type {Slot} */ slot) => slot.day === day).map((/** @type {Slot} */ slot) =>
    ({ slot, free: tallyOf(session, table.id, slot.id).used === 0, talk: found.get(slot.id) ?? null, late: lateness(session, table.id, slot) }));
}

/** How many minutes a time begins later, as the teacher last said that day. @param {Session} session @param {string} offer @param {Slot} slot @returns {number} */
export function lateness(session, offer, slot) {
  const said = session.replica.ofKind("late").filter(({ body }) => body.offer === offer && body.day === slot.day);
  const newest = said.sort((a, b) => b.head.time - a.head.time)[0];
  return newest && slot.start >= newest.body.from ? newest.body.minutes : 0;
}

/** How many times are taken, of how many. @param {Session} session @param {Item[]} found */
export function occupancy(session, found) {
  const tallies = found.flatMap((table) => session.replica.offers.get(table.id)?.slots ?? []);
  return { taken: tallies.filter(([, used]) => used > 0).length, of: tallies.length };
}

/** What the teacher last said about where a talk is. @param {Session} session @param {string} booking @returns {{link: string, room: string, note: string}} */
export function appointmentOf(session, booking) {
  const found = session.replica.ofKind("appointment").filter(({ body }) => body.booking === booking);
  return /** @type {any} */ (found.sort((a, b) => b.head.time - a.head.time)[0]?.body ?? { link: "", room: "", note: "" });
}

/** What was filed after talks about a child, newest first. @param {Session} session @param {string} child @returns {Item[]} */
export function reportsOf(session, child) {
  return [...session.replica.ofKind("talkreport"), ...session.replica.ofKind("talkfile")].filter(({ body }) => body.child === child).sort((a, b) => b.head.time - a.head.time);
}

/** The pupils of a table's group, and of each the guardians' seats that have no talk: for its teachers. @param {Session} session @param {Item} table */
export function without(session, table) {
  const register = session.replica.trust.groups.find((act) => act.group === table.circle)?.register ?? "";
  const bodies = talks(session, table.body.round).map(({ item }) => item.body);
  const covered = new Set(bodies.flatMap((body) => [...samePeople(session, homeOf(body))].map((seat) => `${body.child} ${seat}`)));
  const done = new Set(table.body.unit === "child" ? bodies.map((body) => body.child) : []);
  return session.replica.ofKind("pupil", register).map(({ body }) => {
    const guardians = /** @type {{seat: string, name: string}[]} */ (body.guardians).filter((one) => !session.replica.trust.hasEnded(one.seat));
    const open = done.has(body.child) ? [] : guardians.filter((one) => !covered.has(`${body.child} ${one.seat}`));
    return { child: String(body.child), first: String(body.first), last: String(body.last), guardians, open, has: open.length < guardians.length };
  }).sort((a, b) => a.first.localeCompare(b.first, "nl"));
}

/** @param {Session} session @param {Item} table @returns {Talk[]} */
export function talksAt(session, table) {
  const slots = new Map(/** @type {Slot[]} */ (table.body.slots).map((slot) => [slot.id, slot]));
  /** @type {Map<string, import("../../sync/types.js").ClaimAt[]>} */
  const byLetter = new Map();
  for (const state of session.replica.offers.get(table.id)?.claims ?? []) byLetter.set(state.record, [...(byLetter.get(state.record) ?? []), state]);
  return [...byLetter].flatMap(([record, states]) => {
    const item = session.replica.items.get(record);
    if (!item || !states.every((state) => isTrue(state, table.id, item.body))) return [];
    const [has, waits] = [TAKEN, WAITING].map((state) => states.find((one) => one.state === state));
    return [{ item, table, slot: slots.get(has?.slot ?? "") ?? null, wanted: slots.get(waits?.slot ?? "") ?? null, place: waits?.place ?? 0 }];
  });
}

/** The seats of a booking's home. @param {Record<string, any>} body @returns {string[]} */
export function homeOf(body) {
  return [...body.home, ...(body.seat ? [body.seat] : [])];
}
