/**
 * Who lives together: made by a guardian, and true for each of the others once they said so themselves. A person lives in
 * one household, the one in which their own newest word stands: a `member` record that they wrote, by its time and then by
 * the circle's id. The same as `sync/client/homes.py`, and as the server counts (`server/store/claims.py`). Whoever says a
 * new one takes their word out of the old one and leaves it. Pure but for what writes.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { dayOf } from "../../sync/zone.js";
import { overtaken } from "../../sync/said.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** What somebody said on a screen: `ids`: seat of who lives here -> id of its record; `time`: when (ms). @typedef {{ids: Record<string, string>, names: Map<string, string>, time: number}} Said */

/** How many events of a calendar are taken along at the most: all goes in one step. */
const MOST = 200;

/** The own places as a guardian that are in force. @param {Session} session @returns {Seat[]} */
export function guardianPlaces(session) {
  return session.replica.seats().filter((seat) => seat.role === "guardian" && seat.alive(Date.now()));
}

/**
 * Make the circle of those who live together; the one where this person lived until now is left in the same breath. Said
 * again after a lost answer it is there once, and a newer word from another device stands.
 * @param {Session} session @param {Said} said
 */
export async function startHousehold(session, { ids, names, time }) {
  await session.sync();
  const own = leaver(session) ?? guardianPlaces(session).find((seat) => seat.id in ids);
  const kept = new Map();
  if (own) await session.write(own, joined(session).map((one) => one.circle), (batch) => {
    if (isMade(session, ids) || overtaken(wordOf(session), time)) return;
    const seats = Object.keys(ids).filter((seat) => !session.replica.trust.hasEnded(seat)).sort();
    const circle = batch.start("household", seats, seats, seats);
    for (const seat of seats) batch.record(circle, "member", { seat, name: names.get(seat) ?? "" }, { id: ids[seat], time });
    leaveOthers(session, batch, "", kept);
  });
  const made = Object.values(ids).map((id) => session.replica.items.get(id)).find(Boolean);
  if (made) await leaveRest(session, made.circle);
}

/** Say that one lives there: only then anything of one's own goes to it. The one before is left in the same breath. @param {Session} session @param {string} circle @param {string} id of the record @param {number} [time] when it was said (ms) */
export async function joinHousehold(session, circle, id, time = Date.now()) {
  const own = session.seat({ circle });
  const kept = new Map();
  if (own) await session.write(own, [circle, ...joined(session).map((one) => one.circle)], (batch) => {
    if (joined(session).some((one) => one.circle === circle) || overtaken(wordOf(session), time)) return;
    batch.record(circle, "member", { seat: own.id, name: "" }, { id, time });
    leaveOthers(session, batch, circle, kept);
  });
  await leaveRest(session, circle);
}

/** Go, or say that one never lived there: its keys change in the same breath. @param {Session} session @param {string} circle @param {number} [time] when it was said (ms) */
export async function leaveHousehold(session, circle, time = Date.now()) {
  const own = session.seat({ circle });
  const kept = new Map();
  if (own && session.replica.circles.get(circle)?.reads) await session.write(own, [circle], (batch) => {
    if (!session.replica.circles.get(circle)?.reads) return; // another device may have left meanwhile
    if (!overtaken(joined(session).find((one) => one.circle === circle)?.time ?? 0, time)) leave(session, batch, circle, kept);
  });
}

/** The household this person says they belong to; "" for none. @param {Session} session @returns {string} */
export function household(session) {
  return joined(session).at(-1)?.circle ?? "";
}

/** The households that others put this person into, that they may join, and in which somebody still lives, each with the place of who did. @param {Session} session @returns {{circle: string, by: string}[]} */
export function proposedHouseholds(session) {
  const own = new Set(joined(session).map((one) => one.circle));
  return households(session).filter((circle) => !own.has(circle) && session.seat({ circle })).map((circle) => ({ circle, by: session.replica.ofKind("member", circle)[0]?.head.seat ?? "" })).filter(({ by }) => by);
}

/** @param {Session} session @returns {string[]} */
function households(session) {
  return [...session.replica.circles.values()].filter((circle) => circle.kind === "household" && circle.reads).map((circle) => circle.id);
}

/** The households in which this person said so, with when, the newest last: being listed by somebody else is no word of one's own. @param {Session} session @returns {{circle: string, time: number}[]} */
function joined(session) {
  const own = session.own();
  const words = households(session).map((circle) => ({ circle, time: Math.max(0, ...session.replica.ofKind("member", circle).filter((item) => own.has(item.head.seat)).map((item) => item.head.time)) }));
  return words.filter((one) => one.time).sort((a, b) => a.time - b.time || (a.circle < b.circle ? -1 : 1));
}

/** When this person last said where they live; 0: never. @param {Session} session */
function wordOf(session) {
  return joined(session).at(-1)?.time ?? 0;
}

/** Whether these records stand already. @param {Session} session @param {Record<string, string>} ids */
function isMade(session, ids) {
  return Object.values(ids).some((id) => session.replica.items.has(id));
}

/** The own place that can leave the household where this person lives now. @param {Session} session @returns {Seat | null} */
function leaver(session) {
  const home = household(session);
  return home ? session.seat({ circle: home }) : null;
}

/** @param {Session} session @param {Batch} batch @param {string} but @param {Map<string, string>} kept */
function leaveOthers(session, batch, but, kept) {
  for (const { circle } of joined(session)) if (circle !== but && batch.lists.has(circle)) leave(session, batch, circle, kept);
}

/**
 * Leave what is another place's to leave, as one place signs each step: two children may mean two places. Whatever was
 * said later than this one's word stands; said again, this does the rest of a time that broke off.
 * @param {Session} session @param {string} but
 */
async function leaveRest(session, but) {
  const word = joined(session).find((one) => one.circle === but);
  if (word) for (const { circle } of joined(session)) if (circle !== but) await leaveHousehold(session, circle, word.time);
}

/**
 * Take one's word back and go. Of what is to come in its calendar a copy stays with oneself, for nobody else. Without the
 * word, whoever stays can make one a reader again, and nothing of one's own goes there.
 * @param {Session} session @param {Batch} batch @param {string} circle @param {Map<string, string>} kept ids of those copies, made outside
 */
function leave(session, batch, circle, kept) {
  const own = session.own();
  const today = dayOf(batch.now);
  for (const item of session.replica.ofKind("event", circle).filter((one) => isAhead(one.body, today)).slice(0, MOST)) {
    kept.set(item.id, kept.get(item.id) ?? b64(fresh(16)));
    batch.record(batch.author.seat, "event", item.body, { id: kept.get(item.id) });
  }
  for (const item of session.replica.ofKind("member", circle)) if (own.has(item.head.seat) || own.has(item.body.seat)) batch.delete(item);
  batch.exchange(circle, isManaged(session, batch, circle) ? [...own] : batch.readers(circle).map((reader) => reader.ref.slice(2)), []);
}

/** Whether somebody else can still change it: without that nobody in it could ever leave, so all go. @param {Session} session @param {Batch} batch @param {string} circle */
function isManaged(session, batch, circle) {
  const own = session.own();
  return batch.circle(circle).head.managers.some((/** @type {string} */ one) => !own.has(one) && !session.replica.trust.hasEnded(one));
}

/** @param {Record<string, any>} event @param {string} today */
function isAhead(event, today) {
  return String((event.repeat ?? event).until || event.day) >= today;
}
