/** Hashing and key derivation, both BLAKE2b (RFC 7693) as libsodium has it. */
import { concat, utf8 } from "./encoding.js";
import { sodium } from "./random.js";

export const SIZE = 32;
const ZERO = new Uint8Array(1);

/** BLAKE2b-256 of `context ‖ 00 ‖ data`. @param {string} context @param {Uint8Array} data @returns {Uint8Array} */
export function H(context, data) {
  return sodium.crypto_generichash(SIZE, concat(utf8(context), ZERO, data), null);
}

/** Subkey `number` of a 32-byte key. @param {Uint8Array} key @param {string} context @param {number} number @returns {Uint8Array} */
export function derive(key, context, number) {
  return sodium.crypto_kdf_derive_from_key(SIZE, number, context, key);
}

/** BLAKE2b-256 with a key, as a message authentication code. @param {Uint8Array} key @param {Uint8Array} data @returns {Uint8Array} */
export function keyed(key, data) {
  return sodium.crypto_generichash(SIZE, data, key);
}
