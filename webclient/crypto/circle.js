/** A circle's epochs, the grants that give them to readers, and the links that say who the readers are. */
import { openAead, sealAead } from "./aead.js";
import { derive, H } from "./digest.js";
import { b64, canonical, concat, sized, u32, unb64, utf8 } from "./encoding.js";
import { Malformed, Tampered } from "./errors.js";
import { LINK as LINK_FIELDS, MOST, readHead, VERSION } from "./heads.js";
import { BoxKey, PUBLIC, seal, SIGNATURE, verify } from "./identity.js";
import { CIRCLE_KEYS, EPOCH, LINK, READERS } from "./labels.js";

/** @typedef {{head: string, signature: string}} Signed */

/** One epoch of a circle: `box` (nested grants, letters), `content` (bodies), `history` (older seeds). */
export class Epoch {
  static SEED = 32;

  /** Throws Malformed for a seed of another length. @param {Uint8Array} seed */
  constructor(seed) {
    this.seed = sized(seed, Epoch.SEED, "seed of an epoch");
    this.box = new BoxKey(derive(seed, CIRCLE_KEYS, 1));
    this.content = derive(seed, CIRCLE_KEYS, 2);
    this.history = derive(seed, CIRCLE_KEYS, 3);
    this.public = b64(this.box.public);
  }
}

/** The hash of a reader list, which every link signs. @param {Record<string, any>[]} readers @returns {string} */
export function readersHash(readers) {
  return b64(H(READERS, utf8(canonical({ readers }))));
}

/**
 * The link of a head (without "v"); throws Malformed.
 * @param {import("./identity.js").SigningKey} signer @param {Record<string, any>} head @returns {Signed}
 */
export function signLink(signer, head) {
  const text = canonical({ ...head, v: VERSION });
  readHead(text, LINK_FIELDS);
  return { head: text, signature: b64(signer.sign(LINK, utf8(text))) };
}

/**
 * The head of a link whose signature holds over its exact text; throws Tampered, Malformed.
 * @param {Uint8Array} key @param {Signed} link
 */
export function checkLink(key, link) {
  verify(key, LINK, utf8(link.head), unb64(link.signature, SIGNATURE));
  return readHead(link.head, LINK_FIELDS);
}

/** The hash of a link, from the text of its head; a genesis' hash is the circle's id. @param {string} head */
export function linkHash(head) {
  return b64(H(LINK, utf8(head)));
}

/**
 * The epoch's seed sealed to a reader's box key (base64url); throws Malformed for a bad key.
 * @param {Epoch} epoch @param {string} box @returns {string}
 */
export function grant(epoch, box) {
  return b64(seal(unb64(box, PUBLIC), epoch.seed));
}

/**
 * The epoch in a grant; throws WrongKey, and Tampered if it is not the one of the signed link.
 * @param {BoxKey} box @param {string} sealed @param {string} expected the box key in the link
 */
export function openGrant(box, sealed, expected) {
  const epoch = new Epoch(box.open(unb64(sealed)));
  if (epoch.public !== expected) throw new Tampered("grant");
  return epoch;
}

/**
 * The seed of epoch n - 1 (`before`) under the history key of epoch n; `nonce` only for tests.
 * @param {Epoch} epoch @param {Epoch} before @param {string} circle @param {number} n @param {Uint8Array} [nonce]
 */
export function sealHistory(epoch, before, circle, n, nonce) {
  return b64(sealAead(epoch.history, before.seed, aad(circle, n), nonce));
}

/**
 * Epoch n - 1 from epoch n; throws WrongKey, Malformed. Compare its `public` with the signed link.
 * @param {Epoch} epoch @param {string} sealed @param {string} circle @param {number} n
 */
export function openHistory(epoch, sealed, circle, n) {
  return new Epoch(openAead(epoch.history, unb64(sealed), aad(circle, n)));
}

/** @param {string} circle @param {number} n */
function aad(circle, n) {
  if (!(Number.isInteger(n) && n > 1 && n <= MOST)) throw new Malformed("number of an epoch with history");
  return concat(utf8(EPOCH), new Uint8Array(1), unb64(circle, 32), u32(n));
}
