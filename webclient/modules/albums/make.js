/** Beginning an album, and changing what it is called and what may be done with it. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { dayOf } from "../absences/days.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Choice } from "../../ui/choice.js";
import { Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { outbox, session } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { album, newId, places, receiptsOf } from "./model.js";
import { BLANK } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {typeof BLANK} Draft */

/** The last day of an album of this school year, unless somebody chooses another: parents have the summer to keep it. @param {string} today */
export function lastDay(today) {
  return `${Number(today.slice(0, 4)) + Number(today.slice(5) >= "08-01")}-10-31`;
}

export function NewView() {
  const here = /** @type {Session} */ (session.value);
  const may = places(here);
  const [draft, setDraft] = useState({ ...BLANK, circle: may[0]?.circle ?? "", day: dayOf(Date.now()), until: lastDay(dayOf(Date.now())) });
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.title.trim()) return setError({ code: "album-no-title" });
    const id = newId();
    const body = { ...draft, title: draft.title.trim(), text: draft.text.trim(), album: id, receipts: receiptsOf(here, draft.circle) };
    await outbox.value?.add("albums.draft", { record: newId(), body });
    go(`/albums/${id}/draft`, { replace: true });
  };
  return html`<${Page} title=${t("album-new")} back="/albums"><form class="stack" onSubmit=${make}>
    <${Field} label=${t("album-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => setDraft({ ...draft, title })} required />
    ${may.length > 1 && html`<${Chips} label=${t("to-whom")} options=${may.map((one) => ({ value: one.circle, text: one.name ? t("group-people", { group: one.name }) : t("album-school") }))} chosen=${[draft.circle]} onToggle=${(/** @type {string} */ circle) => setDraft({ ...draft, circle })} />`}
    <${Choice} label=${t("album-scope")} options=${["all", "own"].map((value) => ({ value, text: t(`album-scope-${value}`), hint: t(`album-scope-${value}-hint`) }))} chosen=${draft.scope} onChoose=${(/** @type {string} */ scope) => setDraft({ ...draft, scope })} />
    <${Rules} draft=${draft} change=${setDraft} /><${ErrorNote} error=${error} />
    <${Button} type="submit" big>${t("album-make")}<//></form><//>`;
}

/** @param {{params: Record<string, string>}} props */
export function EditView({ params }) {
  const here = /** @type {Session} */ (session.value);
  const one = album(here, params.id);
  const [draft, setDraft] = useState(() => ({ ...BLANK, ...one?.whole }));
  if (!one?.acts) return html`<${Page} title=${t("album-gone")} back="/albums"><p>${t("album-gone-text")}</p><//>`;
  const back = `/albums/${one.id}${one.items.length ? "" : "/draft"}`;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const { title, text, day, download, until } = draft;
    await carryOut("albums.change", { album: one.id, fields: { title: title.trim() || one.whole.title, text: text.trim(), day, download, until } }, { done: t("album-changed") });
    go(back, { replace: true });
  };
  return html`<${Page} title=${t("album-edit")} back=${back}><form class="stack" onSubmit=${save}>
    <${Field} label=${t("album-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => setDraft({ ...draft, title })} required />
    <${Rules} draft=${draft} change=${setDraft} /><${Button} type="submit" big>${t("save")}<//></form><//>`;
}

/** @param {{draft: any, change: (draft: any) => void}} props */
function Rules({ draft, change }) {
  const set = (/** @type {string} */ key) => (/** @type {any} */ value) => change({ ...draft, [key]: value });
  return html`<${Field} label=${t("album-day")} type="date" value=${draft.day} onInput=${set("day")} />
    <${Field} label=${t("album-text")} value=${draft.text} onInput=${set("text")} rows=${3} />
    <${Choice} label=${t("album-download")} options=${["all", "own", "none"].map((value) => ({ value, text: t(`album-download-${value}`), hint: t(`album-download-${value}-hint`) }))} chosen=${draft.download} onChoose=${set("download")} />
    <${Field} label=${t("album-until")} hint=${t("album-until-hint")} type="date" value=${draft.until} min=${dayOf(Date.now())} onInput=${set("until")} />`;
}
