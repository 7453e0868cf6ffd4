/** What is being sent: nothing is lost by a reload, a tunnel or a full device, nothing is sent twice, and it can be stopped. */
import assert from "node:assert/strict";
import { afterEach, before, beforeEach, test } from "node:test";
import { fresh, ready } from "../../webclient/crypto/random.js";
import { open } from "../../webclient/sync/blobs.js";
import { Problem } from "../../webclient/sync/http.js";
import { Uploads } from "../../webclient/sync/uploads.js";
import { BlobServer, MemoryVault } from "./blobserver.js";

let server = new BlobServer();
/** @type {{vault: any, identity: {selfKey: Uint8Array}}} */
let session;
/** @type {any[]} */
let written = [];
/** @type {Uploads[]} */
let opened = [];

before(ready);
beforeEach(() => {
  server = new BlobServer();
  server.install();
  session = { vault: new MemoryVault(), identity: { selfKey: fresh(32) } };
  written = [];
});
afterEach(() => opened.splice(0).forEach((one) => one.stop()));

/** A tab of this browser. @param {any} [outside] */
async function tab(outside = {}) {
  const uploads = new Uploads(/** @type {any} */ (session), { add: async (type, data) => void written.push({ type, data }) }, { locks: null, channel: null, ...outside });
  opened.push(uploads);
  await uploads.load();
  return uploads;
}

/** @param {Uploads} uploads @param {() => boolean} is */
function until(uploads, is) {
  return new Promise((resolve) => {
    const look = () => is() && resolve(undefined);
    uploads.listeners.add(look);
    look();
  });
}

const photo = (size = 100_000) => ({ data: new Blob([new Uint8Array(size).fill(7)]), type: "image/jpeg", width: 4, height: 3, thumb: { data: new Blob(["small"]), type: "image/webp" } });
const then = (/** @type {any} */ parts) => ({ type: "photo", data: { parts } });

test("a file is sent with its small picture, and then what it was for is written", async () => {
  const uploads = await tab();
  const [part] = await uploads.add("circle", [photo()], then);
  await until(uploads, () => uploads.state() === "");
  assert.deepEqual(written, [{ type: "photo", data: { parts: [part] } }]);
  assert.equal(await (await open(/** @type {any} */ (part.thumb))).text(), "small");
  assert.equal((await open(part)).size, 100_000);
  assert.deepEqual(await session.vault.keys("pieces"), []);
});

test("nothing of a file lies open in the vault, and no key", async () => {
  server.down = true;
  const uploads = await tab();
  const [part] = await uploads.add("circle", [photo()], then);
  const kept = Buffer.concat([...(await session.vault.all("pieces")), ...(await session.vault.all("uploads"))]);
  assert.ok(!kept.includes(Buffer.alloc(64, 7)) && !kept.includes("small") && !kept.includes(part.key) && !kept.includes("image/jpeg"));
});

test("a tab that is killed loses nothing: the next one goes on where the server is", async () => {
  server.down = true;
  await (await tab()).add("circle", [photo(2_000_000)], then);
  opened.splice(0).forEach((one) => one.stop());
  server.down = false;
  server.lostAnswers = 1;
  const next = await tab();
  await until(next, () => next.state() === "waiting");
  await next.flush();
  await until(next, () => next.state() === "");
  assert.equal((await open(written[0].data.parts[0])).size, 2_000_000);
  assert.equal(server.asked.filter((one) => one.includes("at=0")).length, 2, "the small picture and the file, each from its beginning only once");
});

test("without a network it waits and says so", async () => {
  server.down = true;
  const uploads = await tab();
  await uploads.add("circle", [photo()], then);
  await until(uploads, () => uploads.state() === "waiting");
  assert.deepEqual(written, []);
});

test("pause outlasts a reload, and resume goes on", async () => {
  const first = await tab();
  await first.pause();
  await first.add("circle", [photo()], then);
  assert.equal(first.state(), "paused");
  first.stop();
  const next = await tab();
  assert.equal(next.state(), "paused");
  await next.resume();
  await until(next, () => next.state() === "");
  assert.equal(written.length, 1);
});

test("what is cancelled is gone here and there", async () => {
  const uploads = await tab();
  await uploads.pause();
  const [part] = await uploads.add("circle", [photo()], then);
  server.begin({ id: part.blob, size: 1 });
  await uploads.cancel(uploads.rows[0].upload.id);
  assert.deepEqual([uploads.state(), await session.vault.keys("pieces"), await session.vault.keys("uploads"), server.blobs.size], ["", [], [], 0]);
});

test("what is cancelled is gone here before the server answers: what it was for can be a draft again", async () => {
  const wire = { begin: async () => 0, put: async () => 0, cancel: () => new Promise(() => {}) };
  const uploads = await tab({ wire });
  await uploads.pause();
  await uploads.add("circle", [photo()], then);
  await uploads.cancel();
  assert.deepEqual([uploads.state(), await session.vault.keys("uploads")], ["", []]);
});

test("a full device keeps nothing half", async () => {
  session.vault = new MemoryVault(1);
  const uploads = await tab();
  await assert.rejects(uploads.add("circle", [photo(), photo()], then), { code: "device-full" });
  assert.deepEqual([await session.vault.keys("pieces"), await session.vault.keys("uploads"), uploads.rows.length], [[], [], 0]);
});

test("what the server refuses stands still with its reason until somebody tries again, and the others go on", async () => {
  const refused = new Problem(413, { code: "blob-too-large" });
  let first = true;
  const { begin, put, cancel } = await import("../../webclient/sync/blobs.js");
  const wire = { put, cancel, begin: (/** @type {any} */ ...all) => (first ? ((first = false), Promise.reject(refused)) : /** @type {any} */ (begin)(...all)) };
  const uploads = await tab({ wire });
  await uploads.add("circle", [photo()], then);
  await uploads.add("circle", [photo()], then);
  await until(uploads, () => uploads.state() === "failed");
  assert.deepEqual([uploads.rows[0].error.code, written.length, uploads.progress().done], ["blob-too-large", 1, 1]);
  await uploads.resume();
  await until(uploads, () => uploads.state() === "");
  assert.equal(written.length, 2);
});

test("two go at once, not more", async () => {
  let [now, most] = [0, 0];
  const wire = { cancel: async () => undefined, put: async (/** @type {any} */ _id, /** @type {number} */ at, /** @type {Uint8Array} */ bytes) => at + bytes.length,
    begin: async () => ((most = Math.max(most, (now += 1))), await new Promise((go) => setImmediate(go)), (now -= 1), 0) };
  const uploads = await tab({ wire });
  await Promise.all(Array.from({ length: 6 }, () => uploads.add("circle", [photo(10)], then)));
  await until(uploads, () => uploads.state() === "");
  assert.deepEqual([most, written.length], [2, 6]);
});

test("of two tabs one sends, and the other takes over when it is closed", async () => {
  const locks = queue();
  const [first, second] = [await tab({ locks }), await tab({ locks })];
  assert.deepEqual([first.holds, second.holds], [true, false]);
  await second.add("circle", [photo()], then);
  assert.equal(written.length, 0);
  first.stop();
  await until(second, () => second.state() === "");
  assert.equal(written.length, 1);
});

test("another tab's files are sent, and it sees how far", async () => {
  const [locks, channels] = [queue(), pair()];
  const [first, second] = [await tab({ locks, channel: channels[0] }), await tab({ locks, channel: channels[1] })];
  let seen = 0;
  second.listeners.add(() => (seen = Math.max(seen, second.progress().sent)));
  await second.add("circle", [photo()], then);
  await until(second, () => second.state() === "" && first.state() === "");
  assert.equal(written.length, 1);
  assert.ok(seen > 0);
});

test("pieces of an entry that was never finished are swept away", async () => {
  await session.vault.put("pieces", ["half", "blob", 0], new Uint8Array(9));
  const uploads = await tab({ locks: queue() });
  while (session.vault.stores.pieces.size) await new Promise((go) => setImmediate(go));
  assert.equal(uploads.rows.length, 0);
});

/** Web Locks, as far as they are used. */
function queue() {
  let last = Promise.resolve();
  const request = (/** @type {string} */ name, /** @type {any} */ options, /** @type {any} */ run) => {
    if (name.endsWith("adding")) return Promise.resolve(run({}));
    last = last.then(() => run({}));
    return last;
  };
  return { request };
}

/** Two ends of a channel. */
function pair() {
  /** @type {any[]} */
  const ends = [0, 1].map((at) => ({ onmessage: null, close: () => undefined, postMessage: (/** @type {any} */ data) => setImmediate(() => ends[1 - at].onmessage?.({ data: structuredClone(data) })) }));
  return ends;
}

test("what is parked is sent nowhere, survives a killed tab, and goes when somebody says so", async () => {
  const first = await tab();
  const [part] = await first.store.park("draft", photo(2_000_000));
  first.stop();
  const next = await tab();
  await next.store.tidy();
  assert.deepEqual([next.rows.length, server.asked.length], [0, 0]);
  assert.deepEqual(await next.store.parked("draft"), [part]);
  await next.release("draft", "circle", then);
  await until(next, () => next.state() === "");
  assert.equal((await open(written[0].data.parts[0])).size, 2_000_000);
  assert.deepEqual([await session.vault.keys("pieces"), await session.vault.keys("uploads")], [[], []]);
});

test("what is parked opens here, and what is taken out again leaves nothing", async () => {
  const { store } = await tab();
  await store.park("draft", photo());
  const [first, second] = await store.park("draft", photo(70_000));
  assert.equal((await store.open("draft", second)).size, 70_000);
  assert.equal(await (await store.open("draft", /** @type {any} */ (second.thumb))).text(), "small");
  assert.deepEqual(await store.unpark("draft", first.blob), [second]);
  await store.unpark("draft", second.blob);
  assert.deepEqual([await session.vault.keys("pieces"), await store.parked("draft")], [[], []]);
});

test("a draft that is left lets go of its files, unless they are to be sent", async () => {
  const uploads = await tab();
  await uploads.pause();
  for (const id of ["left", "sent"]) await uploads.store.park(id, photo());
  await uploads.release("sent", "circle", then);
  for (const id of ["left", "sent", "none"]) await uploads.store.drop(id);
  assert.deepEqual(await session.vault.keys("uploads"), ["sent"]);
});
