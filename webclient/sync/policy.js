/** Who may post what where: the check that server and clients run. The same as `sync/policy.py`. */
import { CONTACT } from "./acts.js";
import { Refused } from "./errors.js";

/** Roles that may do only what a rule names them for. */
export const NAMED = ["board", CONTACT];

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("./seats.js").Seat} Seat */
/** @typedef {{who: "writer" | "self", roles: string[]}} Rule */
/** @typedef {{name: string, circles: Record<string, Rule>, editors: string[], letter: boolean, tells: boolean, wakes?: boolean, claims?: boolean, withholds?: boolean}} Kind */
/** @typedef {{author: string, circle: string, kind: string, revision: number, hash: string}} First */

/**
 * Check kind, author and role of a record's head; throws Refused.
 * @param {Head} head @param {Head} link head of a link of the circle @param {string} circle @param {Seat} author
 * @param {First | null} first @param {Record<string, Kind>} kinds
 */
export function checkRight(head, link, circle, author, first, kinds) {
  if (author.id !== head.seat || author.person !== head.author || head.circle !== circle) throw new Refused("wrong-author");
  const gone = head.kind === "gone";
  const kind = kinds[gone && first ? first.kind : head.kind];
  const rule = kind?.circles[link.kind];
  if (!kind || !rule) throw new Refused("unknown-kind");
  if (!gone && "key" in head.letter !== kind.letter) throw new Refused("bad-letter");
  checkRule(rule, link, circle, author);
  if (first && first.author !== head.author && !kind.editors.includes(author.role)) throw new Refused("wrong-author");
}

/** @param {Rule} rule @param {Head} link @param {string} circle @param {Seat} author */
function checkRule(rule, link, circle, author) {
  if ((rule.roles.length || NAMED.includes(author.role)) && !rule.roles.includes(author.role)) throw new Refused("not-a-writer");
  const allowed = rule.who === "self" ? circle === author.id : author.actsFor([...link.managers, ...link.writers], circle);
  if (!allowed) throw new Refused("not-a-writer");
}
