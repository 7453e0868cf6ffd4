/** Money in words, and a file to save: rows become CSV that no spreadsheet takes for a formula. */
import { csv } from "../absences/rules.js";
import { language } from "../../ui/locale.js";

/** Cents as people write them. @param {number} cents */
export function money(cents) {
  return new Intl.NumberFormat(language.value, { style: "currency", currency: "EUR" }).format(cents / 100);
}

/** What was typed as an amount, in cents; 0 for what is none. @param {string} text */
export function cents(text) {
  const found = Number(text.trim().replace(",", "."));
  return Number.isFinite(found) && found > 0 ? Math.round(found * 100) : 0;
}

/** Save rows as a file. @param {string} name @param {string[][]} rows */
export function saveTable(name, rows) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv(rows)], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
