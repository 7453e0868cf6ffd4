/** Bookshelf as the rest of the app knows it: what waits for this person, what goes on by itself, what the outbox does. */
import { dueOf, handinCarriers } from "./handins.js";
import { shelf } from "./shelf.js";
import { expire, shelfCarriers } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** What waits for this person: files that are asked of them. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  return dueOf(session, now);
}

/** How many files are new. @param {Session} session */
export function countNew(session) {
  return shelf(session).docs.filter((one) => one.fresh).length;
}

/** Documents of one's own that are past their date go. @param {Session} session */
export async function topUp(session) {
  return expire(session, Date.now());
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = { ...shelfCarriers, ...handinCarriers };
