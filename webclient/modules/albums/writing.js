/**
 * What people do with albums. Ids come from outside, and each batch looks at what is there by then, so that trying again
 * does nothing twice. Publishing moves photos from the draft to whom they are for, in pieces that a request can hold.
 */
import { album, albums, draftsOf, heldOf, isDraft, newId, photosOf } from "./model.js";
import { seatFor } from "./seats.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./model.js").Photo} Photo */
/** @typedef {import("./model.js").Album} Album */

/** Entries in one batch. */
const MOST = 300;
export const BLANK = { title: "", text: "", day: "", circle: "", cover: "", order: /** @type {string[]} */ ([]), download: "all", scope: "all", until: "" };

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "albums.draft": (session, { data }) => carryDraft(session, data),
  "albums.photo": (session, { data }) => carryPhoto(session, data),
  "albums.publish": (session, { data }) => carryPublish(session, data.album),
  "albums.change": (session, { data }) => onItems(session, session.replica.ofKind("album").filter((item) => item.body.album === data.album), (batch, item) => again(batch, item, fitting(item, data.fields))),
  "albums.describe": (session, { data }) => onItems(session, photosById(session, [data.photo]), (batch, item) => again(batch, item, { caption: data.caption })),
  "albums.mark": (session, { data }) => carryMarks(session, data.photos, data.add, data.drop),
  "albums.remove": (session, { data }) => onItems(session, [...photosById(session, data.photos), ...marksById(session, data.photos)], (batch, item) => batch.delete(item)),
  "albums.back": (session, { data }) => carryBack(session, data.photos),
  "albums.delete": (session, { data }) => onItems(session, wholeOf(session, data.album), (batch, item) => batch.delete(item)),
  "albums.fetched": (session, { data }) => carryFetched(session, data),
};

/** Where the draft of an album stands, or would: the own seat that writes there. @param {Session} session @param {string} circle @returns {import("../../sync/seats.js").Seat} */
export function makerSeat(session, circle) {
  const seat = seatFor(session, circle);
  if (!seat) throw new Error("not-a-writer");
  return seat;
}

/** @param {Session} session @param {{record: string, body: Record<string, any>}} data */
async function carryDraft(session, { record, body }) {
  const seat = makerSeat(session, body.circle);
  await session.write(seat, [], (batch) => void (session.replica.items.has(record) || batch.record(seat.id, "album", body, { id: record })));
}

/** A photo whose file is there; `record`, `whole`: ids made when it was chosen. @param {Session} session @param {{record: string, whole: string, seat: string, body: Record<string, any>}} data */
async function carryPhoto(session, { record, whole, seat: id, body }) {
  const seat = session.replica.trust.seats.get(id);
  if (!seat) return;
  await session.write(seat, [], (batch) => {
    const one = album(session, body.album);
    if (!one || session.replica.items.has(record)) return; // the album is gone, or this was sent before
    if (!one.draft) batch.record(id, "album", one.whole, { id: whole });
    batch.record(id, "photo", body, { id: record });
  });
}

/** @param {Session} session @param {string} id */
async function carryPublish(session, id) {
  const one = album(session, id);
  if (!one?.draft) return;
  const seat = /** @type {any} */ (session.replica.trust.seats.get(one.draft.circle));
  const drafts = draftsOf(session, one);
  const why = heldOf(session, one, drafts);
  const ready = drafts.filter((photo) => !why.get(photo.id));
  const order = ready.map((photo) => photo.id);
  for (const some of pieces(ready, (photo) => 2 + 2 * photo.marks.length)) {
    const ids = new Set(some.map((photo) => photo.id));
    const touched = some.flatMap((photo) => [...placesOf(one, photo), ...photo.marks]);
    await session.write(seat, [...new Set(touched)], (batch) => publishSome(session, batch, id, ids, order));
  }
  await session.write(seat, [], (batch) => tidy(session, batch, id));
}

/** The circles in which a photo will stand. @param {Album} one @param {Photo} photo @returns {string[]} */
function placesOf(one, photo) {
  return one.whole.scope === "own" ? photo.marks : [one.whole.circle];
}

/** @param {Session} session @param {Batch} batch @param {string} id @param {Set<string>} ids those of this piece @param {string[]} order all that are being published */
function publishSome(session, batch, id, ids, order) {
  const one = album(session, id);
  const waiting = one ? draftsOf(session, one).filter((photo) => ids.has(photo.id)) : [];
  if (!one) return;
  const places = new Set(waiting.flatMap((photo) => placesOf(one, photo)));
  const all = draftsOf(session, one);
  for (const circle of places) {
    const here = order.filter((photo) => one.whole.scope === "all" || all.some((other) => other.id === photo && other.marks.includes(circle)));
    publishAlbum(batch, one, circle, here);
  }
  for (const photo of waiting) publishPhoto(batch, one, photo);
}

/** The album where its photos come, told anew with the first of them. @param {Batch} batch @param {Album} one @param {string} circle @param {string[]} ids */
function publishAlbum(batch, one, circle, ids) {
  const before = one.items.find((item) => item.circle === circle) ?? null;
  const known = before?.body.order ?? [];
  const fresh = ids.filter((photo) => !known.includes(photo));
  if (before && !fresh.length) return;
  batch.record(circle, "album", { ...one.whole, order: [...known, ...fresh], published: batch.now, added: fresh.length }, { replaces: before });
}

/** The record that keeps the file stands before the end of the draft that had it. @param {Batch} batch @param {Album} one @param {Photo} photo */
function publishPhoto(batch, one, photo) {
  const { marks, ...body } = photo.item.body;
  for (const circle of placesOf(one, photo)) batch.record(circle, "photo", body);
  for (const child of marks) batch.record(child, "mark", { photo: photo.id, album: one.id, circle: one.whole.scope === "own" ? child : one.whole.circle });
  batch.delete(photo.item);
}

/** The draft of an album goes when nothing is left in it. @param {Session} session @param {Batch} batch @param {string} id */
function tidy(session, batch, id) {
  const one = album(session, id);
  if (one?.draft && one.items.length && !draftsOf(session, one).length) batch.delete(one.draft);
}

/** Where each sees their own child, an order names what stands there and nothing else. @param {Item} item @param {Record<string, any>} fields */
function fitting(item, fields) {
  if (!fields.order || isDraft(item) || item.body.scope === "all") return fields;
  return { ...fields, order: fields.order.filter((/** @type {string} */ id) => item.body.order.includes(id)) };
}

/** Say that some children are on photos, and others not. @param {Session} session @param {string[]} ids @param {string[]} add @param {string[]} drop */
async function carryMarks(session, ids, add, drop) {
  const marksOf = (/** @type {string[]} */ before) => [...new Set([...before.filter((child) => !drop.includes(child)), ...add])].sort();
  await onItems(session, photosById(session, ids).filter(isDraft), (batch, item) => again(batch, item, { marks: marksOf(item.body.marks) }));
  for (const some of pieces(shownById(session, ids).filter((photo) => !photo.isDraft), () => add.length + drop.length)) {
    const seat = makerSeat(session, some[0].item.circle);
    await session.write(seat, [...add, ...drop], (batch) => some.forEach((photo) => remark(session, batch, photo, add, drop)));
  }
}

/** @param {Session} session @param {Batch} batch @param {Photo} photo @param {string[]} add @param {string[]} drop */
function remark(session, batch, photo, add, drop) {
  const now = marksById(session, [photo.id]);
  for (const child of add) if (!now.some((item) => item.circle === child)) batch.record(child, "mark", { photo: photo.id, album: photo.item.body.album, circle: photo.item.circle });
  for (const item of now) if (drop.includes(item.circle)) batch.delete(item);
}

/** Take published photos back into the draft: from then on only its maker has them. @param {Session} session @param {string[]} ids */
async function carryBack(session, ids) {
  for (const some of pieces(shownById(session, ids).filter((photo) => !photo.isDraft), (photo) => 3 + photo.items.length + photo.marks.length)) {
    const one = album(session, some[0].item.body.album);
    if (!one) return;
    const seat = makerSeat(session, one.whole.circle);
    const touched = some.flatMap((photo) => [...photo.items.map((item) => item.circle), ...photo.marks]);
    const draft = newId();
    await session.write(seat, [...new Set(touched)], (batch) => {
      if (!album(session, one.id)?.draft) batch.record(seat.id, "album", one.whole, { id: draft });
      for (const photo of shownById(session, some.map((other) => other.id)).filter((other) => !other.isDraft)) takeBack(session, batch, seat.id, photo);
    });
  }
}

/** @param {Session} session @param {Batch} batch @param {string} seat @param {Photo} photo */
function takeBack(session, batch, seat, photo) {
  batch.record(seat, "photo", { ...photo.item.body, marks: photo.marks });
  for (const item of [...photo.items, ...marksById(session, [photo.id])]) batch.delete(item);
}

/** Tell the album's team what was downloaded, with what was before. @param {Session} session @param {{album: string, photos: string[], record: string}} data */
async function carryFetched(session, data) {
  const one = album(session, data.album);
  if (!one?.items.length) return;
  const own = session.own();
  const said = () => session.replica.ofKind("fetched").find((item) => item.body.album === data.album && own.has(item.head.seat)) ?? null;
  const seat = session.replica.trust.seats.get(said()?.head.seat ?? "") ?? session.seat({ role: "guardian" }) ?? session.seat();
  if (seat) await session.write(seat, [], (batch) => {
    const before = said();
    const photos = [...new Set([...data.photos, ...(before?.body.photos ?? [])])].sort();
    if (photos.length === before?.body.photos.length) return;
    batch.letter("fetched", { album: data.album, photos }, [one.whole.receipts], { id: data.record, replaces: before });
  });
}

/** Every record of an album that this person may end: its photos, marks, drafts of one's own. @param {Session} session @param {string} id @returns {Item[]} */
export function wholeOf(session, id) {
  const photos = session.replica.ofKind("photo").filter((item) => item.body.album === id);
  const marks = session.replica.ofKind("mark").filter((item) => item.body.album === id);
  return [...photos, ...marks, ...session.replica.ofKind("album").filter((item) => item.body.album === id)];
}

/** Do something to records, some hundred at once, each as it is by then; those in an own seat in its name. @param {Session} session @param {Item[]} items @param {(batch: Batch, item: Item) => unknown} act */
export async function onItems(session, items, act) {
  /** @type {Map<string, Item[]>} */
  const bySeat = new Map();
  for (const item of items) {
    const seat = isDraft(item) ? item.circle : seatFor(session, item.circle)?.id;
    if (seat) bySeat.set(seat, [...(bySeat.get(seat) ?? []), item]);
  }
  for (const [id, all] of bySeat) for (const some of pieces(all, () => 1)) {
    const touched = new Set(some.filter((item) => !isDraft(item)).map((item) => item.circle));
    await session.write(/** @type {any} */ (session.replica.trust.seats.get(id)), [...touched], (batch) => some.map((item) => session.replica.items.get(item.id)).forEach((item) => item && act(batch, item)));
  }
}

/** @param {Batch} batch @param {Item} item @param {Record<string, any>} fields */
function again(batch, item, fields) {
  batch.record(item.circle, item.kind, { ...item.body, ...fields }, { replaces: item });
}

/** In batches that a request can hold. @template T @param {T[]} things @param {(thing: T) => number} weigh @returns {T[][]} */
export function pieces(things, weigh) {
  /** @type {T[][]} */
  const found = [];
  let weight = MOST;
  for (const thing of things) {
    weight += weigh(thing);
    if (weight > MOST || !found.length) [weight] = [weigh(thing), found.push([])];
    found[found.length - 1].push(thing);
  }
  return found;
}

/** @param {Session} session @param {string[]} ids */
function photosById(session, ids) {
  const wanted = new Set(ids);
  return session.replica.ofKind("photo").filter((item) => wanted.has(item.body.photo));
}

/** @param {Session} session @param {string[]} ids */
function marksById(session, ids) {
  const wanted = new Set(ids);
  return session.replica.ofKind("mark").filter((item) => wanted.has(item.body.photo));
}

/** @param {Session} session @param {string[]} ids @returns {Photo[]} */
function shownById(session, ids) {
  const wanted = new Set(ids);
  return albums(session).flatMap((one) => [...photosOf(session, one), ...draftsOf(session, one)]).filter((photo) => wanted.has(photo.id));
}
