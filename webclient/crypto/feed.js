/**
 * A private calendar address: the secret in it gives the feed's id and the key under which its deposit is sealed.
 *
 * The id is derived from the secret, so whoever shows a pair that belongs together knows the secret; nothing is compared.
 * What is sealed says what it is, the deposit of a client or the rendering that a server keeps, and of which feed.
 */
import { openAead, sealAead } from "./aead.js";
import { derive, keyed } from "./digest.js";
import { b64, concat, lp, unb64, utf8 } from "./encoding.js";
import { FEED, FEED_KEYS } from "./labels.js";
import { pad, unpad } from "./pad.js";
import { fresh } from "./random.js";

/** What a secret gives: the id for all to know, the key that opens, and the key that marks contents. @typedef {{id: string, key: Uint8Array, marking: Uint8Array}} Feed */

const SECRET = 32;
const ID = 16;
export const DEPOSIT = "deposit";
export const KEPT = "kept";

/** A fresh secret as it stands in the address. @param {Uint8Array} [source] 32 bytes, for tests @returns {string} */
export function newSecret(source = fresh(SECRET)) {
  return b64(source);
}

/** The feed of a secret; throws Malformed. @param {string} text @returns {Feed} */
export function readSecret(text) {
  const secret = unb64(text, SECRET);
  return { id: feedId(text), key: derive(secret, FEED_KEYS, 2), marking: derive(secret, FEED_KEYS, 3) };
}

/** The id that belongs to a secret; throws Malformed. @param {string} text @returns {string} */
export function feedId(text) {
  return b64(derive(unb64(text, SECRET), FEED_KEYS, 1).subarray(0, ID));
}

/** Data under the feed's key. @param {Feed} feed @param {string} what DEPOSIT or KEPT @param {Uint8Array} data @param {Uint8Array} [nonce] only for tests @returns {Uint8Array} */
export function sealInFeed(feed, what, data, nonce) {
  return sealAead(feed.key, pad(data), aad(feed, what), nonce);
}

/** What `sealInFeed` sealed; throws WrongKey, Malformed. @param {Feed} feed @param {string} what @param {Uint8Array} sealed @returns {Uint8Array} */
export function openInFeed(feed, what, sealed) {
  return unpad(openAead(feed.key, sealed, aad(feed, what)));
}

/** By which devices tell that a deposit is the same as before; to anybody else it says nothing. @param {Feed} feed @param {Uint8Array} data @returns {string} */
export function mark(feed, data) {
  return b64(keyed(feed.marking, data));
}

/** @param {Feed} feed @param {string} what */
function aad(feed, what) {
  return concat(utf8(FEED), new Uint8Array(1), lp(unb64(feed.id, ID), utf8(what)));
}
