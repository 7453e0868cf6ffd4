/**
 * Records and letters: a signed head, and a body sealed with that head as associated data.
 *
 * The author signs head and sealed body, so nothing can be moved to another circle, kind, author or time; a letter's
 * head also holds the hash of its key and of its boxes, so no recipient can be stripped, swapped or shown another text.
 */
import { openAead, sealAead } from "./aead.js";
import { H } from "./digest.js";
import { b64, canonical, concat, lp, sized, u32, unb64, utf8 } from "./encoding.js";
import { Malformed, Tampered, WrongKey } from "./errors.js";
import { GONE, MOST, readHead, RECORD as RECORD_FIELDS, VERSION } from "./heads.js";
import { PUBLIC, seal, SEALED, SIGNATURE, verify } from "./identity.js";
import { BODY, LETTER, RECORD } from "./labels.js";
import { pad, unpad } from "./pad.js";
import { fresh, sodium } from "./random.js";

/** (ref, epoch, sealed content key; or a recipient's box key). @typedef {[string, number, string]} Box */
/** @typedef {{head: string, body: string, signature: string, boxes: Box[]}} SealedRecord */
/** @typedef {import("./identity.js").SigningKey} SigningKey */
/** @typedef {Record<string, any>} Head */

const KEY = 32;
const DIGEST = 32;
/** The epoch of a box of which only the hash is shown. */
const BLIND = 0;

/**
 * A record of a head (without "v" and "letter") and its data, under a circle's content key.
 * `nonce` only for tests. Throws Malformed for a head that is not a record's, or a key of another length.
 * @param {SigningKey} signer @param {Uint8Array} content @param {Head} head @param {Uint8Array} data
 * @param {Uint8Array} [nonce] @returns {SealedRecord}
 */
export function sealRecord(signer, content, head, data, nonce) {
  return sealUnder(signer, content, { ...head, letter: {} }, data, [], nonce);
}

/**
 * A record under a fresh key, sealed to the recipients (circles, the author's seat among them).
 * Throws Malformed for a bad head or box key, nobody, or somebody twice.
 * `until`: ms UTC from when on the server keeps it no more, 0 = for good.
 * @param {SigningKey} signer @param {Head} head @param {Uint8Array} data @param {Box[]} recipients @param {number} [until]
 * @returns {SealedRecord}
 */
export function sealLetter(signer, head, data, recipients, until = 0) {
  const key = fresh(KEY);
  const sorted = [...recipients].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1));
  return sealInBoxes(signer, key, head, data, sorted.map((to) => boxFor(to, key)), undefined, until);
}

/**
 * A letter whose content key is already sealed in `boxes`; throws Malformed. `nonce` only for tests.
 * @param {SigningKey} signer @param {Uint8Array} key @param {Head} head @param {Uint8Array} data @param {Box[]} boxes
 * @param {Uint8Array} [nonce] @param {number} [until] @returns {SealedRecord}
 */
export function sealInBoxes(signer, key, head, data, boxes, nonce, until = 0) {
  if (boxes.length === 0) throw new Malformed("letter to nobody");
  const letter = { key: keyHash(key), to: boxesHash(boxes), until };
  return sealUnder(signer, key, { ...head, letter }, data, boxes, nonce);
}

/**
 * The signed head (kind `gone`, without "v" and "letter") that deletes a record; throws Malformed.
 * @param {SigningKey} signer @param {Head} head @returns {SealedRecord}
 */
export function gone(signer, head) {
  if (head.kind !== GONE) throw new Malformed("only a deletion has no body");
  return sign(signer, canonical({ ...head, letter: {}, v: VERSION }), new Uint8Array(), []);
}

/**
 * The head of a record whose signature and boxes hold; throws Tampered, Malformed.
 * The boxes of a letter are exactly the signed ones, in order of their refs, and a deletion has no body.
 * @param {Uint8Array} key @param {SealedRecord} record
 */
export function checkRecord(key, record) {
  verify(key, RECORD, message(record), unb64(record.signature, SIGNATURE));
  const head = readHead(record.head, RECORD_FIELDS);
  if (!Array.isArray(record.boxes)) throw new Malformed("boxes");
  const found = record.boxes.length > 0 ? boxesHash(record.boxes) : undefined;
  if (head.letter.to !== found) throw new Tampered("boxes");
  const isGone = head.kind === GONE;
  if ((record.body === "") !== isGone || (isGone && found)) throw new Malformed("body");
  return head;
}

/**
 * The data of a record (not a letter) under its circle's content key; throws WrongKey, Malformed.
 * @param {Uint8Array} content @param {SealedRecord} record @returns {Uint8Array}
 */
export function openRecord(content, record) {
  return unpad(openAead(content, unb64(record.body), aad(record.head)));
}

/**
 * The data of a letter, with the box key of the recipient `ref`; throws WrongKey, Tampered, Malformed.
 * @param {import("./identity.js").BoxKey} box @param {string} ref @param {SealedRecord} record @returns {Uint8Array}
 */
export function openLetter(box, ref, record) {
  return openCopy(letterKey(box, ref, record), record);
}

/** The key of a letter, as the recipient `ref` has it; throws WrongKey, Malformed. @param {import("./identity.js").BoxKey} box @param {string} ref @param {SealedRecord} record @returns {Uint8Array} */
export function letterKey(box, ref, record) {
  const found = record.boxes.find(([to, epoch]) => to === ref && epoch !== BLIND);
  if (!found) throw new WrongKey("not a recipient");
  return box.open(unb64(found[2]));
}

/** The data of a letter with its key, from whomever it comes; throws WrongKey, Tampered, Malformed. @param {Uint8Array} key @param {SealedRecord} record @returns {Uint8Array} */
export function openCopy(key, record) {
  if (keyHash(key) !== readHead(record.head, RECORD_FIELDS).letter.key) throw new Tampered("letter key");
  return openRecord(key, record);
}

/** The hash by which a record stands in its circle's log. @param {SealedRecord} record @returns {string} */
export function recordHash(record) {
  return b64(H(RECORD, message(record)));
}

/** The hash of a letter's boxes, blinded or not; throws Malformed, also if out of order. @param {Box[]} boxes @returns {string} */
export function boxesHash(boxes) {
  const hashes = boxes.map(boxHash);
  const refs = boxes.filter(([, epoch]) => epoch !== BLIND).map(([ref]) => ref);
  if (!refs.every((ref, at) => at === 0 || isBefore(refs[at - 1], ref))) throw new Malformed("order of boxes");
  return b64(H(LETTER, lp(...hashes)));
}

/**
 * The boxes as one recipient gets them: those for the refs in `keep`, of all others only the hash. So nobody learns
 * to whom else a letter went, and the author's signature over all boxes still holds.
 * @param {Box[]} boxes @param {string[]} keep @returns {Box[]}
 */
export function blind(boxes, keep) {
  return boxes.map((box) => (keep.includes(box[0]) ? box : [b64(boxHash(box)), BLIND, ""]));
}

/** @param {Box} recipient @param {Uint8Array} key @returns {Box} */
function boxFor([ref, epoch, box], key) {
  return [ref, epoch, b64(seal(unb64(box, PUBLIC), key))];
}

/** @param {Box} box @returns {Uint8Array} */
function boxHash(box) {
  if (!Array.isArray(box) || box.length !== 3) throw new Malformed("box");
  const [ref, epoch, sealed] = box;
  if (epoch === BLIND && sealed === "") return unb64(ref, DIGEST);
  if (!(Number.isInteger(epoch) && epoch >= 1 && epoch <= MOST)) throw new Malformed("epoch of a box");
  return H(LETTER, lp(utf8(ref), u32(epoch), unb64(sealed, KEY + SEALED)));
}

/** By code point, as UTF-8 sorts and JavaScript's own `<` does not. @param {string} a @param {string} b */
function isBefore(a, b) {
  return sodium.to_hex(utf8(a)) < sodium.to_hex(utf8(b));
}

/**
 * @param {SigningKey} signer @param {Uint8Array} key @param {Head} head @param {Uint8Array} data @param {Box[]} boxes
 * @param {Uint8Array} [nonce]
 */
function sealUnder(signer, key, head, data, boxes, nonce) {
  if (head.kind === GONE) throw new Malformed("a deletion has no body");
  const text = canonical({ ...head, v: VERSION });
  return sign(signer, text, sealAead(key, pad(data), aad(text), nonce), boxes);
}

/**
 * @param {SigningKey} signer @param {string} head @param {Uint8Array} body @param {Box[]} boxes
 * @returns {SealedRecord}
 */
function sign(signer, head, body, boxes) {
  readHead(head, RECORD_FIELDS);
  const record = { head, body: b64(body), signature: "", boxes };
  return { ...record, signature: b64(signer.sign(RECORD, message(record))) };
}

/** @param {Uint8Array} key */
function keyHash(key) {
  return b64(H(LETTER, sized(key, KEY, "key of a letter")));
}

/** @param {SealedRecord} record */
function message(record) {
  return lp(utf8(record.head), H(BODY, unb64(record.body)));
}

/** @param {string} head */
function aad(head) {
  return concat(new Uint8Array([1]), utf8(head));
}
