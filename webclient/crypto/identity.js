/** Keys and signatures (Ed25519, X25519; libsodium), and the statements that name a person. */
import { derive, H } from "./digest.js";
import { b64, canonical, concat, sized, unb64, utf8 } from "./encoding.js";
import { Malformed, Tampered, WrongKey } from "./errors.js";
import { PERSON, readHead, VERSION } from "./heads.js";
import { PERSON_KEYS, statementContext } from "./labels.js";
import { sodium } from "./random.js";

/** @typedef {{head: string, signatures: string[]}} Statement */
/**
 * What a person's statements prove: id, newest keys, hash and number of the newest statement.
 * @typedef {{id: string, sign: Uint8Array, box: Uint8Array, hash: string, n: number}} Person
 */

export const PUBLIC = 32;
export const SIGNATURE = 64;
/** How much longer a sealed box is than what is in it. */
export const SEALED = 48;
const SEED = 32;
const ZERO = new Uint8Array(1);
const SCALAR = new Uint8Array(32).fill(9);

/** An Ed25519 pair from a 32-byte seed; `public` is 32 bytes. */
export class SigningKey {
  static SEED = SEED;
  #secret;

  /** Throws Malformed for a seed of another length. @param {Uint8Array} seed */
  constructor(seed) {
    const pair = sodium.crypto_sign_seed_keypair(sized(seed, SEED, "seed"));
    this.public = pair.publicKey;
    this.#secret = pair.privateKey;
  }

  /**
   * The 64-byte signature over `context ‖ 00 ‖ message` (RFC 8032).
   * @param {string} context @param {Uint8Array} message @returns {Uint8Array}
   */
  sign(context, message) {
    return sodium.crypto_sign_detached(signed(context, message), this.#secret);
  }
}

/** An X25519 pair from a 32-byte seed (`crypto_box_seed_keypair`); `public` is 32 bytes. */
export class BoxKey {
  static SEED = SEED;
  #secret;

  /** Throws Malformed for a seed of another length. @param {Uint8Array} seed */
  constructor(seed) {
    const pair = sodium.crypto_box_seed_keypair(sized(seed, SEED, "seed"));
    this.public = pair.publicKey;
    this.#secret = pair.privateKey;
  }

  /** What `seal` put in; throws WrongKey if it was for somebody else or changed. @param {Uint8Array} sealed */
  open(sealed) {
    try {
      return sodium.crypto_box_seal_open(sealed, this.public, this.#secret);
    } catch {
      throw new WrongKey("sealed box");
    }
  }
}

/** A person's keys: `signing`, `box`, and `selfKey` for what only the own devices open. */
export class Identity {
  static SEED = SEED;

  /** Throws Malformed for a seed of another length. @param {Uint8Array} seed */
  constructor(seed) {
    this.seed = sized(seed, SEED, "seed");
    this.signing = new SigningKey(derive(seed, PERSON_KEYS, 1));
    this.box = new BoxKey(derive(seed, PERSON_KEYS, 2));
    this.selfKey = derive(seed, PERSON_KEYS, 3);
  }
}

/**
 * Check a signature with libsodium; throws Tampered, or Malformed for another length of key or signature.
 * @param {Uint8Array} key @param {string} context @param {Uint8Array} message @param {Uint8Array} signature
 */
export function verify(key, context, message, signature) {
  sized(key, PUBLIC, "public key");
  sized(signature, SIGNATURE, "signature");
  if (!sodium.crypto_sign_verify_detached(signature, signed(context, message), key)) throw new Tampered("signature");
}

/**
 * Seal to a box key: `crypto_box_seal`, anonymous, 48 bytes longer; throws Malformed for a bad key.
 * @param {Uint8Array} key @param {Uint8Array} data @returns {Uint8Array}
 */
export function seal(key, data) {
  sized(key, PUBLIC, "box key");
  try {
    return sodium.crypto_box_seal(data, key);
  } catch {
    throw new Malformed("box key");
  }
}

/** The first statement of a person; its hash is the person's id. @param {Identity} identity @returns {Statement} */
export function personStatement(identity) {
  return write(identity, 1, "", [identity]);
}

/**
 * The next statement: new keys, signed by the new and by the old ones.
 * @param {Identity} old @param {Identity} renewed @param {Statement} previous @returns {Statement}
 */
export function renewStatement(old, renewed, previous) {
  const { n } = readHead(previous.head, PERSON);
  return write(renewed, n + 1, statementHash(previous.head), [renewed, old]);
}

/** The id that a first statement gives. @param {Statement} statement */
export function personId(statement) {
  return statementHash(statement.head);
}

/** The hash of a person statement. @param {string} head */
export function statementHash(head) {
  return b64(H(statementContext("person"), utf8(head)));
}

/** Verify a person's statements from the first one on; throws Malformed, Tampered. @param {Statement[]} statements */
export function checkPerson(statements) {
  /** @type {Person | null} */
  let person = null;
  for (const statement of statements) person = checkNext(person, statement);
  if (!person) throw new Malformed("no statement");
  return person;
}

/** @param {string} context @param {Uint8Array} message */
function signed(context, message) {
  return concat(utf8(context), ZERO, message);
}

/**
 * @param {Identity} identity @param {number} n @param {string} previous @param {Identity[]} signers
 * @returns {Statement}
 */
function write(identity, n, previous, signers) {
  const keys = { box: b64(identity.box.public), sign: b64(identity.signing.public) };
  const head = canonical({ ...keys, kind: "person", n, previous, v: VERSION });
  return { head, signatures: signers.map((who) => b64(who.signing.sign(statementContext("person"), utf8(head)))) };
}

/** @param {Person | null} before @param {Statement} statement @returns {Person} */
function checkNext(before, statement) {
  const { head: text, signatures } = statement;
  const head = readHead(text, PERSON);
  const [sign, box] = [unb64(head.sign), unb64(head.box)];
  const signers = before ? [sign, before.sign] : [sign];
  const follows = head.n === (before ? before.n + 1 : 1) && head.previous === (before ? before.hash : "");
  const fits = follows && head.kind === "person" && signatures?.length === signers.length;
  if (!fits) throw new Malformed("person statement");
  signers.forEach((key, at) => verify(key, statementContext("person"), utf8(text), unb64(signatures[at], SIGNATURE)));
  refuseLowOrder(box);
  const hash = statementHash(text);
  return { id: before ? before.id : hash, sign, box, hash, n: head.n };
}

/** libsodium itself refuses an all-zero result. @param {Uint8Array} box */
function refuseLowOrder(box) {
  try {
    sodium.crypto_scalarmult(SCALAR, box);
  } catch {
    throw new Malformed("box key of low order");
  }
}
