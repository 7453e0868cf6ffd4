/** The search box of a screen; `/` goes to it from anywhere. */
import { html } from "../lib/htm.js";
import { Icon } from "./icon.js";

/** @param {{label: string, value: string, onInput: (value: string) => void}} props */
export function SearchBox({ label, value, onInput }) {
  return html`<label class="search"><span class="sr-only">${label}</span><${Icon} name="search" size=${20} />
    <input class="input" type="search" placeholder=${label} value=${value} autocomplete="off" enterkeyhint="search" onInput=${(/** @type {any} */ event) => onInput(event.target.value)} />
    <kbd aria-hidden="true">/</kbd></label>`;
}

/** Listen for `/` until the returned function is called. */
export function startSearchKey() {
  const press = (/** @type {KeyboardEvent} */ event) => {
    const box = document.querySelector("dialog[open] input[type=search], main input[type=search]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || !(box instanceof HTMLInputElement) || isTyping(event.target)) return;
    event.preventDefault();
    box.focus();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
