/** Records and letters: a signed head, and a body sealed with that head as associated data. */
import { openAead, sealAead } from "./aead.js";
import { H } from "./digest.js";
import { b64, canonical, concat, lp, u32, unb64, utf8 } from "./encoding.js";
import { Malformed, Tampered, WrongKey } from "./errors.js";
import { readHead, RECORD as RECORD_FIELDS, VERSION } from "./heads.js";
import { seal, verify } from "./identity.js";
import { BODY, LETTER, RECORD } from "./labels.js";
import { pad, unpad } from "./pad.js";
import { fresh } from "./random.js";

/** @typedef {{head: string, body: string, signature: string, boxes: [string, number, string][]}} SealedRecord */
/** @typedef {import("./identity.js").SigningKey} SigningKey */
/** @typedef {Record<string, any>} Head */

const KEY = 32;

/** A record of a head (without "v" and "letter") and its data. @param {SigningKey} signer @param {Uint8Array} content @param {Head} head @param {Uint8Array} data @returns {SealedRecord} */
export function sealRecord(signer, content, head, data) {
  return sealWith(signer, content, { ...head, letter: {} }, data, []);
}

/** A record under a fresh key, sealed to the recipients (ref, epoch, box key). @param {SigningKey} signer @param {Head} head @param {Uint8Array} data @param {[string, number, string][]} recipients @returns {SealedRecord} */
export function sealLetter(signer, head, data, recipients) {
  const key = fresh(KEY);
  const sorted = [...recipients].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const boxes = sorted.map(([ref, epoch, box]) => /** @type {[string, number, string]} */ ([ref, epoch, b64(seal(unb64(box, 32), key))]));
  return sealWith(signer, key, { ...head, letter: { key: keyHash(key), to: boxesHash(boxes) } }, data, boxes);
}

/** The signed head that deletes a record. @param {SigningKey} signer @param {Head} head @returns {SealedRecord} */
export function gone(signer, head) {
  return sign(signer, canonical({ ...head, letter: {}, v: VERSION }), new Uint8Array(), []);
}

/** The head of a record whose signature and boxes hold; throws Malformed, Tampered. @param {Uint8Array} key @param {SealedRecord} record */
export function checkRecord(key, record) {
  const head = readHead(record.head, RECORD_FIELDS);
  verify(key, RECORD, message(record), unb64(record.signature));
  const isLetter = "key" in head.letter;
  if (isLetter && boxesHash(record.boxes) !== head.letter.to) throw new Tampered("boxes");
  if (record.boxes.length > 0 !== isLetter || (record.body === "") !== (head.kind === "gone")) throw new Malformed("record");
  return head;
}

/** The data of a record (not a letter) under its circle's content key. @param {Uint8Array} content @param {SealedRecord} record */
export function openRecord(content, record) {
  return unpad(openAead(content, unb64(record.body), aad(record.head)));
}

/** The data of a letter, with the box key of the recipient `ref`. @param {import("./identity.js").BoxKey} box @param {string} ref @param {SealedRecord} record */
export function openLetter(box, ref, record) {
  const found = record.boxes.find((one) => one[0] === ref);
  if (!found) throw new WrongKey("not a recipient");
  const key = box.open(unb64(found[2]));
  if (keyHash(key) !== readHead(record.head, RECORD_FIELDS).letter.key) throw new Tampered("letter key");
  return openRecord(key, record);
}

/** The hash by which a record stands in its circle's log. @param {SealedRecord} record */
export function recordHash(record) {
  return b64(H(RECORD, message(record)));
}

/** The hash of a letter's boxes in order. @param {[string, number, string][]} boxes */
export function boxesHash(boxes) {
  return b64(H(LETTER, lp(...boxes.flatMap(([ref, epoch, box]) => [utf8(ref), u32(epoch), unb64(box)]))));
}

/** @param {SigningKey} signer @param {Uint8Array} key @param {Head} head @param {Uint8Array} data @param {[string, number, string][]} boxes */
function sealWith(signer, key, head, data, boxes) {
  const text = canonical({ ...head, v: VERSION });
  return sign(signer, text, sealAead(key, pad(data), aad(text)), boxes);
}

/** @param {SigningKey} signer @param {string} head @param {Uint8Array} body @param {[string, number, string][]} boxes @returns {SealedRecord} */
function sign(signer, head, body, boxes) {
  readHead(head, RECORD_FIELDS);
  const record = { head, body: b64(body), signature: "", boxes };
  return { ...record, signature: b64(signer.sign(RECORD, message(record))) };
}

/** @param {Uint8Array} key */
function keyHash(key) {
  return b64(H(LETTER, key));
}

/** @param {SealedRecord} record */
function message(record) {
  return lp(utf8(record.head), H(BODY, unb64(record.body)));
}

/** @param {string} head */
function aad(head) {
  return concat(new Uint8Array([1]), utf8(head));
}
