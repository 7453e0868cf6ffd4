/** What is done unasked: on a copy that is up to date, not while the school is silent, and never twice at once. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { keepReaching } from "../../webclient/ui/reach.js";

const SECOND = 1000;
/** @type {string[]} */ let said;
/** @type {any} */ let session;
/** @type {() => void} */ let stop;

beforeEach(() => {
  Object.assign(globalThis, { self: globalThis });
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_800_000_000_000 });
  said = [];
  session = {
    heard: 0, listener: () => undefined,
    onChange: (/** @type {any} */ listener) => ((session.listener = listener), () => undefined),
    sync: async () => (said.push("sync"), (session.heard = Date.now()), session.listener([])),
  };
});
afterEach(() => (stop(), mock.timers.reset()));

/** Let time pass, and what was begun come to its end. @param {number} ms */
async function pass(ms) {
  mock.timers.tick(ms);
  for (let left = 10; left > 0; left--) await Promise.resolve();
}

/** @param {() => Promise<unknown>} topUp */
function reach(topUp = async () => said.push("top up")) {
  stop = keepReaching(session, () => true, [topUp]);
}

test("after a start the school is asked first", async () => {
  reach();
  await pass(2 * SECOND);
  assert.deepEqual(said, ["sync", "top up"]);
});

test("a school that does not answer is asked again, and nothing is done until it does", async () => {
  const { sync } = session;
  session.sync = async () => (said.push("silent"), Promise.reject(new Error("unreachable")));
  reach();
  await pass(2 * SECOND);
  session.sync = sync;
  await pass(60 * SECOND);
  assert.deepEqual(said, ["silent", "sync", "top up"]);
});

test("what the school just said by itself need not be asked", async () => {
  reach();
  await pass(2 * SECOND);
  await pass(2 * SECOND); // its own answer was a change
  session.heard = Date.now();
  session.listener([]);
  await pass(2 * SECOND);
  assert.deepEqual(said, ["sync", "top up", "top up", "top up"]);
});

test("a copy that slept is asked for first, however the change came", async () => {
  reach();
  await pass(2 * SECOND);
  await pass(2 * SECOND);
  await pass(3600 * SECOND);
  session.listener([]);
  await pass(2 * SECOND);
  assert.deepEqual(said, ["sync", "top up", "top up", "sync", "top up"]);
});

test("a change while it is busy waits until it is done", async () => {
  /** @type {() => void} */ let done = () => undefined;
  reach(() => (said.push("begins"), new Promise((resolve) => (done = () => (said.push("ends"), resolve(null))))));
  await pass(2 * SECOND);
  session.listener([]);
  await pass(2 * SECOND);
  assert.deepEqual(said, ["sync", "begins"]);
  done();
  await pass(0);
  await pass(2 * SECOND);
  assert.deepEqual(said, ["sync", "begins", "ends", "begins"]);
});
