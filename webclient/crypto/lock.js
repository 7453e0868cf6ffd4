/**
 * Locks open an identity with a password, a printed sheet or a passkey; the server keeps them and learns neither.
 *
 * A lock's root gives a login key (the server knows its public half and checks a signature) and a wrap key around the
 * identity seed. Parameters are part of the associated data, and floors are enforced here: a server that offers cheaper
 * hashing is refused. In a page, hash passwords with `slow.js`.
 */
import { openAead, sealAead } from "./aead.js";
import { derive, H, keyed } from "./digest.js";
import { b64, canonical, sized, unb64, utf8 } from "./encoding.js";
import { Malformed, ParametersDowngraded } from "./errors.js";
import { VERSION } from "./heads.js";
import { Identity, PUBLIC, SIGNATURE, SigningKey, verify } from "./identity.js";
import { LOCK_KEYS, LOGIN, PASSKEY as PASSKEY_LABEL, SHEET as SHEET_LABEL } from "./labels.js";
import { newCode, readCode } from "./paper.js";
import { fresh, sodium } from "./random.js";

/** The public part of a lock. @typedef {{id: string, kind: string, salt: string, ops: number, mem: number}} Offer */
/** @typedef {Offer & {login: string, wrapped: string}} Lock */

export const OPS = 3;
export const OPS_MOST = 10;
export const MEM = 64 * 2 ** 20;
export const MEM_MOST = 2 ** 30;
export const PASSWORD = "password";
export const SHEET = "sheet";
export const PASSKEY = "passkey";
/** The size of what an authenticator's pseudo-random function gives (WebAuthn Level 3, `prf`). */
export const PRF = 32;
const ID = 16;
const SALT = 16;
const CHALLENGE = 32;
const ROOT = 32;
const SHEET_GROUPS = 6;
const NO_HASHING = { salt: "", ops: 0, mem: 0 };

/** A fresh recovery sheet's code (120 bits) as it is printed. @param {Uint8Array} [source] only for tests */
export function newSheet(source) {
  return newCode(SHEET_GROUPS, source);
}

/** The public part of a fresh password lock: Argon2id13, 64 MiB, 3 passes (RFC 9106). @returns {Offer} */
export function passwordOffer() {
  return { id: b64(fresh(ID)), kind: PASSWORD, salt: b64(fresh(SALT)), ops: OPS, mem: MEM };
}

/**
 * A lock of a password around the identity seed.
 * @param {string} password @param {Uint8Array} seed @param {string} person @returns {Lock}
 */
export function makePasswordLock(password, seed, person) {
  const offer = passwordOffer();
  return wrapSeed(lockRoot(password, offer), offer, seed, person);
}

/**
 * A lock of a printed sheet around the identity seed; throws CodeError.
 * @param {string} code @param {Uint8Array} seed @param {string} person @returns {Lock}
 */
export function makeSheetLock(code, seed, person) {
  const offer = { id: b64(fresh(ID)), kind: SHEET, ...NO_HASHING };
  return wrapSeed(lockRoot(code, offer), offer, seed, person);
}

/** A lock of a passkey around the identity seed; throws Malformed. @param {string} prf @param {Uint8Array} seed @param {string} person @returns {Lock} */
export function makePasskeyLock(prf, seed, person) {
  const offer = { id: b64(fresh(ID)), kind: PASSKEY, ...NO_HASHING };
  return wrapSeed(lockRoot(prf, offer), offer, seed, person);
}

/**
 * A lock's 32-byte root from a password, a code, or what a passkey gave (base64url); throws ParametersDowngraded, Malformed, CodeError.
 * @param {string} secret @param {Offer} offer @returns {Uint8Array}
 */
export function lockRoot(secret, offer) {
  checkOffer(offer);
  if (offer.kind === SHEET) return H(SHEET_LABEL, utf8(readCode(secret, SHEET_GROUPS)));
  if (offer.kind === PASSKEY) return H(PASSKEY_LABEL, unb64(secret, PRF));
  return passwordRoot(secret, unb64(offer.salt), offer.ops, offer.mem);
}

/**
 * Refuse the public part of a lock with other hashing than the protocol's; throws as `lockRoot`.
 * @param {Offer} offer
 */
export function checkOffer({ id, kind, salt, ops, mem }) {
  unb64(id, ID);
  if (kind === SHEET || kind === PASSKEY) {
    if (salt !== "" || ops !== 0 || mem !== 0) throw new Malformed("no password, no hashing");
  } else if (kind !== PASSWORD) throw new Malformed("kind of lock");
  else if (!within(ops, OPS, OPS_MOST) || !within(mem, MEM, MEM_MOST)) throw new ParametersDowngraded("lock");
  else unb64(salt, SALT);
}

/**
 * Argon2id13 of the NFKC form in UTF-8, 32 bytes; callers check the parameters. Throws Malformed.
 * @param {string} password @param {Uint8Array} salt @param {number} ops @param {number} mem @returns {Uint8Array}
 */
export function passwordRoot(password, salt, ops, mem) {
  const text = utf8(password.normalize("NFKC"));
  return sodium.crypto_pwhash(ROOT, text, sized(salt, SALT, "salt"), ops, mem, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

/**
 * The complete lock: login key and wrapped seed; throws Malformed. `nonce` only for tests.
 * @param {Uint8Array} root @param {Offer} offer @param {Uint8Array} seed @param {string} person
 * @param {Uint8Array} [nonce] @returns {Lock}
 */
export function wrapSeed(root, offer, seed, person, nonce) {
  sized(seed, Identity.SEED, "seed");
  const wrapped = sealAead(derive(root, LOCK_KEYS, 2), seed, aad(offer, person), nonce);
  return { ...offer, login: b64(loginKey(root).public), wrapped: b64(wrapped) };
}

/**
 * The identity seed; throws WrongKey, Malformed.
 * @param {Uint8Array} root @param {Offer} offer @param {string} wrapped @param {string} person @returns {Uint8Array}
 */
export function openLock(root, offer, wrapped, person) {
  const seed = openAead(derive(root, LOCK_KEYS, 2), unb64(wrapped), aad(offer, person));
  return sized(seed, Identity.SEED, "seed");
}

/** The key whose public half the server knows. @param {Uint8Array} root */
export function loginKey(root) {
  return new SigningKey(derive(root, LOCK_KEYS, 1));
}

/**
 * The signature over a server's challenge, bound to the origin the client itself connected to.
 * @param {Uint8Array} root @param {string} challenge @param {number} expires @param {string} origin @returns {string}
 */
export function loginProof(root, challenge, expires, origin) {
  return b64(loginKey(root).sign(LOGIN, challengeText(challenge, expires, origin)));
}

/**
 * Verify a login proof; throws Tampered, Malformed.
 * @param {string} login @param {string} challenge @param {number} expires @param {string} origin
 * @param {string} signature
 */
export function checkLogin(login, challenge, expires, origin, signature) {
  const message = challengeText(challenge, expires, origin);
  verify(unb64(login, PUBLIC), LOGIN, message, unb64(signature, SIGNATURE));
}

/**
 * The stable public part of a lock that does not exist, against probing for names. `secret`: 32 bytes.
 * @param {Uint8Array} secret @param {string} name @param {string} kind @returns {Offer}
 */
export function falseLock(secret, name, kind) {
  if (![PASSWORD, SHEET, PASSKEY].includes(kind)) throw new Malformed("kind of lock");
  const digest = keyed(secret, utf8(`${kind}\0${name}`));
  const id = b64(digest.subarray(0, ID));
  return kind !== PASSWORD
    ? { id, kind, ...NO_HASHING }
    : { id, kind, salt: b64(digest.subarray(ID)), ops: OPS, mem: MEM };
}

/** @param {number} number @param {number} least @param {number} most */
function within(number, least, most) {
  return Number.isInteger(number) && number >= least && number <= most;
}

/** @param {Offer} offer @param {string} person */
function aad({ id, kind, mem, ops, salt }, person) {
  return utf8(canonical({ id, kind, mem, ops, person, salt, v: VERSION }));
}

/** @param {string} challenge @param {number} expires @param {string} origin */
function challengeText(challenge, expires, origin) {
  unb64(challenge, CHALLENGE);
  return utf8(canonical({ challenge, expires, origin, v: VERSION }));
}
