/** Files kept on a device: sealed there as on the server, opened without it, and gone with the last record that names them. */
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { ready } from "../../webclient/crypto/random.js";
import { Tampered } from "../../webclient/crypto/errors.js";
import { begin, PIECE, put, seal, sealedSize } from "../../webclient/sync/blobs.js";
import { openHere, keepFile, keptFiles, tidyFiles, dropFile } from "../../webclient/sync/keeping.js";
import { BlobServer } from "./blobserver.js";

const TEXT = "een brief over een kanarie ".repeat(9000);
let server = new BlobServer();
/** @type {any} */ let vault;

before(ready);
beforeEach(() => {
  server = new BlobServer();
  server.install();
  const kept = new Map();
  vault = { kept, get: async (_, key) => kept.get(key), put: async (_, key, value) => void kept.set(key, value), remove: async (_, key) => void kept.delete(key), keys: async () => [...kept.keys()] };
});

async function sent() {
  /** @type {[string, number, Uint8Array][]} */
  const pieces = [];
  const part = await seal(new Blob([TEXT]), "application/pdf", async (blob, index, piece) => void pieces.push([blob, index, piece]));
  await begin(part.blob, "circle", sealedSize(part));
  for (const [blob, index, piece] of pieces) await put(blob, index * PIECE, piece);
  return part;
}

test("what is kept opens without the server, and lies here sealed", async () => {
  const part = await sent();
  await keepFile(vault, part);
  assert.equal(new TextDecoder("latin1").decode(vault.kept.get(part.blob)).includes("kanarie"), false);
  server.blobs.clear();
  assert.equal(await (await openHere(vault, part)).text(), TEXT);
});

test("what is not kept, or no more, comes from the server", async () => {
  const part = await sent();
  assert.equal(await (await openHere(null, part)).text(), TEXT);
  await keepFile(vault, part);
  await dropFile(vault, part.blob);
  assert.deepEqual([...(await keptFiles(vault))], []);
  assert.equal(await (await openHere(vault, part)).text(), TEXT);
});

test("what is not what the record says is not kept", async () => {
  const part = await sent();
  await assert.rejects(keepFile(vault, { ...part, hash: `${part.hash.slice(0, -2)}AA` }), Tampered);
  assert.equal(vault.kept.size, 0);
});

test("a full device says so", async () => {
  const part = await sent();
  vault.put = async () => { throw Object.assign(new Error("full"), { name: "QuotaExceededError" }); };
  await assert.rejects(keepFile(vault, part), { code: "device-full" });
});

test("it goes with the last record that names it", async () => {
  const part = await sent();
  await keepFile(vault, part);
  const items = [{ head: { blobs: [part.blob] } }, { head: { blobs: ["other"] } }];
  assert.equal(await tidyFiles(vault, /** @type {any} */ (items)), 0);
  assert.equal(await tidyFiles(vault, /** @type {any} */ (items.slice(1))), 1);
  assert.deepEqual([...(await keptFiles(vault))], []);
});
