/**
 * New keys where somebody left or a date passed: which circles still wait for them, and giving them now, one circle a
 * request, so that it can be stopped and gone on with. The same as `sync/client/renewal.py`.
 */
import { mayRotate } from "../../sync/batch.js";
import { RANK } from "../../sync/circles.js";
import { officeSeat } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {(done: number, total: number) => void} Progress */

/** The circles that wait for new keys, innermost first: somebody in them left, or what they nest has new keys itself. @param {Session} session @param {Progress} [progress] @param {() => boolean} [stop] @returns {Promise<string[]>} */
export async function due(session, progress = () => undefined, stop = () => false) {
  const seat = officeSeat(session);
  const circles = [...session.replica.circles.values()].filter((circle) => mayRotate(session.replica, seat.id, circle.id)).sort((a, b) => RANK[a.kind] - RANK[b.kind]);
  const found = new Set(/** @type {string[]} */ ([]));
  for (const [at, { id }] of circles.entries()) {
    if (stop()) break;
    const batch = await session.batch(seat, [id]);
    if (batch.isDue(id) || batch.readers(id).some((reader) => found.has(reader.ref.slice(2)))) found.add(id);
    progress(at + 1, circles.length);
  }
  return [...found];
}

/** Give new keys to all that waits for them; returns how many circles that were. Stopped, it goes on where it was. @param {Session} session @param {Progress} [progress] @param {() => boolean} [stop] */
export async function renew(session, progress = () => undefined, stop = () => false) {
  const waiting = await due(session, undefined, stop);
  let done = 0;
  for (const circle of waiting) {
    if (stop()) break;
    await session.write(officeSeat(session), [circle], (batch) => batch.freshen(circle));
    progress((done += 1), waiting.length);
  }
  return done;
}
