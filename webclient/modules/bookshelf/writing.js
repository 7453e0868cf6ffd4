/** What people do with the bookshelf, as the outbox carries it out: every id was made when they did it. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { instant } from "../../sync/zone.js";
import { recipients } from "../messages/model.js";
import { BOOKS, DOCUMENTS } from "./shelf.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./shelf.js").Place} Place */
/** @typedef {import("./shelf.js").Doc} Doc */
/** What is to be put where. @typedef {{id: string, kind: "book" | "document", place: Place, body: Record<string, any>}} Put */

const LETTERS = { book: "binder", document: "paper" };
const MAKERS = ["office", "teacher", "lunch"];

/** An id for a record that is still to be written. */
export function newId() {
  return b64(fresh(16));
}

/** The seat in which this person makes letters. @param {Session} session @returns {Seat | null} */
export function makerSeat(session) {
  return MAKERS.map((role) => session.seat({ role })).find(Boolean) ?? null;
}

/** The body of a new document. @param {Partial<Doc>} more @returns {Record<string, any>} */
export function newDocument(more) {
  return { title: "", text: "", book: "", earlier: [], made: Date.now(), changed: 0, until: 0, tells: "", ...more };
}

/** The end of a day at school (ms), 0 for none. @param {string} day */
export function untilOf(day) {
  return day ? instant(day, "23:59") + 59_999 : 0;
}

/** A file's name without its ending, to call it by. @param {string} name */
export function titleOf(name) {
  return name.replace(/\.[^. ]{1,5}$/, "") || name;
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const shelfCarriers = {
  "bookshelf.put": (session, { data }) => carryPut(session, data),
  "bookshelf.change": (session, { data }) => revise(session, data.id, (body) => ({ ...body, ...data.fields })),
  "bookshelf.replace": (session, { data }) => revise(session, data.id, (body, { now, author }) => {
    if (body.file.blob === data.file.blob) return null;
    const before = [{ file: body.file, at: body.changed || body.made, seat: author.seat }, ...(body.earlier ?? [])];
    return { ...body, file: data.file, earlier: data.keep ? before : [], changed: now };
  }),
  "bookshelf.restore": (session, { data }) => revise(session, data.id, (body, { now, author }) => {
    const found = body.earlier.find((/** @type {any} */ one) => one.file.blob === data.blob);
    const others = body.earlier.filter((/** @type {any} */ one) => one !== found);
    return found ? { ...body, file: found.file, earlier: [{ file: body.file, at: body.changed || body.made, seat: author.seat }, ...others], changed: now } : null;
  }),
  "bookshelf.delete": (session, { data }) => remove(session, data.id),
  "bookshelf.opened": (session, { data }) => carryOpened(session, data),
};

/** @param {Session} session @param {Put} data */
async function carryPut(session, { id, kind, place, body }) {
  const seat = place.to ? (session.replica.trust.seats.get(place.circle) ?? null) : session.seat({ circle: place.circle });
  if (seat) await session.write(seat, place.to ? [] : [place.circle], (batch) => {
    if (session.replica.items.has(id)) return;
    if (place.to) letter(session, batch, LETTERS[kind], { ...body, to: place.to }, { id });
    else batch.record(place.circle, kind, body, { id });
  });
}

/** @param {Session} session @param {string} id @param {(body: Record<string, any>, batch: Batch) => Record<string, any> | null} make null: nothing to do any more */
export async function revise(session, id, make) {
  const seat = editor(session, id);
  if (seat) await session.write(seat, touched(session, id), (batch) => {
    const item = session.replica.items.get(id);
    const body = item && make(item.body, batch);
    if (!item || !body) return;
    if (body.to) letter(session, batch, item.kind, body, { replaces: item });
    else batch.record(item.circle, item.kind, body, { replaces: item });
  });
}

/** Take something away, a book with what stands in it as far as this person may. @param {Session} session @param {string} id @param {(item: Item) => boolean} [isMeant] whether it still is to go, as it is by then */
export async function remove(session, id, isMeant = () => true) {
  const seat = editor(session, id);
  if (seat) await session.write(seat, touched(session, id), (batch) => {
    const item = session.replica.items.get(id);
    if (item && isMeant(item)) drop(session, batch, id);
  });
}

/** @param {Session} session @param {Batch} batch @param {string} id */
function drop(session, batch, id) {
  const item = session.replica.items.get(id);
  if (!item) return;
  const inside = BOOKS.includes(item.kind) ? [...BOOKS, ...DOCUMENTS].flatMap((kind) => session.replica.ofKind(kind, item.circle)) : [];
  for (const one of inside) if (one.body.within === id || one.body.book === id) drop(session, batch, one.id);
  batch.delete(item);
}

/** Tell that this person opened a document: to whom it names, else to oneself only. @param {Session} session @param {{document: string, id: string, time: number}} data */
async function carryOpened(session, { document, id, time }) {
  const item = session.replica.items.get(document);
  const seat = item && readerOf(session, item);
  if (!item || !seat) return;
  const own = session.own();
  await session.write(seat, [], (batch) => {
    const before = session.replica.ofKind("opened").find((one) => own.has(one.head.seat) && one.body.document === document) ?? null;
    if (before && before.head.seat !== seat.id) return;
    const { circles, seats } = recipients(session, item.body.tells ? [item.body.tells] : []);
    batch.letter("opened", { document, opened: time }, circles, { id, replaces: before, seats });
  });
}

/** The own seat to which a document came: named in it, or that of the child; else the first. @param {Session} session @param {Item} item @returns {Seat | null} */
function readerOf(session, { circle, body }) {
  const alive = session.replica.seats().filter((seat) => seat.alive(Date.now()));
  return alive.find((seat) => body.to?.people?.includes(seat.id) || seat.circles.includes(circle)) ?? alive[0] ?? null;
}

/** @param {Session} session @param {Batch} batch @param {string} kind @param {Record<string, any>} body @param {{id?: string, replaces?: Item | null}} more */
function letter(session, batch, kind, body, more) {
  const { circles, seats } = recipients(session, [...body.to.circles, ...body.to.people]);
  batch.letter(kind, body, circles, { ...more, seats, until: body.until ?? 0 });
}

/** The seat that may change something: its maker's, or another that writes where it stands. @param {Session} session @param {string} id @returns {Seat | null} */
function editor(session, id) {
  const item = session.replica.items.get(id);
  if (!item) return null;
  return session.own().has(item.head.seat) ? (session.replica.trust.seats.get(item.head.seat) ?? null) : session.seat({ circle: item.circle });
}

/** @param {Session} session @param {string} id @returns {string[]} */
function touched(session, id) {
  const item = session.replica.items.get(id);
  return item && !item.head.letter.to ? [item.circle] : [];
}

/** Own documents that are past their date are deleted, whoever has this open. @param {Session} session @param {number} now ms */
export async function expire(session, now) {
  const own = session.own();
  const isOver = (/** @type {Item} */ { body }) => body.until > 0 && body.until <= now;
  const over = session.replica.ofKind("document").filter((item) => own.has(item.head.seat) && isOver(item));
  for (const item of over) await remove(session, item.id, isOver);
  return over.length;
}

/**
 * What was sent to a child's guardians follows them: who comes gets it as well, who is no guardian any more loses it.
 * @param {Session} session
 */
export async function followFamilies(session) {
  const own = session.own();
  const pupils = new Map(session.replica.ofKind("pupil").map(({ body }) => [body.child, body]));
  let done = 0;
  for (const item of session.replica.ofKind("paper").filter(({ head, body }) => own.has(head.seat) && pupils.has(body.to?.child))) {
    const now = guardiansOf(pupils.get(item.body.to.child) ?? {});
    if (!now.length || String([...now].sort()) === String([...item.body.to.people].sort())) continue;
    await revise(session, item.id, (body) => ({ ...body, to: { ...body.to, people: now } }));
    done += 1;
  }
  return done;
}

/** The seats of a child's guardians, as the register has them; who is informed is none. @param {Record<string, any>} pupil @returns {string[]} */
export function guardiansOf(pupil) {
  return (pupil.guardians ?? []).filter((/** @type {any} */ one) => (one.role ?? "guardian") === "guardian").map((/** @type {any} */ one) => one.seat);
}

/** Whom a document tells who opened it. @param {Session} session @param {Place} place @param {boolean} log @returns {string} */
export function tellsOf(session, { circle, to }, log) {
  if (!log) return "";
  const { charter, groups } = session.replica.trust;
  if (circle === charter.school) return charter.office;
  const team = groups.find((act) => act.group === circle)?.team;
  return team ?? (to ? circle : (makerSeat(session)?.id ?? ""));
}

