/** Linking another school: what its server says it is, and the acts that two offices sign after comparing. The same as `sync/client/linking.py`. */
import { b64 } from "../../crypto/encoding.js";
import { readRoot } from "../../crypto/root.js";
import { Batch } from "../../sync/batch.js";
import { Refused } from "../../sync/errors.js";
import { call, Problem } from "../../sync/http.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{host: string, name: string, root: string}} Seen */
/** @typedef {{root: string, host: string, name: string, state: string, heard: number, waiting: number, restored: number, watches: number}} Peer */

const TRIES = 6;

/** What people type or paste as an address: the host of it. @param {string} text */
export function hostOf(text) {
  return text.trim().toLowerCase().replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}

/** What the server at a host says it is: nothing of it is true before the numbers were compared. @param {string} host @returns {Promise<Seen>} */
export function look(host) {
  return call("POST", "/api/peers", { host: hostOf(host) });
}

/** The linked schools, and how they answer. @returns {Promise<{signed: boolean, peers: Peer[]}>} */
export function linked() {
  return call("GET", "/api/peers");
}

/** Sign that this is the other school: both numbers were the same on both sides. @param {Session} session @param {Seen} seen */
export async function link(session, seen) {
  await session.write(ownSeat(session), [], (batch) => void batch.act("peer", { host: seen.host, root: seen.root }));
}

/** Sign that a school is linked no more. @param {Session} session @param {string} root */
export async function unlink(session, root) {
  await session.write(ownSeat(session), [], (batch) => void batch.act("unpeer", { root }));
}

/** The place in which one links: that of the office, or as an admin. @param {Session} session */
function ownSeat(session) {
  const seat = session.seat({ role: "office" }) ?? session.seat({ role: "admin" });
  if (!seat) throw new Error("neither in the office nor an admin");
  return seat;
}

/**
 * Sign for this school's server with the root sheet; throws CodeError, Refused `wrong-school`.
 * @param {Session} session @param {string} code @param {boolean} [renew] for a fresh key
 */
export async function signServer(session, code, renew = false) {
  const root = readRoot(code);
  if (b64(root.public) !== b64(session.root)) throw new Refused("wrong-sheet");
  const { key } = renew ? await call("POST", "/api/peers/key", {}) : await call("GET", "/.well-known/kring");
  for (let left = TRIES; ; left--) {
    const batch = new Batch(session.replica, { name: "root", seat: "", signer: root }, Date.now());
    batch.act("server", { host: location.host, key });
    try {
      await call("POST", "/api/entries", { entries: batch.entries });
      return void (await session.sync());
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "stale-tip" || left === 1) throw error;
      await session.sync();
    }
  }
}
