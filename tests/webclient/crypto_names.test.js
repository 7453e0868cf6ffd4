/** Both languages have the same rooms: every public name of a Python file is exported by the JavaScript file. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as errors from "../../webclient/crypto/errors.js";
import * as labels from "../../webclient/crypto/labels.js";

const PYTHON = new URL("../../crypto/", import.meta.url);
const JAVASCRIPT = new URL("../../webclient/crypto/", import.meta.url);
/** What JavaScript has as a type only. */
const TYPES_ONLY = ["identity.Person", "ballot.Evaluation", "feed.Feed"];

const ROOMS = readdirSync(PYTHON)
  .filter((name) => /^[a-z]\w*\.py$/.test(name))
  .map((name) => name.slice(0, -3));

/** @param {string} room */
const source = (room) => readFileSync(new URL(`${room}.py`, PYTHON), "utf8");

/** @param {string} name */
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** All first groups of a pattern in a Python file. @param {string} room @param {RegExp} pattern */
const names = (room, pattern) => Array.from(source(room).matchAll(pattern), ([, name]) => name);

test("Python has the rooms that this test compares", () => {
  assert.ok(ROOMS.includes("envelope") && names("envelope", /^def ([a-z]\w*)/gm).includes("seal_record"));
});

for (const room of ROOMS) {
  test(`${room}.js exports every function and class of ${room}.py`, async () => {
    const exported = await import(new URL(`${room}.js`, JAVASCRIPT).href);
    const wanted = [...names(room, /^def ([a-zA-Z]\w*)/gm), ...names(room, /^class ([A-Z]\w*)/gm)];
    const missing = wanted.filter((name) => typeof exported[camel(name)] !== "function");
    assert.deepEqual(missing.filter((name) => !TYPES_ONLY.includes(`${room}.${name}`)), []);
  });

  test(`the classes of ${room}.js have the methods of those in ${room}.py`, async () => {
    const exported = await import(new URL(`${room}.js`, JAVASCRIPT).href);
    for (const [, name, body] of source(room).matchAll(/^class ([A-Z]\w*)(.*(?:\n(?: .*)?)*)/gm)) {
      for (const [, method] of body.matchAll(/^ {4}def ([a-z]\w*)/gm)) {
        assert.equal(typeof exported[name].prototype[camel(method)], "function", `${name}.${method}`);
      }
    }
  });
}

test("the labels are the same, one by one", () => {
  const written = Array.from(source("labels").matchAll(/^([A-Z_]+) = "(.*?)"/gm), ([, name, value]) => [name, value]);
  const here = Object.entries(labels).filter(([, value]) => typeof value === "string");
  assert.deepEqual(Object.fromEntries(here), Object.fromEntries(written));
});

test("the errors have the same codes", () => {
  const written = source("errors").matchAll(/^class (\w+)[^]*?^ {4}code = "(.*?)"/gm);
  for (const [, name, code] of written) {
    const Kind = /** @type {any} */ (errors)[name];
    assert.equal(new Kind().code, code, name);
    assert.ok(new Kind() instanceof errors.CryptoError);
  }
});
