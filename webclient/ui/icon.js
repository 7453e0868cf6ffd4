/** Small line drawings of our own, round where they can be; the mark of the app is a circle with one place taken. */
import { html } from "../lib/htm.js";

/** @type {Record<string, string>} */
const SHAPES = {
  today: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  news: "M5 5h11v14H7a2 2 0 0 1-2-2V5Zm11 4h3v8a2 2 0 0 1-2 2M8 9h5M8 12.500h5M8 16h3",
  messages: "M12 4c-5 0-9 3.200-9 7.200 0 2.300 1.300 4.300 3.400 5.600L5.500 20.500l4.300-2.300c.7.100 1.400.2 2.200.2 5 0 9-3.200 9-7.200S17 4 12 4Z",
  calendar: "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM4 10h16M8.500 3v4M15.500 3v4M12 15h.01",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6 9c0-3.500 2.700-6 6-6s6 2.500 6 6M16 4.500a3.500 3.500 0 0 1 0 6.500M17.500 14.500c2.100.8 3.500 2.800 3.500 5.500",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  settings: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0-12v3m0 12v3m9-9h-3M6 12H3m15.400-6.400-2.100 2.100M7.700 16.300l-2.100 2.100m12.800 0-2.100-2.100M7.700 7.700 5.600 5.600",
  plus: "M12 5v14M5 12h14",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  close: "M6 6l12 12M18 6 6 18",
  pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6Zm3 11v5",
  check: "M5 12.500l4.500 4.500L19 7.500",
  edit: "M4 20l1-4.500L16 4.500a2.100 2.100 0 0 1 3 3L8 18.500 4 20ZM14 6.500l3 3",
  bin: "M4 7h16M9 7V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M6 7l1 13h10l1-13M10 11v5M14 11v5",
  search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Zm4.800 11.300L20 20",
  scan: "M4 8V5a1 1 0 0 1 1-1h3m8 0h3a1 1 0 0 1 1 1v3m0 8v3a1 1 0 0 1-1 1h-3m-8 0H5a1 1 0 0 1-1-1v-3M4 12h16",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7v-6Z",
  file: "M6 3h8l4 4v14H6V3Zm8 0v4h4M12 18v-6M9.500 14.500 12 12l2.500 2.500",
  alert: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5v5M12 16.500h.01",
  device: "M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3ZM12 18h.01",
};
export const ICONS = Object.keys(SHAPES);
/** Those that point somewhere turn with the writing. */
const TURNING = new Set(["back", "forward"]);

/** For the eye only: a word stands beside it, or in the label around it. @param {{name: string, size?: number}} props */
export function Icon({ name, size = 24 }) {
  return html`<svg class=${TURNING.has(name) ? "turns" : undefined} width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=${name === "more" ? 3.4 : 1.9}
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${SHAPES[name] ?? SHAPES.more} /></svg>`;
}
