/** Anonymous surveys: groups that are too small, when a vote is sent, and the outbox that waits with it. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ready } from "../../webclient/crypto/random.js";
import { Identity } from "../../webclient/crypto/identity.js";
import { Outbox } from "../../webclient/sync/outbox.js";
import { FEW, groups, LATER, MARGIN, sendAfter } from "../../webclient/sync/surveys.js";

before(ready);

/** So many answers to each. @param {Record<string, number>} counts */
const answers = (counts) => Object.entries(counts).flatMap(([food, n]) => Array.from({ length: n }, () => ({ food })));
/** @param {Record<string, number>} counts */
const shown = (counts) => Object.keys(groups(answers(counts), "food")).sort();

test("a group of four is not shown, nor what would give it away", () => {
  assert.deepEqual(shown({ rice: FEW, soup: FEW }), ["rice", "soup"]);
  assert.deepEqual(shown({ rice: 12, soup: 4 }), []);
  assert.deepEqual(shown({ rice: 12, soup: 4, bread: 6 }), ["rice"]);
  assert.deepEqual(shown({ rice: 12, soup: 3, bread: 2 }), ["rice"]);
  assert.deepEqual(shown({ rice: 4 }), []);
});

test("a vote is sent within minutes, and before the end", () => {
  assert.equal(sendAfter(1000, 1000 + 24 * LATER, 0), 1000);
  assert.equal(sendAfter(1000, 1000 + 24 * LATER, 1), 1000 + LATER);
  assert.equal(sendAfter(1000, 1000 + MARGIN + 500, 1), 1500);
  assert.equal(sendAfter(1000, 1200, 1), 1000);
});

/** An outbox over nothing but memory, and what it carried. @param {(name: string) => unknown} carry */
function box(carry) {
  const kept = new Map();
  const vault = {
    put: async (/** @type {string} */ _, /** @type {string} */ id, /** @type {unknown} */ what) => kept.set(id, what),
    remove: async (/** @type {string} */ _, /** @type {string} */ id) => kept.delete(id),
    get: async (/** @type {string} */ _, /** @type {string} */ id) => kept.get(id),
    all: async () => [...kept.values()],
  };
  const session = /** @type {any} */ ({ vault, identity: new Identity(new Uint8Array(32)) });
  const one = async (/** @type {any} */ _, /** @type {any} */ { data }) => carry(data);
  return { kept, made: () => new Outbox(session, { one }) };
}

test("what waits for its moment holds nothing else up, and outlives a reload", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  /** @type {string[]} */ const carried = [];
  const { made } = box((name) => void carried.push(name));
  const first = made();
  await first.add("one", "later", 1_005_000);
  await first.add("one", "now");
  await first.flush();
  const second = made();
  await second.load();
  await second.flush();
  assert.deepEqual([carried, second.waiting.map((intent) => intent.data)], [["now"], ["later"]]);
  clearTimeout(first.timer);
  context.mock.timers.tick(5000);
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(carried, ["now", "later"]);
});

test("what follows is kept before what it follows is forgotten", async () => {
  /** @type {string[]} */ const carried = [];
  const { kept, made } = box((name) => {
    carried.push(name);
    return name === "ask" ? { follow: { type: "one", data: "vote", after: Date.now() + 60_000 } } : null;
  });
  const outbox = made();
  await outbox.add("one", "ask");
  while (outbox.running) await new Promise((done) => setImmediate(done));
  assert.deepEqual([carried, kept.size, outbox.waiting[0].data], [["ask"], 1, "vote"]);
  await outbox.finish();
  assert.deepEqual([carried, kept.size], [["ask", "vote"], 0]);
});
