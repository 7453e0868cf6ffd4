/** The questions of a form that is being made: their kind, their words, what can be chosen and how much there is of it. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { Check, Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { t } from "../../ui/locale.js";
import { ANONYMOUS, KINDS } from "./rules.js";
import { blankQuestion, option, slot, withKind } from "./templates.js";

/** @typedef {import("./rules.js").Question} Question */

/** `known`: questions that were answered already keep their kind; `anonymous`: nobody may be traced by what they take. @param {{questions: Question[], known?: string[], anonymous?: boolean, change: (questions: Question[]) => void}} props */
export function Questions({ questions, known = [], anonymous = false, change }) {
  const set = (/** @type {Question} */ next) => change(questions.map((one) => (one.id === next.id ? next : one)));
  return html`<div class="stack">${questions.map((one, at) => html`<fieldset key=${one.id} class="card stack question"><legend class="sr-only">${t("signup-question", { number: at + 1 })}</legend>
      <div class="row between"><strong>${t("signup-question", { number: at + 1 })}</strong>${questions.length > 1 && html`<${Button} kind="quiet" icon="bin" onPress=${() => change(questions.filter((other) => other !== one))}><span class="sr-only">${t("signup-question-gone", { number: at + 1 })}</span><//>`}</div>
      <label class="field"><span class="label">${t("signup-kind")}</span><select class="input" value=${one.kind} disabled=${known.includes(one.id)} onChange=${(/** @type {any} */ event) => set(withKind(one, event.target.value))}>
        ${(anonymous ? ANONYMOUS : KINDS).map((kind) => html`<option key=${kind} value=${kind}>${t(`signup-kind-${kind}`)}</option>`)}</select></label>
      <${Field} label=${t("signup-label")} value=${one.label} onInput=${(/** @type {string} */ label) => set({ ...one, label })} required />
      <${Inside} one=${one} set=${set} />
      <${Check} label=${t("signup-required")} checked=${Boolean(one.required)} onChange=${(/** @type {boolean} */ on) => set({ ...one, required: Number(on) })} /></fieldset>`)}
    <p><${Button} kind="secondary" icon="plus" onPress=${() => change([...questions, blankQuestion("yesno")])}>${t("signup-add-question")}<//></p></div>`;
}

/** @param {{one: Question, set: (next: Question) => void}} props */
function Inside({ one, set }) {
  if (one.options) return html`<${Options} one=${one} set=${set} />`;
  if (one.kind === "drivers") return html`<${Room} label=${t("signup-seats-needed")} value=${one.slots?.[0]?.capacity ?? 0} onInput=${(/** @type {number} */ capacity) => set({ ...one, slots: (one.slots ?? []).map((other) => ({ ...other, capacity })) })} />`;
  if (one.slots) return html`<${Slots} one=${one} set=${set} />`;
  if (one.kind === "consent") return html`<${Field} label=${t("signup-legal")} hint=${t("signup-legal-hint")} rows=${4} value=${one.legal ?? ""} onInput=${(/** @type {string} */ legal) => set({ ...one, legal })} />`;
  return null;
}

/** @param {{one: Question, set: (next: Question) => void}} props */
function Options({ one, set }) {
  const options = one.options ?? [];
  const rename = (/** @type {string} */ id, /** @type {string} */ text) => set({ ...one, options: options.map((other) => (other.id === id ? { ...other, text } : other)) });
  return html`<div class="stack-small" role="group" aria-label=${t("signup-options")}>${options.map((other, at) => html`<div key=${other.id} class="field-line"><${Field} label=${t("signup-option", { number: at + 1 })} value=${other.text} onInput=${(/** @type {string} */ text) => rename(other.id, text)} />
      ${options.length > 2 && html`<${Away} label=${t("signup-option-gone", { number: at + 1 })} onPress=${() => set({ ...one, options: options.filter((some) => some !== other) })} />`}</div>`)}
    <p><${Button} kind="quiet" icon="plus" onPress=${() => set({ ...one, options: [...options, option("")] })}>${t("signup-add-option")}<//></p></div>`;
}

/** @param {{one: Question, set: (next: Question) => void}} props */
function Slots({ one, set }) {
  const slots = one.slots ?? [];
  const put = (/** @type {string} */ id, /** @type {Record<string, any>} */ some) => set({ ...one, slots: slots.map((other) => (other.id === id ? { ...other, ...some } : other)) });
  return html`<div class="stack-small" role="group" aria-label=${t("signup-options")}>${slots.map((other, at) => html`<div key=${other.id} class="field-line"><${Field} label=${t(`signup-slot-${one.kind}`, { number: at + 1 })} value=${other.text} onInput=${(/** @type {string} */ text) => put(other.id, { text })} />
      <${Room} label=${t("signup-room")} value=${other.capacity} onInput=${(/** @type {number} */ capacity) => put(other.id, { capacity })} />
      ${slots.length > 1 && html`<${Away} label=${t("signup-option-gone", { number: at + 1 })} onPress=${() => set({ ...one, slots: slots.filter((some) => some !== other) })} />`}</div>`)}
    <p><${Button} kind="quiet" icon="plus" onPress=${() => set({ ...one, slots: [...slots, slot("", 2)] })}>${t("signup-add-option")}<//></p></div>`;
}

/** How much there is; 0: no end to it. @param {{label: string, value: number, onInput: (value: number) => void}} props */
function Room({ label, value, onInput }) {
  return html`<div class="how-many"><${Field} label=${label} type="number" min="0" max="1000" value=${value ? String(value) : ""} onInput=${(/** @type {string} */ text) => onInput(Math.min(1000, Math.max(0, Math.round(Number(text) || 0))))} /></div>`;
}

/** @param {{label: string, onPress: () => void}} props */
function Away({ label, onPress }) {
  return html`<button type="button" class="away" aria-label=${label} onClick=${onPress}><${Icon} name="close" size=${18} /></button>`;
}
