/** Password hashing asks a worker where there is one, and never before the offer is checked. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { b64 } from "../../webclient/crypto/encoding.js";
import { Malformed, ParametersDowngraded } from "../../webclient/crypto/errors.js";
import { lockRoot as rootAtOnce, openLock, passwordOffer } from "../../webclient/crypto/lock.js";
import { makeSheetLock, newSheet } from "../../webclient/crypto/lock.js";
import { fresh, ready } from "../../webclient/crypto/random.js";
import { lockRoot, makePasswordLock, passwordRoot } from "../../webclient/crypto/slow.js";

await ready();

const WORKER = Object.getOwnPropertyDescriptor(globalThis, "Worker");
const ROOT = fresh(32);
const OFFER = passwordOffer();

/** How often a worker was started and ended. */
const count = { started: 0, ended: 0 };

/** A stand-in for the browser's worker. @param {(worker: any, question: any) => void} answer */
function standIn(answer) {
  Object.assign(count, { started: 0, ended: 0 });
  class Worker {
    constructor() {
      count.started++;
    }
    /** @param {any} question */
    postMessage(question) {
      queueMicrotask(() => answer(this, question));
    }
    terminate() {
      count.ended++;
    }
  }
  Object.defineProperty(globalThis, "Worker", { value: Worker, configurable: true, writable: true });
}

afterEach(() => {
  if (WORKER) Object.defineProperty(globalThis, "Worker", WORKER);
  else Reflect.deleteProperty(globalThis, "Worker");
});

test("without workers a password is hashed at once, as strongly", async () => {
  assert.deepEqual(await passwordRoot("geheim", OFFER), rootAtOnce("geheim", OFFER));
});

test("the worker's root is taken, and the worker ended", async () => {
  standIn((worker, { secret, offer }) => {
    assert.deepEqual({ secret, offer }, { secret: "geheim", offer: OFFER });
    worker.onmessage({ data: { root: ROOT } });
  });
  assert.equal(await passwordRoot("geheim", OFFER), ROOT);
  assert.deepEqual(count, { started: 1, ended: 1 });
});

for (const [name, fail] of /** @type {[string, (worker: any) => void][]} */ ([
  ["cannot start", (worker) => worker.onerror(new Error("no module workers"))],
  ["has no memory", (worker) => worker.onmessage({ data: {} })],
])) {
  test(`where the worker ${name}, the password is hashed here`, async () => {
    standIn(fail);
    assert.deepEqual(await passwordRoot("geheim", OFFER), rootAtOnce("geheim", OFFER));
    assert.deepEqual(count, { started: 1, ended: 1 });
  });
}

test("weak or absurd hashing is refused before any worker starts", async () => {
  standIn((worker) => worker.onmessage({ data: { root: ROOT } }));
  const passes = [0, 2, 11, 3.5, "3", NaN].map((ops) => ({ ...OFFER, ops }));
  const memory = [0, 2 ** 26 - 1, 2 ** 30 + 1].map((mem) => ({ ...OFFER, mem }));
  for (const weak of /** @type {any[]} */ ([...passes, ...memory])) {
    await assert.rejects(passwordRoot("geheim", weak), ParametersDowngraded);
  }
  await assert.rejects(passwordRoot("geheim", { ...OFFER, salt: b64(fresh(15)) }), Malformed);
  assert.equal(count.started, 0);
});

test("a sheet needs no worker", async () => {
  standIn((worker) => worker.onmessage({ data: { root: ROOT } }));
  const [code, seed] = [newSheet(), fresh(32)];
  const { wrapped, login, ...offer } = makeSheetLock(code, seed, b64(fresh(32)));
  assert.equal((await lockRoot(code, offer)).length, 32);
  assert.equal(count.started, 0);
});

test("a lock made with the worker opens with the worker's root only", async () => {
  standIn((worker) => worker.onmessage({ data: { root: ROOT } }));
  const [seed, person] = [fresh(32), b64(fresh(32))];
  const { wrapped, login, ...offer } = await makePasswordLock("geheim", seed, person);
  assert.deepEqual(openLock(ROOT, offer, wrapped, person), seed);
  assert.throws(() => openLock(fresh(32), offer, wrapped, person), { code: "wrong-key" });
});
