/** Lengths that tell little: Padmé (Nikitin and others, "Reducing Metadata Leakage", PETS 2019). */
import { Malformed } from "./errors.js";

export const SMALLEST = 256;
const MARK = 0x80;

/** The padded length for `length` bytes (at least 2). @param {number} length */
export function padme(length) {
  const exponent = 31 - Math.clz32(length);
  const mask = 2 ** (exponent - (32 - Math.clz32(exponent))) - 1;
  return Math.floor((length + mask) / (mask + 1)) * (mask + 1);
}

/** `data ‖ 80 ‖ 00…` up to the padded length. @param {Uint8Array} data */
export function pad(data) {
  const padded = new Uint8Array(padme(Math.max(SMALLEST, data.length + 1)));
  padded.set(data);
  padded[data.length] = MARK;
  return padded;
}

/** The data of `pad`; throws Malformed. @param {Uint8Array} padded */
export function unpad(padded) {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== MARK || padme(Math.max(SMALLEST, end + 1)) !== padded.length) throw new Malformed("padding");
  return padded.slice(0, end);
}
