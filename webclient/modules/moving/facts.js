/** What departures are made of: who has custody, what the office knows, which departure is meant. Pure. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Refused } from "../../sync/errors.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** An id for a record that is still to be written. */
export function newId() {
  return b64(fresh(16));
}

/** The seats of all who have custody of a child now. @param {Session} session @param {string} child @returns {string[]} */
export function custody(session, child) {
  const now = Date.now();
  return [...session.replica.trust.seats.values()].filter((one) => one.role === "guardian" && one.circles.includes(child) && one.alive(now)).map((one) => one.id).sort();
}

/** The id and hash of a departure, also of one that was passed on. @param {Item} item @returns {[string, string]} */
export function named(item) {
  return /** @type {any} */ (item.body.of ?? [item.id, item.hash]);
}

/** What the office knows of a child. @param {Session} session @param {string} child @returns {Item} */
export function rowOf(session, child) {
  const found = session.replica.ofKind("roster").find((item) => item.body.child === child);
  if (!found) throw new Refused("unknown-child");
  return found;
}
