/** The round marks: stable, spread, and the same for everybody; and the places around the circle. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { seatsAround } from "../../webclient/ui/around.js";
import { initialOf, toneOf, TONES } from "../../webclient/ui/avatar.js";

test("the tone of a name never changes", () => {
  assert.deepEqual(["Noor", "Daan", "Mila", "3A"].map(toneOf), [3, 4, 4, 9]);
});

test("two hundred names use every tone", () => {
  const tones = new Set(Array.from({ length: 200 }, (_, at) => toneOf(`kind ${at}`)));
  assert.equal(tones.size, TONES);
});

test("a title is no initial, a group's name stays whole", () => {
  assert.deepEqual(["juf Sanne", "meester Tom", "de Vries", "3A", "8"].map(initialOf), ["S", "T", "V", "3A", "8"]);
});

test("any name has an initial", () => {
  assert.deepEqual(["łucja", "ياسمين", "🦊 vos", "", "  "].map(initialOf), ["Ł", "ي", "🦊", "?", "?"]);
});

test("seats begin at the top and lie evenly on the rim", () => {
  assert.deepEqual(seatsAround(4), [[84, 24], [144, 84], [84, 144], [24, 84]]);
  assert.deepEqual(seatsAround(0), []);
});
