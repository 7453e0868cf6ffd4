/** What is going on: banners, errors, progress, rings, empty pages, toasts. */
import { html } from "../lib/htm.js";
import { Around } from "./around.js";
import { Icon } from "./icon.js";
import { errorText, t } from "./locale.js";
import { dismiss, toasts } from "./state.js";

const ROUND = 2 * Math.PI * 18;
const EMPTY_CHAIRS = 7;

/** @param {{kind?: "" | "care" | "stop" | "good", children?: any}} props */
export function Banner({ kind = "", children }) {
  return html`<div class=${`banner ${kind}`} role=${kind === "stop" ? "alert" : "status"}>${children}</div>`;
}

/** What went wrong, what is safe, what to do; `retry` is the way on, where there is one. @param {{error: unknown, retry?: () => any}} props */
export function ErrorNote({ error, retry }) {
  return error ? html`<${Banner} kind="stop"><${Icon} name="alert" /><p>${errorText(error)}</p>
    ${retry && html`<button type="button" class="button secondary" onClick=${retry}>${t("try-again")}</button>`}<//>` : null;
}

/** "24 of 27 families have read" as a ring; closed and ticked when all have. @param {{part: number, whole: number, label: string}} props */
export function Ring({ part, whole, label }) {
  const share = whole ? part / whole : 0;
  const look = share ? "part" : "part none";
  return html`<span class="ring"><svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
    <circle cx="22" cy="22" r="18" /><circle class=${look} cx="22" cy="22" r="18" stroke-dasharray=${`${share * ROUND} ${ROUND}`} />
    ${share === 1 && html`<path class="tick" d="M14.500 22.500l5 5 10-11" />`}</svg>
    <span class="figures">${label}</span></span>`;
}

/** @param {{done: number, total: number, label: string, children?: any}} props */
export function Progress({ done, total, label, children }) {
  return html`<div class="progress" role="group" aria-label=${label}><span class="figures">${label}</span>
    <progress max=${Math.max(1, total)} value=${done} aria-label=${label}></progress><div class="row">${children}</div></div>`;
}

/** Nothing here (yet): the circle with its free chairs, and what will come. @param {{title: string, text: string, children?: any}} props */
export function Empty({ title, text, children }) {
  return html`<div class="empty"><${Around} free=${EMPTY_CHAIRS} size=${148} /><h2>${title}</h2><p>${text}</p>${children}</div>`;
}

export function Toasts() {
  return html`<div class="toasts" role="status" aria-live="polite">${toasts.value.map((one) => html`<div class="toast" key=${one.id}><span>${one.text}</span>
    ${one.action && html`<button type="button" onClick=${() => (dismiss(one.id), one.run?.())}>${one.action}</button>`}
    <button type="button" class="sr-only" onClick=${() => dismiss(one.id)}>${t("close")}</button></div>`)}</div>`;
}
