/**
 * Somebody who reads at more than one school: this window shows one of them at a time. Every school has a vault of its
 * own, and is proven from its own root key: the one that our school's log names as linked, and the paper names again.
 * The account, its devices and its notices stay with our school. The same as `sync/client/away.py`.
 */
import { unb64 } from "../crypto/encoding.js";
import { checkPerson, Identity, personStatement } from "../crypto/identity.js";
import { checkInvitationMac, readToken } from "../crypto/token.js";
import { call, Problem, speakTo } from "./http.js";
import { redeem } from "./redeem.js";
import { Session } from "./session.js";
import { Vault } from "./vault.js";

/** A school where one reads; `host` "" is our own. @typedef {{host: string, name: string, root: Uint8Array}} School */
/** A letter of a linked school. @typedef {{school: string, host: string, root: string, seat: string, deadline: number, code: string}} Letter */

const CHOSEN = "school";
const KEPT = "schools";
/** What a page has and a worker lacks. @type {any} */
const page = globalThis;

/** The host of the school that this window shows; "" for our own. @returns {string} */
export function chosen() {
  return page.sessionStorage?.getItem(CHOSEN) ?? "";
}

/** Let this window show another school, from the next start of the app on. @param {string} host */
export function choose(host) {
  page.sessionStorage?.setItem(CHOSEN, host);
}

/** The schools where this account reads away from home. @param {Vault} vault our own school's @returns {Promise<School[]>} */
export async function schools(vault) {
  return (await vault.get("self", KEPT)) ?? [];
}

/**
 * Ask our own server where this account reads, and keep what our school's log proves of it: a new device knows it that way,
 * and a school that is linked no more is forgotten. @param {Session} session at our own school @param {Vault} vault
 */
export async function learnSchools(session, vault) {
  const { peers, away } = await call("GET", "/api/peers");
  const hosts = new Set(away.map((/** @type {[string, number]} */ [host]) => host));
  const found = [...session.replica.trust.peers].filter(([, host]) => hosts.has(host))
    .map(([root, host]) => ({ host, root: unb64(root, 32), name: peers.find((/** @type {School} */ one) => one.host === host)?.name || host }));
  for (const { host } of await schools(vault)) if (!found.some((one) => one.host === host)) indexedDB.deleteDatabase(vaultName(host));
  await vault.put("self", KEPT, found);
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

/**
 * The session at the school that this window shows, filled without the network; null if it shows our own.
 * @param {Vault} vault our own school's @param {{person: string, name: string}} self @param {Uint8Array} seed @returns {Promise<{session: Session, school: School} | null>}
 */
export async function resumeAway(vault, self, seed) {
  const school = (await schools(vault)).find((one) => one.host === chosen());
  if (!school) return null;
  return { session: await sessionAt(self, seed, school), school };
}

/** The session at a linked school, filled from its own vault; what is asked from now on goes there. @param {{person: string, name: string}} self @param {Uint8Array} seed @param {School} school @returns {Promise<Session>} */
export async function sessionAt(self, seed, school) {
  speakTo(school.host);
  const session = new Session(new Identity(seed), { person: self.person, name: self.name, root: school.root }, await Vault.open(vaultName(school.host)));
  await session.restore();
  return session;
}

/**
 * Copies of the linked schools where this account reads, up to date for as long as `act` runs; without those that this
 * browser never opened, and those that do not answer.
 * @template T @param {Session} session at our own school @param {(others: Map<string, Session>) => Promise<T>} act @returns {Promise<T>}
 */
export async function withCopies(session, act) {
  const others = /** @type {Map<string, Session>} */ (new Map());
  for (const { host, name, root } of chosen() ? [] : await schools(session.vault)) {
    const other = new Session(session.identity, { person: session.person, name, root }, await Vault.open(vaultName(host)));
    await other.restore();
    other.vault.database.close();
    if (other.replica.cursor && (await catchUp(other, host).catch(() => false))) others.set(host, other);
  }
  return act(others);
}

/** In memory only: what is kept belongs to the window that shows that school. @param {Session} other @param {string} host */
async function catchUp(other, host) {
  for (let done = false; !done; ) {
    const page = await call("GET", `/api/away/${host}/sync?cursor=${other.replica.cursor}`);
    other.replica.apply(page);
    done = page.done;
  }
  return true;
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
