/** Authenticated encryption: `01 ‖ nonce24 ‖ XChaCha20-Poly1305` (libsodium, draft-irtf-cfrg-xchacha). */
import { concat, sized } from "./encoding.js";
import { Malformed, WrongKey } from "./errors.js";
import { fresh, sodium } from "./random.js";

const VERSION = new Uint8Array([1]);
const NONCE = 24;
const KEY = 32;
const OVERHEAD = 1 + NONCE + 16;

/**
 * Seal under a 32-byte key with associated data; `nonce` (24 bytes) only for tests. Throws Malformed.
 * @param {Uint8Array} key @param {Uint8Array} plain @param {Uint8Array} aad @param {Uint8Array} [nonce]
 * @returns {Uint8Array}
 */
export function sealAead(key, plain, aad, nonce = fresh(NONCE)) {
  sized(key, KEY, "key");
  sized(nonce, NONCE, "nonce");
  return concat(VERSION, nonce, sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, null, nonce, key));
}

/**
 * Open; throws Malformed for another version or length, WrongKey if key, data or aad do not fit.
 * @param {Uint8Array} key @param {Uint8Array} sealed @param {Uint8Array} aad @returns {Uint8Array}
 */
export function openAead(key, sealed, aad) {
  sized(key, KEY, "key");
  if (sealed.length < OVERHEAD || sealed[0] !== VERSION[0]) throw new Malformed("sealed bytes");
  const nonce = sealed.subarray(1, 1 + NONCE);
  const box = sealed.subarray(1 + NONCE);
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, aad, nonce, key);
  } catch {
    throw new WrongKey("sealed bytes");
  }
}
