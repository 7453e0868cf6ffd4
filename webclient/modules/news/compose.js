/** Writing news: to whom (and how many that are), the text, and what may be asked of readers. The draft is kept. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Attach, useFiles } from "../../ui/attach.js";
import { Button } from "../../ui/button.js";
import { useDraft } from "../../ui/draft.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { session, toast } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { fullName } from "../people/model.js";
import { BLANK } from "./draft.js";
import { audiences, newPost, posts, reach } from "./model.js";

export function ComposeView() {
  const [draft, change] = useDraft("news", BLANK);
  const files = useFiles("news");
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const here = /** @type {any} */ (session.value);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.circles.length) return setError({ code: "no-audience" });
    if (!draft.title.trim() || !(draft.text.trim() || files.count)) return setError({ code: "no-text" });
    const post = newPost(draft.circles, bodyOf(draft), draft.later ? Date.parse(draft.later) : 0);
    await files.send(draft.circles[0], "news.post", (sent) => ({ ...post, draft: { ...post.draft, ...(sent.length ? { files: sent } : {}) } }));
    await change(BLANK);
    toast(t(draft.later ? "news-scheduled" : "news-sent"));
    go("/news", { replace: true });
  };
  return html`<${Page} title=${t("news-new")} back="/news"><form class="stack" onSubmit=${send}>
    <${Audience} here=${here} chosen=${draft.circles} onChange=${(/** @type {string[]} */ circles) => change({ ...draft, circles })} />
    <${Text} draft=${draft} change=${change} files=${files} /><${Options} draft=${draft} change=${change} /><${ErrorNote} error=${error} />
    <${Button} type="submit" big disabled=${files.busy > 0}>${t(draft.later ? "news-schedule" : "news-post")}<//></form><//>`;
}

/** @param {{params: Record<string, string>}} props */
export function EditView({ params }) {
  const here = /** @type {any} */ (session.value);
  const post = posts(here).find((one) => one.id === params.id);
  const [draft, setDraft] = useState(() => (post ? { ...BLANK, title: post.title, text: post.text, confirm: post.confirm, pinned: post.pinned } : BLANK));
  const files = useFiles("", post?.files);
  if (!post?.own) return html`<${Page} title=${t("news-gone")} back="/news"><p>${t("news-gone-text")}</p><//>`;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await files.send(post.circles[0], "news.change", (sent) => ({ post: post.id, first: post.circles[0], fields: { ...bodyOf(draft), files: sent } }));
    toast(t(post.held ? "news-scheduled" : "news-changed"));
    go(`/news/${post.id}`, { replace: true });
  };
  return html`<${Page} title=${t("edit")} back=${`/news/${post.id}`}><form class="stack" onSubmit=${save}>
    <${Text} draft=${draft} change=${setDraft} files=${files} /><${Check} label=${t("pin-it")} checked=${draft.pinned} onChange=${(/** @type {boolean} */ pinned) => setDraft({ ...draft, pinned })} />
    <${Button} type="submit" big disabled=${files.busy > 0}>${t("save")}<//></form><//>`;
}

/** @param {{here: any, chosen: string[], onChange: (circles: string[]) => void}} props */
function Audience({ here, chosen, onChange }) {
  const may = audiences(here);
  const [children, setChildren] = useState(false);
  const toggle = (/** @type {string} */ circle) => onChange(chosen.includes(circle) ? chosen.filter((one) => one !== circle) : [...chosen, circle]);
  const groups = [...(may.school ? [{ value: may.school, text: t("audience-school") }] : []), ...may.groups.map((one) => ({ value: one.group, text: one.name }))];
  const { people, families } = reach(here, chosen);
  return html`<div class="stack"><${Chips} label=${t("to-whom")} options=${groups} chosen=${chosen} onToggle=${toggle} />
    <details open=${children} onToggle=${(/** @type {any} */ event) => setChildren(event.target.open)}><summary>${t("to-children")}</summary>
      <${Chips} label=${t("to-children")} options=${may.children.map((one) => ({ value: one.child, text: fullName(one) }))} chosen=${chosen} onToggle=${toggle} /></details>
    ${chosen.length > 0 && html`<p class="reach figures" role="status">${t("reaches", { people, families })}</p>`}</div>`;
}

/** @param {{draft: any, change: (draft: any) => void, files: import("../../ui/attach.js").Files}} props */
function Text({ draft, change, files }) {
  return html`<${Field} label=${t("news-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => change({ ...draft, title })} required />
    <${Field} label=${t("news-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => change({ ...draft, text })} rows=${8} required=${!files.count} /><${Attach} files=${files} />`;
}

/** @param {{draft: any, change: (draft: any) => void}} props */
function Options({ draft, change }) {
  const set = (/** @type {string} */ key) => (/** @type {any} */ value) => change({ ...draft, [key]: value });
  return html`<details><summary>${t("options")}</summary><div class="stack">
    <${Check} label=${t("ask-confirm")} hint=${t("ask-confirm-hint")} checked=${draft.confirm} onChange=${set("confirm")} />
    <${Check} label=${t("pin-it")} checked=${draft.pinned} onChange=${set("pinned")} />
    ${session.value?.roles().has("office") && !draft.later && html`<${Check} label=${t("news-urgent")} hint=${t("news-urgent-hint")} checked=${draft.urgent} onChange=${set("urgent")} />`}
    <${Field} label=${t("post-later")} hint=${t("post-later-hint")} type="datetime-local" value=${draft.later} onInput=${set("later")} />
    <${Field} label=${t("expires")} hint=${t("expires-hint")} type="date" value=${draft.expires} onInput=${set("expires")} /></div></details>`;
}

/** @param {typeof BLANK} draft */
function bodyOf({ title, text, confirm, pinned, expires, later, urgent }) {
  return { title: title.trim(), text: text.trim(), confirm, pinned, ...(urgent && !later ? { urgent } : {}), ...(expires ? { expires: Date.parse(`${expires}T23:59:59`) } : {}) };
}
