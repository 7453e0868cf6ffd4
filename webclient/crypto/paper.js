/** Codes for paper: groups of five Crockford symbols, of which the last checks its group (Luhn modulo 32). */
import { CodeGroup, CodeLength, CodeSymbol } from "./errors.js";
import { fresh } from "./random.js";

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const PAYLOAD = 4;
export const GROUP = PAYLOAD + 1;

/** A fresh code of `groups` groups with blanks between them. @param {number} groups @param {Uint8Array} [source] 4 bytes a group */
export function newCode(groups, source = fresh(groups * PAYLOAD)) {
  return writeCode([...source].map((byte) => ALPHABET[byte % 32]).join(""));
}

/** The printed form of payload symbols. @param {string} symbols */
export function writeCode(symbols) {
  return chunks(symbols, PAYLOAD).map((part, index) => part + check(index, part)).join(" ");
}

/** The payload symbols of a typed code, forgiving in case, blanks, hyphens, O, I and L; throws CodeError. @param {string} text @param {number} groups */
export function readCode(text, groups) {
  const typed = text.replace(/[\s-]/g, "").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  [...typed].forEach((symbol, position) => {
    if (!ALPHABET.includes(symbol)) throw new CodeSymbol(Math.floor(position / GROUP) + 1);
  });
  if (typed.length !== groups * GROUP) throw new CodeLength();
  const parts = chunks(typed, GROUP);
  parts.forEach((part, index) => {
    if (check(index, part.slice(0, PAYLOAD)) !== part[PAYLOAD]) throw new CodeGroup(index + 1);
  });
  return parts.map((part) => part.slice(0, PAYLOAD)).join("");
}

/** @param {string} text @param {number} size */
function chunks(text, size) {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

/** @param {number} index @param {string} part */
function check(index, part) {
  const values = [index % 32, ...[...part].map((symbol) => ALPHABET.indexOf(symbol))].reverse();
  const total = values.reduce((sum, value, place) => {
    const product = value * (place % 2 ? 1 : 2);
    return sum + Math.floor(product / 32) + (product % 32);
  }, 0);
  return ALPHABET[(32 - (total % 32)) % 32];
}
