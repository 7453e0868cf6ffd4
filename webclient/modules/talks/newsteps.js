/** The steps of making a round: which groups and teachers, which days, which rules, and a look at all of it. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { Choice, Switch } from "../../ui/choice.js";
import { Chips, Field } from "../../ui/field.js";
import { date, t, when } from "../../ui/locale.js";
import { ReaderLine } from "../../ui/readers.js";
import { Banner } from "../../ui/status.js";
import { addDays, noon } from "../absences/days.js";
import { teamOf } from "../groups/names.js";
import { audienceOfAll } from "../news/audience.js";
import { groups } from "../people/model.js";
import { fieldsOf, slotsOf, tablesOf } from "./newdraft.js";
import { MODES } from "./rules.js";
import { Timeline } from "./timeline.js";
import { teacherNames } from "./words.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./newdraft.js").Draft} Draft */
/** @typedef {{here: Session, draft: Draft, set: (fields: Partial<Draft>) => void}} Props */

/** @param {Props} props */
export function Who({ here, draft, set }) {
  const may = groups(here).filter((group) => here.seat({ circle: group.group }));
  const toggle = (/** @type {string} */ circle) => {
    const { [circle]: had, ...rest } = draft.tables;
    const group = may.find((one) => one.group === circle);
    const team = group ? teamOf(here, group) : [];
    set({ tables: had ? rest : { ...rest, [circle]: { seats: team.length === 1 ? [team[0].seat] : [], room: "" } } });
  };
  return html`<${Field} label=${t("talk-title")} hint=${t("talk-title-hint")} value=${draft.title} onInput=${(/** @type {string} */ title) => set({ title })} required />
    <${Chips} label=${t("talk-groups")} options=${may.map((one) => ({ value: one.group, text: one.name }))} chosen=${Object.keys(draft.tables)} onToggle=${toggle} />
    ${may.filter((group) => draft.tables[group.group]).map((group) => html`<${TableFields} key=${group.group} here=${here} group=${group} draft=${draft} set=${set} />`)}
    <${Chips} label=${t("talk-how")} options=${MODES.map((value) => ({ value, text: t(`talk-mode-${value}`) }))} chosen=${[draft.mode]} onToggle=${(/** @type {string} */ mode) => set({ mode })} />
    <${Field} label=${t("talk-text")} value=${draft.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${3} />`;
}

/** @param {Props & {group: import("../people/model.js").Group}} props */
function TableFields({ here, group, draft, set }) {
  const table = draft.tables[group.group];
  const put = (/** @type {Partial<typeof table>} */ fields) => set({ tables: { ...draft.tables, [group.group]: { ...table, ...fields } } });
  const toggle = (/** @type {string} */ seat) => put({ seats: table.seats.includes(seat) ? table.seats.filter((one) => one !== seat) : [...table.seats, seat] });
  return html`<section class="card stack"><h2>${t("group-people", { group: group.name })}</h2>
    <${Chips} label=${t("talk-teachers")} options=${teamOf(here, group).map((one) => ({ value: one.seat, text: one.name }))} chosen=${table.seats} onToggle=${toggle} />
    ${draft.mode === "site" && html`<${Field} label=${t("talk-room")} value=${table.room} onInput=${(/** @type {string} */ room) => put({ room })} />`}</section>`;
}

/** @param {Props} props */
export function When({ draft, set }) {
  const put = (/** @type {number} */ at, /** @type {Record<string, string>} */ fields) => set({ days: draft.days.map((one, index) => (index === at ? { ...one, ...fields } : one)) });
  const more = () => set({ days: [...draft.days, { ...draft.days[draft.days.length - 1], day: addDays(draft.days[draft.days.length - 1].day, 2) }] });
  const pause = draft.breaks[0] ?? ["", ""];
  return html`${draft.days.map((one, at) => html`<fieldset class="card" key=${at}><legend>${t("talk-day", { at: at + 1 })}</legend><div class="row">
      <${Field} label=${t("talk-date")} type="date" value=${one.day} onInput=${(/** @type {string} */ day) => put(at, { day })} />
      <${Field} label=${t("talk-from")} type="time" value=${one.from} onInput=${(/** @type {string} */ from) => put(at, { from })} />
      <${Field} label=${t("talk-until")} type="time" value=${one.until} onInput=${(/** @type {string} */ until) => put(at, { until })} />
      ${draft.days.length > 1 && html`<${Button} kind="quiet" onPress=${() => set({ days: draft.days.filter((_, index) => index !== at) })}>${t("talk-day-drop")}<//>`}</div></fieldset>`)}
    <div class="row"><${Button} kind="secondary" icon="plus" onPress=${more}>${t("talk-day-more")}<//></div>
    <${Chips} label=${t("talk-length")} options=${[10, 15, 20, 30].map((value) => ({ value: String(value), text: t("talk-minutes", { minutes: value }) }))} chosen=${[String(draft.length)]} onToggle=${(/** @type {string} */ value) => set({ length: Number(value) })} />
    <${Chips} label=${t("talk-pause")} options=${[0, 2, 5].map((value) => ({ value: String(value), text: value ? t("talk-minutes", { minutes: value }) : t("talk-pause-none") }))} chosen=${[String(draft.pause)]} onToggle=${(/** @type {string} */ value) => set({ pause: Number(value) })} />
    <div class="row"><${Field} label=${t("talk-break-from")} type="time" value=${pause[0]} onInput=${(/** @type {string} */ from) => set({ breaks: [[from, pause[1]]] })} />
      <${Field} label=${t("talk-break-until")} type="time" value=${pause[1]} onInput=${(/** @type {string} */ until) => set({ breaks: [[pause[0], until]] })} /></div>
    <${Chips} label=${t("talk-walking")} options=${[0, 2, 5, 10].map((value) => ({ value: String(value), text: t("talk-minutes", { minutes: value }) }))} chosen=${[String(draft.walk)]} onToggle=${(/** @type {string} */ value) => set({ walk: Number(value) })} />`;
}

/** @param {Props} props */
export function How({ draft, set }) {
  const choices = (/** @type {string} */ key, /** @type {string[]} */ values) => values.map((value) => ({ value, text: t(`${key}-${value}`), hint: t(`${key}-${value}-hint`) }));
  const wishes = draft.choose === "wishes";
  return html`<${Choice} label=${t("talk-choosing")} options=${choices("talk-choosing", ["slots", "wishes"])} chosen=${draft.choose} onChoose=${(/** @type {string} */ choose) => set({ choose })} />
    <${Field} label=${t(wishes ? "talk-wishes-until" : "talk-opens-at")} hint=${t(wishes ? "talk-wishes-until-hint" : "talk-opens-at-hint")} type="datetime-local" value=${draft.opens} onInput=${(/** @type {string} */ opens) => set({ opens })} />
    ${!wishes && html`<${Field} label=${t("talk-early-at")} hint=${t("talk-early-at-hint")} type="datetime-local" value=${draft.early} onInput=${(/** @type {string} */ early) => set({ early })} />`}
    <${Field} label=${t("talk-closes-at")} hint=${t("talk-closes-at-hint")} type="datetime-local" value=${draft.closes} onInput=${(/** @type {string} */ closes) => set({ closes })} />
    <${Choice} label=${t("talk-unit")} options=${choices("talk-unit", ["both", "child"])} chosen=${draft.unit} onChoose=${(/** @type {string} */ unit) => set({ unit })} />
    ${wishes && draft.unit === "both" && html`<${Switch} label=${t("talk-apart")} hint=${t("talk-apart-hint")} on=${draft.apart} onChange=${(/** @type {boolean} */ apart) => set({ apart })} />`}
    <${Switch} label=${t("talk-waits-switch")} hint=${t("talk-waits-hint")} on=${draft.waits} onChange=${(/** @type {boolean} */ waits) => set({ waits })} />
    <${Switch} label=${t("talk-mandatory")} hint=${t("talk-mandatory-hint")} on=${draft.mandatory} onChange=${(/** @type {boolean} */ mandatory) => set({ mandatory })} />`;
}

/** @param {Props} props */
export function Look({ here, draft }) {
  const slots = slotsOf(draft).map((slot) => ({ id: `${slot.day} ${slot.start}`, ...slot }));
  const tables = tablesOf(here, draft);
  const { opens, closes } = fieldsOf(draft);
  return html`<article class="card stack"><h2>${draft.title}</h2>${draft.text && html`<p>${draft.text}</p>`}
      <p class="muted">${[...new Set(slots.map((slot) => slot.day))].map((day) => date(noon(day))).join(", ")}</p>
      <ul>${tables.map((table) => html`<li key=${table.group}>${groups(here).find((one) => one.group === table.group)?.name} · ${teacherNames(table)}${table.room ? ` · ${table.room}` : ""}</li>`)}</ul>
      <p>${t("talk-from-until", { from: opens ? when(opens) : t("talk-at-once-open"), until: closes ? when(closes) : t("talk-no-end") })}</p></article>
    ${tables.map((table) => html`<${Room} key=${table.group} here=${here} table=${table} count=${slots.length} />`)}
    <${Timeline} label=${t("talk-step-check")} chairs=${slots.map((slot) => ({ slot, state: /** @type {const} */ ("free") }))} waits=${false} locked onPick=${() => undefined} />
    <${ReaderLine} audience=${audienceOfAll(here, tables.map((table) => table.group))} />`;
}

/** Whether there are times enough for a group. @param {{here: Session, table: import("./writing.js").Table, count: number}} props */
function Room({ here, table, count }) {
  const children = here.replica.ofKind("classmate", table.group).length;
  const group = groups(here).find((one) => one.group === table.group)?.name ?? "";
  return html`<${Banner} kind=${count < children ? "care" : "good"}><p>${t(count < children ? "talk-too-few" : "talk-enough", { group, count, children })}</p><//>`;
}
