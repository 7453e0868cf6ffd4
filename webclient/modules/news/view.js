/** News as a list and as one item: reading leaves a receipt, the author sees who has read. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Attached, FirstShot } from "../../ui/attached.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut, carrySoon, going } from "../../ui/carried.js";
import { useDraft } from "../../ui/draft.js";
import { namesOf, wordsOf } from "../../ui/files.js";
import { Icon } from "../../ui/icon.js";
import { t, when } from "../../ui/locale.js";
import { wasRead } from "../../ui/notices.js";
import { openedAt } from "../../ui/opened.js";
import { Page } from "../../ui/page.js";
import { pending, PendingFiles } from "../../ui/pending.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { hrefAt, SchoolTag, sources } from "../../ui/schools.js";
import { SearchBox } from "../../ui/search.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner, Empty, Ring } from "../../ui/status.js";
import { fullName, isBoards, nameOf } from "../people/model.js";
import { day } from "../signups/when.js";
import { audienceOfAll, peopleOf } from "./audience.js";
import { BLANK } from "./draft.js";
import { audiences, overview, posts } from "./model.js";

/** @typedef {import("./model.js").Post} Post */

const MANY = 8;

/** Whether this person may write news anywhere. */
export function mayPost() {
  const may = session.value && audiences(session.value);
  return Boolean(may && (may.school || may.groups.length));
}

export function NewsView() {
  void version.value;
  const leaving = new Set(going("news.delete").map((one) => one.post));
  const found = session.value ? posts(session.value).filter((one) => !leaving.has(one.id)) : [];
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  const fitting = found.filter((one) => `${one.title} ${one.text} ${namesOf(one.files)}`.toLowerCase().includes(words));
  const coming = pending("news.post").filter(({ data }) => !found.some((one) => one.id === data.post));
  const actions = mayPost() && html`<${ButtonLink} href="/news/new" icon="plus">${t("news-new")}<//>`;
  return html`<${Page} title=${t("news")} actions=${actions}><div class="stack">${found.length > MANY && html`<${SearchBox} label=${t("news-search")} value=${sought} onInput=${setSought} />`}
    ${fitting.length + coming.length ? html`<ul class="posts">${coming.map((one) => html`<li key=${one.data.post}><${Coming} one=${one} /></li>`)}${fitting.map((one) => html`<li key=${one.id}><${PostCard} post=${one} /></li>`)}</ul>`
      : html`<${Empty} title=${t(words ? "news-none" : "news-empty")} text=${t(words ? "news-none-text" : "news-empty-text")} />`}</div><//>`;
}

/** What is on its way: with its files. @param {{one: import("../../ui/pending.js").Pending}} props */
function Coming({ one }) {
  const { title, text } = one.data.draft;
  const [draft, change] = useDraft("news", BLANK);
  const keep = () => void (draft.title || draft.text || change({ ...BLANK, title, text, circles: one.data.targets.map((/** @type {any} */ target) => target.circle) }));
  return html`<article class="card post coming-post"><h2>${title}</h2><p class="excerpt">${text}</p><${PendingFiles} one=${one} onStop=${keep} /></article>`;
}

/** @param {{post: Post, of?: import("../../ui/schools.js").Source}} props `of`: the school it is of, where it may be another than the one that is shown */
export function PostCard({ post, of }) {
  const here = /** @type {any} */ (of?.here ?? session.value);
  return html`<article class=${`card post ${post.read ? "" : "unread"}`}>
    <${Byline} post=${post} of=${of} /><h2><a href=${hrefAt(of, `/news/${post.id}`)}>${post.title}</a></h2><p class="excerpt">${post.text}</p><${CardFiles} files=${post.files} from=${openedAt(here)} />
    <${ReaderLine} audience=${audienceOfAll(here, post.circles)} ask=${peopleOf(here, post.circles)} /></article>`;
}

/** @param {{files: Post["files"], from: import("../../ui/opened.js").Opened}} props */
function CardFiles({ files, from }) {
  const words = wordsOf(files);
  return words && html`<div class="card-files"><${FirstShot} parts=${files} from=${from} /><span class="muted small"><${Icon} name="clip" size=${16} />${t(...words)}</span></div>`;
}

/** @param {{post: Post, of?: import("../../ui/schools.js").Source}} props */
function Byline({ post, of }) {
  const here = /** @type {any} */ (of?.here ?? session.value);
  const role = here.replica.trust.seats.get(post.seat)?.role ?? "office";
  const name = nameOf(here, post.seat) || t(`role-${role}`);
  return html`<div class="byline"><${Avatar} name=${name} small /><span>${name}</span><span>·</span><time dateTime=${new Date(post.time).toISOString()}>${when(post.time)}</time>
    ${role === "board" && html`<span class="tag">${t("role-board")}</span>`}<${SchoolTag} of=${of} />${!post.read && html`<span class="tag">${t("unread")}</span>`}${post.pinned && html`<span class="tag"><${Icon} name="pin" size=${14} />${t("pinned")}</span>`}
    ${post.changed > 0 && html`<span class="tag care">${t("changed", { when: when(post.changed) })}</span>`}${post.held && html`<span class="tag care">${t("held", { when: day({ at: post.time }) })}</span>`}
    ${post.confirm && !post.own && !post.confirmed && html`<span class="tag care">${t("asks-confirm")}</span>`}</div>`;
}

/** @param {{params: Record<string, string>}} props */
export function PostView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const post = posts(here).find((one) => one.id === params.id);
  useEffect(() => {
    if (post && !post.read) void outbox.value?.add("news.read", { post: post.id, id: b64(fresh(16)), confirmed: false, time: Date.now() });
    if (post && isBoards(here, post.circles[0])) readElsewhere(post.id);
    if (post) void wasRead(post.id);
  }, [post?.id, post?.read]);
  if (!post) return html`<${Page} title=${t("news-gone")} back="/news"><p>${t("news-gone-text")}</p><//>`;
  const confirm = () => outbox.value?.add("news.read", { post: post.id, id: b64(fresh(16)), confirmed: true, time: Date.now() });
  return html`<${Page} title=${post.title} back="/news"><article class="stack"><${Byline} post=${post} />${post.text && html`<div class="prose">${post.text}</div>`}
      <${Attached} parts=${post.files} about=${`${nameOf(here, post.seat) || t("audience-office")} · ${when(post.time)}`} sharp all=${post.title} time=${post.time} />
      <${ReaderLine} audience=${audienceOfAll(here, post.circles)} ask=${peopleOf(here, post.circles)} /></article>
    ${post.confirm && !post.own && (post.confirmed ? html`<${Banner} kind="good"><p>${t("confirmed")}</p><//>`
      : html`<${Banner} kind="care"><p>${t("confirm-asked")}</p><${Button} icon="check" onPress=${confirm}>${t("confirm-verb")}<//><//>`)}
    ${post.own && (isBoards(here, post.circles[0]) ? html`<p class="row"><${ButtonLink} kind="secondary" icon="edit" href=${`/board/${post.id}`}>${t("edit")}<//></p>` : html`<${Overview} post=${post} />`)}<//>`;
}

/** What the board said to several schools of this account was read at all of them. @param {string} id */
function readElsewhere(id) {
  for (const { here, outbox: box, other } of sources())
    if (other && posts(here).some((one) => one.id === id && !one.read)) void box.add("news.read", { post: id, id: b64(fresh(16)), confirmed: false, time: Date.now() });
}

/** @param {{post: Post}} props */
function Overview({ post }) {
  const here = /** @type {any} */ (session.value);
  const families = overview(here, post);
  const done = families.filter((family) => family.done).length;
  const [all, setAll] = useState(false);
  const remind = async () => {
    await carryOut("news.remind", { post: post.id, id: b64(fresh(16)) }, { done: t("reminded") });
  };
  const remove = () => {
    void carrySoon("news.delete", { post: post.id }, { done: t("news-deleted") });
    go("/news", { replace: true });
  };
  return html`<section class="card stack"><div class="row spread">
      <${Ring} part=${done} whole=${families.length} label=${t(post.confirm ? "families-confirmed" : "families-read", { done, of: families.length })} />
      ${done < families.length && html`<${Button} kind="secondary" onPress=${remind}>${t("remind", { count: families.length - done })}<//>`}</div>
    <details open=${all} onToggle=${(/** @type {any} */ event) => setAll(event.target.open)}><summary>${t("show-families")}</summary>
      <ul class="families">${families.map((family) => html`<${Family} key=${family.child} family=${family} />`)}</ul></details>
    <div class="row"><${ButtonLink} kind="quiet" href=${`/news/${post.id}/edit`}>${t("edit")}<//><${Button} kind="danger" onPress=${remove}>${t("delete")}<//></div></section>`;
}

/** @param {{family: any}} props */
function Family({ family }) {
  const name = fullName(family);
  const about = family.guardians.map((/** @type {any} */ one) => `${one.name}: ${t(one.confirmed ? "has-confirmed" : one.read ? "has-read" : one.joined ? "has-not-read" : "not-joined")}`).join(" · ");
  return html`<li><${Avatar} name=${family.first} tone=${family.child} /><span><strong>${name}</strong><br /><span class="muted small">${about}</span></span>
    <span class=${`tag ${family.done ? "good" : ""}`}>${t(family.done ? "done" : "not-yet")}</span></li>`;
}
