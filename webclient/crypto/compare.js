/** The digits that two people read to each other, to know that nobody stands between them. */
import { H } from "./digest.js";
import { lp, utf8 } from "./encoding.js";
import { CODE } from "./labels.js";
import { fingerprint } from "./root.js";

/** Six groups of five digits, the same for both: from two persons' ids, which are hashes of their first keys. @param {string} one @param {string} other @returns {string} */
export function compareCode(one, other) {
  return fingerprint(H(CODE, lp(...[one, other].sort().map(utf8))));
}
