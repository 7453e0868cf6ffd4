/**
 * Moving: what may go along with a child, who must agree, and what a release proves. The same as `sync/moving.py`, where
 * the shape of a dossier is.
 */
import { b64, unb64 } from "../crypto/encoding.js";
import { checkRecord, openCopy } from "../crypto/envelope.js";
import { readAct, readHead, RECORD } from "../crypto/heads.js";
import { checkAct as checkSignature } from "../crypto/statement.js";
import { checkAct } from "./acts.js";
import { schoolYear } from "./consents.js";
import { Refused } from "./errors.js";
import { Trust } from "./trust.js";
import { instant } from "./zone.js";

/** @typedef {{head: string, body: string, signature: string, boxes: any[], key: string}} Copy */

export const PARTS = ["contact", "absences", "talks", "book", "allergies"];
export const [CONFIRMED, UNKNOWN, OTHER] = ["confirmed", "unknown", "other"];

/** Whether all with custody agree: who wrote the departure did so by writing it. @param {string[]} custody @param {string} author @param {Map<string, number>} said seat -> 1 or 0 */
export function agreed(custody, author, said) {
  return custody.length > 0 && custody.every((seat) => seat === author || said.get(seat) === 1);
}

/** How many absences of each reason there were in each school year. @param {Record<string, any>[]} absences @returns {Record<string, Record<string, number>>} */
export function counted(absences) {
  /** @type {Record<string, Record<string, number>>} */
  const found = {};
  for (const { from, reason } of absences) {
    const year = (found[schoolYear(instant(from))] ??= {});
    year[reason] = (year[reason] ?? 0) + 1;
  }
  return found;
}

/** The people of another school, as far as signatures from its root key on prove them: its log is not known here. */
export class Proof extends Trust {
  /** @override @param {number} n @param {import("./types.js").Signed} act @returns {import("./types.js").Head} */
  check(n, act) {
    const read = readAct(act.head);
    const seat = read.author === "root" ? null : this.seat(read.seat);
    const head = checkSignature(seat ? seat.sign : this.root, act);
    checkAct(head, n, head.previous, seat, null);
    return head;
  }
}

/** What a release says, with the key that came with it; nothing of it is proven. @param {Copy} copy @returns {Record<string, any>} */
export function openRelease({ key, ...record }) {
  if (readHead(record.head, RECORD).kind !== "release") throw new Refused("unknown-kind");
  return JSON.parse(new TextDecoder().decode(openCopy(unb64(key), record)));
}

/**
 * What can be said of a release: `confirmed`, `unknown` or `other`; throws for a false one.
 * @param {Copy} copy @param {Map<string, string>} peers root keys of linked schools -> their hosts @param {string} own this school's root key
 */
export function prove(copy, peers, own) {
  const body = openRelease(copy);
  if (![own, ""].includes(body.to.root)) return OTHER;
  if (!peers.has(body.school.root)) return UNKNOWN;
  checkAuthor(copy, body, unb64(body.school.root, 32));
  return CONFIRMED;
}

/** @param {Copy} copy @param {Record<string, any>} body @param {Uint8Array} root */
function checkAuthor({ key: _, ...record }, body, root) {
  const head = readHead(record.head, RECORD);
  const proof = new Proof(root);
  proof.admit(body.proof);
  const seat = proof.seat(head.seat);
  if (seat.role !== "office" || head.author !== seat.person || b64(root) !== body.school.root) throw new Refused("wrong-author");
  if (!seat.alive(head.time)) throw new Refused("not-allowed");
  checkRecord(seat.sign, record);
}
