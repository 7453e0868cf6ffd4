/** The school's root key: made once, printed, used for the founding and for emergencies only. */
import { H } from "./digest.js";
import { sized, utf8 } from "./encoding.js";
import { PUBLIC, SigningKey } from "./identity.js";
import { CODE, ROOT } from "./labels.js";
import { newCode, readCode } from "./paper.js";

export const GROUPS = 8;
const NIBBLES = 5;

/**
 * A fresh root code (160 bits) as it is printed, and its key.
 * @param {Uint8Array} [source] only for tests @returns {[string, SigningKey]}
 */
export function newRoot(source) {
  const code = newCode(GROUPS, source);
  return [code, readRoot(code)];
}

/** The root key of a typed code; throws CodeError with the group at fault. @param {string} text */
export function readRoot(text) {
  return new SigningKey(H(ROOT, utf8(readCode(text, GROUPS))));
}

/**
 * Six groups of five digits that people compare, from a root public key; throws Malformed.
 * @param {Uint8Array} root @returns {string}
 */
export function fingerprint(root) {
  const digest = H(CODE, sized(root, PUBLIC, "root key"));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const parts = Array.from({ length: 6 }, (_, at) => parseInt(hex.slice(at * NIBBLES, (at + 1) * NIBBLES), 16));
  return parts.map((part) => String(part % 100000).padStart(5, "0")).join(" ");
}
