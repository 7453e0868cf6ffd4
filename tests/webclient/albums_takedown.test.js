/** What is withheld in a copy, and the frame that makes a child unrecognizable. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { between, blur, fields, fitted, middle, moved } from "../../webclient/modules/albums/frame.js";
import { emptied, marked } from "../../webclient/sync/withholding.js";

const PICTURE = { width: 1000, height: 600 };
const item = (id, kind, circle, place, more = {}) => ({ id, kind, circle, place, hash: id, head: { revision: 2, blobs: [] }, withheld: [], ...more });
const items = (...all) => new Map(all.map((one) => [one.id, one]));
const READ = new Map([["group", { reads: true }]]);
const empty = (circle, place) => ({ circle, place, hash: "", record: null });

test("what comes empty goes, and its revision is remembered", () => {
  const floors = new Map();
  const photo = item("p", "photo", "group", 4);
  assert.deepEqual([...emptied(items(photo), floors, [empty("group", 4)], READ)], [photo]);
  assert.equal(floors.get("p"), 2);
});

test("of a circle that one reads only what may be withheld goes; of another, letters", () => {
  const [news, letter, other] = [item("n", "news", "group", 1), item("l", "message", "seat", 1), item("q", "photo", "group", 3)];
  const gone = emptied(items(news, letter, other), new Map(), [empty("group", 1), empty("seat", 1), empty("group", 2)], READ);
  assert.deepEqual([...gone], [letter]);
});

test("a record says for whom it is withheld, and when it no longer is", () => {
  const photo = item("p", "photo", "group", 4);
  assert.equal(marked(photo, { ...empty("group", 4) }, "p"), null);
  assert.deepEqual(marked(photo, { ...empty("group", 4), withheld: ["mila"] }, "p")?.withheld, ["mila"]);
  assert.deepEqual(marked({ ...photo, withheld: ["mila"] }, empty("group", 4), "p")?.withheld, []);
  assert.equal(marked(photo, { ...empty("group", 4), withheld: ["mila"] }, "another revision"), null);
});

test("a frame stays inside the picture, whichever corner was first", () => {
  assert.deepEqual(between({ x: 400, y: 300 }, { x: 200, y: 100 }, PICTURE), { x: 200, y: 100, width: 200, height: 200 });
  assert.deepEqual(between({ x: 990, y: 590 }, { x: 2000, y: 900 }, PICTURE), { x: 0, y: 290, width: 1000, height: 310 });
  assert.deepEqual(fitted({ x: -50, y: 700, width: 4, height: 4 }, PICTURE), { x: 0, y: 584, width: 16, height: 16 });
  assert.deepEqual(middle(PICTURE), { x: 333, y: 200, width: 333, height: 200 });
});

test("arrows move a frame or change its size, other keys do nothing", () => {
  const frame = { x: 100, y: 100, width: 100, height: 100 };
  assert.deepEqual(moved("ArrowRight", false, frame, PICTURE), { ...frame, x: 120 });
  assert.deepEqual(moved("ArrowUp", true, frame, PICTURE), { ...frame, height: 80 });
  assert.equal(moved("Enter", false, frame, PICTURE), null);
});

test("what is in a frame is drawn over whole, in a few fields of one colour each", () => {
  const frame = { x: 10, y: 20, width: 101, height: 47 };
  const found = fields(frame);
  assert.equal(found.reduce((sum, one) => sum + one.width * one.height, 0), frame.width * frame.height);
  assert.ok(found.length <= 15);
  const filled = [];
  const context = { getImageData: () => ({ data: new Uint8ClampedArray([0, 100, 200, 255, 100, 200, 0, 255]) }), set fillStyle(colour) { filled.push(colour); }, fillRect: () => undefined };
  blur(/** @type {any} */ (context), frame);
  assert.deepEqual(new Set(filled), new Set(["rgb(50 150 100)"]));
  assert.equal(filled.length, found.length);
});
