/**
 * Files on the server, as sealed bytes: sending them piece by piece, and opening them chunk by chunk. What the server
 * gives back is believed only if each chunk opens at its place and all of them together have the hash in the record.
 */
import { CHUNK, ID, KEY, openChunk, sealChunk, startHash, TAG } from "../crypto/blob.js";
import { b64, concat, unb64 } from "../crypto/encoding.js";
import { Malformed, Tampered } from "../crypto/errors.js";
import { fresh } from "../crypto/random.js";
import { shownWire, Unreachable } from "./http.js";

/**
 * A file as a record's body has it: where it is, what opens it, what it shows.
 * @typedef {{blob: string, key: string, size: number, chunks: number, hash: string, type: string, name?: string,
 *   width?: number, height?: number, seconds?: number, thumb?: Part}} Part
 */
/** @typedef {{onProgress?: (share: number) => void, signal?: AbortSignal, wire?: Wire}} Following `share`: 0 to 1 */
/** @typedef {import("./http.js").Wire} Wire where nobody says which, the files are of the school that is shown */

const SEALED_CHUNK = CHUNK + TAG;
const CHUNKS_A_PIECE = 15;
/** Sealed bytes of one request: whole chunks, at most 1 MiB. */
export const PIECE = CHUNKS_A_PIECE * SEALED_CHUNK;
const TRIES = 4;

/** The ids of all blobs of some files, thumbnails too: what a record's head lists. @param {Part[]} parts @returns {string[]} */
export function idsOf(parts) {
  return parts.flatMap((part) => [part.blob, ...(part.thumb ? [part.thumb.blob] : [])]);
}

/** How many bytes a part has on the server. @param {Part} part */
export function sealedSize(part) {
  return part.size + part.chunks * TAG;
}

/**
 * Seal a file under a fresh key, handing on each piece (sealed, whole chunks); the part is whole before anything is sent.
 * @param {Blob} data @param {(blob: string, index: number, piece: Uint8Array) => Promise<void>} keep @param {string} type
 * @returns {Promise<Part>}
 */
export async function seal(data, type, keep) {
  const [id, key, hash] = [fresh(ID), fresh(KEY), startHash()];
  const chunks = Math.max(1, Math.ceil(data.size / CHUNK));
  for (let first = 0; first < chunks; first += CHUNKS_A_PIECE) {
    const end = Math.min(chunks, first + CHUNKS_A_PIECE);
    const plain = new Uint8Array(await data.slice(first * CHUNK, end * CHUNK).arrayBuffer());
    const sealed = Array.from({ length: end - first }, (_, at) =>
      sealChunk(key, id, first + at, first + at === chunks - 1, plain.subarray(at * CHUNK, (at + 1) * CHUNK)));
    sealed.forEach((chunk) => hash.update(chunk));
    await keep(b64(id), first / CHUNKS_A_PIECE, concat(...sealed));
  }
  return { blob: b64(id), key: b64(key), size: data.size, chunks, hash: hash.end(), type };
}

/** Say that a blob comes; answers how many of its bytes are there. @param {string} id @param {string} circle @param {number} size sealed @param {Wire} [wire] @returns {Promise<number>} */
export async function begin(id, circle, size, wire = shownWire()) {
  return (await wire.call("POST", "/api/blobs", { id, circle, size })).at;
}

/** Send bytes that belong at `at`; answers how many are there. @param {string} id @param {number} at @param {Uint8Array} bytes @param {AbortSignal} [signal] @param {Wire} [wire] @returns {Promise<number>} */
export async function put(id, at, bytes, signal, wire = shownWire()) {
  const headers = { Accept: "application/json", "Content-Type": "application/octet-stream" };
  const body = /** @type {BodyInit} */ (bytes);
  return (await (await wire.ask(`/api/blobs/${id}/content?at=${at}`, { method: "PUT", headers, body, signal })).json()).at;
}

/** How far a blob is. @param {string} id @param {Wire} [wire] @returns {Promise<{at: number, size: number, complete: boolean}>} */
export function state(id, wire = shownWire()) {
  return wire.call("GET", `/api/blobs/${id}`);
}

/** Take back what no record lists yet. @param {string} id @param {Wire} [wire] @returns {Promise<unknown>} */
export function cancel(id, wire = shownWire()) {
  return wire.call("DELETE", `/api/blobs/${id}`);
}

/** Sending by one wire, whichever school is shown meanwhile. @param {Wire} [wire] */
export function sendingBy(wire = shownWire()) {
  return {
    begin: (/** @type {string} */ id, /** @type {string} */ circle, /** @type {number} */ size) => begin(id, circle, size, wire),
    put: (/** @type {string} */ id, /** @type {number} */ at, /** @type {Uint8Array} */ bytes, /** @type {AbortSignal | undefined} */ signal) => put(id, at, bytes, signal, wire),
    cancel: (/** @type {string} */ id) => cancel(id, wire),
  };
}

/** What the browser itself kept of files that were taken away is asked for anew: so their bytes go. @param {string[]} ids @param {Wire} [wire] */
export async function evict(ids, wire = shownWire()) {
  for (const id of ids) {
    const path = wire.at(`/api/blobs/${id}/content`);
    const kept = await fetch(path, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
    if (kept?.ok) await fetch(path, { cache: "reload", credentials: "same-origin" }).catch(() => null);
  }
}

/**
 * A whole file, opened and checked; goes on where it was when the network comes back in between. Its type is never that
 * which the sender wrote: whoever shows it chooses one. Throws Problem, Unreachable, Tampered, WrongKey.
 * @param {Part} part @param {Following} [following] @returns {Promise<Blob>}
 */
export async function open(part, { onProgress = () => undefined, signal, wire = shownWire() } = {}) {
  checkShape(part);
  const opener = new Opener(part);
  for (let left = TRIES; !opener.isDone; left--) {
    try {
      await readInto(opener, wire, onProgress, signal);
    } catch (error) {
      if (!(error instanceof Unreachable) || signal?.aborted || left <= 1) throw error;
    }
  }
  if (opener.hash.end() !== part.hash) throw new Tampered("hash of a file");
  return new Blob(/** @type {BlobPart[]} */ (opener.opened));
}

/** The sealed bytes of a file, as they lie on the server. @param {Part} part @returns {Promise<Uint8Array>} */
export async function fetchSealed(part) {
  checkShape(part);
  return new Uint8Array(await (await shownWire().ask(`/api/blobs/${part.blob}/content`, {})).arrayBuffer());
}

/** Open sealed bytes that are here already; throws Tampered, WrongKey if they are anything else. @param {Part} part @param {Uint8Array} sealed @returns {Blob} */
export function openSealed(part, sealed) {
  checkShape(part);
  const opener = new Opener(part);
  opener.take(sealed);
  if (!opener.isDone || opener.hash.end() !== part.hash) throw new Tampered("hash of a file");
  return new Blob(/** @type {BlobPart[]} */ (opener.opened));
}

/**
 * Some bytes of a file, from a byte up to another: only the chunks around them are fetched. Each is proven by itself; the
 * hash of the whole is not looked at. @param {Part} part @param {number} from @param {number} to @returns {Promise<Uint8Array>}
 */
export async function openRange(part, from, to) {
  checkShape(part);
  const [first, end] = [Math.floor(from / CHUNK), Math.min(part.chunks, Math.ceil(to / CHUNK))];
  const range = `bytes=${first * SEALED_CHUNK}-${Math.min(end * SEALED_CHUNK, sealedSize(part)) - 1}`;
  const answer = await shownWire().ask(`/api/blobs/${part.blob}/content`, { headers: { Range: range } });
  const sealed = new Uint8Array(await answer.arrayBuffer());
  const [key, id] = [unb64(part.key, KEY), unb64(part.blob, ID)];
  const opened = Array.from({ length: end - first }, (_, at) =>
    openChunk(key, id, first + at, first + at === part.chunks - 1, sealed.subarray(at * SEALED_CHUNK, (at + 1) * SEALED_CHUNK)));
  return concat(...opened).subarray(from - first * CHUNK, to - first * CHUNK);
}

/** A whole file from sealed bytes that are here already. Throws Tampered, WrongKey. @param {Part} part @param {Uint8Array[]} pieces @returns {Blob} */
export function unseal(part, pieces) {
  checkShape(part);
  const opener = new Opener(part);
  for (const piece of pieces) opener.take(piece);
  if (!opener.isDone || opener.hash.end() !== part.hash) throw new Tampered("hash of a file");
  return new Blob(/** @type {BlobPart[]} */ (opener.opened));
}

/** Takes sealed bytes as they come, opens every chunk that is whole. */
class Opener {
  /** @param {Part} part */
  constructor(part) {
    this.part = part;
    this.key = unb64(part.key, KEY);
    this.id = unb64(part.blob, ID);
    this.hash = startHash();
    /** @type {Uint8Array[]} */ this.opened = [];
    this.waiting = new Uint8Array();
  }

  get isDone() {
    return this.opened.length === this.part.chunks;
  }

  /** How many sealed bytes are opened. */
  get at() {
    return Math.min(this.opened.length * SEALED_CHUNK, sealedSize(this.part));
  }

  /** @param {Uint8Array} bytes */
  take(bytes) {
    this.waiting = concat(this.waiting, bytes);
    for (let length = this.next(); !this.isDone && this.waiting.length >= length; length = this.next()) {
      const index = this.opened.length;
      const chunk = this.waiting.subarray(0, length);
      this.opened.push(openChunk(this.key, this.id, index, index === this.part.chunks - 1, chunk));
      this.hash.update(chunk);
      this.waiting = this.waiting.subarray(length);
    }
    if (this.isDone && this.waiting.length) throw new Tampered("more than the file");
  }

  /** The sealed length of the next chunk. */
  next() {
    return Math.min(SEALED_CHUNK, sealedSize(this.part) - this.at);
  }
}

/** @param {Opener} opener @param {Wire} wire @param {(share: number) => void} onProgress @param {AbortSignal} [signal] */
async function readInto(opener, wire, onProgress, signal) {
  const { part } = opener;
  opener.waiting = new Uint8Array();
  const headers = opener.at ? { Range: `bytes=${opener.at}-` } : undefined;
  const answer = await wire.ask(`/api/blobs/${part.blob}/content`, { headers, signal });
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || !value) break;
    opener.take(value);
    onProgress(opener.at / sealedSize(part));
  }
  if (!opener.isDone) throw new Unreachable();
}

/** A part comes from a body that somebody wrote: numbers that do not fit each other are refused. @param {Part} part */
function checkShape(part) {
  const fits = Number.isSafeInteger(part.size) && part.size >= 0 && part.chunks === Math.max(1, Math.ceil(part.size / CHUNK));
  if (!fits) throw new Malformed("size of a file");
}
