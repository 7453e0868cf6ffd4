/** The end of a session: what is still coming in when somebody signs out is kept nowhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Identity } from "../../webclient/crypto/identity.js";
import { ready } from "../../webclient/crypto/random.js";
import { wireTo } from "../../webclient/sync/http.js";
import { Session } from "../../webclient/sync/session.js";

await ready();

const PAGE = { cursor: "c", done: true, incarnation: "", time: 0, acts: [], seats: [], links: [], records: [], joined: [], left: [], offers: [] };

/** A vault that writes down what it is told to keep; `slow`: when it is done. @param {string[]} kept @param {Promise<unknown>} [slow] @returns {any} */
function vaultOf(kept, slow = Promise.resolve()) {
  const keep = (/** @type {string} */ what) => async () => (await slow, void kept.push(what));
  return { keepPage: keep("page"), put: keep("self"), keepRecords: keep("records"), keepPast: keep("past") };
}

/** @param {any} vault */
function sessionOf(vault) {
  return new Session(new Identity(new Uint8Array(32).fill(7)), { person: "p", name: "anna", root: new Uint8Array(32) }, vault, wireTo(""));
}

/** A network that answers when `answer` is called, as browsers do it: not any more once it was told to stop. */
function network() {
  const asked = { count: 0, answer: () => {} };
  globalThis.fetch = /** @type {any} */ ((/** @type {string} */ _, /** @type {RequestInit} */ { signal }) => new Promise((resolve, reject) => {
    asked.count += 1;
    const stop = () => reject(new DOMException("stopped", "AbortError"));
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop);
    asked.answer = () => resolve(Response.json(PAGE));
  }));
  return asked;
}

test("an answer that comes after the end is kept nowhere", async () => {
  /** @type {string[]} */
  const kept = [];
  const [asked, session] = [network(), sessionOf(vaultOf(kept))];
  const synced = session.sync().then(() => "", (error) => error.code);
  while (!asked.count) await new Promise((next) => setTimeout(next));
  await session.end();
  asked.answer();
  assert.deepEqual([await synced, await session.sync().catch((error) => error.code), kept], ["unreachable", "unreachable", []]);
});

test("what is being kept is kept first", async () => {
  /** @type {string[]} */
  const kept = [];
  const [asked, slow] = [network(), new Promise((done) => setTimeout(done, 50))];
  const session = sessionOf(vaultOf(kept, slow));
  void session.sync();
  while (!asked.count) await new Promise((next) => setTimeout(next));
  asked.answer();
  await new Promise((next) => setTimeout(next));
  await session.end();
  assert.deepEqual(kept, ["page", "self"]);
});
