/** libsodium, once it is ready, and the one source of randomness: its `randombytes_buf`. */
import sodium from "../lib/sodium.js";

/** libsodium's functions; await `ready()` once before anything else of this folder. */
export { sodium };

/** Resolves when everything in this folder can be called. @returns {Promise<void>} */
export async function ready() {
  await sodium.ready;
}

/** `size` unpredictable bytes. @param {number} size @returns {Uint8Array} */
export function fresh(size) {
  return sodium.randombytes_buf(size);
}
