/** Today: what waits for me, and the newest of everything, in one column. */
import { html } from "../../lib/htm.js";
import { Avatar } from "../../ui/avatar.js";
import { ButtonLink } from "../../ui/button.js";
import { date, listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { StartCard } from "../groups/start.js";
import { unseen } from "../absences/model.js";
import { Alarms } from "../absences/view.js";
import { posts } from "../news/model.js";
import { mayPost, PostCard } from "../news/view.js";
import { letters, ownChildren } from "../people/model.js";

const SHOWN = 12;

export function TodayView() {
  void version.value;
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const found = posts(here);
  const children = ownChildren(here);
  return html`<${Page} title=${t(greeting(new Date().getHours()))}>
    <div class="greet"><span class="muted">${date(Date.now())}</span>
      ${children.length > 0 && html`<span class="row">${children.map((child) => html`<${Avatar} key=${child.circle} name=${child.first} tone=${child.circle} />`)}<span>${listed(children.map((child) => child.first))}</span></span>`}</div>
    <${Alarms} here=${here} />
    ${children.length > 0 && html`<p class="row"><${ButtonLink} href="/absences/new" icon="absences" kind="secondary" big>${t("absence-report")}<//></p>`}
    <${StartCard} />
    <${Todo} here=${here} posts=${found} />
    ${found.length ? html`<ul class="posts">${found.slice(0, SHOWN).map((one) => html`<li key=${one.id}><${PostCard} post=${one} /></li>`)}</ul>`
      : html`<${Empty} title=${t("today-empty")} text=${t("today-empty-text")} />`}
    ${mayPost() && html`<${ButtonLink} href="/news/new" icon="plus" big class="act">${t("news-new")}<//>`}<//>`;
}

/** What waits for an answer. @param {{here: import("../../sync/session.js").Session, posts: import("../news/model.js").Post[]}} props */
function Todo({ here, posts: found }) {
  const asked = found.filter((post) => post.confirm && !post.own && !post.confirmed);
  const reminded = new Set(here.replica.ofKind("reminder").map((item) => item.body.post));
  const waiting = found.filter((post) => reminded.has(post.id) && !post.read && !asked.includes(post));
  const open = here.roles().has("office") ? letters(here).filter((one) => one.state === "open").length : 0;
  const fresh = unseen(here);
  if (!asked.length && !waiting.length && !open && !fresh) return null;
  return html`<section class="todo" aria-label=${t("todo")}>
    ${[...asked, ...waiting].map((post) => html`<${Banner} key=${post.id} kind="care"><p><strong>${post.title}</strong><br />${t(post.confirm ? "todo-confirm" : "todo-read")}</p>
      <${ButtonLink} kind="secondary" href=${`/news/${post.id}`}>${t("read-it")}<//><//>`)}
    ${fresh > 0 && html`<${Banner} kind="care"><p>${t("todo-absences", { count: fresh })}</p><${ButtonLink} kind="secondary" href="/absences">${t("look")}<//><//>`}
    ${open > 0 && html`<${Banner}><p>${t("todo-letters", { count: open })}</p><${ButtonLink} kind="secondary" href="/people">${t("look")}<//><//>`}</section>`;
}

/** @param {number} hour */
function greeting(hour) {
  if (hour < 6) return "greet-night";
  if (hour < 12) return "greet-morning";
  return hour < 18 ? "greet-day" : "greet-evening";
}

export const today = { name: "today", icon: "today", href: "/", routes: [{ pattern: "/", view: TodayView }] };
