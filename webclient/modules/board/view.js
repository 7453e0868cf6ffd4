/** What the board says to its schools: what was said, what is planned, and writing something new. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attached } from "../../ui/attached.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carrySoon } from "../../ui/carried.js";
import { List, ListItem } from "../../ui/list.js";
import { listed, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { dayOf } from "../absences/days.js";
import { everySchool } from "../account/schools.js";
import { span } from "../calendar/when.js";
import { day } from "../signups/when.js";
import { Edit, useOpenedAt } from "./edit.js";
import { boxesOf, planned, said, speaksAt, TAKE_BACK } from "./model.js";

/** @typedef {import("./model.js").Said} Said */
/** @typedef {import("../../ui/state.js").Running} Running */

export function BoardView() {
  void version.value;
  const posts = said(everySchool()).filter((one) => !one.leaves.length || one.leaves.some((place) => place.session.silent));
  const events = planned(everySchool(), dayOf(Date.now()));
  const actions = html`<${ButtonLink} href="/board/new" icon="plus">${t("board-new")}<//><${ButtonLink} href="/board/event" kind="secondary" icon="calendar">${t("board-event-new")}<//>`;
  return html`<${Page} title=${t("board")} actions=${actions}><div class="stack"><p class="muted">${t("board-intro", { schools: listed(speaksAt(everySchool()).map((one) => one.name)) })}</p>
    ${events.length > 0 && html`<section class="stack"><h2>${t("board-events")}</h2><${List} label=${t("board-events")}>${events.map((one) => html`<${ListItem} key=${one.id} title=${one.body.title} about=${`${span(dates(one.body))} · ${schoolsOf(one)}`} href=${`/board/event/${one.id}`}>${one.waits.length > 0 && html`<${Waits} places=${one.waits} />`}<//>`)}<//></section>`}
    ${posts.length ? html`<section class="stack"><h2>${t("board-said")}</h2><${List} label=${t("board-said")}>${posts.map((one) => html`<${ListItem} key=${one.id} title=${one.title} about=${about(one)} href=${`/board/${one.id}`}><${Held} one=${one} />${one.leaves.length > 0 ? html`<${Leaves} places=${one.leaves} />` : one.waits.length > 0 && html`<${Waits} places=${one.waits} />`}<//>`)}<//></section>`
      : html`<${Empty} title=${t("board-nothing")} text=${t("board-nothing-text")} />`}</div><//>`;
}

/** One thing that was said, at all its schools. @param {{params: Record<string, string>}} props */
export function SaidView({ params }) {
  void version.value;
  const one = said(everySchool()).find(({ id }) => id === params.id);
  const [editing, edit] = useState(false);
  if (!one || one.leaves.length) return html`<${Page} title=${t("news-gone")} back="/board"><p>${t("news-gone-text")}</p><//>`;
  const remove = () => {
    void carrySoon(TAKE_BACK, { post: one.id }, { done: t("news-deleted"), boxes: boxesOf(one) });
    go("/board", { replace: true });
  };
  return html`<${Page} title=${one.title} back="/board"><div class="stack"><article class="stack"><p class="muted">${about(one)}${one.changed > 0 && html` · ${t("changed", { when: when(one.changed) })}`}</p>
      ${one.held && html`<p><${Held} one=${one} /></p>`}${one.waits.length > 0 && html`<p><${Waits} places=${one.waits} /></p>`}
      ${editing ? html`<${Edit} one=${one} onDone=${() => edit(false)} />` : html`${one.text && html`<div class="prose">${one.text}</div>`}<${Files} one=${one} />`}</article>
    ${!editing && html`<div class="row"><${Button} kind="secondary" icon="edit" onPress=${() => edit(true)}>${t("edit")}<//><${Button} kind="danger" onPress=${remove}>${t("board-take-back")}<//></div>`}</div><//>`;
}

/** The files, as they lie at one of its schools. @param {{one: Said}} props */
function Files({ one }) {
  return html`<${Attached} parts=${one.post?.files ?? []} from=${useOpenedAt(one)} />`;
}

/** What has not reached a school. @param {{places: Running[]}} props */
function Waits({ places }) {
  return html`<span class="tag care">${t("board-waits", { schools: listed(places.map((place) => place.name)) })}</span>`;
}

/** Where it was to be taken back and still stands. @param {{places: Running[]}} props */
function Leaves({ places }) {
  return html`<span class="tag care">${t("board-leaves", { schools: listed(places.map((place) => place.name)) })}</span>`;
}

/** What nobody reads before its hour. @param {{one: Said}} props */
function Held({ one }) {
  return one.held && html`<span class="tag care">${t("held", { when: day({ at: one.time }) })}</span>`;
}

/** When it was said, and to which schools. @param {Said} one */
function about(one) {
  return one.held ? schoolsOf(one) : `${when(one.time)} · ${schoolsOf(one)}`;
}

/** @param {{places: Running[], waits: Running[]}} one */
function schoolsOf({ places, waits }) {
  return listed([...new Set([...places, ...waits])].map((place) => place.name));
}

/** Day and time of an event as they are written. @param {Record<string, any>} body */
export function dates({ day, until, start, end, place }) {
  return { day, until: until ?? day, start: start ?? "", end: end ?? "", place: place ?? "", original: day, cancelled: false };
}
