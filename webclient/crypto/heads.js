/** The exact fields of everything that is signed, as data; the same as `crypto/heads.py`. */
import { parseCanonical, unb64 } from "./encoding.js";
import { Malformed } from "./errors.js";

/** @typedef {Record<string, any>} Head */
/** @typedef {Record<string, string>} Fields */

/** @type {Fields} */
export const PERSON = { box: "id", kind: "text", n: "int", previous: "id?", sign: "id", v: "int" };
/** @type {Fields} */
export const LINK = {
  author: "who", box: "id", circle: "id?", closed: "pair", epoch: "int", kind: "text", managers: "refs", n: "int",
  open: "int", previous: "id?", readers: "id", seat: "id?", sort: "text", time: "int", v: "int", writers: "refs",
};
/** @type {Fields} */
export const RECORD = {
  author: "id", blobs: "shorts", circle: "id", epoch: "int", id: "short", kind: "text", letter: "letter",
  replaces: "id?", revision: "int", seat: "id", seen: "pair", time: "int", v: "int",
};
/** @type {Fields} */
const ACT = { author: "who", kind: "text", n: "int", previous: "id", seat: "id?", time: "int", v: "int" };
/** @type {Record<string, Fields>} */
export const ACTS = {
  school: { ...ACT, root: "id" },
  charter: { ...ACT, desk: "id", office: "id", school: "id", staff: "id" },
  invitation: { ...ACT, circles: "ids", deadline: "int", from: "int", locator: "short", role: "text", seat_of: "id", sign: "id", until: "int" },
  group: { ...ACT, group: "id", parents: "id", quiet: "id", register: "id", team: "id" },
  end: { ...ACT, seat_of: "id" },
};
export const VERSION = 1;

/** The head of canonical JSON with exactly these fields. @param {string} text @param {Fields} fields @returns {Head} */
export function readHead(text, fields) {
  const head = parseCanonical(text);
  const names = Object.keys(head);
  if (names.length !== Object.keys(fields).length || head.v !== VERSION) throw new Malformed("fields");
  for (const name of names) {
    const shape = Object.hasOwn(fields, name) ? SHAPES[fields[name]] : null;
    if (!shape) throw new Malformed("fields");
    shape(head[name]);
  }
  return head;
}

/** The head of an act of any known kind. @param {string} text @returns {Head} */
export function readAct(text) {
  const kind = parseCanonical(text).kind;
  if (typeof kind !== "string" || !Object.hasOwn(ACTS, kind)) throw new Malformed("kind");
  return readHead(text, ACTS[kind]);
}

/** @param {boolean} fits */
function demand(fits) {
  if (!fits) throw new Malformed("field");
}

/** @param {any} value @param {number} [size] */
function id(value, size = 32) {
  demand(typeof value === "string");
  unb64(value, size);
}

/** @param {any} value @param {string[]} words */
function unless(value, words) {
  if (!words.includes(value)) id(value);
}

/** @param {any} value @param {string[]} allowed @param {number} [size] */
function list(value, allowed, size = 32) {
  demand(Array.isArray(value));
  for (const item of value) if (!allowed.includes(item)) id(item, size);
}

/** @param {any} value */
function pair(value) {
  demand(Array.isArray(value) && (value.length === 0 || value.length === 2));
  if (value.length === 0) return;
  demand(typeof value[0] === "number");
  id(value[1]);
}

/** @param {any} value */
function letter(value) {
  demand(typeof value === "object" && value !== null && !Array.isArray(value));
  const names = Object.keys(value);
  if (names.length === 0) return;
  demand(names.length === 2 && "key" in value && "to" in value);
  id(value.key);
  id(value.to);
}

/** @type {Record<string, (value: any) => void>} */
const SHAPES = {
  id: (value) => id(value),
  short: (value) => id(value, 16),
  "id?": (value) => unless(value, [""]),
  who: (value) => unless(value, ["root", "invitation"]),
  text: (value) => demand(typeof value === "string"),
  int: (value) => demand(typeof value === "number"),
  ids: (value) => list(value, []),
  shorts: (value) => list(value, [], 16),
  refs: (value) => list(value, ["self"]),
  pair,
  letter,
};
