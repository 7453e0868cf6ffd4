/**
 * What staff do with photos that a family had taken away: make the child unrecognizable, throw the photo away, or give it
 * back since the child is not on it. The same as `sync/client/takedown.py`. Pure but for what writes.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Refused } from "../../sync/errors.js";
import { Problem } from "../../sync/http.js";
import { book, refuses, staffSeat } from "../groups/consents.js";
import { t } from "../../ui/locale.js";
import { boxes } from "../lunch/stay.js";
import { photosOf, withhold } from "./takeaway.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** A photo that waits for staff to see to it: `since` ms; `settled`: the records that say what became of it before. @typedef {{photo: string, child: string, item: Item, since: number, marked: boolean, settled: string[]}} Task */
/** What a family is told of a photo; `done`: "" while staff are at it, hidden, kept, gone. @typedef {{photo: string, album: string, families: number, done: string, at: number, item: Item | null}} Told */

/** In how many days staff see to it. */
export const DAYS = 5;
const DAY = 24 * 3_600_000;
/** How long (ms) Today asks a parent. */
const ASKED = 14 * DAY;

/** All that waits to be seen to, the oldest first. @param {Session} session @returns {Task[]} */
export function tasks(session) {
  const found = new Map(withheld(session).map(({ item, child }) => [`${item.body.photo} ${child}`, taskOf(session, item, child)]));
  return [...found.values()].sort((a, b) => a.since - b.since);
}

/** What a child's family is told of its photos, the newest first, each once. @param {Session} session @param {string} child @returns {Told[]} */
export function toldOf(session, child) {
  /** @type {Map<string, Told>} */
  const found = new Map();
  const photos = session.replica.ofKind("photo").filter((item) => item.circle !== item.head.seat);
  const shown = new Map(photos.map((item) => [item.body.photo, item]));
  for (const item of photos) if (item.withheld.includes(child)) found.set(item.body.photo, { photo: item.body.photo, album: item.body.album, families: 0, done: "", at: item.head.time, item });
  const said = session.replica.ofKind("taken", child).sort((a, b) => a.head.time - b.head.time);
  for (const { body, head } of said) if (body.done || found.has(body.photo)) found.set(body.photo, { photo: body.photo, album: body.album, families: body.families, done: body.done, at: head.time, item: shown.get(body.photo) ?? null });
  return [...found.values()].sort((a, b) => b.at - a.at);
}

/** The seats of other families that downloaded a photo, as far as staff were told. @param {Session} session @param {string} photo @param {string} child @returns {Seat[]} */
export function downloaded(session, photo, child) {
  const letters = session.replica.ofKind("fetched").filter((item) => item.body.photos.includes(photo));
  const seats = [...new Set(letters.map((item) => item.head.seat))].map((seat) => session.replica.trust.seats.get(seat));
  return /** @type {Seat[]} */ (seats.filter((seat) => seat && !seat.circles.includes(child)));
}

/** How many families these seats are of. @param {Seat[]} seats */
export function familiesOf(seats) {
  return new Set(seats.map((seat) => seat.circles.join())).size;
}

/** What this parent is asked to throw away, the newest first, each photo once though two of the staff ask. @param {Session} session @returns {{id: string, album: string, at: number}[]} */
export function askedBack(session) {
  const own = session.own();
  const titles = new Map(session.replica.ofKind("album").map((item) => [item.body.album, item.body.title]));
  const asked = session.replica.ofKind("erase").filter((item) => !own.has(item.head.seat)).sort((a, b) => b.head.time - a.head.time);
  return [...new Map(asked.map((item) => [item.body.photo, item])).values()] // the first word of each
    .sort((a, b) => b.head.time - a.head.time).map(({ id, body, head }) => ({ id, album: titles.get(body.album) ?? "", at: head.time }));
}

/** What waits for staff to see to, and for some days what a parent is asked to throw away. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  const [found, asked] = [tasks(session), askedBack(session).filter((one) => one.at > now - ASKED)];
  const late = Math.min(...found.map((one) => one.since)) + DAYS * DAY;
  return [
    ...(found.length ? [{ id: "photo tasks", text: t("tasks-due", { count: found.length }), about: t("tasks-due-about"), href: "/albums/tasks", child: "", until: late }] : []),
    ...(asked.length ? [{ id: `erase ${asked[0].id}`, text: t("erase-due"), about: asked[0].album, href: "/albums/erase", child: "", until: 0 }] : []),
  ];
}

/** What whichever client of the staff is open does first: takes along what must be withheld as well, counts, asks back. @param {Session} session */
export async function topUp(session) {
  await spread(session);
  for (const { photo, child } of tasks(session)) await follow(session, photo, child);
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "albums.away": (session, { data }) => withhold(session, data.records, data.child),
  "albums.hide": (session, { data }) => hide(session, data),
  "albums.give-back": (session, { data }) => settle(session, data, "kept"),
  "albums.shred": (session, { data }) => shred(session, data.photo),
};

/** Whether something is under way with a task's photo: a new picture of it is of the whole photo, whichever child it is for. @param {{type: string, data: any}[]} waits @param {{photo: string, child: string}} task */
export function isUnderWay(waits, { photo, child }) {
  return waits.some(({ type, data }) => data?.photo === photo && (["albums.hide", "albums.shred"].includes(type) || (type === "albums.give-back" && data.child === child)));
}

/**
 * Put another picture in a photo's place, on which the child is not to be recognized, and give it back. Throws Refused
 * `picture-changed` where it was not made from what is there now: it would show whom a colleague has hidden meanwhile.
 * @param {Session} session @param {{photo: string, child: string, part: Part, from: string, record: string}} data `from`: the file it was made from
 */
async function hide(session, data) {
  const { photo, part, from } = data;
  for (const { id, circle } of copies(session, photo)) await inCircle(session, circle, (batch) => {
    const item = session.replica.items.get(id);
    if (!item || item.body.blob === part.blob) return;
    if (item.body.blob !== from) throw new Refused("picture-changed");
    batch.record(circle, "photo", { ...item.body, ...part }, { replaces: item });
  });
  await settle(session, data, "hidden");
}

/** Give a photo back, unless it was settled since somebody pressed: then it was taken away anew. @param {Session} session @param {{photo: string, child: string, record: string, since?: string[]}} data `since`: what was settled then; `record`: the id of what says so now @param {string} done */
async function settle(session, { photo, child, record, since }, done) {
  await session.sync();
  const isOld = () => since && settled(session, photo, child).some((id) => id !== record && !since.includes(id));
  const found = copies(session, photo).filter((item) => item.withheld.includes(child));
  if (!found.length || isOld()) return; // a colleague was faster
  await tell(session, photo, child, done, record, isOld);
  if (isOld()) return;
  await unmark(session, photo, child);
  for (const item of found) await session.wire.call("DELETE", `/api/withholdings/${item.id}/${child}`).catch(unlessGone);
  await session.sync();
}

/** The records that say what became of a photo, in the order of their ids. @param {Session} session @param {string} photo @param {string} child @returns {string[]} */
function settled(session, photo, child) {
  return session.replica.ofKind("taken", child).filter(({ body }) => body.photo === photo && body.done).map((item) => item.id).sort();
}

/** Throw a photo away, with its marks, for all children who had it taken away. @param {Session} session @param {string} photo */
async function shred(session, photo) {
  const found = copies(session, photo);
  for (const child of new Set(found.flatMap((item) => item.withheld))) {
    await tell(session, photo, child, "gone");
    await unmark(session, photo, child);
  }
  for (const { id, circle } of found) await inCircle(session, circle, (batch) => {
    const item = session.replica.items.get(id);
    if (item) batch.delete(item);
  });
}

/** @param {unknown} error */
function unlessGone(error) {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
}

/** What is withheld and this person could edit, with the child for whom. @param {Session} session @returns {{item: Item, child: string}[]} */
function withheld(session) {
  const found = session.replica.ofKind("photo").flatMap((item) => item.withheld.map((child) => ({ item, child })));
  return found.filter(({ item, child }) => staffSeat(session, child) && staffSeat(session, item.circle));
}

/** @param {Session} session @param {Item} item @param {string} child @returns {Task} */
function taskOf(session, item, child) {
  const { photo } = item.body;
  return { photo, child, item, since: taken(session, photo, child)?.head.time ?? Date.now(), marked: session.replica.ofKind("mark", child).some((mark) => mark.body.photo === photo), settled: settled(session, photo, child) };
}

/** Every copy of what one family had taken away, and what shows a child of whom somebody says no. @param {Session} session */
async function spread(session) {
  /** @type {Map<string, Set<string>>} */
  const wanted = new Map();
  const add = (/** @type {string} */ child, /** @type {Item[]} */ items) => {
    const missing = items.filter((item) => !item.withheld.includes(child) && staffSeat(session, item.circle));
    if (missing.length) wanted.set(child, new Set([...(wanted.get(child) ?? []), ...missing.map((item) => item.id)]));
  };
  for (const { item, child } of withheld(session)) add(child, copies(session, item.body.photo));
  const known = book(session);
  for (const child of known.words.keys()) if (staffSeat(session, child) && refuses(known, child, "album")) add(child, photosOf(session, child));
  for (const [child, records] of wanted) await withhold(session, [...records], child);
}

/** Write how many had downloaded it, and ask them to throw it away. @param {Session} session @param {string} photo @param {string} child */
async function follow(session, photo, child) {
  const seats = downloaded(session, photo, child);
  const known = taken(session, photo, child);
  if (!known || known.body.done || known.body.families !== familiesOf(seats)) await tell(session, photo, child, "");
  const asked = new Set(session.replica.ofKind("erase").filter((item) => item.body.photo === photo).flatMap((item) => item.refs));
  const [item] = copies(session, photo);
  for (const seat of seats) if (item && !asked.has(`c:${seat.id}`)) {
    const own = staffSeat(session, child);
    const id = b64(fresh(16));
    if (own) await session.write(own, [], (batch) => batch.letter("erase", { album: item.body.album, photo }, [], { id, seats: boxes(session, [seat.id]) }));
  }
}

/** Say what becomes of a photo; once something did, that takes the place of what was said while it waited. @param {Session} session @param {string} photo @param {string} child @param {string} done @param {string} [id] @param {() => unknown} [isOld] whether it is not to be said any more */
async function tell(session, photo, child, done, id = b64(fresh(16)), isOld = () => false) {
  await inCircle(session, child, (batch) => {
    const [item] = copies(session, photo);
    const waits = session.replica.ofKind("taken", child).filter((one) => one.body.photo === photo && !one.body.done);
    const body = { photo, album: item?.body.album ?? "", families: familiesOf(downloaded(session, photo, child)), done };
    if (isOld()) return;
    if (!done) return void batch.record(child, "taken", body, { id, replaces: waits[0] ?? null });
    if (!session.replica.items.has(id)) batch.record(child, "taken", body, { id });
    for (const one of waits) batch.delete(one);
  });
}

/** @param {Session} session @param {string} photo @param {string} child */
async function unmark(session, photo, child) {
  await inCircle(session, child, (batch) => {
    for (const item of session.replica.ofKind("mark", child)) if (item.body.photo === photo) batch.delete(item);
  });
}

/** What the family was told last of a photo. @param {Session} session @param {string} photo @param {string} child @returns {Item | undefined} */
function taken(session, photo, child) {
  return session.replica.ofKind("taken", child).filter((item) => item.body.photo === photo).sort((a, b) => b.head.time - a.head.time)[0];
}

/** @param {Session} session @param {string} photo @returns {Item[]} */
function copies(session, photo) {
  return session.replica.ofKind("photo").filter((item) => item.body.photo === photo && item.circle !== item.head.seat);
}

/** @param {Session} session @param {string} circle @param {(batch: import("../../sync/batch.js").Batch) => void} build */
async function inCircle(session, circle, build) {
  const seat = staffSeat(session, circle);
  if (seat) await session.write(seat, [circle], build);
}
