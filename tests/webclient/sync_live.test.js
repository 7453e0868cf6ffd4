/** Online again: what was missed is fetched before anything that waits may be sent. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { listen } from "../../webclient/sync/live.js";

/** @type {any} */ let socket;
/** @type {Map<string, () => void>} */ const heard = new Map();

before(() => Object.assign(globalThis, {
  self: globalThis, location: { origin: "http://localhost" },
  addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) => heard.set(name, listener),
  removeEventListener: (/** @type {string} */ name) => heard.delete(name),
  WebSocket: class {
    static OPEN = 1;
    static CLOSED = 3;
    readyState = 1;
    constructor() { socket = this; }
    close() { this.readyState = 3; }
  },
}));

test("with each way of coming back the copy is brought up to date", () => {
  /** @type {unknown[]} */
  const said = [];
  const session = { sync: async () => said.push("sync"), take: async () => undefined };
  const live = listen(session, { onState: (online) => said.push(online), onSignedOut: () => undefined });
  socket.onopen();
  heard.get("offline")?.();
  heard.get("online")?.();
  live.stop();
  assert.deepEqual(said, [true, "sync", false, true, "sync"]);
});

test("a sync that fails breaks nothing", async () => {
  const session = { sync: () => Promise.reject(new Error("unreachable")), take: async () => undefined };
  const live = listen(session, { onState: () => undefined, onSignedOut: () => undefined });
  socket.onopen();
  await Promise.resolve();
  live.stop();
});
