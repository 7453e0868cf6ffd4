/**
 * A child's dossier comes to the next school: its guardian hands on what was released, that school takes it in. Files keep
 * their keys and ids, so what the last school signed still names the very bytes. The same as `sync/client/dossiers.py`.
 */
import { b64 } from "../../crypto/encoding.js";
import { begin, openSealed, PIECE, put } from "../../sync/blobs.js";
import { Refused } from "../../sync/errors.js";
import { openRelease, prove } from "../../sync/moving.js";
import { staffOf } from "../groups/consents.js";
import { newId } from "./facts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** What was handed on, what it says, and what can be said of it. @typedef {{item: Item, body: Record<string, any>, state: string}} Dossier */

export const FALSE = "false";

/** What the office of the last school released to this guardian, the newest first. @param {Session} session @returns {Item[]} */
export function releases(session) {
  const own = session.own();
  const found = session.replica.ofKind("release").filter((item) => session.replica.trust.seats.get(item.head.seat)?.role === "office" && !own.has(item.head.seat));
  return found.sort((a, b) => b.head.time - a.head.time);
}

/** Whether a release was handed on, as far as that school's copy shows. @param {Session} there @param {Item} release */
export function isHandedOn(there, release) {
  return there.replica.ofKind("dossier").some((item) => item.body.copy.head === release.letter?.head);
}

/** Hand a release on to the next school, for the child (circle) there. @param {Session} home @param {Session} there @param {Item} release @param {string} child @param {(done: number) => void} [onFile] */
export async function handOn(home, there, release, child, onFile = () => undefined) {
  const letter = /** @type {any} */ (release.letter);
  const seat = /** @type {import("../../sync/seats.js").Seat} */ (there.seat({ circle: child }));
  const files = partsOf(release.body.dossier);
  for (const [at, part] of files.entries()) {
    await carry(home, there, part, seat.id);
    onFile(at + 1);
  }
  const { head, body, signature, boxes } = letter;
  const copy = { head, body, signature, boxes, key: b64(home.replica.letterKey(letter)) };
  const id = newId();
  await there.write(seat, [], (batch) => batch.letter("dossier", { child, copy, files, written: batch.now }, staffOf(there, child), { id }));
}

/** The dossiers that reached this person, of one child or all, the newest first. @param {Session} session @param {string} [child] @returns {Dossier[]} */
export function dossiers(session, child = "") {
  const found = session.replica.ofKind("dossier").filter((item) => (!child || item.body.child === child) && isGuardians(session, item));
  return found.sort((a, b) => b.head.time - a.head.time).map((item) => judged(session, item));
}

/** What was brought along of a child, the newest first. @param {Session} session @param {string} child @returns {Item[]} */
export function brought(session, child) {
  return session.replica.ofKind("brought", child).sort((a, b) => b.head.time - a.head.time);
}

/** Put what a dossier brings into the child's circle; throws Refused for one that is not what it says. @param {Session} session @param {Dossier} dossier @param {string} title of the book that holds its files */
export async function takeIn(session, { item, body, state }, title) {
  if (state === FALSE) throw new Refused("unproven");
  const { talks = [], absences = {}, first_day, book = [] } = body.dossier;
  await bring(session, item.body.child, { from: body.school, state, dossier: item.id, talks, absences, first_day }, book, title);
}

/** @param {Session} session @param {string} child @param {Record<string, any>} body @param {Record<string, any>[]} book @param {string} title */
export async function bring(session, child, body, book, title) {
  const ids = Array.from({ length: 2 + book.length }, newId);
  const seat = /** @type {import("../../sync/seats.js").Seat} */ (session.seat({ circle: child }));
  await session.write(seat, [child], (batch) => {
    if (session.replica.items.has(ids[0])) return;
    if (book.length) batch.record(child, "book", { title, text: "", within: "" }, { id: ids[1] });
    for (const [at, one] of book.entries()) {
      const text = [one.book, one.text].filter(Boolean).join(" · ");
      batch.record(child, "document", { title: one.title, text, book: ids[1], file: one.file, earlier: [], made: one.made, changed: 0, until: 0, tells: "" }, { id: ids[at + 2] });
    }
    batch.record(child, "brought", { ...body, book: book.length ? ids[1] : "", written: batch.now }, { id: ids[0] });
  });
}

/** All files that a body names, wherever in it, each once. @param {unknown} body @returns {Part[]} */
export function partsOf(body) {
  return [...new Map(named(body).map((part) => [part.blob, part])).values()];
}

/** @param {any} body @returns {Part[]} */
function named(body) {
  if (!body || typeof body !== "object") return [];
  return [...(typeof body.blob === "string" && "key" in body ? [body] : []), ...Object.values(body).flatMap(named)];
}

/** Send a file as it is: the same sealed bytes under the same id, once they are what the part says. @param {Session} home @param {Session} there @param {Part} part @param {string} circle */
async function carry(home, there, part, circle) {
  const answer = await home.wire.ask(`/api/blobs/${part.blob}/content`, {});
  const sealed = new Uint8Array(await answer.arrayBuffer());
  openSealed(part, sealed);
  for (let at = await begin(part.blob, circle, sealed.length, there.wire); at < sealed.length; )
    at = await put(part.blob, at, sealed.subarray(at, at + PIECE), undefined, there.wire);
}

/** @param {Session} session @param {Item} item @returns {Dossier} */
function judged(session, item) {
  const { trust } = session.replica;
  try {
    const body = openRelease(item.body.copy);
    const state = prove(item.body.copy, trust.peers, b64(trust.root));
    const listed = new Set(item.body.files.map((/** @type {Part} */ part) => part.blob));
    return { item, body, state: partsOf(body.dossier).every((part) => listed.has(part.blob)) ? state : FALSE };
  } catch {
    return { item, body: {}, state: FALSE };
  }
}

/** @param {Session} session @param {Item} item */
function isGuardians(session, item) {
  const seat = session.replica.trust.seats.get(item.head.seat);
  return seat?.role === "guardian" && seat.circles.includes(item.body.child);
}
