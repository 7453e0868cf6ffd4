/** What stands on this person's shelf: books in books, files in them, what is new, who opened what. Pure. */
import { children, groups } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/blobs.js").Part} Part */
/** Who reads a letter besides its maker; `child`: the guardians of this one. @typedef {{circles: string[], people: string[], child: string}} To */
/** Where something stands: a circle for a record, the maker's own seat and `to` for a letter. @typedef {{circle: string, to: To | null}} Place */
/** @typedef {{id: string, title: string, text: string, within: string, place: Place, own: boolean, item: Item | null, child: string}} Book `child`: whose own book it is, which has no record */
/** @typedef {{file: Part, at: number, seat: string}} Earlier */
/** @typedef {{id: string, title: string, text: string, book: string, file: Part, earlier: Earlier[], made: number, changed: number, until: number, tells: string, place: Place, seat: string, own: boolean, fresh: boolean, item: Item}} Doc */
/** @typedef {{books: Book[], docs: Doc[]}} Shelf */

export const BOOKS = ["book", "binder"];
export const DOCUMENTS = ["document", "paper"];

/** Everything on the shelf, by title; nothing past its date. @param {Session} session @param {number} [now] ms @returns {Shelf} */
export function shelf(session, now = Date.now()) {
  const own = session.own();
  const seen = lastOpened(session, own);
  const found = BOOKS.flatMap((kind) => session.replica.ofKind(kind));
  const known = new Set(found.map((item) => item.id));
  const books = [...found.map((item) => bookOf(session, item, known, own)), ...childBooks(session)];
  const docs = DOCUMENTS.flatMap((kind) => session.replica.ofKind(kind)).filter(isWhole).map((item) => docOf(session, item, known, own, seen));
  return { books: byTitle(books), docs: byTitle(docs.filter((one) => !one.until || one.until > now)) };
}

/** The own book of a child, as of one of its guardians or its team. @param {{circle: string, first: string}} child @returns {Book} */
export function childBook({ circle, first }) {
  return { id: circle, title: first, text: "", within: "", place: { circle, to: null }, own: false, item: null, child: circle };
}

/** What has the words in its title or its file's name. @param {Shelf} all @param {string} text @returns {Shelf} */
export function search({ books, docs }, text) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (/** @type {string} */ said) => words.every((word) => said.toLocaleLowerCase().includes(word));
  return { books: books.filter((one) => fits(one.title)), docs: docs.filter((one) => fits(`${one.title} ${one.file.name ?? ""}`)) };
}

/** A book and those in it, all the way down: their ids. @param {Book[]} books @param {string} id @returns {Set<string>} */
export function below(books, id) {
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const one of books) if (found.has(one.within)) found.add(one.id);
  }
  return found;
}

/** From the shelf down to a book: its way. @param {Book[]} books @param {string} id @returns {Book[]} */
export function wayTo(books, id) {
  /** @type {Book[]} */
  const way = [];
  for (let at = books.find((one) => one.id === id); at && !way.includes(at); at = books.find((one) => one.id === at?.within)) way.unshift(at);
  return way;
}

/** Who opened a document and when (ms), by seat, for whom it says so. @param {Session} session @param {string} id @returns {Map<string, number>} */
export function openedBy(session, id) {
  const own = session.own();
  const found = session.replica.ofKind("opened").filter((item) => item.body.document === id && !own.has(item.head.seat));
  return new Map(found.map((item) => [item.head.seat, Number(item.body.opened)]));
}

/** Whether this person may change or take away something. @param {Session} session @param {Item | null} item */
export function mayChange(session, item) {
  if (!item) return false;
  if (session.own().has(item.head.seat)) return true;
  const seat = session.seat({ circle: item.circle });
  return seat !== null && seat.role !== "guardian" && !item.head.letter.to;
}

/** Whether this person may put something where a book stands. @param {Session} session @param {Book} book */
export function mayAdd(session, { place }) {
  if (place.to) return ["teacher", "office", "lunch"].some((role) => session.roles().has(role));
  return session.seat({ circle: place.circle }) !== null;
}

/** Where this person puts something into a book: a letter of their own goes to all who have the book. @param {Session} session @param {Book} book @param {string} seat their own @returns {Place} */
export function placeIn(session, { place, own }, seat) {
  if (!place.to || own) return place;
  const mine = session.own();
  return { circle: seat, to: { ...place.to, people: [...new Set([...place.to.people, place.circle])].filter((one) => !mine.has(one)) } };
}

/** @param {Session} session @returns {Book[]} */
function childBooks(session) {
  const mine = new Set(session.replica.seats().flatMap((seat) => seat.circles));
  const teams = new Set(groups(session).filter((group) => mine.has(group.team)).map((group) => group.name));
  return children(session).filter((one) => mine.has(one.circle) || one.groups.some((/** @type {string} */ name) => teams.has(name))).map(childBook);
}

/** @param {Session} session @param {Item} item @param {Set<string>} known @param {Set<string>} own @returns {Book} */
function bookOf(session, item, known, own) {
  const { title, text, within } = item.body;
  return { id: item.id, title: String(title ?? ""), text: String(text ?? ""), within: standsIn(session, item, within, known), place: placeOf(item), own: own.has(item.head.seat), item, child: "" };
}

/** @param {Session} session @param {Item} item @param {Set<string>} known @param {Set<string>} own @param {Map<string, number>} seen @returns {Doc} */
function docOf(session, item, known, own, seen) {
  const { body, head } = item;
  const [made, changed] = [Number(body.made) || head.time, Number(body.changed) || 0];
  const mine = own.has(head.seat);
  return {
    id: item.id, title: String(body.title ?? body.file.name ?? ""), text: String(body.text ?? ""), book: standsIn(session, item, body.book, known), file: body.file,
    earlier: Array.isArray(body.earlier) ? body.earlier.filter((one) => isPart(one?.file)) : [], made, changed, until: Number(body.until) || 0, tells: String(body.tells ?? ""),
    place: placeOf(item), seat: head.seat, own: mine, fresh: !mine && (seen.get(item.id) ?? 0) < (changed || made), item,
  };
}

/** The book something stands in; one that is not to be seen is none: then it lies on the shelf, or in the child's own book. @param {Session} session @param {Item} item @param {string} inside @param {Set<string>} known */
function standsIn(session, item, inside, known) {
  if (known.has(inside)) return inside;
  return session.replica.circles.get(item.circle)?.kind === "child" ? item.circle : "";
}

/** @param {Item} item @returns {Place} */
function placeOf({ circle, head, body }) {
  if (!head.letter.to) return { circle, to: null };
  return { circle, to: { circles: ids(body.to?.circles), people: ids(body.to?.people), child: String(body.to?.child ?? "") } };
}

/** @param {unknown} list @returns {string[]} */
function ids(list) {
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/** A body comes from somebody else. @param {Item} item */
function isWhole({ body }) {
  return isPart(body.file);
}

/** @param {any} part */
export function isPart(part) {
  return typeof part === "object" && part !== null && typeof part.blob === "string" && typeof part.key === "string" && typeof part.type === "string" && Number.isSafeInteger(part.size);
}

/** When each document was opened last by this person, on any device. @param {Session} session @param {Set<string>} own @returns {Map<string, number>} */
function lastOpened(session, own) {
  const seen = new Map();
  for (const { head, body } of session.replica.ofKind("opened")) if (own.has(head.seat)) seen.set(body.document, Math.max(seen.get(body.document) ?? 0, Number(body.opened)));
  return seen;
}

/** @template {{title: string}} T @param {T[]} found @returns {T[]} */
function byTitle(found) {
  return found.sort((a, b) => a.title.localeCompare(b.title, "nl", { numeric: true }));
}
