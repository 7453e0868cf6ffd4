/** Squares in rows: how large, how many beside each other, which are on the screen, where the arrows go. */

const GAP = 4;
const LEAST_ACROSS = 3;
const NARROW = 500;
const SIDE = { phone: 100, desk: 150 };
/** Rows above and below the screen that are there already. */
const AHEAD = 2;
const EDGE = 84;

/** `side`: of a square, `step`: to the next one, in px. @typedef {{columns: number, side: number, step: number, rows: number, height: number}} Layout */

/** @param {number} width px @param {number} count @returns {Layout} */
export function layout(width, count) {
  if (width <= 0) return { columns: 0, side: 0, step: 0, rows: 0, height: 0 };
  const least = width < NARROW ? SIDE.phone : SIDE.desk;
  const columns = Math.max(LEAST_ACROSS, Math.floor((width + GAP) / (least + GAP)));
  const side = Math.floor((width - GAP * (columns - 1)) / columns);
  const rows = Math.ceil(count / columns);
  return { columns, side, step: side + GAP, rows, height: Math.max(0, rows * (side + GAP) - GAP) };
}

/** The rows in view and a few around. @param {Layout} plan @param {number} above how much of the squares is above the screen, px @param {number} screen px @returns {number[]} */
export function rowsShown(plan, above, screen) {
  if (!plan.step) return [];
  const first = Math.max(0, Math.floor(above / plan.step) - AHEAD);
  const last = Math.min(plan.rows - 1, Math.floor((above + screen) / plan.step) + AHEAD);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Where a key goes from a square; null if nowhere. @param {string} key @param {number} at @param {number} count @param {number} columns @param {boolean} rtl */
export function neighbour(key, at, count, columns, rtl) {
  const forward = rtl ? -1 : 1;
  const steps = /** @type {Record<string, number>} */ ({ ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns, Home: -at, End: count - 1 - at });
  const to = at + (steps[key] ?? NaN);
  return to >= 0 && to < count && to !== at ? to : null;
}

/** @param {number} top of a square on the screen @param {number} side @param {number} screen px */
export function isInView(top, side, screen) {
  return top >= 0 && top + side <= screen - EDGE;
}
