/** Hashing and key derivation, both BLAKE2b (RFC 7693) as libsodium has it. */
import { concat, sized, utf8 } from "./encoding.js";
import { Malformed } from "./errors.js";
import { sodium } from "./random.js";

export const SIZE = 32;
export const KEY = 32;
export const CONTEXT = 8;
const MOST = 2 ** 31 - 1;
const ZERO = new Uint8Array(1);

/**
 * BLAKE2b-256 of `context ‖ 00 ‖ data`: 32 bytes.
 * @param {string} context @param {Uint8Array} data @returns {Uint8Array}
 */
export function H(context, data) {
  return sodium.crypto_generichash(SIZE, concat(utf8(context), ZERO, data), null);
}

/**
 * Subkey `number` (below 2^31) of a 32-byte key: `crypto_kdf_derive_from_key` of libsodium, 32 bytes.
 * Throws Malformed for a key of another length or a context that is not 8 bytes.
 * @param {Uint8Array} key @param {string} context @param {number} number @returns {Uint8Array}
 */
export function derive(key, context, number) {
  sized(utf8(context), CONTEXT, "context of a derivation");
  sized(key, KEY, "key to derive from");
  if (!Number.isInteger(number) || number < 0 || number > MOST) throw new Malformed("number of a subkey");
  return sodium.crypto_kdf_derive_from_key(SIZE, number, context, key);
}

/**
 * BLAKE2b-256 with a 32-byte key, as a message authentication code; throws Malformed.
 * @param {Uint8Array} key @param {Uint8Array} data @returns {Uint8Array}
 */
export function keyed(key, data) {
  return sodium.crypto_generichash(SIZE, data, sized(key, KEY, "key of a code"));
}
