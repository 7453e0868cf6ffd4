/** Locks open an identity with a password or a printed sheet; the server keeps them and learns neither. */
import { openAead, sealAead } from "./aead.js";
import { derive, H, keyed } from "./digest.js";
import { b64, canonical, concat, unb64, utf8 } from "./encoding.js";
import { Malformed, ParametersDowngraded } from "./errors.js";
import { VERSION } from "./heads.js";
import { SigningKey, verify } from "./identity.js";
import { LOCK_KEYS, LOGIN, SHEET as SHEET_LABEL } from "./labels.js";
import { newCode, readCode } from "./paper.js";
import { fresh, sodium } from "./random.js";

/** @typedef {{id: string, kind: string, salt: string, ops: number, mem: number}} Offer */
/** @typedef {Offer & {login: string, wrapped: string}} Lock */

export const OPS = 3;
export const OPS_MOST = 10;
export const MEM = 64 * 2 ** 20;
export const MEM_MOST = 2 ** 30;
export const SALT = 16;
export const SHEET_GROUPS = 6;
export const PASSWORD = "password";
export const SHEET = "sheet";

/** A fresh recovery sheet's code as it is printed. @param {Uint8Array} [source] */
export function newSheet(source) {
  return newCode(SHEET_GROUPS, source);
}

/** The public part of a fresh password lock. @returns {Offer} */
export function passwordOffer() {
  return { id: b64(fresh(16)), kind: PASSWORD, salt: b64(fresh(SALT)), ops: OPS, mem: MEM };
}

/** A lock of a password around the identity seed. @param {string} password @param {Uint8Array} seed @param {string} person @returns {Lock} */
export function makePasswordLock(password, seed, person) {
  const offer = passwordOffer();
  return wrapSeed(lockRoot(password, offer), offer, seed, person);
}

/** A lock of a printed sheet around the identity seed. @param {string} code @param {Uint8Array} seed @param {string} person @returns {Lock} */
export function makeSheetLock(code, seed, person) {
  const offer = { id: b64(fresh(16)), kind: SHEET, salt: "", ops: 0, mem: 0 };
  return wrapSeed(lockRoot(code, offer), offer, seed, person);
}

/** The 32-byte root of a lock; throws ParametersDowngraded, Malformed, CodeError. @param {string} secret @param {Offer} offer @returns {Uint8Array} */
export function lockRoot(secret, offer) {
  if (offer.kind === SHEET) return H(SHEET_LABEL, utf8(readCode(secret, SHEET_GROUPS)));
  if (offer.kind !== PASSWORD) throw new Malformed("kind of lock");
  const weak = !(offer.ops >= OPS && offer.mem >= MEM);
  if (weak || offer.ops > OPS_MOST || offer.mem > MEM_MOST) throw new ParametersDowngraded("lock");
  return passwordRoot(secret, unb64(offer.salt, SALT), offer.ops, offer.mem);
}

/** Argon2id13 of the NFKC form, 32 bytes; callers check the parameters. @param {string} password @param {Uint8Array} salt @param {number} ops @param {number} mem @returns {Uint8Array} */
export function passwordRoot(password, salt, ops, mem) {
  return sodium.crypto_pwhash(32, utf8(password.normalize("NFKC")), salt, ops, mem, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

/** The complete lock: login key and wrapped seed. @param {Uint8Array} root @param {Offer} offer @param {Uint8Array} seed @param {string} person @param {Uint8Array} [nonce] @returns {Lock} */
export function wrapSeed(root, offer, seed, person, nonce) {
  const wrapped = sealAead(derive(root, LOCK_KEYS, 2), seed, aad(offer, person), nonce);
  return { ...offer, login: b64(loginKey(root).public), wrapped: b64(wrapped) };
}

/** The identity seed; throws WrongKey. @param {Uint8Array} root @param {Offer} offer @param {string} wrapped @param {string} person */
export function openLock(root, offer, wrapped, person) {
  return openAead(derive(root, LOCK_KEYS, 2), unb64(wrapped), aad(offer, person));
}

/** The key whose public half the server knows. @param {Uint8Array} root */
export function loginKey(root) {
  return new SigningKey(derive(root, LOCK_KEYS, 1));
}

/** The signature over a server's challenge, bound to the origin the client itself connected to. @param {Uint8Array} root @param {string} challenge @param {number} expires @param {string} origin */
export function loginProof(root, challenge, expires, origin) {
  return b64(loginKey(root).sign(LOGIN, signed(challenge, expires, origin)));
}

/** Verify a login proof; throws Tampered. @param {string} login @param {string} challenge @param {number} expires @param {string} origin @param {string} signature */
export function checkLogin(login, challenge, expires, origin, signature) {
  verify(unb64(login, 32), LOGIN, signed(challenge, expires, origin), unb64(signature));
}

/** The stable public part of a lock that does not exist. @param {Uint8Array} secret @param {string} name @param {string} kind @returns {Offer} */
export function falseLock(secret, name, kind) {
  const digest = keyed(secret, concat(utf8(kind), new Uint8Array(1), utf8(name)));
  if (kind === SHEET) return { id: b64(digest.slice(0, 16)), kind: SHEET, salt: "", ops: 0, mem: 0 };
  return { id: b64(digest.slice(0, 16)), kind: PASSWORD, salt: b64(digest.slice(16)), ops: OPS, mem: MEM };
}

/** @param {Offer} offer @param {string} person */
function aad({ id, kind, mem, ops, salt }, person) {
  return utf8(canonical({ id, kind, mem, ops, salt, person, v: VERSION }));
}

/** @param {string} challenge @param {number} expires @param {string} origin */
function signed(challenge, expires, origin) {
  return utf8(canonical({ challenge, expires, origin, v: VERSION }));
}
