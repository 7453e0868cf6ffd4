/** Small line drawings; round where they can be. */
import { html } from "../lib/htm.js";

/** @type {Record<string, string>} */
const SHAPES = {
  today: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2",
  news: "M5 5h11v14H7a2 2 0 0 1-2-2V5Zm11 4h3v8a2 2 0 0 1-2 2M8 9h5M8 12.5h5M8 16h3",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9c0-3.5 2.7-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.100.8 3.5 2.800 3.5 5.500",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  settings: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0-12v3m0 12v3m9-9h-3M6 12H3m15.400-6.400-2.100 2.100M7.700 16.300l-2.100 2.100m12.800 0-2.100-2.100M7.700 7.700 5.600 5.600",
  plus: "M12 5v14M5 12h14",
  back: "M15 5l-7 7 7 7",
  pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6Zm3 11v5",
  check: "M5 12.500l4.500 4.500L19 7.500",
  scan: "M4 8V5a1 1 0 0 1 1-1h3m8 0h3a1 1 0 0 1 1 1v3m0 8v3a1 1 0 0 1-1 1h-3m-8 0H5a1 1 0 0 1-1-1v-3M4 12h16",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7v-6Z",
};

/** @param {{name: string, size?: number}} props */
export function Icon({ name, size = 24 }) {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${SHAPES[name] ?? SHAPES.more} stroke-width=${name === "more" ? 3.4 : 1.9} /></svg>`;
}
