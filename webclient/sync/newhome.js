/**
 * The account moves home: the same person, with the same keys, gets a login at a linked school where they read already. The
 * new school's page shows a number (`handover.ask`); the app at the old school answers it through both servers. The same as
 * `sync/client/moving.py`.
 */
import { b64, unb64 } from "../crypto/encoding.js";
import { handoverId } from "../crypto/handover.js";
import { Identity } from "../crypto/identity.js";
import { makeSheetLock, newSheet } from "../crypto/lock.js";
import { accountHash, moveInProof, moveOutProof } from "../crypto/moving.js";
import { makePasswordLock } from "../crypto/slow.js";
import { begin } from "./account.js";
import { handOver } from "./handover.js";
import { call, Problem } from "./http.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./handover.js").Given} Given */

/**
 * Make a login here with an account that was handed over; throws Problem `name-taken`. `code`: the new recovery sheet.
 * @param {import("./vault.js").Vault} vault @param {Given} given @param {{name: string, password: string, device: string}} login
 * @returns {Promise<{session: Session, sheet: string}>}
 */
export async function arrive(vault, { person, root, seed, number }, { name, password, device }) {
  const [identity, sheet] = [new Identity(unb64(seed)), newSheet()];
  const locks = [await makePasswordLock(password, identity.seed, person), makeSheetLock(sheet, identity.seed, person)];
  const signature = moveInProof(identity, accountHash(name, locks), handoverId(number), location.origin, root);
  await call("POST", `/api/handovers/${handoverId(number)}/home`, { person, account: { name, locks }, signature, device });
  return { session: await begin(vault, identity, { person, name, root: unb64(root) }), sheet };
}

/** Whether the account is at home at a linked school: that school takes nothing from ours for it any more. @param {Session} there @returns {Promise<boolean>} */
export async function hasArrived(there) {
  return there.wire.call("GET", `/api/sync?cursor=${there.replica.cursor}`).then(() => false, (error) => {
    if (error instanceof Problem && error.code === "not-found") return true;
    throw error;
  });
}

/** Tell the old school: from now on the account is at home there. Its locks, devices and notices here end. @param {Session} session at our own school @param {Session} there */
export async function depart(session, there) {
  const [target, time] = [b64(there.root), Date.now()];
  const signature = moveOutProof(session.identity, location.origin, b64(session.root), target, time);
  await call("PUT", "/api/home", { target, time, signature });
}

/** Answer the number that a linked school's page shows, through our own school; throws CodeError, Problem, Tampered. @param {Session} there @param {string} number */
export async function handOverTo(there, number) {
  await handOver(there, number, `/api/away/${there.wire.host}`);
}
