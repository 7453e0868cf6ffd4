/** Text and list forms with exactly one spelling each: what does not encode back to itself is refused. */
import { Malformed } from "./errors.js";

export const DEEPEST = 6;
const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...SYMBOLS].map((symbol, value) => [symbol, value]));
const ALLOWED = /^[ !#-[\]-~]*$/;

/** Base64url without padding (RFC 4648, section 5). @param {Uint8Array} data */
export function b64(data) {
  let text = "";
  for (let at = 0; at < data.length; at += 3) {
    const bits = (data[at] << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    const symbols = Math.min(data.length - at, 3) + 1;
    for (let index = 0; index < symbols; index++) text += SYMBOLS[(bits >> (18 - 6 * index)) & 63];
  }
  return text;
}

/** The bytes of canonical unpadded base64url; `size` demands a length. @param {string} text @param {number} [size] @returns {Uint8Array} */
export function unb64(text, size) {
  if (typeof text !== "string" || text.length % 4 === 1) throw new Malformed("not base64url");
  const data = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of text) {
    const value = VALUES.get(symbol);
    if (value === undefined) throw new Malformed("not base64url");
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) data[at++] = (bits >> (held -= 8)) & 255;
  }
  if (bits & ((1 << held) - 1)) throw new Malformed("not canonical base64url");
  if (size !== undefined && data.length !== size) throw new Malformed("not of this length");
  return data;
}

/** Each part behind its length as u32 big-endian. @param {...Uint8Array} parts */
export function lp(...parts) {
  return concat(...parts.flatMap((part) => [u32(part.length), part]));
}

/** A number as four bytes, big-endian. @param {number} number */
export function u32(number) {
  return new Uint8Array([number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]);
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

/** UTF-8 bytes of a text. @param {string} text */
export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** The one spelling of a head; throws Malformed. @param {Record<string, any>} value */
export function canonical(value) {
  if (!isObject(value)) throw new Malformed("not an object");
  return write(value, 0);
}

/** The object of canonical JSON; throws Malformed for any other spelling of it. @param {string} text @returns {Record<string, any>} */
export function parseCanonical(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed("not JSON");
  }
  if (canonical(value) !== text) throw new Malformed("not canonical JSON");
  return value;
}

/** @param {any} value @param {number} depth @returns {string} */
function write(value, depth) {
  if (depth > DEEPEST) throw new Malformed("too deep");
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return writeNumber(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  if (!isObject(value)) throw new Malformed("a kind of value that heads do not have");
  const parts = Object.keys(value).sort().map((key) => `${writeText(key)}:${write(value[key], depth + 1)}`);
  return `{${parts.join(",")}}`;
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

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
