/** Both languages say the same things: the same keys, with the same values to fill in, and no key without words. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { FluentBundle, FluentResource } from "../../webclient/lib/fluent.js";

const CLIENT = new URL("../../webclient/", import.meta.url);
const TEXTS = { nl: read("nl"), en: read("en") };

/** @param {string} language */
function read(language) {
  return readFileSync(new URL(`locales/${language}.ftl`, CLIENT), "utf8");
}

/** Key -> what stands behind it, as far as the next key. @param {string} text @returns {Map<string, string>} */
function entries(text) {
  return new Map([...text.matchAll(/^([a-z][a-z0-9-]*) =((?:.*)(?:\n[ \t]+.*)*)/gm)].map(([, key, words]) => [key, words.trim()]));
}

/** The values that a text asks for. @param {string} words */
function values(words) {
  return [...new Set([...words.matchAll(/\$([a-z]+)/g)].map(([, name]) => name))].sort();
}

const [NL, EN] = [entries(TEXTS.nl), entries(TEXTS.en)];

test("both languages hold the same keys", () => {
  assert.deepEqual([...NL.keys()].sort(), [...EN.keys()].sort());
});

test("no key stands twice in a file", () => {
  for (const text of Object.values(TEXTS)) {
    const keys = [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, key]) => key);
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), []);
  }
});

test("both ask for the same values", () => {
  assert.deepEqual([...NL].filter(([key, words]) => String(values(words)) !== String(values(EN.get(key) ?? ""))).map(([key]) => key), []);
});

test("every key has words that can be said", () => {
  for (const [language, text] of Object.entries(TEXTS)) {
    const bundle = new FluentBundle(language, { useIsolating: false });
    assert.deepEqual(bundle.addResource(new FluentResource(text)), []);
    for (const [key, words] of entries(text)) assert.deepEqual(said(bundle, key, words), [], `${language} ${key}`);
  }
});

test("every text that the client asks for by name is there", () => {
  const asked = sources().flatMap((text) => [...text.matchAll(/\bt\("([a-z0-9-]+)"/g)].map(([, key]) => key));
  assert.ok(asked.length > 100);
  assert.deepEqual([...new Set(asked)].filter((key) => !NL.has(key)), []);
});

test("nobody reads about epochs or sealing", () => {
  const crypto = /\b(sleutelpaar|epoch|verzegel\w*|versleutel\w*|cryptograf\w*)\b/i;
  assert.deepEqual([...NL].filter(([, words]) => crypto.test(words)).map(([key]) => key), []);
});

/** What goes wrong when a key is said with every value it asks for. @param {FluentBundle} bundle @param {string} key @param {string} words */
function said(bundle, key, words) {
  const value = bundle.getMessage(key)?.value;
  if (!value) return ["no words"];
  /** @type {Error[]} */
  const errors = [];
  const text = bundle.formatPattern(value, Object.fromEntries(values(words).map((name) => [name, 3])), errors);
  return text.trim() ? errors : ["nothing said"];
}

/** The text of every module and part. */
function sources() {
  return ["ui/", "modules/"].map((room) => new URL(room, CLIENT)).flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, room), "utf8")));
}
