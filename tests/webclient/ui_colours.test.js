/** The palette can be read: AAA for text, AA for everything else that carries meaning, in the light and in the dark. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const CSS = new URL("../../webclient/css/", import.meta.url);
const TOKENS = readFileSync(new URL("tokens.css", CSS), "utf8");
const DARK = block(':root[data-theme="dark"] {');
const THEMES = { light: block(":root {"), dark: DARK };
const [AAA, AA, SHAPE] = [7, 4.5, 3];

/** The colours of a block by name. @param {string} start */
function block(start) {
  const body = TOKENS.slice(TOKENS.indexOf(start)).split("}")[0];
  return Object.fromEntries([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]));
}

/** Relative luminance (WCAG 2.2). @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Pairs of a theme below a limit. @param {Record<string, string>} theme @param {[string, string][]} pairs @param {number} limit */
function below(theme, pairs, limit) {
  return pairs.filter(([front, back]) => contrast(theme[front], theme[back]) < limit);
}

for (const [name, theme] of Object.entries(THEMES)) {
  test(`text is AAA on paper and sheets (${name})`, () => {
    assert.deepEqual(below(theme, [["ink", "paper"], ["ink", "sheet"], ["muted", "paper"], ["muted", "sheet"], ["accent", "paper"], ["accent", "sheet"]], AAA), []);
  });
  test(`states and buttons are AA (${name})`, () => {
    const states = ["accent", "good", "care", "stop"].flatMap((one) => /** @type {[string, string][]} */ ([[one, "paper"], [one, "sheet"], [one, `${one}-soft`], ["ink", `${one}-soft`], ["muted", `${one}-soft`]]));
    assert.deepEqual(below(theme, [...states, ["accent-ink", "accent"]], AA), []);
  });
  test(`edges of fields can be seen (${name})`, () => {
    assert.deepEqual(below(theme, [["edge", "paper"], ["edge", "sheet"]], SHAPE), []);
  });
}

test("dark by the device and dark by choice are the same colours", () => {
  assert.deepEqual(block(':root:not([data-theme="light"]) {'), DARK);
});

test("white initials are AA on each of the twelve tones", () => {
  const tones = [...readFileSync(new URL("avatar.css", CSS), "utf8").matchAll(/--tone: (#[0-9a-f]{6})/g)].map(([, tone]) => tone);
  assert.equal(new Set(tones).size, 12);
  assert.deepEqual(tones.filter((tone) => contrast("#ffffff", tone) < AA), []);
});

test("no part names a colour of its own, but for the tones and for paper", () => {
  const own = ["tokens.css", "avatar.css", "paper.css", "print.css"];
  const parts = readdirSync(CSS).filter((name) => !own.includes(name));
  assert.deepEqual(parts.filter((name) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/.test(readFileSync(new URL(name, CSS), "utf8"))), []);
});

test("the start page and the page of parts load every style", () => {
  for (const page of ["index.html", "parts.html"]) {
    const text = readFileSync(new URL(`../${page}`, CSS), "utf8");
    assert.deepEqual(readdirSync(CSS).filter((name) => !text.includes(`/css/${name}`)), []);
  }
});
