/** The rules of a circle's chain, and when a rotation is due. The same as `sync/circles.py`. */
import { readersHash } from "../crypto/circle.js";
import { Refused } from "./errors.js";

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("./types.js").Reader} Reader */
/** @typedef {import("./seats.js").Seat} Seat */

/** Nesting runs upward only: an inner circle's rank is below its outer's. @type {Record<string, number>} */
export const RANK = {
  seat: 0, office: 1, household: 1, team: 2, parents: 3, quiet: 3, staff: 3, group: 4, register: 4, desk: 4, child: 4, lunch: 4, school: 5,
  calendar: 6, board: 6,
};
/** Circles whose records are a list rather than a stream: clients fetch their whole past. */
export const WHOLE = ["household", "desk", "register", "calendar", "lunch"];
/** Circles that no letter may be sealed to: who is of the board at another place reads them. */
export const UNANSWERED = ["board", "calendar"];
/** How far (ms) the clock of who signs a link may be off. */
const SKEW = 24 * 3600 * 1000;
/** Circles that hold no records of their own. */
export const NESTS = ["office", "team", "parents", "quiet", "staff"];

/**
 * Check that `head` may follow `before` (null for a genesis), signed by `author` (null for root or an invitation).
 * @param {Head} head @param {{hash: string, head: Head} | null} before @param {Seat | null} author @param {number} now
 */
export function checkLink(head, before, author, now) {
  checkAuthor(head, author, now);
  if (before) checkNext(head, before, author);
  else checkGenesis(head, author);
}

/** Check a reader list against the hash in the head. @param {Head} head @param {Reader[]} readers */
export function checkReaders(head, readers) {
  const refs = readers.map((reader) => reader.ref);
  const sorted = [...new Set(refs)].sort();
  if (refs.length !== sorted.length || refs.some((ref, at) => ref !== sorted[at]) || readersHash(readers) !== head.readers)
    throw new Refused("bad-readers");
}

/**
 * Whether signed facts demand a rotation before anything more is written.
 * @param {Reader[]} readers @param {Map<string, {hash: string, epoch: number}>} newest @param {Map<string, number>} pinned
 * @param {Map<string, Seat>} seats @param {number} now
 */
export function isDue(readers, newest, pinned, seats, now) {
  return readers.some((reader) => {
    if (expired(reader, seats, now)) return true;
    const at = newest.get(reader.ref.slice(2));
    return at !== undefined && at.hash !== reader.hash && (pinned.get(reader.hash) ?? 0) < at.epoch;
  });
}

/** The readers that stay when a rotation drops who has ended or expired. @param {Reader[]} readers @param {Map<string, Seat>} seats @param {number} now */
export function remaining(readers, seats, now) {
  return readers.filter((reader) => !expired(reader, seats, now));
}

/** @param {Reader} reader @param {Map<string, Seat>} seats @param {number} now */
function expired(reader, seats, now) {
  const seat = seats.get(reader.ref.slice(2));
  const gone = seat && ((seat.ended && now >= seat.ended) || (seat.ends && now >= seat.ends));
  return Boolean(gone || (reader.until && now >= reader.until));
}

/** @param {Head} head @param {Seat | null} author @param {number} now */
function checkAuthor(head, author, now) {
  if (head.author === "root" || head.author === "invitation") {
    if (author) throw new Refused("wrong-author");
  } else if (!author || author.person !== head.author || author.id !== head.seat || !author.alive(now)) {
    throw new Refused("wrong-author");
  }
}

/** @param {Head} head @param {Seat | null} author */
function checkGenesis(head, author) {
  const fits = head.n === 1 && head.epoch === 1 && head.sort === "genesis" && head.previous === "" && head.circle === "";
  if (!fits || head.closed.length || !(head.kind in RANK)) throw new Refused("bad-link");
  if (head.author === "root") return;
  if (!author || !mayStart(head, author)) throw new Refused("not-a-manager");
}

/** The office starts the school's circles, a guardian a contact's seat, and a household that they lead. @param {Head} head @param {Seat} author */
function mayStart(head, author) {
  if (head.kind === "household") return author.role === "guardian" && head.managers.includes(author.id);
  return author.role === "office" || (["admin", "guardian"].includes(author.role) && head.kind === "seat");
}

/** @param {Head} head @param {{hash: string, head: Head}} before @param {Seat | null} author */
function checkNext(head, before, author) {
  if (head.n !== before.head.n + 1 || head.previous !== before.hash)
    throw new Refused("stale-link", { n: before.head.n, hash: before.hash });
  if (head.kind !== before.head.kind || head.open !== before.head.open) throw new Refused("bad-link");
  const rule = { redeem: checkRedeem, change: checkChange, rotate: checkRotate }[/** @type {string} */ (head.sort)];
  if (!rule) throw new Refused("bad-link");
  rule(head, before.head, author);
}

/** @param {Head} head @param {Head} before */
function checkRedeem(head, before) {
  const fits = head.author === "invitation" && head.kind === "seat" && head.n === 2 && head.epoch === 2;
  if (!fits || !sameWriters(head, before)) throw new Refused("bad-link");
}

/** @param {Head} head @param {Head} before @param {Seat | null} author */
function checkChange(head, before, author) {
  if (!author || !author.actsFor(before.managers, head.circle)) throw new Refused("not-a-manager");
  if (head.epoch !== before.epoch && head.epoch !== before.epoch + 1) throw new Refused("bad-link");
}

/** @param {Head} head @param {Head} before @param {Seat | null} author */
function checkRotate(head, before, author) {
  if (!author || !author.actsFor([...before.managers, ...before.writers], head.circle)) throw new Refused("not-a-writer");
  if (head.epoch !== before.epoch + 1 || !sameWriters(head, before)) throw new Refused("bad-link");
}

/** @param {Head} head @param {Head} before */
function sameWriters(head, before) {
  return JSON.stringify([head.managers, head.writers]) === JSON.stringify([before.managers, before.writers]);
}

/**
 * A time near the one a link claims at which its author's seat was alive, if there is one: clocks differ, and a chain
 * must not break for all because one clock ran ahead.
 * @param {Seat | null} author @param {number} time
 */
export function nearLife(author, time) {
  return [time, time - SKEW, time + SKEW].find((at) => author?.alive(at)) ?? time;
}
