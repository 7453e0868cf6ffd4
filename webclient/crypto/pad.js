/** Lengths that tell little: Padmé (Nikitin and others, "Reducing Metadata Leakage", PETS 2019). */
import { Malformed } from "./errors.js";

export const SMALLEST = 256;
const MARK = 0x80;

/** The padded length for `length` bytes (at least 2): at most 12 % more. @param {number} length @returns {number} */
export function padme(length) {
  const exponent = bits(length) - 1;
  const step = 2 ** (exponent - bits(exponent));
  return Math.ceil(length / step) * step;
}

/** `data ‖ 80 ‖ 00…` up to the padded length. @param {Uint8Array} data @returns {Uint8Array} */
export function pad(data) {
  const padded = new Uint8Array(paddedLength(data.length));
  padded.set(data);
  padded[data.length] = MARK;
  return padded;
}

/** The data of `pad`; throws Malformed. @param {Uint8Array} padded @returns {Uint8Array} */
export function unpad(padded) {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (padded[end] !== MARK || paddedLength(end) !== padded.length) throw new Malformed("padding");
  return padded.slice(0, end);
}

/** @param {number} length */
function paddedLength(length) {
  return padme(Math.max(SMALLEST, length + 1));
}

/** How many binary digits a whole number has. @param {number} number */
function bits(number) {
  return number.toString(2).length;
}
