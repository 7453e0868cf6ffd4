/** The school's root key: made once, printed, used for the founding and for emergencies only. */
import { H } from "./digest.js";
import { utf8 } from "./encoding.js";
import { SigningKey } from "./identity.js";
import { CODE, ROOT } from "./labels.js";
import { newCode, readCode } from "./paper.js";

export const GROUPS = 8;

/** A fresh root code as it is printed, and its key. @param {Uint8Array} [source] @returns {[string, SigningKey]} */
export function newRoot(source) {
  const code = newCode(GROUPS, source);
  return [code, readRoot(code)];
}

/** The root key of a typed code; throws CodeError. @param {string} text */
export function readRoot(text) {
  return new SigningKey(H(ROOT, utf8(readCode(text, GROUPS))));
}

/** Six groups of five digits that people compare. @param {Uint8Array} root */
export function fingerprint(root) {
  const bytes = H(CODE, root).slice(0, 15);
  const nibbles = [...bytes].flatMap((byte) => [byte >> 4, byte & 15]);
  const parts = Array.from({ length: 6 }, (_, at) => nibbles.slice(at * 5, at * 5 + 5).reduce((sum, nibble) => sum * 16 + nibble, 0));
  return parts.map((part) => String(part % 100000).padStart(5, "0")).join(" ");
}
