/** Keys and signatures (Ed25519, X25519; libsodium), and the statements that name a person. */
import { derive, H } from "./digest.js";
import { b64, canonical, concat, unb64, utf8 } from "./encoding.js";
import { Malformed, Tampered, WrongKey } from "./errors.js";
import { PERSON, readHead, VERSION } from "./heads.js";
import { PERSON_KEYS, statementContext } from "./labels.js";
import { sodium } from "./random.js";

/** @typedef {{head: string, signatures: string[]}} Statement */
/** @typedef {{id: string, sign: Uint8Array, box: Uint8Array, hash: string, n: number}} Person */

const SEED = 32;
const ZERO = new Uint8Array(1);
const SCALAR = new Uint8Array(32).fill(9);

/** An Ed25519 pair from a 32-byte seed. */
export class SigningKey {
  /** @param {Uint8Array} seed */
  constructor(seed) {
    if (seed.length !== SEED) throw new Malformed("seed");
    const pair = sodium.crypto_sign_seed_keypair(seed);
    this.public = pair.publicKey;
    this.secret = pair.privateKey;
  }

  /** The 64-byte signature over `context ‖ 00 ‖ message`. @param {string} context @param {Uint8Array} message @returns {Uint8Array} */
  sign(context, message) {
    return sodium.crypto_sign_detached(concat(utf8(context), ZERO, message), this.secret);
  }
}

/** An X25519 pair from a 32-byte seed. */
export class BoxKey {
  /** @param {Uint8Array} seed */
  constructor(seed) {
    if (seed.length !== SEED) throw new Malformed("seed");
    const pair = sodium.crypto_box_seed_keypair(seed);
    this.public = pair.publicKey;
    this.secret = pair.privateKey;
  }

  /** What `seal` put in; throws WrongKey. @param {Uint8Array} sealed @returns {Uint8Array} */
  open(sealed) {
    try {
      return sodium.crypto_box_seal_open(sealed, this.public, this.secret);
    } catch {
      throw new WrongKey("sealed box");
    }
  }
}

/** A person's keys: `signing`, `box`, and `selfKey` for what only the own devices open. */
export class Identity {
  /** @param {Uint8Array} seed */
  constructor(seed) {
    this.seed = seed;
    this.signing = new SigningKey(derive(seed, PERSON_KEYS, 1));
    this.box = new BoxKey(derive(seed, PERSON_KEYS, 2));
    this.selfKey = derive(seed, PERSON_KEYS, 3);
  }
}

/** Check a signature; throws Tampered. @param {Uint8Array} key @param {string} context @param {Uint8Array} message @param {Uint8Array} signature */
export function verify(key, context, message, signature) {
  let good = false;
  try {
    good = sodium.crypto_sign_verify_detached(signature, concat(utf8(context), ZERO, message), key);
  } catch {
    good = false;
  }
  if (!good) throw new Tampered("signature");
}

/** Seal to a box key; throws Malformed for a bad key. @param {Uint8Array} key @param {Uint8Array} data @returns {Uint8Array} */
export function seal(key, data) {
  if (key.length !== 32) throw new Malformed("box key");
  return sodium.crypto_box_seal(data, key);
}

/** The first statement of a person; its hash is the person's id. @param {Identity} identity @returns {Statement} */
export function personStatement(identity) {
  return write(identity, 1, "", [identity]);
}

/** The next statement: new keys, signed by the new and by the old ones. @param {Identity} old @param {Identity} renewed @param {Statement} previous @returns {Statement} */
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

/** Verify a person's statements from the first one on. @param {Statement[]} statements @returns {Person} */
export function checkPerson(statements) {
  /** @type {Person | null} */
  let person = null;
  for (const statement of statements) person = checkNext(person, statement);
  if (!person) throw new Malformed("no statement");
  return person;
}

/** @param {Identity} identity @param {number} n @param {string} previous @param {Identity[]} signers @returns {Statement} */
function write(identity, n, previous, signers) {
  const head = canonical({ box: b64(identity.box.public), kind: "person", n, previous, sign: b64(identity.signing.public), v: VERSION });
  return { head, signatures: signers.map((who) => b64(who.signing.sign(statementContext("person"), utf8(head)))) };
}

/** @param {Person | null} before @param {Statement} statement @returns {Person} */
function checkNext(before, statement) {
  const head = readHead(statement.head, PERSON);
  const sign = unb64(head.sign);
  const box = unb64(head.box);
  const keys = before ? [sign, before.sign] : [sign];
  const fits = head.kind === "person" && head.n === (before ? before.n + 1 : 1) && head.previous === (before ? before.hash : "");
  if (!fits || statement.signatures.length !== keys.length) throw new Malformed("person statement");
  keys.forEach((key, at) => verify(key, statementContext("person"), utf8(statement.head), unb64(statement.signatures[at])));
  refuseLowOrder(box);
  const hash = statementHash(statement.head);
  return { id: before ? before.id : hash, sign, box, hash, n: head.n };
}

/** @param {Uint8Array} box */
function refuseLowOrder(box) {
  /** @type {Uint8Array} */
  let shared = new Uint8Array(32);
  try {
    shared = sodium.crypto_scalarmult(SCALAR, box);
  } catch {
    throw new Malformed("box key of low order");
  }
  if (shared.every((byte) => byte === 0)) throw new Malformed("box key of low order");
}
