/** Writing an event, or changing one: when, where, for whom; what is written is kept until it is done. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { useDraft } from "../../ui/draft.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { ErrorNote } from "../../ui/status.js";
import { audience, calendars, mayWrite, nameOf, ownPlaces, writable } from "./calendars.js";
import { BLANK, bodyOf, draftOf, filled, REPEATS, set, wrong } from "./draft.js";
import { whenOf } from "./changes.js";
import { CATEGORIES, freeDays } from "./model.js";
import { newChange, newEvent, together } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {(fields: Partial<Draft>) => void} Set */

export function NewView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [draft, keep] = useDraft("calendar", { ...BLANK, circles: firstOf(here) });
  const save = async () => {
    await carryOut("calendar.add", newEvent(draft.circles, filled(fieldsOf(here, draft))), { done: t("calendar-added") });
    await keep({ ...BLANK, circles: firstOf(here) });
    go("/calendar", { replace: true });
  };
  return html`<${Form} title=${t("calendar-new")} back="/calendar" draft=${draft} keep=${keep} verb=${t("calendar-add")} save=${save} choices=${choices(here)} skips />`;
}

/** A draft of the year, new or not: the office writes it for any calendar. @param {{params: Record<string, string>}} props */
export function DraftView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const item = params.id ? here.replica.items.get(params.id) : null;
  const [draft, keep] = useState(() => (item ? draftOf(item.body, item.body.calendars) : { ...BLANK, circles: firstOf(here) }));
  const save = async () => {
    const body = { ...filled(fieldsOf(here, draft)), calendars: draft.circles, version: 0 };
    await carryOut("calendar.draft", { draft: item?.id ?? "", id: b64(fresh(16)), body }, { done: t("calendar-draft-kept") });
    go("/calendar/year", { replace: true });
  };
  const all = calendars(here).map((one) => ({ value: one.circle, text: nameOf(here, one.circle) }));
  return html`<${Form} title=${t(item ? "edit" : "calendar-draft-new")} back="/calendar/year" draft=${draft} keep=${keep} verb=${t("calendar-draft-keep")} save=${save} choices=${all} skips />`;
}

/** Changing an event; with a day, only that one of an event that repeats. @param {{params: Record<string, string>}} props */
export function EditView({ params }) {
  const here = /** @type {Session} */ (session.value);
  const item = here.replica.items.get(params.id);
  const original = params.day ?? "";
  const [draft, keep] = useState(() => (item ? startOf(here, item, original) : BLANK));
  const [why, setWhy] = useState({ reason: "", urgent: false });
  if (!item || !mayWrite(here, item.circle)) return html`<${Page} title=${t("calendar-gone")} back="/calendar"><p>${t("calendar-gone-text")}</p><//>`;
  const back = original ? `/calendar/${item.id}/${original}` : `/calendar/${item.id}`;
  const save = async () => {
    const { day, start, end, place } = bodyOf(draft);
    const fields = original ? { original, day, start: start ?? "", end: end ?? "", place: place ?? "" } : { ...bodyOf(draft), skips: draft.skip ? freeDays(here, bodyOf(draft)) : null };
    await carryOut("calendar.change", newChange(here, item.id, fields, why.reason.trim(), why.urgent), { done: t("calendar-changed-done") });
    go(back, { replace: true });
  };
  const more = here.replica.circles.get(item.circle)?.kind === "calendar" && html`<${Why} here=${here} why=${why} setWhy=${setWhy} />`;
  return html`<${Form} title=${t(original ? "calendar-edit-once" : "edit")} back=${back} draft=${draft} keep=${keep} verb=${t("save")} save=${save} once=${original !== ""} skips more=${more} />`;
}

/** @param {{title: string, back: string, draft: Draft, keep: (draft: Draft) => any, verb: string, save: () => any, choices?: {value: string, text: string}[], once?: boolean, skips?: boolean, more?: any}} props */
function Form({ title, back, draft, keep, verb, save, choices: options = [], once = false, skips = false, more = null }) {
  const here = /** @type {Session} */ (session.value);
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const change = (/** @type {Partial<Draft>} */ fields) => void keep(set(draft, fields));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const code = wrong(draft);
    if (code) return setError({ code });
    await save();
  };
  return html`<${Page} title=${title} back=${back}><form class="stack" onSubmit=${send} noValidate>
    ${options.length > 0 && html`<${Whose} options=${options} draft=${draft} change=${change} />`}
    ${once ? html`<p><strong>${draft.title}</strong></p>` : html`<${What} draft=${draft} change=${change} />`}
    <${When} draft=${draft} change=${change} once=${once} />
    ${!once && html`<${More} here=${here} draft=${draft} change=${change} skips=${skips} />`}${more}<${ErrorNote} error=${error} />
    ${draft.circles.length > 0 && html`<${ReaderLine} audience=${audience(here, draft.circles)} />`}
    <${Button} type="submit" big>${verb}<//></form><//>`;
}

/** Calendars may be several at once; what is one's own or of the home is so alone. @param {{options: {value: string, text: string}[], draft: Draft, change: Set}} props */
function Whose({ options, draft, change }) {
  const here = /** @type {Session} */ (session.value);
  const alone = (/** @type {string} */ circle) => here.replica.circles.get(circle)?.kind !== "calendar";
  const toggle = (/** @type {string} */ value) => {
    const rest = alone(value) ? [] : draft.circles.filter((one) => !alone(one) && one !== value);
    change({ circles: draft.circles.includes(value) ? rest : [...rest, value] });
  };
  return html`<${Chips} label=${t("calendar-for")} options=${options} chosen=${draft.circles} onToggle=${toggle} />`;
}

/** @param {{draft: Draft, change: Set}} props */
export function What({ draft, change }) {
  return html`<${Field} label=${t("calendar-title")} value=${draft.title} onInput=${(/** @type {string} */ title) => change({ title })} required />
    <${Chips} label=${t("calendar-sort")} options=${CATEGORIES.map((value) => ({ value, text: t(`category-${value}`) }))} chosen=${[draft.category]} onToggle=${(/** @type {string} */ category) => change({ category })} />`;
}

/** @param {{draft: Draft, change: Set, once: boolean}} props */
export function When({ draft, change, once }) {
  const field = (/** @type {keyof Draft} */ name, /** @type {string} */ label, /** @type {string} */ type, min = "") => html`<${Field} label=${label} type=${type} min=${min || undefined} value=${draft[name]} onInput=${(/** @type {string} */ value) => change({ [name]: value })} />`;
  return html`<${Check} label=${t("calendar-whole-day")} checked=${draft.whole} onChange=${(/** @type {boolean} */ whole) => change({ whole })} />
    <div class="row">${field("day", t("calendar-day"), "date")}${!once && field("until", t("calendar-last-day"), "date", draft.day)}</div>
    ${!draft.whole && html`<div class="row">${field("start", t("calendar-start"), "time")}${field("end", t("calendar-end"), "time")}</div>`}
    <${Field} label=${t("calendar-place")} value=${draft.place} onInput=${(/** @type {string} */ place) => change({ place })} />`;
}

/** @param {{here: Session, draft: Draft, change: Set, skips: boolean}} props */
function More({ here, draft, change, skips }) {
  const shared = draft.circles.some((circle) => here.replica.circles.get(circle)?.kind === "calendar");
  return html`<${Field} label=${t("calendar-text")} value=${draft.text} rows=${3} onInput=${(/** @type {string} */ text) => change({ text })} />
    <${Chips} label=${t("calendar-repeat")} options=${REPEATS.map((value) => ({ value, text: t(`calendar-repeat-${value || "never"}`) }))} chosen=${[draft.every]} onToggle=${(/** @type {string} */ every) => change({ every })} />
    ${draft.every && html`<${Field} label=${t("calendar-repeat-until")} type="date" min=${draft.day} value=${draft.repeatUntil} onInput=${(/** @type {string} */ repeatUntil) => change({ repeatUntil })} />
      ${skips && html`<${Check} label=${t("calendar-skip")} checked=${draft.skip} onChange=${(/** @type {boolean} */ skip) => change({ skip })} />`}`}
    ${shared && html`<${Check} label=${t("calendar-ask")} hint=${t("calendar-ask-hint")} checked=${draft.asks} onChange=${(/** @type {boolean} */ asks) => change({ asks })} />
      <${Check} label=${t("calendar-public")} hint=${t("calendar-public-hint")} checked=${draft.open} onChange=${(/** @type {boolean} */ open) => change({ open })} />`}`;
}

/** Why it changes, for those who are told. @param {{here: Session, why: {reason: string, urgent: boolean}, setWhy: (why: {reason: string, urgent: boolean}) => void}} props */
function Why({ here, why, setWhy }) {
  return html`<${Field} label=${t("calendar-reason")} hint=${t("calendar-reason-hint")} value=${why.reason} onInput=${(/** @type {string} */ reason) => setWhy({ ...why, reason })} />
    ${here.roles().has("office") && html`<${Check} label=${t("calendar-urgent")} hint=${t("calendar-urgent-hint")} checked=${why.urgent} onChange=${(/** @type {boolean} */ urgent) => setWhy({ ...why, urgent })} />`}`;
}

/** @param {Session} here @param {import("../../sync/types.js").Item} item @param {string} original @returns {Draft} */
function startOf(here, item, original) {
  const draft = draftOf(item.body, together(here, item.id).map((one) => one.circle));
  return original ? { ...draft, .../** @type {any} */ (whenOf(item.body, original)), until: "", every: "" } : draft;
}

/** The fields of a new event's body, with the days that it leaves out: those that school is free. @param {Session} here @param {Draft} draft */
function fieldsOf(here, draft) {
  const body = bodyOf(draft);
  const days = draft.skip ? freeDays(here, body) : [];
  return { ...body, except: body.repeat && days.length ? days : null };
}

/** @param {Session} here */
function choices(here) {
  const { me, home } = ownPlaces(here);
  return [...writable(here).map((one) => one.circle), me, home].filter(Boolean).map((value) => ({ value, text: nameOf(here, value) }));
}

/** Where an event goes unless somebody says otherwise: a teacher's own class, the office's school, else oneself. @param {Session} here */
function firstOf(here) {
  const own = writable(here);
  const best = own.find((one) => one.sort === (here.roles().has("office") ? "school" : "group")) ?? own[0];
  return [best?.circle ?? ownPlaces(here).me];
}
