/** Today: what waits for me, and the newest of everything, in one column. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Chips } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { List, ListItem } from "../../ui/list.js";
import { date, listed, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { StartCard } from "../groups/start.js";
import { unseen } from "../absences/model.js";
import { Alarms, span } from "../absences/view.js";
import { directory } from "../groups/names.js";
import { LunchAlarms } from "../lunch/view.js";
import { titleOf } from "../messages/names.js";
import { lineOf } from "../messages/view.js";
import { mayPost, PostCard } from "../news/view.js";
import { letters, onlySpeaks, ownChildren } from "../people/model.js";
import { SheetDue } from "../settings/recovery.js";
import { Coming } from "./coming.js";
import { concerns, feed } from "./feed.js";
import { due } from "./plan.js";

const SHOWN = 12;
const MOST_DUE = 4;

export function TodayView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const [child, setChild] = useState("");
  const found = feed(here);
  const children = ownChildren(here);
  const speaks = onlySpeaks(here);
  const shown = found.filter((one) => concerns(one, child)).slice(0, SHOWN);
  const posts = /** @type {import("../news/model.js").Post[]} */ (found.map((one) => one.post).filter(Boolean));
  return html`<${Page} title=${t(greeting(new Date().getHours()))}>
    <div class="greet"><span class="muted">${date(Date.now())}</span>
      ${children.length > 0 && html`<span class="row">${children.map((child) => html`<${Avatar} key=${child.circle} name=${child.first} tone=${child.circle} />`)}<span>${listed(children.map((child) => child.first))}</span></span>`}</div>
    <${Alarms} here=${here} /><${LunchAlarms} here=${here} />
    ${children.length > 0 && html`<p class="row"><${ButtonLink} href="/absences/new" icon="absences" kind="secondary" big>${t("absence-report")}<//></p>`}
    <${SheetDue} /><${StartCard} />
    <${Todo} here=${here} posts=${posts} />
    ${children.length > 1 && html`<${Chips} label=${t("today-child")} options=${[{ value: "", text: t("today-all") }, ...children.map((one) => ({ value: one.circle, text: one.first }))]} chosen=${[child]} onToggle=${setChild} />`}
    <${Coming} here=${here} child=${child} />
    ${shown.length ? html`<ul class="posts">${shown.map((one) => html`<li key=${one.id}><${EntryCard} here=${here} entry=${one} /></li>`)}</ul>`
      : html`<${Empty} title=${t("today-empty")} text=${t(speaks ? "board-nothing-text" : "today-empty-text")} />`}
    ${speaks && html`<${ButtonLink} href="/board/new" icon="plus" big class="act">${t("board-new")}<//>`}
    ${mayPost() && html`<${ButtonLink} href="/news/new" icon="plus" big class="act">${t("news-new")}<//>`}<//>`;
}

/** One thing, as its own module shows it. @param {{here: import("../../sync/session.js").Session, entry: import("./feed.js").Entry}} props */
function EntryCard({ here, entry: { post, thread, absence } }) {
  void version.value;
  if (post) return html`<${PostCard} post=${post} />`;
  if (thread) {
    const title = titleOf(here, thread.item, directory(here));
    return html`<${List} label=${t("messages")}><${ListItem} title=${title} about=${thread.last ? lineOf(thread.last) : ""} href=${`/messages/${thread.id}`} mark=${title} tone=${thread.id} aside=${when(thread.at)} unread /><//>`;
  }
  if (!absence) return null;
  const name = nameIn(here, absence.circle);
  return html`<${List} label=${t("absences")}><${ListItem} title=${`${name}: ${t(`reason-${absence.body.reason}`)}`} about=${span(absence.body)} href="/absences" mark=${name} tone=${absence.circle} /><//>`;
}

/** What waits for an answer. @param {{here: import("../../sync/session.js").Session, posts: import("../news/model.js").Post[]}} props */
function Todo({ here, posts: found }) {
  const asked = found.filter((post) => post.confirm && !post.own && !post.confirmed);
  const reminded = new Set(here.replica.ofKind("reminder").map((item) => item.body.post));
  const waiting = found.filter((post) => reminded.has(post.id) && !post.read && !asked.includes(post));
  const open = here.roles().has("office") ? letters(here).filter((one) => one.state === "open").length : 0;
  const fresh = unseen(here);
  const answers = due(here, Date.now());
  if (!asked.length && !waiting.length && !open && !fresh && !answers.length) return null;
  return html`<section class="todo" aria-label=${t("todo")}>
    ${[...asked, ...waiting].map((post) => html`<${Banner} key=${post.id} kind="care"><p><strong>${post.title}</strong><br />${t(post.confirm ? "todo-confirm" : "todo-read")}</p>
      <${ButtonLink} kind="secondary" href=${`/news/${post.id}`}>${t("read-it")}<//><//>`)}
    ${fresh > 0 && html`<${Banner} kind="care"><p>${t("todo-absences", { count: fresh })}</p><${ButtonLink} kind="secondary" href="/absences">${t("look")}<//><//>`}
    ${open > 0 && html`<${Banner}><p>${t("todo-letters", { count: open })}</p><${ButtonLink} kind="secondary" href="/people">${t("look")}<//><//>`}
    ${answers.length > 0 && html`<${Answers} here=${here} answers=${answers} />`}</section>`;
}

/** Short, as there may be many: what, of whom, until when. @param {{here: import("../../sync/session.js").Session, answers: import("./plan.js").Due[]}} props */
function Answers({ here, answers }) {
  const [all, setAll] = useState(false);
  const aside = (/** @type {import("./plan.js").Due} */ one) => [nameIn(here, one.child), one.about, one.until ? t("todo-until", { when: when(one.until) }) : ""].filter(Boolean).join(" · ");
  return html`<div class="due-list"><h2>${t("todo-answers")}</h2><${List} label=${t("todo-answers")}>${(all ? answers : answers.slice(0, MOST_DUE)).map((one) => html`<${ListItem} key=${one.id} title=${one.text} about=${aside(one)} href=${one.href} aside=${html`<${Icon} name="forward" size=${20} />`} />`)}<//>
    ${answers.length > MOST_DUE && !all && html`<${Button} kind="quiet" onPress=${() => setAll(true)}>${t("show-all")}<//>`}</div>`;
}

/** @param {import("../../sync/session.js").Session} here @param {string} child */
function nameIn(here, child) {
  return ownChildren(here).find((one) => one.circle === child)?.first ?? "";
}

/** @param {number} hour */
function greeting(hour) {
  if (hour < 6) return "greet-night";
  if (hour < 12) return "greet-morning";
  return hour < 18 ? "greet-day" : "greet-evening";
}

export const today = { name: "today", icon: "today", href: "/", speaks: true, routes: [{ pattern: "/", view: TodayView }] };
