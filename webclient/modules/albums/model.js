/** Albums as this person's copy knows it, and what the outbox carries out. Pure but for the carriers. */

/** @typedef {import("../../sync/session.js").Session} Session */

/** What waits for this person. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  void [session, now];
  return [];
}

/** What must be done after each change, by whoever's client is open: told in `TOP_UPS`. @param {Session} session */
export async function topUp(session) {
  void session;
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {};
