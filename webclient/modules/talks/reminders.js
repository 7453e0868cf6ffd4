/**
 * A reminder of an own talk, a day before: a letter to oneself that the server holds until then. It is held for two weeks
 * at the most, so it is written when the talk comes near, and anew when it moves.
 */
import { instant } from "../../sync/zone.js";
import { ownTalks } from "./rounds.js";
import { newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {{booking: string, round: string, day: string, start: string, at: number}} Reminder */

const DAY = 24 * 3600 * 1000;
/** How far ahead (ms) a reminder is given to the server. */
const LONGEST = 13 * DAY;

/** The reminders of own talks that are near, by booking. @param {Session} session @param {number} now ms @returns {Map<string, Reminder>} */
export function wantedReminders(session, now) {
  const found = ownTalks(session).flatMap(({ item, slot }) => {
    const at = slot ? instant(slot.day, slot.start) - DAY : 0;
    return slot && at > now && at <= now + LONGEST ? [{ booking: item.id, round: item.body.round, day: slot.day, start: slot.start, at }] : [];
  });
  return new Map(found.map((one) => [one.booking, one]));
}

/** Give the server what is near, and take back what is no longer right. @param {Session} session @param {number} [now] ms */
export async function plantReminders(session, now = Date.now()) {
  const own = session.own();
  const waiting = session.replica.ofKind("talkalert").filter((item) => own.has(item.head.seat) && item.body.at > now);
  const wanted = wantedReminders(session, now);
  const right = waiting.filter(({ body }) => wanted.get(body.booking)?.at === body.at).sort((a, b) => (a.id < b.id ? 1 : -1));
  const kept = new Map(right.map((item) => [item.body.booking, item.id])); // the first by id: two devices may plant one at once
  const wrong = waiting.filter(({ id, body }) => kept.get(body.booking) !== id);
  const missing = [...wanted.values()].filter((one) => !waiting.some(({ body }) => body.booking === one.booking && body.at === one.at));
  for (const seat of session.replica.seats().filter((one) => wrong.some((item) => item.circle === one.id)))
    await session.write(seat, [], (batch) => wrong.filter((item) => item.circle === seat.id && session.replica.items.has(item.id)).forEach((item) => batch.delete(item)));
  const seat = session.seat();
  const ids = missing.map(newId);
  if (seat && missing.length) await session.write(seat, [], (batch) => missing.forEach((one, at) => {
    if (!session.replica.items.has(ids[at])) batch.letter("talkalert", one, [], { id: ids[at], until: instant(one.day) + 2 * DAY, hold: Math.max(1, one.at - batch.now) });
  }));
}
