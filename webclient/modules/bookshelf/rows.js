/** Books and files as lines of a list: what it is, what is in it or who made it, what is new. */
import { html } from "../../lib/htm.js";
import { signal } from "../../lib/signals.js";
import { keptFiles } from "../../sync/keeping.js";
import { going } from "../../ui/carried.js";
import { Icon } from "../../ui/icon.js";
import { t, when } from "../../ui/locale.js";
import { sortOf } from "../../ui/save.js";
import { sizeText } from "../../ui/sizes.js";
import { session } from "../../ui/state.js";
import { nameOf } from "../people/model.js";
import { placeName } from "./audience.js";
import { below, shelf } from "./shelf.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {import("./shelf.js").Book} Book */
/** @typedef {import("./shelf.js").Doc} Doc */

const ICONS = { picture: "picture", film: "film", pdf: "page", file: "page" };
/** Which files this device keeps. */
export const kept = signal(/** @type {Set<string>} */ (new Set()));

/** Look again what this device keeps. */
export async function lookKept() {
  if (session.value) kept.value = await keptFiles(session.value.vault);
}

/** The shelf without what is about to be taken away. @param {Session} here @returns {Shelf} */
export function shown(here) {
  const { books, docs } = shelf(here);
  const leaving = new Set(going("bookshelf.delete").map((one) => one.id));
  return { books: books.filter((one) => !leaving.has(one.id)), docs: docs.filter((one) => !leaving.has(one.id)) };
}

/** What a book is called: a child's own by the child. @param {Book} book */
export function bookTitle(book) {
  return book.child ? t("shelf-own", { name: book.title }) : book.title;
}

/** The child for whose guardians a file is, by first name; "" where it is not. @param {Session} here @param {Doc} doc */
export function childName(here, { place }) {
  const child = place.to?.child;
  return child ? String(here.replica.ofKind("profile", child)[0]?.body.first ?? "") : "";
}

/** @param {{here: Session, all: Shelf, book: Book, inside?: boolean}} props `inside`: under a book with the same readers */
export function BookRow({ here, all, book, inside = false }) {
  const ids = below(all.books, book.id);
  const docs = all.docs.filter((one) => ids.has(one.book));
  const fresh = docs.filter((one) => one.fresh).length;
  const count = t("shelf-count", { count: docs.length });
  return html`<li><a class=${`item ${fresh ? "unread" : ""}`} href=${`/bookshelf/in/${book.id}`}><span class="kind-book"><${Icon} name="book" /></span>
    <span class="words"><span class="title">${bookTitle(book)}</span><span class="about">${inside || book.child ? count : `${count} · ${placeName(here, book.place)}`}</span></span>
    <span class="aside figures">${fresh > 0 && html`<span class="tag good">${t("shelf-new", { count: fresh })}</span>`}</span></a></li>`;
}

/** @param {{here: Session, doc: Doc, place?: string}} props `place`: where it stands, in a list of many places */
export function DocRow({ here, doc, place = "" }) {
  const sort = sortOf(doc.file.type, doc.file.name);
  const child = childName(here, doc);
  const about = [place || (child && t("shelf-about-child", { name: child })), doc.own ? "" : nameOf(here, doc.seat), when(doc.changed || doc.made), sizeText(doc.file.size)].filter(Boolean).join(" · ");
  return html`<li><a class=${`item ${doc.fresh ? "unread" : ""}`} href=${`/bookshelf/file/${doc.id}`}><span class=${`kind-file ${sort}`}><${Icon} name=${ICONS[sort]} /></span>
    <span class="words"><span class="title">${doc.title}</span><span class="about">${about}</span></span>
    <span class="aside figures">${kept.value.has(doc.file.blob) && html`<span class="kept"><${Icon} name="device" size=${18} /><span class="sr-only">${t("shelf-kept")}</span></span>`}
      ${doc.fresh && html`<span class="tag good">${t("unread")}</span>`}</span></a></li>`;
}
