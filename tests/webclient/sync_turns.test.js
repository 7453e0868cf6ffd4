/** Turns between pages: one after the other, and nobody is held up for ever by a page that sleeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inTurn } from "../../webclient/sync/turns.js";

/** As a browser's: who has it, has it until their promise ends; who waits can be called off. */
function locks() {
  let last = /** @type {Promise<unknown>} */ (Promise.resolve());
  /** @param {string} _ @param {{signal: AbortSignal}} how @param {() => Promise<unknown>} run */
  const request = (_, { signal }, run) => {
    const before = last;
    const turn = new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      void before.then(resolve, resolve);
    }).then(run);
    last = Promise.allSettled([before, turn]);
    return turn;
  };
  return /** @type {any} */ ({ request });
}

test("one after the other", async () => {
  /** @type {string[]} */ const said = [];
  const slow = async (/** @type {string} */ name) => (said.push(`${name} begins`), await new Promise(setImmediate), said.push(`${name} ends`));
  const both = locks();
  await Promise.all([inTurn(both, "a", 1000, () => slow("first")), inTurn(both, "a", 1000, () => slow("second"))]);
  assert.deepEqual(said, ["first begins", "first ends", "second begins", "second ends"]);
});

test("a page that sleeps with its turn holds nobody up", async () => {
  const both = locks();
  void inTurn(both, "a", 10, () => new Promise(() => undefined));
  const awake = setTimeout(() => undefined, 5000); // a timeout's signal alone does not keep this process going
  assert.equal(await inTurn(both, "a", 10, async () => "done"), "done");
  clearTimeout(awake);
});

test("what fails in its turn is not done again", async () => {
  let times = 0;
  const fails = () => inTurn(locks(), "a", 1000, async () => (times++, Promise.reject(new DOMException("late", "TimeoutError"))));
  await assert.rejects(fails, { name: "TimeoutError" });
  assert.equal(times, 1);
});

test("a browser without locks does it at once", async () => {
  assert.equal(await inTurn(null, "a", 1000, async () => "done"), "done");
});
