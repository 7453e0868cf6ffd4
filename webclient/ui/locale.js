/** Words, dates and numbers in the person's language: Dutch first, English beside it (Fluent). */
import { signal } from "../lib/signals.js";
import { hasIn, LANGUAGES, loadWords, tIn } from "./words.js";

export { LANGUAGES, tIn } from "./words.js";
export const language = signal("nl");
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];
const ZONE = "Europe/Amsterdam";
const KEPT = "kring.language";
/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [["week", 604_800], ["day", 86_400], ["hour", 3600], ["minute", 60]];

/** Choose a language: the stored one, else the browser's, else Dutch. @param {string} [wanted] */
export async function loadLocale(wanted) {
  const chosen = pickLanguage([wanted, localStorage.getItem(KEPT), ...navigator.languages]);
  if (wanted) localStorage.setItem(KEPT, wanted);
  await loadWords(chosen);
  language.value = chosen;
  document.documentElement.lang = chosen;
  document.documentElement.dir = directionOf(chosen);
}

/** The first wish that there are words for, else Dutch. @param {(string | null | undefined)[]} wishes language tags, the strongest wish first */
export function pickLanguage(wishes) {
  return wishes.map((one) => (one ?? "").slice(0, 2).toLowerCase()).find((one) => LANGUAGES.includes(one)) ?? LANGUAGES[0];
}

/** Which way a language is written. @param {string} chosen */
export function directionOf(chosen) {
  return RIGHT_TO_LEFT.includes(chosen.slice(0, 2)) ? "rtl" : "ltr";
}

/** The text of a key; the key itself where a text is missing. @param {string} key @param {Record<string, string | number>} [values] @returns {string} */
export function t(key, values = {}) {
  return tIn(language.value, key, values);
}

/** The other language than the one on the screen, loaded: letters carry both. @returns {Promise<string>} */
export async function loadOther() {
  const other = LANGUAGES.find((one) => one !== language.value) ?? "en";
  await loadWords(other);
  return other;
}

/** Whether there is a text for a key. @param {string} key */
export function has(key) {
  return hasIn(language.value, key);
}

/** The words for an error that was thrown; every code has its own, and says what to do. @param {unknown} error @returns {string} */
export function errorText(error) {
  const { code = "unknown", group = 0, facts } = /** @type {any} */ (error ?? {});
  if (has(`error-${code}`)) return t(`error-${code}`, { group });
  return facts?.detail ?? t("error-unknown");
}

/** A day and hour as people say it: today, yesterday, else the date. @param {number} at ms UTC */
export function when(at) {
  const time = new Date(at);
  const day = (/** @type {Date} */ date) => new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(date);
  const clock = new Intl.DateTimeFormat(language.value, { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(time);
  if (day(time) === day(new Date())) return t("time-today", { clock });
  if (day(time) === day(new Date(Date.now() - 86_400_000))) return t("time-yesterday", { clock });
  return date(at);
}

/** How long ago, in words. @param {number} at ms UTC @param {number} [now] ms UTC */
export function ago(at, now = Date.now()) {
  const seconds = Math.round((at - now) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  if (unit === "second") return t("time-now");
  return new Intl.RelativeTimeFormat(language.value, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/** A date in words. @param {number} at ms UTC */
export function date(at) {
  return new Intl.DateTimeFormat(language.value, { timeZone: ZONE, weekday: "short", day: "numeric", month: "long" }).format(new Date(at));
}

/** The short name of a weekday. @param {number} at ms UTC */
export function weekdayName(at) {
  return new Intl.DateTimeFormat(language.value, { weekday: "short", timeZone: "UTC" }).format(at);
}

/** A list in words: "a, b and c". @param {string[]} parts */
export function listed(parts) {
  return new Intl.ListFormat(language.value, { type: "conjunction" }).format(parts);
}
