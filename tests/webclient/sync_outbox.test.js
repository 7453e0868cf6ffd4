/** What waits to be sent: nothing is lost in silence, nothing lies until somebody happens to write, of several tabs one sends. */
import assert from "node:assert/strict";
import { afterEach, before, beforeEach, mock, test } from "node:test";
import { fresh, ready } from "../../webclient/crypto/random.js";
import { Refused } from "../../webclient/sync/errors.js";
import { Problem, Unreachable } from "../../webclient/sync/http.js";
import { Outbox } from "../../webclient/sync/outbox.js";
import { MemoryVault } from "./blobserver.js";

/** @type {any} */ let session;
/** @type {string[]} */ let carried = [];
/** What the next tries of an intent meet, by its word. @type {Record<string, any[]>} */ let met = {};
/** @type {Outbox[]} */ let opened = [];

before(ready);
beforeEach(() => {
  session = { vault: new MemoryVault(), identity: { selfKey: fresh(32) } };
  carried = [];
  met = {};
});
afterEach(() => {
  opened.splice(0).forEach((one) => one.stop());
  mock.timers.reset();
});

const carriers = {
  say: async (/** @type {any} */ _, /** @type {any} */ { data }) => {
    const error = met[data]?.shift();
    if (typeof error === "function") await error();
    else if (error) throw error;
    carried.push(data);
  },
};

/** A tab of this browser. @param {any} [outside] */
async function tab(outside = {}) {
  const box = new Outbox(session, carriers, { locks: null, ...outside });
  opened.push(box);
  await box.load();
  return box;
}

/** As the browser has them: one holder after the other. */
function sharedLocks() {
  let last = Promise.resolve();
  return { request: (/** @type {string} */ _, /** @type {any} */ how, /** @type {() => any} */ run) => (last = last.then(run, run)) };
}

/** Time goes by, and what hangs on it. @param {number} ms */
async function pass(ms) {
  mock.timers.tick(ms);
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

const words = (/** @type {any[]} */ some) => some.map((one) => one.data ?? one.intent.data);
const ids = (/** @type {Outbox} */ box) => box.waiting.map((one) => one.id);

test("what met a busy server, a broken one or none is tried again soon, by itself", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  for (const error of [new Problem(429, {}), new Problem(503, {}), new Unreachable()]) {
    met = { no: [error] };
    const box = await tab();
    await box.add("say", "no");
    await box.flush();
    assert.deepEqual(words(box.waiting), ["no"]);
    await pass(15_000);
    assert.deepEqual([words(box.waiting), carried.splice(0)], [[], ["no"]]);
  }
});

test("what breaks the server again and again stands in nobody's way for ever, and is kept", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  met = { bad: Array(9).fill(new Problem(500, { code: "internal" })) };
  const box = await tab();
  await box.add("say", "bad");
  await box.add("say", "good");
  await box.flush();
  for (let at = 0; at < 5; at++) await pass(15_000);
  assert.deepEqual([carried, words(box.waiting), words(box.failed)], [["good"], [], ["bad"]]);
});

test("what was refused outlasts a reload with its reason, and can be tried again with the same in it", async () => {
  met = { no: [new Refused("not-allowed", { circle: "3A" })] };
  const box = await tab();
  await box.add("say", "no");
  await box.flush();
  const next = await tab();
  assert.deepEqual(next.failed.map(({ error }) => error), [{ code: "not-allowed", facts: { circle: "3A" } }]);
  await next.again(next.failed[0].intent);
  await next.flush();
  const last = await tab();
  assert.deepEqual([carried, next.failed, last.failed, last.waiting], [["no"], [], [], []]);
});

test("what was refused is gone once somebody lets go of it", async () => {
  met = { no: [new Refused("not-allowed")] };
  const box = await tab();
  await box.add("say", "no");
  await box.flush();
  await box.letGo(box.failed[0].intent);
  assert.deepEqual([box.failed, (await tab()).failed], [[], []]);
});

test("what nobody asked for is let go of in silence", async () => {
  met = { seen: [new Refused("not-found")] };
  const box = await tab({ isUnasked: (/** @type {any} */ { data }) => data === "seen" });
  await box.add("say", "seen");
  await box.flush();
  assert.deepEqual([box.failed, await session.vault.all("outbox")], [[], []]);
});

test("why something was refused can't be read in the vault", async () => {
  met = { "Noor's phone": [new Refused("not-allowed")] };
  const box = await tab();
  await box.add("say", "Noor's phone");
  await box.flush();
  const kept = Buffer.concat(await session.vault.all("outbox"));
  assert.ok(kept.length && !kept.includes("Noor") && !kept.includes("not-allowed"));
});

test("what is to be deleted waits in the vault at once, and is dropped by who thinks again", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const box = await tab();
  const [one, other] = [await box.add("say", "one", Date.now() + 6000), await box.add("say", "other", Date.now() + 6000)];
  assert.equal((await session.vault.all("outbox")).length, 2);
  assert.equal(await box.drop(one.id), true);
  await pass(6000);
  assert.deepEqual([carried, await box.drop(other.id), await session.vault.all("outbox")], [["other"], false, []]);
});

test("it is too late to drop what is being carried out", async () => {
  let dropped = null;
  met = { one: [async () => (dropped = await box.drop(ids(box)[0]))] };
  const box = await tab();
  await box.add("say", "one");
  await box.flush();
  assert.deepEqual([dropped, carried], [false, ["one"]]);
});

test("a killed tab loses no deletion: the next one carries it out", async () => {
  const box = await tab();
  await box.add("say", "gone", Date.now() + 60_000);
  box.stop();
  const next = await tab();
  next.waiting[0].after = 0;
  await next.flush();
  assert.deepEqual(carried, ["gone"]);
});

test("an app that is put away sends what only waits for second thoughts, and not what is for later", async () => {
  const box = await tab();
  await box.add("say", "delete", Date.now() + 6000);
  await box.add("say", "next week", Date.now() + 7 * 86_400_000);
  await box.hurry();
  assert.deepEqual([carried, words(box.waiting)], [["delete"], ["next week"]]);
});

test("one that waits for its hour is not due", async () => {
  const box = await tab();
  await box.add("say", "later", Date.now() + 600_000);
  await box.flush();
  assert.equal(box.due(), undefined);
});

test("who signs out in the middle of sending leaves nothing behind", async () => {
  /** @type {any} */ let go;
  met = { first: [() => new Promise((resolve) => (go = resolve))] };
  const box = await tab();
  await box.add("say", "first");
  await box.add("say", "second");
  await box.add("say", "third", Date.now() + 600_000);
  while (!go) await new Promise(setImmediate);
  const finished = box.finish();
  go();
  await finished;
  assert.deepEqual(carried, ["first", "second", "third"]);
});

test("of two tabs one carries out, and the other knows it afterwards", async () => {
  const locks = sharedLocks();
  const first = await tab({ locks });
  await first.keep({ id: "a", type: "say", data: "once", time: 1, after: 0 });
  const second = await tab({ locks });
  assert.deepEqual(words(second.waiting), ["once"]);
  await Promise.all([first.flush(), second.flush()]);
  assert.deepEqual([carried, first.waiting, second.waiting], [["once"], [], []]);
});

test("what one tab left lying another one sends", async () => {
  const second = await tab();
  const first = await tab();
  await first.keep({ id: "a", type: "say", data: "left", time: 1, after: 0 });
  first.stop();
  await second.flush();
  assert.deepEqual(carried, ["left"]);
});

test("what another tab dropped is not sent here", async () => {
  const first = await tab();
  const intent = await first.add("say", "undone", Date.now() + 6000);
  const second = await tab();
  await first.drop(intent.id);
  second.waiting[0].after = 0;
  await second.flush();
  assert.deepEqual(carried, []);
});

test("what another tab drops while this one is sending is not sent", async () => {
  /** @type {any} */ let go;
  met = { first: [() => new Promise((resolve) => (go = resolve))] };
  const first = await tab();
  await first.keep({ id: "a", type: "say", data: "first", time: 1, after: 0 });
  await first.keep({ id: "b", type: "say", data: "undone", time: 2, after: 0 });
  const second = await tab();
  const sent = first.flush();
  while (!go) await new Promise(setImmediate);
  assert.equal(await second.drop("b"), true);
  go();
  await sent;
  assert.deepEqual([carried, first.waiting], [["first"], []]);
});

test("who signs out where another tab closed the vault is let go", async () => {
  const box = await tab();
  session.vault.all = () => Promise.reject(new DOMException("closed", "InvalidStateError"));
  await box.finish();
  assert.deepEqual(box.waiting, []);
});
