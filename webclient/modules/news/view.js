/** News as a list and as one item: reading leaves a receipt, the author sees who has read. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { signal } from "../../lib/signals.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { t, when } from "../../ui/locale.js";
import { wasRead } from "../../ui/notices.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { Banner, Empty, Ring } from "../../ui/status.js";
import { fullName, nameOf } from "../people/model.js";
import { audienceOfAll, peopleOf } from "./audience.js";
import { audiences, overview, posts } from "./model.js";

/** @typedef {import("./model.js").Post} Post */

const UNDO = 6000;
/** Posts that are about to be deleted, while there is still a way back. */
const hidden = signal(/** @type {string[]} */ ([]));

/** Whether this person may write news anywhere. */
export function mayPost() {
  const may = session.value && audiences(session.value);
  return Boolean(may && (may.school || may.groups.length));
}

export function NewsView() {
  void version.value;
  const found = session.value ? posts(session.value).filter((one) => !hidden.value.includes(one.id)) : [];
  const actions = mayPost() && html`<${ButtonLink} href="/news/new" icon="plus">${t("news-new")}<//>`;
  return html`<${Page} title=${t("news")} actions=${actions}>
    ${found.length ? html`<ul class="posts">${found.map((one) => html`<li key=${one.id}><${PostCard} post=${one} /></li>`)}</ul>`
      : html`<${Empty} title=${t("news-empty")} text=${t("news-empty-text")} />`}<//>`;
}

/** @param {{post: Post}} props */
export function PostCard({ post }) {
  const here = /** @type {any} */ (session.value);
  return html`<article class=${`card post ${post.read ? "" : "unread"}`}>
    <${Byline} post=${post} /><h2><a href=${`/news/${post.id}`}>${post.title}</a></h2><p class="excerpt">${post.text}</p>
    <${ReaderLine} audience=${audienceOfAll(here, post.circles)} ask=${peopleOf(here, post.circles)} /></article>`;
}

/** @param {{post: Post}} props */
function Byline({ post }) {
  const here = /** @type {any} */ (session.value);
  const role = here.replica.trust.seats.get(post.seat)?.role ?? "office";
  const name = nameOf(here, post.seat) || t(`role-${role}`);
  return html`<div class="byline"><${Avatar} name=${name} small /><span>${name}</span><span>·</span><time dateTime=${new Date(post.time).toISOString()}>${when(post.time)}</time>
    ${!post.read && html`<span class="tag">${t("unread")}</span>`}${post.pinned && html`<span class="tag"><${Icon} name="pin" size=${14} />${t("pinned")}</span>`}
    ${post.changed > 0 && html`<span class="tag care">${t("changed", { when: when(post.changed) })}</span>`}${post.held && html`<span class="tag care">${t("held", { when: when(post.time) })}</span>`}
    ${post.confirm && !post.own && !post.confirmed && html`<span class="tag care">${t("asks-confirm")}</span>`}</div>`;
}

/** @param {{params: Record<string, string>}} props */
export function PostView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const post = posts(here).find((one) => one.id === params.id);
  useEffect(() => {
    if (post && !post.read) void outbox.value?.add("news.read", { post: post.id, id: b64(fresh(16)), confirmed: false, time: Date.now() });
    if (post) void wasRead(post.id);
  }, [post?.id, post?.read]);
  if (!post) return html`<${Page} title=${t("news-gone")} back="/news"><p>${t("news-gone-text")}</p><//>`;
  const confirm = () => outbox.value?.add("news.read", { post: post.id, id: b64(fresh(16)), confirmed: true, time: Date.now() });
  return html`<${Page} title=${post.title} back="/news"><article class="stack"><${Byline} post=${post} /><div class="prose">${post.text}</div>
      <${ReaderLine} audience=${audienceOfAll(here, post.circles)} ask=${peopleOf(here, post.circles)} /></article>
    ${post.confirm && !post.own && (post.confirmed ? html`<${Banner} kind="good"><p>${t("confirmed")}</p><//>`
      : html`<${Banner} kind="care"><p>${t("confirm-asked")}</p><${Button} icon="check" onPress=${confirm}>${t("confirm-verb")}<//><//>`)}
    ${post.own && html`<${Overview} post=${post} />`}<//>`;
}

/** @param {{post: Post}} props */
function Overview({ post }) {
  const here = /** @type {any} */ (session.value);
  const families = overview(here, post);
  const done = families.filter((family) => family.done).length;
  const [all, setAll] = useState(false);
  const remind = async () => {
    await outbox.value?.add("news.remind", { post: post.id, id: b64(fresh(16)) });
    toast(t("reminded"));
  };
  const remove = () => {
    hidden.value = [...hidden.value, post.id];
    const timer = setTimeout(() => void outbox.value?.add("news.delete", { post: post.id }), UNDO);
    const undo = () => (clearTimeout(timer), (hidden.value = hidden.value.filter((id) => id !== post.id)));
    go("/news", { replace: true });
    toast(t("news-deleted"), { action: t("undo"), run: undo });
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
