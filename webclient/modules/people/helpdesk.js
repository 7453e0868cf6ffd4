/** How the servers of linked schools are, as far as their offices let ours see: numbers and codes, never contents. */
import { call } from "../../sync/http.js";

/** @typedef {{code: string, times: number, last: number}} Fault */
/** See `Health` in `sync/messages/peers.py`. @typedef {{version: string, time: number, since: number, backup: number, free: number, database: number, files: number, accounts: number, letters: number,
 *   push: number, mail: number, parcels: number, refusing: number, tried: number, faults: Fault[]}} Health */
/** @typedef {{what: string, values: Record<string, any>}} Concern */

const DAY = 24 * 3600 * 1000;
/** A backup older than so many days is a matter of concern, as is less than so much room on the disk. */
const OLD = 8;
const ROOM = 2 ** 30;
/** How many messages may wait: more than that and something is stuck. */
const QUEUE = 500;

/** Let a linked school's server ask how ours is, or no longer. @param {string} root @param {boolean} allowed */
export function letWatch(root, allowed) {
  return call("PUT", "/api/peers/watching", { root, allowed: Number(allowed) });
}

/** How the server at a host is; throws Problem `not-found` where its office lets us not see. @param {string} host @returns {Promise<Health>} */
export function healthOf(host) {
  return call("GET", `/api/peers/${encodeURIComponent(host)}/health`);
}

/** What this server is itself. @returns {Promise<string>} */
export async function ownVersion() {
  return (await call("GET", "/.well-known/kring")).version;
}

/** What somebody should look at, the worst first. @param {Health} one @param {string} newest the newest version on any of the servers @param {number} now ms @returns {Concern[]} */
export function concerns(one, newest, now) {
  const days = Math.floor((now - one.backup) / DAY);
  const found = [
    one.free < ROOM && { what: "room", values: {} },
    !one.backup && { what: "no-backup", values: {} },
    one.backup > 0 && days >= OLD && { what: "old-backup", values: { days } },
    isNewer(newest, one.version) && { what: "update", values: { version: newest } },
    one.push + one.mail > QUEUE && { what: "queue", values: { count: one.push + one.mail } },
    one.faults.some((fault) => now - fault.last < DAY) && { what: "faults", values: {} },
  ];
  return /** @type {Concern[]} */ (found.filter(Boolean));
}

/** The newest of some versions. @param {string[]} versions @returns {string} */
export function newestOf(versions) {
  return versions.reduce((best, one) => (isNewer(one, best) ? one : best), "0");
}

/** Whether a version is newer than another: number by number. @param {string} one @param {string} other */
export function isNewer(one, other) {
  const [a, b] = [one, other].map((text) => (text.match(/\d+/g) ?? []).map(Number));
  for (let at = 0; at < Math.max(a.length, b.length); at++) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) > (b[at] ?? 0);
  return false;
}
