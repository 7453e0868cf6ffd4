/** Fields with a label, a hint and, where something is wrong, what to do about it. */
import { html } from "../lib/htm.js";
import { useId, useState } from "../lib/hooks.js";
import { caretAfter, grouped } from "./code.js";
import { t } from "./locale.js";

/**
 * One field; dates and times are the browser's own (`type`), `rows` makes it a big text, `token` a code from paper.
 * @param {{label: string, value: string, onInput: (value: string) => void, hint?: string, error?: string, type?: string, autocomplete?: string, rows?: number, token?: boolean, required?: boolean, min?: string, max?: string}} props
 */
export function Field({ label, value, onInput, hint = "", error = "", type = "text", autocomplete = "off", rows = 0, token = false, required = false, min, max }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const about = `${hint ? `${id}-hint` : ""} ${error ? `${id}-error` : ""}`.trim() || undefined;
  const common = {
    id, value, required, autocomplete, min, max, class: `input ${token ? "token" : ""}`, "aria-describedby": about,
    "aria-invalid": error ? "true" : undefined, onInput: (/** @type {any} */ event) => onInput(token ? regroup(event.target) : event.target.value),
    ...(token ? { autocapitalize: "characters", spellcheck: false } : {}),
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint && html`<span class="hint" id=${`${id}-hint`}>${hint}</span>`}
    ${rows ? html`<textarea ...${common} rows=${rows}></textarea>` : html`<input ...${common} type=${type === "password" && shown ? "text" : type} />`}
    ${type === "password" && html`<label class="peek"><input type="checkbox" checked=${shown} onChange=${() => setShown(!shown)} />${t("show-password")}</label>`}
    ${error && html`<span class="error" id=${`${id}-error`} role="alert">${error}</span>`}
  </div>`;
}

/** A checkbox as a card. @param {{label: string, hint?: string, checked: boolean, onChange: (checked: boolean) => void, type?: string, name?: string, disabled?: boolean}} props */
export function Check({ label, hint = "", checked, onChange, type = "checkbox", name, disabled = false }) {
  return html`<label class="check"><input type=${type} name=${name} checked=${checked} disabled=${disabled} onChange=${(/** @type {any} */ event) => onChange(event.target.checked)} />
    <span>${label}${hint && html`<small>${hint}</small>`}</span></label>`;
}

/** Chips of which one or more may be pressed. @param {{label: string, options: {value: string, text: string}[], chosen: string[], onToggle: (value: string) => void}} props */
export function Chips({ label, options, chosen, onToggle }) {
  return html`<fieldset><legend>${label}</legend><div class="chips">
    ${options.map((one) => html`<button type="button" class="chip" key=${one.value} aria-pressed=${chosen.includes(one.value) ? "true" : "false"} onClick=${() => onToggle(one.value)}>${one.text}</button>`)}
  </div></fieldset>`;
}

/** Groups what was typed, in place. @param {HTMLInputElement} input */
function regroup(input) {
  const caret = caretAfter(input.value, input.selectionStart ?? input.value.length);
  const text = grouped(input.value);
  if (text !== input.value) {
    input.value = text;
    input.setSelectionRange(caret, caret);
  }
  return text;
}
