/**
 * The vectors of `tests/vectors/` in JavaScript, the same in node and in a page: what each `fn` means (the table of
 * `tests/vectors/apply.py`), and whether a case comes out as written. Bytes are lower-case hex on both sides.
 */
import * as aead from "../../webclient/crypto/aead.js";
import * as ballot from "../../webclient/crypto/ballot.js";
import * as blob from "../../webclient/crypto/blob.js";
import * as circle from "../../webclient/crypto/circle.js";
import * as digest from "../../webclient/crypto/digest.js";
import * as encoding from "../../webclient/crypto/encoding.js";
import * as envelope from "../../webclient/crypto/envelope.js";
import { CodeError, CryptoError } from "../../webclient/crypto/errors.js";
import * as feed from "../../webclient/crypto/feed.js";
import * as identity from "../../webclient/crypto/identity.js";
import * as labels from "../../webclient/crypto/labels.js";
import * as codes from "../../webclient/crypto/compare.js";
import * as handover from "../../webclient/crypto/handover.js";
import * as lock from "../../webclient/crypto/lock.js";
import * as moving from "../../webclient/crypto/moving.js";
import * as pad from "../../webclient/crypto/pad.js";
import * as paper from "../../webclient/crypto/paper.js";
import { ready } from "../../webclient/crypto/random.js";
import * as root from "../../webclient/crypto/root.js";
import * as statement from "../../webclient/crypto/statement.js";
import * as token from "../../webclient/crypto/token.js";

export { ready };

/** @typedef {{name: string, fn: string, in: Record<string, any>, out?: any, error?: string, group?: number}} Case */

/** The sentences of all cases that don't come out as written. @param {Case[]} cases @returns {string[]} */
export function failures(cases) {
  return cases.map(compare).filter((text) => text !== "");
}

/** What differs from what is written, or "". @param {Case} given @returns {string} */
export function compare(given) {
  const { out, error, group } = given;
  const expected = spell(error === undefined ? { out: out ?? null } : { error, group });
  const found = spell(outcome(given.fn, given.in));
  return found === expected ? "" : `${given.fn}: ${given.name}: expected ${expected}, found ${found}`;
}

/** `{out}` or `{error, group}`. @param {string} fn @param {Record<string, any>} given */
export function outcome(fn, given) {
  try {
    return { out: FUNCTIONS[fn](given) ?? null };
  } catch (error) {
    if (error instanceof CodeError) return { error: error.code, group: error.group || undefined };
    if (error instanceof CryptoError) return { error: error.code };
    throw new Error(`${fn} failed with an error of no code: ${error}`, { cause: error });
  }
}

/** One spelling of a value: sorted keys, bytes as hex, nothing where there is nothing. @param {any} value */
export function spell(value) {
  return JSON.stringify(value ?? null, (_, item) => {
    if (item instanceof Uint8Array) return toHex(item);
    if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** @param {Uint8Array} data */
function toHex(data) {
  return [...data].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes, or undefined for an argument that is left out. @param {string} [text] @returns {any} */
function hex(text) {
  return text === undefined ? undefined : Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** @param {string} seed */
const key = (seed) => new identity.SigningKey(hex(seed));
/** @param {string} seed */
const box = (seed) => new identity.BoxKey(hex(seed));
/** @param {string} seed */
const epoch = (seed) => new circle.Epoch(hex(seed));

/** @type {Map<string, Uint8Array>} */
const roots = new Map();

/** Remembered within a run, since hashing as strongly as in earnest takes 64 MiB. @param {Record<string, any>} given */
function lockRoot({ secret, offer }) {
  const name = spell({ secret, offer });
  const found = roots.get(name) ?? lock.lockRoot(secret, offer);
  roots.set(name, found);
  return found;
}

/** @param {string} seed */
function keysOf(seed) {
  const keys = new identity.Identity(hex(seed));
  return { sign: keys.signing.public, box: keys.box.public, self_key: keys.selfKey };
}

/** @param {string} text */
function partsOf(text) {
  const { locator, signing, seatSeed, authentication } = token.readToken(text);
  return { locator, sign: signing.public, seat_seed: seatSeed, authentication };
}

/** @param {string} source */
function newRoot(source) {
  const [code, made] = root.newRoot(hex(source));
  return { code, public: made.public };
}

/** @param {Record<string, any>} given */
function chunks({ key: secret, blob_id, byte, size }) {
  return blob.sealChunks(hex(secret), hex(blob_id), new Uint8Array(size).fill(parseInt(byte, 16)));
}

/** @param {Record<string, any>} given */
function sealBlob(given) {
  const sealed = chunks(given);
  return { sizes: sealed.map((chunk) => chunk.length), hash: blob.blobHash(sealed) };
}

/** @param {Record<string, any>} given */
function openFromBlob(given) {
  const { key: secret, blob_id, take, index, last } = given;
  return blob.openChunk(hex(secret), hex(blob_id), index, last, chunks(given)[take]).length;
}

/** @param {Record<string, any>} given */
function checkInvitationMac({ token_text, root: school, act_hash, host, mac }) {
  return token.checkInvitationMac(token.readToken(token_text), hex(school), act_hash, host, mac);
}

/** @type {Record<string, (given: Record<string, any>) => any>} */
export const FUNCTIONS = {
  b64: ({ data }) => encoding.b64(hex(data)),
  unb64: ({ text, size }) => encoding.unb64(text, size),
  lp: ({ parts }) => encoding.lp(...parts.map(hex)),
  canonical: ({ value }) => encoding.canonical(value),
  parse_canonical: ({ text, keys }) => encoding.parseCanonical(text, keys && new Set(keys)),
  label: ({ name }) => Object.entries(labels).find(([label]) => label === name)?.[1],
  statement_context: ({ kind }) => labels.statementContext(kind),
  H: ({ context, data }) => digest.H(context, hex(data)),
  derive: ({ key: secret, context, number }) => digest.derive(hex(secret), context, number),
  keyed: ({ key: secret, data }) => digest.keyed(hex(secret), hex(data)),
  padme: ({ length }) => pad.padme(length),
  pad: ({ data }) => pad.pad(hex(data)),
  unpad: ({ padded }) => pad.unpad(hex(padded)),
  seal_aead: ({ key: secret, plain, aad, nonce }) => aead.sealAead(hex(secret), hex(plain), hex(aad), hex(nonce)),
  open_aead: ({ key: secret, sealed, aad }) => aead.openAead(hex(secret), hex(sealed), hex(aad)),
  signing_public: ({ seed }) => key(seed).public,
  box_public: ({ seed }) => box(seed).public,
  sign: ({ seed, context, message }) => key(seed).sign(context, hex(message)),
  verify: ({ public: shown, context, message, signature }) =>
    identity.verify(hex(shown), context, hex(message), hex(signature)),
  open_sealed: ({ seed, sealed }) => box(seed).open(hex(sealed)),
  seal: ({ public: shown, data }) => identity.seal(hex(shown), hex(data)),
  identity: ({ seed }) => keysOf(seed),
  person_statement: ({ seed }) => identity.personStatement(new identity.Identity(hex(seed))),
  renew_statement: ({ old, new: renewed, previous }) =>
    identity.renewStatement(new identity.Identity(hex(old)), new identity.Identity(hex(renewed)), previous),
  person_id: ({ statement: first }) => identity.personId(first),
  check_person: ({ statements }) => identity.checkPerson(statements),
  write_code: ({ symbols }) => paper.writeCode(symbols),
  new_code: ({ groups, source }) => paper.newCode(groups, hex(source)),
  read_code: ({ text, groups }) => paper.readCode(text, groups),
  new_sheet: ({ source }) => lock.newSheet(hex(source)),
  new_root: ({ source }) => newRoot(source),
  read_root: ({ text }) => root.readRoot(text).public,
  fingerprint: ({ public: shown }) => root.fingerprint(hex(shown)),
  new_token: ({ source }) => token.newToken(hex(source)),
  read_token: ({ text }) => partsOf(text),
  invitation_mac: ({ token_text, root: school, act_hash, host }) =>
    token.invitationMac(token.readToken(token_text), hex(school), act_hash, host),
  check_invitation_mac: checkInvitationMac,
  lock_root: lockRoot,
  check_offer: ({ offer }) => lock.checkOffer(offer),
  password_root: ({ password, salt, ops, mem }) => lock.passwordRoot(password, hex(salt), ops, mem),
  wrap_seed: ({ root: secret, offer, seed, person, nonce }) =>
    lock.wrapSeed(hex(secret), offer, hex(seed), person, hex(nonce)),
  open_lock: ({ root: secret, offer, wrapped, person }) => lock.openLock(hex(secret), offer, wrapped, person),
  login_public: ({ root: secret }) => lock.loginKey(hex(secret)).public,
  login_proof: ({ root: secret, challenge, expires, origin }) =>
    lock.loginProof(hex(secret), challenge, expires, origin),
  check_login: ({ login, challenge, expires, origin, signature }) =>
    lock.checkLogin(login, challenge, expires, origin, signature),
  new_handover: ({ source }) => handover.newHandover(hex(source)),
  handover_public: ({ code }) => handover.handoverPair(code).public,
  handover_number: ({ box: shown }) => handover.handoverNumber(hex(shown)),
  compare_code: ({ one, other }) => codes.compareCode(one, other),
  handover_id: ({ number }) => handover.handoverId(number),
  open_account: ({ code, sealed }) => handover.openAccount(handover.handoverPair(code), sealed),
  handover_proof: ({ seed, number, origin }) => handover.handoverProof(new identity.Identity(hex(seed)), number, origin),
  check_handover: ({ sign, number, origin, signature }) => handover.checkHandover(hex(sign), number, origin, signature),
  account_hash: ({ name, locks }) => moving.accountHash(name, locks),
  move_in_proof: ({ seed, account, number, origin, root: there }) =>
    moving.moveInProof(new identity.Identity(hex(seed)), account, number, origin, there),
  check_move_in: ({ sign, account, number, origin, root: there, signature }) =>
    moving.checkMoveIn(hex(sign), account, number, origin, there, signature),
  move_out_proof: ({ seed, origin, root: here, target, time }) =>
    moving.moveOutProof(new identity.Identity(hex(seed)), origin, here, target, time),
  check_move_out: ({ sign, origin, root: here, target, time, signature }) =>
    moving.checkMoveOut(hex(sign), origin, here, target, time, signature),
  new_scalar: ({ source }) => ballot.newScalar(hex(source)),
  ballot_public: ({ key: secret }) => ballot.ballotPublic(hex(secret)),
  blind_serial: ({ serial, blinding }) => ballot.blindSerial(hex(serial), hex(blinding)),
  evaluate: ({ key: secret, blinded, source }) => ballot.evaluate(hex(secret), hex(blinded), hex(source)),
  unblind: ({ public: shown, serial, blinding, element, proof }) =>
    ballot.unblind(hex(shown), hex(serial), hex(blinding), { element: hex(element), proof: hex(proof) }),
  check_ballot: ({ key: secret, serial, output }) => ballot.checkBallot(hex(secret), hex(serial), hex(output)),
  seal_answer: ({ box: shown, answer }) => ballot.sealAnswer(hex(shown), hex(answer)),
  open_answer: ({ seed, sealed }) => ballot.openAnswer(box(seed), sealed),
  new_secret: ({ source }) => feed.newSecret(hex(source)),
  feed_id: ({ text }) => feed.feedId(text),
  read_secret: ({ text }) => feed.readSecret(text),
  seal_in_feed: ({ secret, what, data, nonce }) => feed.sealInFeed(feed.readSecret(secret), what, hex(data), hex(nonce)),
  open_in_feed: ({ secret, what, sealed }) => feed.openInFeed(feed.readSecret(secret), what, hex(sealed)),
  mark: ({ secret, data }) => feed.mark(feed.readSecret(secret), hex(data)),
  sign_act: ({ seed, head }) => statement.signAct(key(seed), head),
  check_act: ({ public: shown, act }) => statement.checkAct(hex(shown), act),
  act_hash: ({ head }) => statement.actHash(head),
  next_tip: ({ tip, entry }) => statement.nextTip(tip, entry),
  epoch: ({ seed }) => (({ public: shown, content, history }) => ({ public: shown, content, history }))(epoch(seed)),
  readers_hash: ({ readers }) => circle.readersHash(readers),
  sign_link: ({ seed, head }) => circle.signLink(key(seed), head),
  check_link: ({ public: shown, link }) => circle.checkLink(hex(shown), link),
  link_hash: ({ head }) => circle.linkHash(head),
  open_grant: ({ seed, sealed, public: shown }) => circle.openGrant(box(seed), sealed, shown).seed,
  seal_history: ({ seed, before, circle_id, n, nonce }) =>
    circle.sealHistory(epoch(seed), epoch(before), circle_id, n, hex(nonce)),
  open_history: ({ seed, sealed, circle_id, n }) => circle.openHistory(epoch(seed), sealed, circle_id, n).seed,
  seal_record: ({ seed, content, head, data, nonce }) =>
    envelope.sealRecord(key(seed), hex(content), head, hex(data), hex(nonce)),
  seal_in_boxes: ({ seed, key: secret, head, data, boxes, nonce, until }) =>
    envelope.sealInBoxes(key(seed), hex(secret), head, hex(data), boxes, hex(nonce), until),
  gone: ({ seed, head }) => envelope.gone(key(seed), head),
  check_record: ({ public: shown, record }) => envelope.checkRecord(hex(shown), record),
  open_record: ({ content, record }) => envelope.openRecord(hex(content), record),
  open_letter: ({ seed, ref, record }) => envelope.openLetter(box(seed), ref, record),
  record_hash: ({ record }) => envelope.recordHash(record),
  boxes_hash: ({ boxes }) => envelope.boxesHash(boxes),
  blind: ({ boxes, keep }) => envelope.blind(boxes, keep),
  seal_blob: sealBlob,
  open_from_blob: openFromBlob,
  seal_chunk: ({ key: secret, blob_id, index, last, part }) =>
    blob.sealChunk(hex(secret), hex(blob_id), index, last, hex(part)),
  open_chunk: ({ key: secret, blob_id, index, last, sealed }) =>
    blob.openChunk(hex(secret), hex(blob_id), index, last, hex(sealed)),
};
