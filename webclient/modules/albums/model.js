/**
 * Albums as this person's copy knows them. A record in its author's own seat is a draft that nobody else opens; every
 * other one is published to whoever reads its circle. The same as `sync/client/albumrecords.py`. Pure.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { blockedBy } from "../groups/consents.js";
import { audiences, pupils } from "../news/model.js";
import { children, groups, ownChildren } from "../people/model.js";
import { seatFor } from "./seats.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** `items`: the published records, one or one a child; `draft`: the own one; `whole`: what counts, that of the draft until it is published; `acts`: this person may change it. @typedef {{id: string, items: Item[], draft: Item | null, whole: Record<string, any>, published: number, group: string, acts: boolean}} Album */
/** `items`: its records; of a draft the one. `marks`: the children on it, as far as this person may know. @typedef {{id: string, item: Item, items: Item[], part: Part, caption: string, at: number, marks: string[], isDraft: boolean}} Photo */

/** An id for a record that is still to be written. */
export function newId() {
  return b64(fresh(16));
}

/** Whether only its maker has it yet. @param {Item} item */
export function isDraft(item) {
  return item.circle === item.head.seat;
}

/** All albums, drafts too, the newest first; of others those in which this person sees a photo. @param {Session} session @returns {Album[]} */
export function albums(session) {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const item of session.replica.ofKind("album")) found.set(item.body.album, [...(found.get(item.body.album) ?? []), item]);
  const names = new Map(groups(session).map((group) => [group.group, group.name]));
  const filled = new Set(session.replica.ofKind("photo").map((item) => item.body.album));
  const all = [...found].map(([id, items]) => albumOf(session, id, items, names));
  return all.filter((one) => one.draft || one.acts || filled.has(one.id)).sort((a, b) => when(b) - when(a));
}

/** @param {Session} session @param {string} id @returns {Album | null} */
export function album(session, id) {
  return albums(session).find((one) => one.id === id) ?? null;
}

/** @param {Session} session @param {string} id @param {Item[]} all @param {Map<string, string>} names @returns {Album} */
function albumOf(session, id, all, names) {
  const [draft, items] = [all.find(isDraft) ?? null, all.filter((item) => !isDraft(item))];
  const whole = (items[0] ?? draft).body; // a draft beside it may be of before it was changed
  const published = Math.max(0, ...items.map((item) => item.body.published ?? 0));
  return { id, items, draft, whole, published, group: names.get(whole.circle) ?? "", acts: seatFor(session, whole.circle) !== null };
}

/** @param {Album} one */
function when(one) {
  return one.draft ? one.draft.head.time : one.published;
}

/** The published photos of an album, in order. @param {Session} session @param {Album} one @returns {Photo[]} */
export function photosOf(session, one) {
  return inOrder(one.items, sorted(session, one.id).filter((item) => !isDraft(item)), marksOf(session, one.id));
}

/** Those that only this person has yet, in order. @param {Session} session @param {Album} one @returns {Photo[]} */
export function draftsOf(session, one) {
  return inOrder(one.draft ? [one.draft] : [], sorted(session, one.id).filter(isDraft), new Map());
}

/** How many photos each album shows, and the first record of each: for a list, at one look. @param {Session} session @returns {Map<string, Map<string, Item>>} */
export function photosByAlbum(session) {
  /** @type {Map<string, Map<string, Item>>} */
  const found = new Map();
  for (const item of session.replica.ofKind("photo")) {
    const { album: id, photo } = item.body;
    found.set(id, (found.get(id) ?? new Map()).set(photo, item));
  }
  return found;
}

/** @param {Session} session @param {string} id */
function sorted(session, id) {
  return session.replica.ofKind("photo").filter((item) => item.body.album === id);
}

/** By photo the children on it. @param {Session} session @param {string} id @returns {Map<string, string[]>} */
function marksOf(session, id) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { body, circle } of session.replica.ofKind("mark")) if (body.album === id) found.set(body.photo, [...(found.get(body.photo) ?? []), circle]);
  return found;
}

/** @param {Item[]} albums whose order it is, maybe one a child @param {Item[]} items @param {Map<string, string[]>} marks @returns {Photo[]} */
function inOrder(albums, items, marks) {
  /** @type {Map<string, Item[]>} */
  const copies = new Map();
  for (const item of items) copies.set(item.body.photo, [...(copies.get(item.body.photo) ?? []), item]);
  const order = new Map([...new Set(/** @type {string[]} */ (albums.flatMap((item) => item.body.order)))].map((id, at) => [id, at]));
  const place = (/** @type {Photo} */ photo) => order.get(photo.id) ?? order.size;
  return [...copies].map(([id, all]) => photoOf(id, all, marks.get(id)))
    .sort((a, b) => place(a) - place(b) || (a.at || a.item.head.time) - (b.at || b.item.head.time) || (a.id < b.id ? -1 : 1));
}

/** @param {string} id @param {Item[]} items @param {string[]} [marks] @returns {Photo} */
function photoOf(id, items, marks) {
  const [item] = items;
  return { id, item, items, part: /** @type {any} */ (item.body), caption: item.body.caption, at: item.body.at, marks: marks ?? item.body.marks ?? [], isDraft: isDraft(item) };
}

/** Whether a family had it taken away: then only that child's adults and the staff still get it. @param {Photo} photo */
export function isWithheld(photo) {
  return photo.items.some((item) => item.withheld.length > 0);
}

/** By photo why a draft can't be published yet: "consent", or "nobody" in an album where each sees their own child; "" if it can. Alone in their own album, a child needs no consent. @param {Session} session @param {Album} one @param {Photo[]} photos @returns {Map<string, "" | "consent" | "nobody">} */
export function heldOf(session, one, photos) {
  const blocked = new Set(blockedBy(session, [...new Set(photos.flatMap((photo) => photo.marks))]));
  return new Map(photos.map((photo) => [photo.id, whyHeld(one.whole.scope === "own", photo.marks, blocked)]));
}

/** @param {boolean} own @param {string[]} marks @param {Set<string>} blocked @returns {"" | "consent" | "nobody"} */
function whyHeld(own, marks, blocked) {
  if (own && marks.length < 2) return marks.length ? "" : "nobody";
  return marks.some((child) => blocked.has(child)) ? "consent" : "";
}

/** The photos that this person may download: all, those with a child of theirs, or none; staff all. @param {Session} session @param {Album} one @param {Photo[]} photos */
export function downloadable(session, one, photos) {
  if (one.whole.download === "all" || one.acts) return photos;
  const own = new Set(ownChildren(session).map((child) => child.circle));
  return photos.filter((photo) => one.whole.download === "own" && photo.marks.some((child) => own.has(child)));
}

/** Where this person may make albums: their groups, and for the office the school. @param {Session} session @returns {{circle: string, name: string}[]} */
export function places(session) {
  const may = audiences(session);
  return [...may.groups.map((group) => ({ circle: group.group, name: group.name })), ...(may.school ? [{ circle: may.school, name: "" }] : [])];
}

/** Who hears of downloads: the group's team, else the office. @param {Session} session @param {string} circle @returns {string} */
export function receiptsOf(session, circle) {
  return session.replica.trust.groups.find((act) => act.group === circle)?.team ?? session.replica.trust.charter.office;
}

/** By seat the photos of an album that it downloaded, as far as this person is told. @param {Session} session @param {string} id @returns {Map<string, Set<string>>} */
export function downloaders(session, id) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const { body, head } of session.replica.ofKind("fetched")) if (body.album === id) found.set(head.seat, new Set([...(found.get(head.seat) ?? []), ...body.photos]));
  return found;
}

/** First names of the children whose marks this person may read. @param {Session} session @param {Album} one @returns {Map<string, string>} */
export function namesOf(session, one) {
  const found = one.acts ? pupils(session, [one.whole.circle]).map((pupil) => /** @type {[string, string]} */ ([pupil.child, pupil.first])) : [];
  return new Map([...children(session).map((child) => /** @type {[string, string]} */ ([child.circle, child.first])), ...found]);
}
