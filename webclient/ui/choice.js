/** Choices as cards, and switches: what is chosen is seen by its border, its mark and its words. */
import { html } from "../lib/htm.js";
import { useId, useState } from "../lib/hooks.js";
import { Check } from "./field.js";

/** @typedef {{value: string, text: string, hint?: string, disabled?: boolean}} Option */

/**
 * What stands, and how to change it: it shows at once as it was put, also while that is being kept or sent. @template T
 * @param {T} stands @param {(next: T) => unknown} onChange resolves once it stands, or does not @returns {[T, (next: T) => Promise<void>]}
 */
export function useWanted(stands, onChange) {
  const [wanted, setWanted] = useState(/** @type {{value: T} | null} */ (null));
  const change = async (/** @type {T} */ next) => {
    const last = { value: next };
    setWanted(last);
    try {
      await onChange(next);
    } finally {
      setWanted((now) => (now === last ? null : now));
    }
  };
  return [wanted ? wanted.value : stands, change];
}

/** One of a few. @param {{label: string, options: Option[], chosen: string, onChoose: (value: string) => unknown}} props */
export function Choice({ label, options, chosen, onChoose }) {
  const name = useId();
  const [shown, choose] = useWanted(chosen, onChoose);
  return html`<fieldset><legend>${label}</legend>${options.map((one) => html`<${Check} key=${one.value} type="radio" name=${name} label=${one.text} hint=${one.hint}
    disabled=${one.disabled} checked=${shown === one.value} onChange=${() => choose(one.value)} />`)}</fieldset>`;
}

/** Some of a few. @param {{label: string, options: Option[], chosen: string[], onChange: (chosen: string[]) => unknown}} props */
export function Choices({ label, options, chosen, onChange }) {
  const [shown, change] = useWanted(chosen, onChange);
  const toggle = (/** @type {string} */ value) => change(shown.includes(value) ? shown.filter((one) => one !== value) : [...shown, value]);
  return html`<fieldset><legend>${label}</legend>${options.map((one) => html`<${Check} key=${one.value} label=${one.text} hint=${one.hint}
    disabled=${one.disabled} checked=${shown.includes(one.value)} onChange=${() => toggle(one.value)} />`)}</fieldset>`;
}

/** On or off, at once. @param {{label: string, hint?: string, on: boolean, onChange: (on: boolean) => unknown}} props */
export function Switch({ label, hint = "", on, onChange }) {
  const [shown, change] = useWanted(on, onChange);
  return html`<label class="switch"><span>${label}${hint && html`<small>${hint}</small>`}</span>
    <input type="checkbox" role="switch" checked=${shown} onChange=${(/** @type {any} */ event) => change(event.target.checked)} /></label>`;
}
