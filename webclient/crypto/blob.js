/** Files in sealed chunks of 64 KiB: no chunk can be moved, repeated or cut off. */
import { H } from "./digest.js";
import { b64, concat, u32 } from "./encoding.js";
import { WrongKey } from "./errors.js";
import { BLOB } from "./labels.js";
import { sodium } from "./random.js";

export const CHUNK = 64 * 1024;

/** All chunks of `data` under a key that is used for this blob alone. @param {Uint8Array} key @param {Uint8Array} blobId @param {Uint8Array} data */
export function sealChunks(key, blobId, data) {
  const count = Math.max(1, Math.ceil(data.length / CHUNK));
  return Array.from({ length: count }, (_, at) => sealChunk(key, blobId, at, at === count - 1, data.subarray(at * CHUNK, (at + 1) * CHUNK)));
}

/** One sealed chunk. @param {Uint8Array} key @param {Uint8Array} blobId @param {number} index @param {boolean} last @param {Uint8Array} part @returns {Uint8Array} */
export function sealChunk(key, blobId, index, last, part) {
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(part, aad(blobId, index, last), null, nonce(index), key);
}

/** One chunk's data; throws WrongKey. @param {Uint8Array} key @param {Uint8Array} blobId @param {number} index @param {boolean} last @param {Uint8Array} sealed @returns {Uint8Array} */
export function openChunk(key, blobId, index, last, sealed) {
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, aad(blobId, index, last), nonce(index), key);
  } catch {
    throw new WrongKey("chunk");
  }
}

/** The hash of all sealed chunks in order. @param {Uint8Array[]} chunks */
export function blobHash(chunks) {
  return b64(H(BLOB, concat(...chunks)));
}

/** @param {number} index */
function nonce(index) {
  return concat(new Uint8Array(20), u32(index));
}

/** @param {Uint8Array} blobId @param {number} index @param {boolean} last */
function aad(blobId, index, last) {
  return concat(blobId, u32(index), new Uint8Array([last ? 1 : 0]));
}
