/** The shape of what is coming, in its own size, so that nothing jumps. */
import { html } from "../lib/htm.js";
import { t } from "./locale.js";

/** @param {{count?: number}} props */
export function SkeletonCards({ count = 3 }) {
  return html`<div class="bones" role="status"><span class="sr-only">${t("working")}</span>${Array.from({ length: count }, (_, at) => html`<div class="card" key=${at} aria-hidden="true">
    <span class="row"><span class="bone round"></span></span><span class="bone half"></span><span class="bone"></span></div>`)}</div>`;
}
