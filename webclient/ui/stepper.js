/** Where somebody is in a few steps. */
import { html } from "../lib/htm.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";

/** `at` counts from 0. @param {{label: string, steps: string[], at: number}} props */
export function Stepper({ label, steps, at }) {
  return html`<ol class="stepper" aria-label=${label}>${steps.map((text, index) => html`<li key=${text} class=${index < at ? "done" : ""} aria-current=${index === at ? "step" : undefined}>
    <span class="step figures">${index < at ? html`<${Icon} name="check" size=${18} /><span class="sr-only">${t("step-done")}</span>` : index + 1}</span>${text}</li>`)}</ol>`;
}
