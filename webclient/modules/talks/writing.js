/**
 * What people write around talks. Taking a time asks the server at once, for only it knows who was first; the rest waits in
 * the outbox. The same as `sync/client/talks.py` and `sync/client/talkletters.py`: a booking is sealed to its table's
 * teachers and its own home, and what goes to several homes names none of them.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { giveBack, hasOf, taken } from "../../sync/claims.js";
import { Refused } from "../../sync/errors.js";
import { Problem } from "../../sync/http.js";
import { household } from "../groups/homes.js";
import { classmates } from "../groups/model.js";
import { recipients } from "../messages/model.js";
import { talksAt, without } from "./rounds.js";
import { BLANK, termsOf } from "./rules.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./rounds.js").Pick} Pick */
/** @typedef {{group: string, teachers: {seat: string, name: string}[], room: string, mode: string, walk: number, slots: {day: string, start: string, end: string}[]}} Table */

/** An id for something that is to be written. */
export function newId() {
  return b64(fresh(16));
}

/** A round as the outbox keeps it: each table with its ids. @param {Record<string, any>} fields @param {Table[]} found */
export function newRound(fields, found) {
  const id = newId();
  const ready = found.map((table) => ({ id: newId(), body: { ...BLANK, ...fields, ...table, round: id, slots: table.slots.map((slot) => ({ id: newId(), ...slot })) } }));
  return { round: id, tables: ready };
}

/** Take times, all or none; throws Problem (`slot-taken`, …). @param {Session} session @param {Pick[]} picks @param {Record<string, any>} [more] @param {number} [wait] 1: rather a place on the waiting list than nothing */
export async function book(session, picks, more = {}, wait = 0) {
  const ids = picks.map(newId);
  await together(session, picks.map((pick, at) => [seatOf(session, pick.child), (batch) => putBooking(session, batch, pick, ids[at], more, wait)]));
}

/** Take another time at the same table instead; `wait` 1: keep the old one until then. A booking that the school made becomes the family's own. @param {Session} session @param {string} booking @param {Pick} pick @param {number} [wait] */
export async function move(session, booking, pick, wait = 0) {
  const item = session.replica.items.get(booking);
  if (!item) throw new Refused("not-found");
  const { who, mode, interpreter, note, child, from, wait: waited, ...rest } = item.body;
  void [from, waited];
  const kept = hasOf(session, booking)?.slot ?? item.body.slot;
  if (!session.own().has(item.head.seat)) {
    const own = { who, mode, interpreter, note };
    await giveBack(session, booking); // for a moment it has neither: where the new one is gone, it takes the old one again
    return book(session, [pick], own, wait).catch((error) => book(session, [{ ...pick, slot: kept }], own).then(() => Promise.reject(error)));
  }
  const body = { ...rest, who, mode, interpreter, note, child, slot: pick.slot, ...(wait ? { from: kept, wait } : {}) };
  await revise(session, booking, body, taken(body, { child, wait }));
}

/** Give a time back; the first who waits for it gets it. @param {Session} session @param {string} booking */
export async function cancel(session, booking) {
  const item = session.replica.items.get(booking);
  const seat = session.replica.trust.seats.get(item?.head.seat ?? "");
  if (!item || !seat || !session.own().has(seat.id)) return giveBack(session, booking);
  await session.write(seat, [], (batch) => {
    const newest = session.replica.items.get(booking);
    if (newest) batch.delete(newest);
  });
}

/** Take a time on behalf of a guardian, who reads that the school did. @param {Session} session @param {Pick} pick @param {string} seat @param {Record<string, any>} [more] */
export async function bookFor(session, pick, seat, more = {}) {
  const table = /** @type {Item} */ (session.replica.items.get(pick.offer));
  const own = session.seat({ circle: table.circle });
  const [id, told] = [newId(), newId()];
  const body = { ...bodyOf(table, pick, [seat], more), seat };
  if (own) await session.write(own, [], (batch) => {
    const { circles, seats } = recipients(session, [...teachersOf(table), seat]);
    batch.letter("booking", body, circles, { id, seats, claim: taken(body, { child: pick.child, seat }) });
    batch.letter("appointment", { booking: id, link: "", room: "", note: "" }, circles, { id: told, seats }); // it tells, a booking does not
  });
}

/** Change what stands beside a booking; the time stays. @param {Session} session @param {string} booking @param {Record<string, any>} fields */
export async function change(session, booking, fields) {
  const item = session.replica.items.get(booking);
  if (item) await revise(session, booking, { ...item.body, ...fields });
}

/** The own seat of a guardian of this child; throws Refused. @param {Session} session @param {string} child @returns {Seat} */
export function seatOf(session, child) {
  const found = session.replica.seats().find((seat) => seat.alive(Date.now()) && seat.role === "guardian" && seat.circles.includes(child));
  if (!found) throw new Refused("not-a-writer");
  return found;
}

/** The seats of a child's guardians who live here: the own one, and those of the household. @param {Session} session @param {string} child @returns {string[]} */
export function homeSeats(session, child) {
  const circle = household(session);
  const members = new Set(circle ? session.replica.ofKind("member", circle).map(({ body }) => body.seat) : []);
  const mates = session.replica.trust.groups.flatMap((act) => classmates(session, act.group)).filter((mate) => mate.child === child);
  return [...new Set([seatOf(session, child).id, ...mates.flatMap((mate) => [...mate.seats.keys()]).filter((seat) => members.has(seat))])].sort();
}

/** Those whom a booking calls its home and who are guardians of its child. @param {Session} session @param {Item} booking @returns {string[]} */
export function answerTo(session, { body, head }) {
  const known = new Set(session.replica.ofKind("pupil").filter((one) => one.body.child === body.child).flatMap((one) => one.body.guardians).map((/** @type {any} */ one) => one.seat));
  return [...new Set([...body.home, body.seat || head.seat])].filter((seat) => known.has(seat));
}

/** The seats of a table's teachers. @param {Item} table @returns {string[]} */
export function teachersOf(table) {
  return table.body.teachers.map((/** @type {{seat: string}} */ one) => one.seat);
}

/** @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "talks.round": (session, { data }) => carryRound(session, data),
  "talks.change": (session, { data }) => change(session, data.booking, data.fields),
  "talks.wish": (session, { data }) => carryWish(session, data),
  "talks.late": (session, { data }) => atTable(session, data.offer, data.id, "late", data.body, (table) => laterHomes(session, table, data.body)),
  "talks.prompt": (session, { data }) => carryPrompt(session, data),
  "talks.appoint": (session, { data }) => toHome(session, data.booking, data.id, "appointment", { booking: data.booking, ...data.body }),
  "talks.report": (session, { data }) => carryReport(session, data),
  "talks.amend": (session, { data }) => carryAmend(session, data),
  "talks.close": (session, { data }) => carryClose(session, data),
};

/** @param {Session} session @param {ReturnType<typeof newRound>} data */
async function carryRound(session, data) {
  const seat = session.seat({ circle: data.tables[0].body.group });
  if (seat) await session.write(seat, data.tables.map(({ body }) => body.group), (batch) => {
    for (const { id, body } of data.tables) if (!session.replica.items.has(id)) batch.record(body.group, "talks", body, { id, offer: termsOf(body) });
  });
}

/** Change what tables say; what was chosen stays. @param {Session} session @param {{tables: {id: string, fields: Record<string, any>}[]}} data */
async function carryAmend(session, data) {
  for (const { id, fields } of data.tables) {
    const circle = session.replica.items.get(id)?.circle ?? "";
    const seat = circle ? session.seat({ circle }) : null;
    if (seat) await session.write(seat, [circle], (batch) => {
      const item = session.replica.items.get(id);
      const body = { ...item?.body, ...fields };
      if (item && JSON.stringify(body) !== JSON.stringify(item.body)) batch.record(circle, "talks", body, { replaces: item, offer: termsOf(body) });
    });
  }
}

/** Take a round away, with all that was chosen in it. @param {Session} session @param {{round: string}} data */
async function carryClose(session, data) {
  const found = session.replica.ofKind("talks").filter(({ body }) => body.round === data.round);
  for (const item of found) {
    const seat = session.seat({ circle: item.circle });
    if (seat) await session.write(seat, [item.circle], (batch) => {
      const newest = session.replica.items.get(item.id);
      if (newest) batch.delete(newest);
    });
  }
}

/** @param {Session} session @param {{id: string, offer: string, child: string, body: Record<string, any>}} data */
async function carryWish(session, { id, offer, child, body }) {
  const table = session.replica.items.get(offer);
  if (!table) return;
  const own = seatOf(session, child);
  await session.write(own, [], (batch) => {
    const before = session.replica.ofKind("wish", own.id).find((one) => one.body.offer === offer) ?? null;
    const { circles, seats } = recipients(session, [...teachersOf(table), session.replica.trust.charter.office, ...homeCircles(session)]);
    const said = { ...body, round: table.body.round, offer, child, home: homeSeats(session, child) };
    batch.letter("wish", said, circles, { id, replaces: before, seats });
  });
}

/** Who sits at the table knows who has not chosen; the office, who does not, asks the whole group. @param {Session} session @param {{id: string, offer: string}} data */
async function carryPrompt(session, { id, offer }) {
  const table = session.replica.items.get(offer);
  if (!table) return;
  const { round, title, closes } = table.body;
  const knows = session.seat({ circle: table.circle })?.id ?? "";
  await atTable(session, offer, id, "prompt", { round, title, closes }, () =>
    teachersOf(table).includes(knows) ? without(session, table).flatMap((one) => one.open.map(({ seat }) => seat)) : [table.circle]);
}

/** @param {Session} session @param {{id: string, booking: string, scope: string, text: string, day: string, files?: import("../../sync/blobs.js").Part[]}} data */
async function carryReport(session, { id, booking, scope, text, day, files = [] }) {
  const item = session.replica.items.get(booking);
  if (!item || session.replica.items.has(id)) return;
  const { round, child } = item.body;
  const said = { round, child, day, text, ...(files.length ? { files } : {}) };
  if (scope === "home") return toHome(session, booking, id, "talkreport", { ...said, booking }, [session.replica.trust.charter.office]);
  const seat = session.seat({ circle: child });
  if (seat) await session.write(seat, [child], (batch) => batch.record(child, "talkfile", said, { id }));
}

/** A letter of staff about a table. @param {Session} session @param {string} offer @param {string} id @param {string} kind @param {Record<string, any>} body @param {(table: Item) => string[]} to */
async function atTable(session, offer, id, kind, body, to) {
  const table = session.replica.items.get(offer);
  const seat = table && session.seat({ circle: table.circle });
  if (!table || !seat || session.replica.items.has(id)) return;
  await session.write(seat, [], (batch) => {
    const { circles, seats } = recipients(session, to(table));
    batch.letter(kind, body, circles, { id, seats });
  });
}

/** A letter to the home of a booking and its teachers. @param {Session} session @param {string} booking @param {string} id @param {string} kind @param {Record<string, any>} body @param {string[]} [more] */
async function toHome(session, booking, id, kind, body, more = []) {
  const item = session.replica.items.get(booking);
  if (item) await atTable(session, item.body.offer, id, kind, body, (table) => [...answerTo(session, item), ...teachersOf(table), ...more]);
}

/** @param {Session} session @param {Item} table @param {Record<string, any>} body @returns {string[]} */
function laterHomes(session, table, body) {
  const later = talksAt(session, table).filter(({ slot }) => slot !== null && slot.day === body.day && slot.start >= body.from);
  return [...later.flatMap(({ item }) => answerTo(session, item)), ...teachersOf(table)];
}

/** @param {Session} session @param {Batch} batch @param {Pick} pick @param {string} id @param {Record<string, any>} more @param {number} wait */
function putBooking(session, batch, pick, id, more, wait) {
  const table = session.replica.items.get(pick.offer);
  if (!table || session.replica.items.has(id)) return;
  const body = { ...bodyOf(table, pick, homeSeats(session, pick.child), more), ...(wait ? { wait } : {}) };
  const { circles, seats } = recipients(session, [...teachersOf(table), ...homeCircles(session)]);
  batch.letter("booking", body, circles, { id, seats, claim: taken(body, { child: pick.child, wait }) });
}

/** @param {Item} table @param {Pick} pick @param {string[]} home @param {Record<string, any>} more @returns {Record<string, any>} */
function bodyOf(table, pick, home, more) {
  return { who: "", mode: table.body.mode, interpreter: "", note: "", ...more, offer: pick.offer, slot: pick.slot, count: 1, round: table.body.round, child: pick.child, home };
}

/** @param {Session} session @param {string} booking @param {Record<string, any>} body @param {import("../../sync/types.js").Claim} [claim] */
async function revise(session, booking, body, claim) {
  const seat = session.replica.trust.seats.get(session.replica.items.get(booking)?.head.seat ?? "");
  if (seat) await session.write(seat, [], (batch) => {
    const item = session.replica.items.get(booking);
    const table = session.replica.items.get(body.offer);
    if (!item || !table) return;
    const { circles, seats } = recipients(session, [...teachersOf(table), ...(body.seat ? [body.seat] : homeCircles(session))]);
    batch.letter("booking", body, circles, { replaces: item, seats, ...(claim ? { claim } : {}) });
  });
}

/** Post what several of one's own seats write, all or none; once more where somebody was faster. @param {Session} session @param {[Seat, (batch: Batch) => void][]} parts */
async function together(session, parts) {
  for (const last of [false, true])
    try {
      const entries = [];
      for (const [seat, build] of parts) {
        const batch = await session.batch(seat, []);
        build(batch);
        entries.push(...batch.entries);
      }
      if (entries.length) await session.wire.call("POST", "/api/entries", { entries });
      return void (await session.sync());
    } catch (error) {
      const code = error instanceof Problem || error instanceof Refused ? error.code : "";
      if (last || !(code.startsWith("stale-") || code === "not-found")) throw error;
      await session.sync();
    }
}

/** @param {Session} session @returns {string[]} */
function homeCircles(session) {
  return [household(session)].filter(Boolean);
}
