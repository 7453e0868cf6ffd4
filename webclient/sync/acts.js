/** The school log's rules: who may say what about whom. The same as `sync/acts.py`. */
import { Refused } from "./errors.js";

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("./seats.js").Seat} Seat */

export const STAFF = ["admin", "office", "teacher", "lunch"];
export const CONTACT = "contact";
/** Living contacts that one guardian may have. */
export const MOST_CONTACTS = 20;
/** How long (ms) a guardian's code for a contact holds at the most. */
export const CONTACT_DEADLINE = 14 * 24 * 3600 * 1000;
/** @type {Record<string, string[]>} */
export const MAY_INVITE = {
  root: ["admin", "office"],
  admin: ["admin", "office"],
  office: ["office", "teacher", "guardian", "informed", "guest", "lunch",
    "board", "contact"],
  guardian: ["contact"],
};
/** @type {Record<string, string[]>} */
export const MAY_ACT = {
  school: ["root"],
  charter: ["root"],
  invitation: ["root", "admin", "office", "guardian"],
  group: ["root", "office"],
  end: ["root", "admin", "office", "guardian", "contact"],
  protect: ["office"],
  approve: ["office"],
  renew: ["office"],
  server: ["root"],
  peer: ["admin", "office"],
  unpeer: ["admin", "office"],
};

/**
 * Check an act's place and its author's right; throws Refused `stale-tip`, `wrong-author`, `not-allowed`.
 * @param {Head} head @param {number} n @param {string} tip @param {Seat | null} author @param {Seat | null} subject
 */
export function checkAct(head, n, tip, author, subject) {
  if (head.n !== n || head.previous !== tip) throw new Refused("stale-tip", { n: n - 1 });
  const role = roleOf(head, author);
  if (author && !author.held(n)) throw new Refused("not-allowed");
  if (!(MAY_ACT[head.kind] ?? []).includes(role) || !may(role, head, author, subject)) throw new Refused("not-allowed");
}

/** What needs two persons, by its place in the log. */
export class Guards {
  constructor() {
    /** Child circle -> its `protect` act. @type {Map<string, number>} */ this.protected = new Map();
    /** Locator -> the `renew` act of that letter, and the seat it takes the place of. @type {Map<string, {n: number, seat: string}>} */ this.renewals = new Map();
    /** `consent(circle, locator)` -> person -> their `approve` act. @type {Map<string, Map<string, number>>} */ this.approvals = new Map();
  }

  /** Take in an act; what is not of these kinds changes nothing. @param {number} n @param {Head} head */
  take(n, head) {
    if (head.kind === "renew" && !this.renewals.has(head.locator)) this.renewals.set(head.locator, { n, seat: head.replaces });
    if (head.kind === "protect") for (const circle of head.circles) if (!this.protected.has(circle)) this.protected.set(circle, n);
    if (head.kind !== "approve") return;
    for (const circle of head.circles) {
      const seconds = this.approvals.get(consent(circle, head.locator)) ?? new Map();
      this.approvals.set(consent(circle, head.locator), seconds.set(head.author, seconds.get(head.author) ?? n));
    }
  }

  /** The seat that the seat of this invitation takes the place of; "" for none. @param {Head} head */
  replaced(head) {
    const found = this.renewals.get(head.locator);
    return found && found.n < head.n ? found.seat : "";
  }
}

/**
 * Check that a new seat for a protected child, or one in place of a lost one, has the consent of a second person; throws
 * Refused `needs-approval`. @param {Head} head an invitation @param {Guards} guards
 */
export function checkGuard(head, guards) {
  if (guards.replaced(head) && !head.circles.length) throw new Refused("needs-approval"); // whoever acts for no child has nothing that others must know them by
  for (const circle of head.circles) {
    const given = [...(guards.approvals.get(consent(circle, head.locator)) ?? [])];
    const seconds = given.filter(([who, n]) => n < head.n && who !== head.author);
    const guarded = (guards.protected.get(circle) ?? head.n) < head.n || guards.replaced(head);
    if (guarded && !seconds.length) throw new Refused("needs-approval");
  }
}

/**
 * Check that a place that comes to read a protected child's circle has the consent of a second person than `author`,
 * who lets it in; throws Refused `needs-approval`.
 * @param {string} circle @param {Seat} seat @param {string} author @param {Map<string, Map<string, number>>} approvals
 */
export function checkListing(circle, seat, author, approvals) {
  const given = [...(approvals.get(consent(circle, seat.locator))?.keys() ?? [])];
  if (!given.some((who) => who !== author)) throw new Refused("needs-approval");
}

/** What a consent is to: one letter, for one child. @param {string} circle @param {string} locator */
export function consent(circle, locator) {
  return `${circle} ${locator}`;
}

/** @param {Head} head @param {Seat | null} author */
function roleOf(head, author) {
  if (head.author === "root") return "root";
  if (!author || head.seat !== author.id || head.author !== author.person) throw new Refused("wrong-author");
  return author.role;
}

/** @param {string} role @param {Head} head @param {Seat | null} author @param {Seat | null} subject */
function may(role, head, author, subject) {
  if (head.kind === "invitation") return (MAY_INVITE[role] ?? []).includes(head.role) && (head.role !== CONTACT || isContacts(role, head));
  if (head.kind === "end") return subject !== null && mayEnd(role, author, subject);
  return true;
}

/** The office ends what it may give, a guardian their own contacts, a contact itself. @param {string} role @param {Seat | null} author @param {Seat} subject */
function mayEnd(role, author, subject) {
  if (role === CONTACT) return author !== null && subject.id === author.id;
  const mine = role !== "guardian" || subject.issuer === author?.id;
  return mine && (MAY_INVITE[role] ?? []).includes(subject.role);
}

/** A contact acts for nothing, at once; a guardian's code holds for days only. @param {string} role @param {Head} head */
function isContacts(role, head) {
  const short = role !== "guardian" || (head.deadline > 0 && head.deadline <= head.time + CONTACT_DEADLINE);
  return short && !head.circles.length && !head.from;
}
