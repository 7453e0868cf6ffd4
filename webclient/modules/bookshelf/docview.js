/** One file: look at it, keep it on this device, who reads it and who opened it, its earlier versions. */
import { html } from "../../lib/htm.js";
import { useEffect, useRef, useState } from "../../lib/hooks.js";
import { keepFile, dropFile } from "../../sync/keeping.js";
import { dayOf } from "../../sync/zone.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Switch } from "../../ui/choice.js";
import { Check, Field } from "../../ui/field.js";
import { FilePart } from "../../ui/filepart.js";
import { date, t, when } from "../../ui/locale.js";
import { Menu } from "../../ui/menu.js";
import { wasRead } from "../../ui/notices.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { preparing, refused } from "../../ui/sending.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox, session, toast, uploads, version } from "../../ui/state.js";
import { ErrorNote, Ring } from "../../ui/status.js";
import { nameOf } from "../people/model.js";
import { ready, takeAway } from "./adding.js";
import { peopleAt, readersAt } from "./audience.js";
import { childName, kept, lookKept, shown } from "./rows.js";
import { opening } from "./opening.js";
import { mayChange } from "./shelf.js";
import { newId, untilOf } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./shelf.js").Doc} Doc */

/** @param {{params: Record<string, string>}} props */
export function DocView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const doc = shown(here).docs.find((one) => one.id === params.id);
  const [sheet, setSheet] = useState("");
  useEffect(() => void lookKept(), []);
  useEffect(() => {
    if (doc?.fresh) void outbox.value?.add("bookshelf.opened", { document: doc.id, id: newId(), time: Date.now() });
    if (doc) void wasRead(doc.id);
  }, [doc?.id, doc?.fresh]);
  if (!doc) return html`<${Page} title=${t("shelf-gone")} back="/bookshelf"><p>${t("shelf-gone-text")}</p><//>`;
  const back = doc.book ? `/bookshelf/in/${doc.book}` : "/bookshelf";
  const may = mayChange(here, doc.item);
  const by = doc.own ? t("audience-you") : nameOf(here, doc.seat) || t("shelf-maker");
  return html`<${Page} title=${doc.title} back=${back} actions=${may && html`<${DocMenu} doc=${doc} back=${back} onSheet=${setSheet} />`}><div class="stack">
    <p class="muted">${childName(here, doc) ? `${t("shelf-about-child", { name: childName(here, doc) })} · ` : ""}${t(doc.changed ? "shelf-by-changed" : "shelf-by", { name: by, when: when(doc.changed || doc.made) })}${doc.until > 0 ? ` · ${t("shelf-shown-until", { date: date(doc.until) })}` : ""}</p>
    ${doc.text && html`<p class="prose">${doc.text}</p>`}<${FilePart} part=${doc.file} />
    <${ReaderLine} audience=${readersAt(here, doc.place)} ask=${peopleAt(here, doc.place)} />
    ${doc.tells && !doc.own && html`<p class="muted small">${t("shelf-tells", { name: by })}</p>`}
    <${Keep} doc=${doc} />${doc.tells && may && html`<${Openings} here=${here} doc=${doc} />`}
    ${doc.earlier.length > 0 && html`<${Versions} here=${here} doc=${doc} may=${may} />`}</div>
    ${sheet === "words" && html`<${WordsSheet} doc=${doc} onClose=${() => setSheet("")} />`}
    ${sheet === "version" && html`<${VersionSheet} doc=${doc} onClose=${() => setSheet("")} />`}<//>`;
}

/** @param {{doc: Doc, back: string, onSheet: (which: string) => void}} props */
function DocMenu({ doc, back, onSheet }) {
  return html`<${Button} kind="secondary" icon="upload" onPress=${() => onSheet("version")}>${t("shelf-new-version")}<//><${Menu} items=${[{ text: t("edit"), icon: "edit", run: () => onSheet("words") },
    { text: t("delete"), icon: "bin", danger: true, run: () => takeAway(doc.id, t("shelf-deleted"), back) }]} />`;
}

/** Keep the file on this device, so that it opens without a network. @param {{doc: Doc}} props */
function Keep({ doc }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const store = session.value?.vault;
  const change = async (/** @type {boolean} */ on) => {
    setError(null);
    if (store) await (on ? keepFile(store, doc.file) : dropFile(store, doc.file.blob)).catch(setError);
    await lookKept();
  };
  return html`<${Switch} label=${t("shelf-keep")} hint=${t("shelf-keep-hint")} on=${kept.value.has(doc.file.blob)} onChange=${change} /><${ErrorNote} error=${error} />`;
}

/** Who opened it, for whoever put it here. @param {{here: Session, doc: Doc}} props */
function Openings({ here, doc }) {
  void version.value;
  const rows = opening(here, doc);
  const done = rows.filter((one) => one.at).length;
  return html`<section class="card stack"><${Ring} part=${done} whole=${rows.length} label=${t("shelf-opened", { done, count: rows.length })} />
    <details><summary>${t("shelf-opened-who")}</summary><ul class="families">${rows.map((one) => html`<li key=${one.id}><${Avatar} name=${one.mark} tone=${one.id} /><span><strong>${one.name}</strong>${one.about && html`<br /><span class="muted small">${one.about}</span>`}</span>
      <span class=${`tag ${one.at ? "good" : ""}`}>${one.at ? when(one.at) : t("not-yet")}</span></li>`)}</ul></details></section>`;
}

/** @param {{here: Session, doc: Doc, may: boolean}} props */
function Versions({ here, doc, may }) {
  const restore = (/** @type {string} */ blob) => async () => {
    await carryOut("bookshelf.restore", { id: doc.id, blob }, { done: t("shelf-restored") });
  };
  return html`<section class="stack"><h2>${t("shelf-earlier")}</h2>${doc.earlier.map((one) => html`<div class="stack version" key=${one.file.blob}>
    <${FilePart} part=${one.file} about=${`${when(one.at)} · ${nameOf(here, one.seat) || t("shelf-maker")}`} />
    ${may && html`<p class="row"><${Button} kind="quiet" onPress=${restore(one.file.blob)}>${t("shelf-restore")}<//></p>`}</div>`)}</section>`;
}

/** @param {{doc: Doc, onClose: () => void}} props */
function WordsSheet({ doc, onClose }) {
  const [draft, setDraft] = useState({ title: doc.title, text: doc.text, until: doc.until ? dayOf(doc.until) : "" });
  const set = (/** @type {Partial<typeof draft>} */ some) => setDraft({ ...draft, ...some });
  const save = async () => {
    if (!draft.title.trim()) return;
    await outbox.value?.add("bookshelf.change", { id: doc.id, fields: { title: draft.title.trim(), text: draft.text.trim(), until: untilOf(draft.until) } });
    onClose();
  };
  return html`<${Sheet} title=${t("edit")} onClose=${onClose} actions=${html`<${Button} onPress=${save}>${t("save")}<//>`}>
    <${Field} label=${t("shelf-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />
    <${Field} label=${t("shelf-note")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${3} />
    <${Field} label=${t("shelf-until")} hint=${t("shelf-until-hint")} type="date" value=${draft.until} onInput=${(/** @type {string} */ until) => set({ until })} /><//>`;
}

/** A newer file in its place. @param {{doc: Doc, onClose: () => void}} props */
function VersionSheet({ doc, onClose }) {
  const [keep, setKeep] = useState(true);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const take = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    onClose();
    await replace(doc, file, keep);
  };
  const press = () => input.current?.click();
  return html`<${Sheet} title=${t("shelf-new-version")} onClose=${onClose} actions=${html`<${Button} icon="upload" onPress=${press}>${t("shelf-choose-version")}<//>`}>
    <input ref=${input} type="file" class="sr-only" tabindex="-1" aria-label=${t("shelf-choose-version")} onChange=${(/** @type {any} */ event) => take(event.target.files[0])} />
    <${Check} label=${t("shelf-keep-earlier")} hint=${t("shelf-keep-earlier-hint")} checked=${keep} onChange=${setKeep} /><//>`;
}

/** @param {Doc} doc @param {File} file @param {boolean} keep */
async function replace(doc, file, keep) {
  preparing.value = { done: 0, total: 1 };
  try {
    const made = await ready(file);
    await uploads.value?.add(doc.place.circle, [made], ([part]) => ({ type: "bookshelf.replace", data: { id: doc.id, file: part, keep } }));
    toast(t("shelf-version-sent"));
  } catch (error) {
    refused.value = [...refused.value, { name: file.name, error }];
  }
  preparing.value = { done: 0, total: 0 };
}
