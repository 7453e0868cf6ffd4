/** Text and list forms with exactly one spelling each: what does not encode back to itself is refused. */
import { Malformed } from "./errors.js";

/** Objects and arrays inside each other, the outermost counted. */
export const DEEPEST = 6;
const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const CODES = ENCODER.encode(SYMBOLS);
const NO_VALUE = 255;
const VALUES = new Uint8Array(128).fill(NO_VALUE);
CODES.forEach((code, value) => (VALUES[code] = value));
const ALLOWED = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Base64url without padding (RFC 4648, section 5). @param {Uint8Array} data @returns {string} */
export function b64(data) {
  const codes = new Uint8Array(Math.ceil((data.length * 4) / 3));
  let written = 0;
  for (let at = 0; at < data.length; at += 3) {
    const bits = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2]; // past the end: 0
    const end = Math.min(written + 4, codes.length);
    for (let shift = 18; written < end; shift -= 6) codes[written++] = CODES[(bits >> shift) & 63];
  }
  return DECODER.decode(codes);
}

/**
 * The bytes of canonical unpadded base64url; `size` demands a length. Throws Malformed.
 * @param {string} text @param {number} [size] @returns {Uint8Array}
 */
export function unb64(text, size) {
  const data = decode(text);
  if (b64(data) !== text || (size !== undefined && data.length !== size)) {
    throw new Malformed("not canonical base64url, or not of this length");
  }
  return data;
}

/**
 * The data itself if it has exactly this many bytes: the check at every door. Throws Malformed.
 * @param {Uint8Array} data @param {number} size @param {string} what @returns {Uint8Array}
 */
export function sized(data, size, what) {
  if (!(data instanceof Uint8Array) || data.length !== size) throw new Malformed(what);
  return data;
}

/** Each part behind its length as u32 big-endian: no two lists share an encoding. @param {...Uint8Array} parts */
export function lp(...parts) {
  return concat(...parts.flatMap((part) => [u32(part.length), part]));
}

/** The number as four bytes, big-endian. @param {number} number */
export function u32(number) {
  return new Uint8Array([number >>> 24, number >>> 16, number >>> 8, number]);
}

/** Bytes one behind the other. @param {...Uint8Array} parts */
export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The UTF-8 bytes of a text; throws Malformed for what has none, which browsers would replace. @param {string} text */
export function utf8(text) {
  if (typeof text !== "string" || LONE_SURROGATE.test(text)) throw new Malformed("text");
  return ENCODER.encode(text);
}

/**
 * The one spelling of a head: sorted keys, no blanks, plain ASCII, whole numbers; throws Malformed.
 * @param {Record<string, any>} value @returns {string}
 */
export function canonical(value) {
  if (!isObject(value)) throw new Malformed("not an object");
  return write(value, 0);
}

/**
 * The object of canonical JSON, with exactly these keys if given; throws Malformed for any other text.
 * @param {string} text @param {Set<string>} [keys] @returns {Record<string, any>}
 */
export function parseCanonical(text, keys) {
  const value = parse(text);
  if (canonical(value) !== text) throw new Malformed("not canonical JSON");
  const names = Object.keys(value);
  if (keys && (names.length !== keys.size || !names.every((name) => keys.has(name)))) throw new Malformed("fields");
  return value;
}

/** What JSON says, nothing of it believed yet; throws Malformed. @param {string} text @returns {any} */
export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed("not JSON");
  }
}

/** Whether this is an object as JSON has them. @param {unknown} value @returns {value is Record<string, unknown>} */
export function isObject(value) {
  if (typeof value !== "object" || value === null) return false;
  const parent = Object.getPrototypeOf(value);
  return parent === null || Object.getPrototypeOf(parent) === null;
}

/** @param {string} text */
function decode(text) {
  if (typeof text !== "string") throw new Malformed("not base64url");
  const data = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let written = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)] ?? NO_VALUE;
    if (value === NO_VALUE) throw new Malformed("not base64url");
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) data[written++] = bits >> (held -= 8);
  }
  return data;
}

/** @param {any} value @param {number} above how many objects and arrays are around it @returns {string} */
function write(value, above) {
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return writeNumber(value);
  if (above >= DEEPEST) throw new Malformed("too deep");
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, above + 1)).join(",")}]`;
  if (!isObject(value)) throw new Malformed("a kind of value that heads do not have");
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${writeText(name)}:${write(value[name], above + 1)}`).join(",")}}`;
}

/** @param {string} text */
function writeText(text) {
  if (!ALLOWED.test(text)) throw new Malformed("text outside the allowed symbols");
  return `"${text}"`;
}

/** @param {number} number */
function writeNumber(number) {
  if (!Number.isSafeInteger(number) || number < 0 || Object.is(number, -0)) throw new Malformed("number out of range");
  return String(number);
}
