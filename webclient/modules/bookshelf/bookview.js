/** One book: who reads it, its sub-folders, its files, and where more are put in. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Check, Field } from "../../ui/field.js";
import { FilePicker } from "../../ui/filepicker.js";
import { List } from "../../ui/list.js";
import { errorText, t } from "../../ui/locale.js";
import { Menu } from "../../ui/menu.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { saveAll } from "../../ui/saveall.js";
import { sendFiles } from "../../ui/sending.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { ready, takeAway } from "./adding.js";
import { peopleAt, readersAt } from "./audience.js";
import { BookRow, bookTitle, DocRow, lookKept, shown } from "./rows.js";
import { mayAdd, mayChange, placeIn, wayTo } from "./shelf.js";
import { makerSeat, newDocument, newId, tellsOf, titleOf, untilOf } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./shelf.js").Book} Book */

/** @param {{params: Record<string, string>}} props */
export function BookView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const all = shown(here);
  const book = all.books.find((one) => one.id === params.id);
  const [sheet, setSheet] = useState("");
  useEffect(() => void lookKept(), []);
  if (!book) return html`<${Page} title=${t("shelf-gone")} back="/bookshelf"><p>${t("shelf-gone-text")}</p><//>`;
  const way = wayTo(all.books, book.id).slice(0, -1);
  const inner = all.books.filter((one) => one.within === book.id);
  const docs = all.docs.filter((one) => one.book === book.id);
  const back = way.length ? `/bookshelf/in/${way[way.length - 1].id}` : "/bookshelf";
  const may = mayAdd(here, book);
  return html`<${Page} title=${bookTitle(book)} back=${back} actions=${html`<${BookMenu} here=${here} book=${book} docs=${docs} may=${may} onSheet=${setSheet} back=${back} />`}><div class="stack">
    ${way.length > 0 && html`<p class="muted small">${way.map(bookTitle).join(" › ")}</p>`}${book.text && html`<p class="prose">${book.text}</p>`}
    <${ReaderLine} audience=${readersAt(here, book.place)} ask=${peopleAt(here, book.place)} />
    ${may && html`<${Adding} here=${here} book=${book} />`}
    ${inner.length + docs.length > 0 ? html`<${List} label=${bookTitle(book)}>${inner.map((one) => html`<${BookRow} key=${one.id} here=${here} all=${all} book=${one} inside />`)}
      ${docs.map((doc) => html`<${DocRow} key=${doc.id} here=${here} doc=${doc} />`)}<//>` : html`<${Empty} title=${t("shelf-book-empty")} text=${t(book.child ? "shelf-own-empty-text" : "shelf-book-empty-text")} />`}</div>
    ${sheet && html`<${TitleSheet} here=${here} book=${book} inner=${sheet === "inner"} onClose=${() => setSheet("")} />`}<//>`;
}

/** @param {{here: Session, book: Book, docs: import("./shelf.js").Doc[], may: boolean, onSheet: (which: string) => void, back: string}} props */
function BookMenu({ here, book, docs, may, onSheet, back }) {
  const files = docs.map((doc) => ({ part: doc.file, name: doc.file.name ?? doc.title, time: doc.changed || doc.made }));
  const items = [
    ...(files.length > 1 ? [{ text: t("shelf-save-all"), icon: "download", run: () => void saveAll(bookTitle(book), files).catch((error) => toast(errorText(error))) }] : []),
    ...(may ? [{ text: t("shelf-new-inner"), icon: "plus", run: () => onSheet("inner") }] : []),
    ...(mayChange(here, book.item) ? [{ text: t("shelf-rename"), icon: "edit", run: () => onSheet("title") }, { text: t("shelf-book-delete"), icon: "bin", danger: true, run: () => takeAway(book.id, t("shelf-book-deleted"), back) }] : []),
  ];
  return items.length ? html`<${Menu} items=${items} />` : null;
}

/** @param {{here: Session, book: Book}} props */
function Adding({ here, book }) {
  const [until, setUntil] = useState("");
  const [log, setLog] = useState(false);
  const staff = here.seat({ circle: book.place.circle })?.role !== "guardian";
  const take = (/** @type {File[]} */ files) => {
    const ids = files.map(newId);
    const place = placeIn(here, book, makerSeat(here)?.id ?? "");
    const more = { book: book.child ? "" : book.id, until: untilOf(until), tells: tellsOf(here, place, log) };
    void sendFiles(files, place.circle, (part, at) => ({ type: "bookshelf.put", data: { id: ids[at], kind: "document", place, body: newDocument({ ...more, title: titleOf(files[at].name), file: part }) } }), ready);
    toast(t("shelf-adding", { count: files.length }));
  };
  return html`<${FilePicker} text=${t("files-drop")} choose=${t("choose-files")} icon="page" camera hint=${t("shelf-files-hint")} onFiles=${take} />
    ${staff && html`<details><summary>${t("options")}</summary><div class="stack"><${Check} label=${t("shelf-log")} hint=${t("shelf-log-hint")} checked=${log} onChange=${setLog} />
      <${Field} label=${t("shelf-until")} hint=${t("shelf-until-hint")} type="date" value=${until} onInput=${setUntil} /></div></details>`}`;
}

/** Another title, or a new folder in the book. @param {{here: Session, book: Book, inner: boolean, onClose: () => void}} props */
function TitleSheet({ here, book, inner, onClose }) {
  const [title, setTitle] = useState(inner ? "" : book.title);
  const save = async () => {
    if (!title.trim()) return;
    const body = { title: title.trim(), text: "", within: book.child ? "" : book.id };
    if (inner) await outbox.value?.add("bookshelf.put", { id: newId(), kind: "book", place: placeIn(here, book, makerSeat(here)?.id ?? ""), body });
    else await outbox.value?.add("bookshelf.change", { id: book.id, fields: { title: title.trim() } });
    onClose();
  };
  return html`<${Sheet} title=${t(inner ? "shelf-new-inner" : "shelf-rename")} onClose=${onClose} actions=${html`<${Button} onPress=${save}>${t("save")}<//>`}>
    <${Field} label=${t("shelf-book-title")} value=${title} onInput=${setTitle} required /><//>`;
}
