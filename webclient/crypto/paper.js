/**
 * Codes for paper: groups of five Crockford symbols, of which the last checks its group.
 *
 * A typing error is found and named by its group, and so are two groups in the wrong order, because a group's number
 * takes part in its check symbol (Luhn modulo 32).
 */
import { sized } from "./encoding.js";
import { CodeGroup, CodeLength, CodeSymbol } from "./errors.js";
import { fresh } from "./random.js";

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const PAYLOAD = 4;
export const GROUP = PAYLOAD + 1;
const SKIPPED = /[ \-\t\r\n\u00a0]/g;
/** @type {Record<string, string>} */
const ALIKE = { O: "0", I: "1", L: "1" };

/**
 * A fresh code of `groups` groups with blanks between them; `source`: 4 bytes a group, for tests. Throws Malformed.
 * @param {number} groups @param {Uint8Array} [source] @returns {string}
 */
export function newCode(groups, source = fresh(groups * PAYLOAD)) {
  sized(source, groups * PAYLOAD, "source of a code");
  return writeCode(Array.from(source, (byte) => ALPHABET[byte % 32]).join(""));
}

/** The printed form of payload symbols: checks added, blanks between the groups. @param {string} symbols */
export function writeCode(symbols) {
  return split(symbols, PAYLOAD).map((part, index) => part + check(index, part)).join(" ");
}

/**
 * The payload symbols of a typed code, forgiving in case, blanks, hyphens, O, I and L.
 *
 * Throws, in this order: CodeSymbol with the group at fault (from 1), CodeLength, CodeGroup with the first group at
 * fault.
 * @param {string} text @param {number} groups @returns {string}
 */
export function readCode(text, groups) {
  const typed = Array.from(text.replace(SKIPPED, ""), meant);
  const strange = typed.findIndex((symbol) => !ALPHABET.includes(symbol));
  if (strange >= 0) throw new CodeSymbol(Math.floor(strange / GROUP) + 1);
  if (typed.length !== groups * GROUP) throw new CodeLength();
  const parts = split(typed.join(""), GROUP);
  const wrong = parts.findIndex((part, index) => check(index, part.slice(0, PAYLOAD)) !== part[PAYLOAD]);
  if (wrong >= 0) throw new CodeGroup(wrong + 1);
  return parts.map((part) => part.slice(0, PAYLOAD)).join("");
}

/** The symbol that is meant by a typed one; only a-z have a case here (ı and ſ do not). @param {string} symbol */
function meant(symbol) {
  const upper = /^[a-z]$/.test(symbol) ? symbol.toUpperCase() : symbol;
  return ALIKE[upper] ?? upper;
}

/** @param {string} text @param {number} size */
function split(text, size) {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

/** @param {number} index @param {string} part */
function check(index, part) {
  const values = [index % 32, ...Array.from(part, (symbol) => ALPHABET.indexOf(symbol))].reverse();
  const total = values.reduce((sum, value, place) => {
    const product = value * (place % 2 ? 1 : 2);
    return sum + Math.floor(product / 32) + (product % 32);
  }, 0);
  return ALPHABET[(32 - (total % 32)) % 32];
}
