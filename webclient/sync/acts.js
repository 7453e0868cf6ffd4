/** The school log's rules: who may say what about whom. The same as `sync/acts.py`. */
import { Refused } from "./errors.js";

/** @typedef {import("./types.js").Head} Head */
/** @typedef {import("./seats.js").Seat} Seat */

export const STAFF = ["admin", "office", "teacher", "lunch"];
/** @type {Record<string, string[]>} */
export const MAY_INVITE = {
  root: ["admin", "office"],
  admin: ["admin", "office"],
  office: ["office", "teacher", "guardian", "informed", "guest", "lunch"],
};
/** @type {Record<string, string[]>} */
export const MAY_ACT = {
  school: ["root"],
  charter: ["root"],
  invitation: ["root", "admin", "office"],
  group: ["root", "office"],
  end: ["root", "admin", "office"],
  protect: ["office"],
  approve: ["office"],
};

/**
 * Check an act's place and its author's right; throws Refused `stale-tip`, `wrong-author`, `not-allowed`.
 * @param {Head} head @param {number} n @param {string} tip @param {Seat | null} author @param {Seat | null} subject
 */
export function checkAct(head, n, tip, author, subject) {
  if (head.n !== n || head.previous !== tip) throw new Refused("stale-tip", { n: n - 1 });
  const role = roleOf(head, author);
  if (author && !author.held(n)) throw new Refused("not-allowed");
  if (!(MAY_ACT[head.kind] ?? []).includes(role) || !may(role, head, subject)) throw new Refused("not-allowed");
}

/**
 * Check that a new seat for a protected child has the consent of a second person; throws Refused `needs-approval`.
 * @param {Head} head an invitation @param {Map<string, number>} isProtected child circle -> place of the `protect` act
 * @param {Map<string, Map<string, number>>} approvals locator -> person -> place of the `approve` act
 */
export function checkGuard(head, isProtected, approvals) {
  const guarded = head.circles.some((/** @type {string} */ circle) => (isProtected.get(circle) ?? head.n) < head.n);
  const seconds = [...(approvals.get(head.locator) ?? [])].filter(([who, n]) => n < head.n && who !== head.author);
  if (guarded && !seconds.length) throw new Refused("needs-approval");
}

/** @param {Head} head @param {Seat | null} author */
function roleOf(head, author) {
  if (head.author === "root") return "root";
  if (!author || head.seat !== author.id || head.author !== author.person) throw new Refused("wrong-author");
  return author.role;
}

/** @param {string} role @param {Head} head @param {Seat | null} subject */
function may(role, head, subject) {
  const invites = MAY_INVITE[role] ?? [];
  if (head.kind === "invitation") return invites.includes(head.role);
  if (head.kind === "end") return subject !== null && invites.includes(subject.role);
  return true;
}
