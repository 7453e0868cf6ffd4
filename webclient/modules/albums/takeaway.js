/**
 * A parent who does not want a photo of their child to be shown: it is withheld from everybody else, and the server's answer
 * is that it is done. The same as `sync/client/takeaway.py`.
 */
import { Problem } from "../../sync/http.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** Records in one request. */
const MOST = 400;

/** Whether a child stands on a photo, as its guardians know. @param {Session} session @param {string} photo @param {string} child */
export function isIn(session, photo, child) {
  return session.replica.ofKind("mark", child).some((item) => item.body.photo === photo);
}

/** Whether a photo is for the child's own adults and the staff alone by now. @param {Item} photo its record @param {string} child */
export function isAway(photo, child) {
  return photo.withheld.includes(child);
}

/** Have a photo withheld from everybody but the child's own adults and the staff. @param {Session} session @param {Item} photo its record @param {string} child */
export async function takeAway(session, photo, child) {
  await withhold(session, [photo.id], child);
}

/** @param {Session} session @param {string[]} records @param {string} child */
export async function withhold(session, records, child) {
  for (let at = 0; at < records.length; at += MOST) await ask(session, records.slice(at, at + MOST), child);
  if (records.length) await session.sync();
}

/** All at once; where one of them is gone meanwhile, each by itself, so that it does not save the others. @param {Session} session @param {string[]} records @param {string} child */
async function ask(session, records, child) {
  const ends = (/** @type {unknown} */ error) => {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
  };
  const gone = await session.wire.call("POST", "/api/withholdings", { records, circle: child }).then(() => false, (error) => (ends(error), true));
  if (gone && records.length > 1) for (const record of records) await session.wire.call("POST", "/api/withholdings", { records: [record], circle: child }).catch(ends);
  else if (gone) throw new Problem(404, { code: "not-found" });
}

/** Withhold every photo that a mark says the child is on, however old. @param {Session} session @param {string} child */
export async function withholdMarked(session, child) {
  await readAll(session, child);
  await withhold(session, photosOf(session, child).filter((item) => !isAway(item, child)).map((item) => item.id), child);
}

/** The photos this person gets that a mark says the child is on, where others see them: no draft, no album of the child's own. @param {Session} session @param {string} child @returns {Item[]} */
export function photosOf(session, child) {
  const marked = new Set(session.replica.ofKind("mark", child).map((item) => item.body.photo));
  return session.replica.ofKind("photo").filter((item) => marked.has(item.body.photo) && item.circle !== item.head.seat && item.circle !== child);
}

/** Fetch older records until every mark of the child, and the photo of each, is here or nowhere. @param {Session} session @param {string} child */
async function readAll(session, child) {
  while (session.replica.circles.get(child)?.before) await session.past(child);
  for (const { body } of session.replica.ofKind("mark", child)) {
    const circle = session.replica.circles.get(body.circle);
    while (circle?.reads && circle.before && !session.replica.ofKind("photo").some((item) => item.body.photo === body.photo)) await session.past(circle.id);
  }
}
