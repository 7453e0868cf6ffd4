/** Every vector that Python wrote comes out the same here, failures included. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compare, FUNCTIONS, ready } from "./vectors.js";

const FOLDER = new URL("../vectors/", import.meta.url);
const TOPICS = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

/** @param {string} name @returns {import("./vectors.js").Case[]} */
const read = (name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

await ready();

test("there are vectors", () => assert.ok(TOPICS.length > 0));

for (const topic of TOPICS) {
  for (const given of read(topic)) {
    test(`${topic}: ${given.fn}: ${given.name}`, () => assert.equal(compare(given), ""));
  }
}

test("every function of the table has a vector", () => {
  const seen = new Set(TOPICS.flatMap((topic) => read(topic).map(({ fn }) => fn)));
  assert.deepEqual(Object.keys(FUNCTIONS).filter((fn) => !seen.has(fn)), []);
});
