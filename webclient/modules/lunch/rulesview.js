/** The rules as the office or the lunch team sets them: what parents accept, the days, the cut-off, the price. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Chips, Field } from "../../ui/field.js";
import { date, t, weekdayName } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { session, version } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { dayOf } from "../../sync/zone.js";
import { addDays, noon } from "../absences/days.js";
import { lunchCircle } from "../people/model.js";
import { newId } from "./model.js";
import { cents } from "./money.js";
import { amount } from "./month.js";
import { isTeam, rules } from "./stay.js";
import { TeamTabs } from "./view.js";

/** @typedef {import("../../sync/session.js").Session} Session */

const ROWS = 2;
const FIRST_CARD = 10;

export function RulesView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const began = Boolean(lunchCircle(here));
  const [changed, setChanged] = useState(/** @type {Record<string, any>} */ ({}));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  if (!isTeam(here) && (began || !here.roles().has("office"))) return html`<${Page} title=${t("nothing-here")} back="/lunch"><p>${t("nothing-here-text")}</p><//>`;
  const draft = { ...written(rules(here)), ...changed };
  const set = (/** @type {Record<string, any>} */ fields) => setChanged({ ...changed, ...fields });
  const toggle = (/** @type {string} */ one) => set({ days: draft.days.includes(one) ? draft.days.filter((/** @type {string} */ each) => each !== one) : [...draft.days, one] });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!draft.text.trim()) return setError({ code: "no-rules" });
    if (!draft.days.length) return setError({ code: "no-days" });
    await carryOut(began ? "lunch.rules" : "lunch.open", { fields: read(draft), record: newId() }, { done: t("lunch-rules-saved") });
    go("/lunch");
  };
  return html`<${Page} title=${t(began ? "lunch-tab-rules" : "lunch-begin")} back="/lunch"><${TeamTabs} here=${here} /><form class="stack" onSubmit=${save}>
    ${!began && html`<${Banner}><p>${t("lunch-begin-text")}</p><//>`}
    <${Field} label=${t("lunch-rules-text")} hint=${t("lunch-rules-hint")} value=${draft.text} rows=${5} onInput=${(/** @type {string} */ text) => set({ text })} />
    <${Chips} label=${t("lunch-days")} options=${[1, 2, 3, 4, 5].map((one) => ({ value: String(one), text: weekdayName(noon(addDays("2024-01-01", one - 1))) }))} chosen=${draft.days} onToggle=${toggle} />
    <div class="row"><${Field} label=${t("lunch-cutoff")} hint=${t("lunch-cutoff-hint")} type="time" value=${draft.cutoff} onInput=${(/** @type {string} */ cutoff) => set({ cutoff })} required /></div>
    <${Field} label=${t("lunch-price")} value=${draft.price} onInput=${(/** @type {string} */ price) => set({ price })} />
    ${draft.cards.map((/** @type {any} */ card, /** @type {number} */ at) => html`<div class="row" key=${at}><${Field} label=${t("lunch-card-strips", { at: at + 1 })} type="number" value=${card.strips} onInput=${(/** @type {string} */ strips) => set({ cards: replaced(draft.cards, at, { ...card, strips }) })} />
      <${Field} label=${t("lunch-card-price", { at: at + 1 })} value=${card.price} onInput=${(/** @type {string} */ price) => set({ cards: replaced(draft.cards, at, { ...card, price }) })} /></div>`)}
    <${Field} label=${t("lunch-months")} hint=${t("lunch-months-hint")} type="number" min="0" value=${draft.months} onInput=${(/** @type {string} */ months) => set({ months })} />
    <${Closed} days=${draft.closed} onChange=${(/** @type {string[]} */ closed) => set({ closed })} />
    <${ErrorNote} error=${error} /><${Button} type="submit" big>${t(began ? "save" : "lunch-begin")}<//></form><//>`;
}

/** Days without lunch: holidays and study days. @param {{days: string[], onChange: (days: string[]) => void}} props */
function Closed({ days, onChange }) {
  const [day, setDay] = useState("");
  const add = () => {
    if (day && !days.includes(day)) onChange([...days, day].sort());
    setDay("");
  };
  const shown = days.filter((one) => one >= dayOf(Date.now()));
  return html`<div class="stack tight"><div class="row end"><${Field} label=${t("lunch-closed-day")} type="date" value=${day} min=${dayOf(Date.now())} onInput=${setDay} /><${Button} kind="secondary" onPress=${add}>${t("lunch-closed-add")}<//></div>
    ${shown.length > 0 && html`<${Chips} label=${t("lunch-closed-days")} options=${shown.map((one) => ({ value: one, text: date(noon(one)) }))} chosen=${shown} onToggle=${(/** @type {string} */ one) => onChange(days.filter((each) => each !== one))} />`}</div>`;
}

/** The rules as a form holds them. @param {Record<string, any>} found @returns {Record<string, any>} */
function written(found) {
  const cards = found.cards.map((/** @type {any} */ card) => ({ strips: String(card.strips), price: amount(card.cents) }));
  const blank = { strips: cards.length ? "" : String(FIRST_CARD), price: "" };
  return { text: found.text, cutoff: found.cutoff, days: found.days.map(String), price: found.price ? amount(found.price) : "", closed: found.closed ?? [], months: found.months ? String(found.months) : "",
    cards: [...cards, ...Array(Math.max(0, ROWS - cards.length)).fill(blank)].slice(0, Math.max(ROWS, cards.length)) };
}

/** What a form holds as rules. @param {Record<string, any>} draft @returns {Record<string, any>} */
function read({ text, cutoff, days, price, cards, closed, months }) {
  const sold = cards.map((/** @type {any} */ card) => ({ strips: Math.floor(Number(card.strips)), cents: cents(card.price) })).filter((/** @type {any} */ card) => card.strips > 0 && card.cents > 0);
  return { text: text.trim(), cutoff, days: days.map(Number).sort(), price: cents(price), cards: sold, closed, months: Math.max(0, Math.floor(Number(months) || 0)) };
}

/** @param {any[]} list @param {number} at @param {any} value */
function replaced(list, at, value) {
  return list.map((one, each) => (each === at ? value : one));
}
