/**
 * Handing an account to a new device: sealed to a key pair that lives for some minutes and is used once.
 *
 * Either the new device makes the pair and shows its *number*, for a signed-in device to scan; or a signed-in device
 * makes it and shows the *code* that yields the pair, for the new device to scan. A number commits to the public key
 * (120 bits), so a server can't put another key in its place; a code is a secret. Whoever has the secret half opens what
 * is sealed (libsodium `crypto_box_seal`) and proves that by signing with the key inside.
 */
import { H } from "./digest.js";
import { b64, canonical, parseCanonical, sized, unb64, utf8 } from "./encoding.js";
import { Malformed } from "./errors.js";
import { VERSION } from "./heads.js";
import { BoxKey, Identity, PUBLIC, seal, SIGNATURE, verify } from "./identity.js";
import { HANDOVER, NUMBER } from "./labels.js";
import { newCode, PAYLOAD, readCode } from "./paper.js";

/** Id, the school's root key and the identity seed (base64url). @typedef {{person: string, root: string, seed: string}} Account */

const GROUPS = 6;
const KEYS = new Set(["person", "root", "seed", "v"]);

/** A fresh code (120 bits) that yields a key pair. @param {Uint8Array} [source] 24 bytes, for tests */
export function newHandover(source) {
  return newCode(GROUPS, source);
}

/** The key pair of a code; throws CodeError. @param {string} code @returns {BoxKey} */
export function handoverPair(code) {
  return new BoxKey(H(HANDOVER, utf8(readCode(code, GROUPS))));
}

/** The number of a public key (32 bytes): six groups, to be scanned or typed. Throws Malformed. @param {Uint8Array} box @returns {string} */
export function handoverNumber(box) {
  return newCode(GROUPS, H(NUMBER, sized(box, PUBLIC, "box key")).subarray(0, GROUPS * PAYLOAD));
}

/** A typed number as it stands in an address; throws CodeError. @param {string} number @returns {string} */
export function handoverId(number) {
  return readCode(number, GROUPS);
}

/** An account for whoever holds the secret half of `box`; throws Malformed. @param {Uint8Array} box @param {Account} account @returns {string} */
export function sealAccount(box, account) {
  return b64(seal(box, utf8(canonical({ ...account, v: VERSION }))));
}

/** What `sealAccount` sealed; throws WrongKey, Malformed. @param {BoxKey} pair @param {string} sealed @returns {Account} */
export function openAccount(pair, sealed) {
  const { person, root, seed, v } = parseCanonical(new TextDecoder().decode(pair.open(unb64(sealed))), KEYS);
  if (v !== VERSION) throw new Malformed("version");
  unb64(seed, Identity.SEED);
  unb64(root, PUBLIC);
  return { person, root, seed };
}

/** The signature with which a new device begins its session, bound to the origin it connected to. @param {Identity} identity @param {string} number @param {string} origin @returns {string} */
export function handoverProof(identity, number, origin) {
  return b64(identity.signing.sign(HANDOVER, message(number, origin)));
}

/** Verify a proof by the person's signing key; throws Tampered, Malformed, CodeError. @param {Uint8Array} sign @param {string} number @param {string} origin @param {string} signature */
export function checkHandover(sign, number, origin, signature) {
  verify(sign, HANDOVER, message(number, origin), unb64(signature, SIGNATURE));
}

/** @param {string} number @param {string} origin */
function message(number, origin) {
  return utf8(canonical({ number: handoverId(number), origin, v: VERSION }));
}
