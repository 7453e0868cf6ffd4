/** Sizes and shares in words. */
import { language } from "./locale.js";

/** @type {[number, Intl.NumberFormatOptions["unit"]][]} */
const UNITS = [[1e9, "gigabyte"], [1e6, "megabyte"], [1e3, "kilobyte"]];

/** How large a file is, as people say it. @param {number} bytes */
export function sizeText(bytes) {
  const [size, unit] = UNITS.find(([least]) => bytes >= least * 0.995) ?? [1, "byte"];
  const value = bytes / size;
  return new Intl.NumberFormat(language.value, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: size > 1e3 && value < 10 ? 1 : 0 }).format(value);
}

/** A share in whole percent; all only when it is all. @param {number} part @param {number} whole */
export function wholePercent(part, whole) {
  return whole ? Math.floor((100 * part) / whole) : 0;
}
