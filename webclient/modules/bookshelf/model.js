/** Bookshelf as the rest of the app knows it: what waits for this person, what goes on by itself, what the outbox does. */
import { tidyFiles } from "../../sync/keeping.js";
import { dueOf, handinCarriers } from "./handins.js";
import { shelf } from "./shelf.js";
import { expire, followFamilies, shelfCarriers } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** What waits for this person: files that are asked of them. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  return dueOf(session, now);
}

/** How many files are new. @param {Session} session */
export function countNew(session) {
  return shelf(session).docs.filter((one) => one.fresh).length;
}

/** Own documents past their date go, what was sent to a family follows it, and this device keeps nothing that is gone. @param {Session} session */
export async function topUp(session) {
  await expire(session, Date.now());
  await followFamilies(session);
  await tidyFiles(session.vault, session.replica.items.values());
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = { ...shelfCarriers, ...handinCarriers };
