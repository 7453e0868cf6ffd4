/** A car from above: the driver, and a seat for each child, with whoever sits in it. */
import { html } from "../../lib/htm.js";
import { initialOf, toneOf } from "../../ui/avatar.js";

const WIDE = 96;
const ROW = 38;
const TOP = 34;

/** For the eye only: the words stand beside it. @param {{seats: number, names: string[], childseats?: number, driver?: string}} props */
export function CarPicture({ seats, names, childseats = 0, driver = "" }) {
  const places = seatPlaces(seats);
  const long = TOP + ROW * (Math.ceil((seats + 1) / 2) || 1) + 18;
  return html`<svg class="car" width=${WIDE} height=${long} viewBox=${`0 0 ${WIDE} ${long}`} aria-hidden="true">
    <rect class="body" x="6" y="4" width=${WIDE - 12} height=${long - 8} rx="24" /><path class="glass" d=${`M20 24 Q48 12 76 24`} />
    <${Seat} x=${28} y=${TOP + 14} name=${driver} wheel />
    ${places.map(([x, y], at) => html`<${Seat} x=${x} y=${y} name=${names[at] ?? ""} child=${at < childseats} />`)}</svg>`;
}

/** Beside the driver first, then two by two. @param {number} seats @returns {[number, number][]} */
export function seatPlaces(seats) {
  return Array.from({ length: seats }, (_, at) => [(at + 1) % 2 ? 68 : 28, TOP + 14 + ROW * Math.floor((at + 1) / 2)]);
}

/** @param {{x: number, y: number, name: string, child?: boolean, wheel?: boolean}} props */
function Seat({ x, y, name, child = false, wheel = false }) {
  if (name) return html`<rect class=${`tone-${toneOf(name)} taken`} x=${x - 14} y=${y - 14} width="28" height="28" rx="9" /><text x=${x} y=${y + 1}>${initialOf(name)}</text>`;
  return html`<rect class=${wheel ? "wheel" : child ? "empty small-seat" : "empty"} x=${x - 14} y=${y - 14} width="28" height="28" rx="9" />
    ${wheel && html`<circle class="steer" cx=${x} cy=${y} r="8" />`}`;
}
