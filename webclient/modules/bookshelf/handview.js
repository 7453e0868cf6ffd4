/** Handing in: what is asked of parents, their files for the team or the office, and who has not yet. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips, Field } from "../../ui/field.js";
import { FileParts } from "../../ui/filepart.js";
import { FilePicker } from "../../ui/filepicker.js";
import { Icon } from "../../ui/icon.js";
import { date, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { preparing, refused } from "../../ui/sending.js";
import { sizeText } from "../../ui/sizes.js";
import { outbox, session, toast, uploads, version } from "../../ui/state.js";
import { ErrorNote, Ring } from "../../ui/status.js";
import { groups, nameOf, ownChildren } from "../people/model.js";
import { ready } from "./adding.js";
import { readersAt } from "./audience.js";
import { askedOf, handedIn, isHanded, overview, receives, requests } from "./handins.js";
import { newId } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./handins.js").Request} Request */

const MOST = 10;

/** What is asked: of a parent with the way to hand it in, for staff with how far it is. @param {{here: Session}} props */
export function RequestCards({ here }) {
  void version.value;
  const found = requests(here).filter((one) => receives(here, one) || (askedOf(here, one).length > 0 && (!one.until || one.until > Date.now())));
  if (!found.length) return null;
  return html`<section class="stack"><h2>${t("shelf-asked")}</h2>${found.map((one) => html`<${RequestCard} key=${one.id} here=${here} one=${one} />`)}</section>`;
}

/** @param {{here: Session, one: Request}} props */
function RequestCard({ here, one }) {
  const staff = receives(here, one);
  const asked = askedOf(here, one);
  const open = asked.filter((child) => !isHanded(here, one.id, child.circle));
  const rows = staff ? overview(here, one) : [];
  const part = rows.filter((row) => row.handed.length).length;
  return html`<article class="card stack"><div class="row between"><h3>${one.title}</h3>${one.until > 0 && html`<span class="tag"><${Icon} name="clock" size=${14} />${t("shelf-before", { date: date(one.until) })}</span>`}</div>
    ${one.text && html`<p>${one.text}</p>`}
    ${staff && html`<p class="row between"><${Ring} part=${part} whole=${rows.length} label=${t("shelf-handed-ring", { part, whole: rows.length })} /><a href=${`/bookshelf/asked/${one.id}`}>${t("shelf-handed-see")}</a></p>`}
    ${asked.length > 0 && !open.length && html`<p><span class="tag good">${t("shelf-handed-done")}</span></p>`}
    ${open.length > 0 && html`<div class="row"><${ButtonLink} href=${`/bookshelf/hand/${one.id}`} icon="upload">${t("shelf-hand-in-for", { name: open.map((child) => child.first).join(", ") })}<//></div>`}</article>`;
}

/** What came in without being asked, or what one handed in oneself. @param {{here: Session}} props */
export function HandedList({ here }) {
  void version.value;
  const own = here.own();
  const found = handedIn(here).filter((item) => own.has(item.head.seat) || !here.replica.items.has(item.body.request));
  if (!found.length) return null;
  return html`<section class="stack"><h2>${t("shelf-handed")}</h2>${found.slice(0, MOST).map((item) => html`<${Handed} key=${item.id} here=${here} item=${item} own=${own.has(item.head.seat)} />`)}</section>`;
}

/** @param {{here: Session, item: Item, own: boolean}} props */
function Handed({ here, item, own }) {
  const child = here.replica.ofKind("profile", item.body.child)[0]?.body.first ?? "";
  const by = own ? t("audience-you") : nameOf(here, item.head.seat) || t("role-guardian");
  const back = async () => {
    await carryOut("bookshelf.takeback", { id: item.id }, { done: t("shelf-taken-back"), waits: t("shelf-take-back-waits") });
  };
  return html`<article class="card stack handed"><p><strong>${String(item.body.title || t("shelf-handed"))}</strong><br /><span class="muted small">${[child, by, when(item.body.written)].filter(Boolean).join(" · ")}</span></p>
    ${item.body.text && html`<p>${String(item.body.text)}</p>`}<${FileParts} parts=${item.body.files} />${own && html`<p class="muted small">${t("shelf-handed-seen-by")}</p><p class="row"><${Button} kind="quiet" onPress=${back}>${t("shelf-take-back")}<//></p>`}</article>`;
}

/** Hand files in. @param {{params: Record<string, string>}} props */
export function HandView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const request = requests(here).find((one) => one.id === params.request) ?? null;
  const children = request ? askedOf(here, request).filter((child) => !isHanded(here, request.id, child.circle)) : ownChildren(here);
  const [draft, setDraft] = useState({ child: children[0]?.circle ?? "", to: "", title: request?.title ?? "", text: "", files: /** @type {File[]} */ ([]) });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const set = (/** @type {Partial<typeof draft>} */ some) => setDraft({ ...draft, ...some });
  const child = children.find((one) => one.circle === draft.child) ?? children[0];
  const targets = targetsOf(here, child?.groups ?? []);
  const to = request?.to || draft.to || targets[0]?.value || "";
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.files.length) return setError({ code: "shelf-no-files" });
    if (!draft.title.trim()) return setError({ code: "shelf-no-title" });
    if (!child || !(await handIn(here, { child: child.circle, request: request?.id ?? "", to, title: draft.title.trim(), text: draft.text.trim() }, draft.files))) return;
    toast(t("shelf-handed-sent"));
    go("/bookshelf", { replace: true });
  };
  if (!child) return html`<${Page} title=${t("shelf-hand-in")} back="/bookshelf"><p>${t("shelf-handed-done")}</p><//>`;
  return html`<${Page} title=${request ? request.title : t("shelf-hand-in")} back="/bookshelf"><form class="stack" onSubmit=${send}>${request?.text && html`<p>${request.text}</p>`}
    ${children.length > 1 && html`<${Chips} label=${t("shelf-for-child")} options=${children.map((one) => ({ value: one.circle, text: one.first }))} chosen=${[child.circle]} onToggle=${(/** @type {string} */ circle) => set({ child: circle })} />`}
    ${!request && html`<${Chips} label=${t("to-whom")} options=${targets} chosen=${[to]} onToggle=${(/** @type {string} */ circle) => set({ to: circle })} />
      <${Field} label=${t("shelf-hand-title")} hint=${t("shelf-hand-title-hint")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />`}
    <${FilePicker} text=${t("files-drop")} choose=${t("choose-files")} icon="page" camera hint=${t("shelf-files-hint")} onFiles=${(/** @type {File[]} */ files) => set({ files: [...draft.files, ...files] })} />
    ${draft.files.length > 0 && html`<ul class="chosen-files">${draft.files.map((file, at) => html`<li key=${`${at} ${file.name}`}><span>${file.name} <span class="muted small">${sizeText(file.size)}</span></span>
      <button type="button" class="tool" aria-label=${t("shelf-file-out", { name: file.name })} onClick=${() => set({ files: draft.files.filter((one) => one !== file) })}><${Icon} name="close" size=${20} /></button></li>`)}</ul>`}
    <${Field} label=${t("shelf-hand-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${2} />
    <${ReaderLine} audience=${readersAt(here, { circle: here.seat({ circle: child.circle })?.id ?? "", to: { circles: [to], people: [], child: "" } })} />
    <${ErrorNote} error=${error} /><${Button} type="submit" big icon="upload">${t("shelf-hand-verb")}<//></form><//>`;
}

/** To whom something can be handed in: the teams of a child's groups, the office. @param {Session} here @param {string[]} names */
function targetsOf(here, names) {
  const teams = groups(here).filter((group) => names.includes(group.name)).map((group) => ({ value: group.team, text: t("audience-team", { group: group.name }) }));
  return [...teams, { value: here.replica.trust.charter.office, text: t("audience-office") }];
}

/** All files of one letter are kept before anything is sent; what can't be sent is named. @param {Session} here @param {{child: string, request: string, to: string, title: string, text: string}} what @param {File[]} files */
async function handIn(here, { to, ...what }, files) {
  const seat = here.seat({ circle: what.child });
  const ids = [newId(), newId()];
  preparing.value = { done: 0, total: files.length };
  try {
    const made = [];
    for (const file of files) {
      made.push(await ready(file).catch((error) => Promise.reject({ name: file.name, error })));
      preparing.value = { done: made.length, total: files.length };
    }
    await uploads.value?.add(seat?.id ?? "", made, (parts) => ({ type: "bookshelf.handin", data: { ids, to, body: { ...what, files: parts, written: Date.now() } } }));
    return true;
  } catch (failed) {
    const { name = files[0].name, error = failed } = /** @type {any} */ (failed);
    refused.value = [...refused.value, { name, error }];
    return false;
  } finally {
    preparing.value = { done: 0, total: 0 };
  }
}

/** Who has handed in and who has not. @param {{params: Record<string, string>}} props */
export function AskedView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = requests(here).find((request) => request.id === params.request);
  if (!one || !receives(here, one)) return html`<${Page} title=${t("shelf-gone")} back="/bookshelf"><p>${t("shelf-gone-text")}</p><//>`;
  const rows = overview(here, one);
  const part = rows.filter((row) => row.handed.length).length;
  const remind = async () => {
    await carryOut("bookshelf.remind", { request: one.id, id: newId() }, { done: t("reminded") });
  };
  const stop = async () => {
    await outbox.value?.add("bookshelf.unask", { id: one.id });
    go("/bookshelf", { replace: true });
  };
  return html`<${Page} title=${one.title} back="/bookshelf"><div class="stack">${one.text && html`<p>${one.text}</p>`}
    <div class="row between"><${Ring} part=${part} whole=${rows.length} label=${t("shelf-handed-ring", { part, whole: rows.length })} />${part < rows.length && html`<${Button} kind="secondary" onPress=${remind}>${t("remind", { count: rows.length - part })}<//>`}</div>
    <ul class="families handed-rows">${rows.map((row) => html`<li key=${row.child}><${Avatar} name=${row.first} tone=${row.child} /><div class="stack"><span><strong>${row.name}</strong></span>
      ${row.handed.map((item) => html`<div key=${item.id}><p class="muted small">${[nameOf(here, item.head.seat), when(item.body.written)].filter(Boolean).join(" · ")}</p>${item.body.text && html`<p>${String(item.body.text)}</p>`}<${FileParts} parts=${item.body.files} /></div>`)}</div>
      <span class=${`tag ${row.handed.length ? "good" : ""}`}>${t(row.handed.length ? "shelf-handed-done" : "not-yet")}</span></li>`)}</ul>
    <div class="row"><${Button} kind="danger" onPress=${stop}>${t("shelf-ask-stop")}<//></div></div><//>`;
}
