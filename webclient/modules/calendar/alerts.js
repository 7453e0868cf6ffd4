/**
 * Reminders of one's own: how long before an event, and the letter to oneself that the server holds until then. It is
 * held for two weeks at the most, so it is written when the event comes near, and anew when it moves.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { occurrences } from "../../sync/occurrences.js";
import { dayOf, instant } from "../../sync/zone.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {{at: number, day: string, start: string, original: string, until: string}} Due */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far ahead (ms) a reminder is given to the server. */
const LONGEST = 13 * DAY;
/** How far ahead (ms) an event is looked for: longer than any reminder before it and the time that it is held. */
const LOOKED_AT = 30 * DAY;

/** The reminder that was chosen for an event. @param {Session} session @param {string} event @returns {Item | null} */
export function timer(session, event) {
  return session.replica.ofKind("timer").find((item) => item.body.event === event) ?? null;
}

/** The choice as the outbox carries it. @param {Session} session @param {{id: string, event: string, before: number | null}} data minutes; null: no more */
export async function setTimer(session, { id, event, before }) {
  const known = timer(session, event);
  const seat = known ? session.replica.trust.seats.get(known.circle) : session.seat();
  if (seat) await session.write(seat, [], (batch) => {
    const newest = timer(session, event);
    if (before !== null) batch.record(seat.id, "timer", { event, before }, { id, replaces: newest });
    else if (newest) batch.delete(newest);
  });
  await plantAlerts(session);
}

/** Give the server the reminders that are near, and take back those that are no longer right. @param {Session} session @param {number} [now] ms */
export async function plantAlerts(session, now = Date.now()) {
  const waiting = session.replica.ofKind("alert").filter((item) => item.body.at > now);
  const wanted = dueAlerts(session, now);
  const first = new Map(waiting.sort((a, b) => (a.id < b.id ? 1 : -1)).map((item) => [`${item.body.event} ${item.body.at}`, item.id])); // two devices may have been as fast
  const wrong = waiting.filter((item) => wanted.get(item.body.event)?.at !== item.body.at || first.get(`${item.body.event} ${item.body.at}`) !== item.id);
  const missing = [...wanted].filter(([event, { at }]) => !waiting.some((item) => item.body.event === event && item.body.at === at));
  const ids = new Map(missing.map(([event]) => [event, b64(fresh(16))]));
  for (const seat of session.replica.seats().filter((one) => wrong.some((item) => item.circle === one.id)))
    await session.write(seat, [], (batch) => wrong.filter((item) => item.circle === seat.id && session.replica.items.has(item.id)).forEach((item) => batch.delete(item)));
  const own = session.seat();
  if (own && missing.length) await session.write(own, [], (batch) => {
    for (const [event, one] of missing) {
      const id = ids.get(event) ?? "";
      const title = session.replica.items.get(event)?.body.title;
      const { until, ...body } = one;
      if (!session.replica.items.has(id)) batch.letter("alert", { event, title, ...body }, [], { id, until: instant(until) + 2 * DAY, hold: Math.max(1, one.at - batch.now) });
    }
  });
}

/** By event, the next time to be reminded of it, where that is near. @param {Session} session @param {number} now ms @returns {Map<string, Due>} */
export function dueAlerts(session, now) {
  const found = session.replica.ofKind("timer").map(({ body }) => {
    const event = session.replica.items.get(body.event);
    const next = event?.kind === "event" ? nextOf(event, Number(body.before), now) : null;
    return /** @type {[string, Due | null]} */ ([body.event, next]);
  });
  return new Map(/** @type {[string, Due][]} */ (found.filter(([, next]) => next)));
}

/** @param {Item} event @param {number} before minutes; of a whole day, before its midnight @param {number} now ms @returns {Due | null} */
function nextOf({ body }, before, now) {
  for (const { day, start, original, until, cancelled } of occurrences(body, dayOf(now), dayOf(now + LOOKED_AT))) {
    const at = instant(day, start || "00:00") - before * MINUTE;
    if (!cancelled && now < at && at <= now + LONGEST) return { at, day, start, original, until };
  }
  return null;
}
