/** An evening as a picture: an hour a line, its times beside it, what is gone is struck; the own one stands out. */
import { html } from "../../lib/htm.js";
import { date, t } from "../../ui/locale.js";
import { noon } from "../absences/days.js";

/** @typedef {import("./rules.js").Slot} Slot */
/** `state`: free, taken (may be waited for), mine, wanted. @typedef {{slot: Slot, state: "free" | "taken" | "mine" | "wanted"}} Chair */

/** `waits`: a time that is gone can be waited for; `locked`: nothing can be chosen now. @param {{label: string, chairs: Chair[], waits: boolean, locked: boolean, onPick: (chair: Chair) => void}} props */
export function Timeline({ label, chairs, waits, locked, onPick }) {
  const days = [...new Set(chairs.map((one) => one.slot.day))].sort();
  return html`<div class="evening" role="group" aria-label=${label}>${days.map((day) => html`<div key=${day}>${days.length > 1 && html`<p class="day"><strong>${date(noon(day))}</strong></p>`}
    <ol class="hours">${hours(chairs.filter((one) => one.slot.day === day)).map(([hour, found]) => html`<li key=${hour}><span class="hour figures" aria-hidden="true">${hour}</span>
      <ul class="slots">${found.map((one) => html`<li key=${one.slot.id}><${Chair} chair=${one} waits=${waits} locked=${locked} onPick=${onPick} /></li>`)}</ul></li>`)}</ol></div>`)}
    <${Legend} waits=${waits} chairs=${chairs} /></div>`;
}

/** @param {{chair: Chair, waits: boolean, locked: boolean, onPick: (chair: Chair) => void}} props */
function Chair({ chair, waits, locked, onPick }) {
  const { slot, state } = chair;
  const dead = locked || state === "mine" || state === "wanted" || (state === "taken" && !waits);
  return html`<button type="button" class=${`slot figures ${state}`} disabled=${dead} aria-pressed=${state === "mine" ? "true" : undefined}
    aria-label=${t(`talk-chair-${state}`, { time: slot.start })} onClick=${() => onPick(chair)}>${slot.start}</button>`;
}

/** @param {{waits: boolean, chairs: Chair[]}} props */
function Legend({ waits, chairs }) {
  const shown = ["free", "taken", "mine", "wanted"].filter((state) => chairs.some((one) => one.state === state));
  if (shown.length < 2) return null;
  return html`<p class="legend muted small">${shown.map((state) => html`<span key=${state}><span class=${`dot-slot ${state}`} aria-hidden="true"></span>${t(`talk-legend-${state}`)}</span>`)}
    ${waits && shown.includes("taken") && html`<span>${t("talk-legend-wait")}</span>`}</p>`;
}

/** The times by hour, in order. @param {Chair[]} chairs @returns {[string, Chair[]][]} */
function hours(chairs) {
  /** @type {Map<string, Chair[]>} */
  const found = new Map();
  for (const one of chairs) {
    const hour = one.slot.start.slice(0, 2);
    found.set(hour, [...(found.get(hour) ?? []), one]);
  }
  return [...found];
}
