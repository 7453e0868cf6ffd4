/** The bookshelf: what is asked, what came for oneself, the books; a box that finds by name. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { List } from "../../ui/list.js";
import { Page } from "../../ui/page.js";
import { SearchBox } from "../../ui/search.js";
import { session, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { ownChildren } from "../people/model.js";
import { placeName } from "./audience.js";
import { HandedList, RequestCards } from "./handview.js";
import { BookRow, bookTitle, childName, DocRow, lookKept, shown } from "./rows.js";
import { search } from "./shelf.js";
import { makerSeat } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./shelf.js").Shelf} Shelf */

const MANY = 8;

export function BookshelfView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [sought, setSought] = useState("");
  useEffect(() => void lookKept(), []);
  const all = shown(here);
  const maker = makerSeat(here) !== null;
  const parent = ownChildren(here).length > 0;
  const actions = html`${maker && html`<${ButtonLink} href="/bookshelf/new" icon="plus">${t("shelf-new-book")}<//>`}
    ${parent && html`<${ButtonLink} href="/bookshelf/hand" kind=${maker ? "secondary" : "primary"} icon="upload">${t("shelf-hand-in")}<//>`}`;
  return html`<${Page} title=${t("bookshelf")} actions=${actions}>
    ${maker && html`<nav class="row shelf-more" aria-label=${t("more-actions")}><${ButtonLink} kind="secondary" icon="people" href="/bookshelf/each">${t("shelf-each")}<//><${ButtonLink} kind="secondary" icon="file" href="/bookshelf/ask">${t("shelf-ask")}<//></nav>`}
    ${all.docs.length > 0 && html`<${SearchBox} label=${t("shelf-search")} value=${sought} onInput=${setSought} />`}
    ${sought.trim() ? html`<${Found} here=${here} all=${all} sought=${sought} />` : html`<${Shelves} here=${here} all=${all} />`}<//>`;
}

/** @param {{here: Session, all: Shelf}} props */
function Shelves({ here, all }) {
  const top = all.books.filter((one) => !one.within && !one.child);
  const own = all.books.filter((one) => one.child);
  const loose = all.docs.filter((one) => !one.book && !one.own);
  const sent = all.docs.filter((one) => !one.book && one.own);
  const mine = ownChildren(here).length;
  const few = own.length <= Math.max(MANY, mine) && mine > 0;
  return html`<div class="stack shelf"><${RequestCards} here=${here} />
    ${loose.length > 0 && html`<section class="stack"><h2>${t("shelf-loose")}</h2><${List} label=${t("shelf-loose")}>${loose.map((doc) => html`<${DocRow} key=${doc.id} here=${here} doc=${doc} />`)}<//></section>`}
    ${top.length > 0 && html`<section class="stack"><h2>${t("shelf-books")}</h2><${List} label=${t("shelf-books")}>${top.map((book) => html`<${BookRow} key=${book.id} here=${here} all=${all} book=${book} />`)}<//></section>`}
    ${own.length > 0 && html`<section class="stack"><h2>${t(few ? "shelf-child-books" : "shelf-child-books-team")}</h2>
      ${few ? html`<${List} label=${t("shelf-child-books")}>${own.map((book) => html`<${BookRow} key=${book.id} here=${here} all=${all} book=${book} />`)}<//>`
        : html`<details><summary>${t("shelf-children", { count: own.length })}</summary><${List} label=${t("shelf-child-books-team")}>${own.map((book) => html`<${BookRow} key=${book.id} here=${here} all=${all} book=${book} inside />`)}<//></details>`}</section>`}
    <${HandedList} here=${here} />
    ${sent.length > 0 && html`<section class="stack"><h2>${t("shelf-sent")}</h2><details><summary>${t("shelf-sent-show", { count: sent.length })}</summary><${List} label=${t("shelf-sent")}>${sent.map((doc) => html`<${DocRow} key=${doc.id} here=${here} doc=${doc} place=${childName(here, doc) || placeName(here, doc.place)} />`)}<//></details></section>`}
    ${!top.length && !loose.length && !own.length && !sent.length && html`<${Empty} title=${t("shelf-empty")} text=${t("shelf-empty-text")} />`}</div>`;
}

/** @param {{here: Session, all: Shelf, sought: string}} props */
function Found({ here, all, sought }) {
  const { books, docs } = search(all, sought);
  const titles = new Map(all.books.map((one) => [one.id, bookTitle(one)]));
  return html`<div class="stack"><p role="status" class="muted">${t("shelf-found", { count: books.length + docs.length })}</p>
    ${books.length + docs.length > 0 && html`<${List} label=${t("shelf-search")}>${books.map((book) => html`<${BookRow} key=${book.id} here=${here} all=${all} book=${book} />`)}
      ${docs.map((doc) => html`<${DocRow} key=${doc.id} here=${here} doc=${doc} place=${titles.get(doc.book) ?? ""} />`)}<//>`}</div>`;
}
