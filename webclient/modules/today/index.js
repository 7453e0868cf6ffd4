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
import { speaksFirst } from "../../ui/places.js";
import { hrefAt, SchoolTag, SilentSchools, sources } from "../../ui/schools.js";
import { version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { StartCard } from "../groups/start.js";
import { unseen } from "../absences/model.js";
import { Alarms, span } from "../absences/view.js";
import { AlbumCard } from "../albums/card.js";
import { directory } from "../groups/names.js";
import { LunchAlarms } from "../lunch/view.js";
import { titleOf } from "../messages/names.js";
import { lineOf } from "../messages/view.js";
import { mayPost, PostCard } from "../news/view.js";
import { kids } from "../people/kids.js";
import { letters, ownChildren } from "../people/model.js";
import { SheetDue } from "../settings/recovery.js";
import { Coming } from "./coming.js";
import { concerns, feeds } from "./feed.js";
import { due } from "./plan.js";

/** @typedef {import("../../ui/schools.js").Source} Source */
/** @typedef {import("../news/model.js").Post} Post */
/** @typedef {import("./feed.js").Entry & {of: Source}} Found */

const SHOWN = 12;
const MOST_DUE = 4;

export function TodayView() {
  void version.value;
  const all = sources();
  const [chosen, choose] = useState("");
  const found = feeds(all);
  const children = kids(all);
  const kid = children.find((one) => one.key === chosen) ?? null;
  const shown = found.filter((one) => concerns(one, kid)).slice(0, SHOWN);
  const speaks = speaksFirst();
  return html`<${Page} title=${t(greeting(new Date().getHours()))}>
    <div class="greet"><span class="muted">${date(Date.now())}</span>
      ${children.length > 0 && html`<span class="row">${children.map((child) => html`<${Avatar} key=${child.key} name=${child.first} tone=${child.tone} />`)}<span>${listed(children.map((child) => child.first))}</span></span>`}<${SilentSchools} /></div>
    ${all.map((of) => html`<${Alarms} key=${of.host} here=${of.here} of=${of} /><${LunchAlarms} key=${`lunch ${of.host}`} here=${of.here} of=${of} />`)}
    ${children.length > 0 && html`<p class="row"><${ButtonLink} href="/absences/new" icon="absences" kind="secondary" big>${t("absence-report")}<//></p>`}
    <${SheetDue} /><${StartCard} />
    <${Todo} all=${all} found=${found} />
    ${children.length > 1 && html`<${Chips} label=${t("today-child")} options=${[{ value: "", text: t("today-all") }, ...children.map((one) => ({ value: one.key, text: one.first }))]} chosen=${[chosen]} onToggle=${choose} />`}
    <${Coming} kid=${kid} />
    ${shown.length ? html`<ul class="posts">${shown.map((one) => html`<li key=${one.id}><${EntryCard} entry=${one} /></li>`)}</ul>`
      : html`<${Empty} title=${t("today-empty")} text=${t(speaks ? "board-nothing-text" : "today-empty-text")} />`}
    ${speaks && html`<${ButtonLink} href="/board/new" icon="plus" big class="act">${t("board-new")}<//>`}
    ${!speaks && mayPost() && html`<${ButtonLink} href="/news/new" icon="plus" big class="act">${t("news-new")}<//>`}<//>`;
}

/** One thing, as its own module shows it. @param {{entry: Found}} props */
function EntryCard({ entry: { post, thread, absence, album, of } }) {
  void version.value;
  const { here } = of;
  const tag = html`<${SchoolTag} of=${of} />`;
  if (post) return html`<${PostCard} post=${post} of=${of} />`;
  if (album) return html`<${AlbumCard} one=${album} of=${of} />`;
  if (thread) {
    const title = titleOf(here, thread.item, directory(here));
    return html`<${List} label=${t("messages")}><${ListItem} title=${title} about=${thread.last ? lineOf(thread.last) : ""} href=${hrefAt(of, `/messages/${thread.id}`)} mark=${title} tone=${thread.id} aside=${when(thread.at)} unread>${tag}<//><//>`;
  }
  if (!absence) return null;
  const name = nameIn(here, absence.circle);
  return html`<${List} label=${t("absences")}><${ListItem} title=${`${name}: ${t(`reason-${absence.body.reason}`)}`} about=${span(absence.body)} href=${hrefAt(of, "/absences")} mark=${name} tone=${absence.circle}>${tag}<//><//>`;
}

/** What waits for an answer, of all schools. @param {{all: Source[], found: Found[]}} props */
function Todo({ all, found }) {
  const asked = all.map((of) => ({ of, ...askedOf(of, found.filter((one) => one.of === of)) }));
  const answers = asked.flatMap(({ of, answers }) => answers.map((one) => ({ ...one, of }))).sort((a, b) => (a.until || Infinity) - (b.until || Infinity));
  if (!answers.length && asked.every((one) => !one.posts.length && !one.open && !one.fresh)) return null;
  return html`<section class="todo" aria-label=${t("todo")}>${asked.map((one) => html`<${Asked} key=${one.of.host} asked=${one} />`)}
    ${answers.length > 0 && html`<${Answers} answers=${answers} />`}</section>`;
}

/** @param {Source} of @param {Found[]} found what is new there */
function askedOf({ here }, found) {
  const posts = /** @type {Post[]} */ (found.map((one) => one.post).filter(Boolean));
  const asked = posts.filter((post) => post.confirm && !post.own && !post.confirmed);
  const reminded = new Set(here.replica.ofKind("reminder").map((item) => item.body.post));
  const waiting = posts.filter((post) => reminded.has(post.id) && !post.read && !asked.includes(post));
  const open = here.roles().has("office") ? letters(here).filter((one) => one.state === "open").length : 0;
  return { posts: [...asked, ...waiting], open, fresh: unseen(here), answers: due(here, Date.now()) };
}

/** @param {{asked: ReturnType<typeof askedOf> & {of: Source}}} props */
function Asked({ asked: { of, posts, open, fresh } }) {
  const tag = html`<${SchoolTag} of=${of} />`;
  return html`${posts.map((post) => html`<${Banner} key=${post.id} kind="care"><p><strong>${post.title}</strong> ${tag}<br />${t(post.confirm ? "todo-confirm" : "todo-read")}</p>
      <${ButtonLink} kind="secondary" href=${hrefAt(of, `/news/${post.id}`)}>${t("read-it")}<//><//>`)}
    ${fresh > 0 && html`<${Banner} kind="care"><p>${t("todo-absences", { count: fresh })} ${tag}</p><${ButtonLink} kind="secondary" href=${hrefAt(of, "/absences")}>${t("look")}<//><//>`}
    ${open > 0 && html`<${Banner}><p>${t("todo-letters", { count: open })} ${tag}</p><${ButtonLink} kind="secondary" href=${hrefAt(of, "/people")}>${t("look")}<//><//>`}`;
}

/** Short, as there may be many: what, of whom, until when. @param {{answers: (import("./plan.js").Due & {of: Source})[]}} props */
function Answers({ answers }) {
  const [all, setAll] = useState(false);
  const aside = (/** @type {typeof answers[0]} */ one) => [nameIn(one.of.here, one.child), one.about, one.until ? t("todo-until", { when: when(one.until) }) : ""].filter(Boolean).join(" · ");
  return html`<div class="due-list"><h2>${t("todo-answers")}</h2><${List} label=${t("todo-answers")}>${(all ? answers : answers.slice(0, MOST_DUE)).map((one) => html`<${ListItem} key=${one.id} title=${one.text} about=${aside(one)} href=${hrefAt(one.of, one.href)} aside=${html`<${Icon} name="forward" size=${20} />`}><${SchoolTag} of=${one.of} /><//>`)}<//>
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
