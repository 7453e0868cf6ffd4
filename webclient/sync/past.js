/**
 * What a new device has not fetched yet: the older records of every circle, after the newest ones are on the screen. One
 * walk at a time for a session, as each page must lead up to the one before.
 */
import { WHOLE } from "./circles.js";

/** @typedef {import("./session.js").Session} Session */

/** @type {WeakMap<Session, Promise<void>>} */
const walks = new WeakMap();

/** Fetch all of the past that is missing; whoever asks while it is on its way waits for the same walk. @param {Session} session @returns {Promise<void>} */
export function fetchPast(session) {
  const going = walks.get(session) ?? walk(session).finally(() => walks.delete(session));
  walks.set(session, going);
  return going;
}

/** @param {Session} session */
async function walk(session) {
  const circles = [...session.replica.circles.values()].filter((one) => !WHOLE.includes(one.kind)); // those are fetched before
  for (const circle of circles) while (circle.before) await session.past(circle.id);
}
