/** The circle as a drawing: who sits around it, which chairs are free, and maybe the note that lies in the middle. */
import { html } from "../lib/htm.js";
import { initialOf, toneOf } from "./avatar.js";

const SIZE = 168;
const RIM = 60;
const SEAT = 19;
const SMALL_SEAT = 15;
const ROOMY = 6;
const MOST = 8;
const NOTE = "M70 66h20l8 8v28h-28zM90 66v8h8M77 82h14M77 90h14";

/** For the eye only: the words stand beside it. @param {{marks?: string[], free?: number, note?: boolean, size?: number}} props */
export function Around({ marks = [], free = 0, note = false, size = SIZE }) {
  const seated = marks.slice(0, MOST);
  const places = seatsAround(seated.length + free);
  return html`<svg class="around" width=${size} height=${size} viewBox=${`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
    <circle class="rim" cx=${SIZE / 2} cy=${SIZE / 2} r=${RIM} />
    ${note && html`<path class="note" d=${NOTE} />`}
    ${places.map(([x, y], at) => (at < seated.length ? html`<${Seat} x=${x} y=${y} mark=${seated[at]} small=${places.length > ROOMY} />` : html`<${Free} x=${x} y=${y} honey=${at === seated.length} />`))}</svg>`;
}

/** Even places on the rim, from the top, with the clock. @param {number} count @returns {[number, number][]} */
export function seatsAround(count) {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI - Math.PI / 2;
    return [Math.round(SIZE / 2 + RIM * Math.cos(angle)), Math.round(SIZE / 2 + RIM * Math.sin(angle))];
  });
}

/** @param {{x: number, y: number, mark: string, small: boolean}} props */
function Seat({ x, y, mark, small }) {
  return html`<circle class=${`seat tone-${toneOf(mark)}`} cx=${x} cy=${y} r=${small ? SMALL_SEAT : SEAT} /><text x=${x} y=${y}>${initialOf(mark)}</text>`;
}

/** A chair that waits; the first one is yours. @param {{x: number, y: number, honey: boolean}} props */
function Free({ x, y, honey }) {
  return html`<circle class=${honey ? "honey" : "free"} cx=${x} cy=${y} r=${honey ? 14 : 12} />`;
}
