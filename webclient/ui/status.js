/** What is going on: banners, errors, progress, rings, empty pages, toasts. */
import { html } from "../lib/htm.js";
import { dismiss, toasts } from "./state.js";
import { errorText, t } from "./locale.js";

const ROUND = 2 * Math.PI * 18;

/** @param {{kind?: "" | "care" | "stop" | "good", children?: any}} props */
export function Banner({ kind = "", children }) {
  return html`<div class=${`banner ${kind}`} role=${kind === "stop" ? "alert" : "status"}>${children}</div>`;
}

/** What went wrong, what is safe, what to do. @param {{error: unknown}} props */
export function ErrorNote({ error }) {
  return error ? html`<${Banner} kind="stop"><p>${errorText(error)}</p><//>` : null;
}

/** "24 of 27 families have read" as a ring. @param {{part: number, whole: number, label: string}} props */
export function Ring({ part, whole, label }) {
  const share = whole ? part / whole : 0;
  return html`<span class="ring"><svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
    <circle cx="22" cy="22" r="18" /><circle class="part" cx="22" cy="22" r="18" stroke-dasharray=${`${share * ROUND} ${ROUND}`} /></svg>
    <span class="figures">${label}</span></span>`;
}

/** @param {{done: number, total: number, label: string, children?: any}} props */
export function Progress({ done, total, label, children }) {
  return html`<div class="progress" role="group" aria-label=${label}><span class="figures">${label}</span>
    <progress max=${Math.max(1, total)} value=${done} aria-label=${label}></progress><div class="row">${children}</div></div>`;
}

/** @param {{title: string, text: string, children?: any}} props */
export function Empty({ title, text, children }) {
  return html`<div class="empty"><svg width="120" height="72" viewBox="0 0 120 72" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
    <circle cx="44" cy="36" r="26" /><circle cx="76" cy="36" r="26" stroke-dasharray="5 7" /></svg>
    <h2>${title}</h2><p>${text}</p>${children}</div>`;
}

export function Toasts() {
  return html`<div class="toasts" role="status" aria-live="polite">${toasts.value.map((one) => html`<div class="toast" key=${one.id}><span>${one.text}</span>
    ${one.action && html`<button type="button" onClick=${() => (dismiss(one.id), one.run?.())}>${one.action}</button>`}
    <button type="button" class="sr-only" onClick=${() => dismiss(one.id)}>${t("close")}</button></div>`)}</div>`;
}
