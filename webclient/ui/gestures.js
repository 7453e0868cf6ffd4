/** Fingers, mouse and wheel on a picture: stroke, pinch, drag, two taps. The picture moves without being drawn anew. */
import { contained, moved, stroke, tapped, WHOLE, zoomed } from "./zoom.js";

/** @typedef {import("./zoom.js").View} View */
/** @typedef {import("./zoom.js").Point} Point */

const TWICE = 320;
const STILL = 8;
const WHEEL = 0.002;

/**
 * Listen on a stage until the returned function is called.
 * @param {HTMLElement} stage @param {{picture: () => HTMLElement | null, onStep: (step: number) => void, onDown: () => void, onZoom: (near: boolean) => void}} tell
 */
export function follow(stage, tell) {
  const hand = new Hand(stage, tell);
  /** @type {[string, (event: any) => void][]} */
  const heard = [["pointerdown", (event) => hand.down(event)], ["pointermove", (event) => hand.move(event)], ["pointerup", (event) => hand.up(event)],
    ["pointercancel", (event) => hand.up(event, true)], ["wheel", (event) => hand.wheel(event)]];
  for (const [name, listener] of heard) stage.addEventListener(name, listener, { passive: false });
  return { reset: () => hand.show(WHOLE), zoom: (/** @type {number} */ factor) => hand.zoom(factor, { x: 0, y: 0 }), stop: () => heard.forEach(([name, listener]) => stage.removeEventListener(name, listener)) };
}

class Hand {
  /** @param {HTMLElement} stage @param {Parameters<typeof follow>[1]} tell */
  constructor(stage, tell) {
    this.stage = stage;
    this.tell = tell;
    /** @type {View} */ this.view = WHOLE;
    /** @type {Map<number, Point>} */ this.fingers = new Map();
    this.began = { x: 0, y: 0, at: 0, fingers: 0 };
    this.lastTap = { x: 0, y: 0, at: -TWICE };
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button || /** @type {Element} */ (event.target).closest("button, video")) return;
    this.stage.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, this.point(event));
    const most = this.fingers.size;
    this.began = most === 1 ? { ...this.point(event), at: event.timeStamp, fingers: 1 } : { ...this.began, fingers: Math.max(this.began.fingers, most) };
  }

  /** @param {PointerEvent} event */
  move(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const point = this.point(event);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, point);
    if (other) this.zoom(distance(point, other) / Math.max(1, distance(before, other)), { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
    else if (this.view.scale > 1) this.show(moved(this.view, point.x - before.x, point.y - before.y, this.screen(), this.size()));
  }

  /** @param {PointerEvent} event @param {boolean} [broken] the system took the finger away */
  up(event, broken = false) {
    if (!this.fingers.delete(event.pointerId) || broken || this.fingers.size || this.began.fingers > 1) return;
    const point = this.point(event);
    const [dx, dy] = [point.x - this.began.x, point.y - this.began.y];
    if (Math.hypot(dx, dy) < STILL) return this.tap(point, event.timeStamp);
    if (this.view.scale > 1) return;
    const { step, down } = stroke(dx, dy, event.timeStamp - this.began.at, document.dir === "rtl");
    if (step) this.tell.onStep(step);
    if (down) this.tell.onDown();
  }

  /** @param {Point} point @param {number} at */
  tap(point, at) {
    const twice = at - this.lastTap.at < TWICE && distance(point, this.lastTap) < 4 * STILL;
    this.lastTap = { ...point, at: twice ? -TWICE : at };
    if (twice) this.show(tapped(this.view, point, this.screen(), this.size()));
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * WHEEL), this.point(event));
  }

  /** @param {number} factor @param {Point} point */
  zoom(factor, point) {
    if (this.tell.picture()) this.show(zoomed(this.view, factor, point, this.screen(), this.size()));
  }

  /** Place it through the style's own property: a class for every place of a finger there can't be. @param {View} view */
  show(view) {
    const near = view.scale > 1;
    if (near !== this.view.scale > 1) this.tell.onZoom(near);
    this.view = view;
    const picture = this.tell.picture();
    if (picture) picture.style.transform = near ? `translate(${view.x}px, ${view.y}px) scale(${view.scale})` : "";
  }

  /** From the middle of the stage. @param {MouseEvent} event @returns {Point} */
  point(event) {
    const box = this.stage.getBoundingClientRect();
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  }

  screen() {
    return { width: this.stage.clientWidth, height: this.stage.clientHeight };
  }

  size() {
    const picture = /** @type {any} */ (this.tell.picture());
    return contained({ width: picture?.width || 1, height: picture?.height || 1 }, this.screen());
  }
}

/** @param {Point} a @param {Point} b */
function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
