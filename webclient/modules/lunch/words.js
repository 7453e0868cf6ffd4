/** What a child may not eat, in words. */
import { t } from "../../ui/locale.js";

/** @param {Record<string, any>} told @returns {string} */
export function needWords(told) {
  const codes = (told.allergens ?? []).map((/** @type {string} */ code) => t(`allergen-${code}`));
  return [...codes, told.allergies, told.medication].filter(Boolean).join(" · ");
}
