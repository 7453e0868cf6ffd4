/** Which language, which direction, and how long ago. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ago, directionOf, language, listed, pickLanguage } from "../../webclient/ui/locale.js";

const NOW = Date.UTC(2026, 10, 24, 8, 0);
const MINUTE = 60_000;

test("the chosen language wins, then the browser's, then Dutch", () => {
  assert.equal(pickLanguage(["en", "nl", "nl-NL"]), "en");
  assert.equal(pickLanguage([undefined, null, "pl", "en-GB"]), "en");
  assert.equal(pickLanguage([undefined, null, "pl"]), "nl");
});

test("a language without words is never chosen", () => {
  assert.equal(pickLanguage(["tlh", "xx"]), "nl");
});

test("Arabic runs from right to left, Dutch does not", () => {
  assert.deepEqual(["ar", "ar-MA", "nl", "en"].map(directionOf), ["rtl", "rtl", "ltr", "ltr"]);
});

test("how long ago is said in the largest unit that fits", () => {
  language.value = "nl";
  assert.equal(ago(NOW - 5 * MINUTE, NOW), "5 minuten geleden");
  assert.equal(ago(NOW - 3 * 60 * MINUTE, NOW), "3 uur geleden");
  assert.equal(ago(NOW - 24 * 60 * MINUTE, NOW), "gisteren");
  assert.equal(ago(NOW + 7 * 24 * 60 * MINUTE, NOW), "volgende week");
});

test("a list reads as a sentence", () => {
  language.value = "nl";
  assert.equal(listed(["gezinnen van 3A", "leerkrachten 3A", "kantoor"]), "gezinnen van 3A, leerkrachten 3A en kantoor");
});
