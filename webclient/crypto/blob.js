/** Files in sealed chunks of 64 KiB: resumable, seekable, and no chunk can be moved, repeated or cut off. */
import { H, SIZE } from "./digest.js";
import { b64, concat, sized, u32, utf8 } from "./encoding.js";
import { Malformed, WrongKey } from "./errors.js";
import { BLOB } from "./labels.js";
import { sodium } from "./random.js";

export const KEY = 32;
export const ID = 16;
export const CHUNK = 64 * 1024;
export const TAG = 16;
const MOST_CHUNKS = 2 ** 32;

/**
 * All chunks of `data` under a key that is used for this blob alone; throws Malformed.
 * @param {Uint8Array} key @param {Uint8Array} blobId @param {Uint8Array} data @returns {Uint8Array[]}
 */
export function sealChunks(key, blobId, data) {
  const last = Math.max(1, Math.ceil(data.length / CHUNK)) - 1;
  const parts = Array.from({ length: last + 1 }, (_, at) => data.subarray(at * CHUNK, (at + 1) * CHUNK));
  return parts.map((part, index) => sealChunk(key, blobId, index, index === last, part));
}

/**
 * One sealed chunk; every one but the last is full. Throws Malformed.
 * @param {Uint8Array} key @param {Uint8Array} blobId @param {number} index @param {boolean} last
 * @param {Uint8Array} part @returns {Uint8Array}
 */
export function sealChunk(key, blobId, index, last, part) {
  checkLength(part.length, last);
  const [nonce, aad] = [nonceOf(index), aadOf(blobId, index, last)];
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(part, aad, null, nonce, sized(key, KEY, "key of a blob"));
}

/**
 * One chunk's data; throws WrongKey for another key, place, blob or end, Malformed for a bad length.
 * @param {Uint8Array} key @param {Uint8Array} blobId @param {number} index @param {boolean} last
 * @param {Uint8Array} sealed @returns {Uint8Array}
 */
export function openChunk(key, blobId, index, last, sealed) {
  checkLength(sealed.length - TAG, last);
  const [nonce, aad] = [nonceOf(index), aadOf(blobId, index, last)];
  sized(key, KEY, "key of a blob");
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, aad, nonce, key);
  } catch {
    throw new WrongKey("chunk");
  }
}

/** The hash of all sealed chunks in order. @param {Uint8Array[]} chunks @returns {string} */
export function blobHash(chunks) {
  return b64(H(BLOB, concat(...chunks)));
}

/**
 * The same hash for who has the chunks one after the other: `update` with each, then `end` once.
 * @returns {{update: (chunk: Uint8Array) => void, end: () => string}}
 */
export function startHash() {
  const state = sodium.crypto_generichash_init(null, SIZE);
  const update = (/** @type {Uint8Array} */ data) => sodium.crypto_generichash_update(state, data);
  update(concat(utf8(BLOB), new Uint8Array(1)));
  return { update, end: () => b64(sodium.crypto_generichash_final(state, SIZE)) };
}

/** @param {number} length @param {boolean} last */
function checkLength(length, last) {
  if (last ? length < 0 || length > CHUNK : length !== CHUNK) throw new Malformed("length of a chunk");
}

/** @param {number} index */
function nonceOf(index) {
  if (!(Number.isInteger(index) && index >= 0 && index < MOST_CHUNKS)) throw new Malformed("index of a chunk");
  return concat(new Uint8Array(20), u32(index));
}

/** @param {Uint8Array} blobId @param {number} index @param {boolean} last */
function aadOf(blobId, index, last) {
  return concat(sized(blobId, ID, "id of a blob"), u32(index), new Uint8Array([last ? 1 : 0]));
}
