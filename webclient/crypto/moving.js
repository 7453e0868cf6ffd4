/**
 * An account that moves to another school: what its person signs there and here. There they prove to hold the key, for one
 * account, one handover and one site; here they say to which school they go. Nobody else can: neither the server that is
 * left nor the one that is moved to has the key. The same as `crypto/moving.py`.
 */
import { H } from "./digest.js";
import { b64, canonical, lp, unb64, utf8 } from "./encoding.js";
import { VERSION } from "./heads.js";
import { SIGNATURE, verify } from "./identity.js";
import { MOVE } from "./labels.js";

/** @typedef {import("./identity.js").Identity} Identity */

/** What a new login is: its name and locks; throws Malformed. @param {string} name @param {object[]} locks @returns {string} */
export function accountHash(name, locks) {
  return b64(H(MOVE, lp(utf8(name), ...locks.map((lock) => utf8(canonical(/** @type {any} */ (lock)))))));
}

/** The signature with which somebody makes a login at the school `root`; `number`: of the handover, as it stands in an address. @param {Identity} identity @param {string} account @param {string} number @param {string} origin @param {string} root @returns {string} */
export function moveInProof(identity, account, number, origin, root) {
  return b64(identity.signing.sign(MOVE, arrival(account, number, origin, root)));
}

/** Verify it; throws Tampered, Malformed. @param {Uint8Array} sign @param {string} account @param {string} number @param {string} origin @param {string} root @param {string} signature */
export function checkMoveIn(sign, account, number, origin, root, signature) {
  verify(sign, MOVE, arrival(account, number, origin, root), unb64(signature, SIGNATURE));
}

/** The signature with which somebody leaves the school `root` for `target` (root keys), at a time (ms). @param {Identity} identity @param {string} origin @param {string} root @param {string} target @param {number} time @returns {string} */
export function moveOutProof(identity, origin, root, target, time) {
  return b64(identity.signing.sign(MOVE, departure(origin, root, target, time)));
}

/** Verify it; throws Tampered, Malformed. @param {Uint8Array} sign @param {string} origin @param {string} root @param {string} target @param {number} time @param {string} signature */
export function checkMoveOut(sign, origin, root, target, time, signature) {
  verify(sign, MOVE, departure(origin, root, target, time), unb64(signature, SIGNATURE));
}

/** @param {string} account @param {string} number @param {string} origin @param {string} root */
function arrival(account, number, origin, root) {
  return utf8(canonical({ account, number, origin, to: root, v: VERSION }));
}

/** @param {string} origin @param {string} root @param {string} target @param {number} time */
function departure(origin, root, target, time) {
  return utf8(canonical({ from: root, origin, time, to: target, v: VERSION }));
}
