/** Where a picture stands under two fingers: how large and how far from the middle, never smaller than the screen, never lost. */

export const CLOSEST = 5;
export const NEARER = 2.5;
const FAR = 60;
const QUICK = 0.4;

/** `x`, `y`: how far (px) the picture's middle is from the screen's. @typedef {{scale: number, x: number, y: number}} View */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {{x: number, y: number}} Point from the middle of the screen */

/** @type {View} */
export const WHOLE = { scale: 1, x: 0, y: 0 };

/** Nearer or farther by a factor; the point under the finger stays under it. @param {View} view @param {number} factor @param {Point} point @param {Size} screen @param {Size} picture as it is shown at scale 1 */
export function zoomed(view, factor, point, screen, picture) {
  const scale = Math.min(CLOSEST, Math.max(1, view.scale * factor));
  const share = scale / view.scale;
  return kept({ scale, x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share }, screen, picture);
}

/** @param {View} view @param {number} dx @param {number} dy @param {Size} screen @param {Size} picture */
export function moved(view, dx, dy, screen, picture) {
  return kept({ ...view, x: view.x + dx, y: view.y + dy }, screen, picture);
}

/** Twice tapped: near where the finger is, or whole again. @param {View} view @param {Point} point @param {Size} screen @param {Size} picture */
export function tapped(view, point, screen, picture) {
  return view.scale > 1 ? WHOLE : zoomed(view, NEARER, point, screen, picture);
}

/** What a stroke over the whole picture means: the next (1), the one before (-1), away (0, `down`), or nothing. @param {number} dx @param {number} dy @param {number} ms how long it took @param {boolean} [rtl] */
export function stroke(dx, dy, ms, rtl = false) {
  const across = Math.abs(dx) > Math.abs(dy) * 1.2;
  const enough = (/** @type {number} */ way) => Math.abs(way) > FAR || (Math.abs(way) > FAR / 3 && Math.abs(way) / Math.max(1, ms) > QUICK);
  if (across && enough(dx)) return { step: dx < 0 === !rtl ? 1 : -1, down: false };
  return { step: 0, down: !across && dy > FAR * 1.5 };
}

/** The largest size that fits, with the picture's shape. @param {Size} picture @param {Size} screen @returns {Size} */
export function contained(picture, screen) {
  const share = Math.min(screen.width / picture.width, screen.height / picture.height);
  return { width: picture.width * share, height: picture.height * share };
}

/** Its edges never come inside the screen's while it is larger. @param {View} view @param {Size} screen @param {Size} picture @returns {View} */
function kept({ scale, x, y }, screen, picture) {
  const room = (/** @type {number} */ side, /** @type {number} */ frame) => Math.max(0, (side * scale - frame) / 2);
  const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(most, Math.max(-most, value)) || 0;
  return { scale, x: within(x, room(picture.width, screen.width)), y: within(y, room(picture.height, screen.height)) };
}
