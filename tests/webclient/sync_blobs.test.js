/** Sealed files: what was sealed opens whole and in ranges, goes on after a break, and nothing else is believed. */
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { blobHash, startHash } from "../../webclient/crypto/blob.js";
import { fresh, ready } from "../../webclient/crypto/random.js";
import { begin, idsOf, open, openRange, PIECE, put, seal, sealedSize } from "../../webclient/sync/blobs.js";
import { namedBlobs } from "../../webclient/sync/batch.js";
import { BlobServer } from "./blobserver.js";

const CHUNK = 64 * 1024;
let server = new BlobServer();

before(ready);
beforeEach(() => {
  server = new BlobServer();
  server.install();
});

/** @param {number} size */
async function sent(size) {
  const data = new Uint8Array(size).map((_, at) => (at * 31 + (at >> 8)) & 255);
  /** @type {[string, number, Uint8Array][]} */
  const pieces = [];
  const part = await seal(new Blob([data]), "image/jpeg", async (blob, index, piece) => void pieces.push([blob, index, piece]));
  await begin(part.blob, "circle", sealedSize(part));
  for (const [blob, index, piece] of pieces) await put(blob, index * PIECE, piece);
  return { data, part };
}

/** @param {Blob} blob */
const bytes = async (blob) => new Uint8Array(await blob.arrayBuffer());

test("a file of any size opens as it was, and has the size that was said", async () => {
  for (const size of [0, 1, CHUNK, CHUNK + 1, 15 * CHUNK, 15 * CHUNK + 7]) {
    const { data, part } = await sent(size);
    assert.deepEqual(await bytes(await open(part)), data);
    assert.equal(server.blobs.get(part.blob)?.bytes.length, sealedSize(part));
  }
});

test("no piece is larger than one request may be, and the server never sees the file", async () => {
  const { data, part } = await sent(16 * CHUNK);
  assert.ok(PIECE <= 1024 * 1024);
  assert.ok(!Buffer.from(/** @type {any} */ (server.blobs.get(part.blob)).bytes).includes(Buffer.from(data.subarray(0, 64))));
});

test("a range opens only the chunks around it", async () => {
  const { data, part } = await sent(5 * CHUNK + 99);
  for (const [from, to] of [[0, 10], [CHUNK - 1, CHUNK + 1], [4 * CHUNK + 5, 5 * CHUNK + 99]]) assert.deepEqual(await openRange(part, from, to), data.slice(from, to));
  assert.equal(server.asked.filter((one) => one.startsWith("GET")).length, 3);
});

test("a download that breaks off goes on where it was", async () => {
  const { data, part } = await sent(3 * CHUNK);
  server.cut = 2 * CHUNK;
  /** @type {number[]} */
  const shares = [];
  assert.deepEqual(await bytes(await open(part, { onProgress: (share) => shares.push(share) })), data);
  assert.equal(shares.at(-1), 1);
});

test("no network is said as that", async () => {
  const { part } = await sent(10);
  server.down = true;
  await assert.rejects(open(part), { code: "unreachable" });
});

test("bytes that somebody changed, cut off or put in place of others do not open", async () => {
  const [{ part }, other] = [await sent(2 * CHUNK), await sent(2 * CHUNK)];
  const blob = /** @type {any} */ (server.blobs.get(part.blob));
  blob.bytes[7] ^= 1;
  await assert.rejects(open(part), { code: "wrong-key" });
  blob.bytes = /** @type {any} */ (server.blobs.get(other.part.blob)).bytes;
  await assert.rejects(open(part), { code: "wrong-key" });
  blob.bytes = blob.bytes.slice(0, CHUNK);
  await assert.rejects(open(part));
});

test("another file under the same key is not the one that was listed", async () => {
  const { part } = await sent(10);
  await assert.rejects(open({ ...part, hash: (await sent(10)).part.hash }), { code: "tampered" });
});

test("a part whose numbers do not fit is refused before anything is fetched", async () => {
  const { part } = await sent(10);
  for (const lie of [{ size: -1 }, { size: 1e9 }, { chunks: 7 }, { size: 1.5 }]) await assert.rejects(open({ ...part, ...lie }), { code: "malformed" });
});

test("the hash of chunks one after the other is that of all together", () => {
  const chunks = [fresh(100), fresh(50), fresh(1)];
  const hash = startHash();
  chunks.forEach((chunk) => hash.update(chunk));
  assert.equal(hash.end(), blobHash(chunks));
});

test("a record lists the small pictures too", async () => {
  const [{ part }, { part: thumb }] = [await sent(1), await sent(1)];
  assert.deepEqual(idsOf([{ ...part, thumb }]), [part.blob, thumb.blob]);
  assert.deepEqual(namedBlobs({ title: "x", files: [{ ...part, thumb }], none: null }), [part.blob, thumb.blob]);
});
