/**
 * Somebody who reads at more than one school. Every school has a session and a vault of its own, and is proven from its own
 * root key: the one that our school's log names as linked, and the paper names again. One of them is shown; the account,
 * its devices and its notices stay with our school. The same as `sync/client/away.py`.
 */
import { unb64 } from "../crypto/encoding.js";
import { checkPerson, personStatement } from "../crypto/identity.js";
import { checkInvitationMac, readToken } from "../crypto/token.js";
import { call, Problem, speakTo, wireTo } from "./http.js";
import { redeem } from "./redeem.js";
import { Session } from "./session.js";
import { Vault } from "./vault.js";

/** A school where one reads; `host` "" is our own. @typedef {{host: string, name: string, root: Uint8Array}} School */
/** A letter of a linked school. @typedef {{school: string, host: string, root: string, seat: string, deadline: number, code: string}} Letter */

const CHOSEN = "school";
const KEPT = "schools";
/** What a page has and a worker lacks. @type {any} */
const page = globalThis;
const LEFT = "schools-left";

/** The host of the school that this window shows; "" for our own. @returns {string} */
export function chosen() {
  return page.sessionStorage?.getItem(CHOSEN) ?? "";
}

/** Let this window show a school, also after the next start of the app. @param {string} host */
export function choose(host) {
  page.sessionStorage?.setItem(CHOSEN, host);
}

/** The address under which a thing of some school is found, in the app and in notifications, whichever is shown. @param {string} host "": our own @param {string} href there @param {string} [own] the host of our own */
export function addressAt(host, href, own = page.location.host) {
  return `/at/${encodeURIComponent(host || own)}${href}`;
}

/** The schools where this account reads away from home. @param {Vault} vault our own school's @returns {Promise<School[]>} */
export async function schools(vault) {
  return (await vault.get("self", KEPT)) ?? [];
}

/**
 * Ask our own server where this account reads, and keep what our school's log proves of it: a new device knows it that way,
 * and a school that is linked no more is forgotten. One that was left comes back when something moved there since.
 * @param {Session} session at our own school @param {Vault} vault
 * @returns {Promise<Map<string, number>>} how often something moved, by host
 */
export async function learnSchools(session, vault) {
  const { peers, away } = await call("GET", "/api/peers");
  const [moved, left] = [new Map(/** @type {[string, number][]} */ (away)), (await vault.get("self", LEFT)) ?? {}];
  const found = [...session.replica.trust.peers].filter(([, host]) => moved.has(host) && left[host] !== moved.get(host))
    .map(([root, host]) => ({ host, root: unb64(root, 32), name: peers.find((/** @type {School} */ one) => one.host === host)?.name || host }));
  for (const { host } of await schools(vault)) if (!found.some((one) => one.host === host)) indexedDB.deleteDatabase(vaultName(host));
  await vault.put("self", KEPT, found);
  return moved;
}

/**
 * A letter of a linked school, once its paper and that school's root key have proven each other; null if it is of none.
 * @param {Session} session at our own school @param {string} code @returns {Promise<Letter | null>}
 */
export async function findLetter(session, code) {
  const token = readToken(code);
  for (const [root, host] of session.replica.trust.peers) {
    const invitation = await call("GET", `/api/away/${host}/invitations/${token.locator}`).catch(unlessNone);
    if (!invitation) continue;
    checkInvitationMac(token, unb64(root, 32), invitation.invitation, invitation.host, invitation.mac);
    return { ...invitation, host, root, code };
  }
  return null;
}

/** Use such a letter with our own account, and remember the school. @param {Session} session @param {Vault} vault our own school's @param {Letter} letter */
export async function join(session, vault, letter) {
  const token = readToken(letter.code);
  const statement = personStatement(session.identity);
  const link = redeem(token, letter.seat, session.identity, checkPerson([statement]), Date.now());
  await call("POST", `/api/away/${letter.host}/invitations/${token.locator}/redemption`, { person: [statement], link, account: null, device: "" });
  const others = (await schools(vault)).filter((one) => one.host !== letter.host);
  await vault.put("self", KEPT, [...others, { host: letter.host, name: letter.school, root: unb64(letter.root, 32) }]);
}

/** The session at a linked school, filled without the network. @param {School} school @param {import("../crypto/identity.js").Identity} identity @param {{person: string, name: string}} self @returns {Promise<Session>} */
export async function resumeAway({ host, root }, identity, { person, name }) {
  const session = new Session(identity, { person, name, root }, await Vault.open(vaultName(host)), wireTo(host));
  await session.restore();
  return session;
}

/** Forget a school where this person has no place any more. @param {Vault} vault our own school's @param {string} host @param {number} moved how often something had moved there by then */
export async function leaveSchool(vault, host, moved) {
  await vault.put("self", KEPT, (await schools(vault)).filter((one) => one.host !== host));
  await vault.put("self", LEFT, { ...(await vault.get("self", LEFT)), [host]: moved });
  indexedDB.deleteDatabase(vaultName(host));
}

/** Forget all other schools: at sign-out. @param {Vault} vault our own school's */
export async function forget(vault) {
  for (const { host } of await schools(vault)) indexedDB.deleteDatabase(vaultName(host));
  page.sessionStorage?.removeItem(CHOSEN);
  speakTo("");
}

/** @param {string} host */
function vaultName(host) {
  return `kring ${host}`;
}

/** @param {unknown} error @returns {null} */
function unlessNone(error) {
  if (error instanceof Problem && error.code === "not-found") return null;
  throw error;
}
