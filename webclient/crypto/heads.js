/**
 * The exact fields of everything that is signed, as data; an unknown or missing field is an error.
 *
 * A field's shape: `id` (32 bytes as base64url), `short` (16 bytes), `id?` (or empty), `text`, `int`, `count` (from 1,
 * below 2^32), `flag` (0 or 1), `ids`, `shorts`, `refs` (ids or "self"), `pair` ([place, tip] or empty), `letter` ({}
 * or {key, to}), `signer` (id or "root"), `who` (the same or "invitation").
 */
import { isObject, parse, parseCanonical, unb64 } from "./encoding.js";
import { Malformed } from "./errors.js";

/** @typedef {Record<string, any>} Head */
/** @typedef {Record<string, string>} Fields */

export const VERSION = 1;
/** The largest count: links, epochs and revisions are hashed as unsigned 32-bit numbers. */
export const MOST = 2 ** 32 - 1;
/** The kind of a record that deletes another one. */
export const GONE = "gone";

/** @type {Fields} */
export const PERSON = { box: "id", kind: "text", n: "count", previous: "id?", sign: "id", v: "int" };
/** @type {Fields} */
export const LINK = {
  author: "who", box: "id", circle: "id?", closed: "pair", epoch: "count", kind: "text", managers: "refs", n: "count",
  open: "flag", previous: "id?", readers: "id", seat: "id?", sort: "text", time: "int", v: "int", writers: "refs",
};
/** @type {Fields} */
export const RECORD = {
  author: "id", blobs: "shorts", circle: "id", epoch: "count", id: "short", kind: "text", letter: "letter",
  replaces: "id?", revision: "count", seat: "id", seen: "pair", time: "int", v: "int",
};
/** @type {Fields} */
const ACT = { author: "signer", kind: "text", n: "int", previous: "id", seat: "id?", time: "int", v: "int" };
/** @type {Record<string, Fields>} */
export const ACTS = {
  school: { ...ACT, root: "id" },
  charter: { ...ACT, desk: "id", office: "id", school: "id", staff: "id" },
  invitation: {
    ...ACT, circles: "ids", deadline: "int", from: "int", locator: "short", role: "text", seat_of: "id", sign: "id",
    until: "int",
  },
  group: { ...ACT, group: "id", parents: "id", quiet: "id", register: "id", team: "id" },
  end: { ...ACT, seat_of: "id" },
  protect: { ...ACT, circles: "ids" },
  approve: { ...ACT, circles: "ids", locator: "short" },
  renew: { ...ACT, circles: "ids", locator: "short", replaces: "id" },
  server: { ...ACT, host: "text", key: "id" },
  peer: { ...ACT, host: "text", root: "id" },
  unpeer: { ...ACT, root: "id" },
};

/**
 * The head of canonical JSON with exactly these fields; throws Malformed.
 * @param {string} text @param {Fields} fields @returns {Head}
 */
export function readHead(text, fields) {
  const head = parseCanonical(text, new Set(Object.keys(fields)));
  for (const [name, shape] of Object.entries(fields)) {
    if (!SHAPES[shape](head[name])) throw new Malformed("field");
  }
  if (head.v !== VERSION) throw new Malformed("version");
  return head;
}

/** The head of an act of any known kind; throws Malformed. @param {string} text @returns {Head} */
export function readAct(text) {
  return readHead(text, ACTS[actKind(text)]);
}

/**
 * The kind that an act's text claims, before anything else in it is believed; throws Malformed.
 * @param {string} text @returns {string}
 */
export function actKind(text) {
  const head = parse(text);
  const kind = isObject(head) ? head.kind : null;
  if (typeof kind !== "string" || !Object.hasOwn(ACTS, kind)) throw new Malformed("kind");
  return kind;
}

/** @param {any} value @param {number} [size] */
function isBytes(value, size = 32) {
  return unb64(value, size).length === size;
}

/** @param {any} value @param {string[]} [allowed] @param {number} [size] */
function isList(value, allowed = [], size = 32) {
  return Array.isArray(value) && value.every((item) => allowed.includes(item) || isBytes(item, size));
}

/** @param {any} value */
function isPair(value) {
  if (!Array.isArray(value) || value.length === 0) return Array.isArray(value);
  return value.length === 2 && typeof value[0] === "number" && isBytes(value[1]);
}

/** @param {any} value */
function isLetter(value) {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  return names.length === 0 || (String(names) === "key,to,until" && isBytes(value.key) && isBytes(value.to) && typeof value.until === "number");
}

/** Numbers are whole here: canonical text has no others. @type {Record<string, (value: any) => boolean>} */
const SHAPES = {
  id: (value) => isBytes(value),
  short: (value) => isBytes(value, 16),
  "id?": (value) => value === "" || isBytes(value),
  who: (value) => value === "root" || value === "invitation" || isBytes(value),
  signer: (value) => value === "root" || isBytes(value),
  text: (value) => typeof value === "string",
  int: (value) => typeof value === "number",
  count: (value) => typeof value === "number" && value >= 1 && value <= MOST,
  flag: (value) => value === 0 || value === 1,
  ids: (value) => isList(value),
  shorts: (value) => isList(value, [], 16),
  refs: (value) => isList(value, ["self"]),
  pair: isPair,
  letter: isLetter,
};
