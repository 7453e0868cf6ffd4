/** A picture under fingers: what is under the finger stays there, the picture is never lost, a stroke means what it says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLOSEST, contained, moved, stroke, tapped, WHOLE, zoomed } from "../../webclient/ui/zoom.js";

const SCREEN = { width: 360, height: 740 };
const PICTURE = { width: 360, height: 270 };

test("the point under the finger stays under it", () => {
  const point = { x: 50, y: 0 };
  const near = zoomed(WHOLE, 4, point, SCREEN, PICTURE);
  assert.equal(near.scale, 4);
  assert.equal((point.x - near.x) / near.scale, 50);
});

test("never smaller than whole, never nearer than five times", () => {
  assert.deepEqual(zoomed(WHOLE, 0.2, { x: 9, y: 9 }, SCREEN, PICTURE), WHOLE);
  assert.equal(zoomed(WHOLE, 99, WHOLE, SCREEN, PICTURE).scale, CLOSEST);
});

test("it can't be pushed off the screen", () => {
  const near = zoomed(WHOLE, 4, { x: 0, y: 0 }, SCREEN, PICTURE);
  assert.deepEqual(moved(near, 9999, 9999, SCREEN, PICTURE), { scale: 4, x: 540, y: 170 });
  assert.deepEqual(moved(WHOLE, 30, -30, SCREEN, PICTURE), WHOLE);
});

test("two taps go near and back", () => {
  const near = tapped(WHOLE, { x: 10, y: 10 }, SCREEN, PICTURE);
  assert.ok(near.scale > 2);
  assert.deepEqual(tapped(near, { x: 0, y: 0 }, SCREEN, PICTURE), WHOLE);
});

test("a stroke across turns the page, the other way round where people write so; down puts it away; a twitch does nothing", () => {
  assert.deepEqual(stroke(-100, 10, 300), { step: 1, down: false });
  assert.deepEqual(stroke(-100, 10, 300, true), { step: -1, down: false });
  assert.deepEqual(stroke(30, 5, 40), { step: -1, down: false });
  assert.deepEqual(stroke(5, 120, 200), { step: 0, down: true });
  assert.deepEqual(stroke(-20, 4, 400), { step: 0, down: false });
});

test("a picture fits with its shape", () => {
  assert.deepEqual(contained({ width: 2048, height: 1536 }, SCREEN), PICTURE);
});
