/** Choices as cards, and switches: what is chosen is seen by its border, its mark and its words. */
import { html } from "../lib/htm.js";
import { useId } from "../lib/hooks.js";
import { Check } from "./field.js";

/** @typedef {{value: string, text: string, hint?: string, disabled?: boolean}} Option */

/** One of a few. @param {{label: string, options: Option[], chosen: string, onChoose: (value: string) => void}} props */
export function Choice({ label, options, chosen, onChoose }) {
  const name = useId();
  return html`<fieldset><legend>${label}</legend>${options.map((one) => html`<${Check} key=${one.value} type="radio" name=${name} label=${one.text} hint=${one.hint}
    disabled=${one.disabled} checked=${chosen === one.value} onChange=${() => onChoose(one.value)} />`)}</fieldset>`;
}

/** Some of a few. @param {{label: string, options: Option[], chosen: string[], onChange: (chosen: string[]) => void}} props */
export function Choices({ label, options, chosen, onChange }) {
  const toggle = (/** @type {string} */ value) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return html`<fieldset><legend>${label}</legend>${options.map((one) => html`<${Check} key=${one.value} label=${one.text} hint=${one.hint}
    disabled=${one.disabled} checked=${chosen.includes(one.value)} onChange=${() => toggle(one.value)} />`)}</fieldset>`;
}

/** On or off, at once. @param {{label: string, hint?: string, on: boolean, onChange: (on: boolean) => void}} props */
export function Switch({ label, hint = "", on, onChange }) {
  return html`<label class="switch"><span>${label}${hint && html`<small>${hint}</small>`}</span>
    <input type="checkbox" role="switch" checked=${on} onChange=${(/** @type {any} */ event) => onChange(event.target.checked)} /></label>`;
}
