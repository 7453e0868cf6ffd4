/** Acts of the school log: signed heads in one hash chain. */
import { H } from "./digest.js";
import { b64, canonical, concat, unb64, utf8 } from "./encoding.js";
import { actKind, readAct, VERSION } from "./heads.js";
import { SIGNATURE, verify } from "./identity.js";
import { statementContext, TIP } from "./labels.js";

/** @typedef {{head: string, signature: string}} Signed */

/** The tip before the first entry of any log. */
export const NO_TIP = b64(new Uint8Array(32));

/**
 * The act of a head (without "v"); throws Malformed if its fields are not those of its kind.
 * @param {import("./identity.js").SigningKey} signer @param {Record<string, any>} head @returns {Signed}
 */
export function signAct(signer, head) {
  const text = canonical({ ...head, v: VERSION });
  const { kind } = readAct(text);
  return { head: text, signature: b64(signer.sign(statementContext(kind), utf8(text))) };
}

/**
 * The head of an act whose signature holds over its exact text; throws Tampered, Malformed.
 * @param {Uint8Array} key @param {Signed} act
 */
export function checkAct(key, act) {
  verify(key, statementContext(actKind(act.head)), utf8(act.head), unb64(act.signature, SIGNATURE));
  return readAct(act.head);
}

/** The hash of an act, from the text of its head; throws Malformed. @param {string} head @returns {string} */
export function actHash(head) {
  return b64(H(statementContext(readAct(head).kind), utf8(head)));
}

/**
 * The tip of a log after an entry: `H("kring1.tip", tip ‖ entry hash)`.
 * @param {string} tip @param {string} entry @returns {string}
 */
export function nextTip(tip, entry) {
  return b64(H(TIP, concat(unb64(tip, 32), unb64(entry, 32))));
}
