/** Forms with one spelling each: what goes out comes back, and any other spelling is refused. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { b64, canonical, DEEPEST, lp, parseCanonical, unb64, utf8 } from "../../webclient/crypto/encoding.js";
import { Malformed } from "../../webclient/crypto/errors.js";
import { pad, padme, unpad } from "../../webclient/crypto/pad.js";
import { ALPHABET, newCode, readCode } from "../../webclient/crypto/paper.js";
import { fresh, ready } from "../../webclient/crypto/random.js";

await ready();

/** @param {number} below */
const any = (below) => Math.floor(Math.random() * below);

/** @template T @param {T[]} list @returns {T} */
const oneOf = (list) => list[any(list.length)];

/** @param {() => unknown} attempt @param {string} [what] */
const refused = (attempt, what) => assert.throws(attempt, Malformed, what);

/** Any value that canonical JSON has. @param {number} room how much deeper it may go @returns {any} */
function anyValue(room) {
  const kind = any(room > 0 ? 4 : 2);
  if (kind === 0) return oneOf([0, 1, any(2 ** 32), Number.MAX_SAFE_INTEGER]);
  if (kind === 1) return anyText();
  if (kind === 2) return Array.from({ length: any(4) }, () => anyValue(room - 1));
  return anyObject(room - 1);
}

/** @param {number} room */
function anyObject(room) {
  return Object.fromEntries(Array.from({ length: any(5) }, () => [anyText(), anyValue(room)]));
}

function anyText() {
  const text = Array.from({ length: any(9) }, () => String.fromCharCode(32 + any(95))).join("");
  return oneOf(["__proto__", "constructor", "10", "9", text.replace(/["\\]/g, "")]);
}

test("base64url of every length is node's own, and comes back", () => {
  for (let size = 0; size < 300; size++) {
    const data = fresh(size);
    assert.equal(b64(data), Buffer.from(data).toString("base64url"));
    assert.deepEqual(unb64(b64(data), size), data);
  }
});

test("base64url takes a mebibyte without effort", () => {
  const data = Uint8Array.from({ length: 2 ** 20 }, (_, at) => at % 251);
  assert.ok(Buffer.from(unb64(b64(data))).equals(data));
});

test("spare bits, padding, blanks and other alphabets are refused", () => {
  const spellings = ["AB", "AAB", "A", "AA==", "AA=", " AA", "AA\n", "A+", "A/", "A\u00c1", "A\u0141", "\ud800A"];
  for (const text of spellings) {
    refused(() => unb64(text), JSON.stringify(text));
  }
  refused(() => unb64("AAAA", 4));
  for (const wrong of /** @type {any[]} */ ([null, undefined, 4, ["AAAA"], new Uint8Array(3)])) {
    refused(() => unb64(wrong));
  }
});

test("any value comes back from its canonical text", () => {
  for (let turn = 0; turn < 500; turn++) {
    const text = canonical(anyObject(DEEPEST - 1));
    assert.equal(canonical(parseCanonical(text)), text);
  }
});

test("a canonical text with one character changed is refused or says something else", () => {
  for (let turn = 0; turn < 500; turn++) {
    const text = canonical({ a: [1, "b", 20], ...anyObject(3) });
    const at = any(text.length);
    const strange = oneOf(["", " ", "\t", "0", "-", ".", "e", "\\", '"', "\u00e9", ","]);
    const other = text.slice(0, at) + strange + text.slice(at + 1);
    try {
      assert.equal(canonical(parseCanonical(other)), other);
    } catch (error) {
      assert.ok(error instanceof Malformed, `${error} for ${other}`);
    }
  }
});

test("what JSON may say twice or otherwise is refused", () => {
  const written = ["1.0", "1e0", "-0", "01", "1.5", "-1", "9007199254740992", "1e999"];
  const numbers = written.map((number) => `{"a":${number}}`);
  const spellings = ['{"a":1,"a":1}', '{"b":1,"a":1}', '{"a": 1}', '{"a":1}\n', '{"a":"\\u0041"}'];
  const others = ['{"a":null}', '{"a":true}', "[]", "1", '"a"', "null", ""];
  for (const text of [...numbers, ...spellings, ...others]) refused(() => parseCanonical(text), text);
});

test("what is no plain object, list, text or whole number is never encoded", () => {
  const objects = [new Date(), new Map(), new Uint8Array(2), new (class Head {})(), [undefined], new Array(2), () => 1];
  const others = [undefined, null, true, NaN, Infinity, -0, 2 ** 53, 1n, Symbol("a"), "\u007f", "\n"];
  for (const value of [...objects, ...others]) {
    refused(() => canonical({ value }), typeof value);
  }
  refused(() => canonical(/** @type {any} */ ([])));
});

test("a head that names a prototype gets none", () => {
  const head = parseCanonical('{"__proto__":{"v":1},"a":2}');
  assert.equal(head.v, undefined);
  refused(() => parseCanonical('{"__proto__":{"v":1}}', new Set(["v"])));
});

test("lists of parts share no encoding", () => {
  assert.notDeepEqual(lp(utf8("ab"), utf8("c")), lp(utf8("a"), utf8("bc")));
  assert.notDeepEqual(lp(), lp(utf8("")));
});

test("half a symbol has no bytes", () => {
  for (const text of ["\ud83d", "a\udc4b", "\udc4b\ud83d"]) refused(() => utf8(text));
  assert.equal(utf8("\ud83d\udc4b").length, 4);
});

test("padding gives the data back and hides its length within steps", () => {
  for (let turn = 0; turn < 300; turn++) {
    const data = new Uint8Array(any(5000)).fill(oneOf([0, 0x80, any(256)]));
    const padded = pad(data);
    assert.deepEqual(unpad(padded), data);
    assert.equal(padded.length, padme(padded.length));
    refused(() => unpad(padded.subarray(0, -1)));
    refused(() => unpad(new Uint8Array([...padded, 0])));
  }
});

test("one wrong symbol in a code is found in its group", () => {
  for (let turn = 0; turn < 300; turn++) {
    const code = newCode(6);
    const at = any(code.length);
    if (code[at] === " ") continue;
    const wrong = oneOf([...ALPHABET].filter((symbol) => symbol !== code[at]));
    const group = Math.floor(at / 6) + 1;
    assert.throws(() => readCode(code.slice(0, at) + wrong + code.slice(at + 1), 6), { code: "code-group", group });
  }
});

test("two groups in the wrong order are found", () => {
  for (let turn = 0; turn < 100; turn++) {
    const groups = newCode(6).split(" ");
    const at = any(5);
    const swapped = groups.with(at, groups[at + 1]).with(at + 1, groups[at]);
    if (groups[at].slice(0, 4) === groups[at + 1].slice(0, 4)) continue;
    assert.throws(() => readCode(swapped.join(""), 6), { code: "code-group" });
  }
});
