/** Founding a school, joining with a letter, signing in, signing out: everything that begins or ends a session. */
import { b64, unb64 } from "../crypto/encoding.js";
import { checkPerson, Identity, personStatement } from "../crypto/identity.js";
import { loginProof, makePasskeyLock, makeSheetLock, newSheet, openLock } from "../crypto/lock.js";
import { fresh } from "../crypto/random.js";
import { newRoot } from "../crypto/root.js";
import { lockRoot, makePasswordLock } from "../crypto/slow.js";
import { checkInvitationMac, newToken, readToken } from "../crypto/token.js";
import { Batch } from "./batch.js";
import { redeem } from "./redeem.js";
import { call } from "./http.js";
import { Replica } from "./replica.js";
import { Session } from "./session.js";
import { Trust } from "./trust.js";

const YEAR = 366 * 24 * 3600 * 1000;

/** @typedef {import("./vault.js").Vault} Vault */
/** @typedef {{name: string, password: string, device: string}} NewLogin */

/**
 * Found the school. `office`: the founder works in the office as well; without it the answer holds the token of a
 * letter for the first office person; a letter for a second admin is always made.
 * @param {Vault} vault @param {string} secret @param {NewLogin} login @param {boolean} office
 */
export async function found(vault, secret, login, office) {
  const school = await call("GET", "/.well-known/kring");
  const [rootCode, root] = newRoot();
  const { identity, statement, person } = newPerson();
  const replica = new Replica(identity, person.id, new Trust(root.public));
  const batch = new Batch(replica, { name: "root", seat: "", signer: root }, Date.now());
  const tokens = [newToken(), newToken(), newToken()];
  const seats = charter(batch, root.public, tokens, school.host);
  batch.act("server", { host: school.host, key: school.key });
  const used = office ? [0, 1] : [0];
  const links = used.map((at) => ({ link: redeem(readToken(tokens[at]), seats[at], identity, person, Date.now()) }));
  const { sheet, locks } = await newLocks(identity, person.id, login.password);
  const body = { secret, entries: [...batch.entries, ...links], person: [statement], account: { name: login.name, locks }, device: login.device };
  await call("POST", "/api/founding", body);
  const session = await begin(vault, identity, { person: person.id, name: login.name, root: root.public });
  return { session, rootCode, sheet, officeToken: office ? "" : tokens[1], adminToken: tokens[2] };
}

/**
 * What a letter invites to, once paper and school have proven each other; throws CodeError, Problem, Tampered.
 * @param {string} code @param {Uint8Array} [root] the root key known already (a next letter)
 */
export async function lookUp(code, root) {
  const token = readToken(code);
  const invitation = await call("GET", `/api/invitations/${token.locator}`);
  checkInvitationMac(token, root ?? unb64(invitation.root, 32), invitation.invitation, invitation.host, invitation.mac);
  return { token, invitation };
}

/** Use a letter and make a login. @param {Vault} vault @param {string} code @param {NewLogin} login */
export async function join(vault, code, login) {
  const { token, invitation } = await lookUp(code);
  const { identity, statement, person } = newPerson();
  const { sheet, locks } = await newLocks(identity, person.id, login.password);
  const link = redeem(token, invitation.seat, identity, person, Date.now());
  const body = { person: [statement], link, account: { name: login.name, locks }, device: login.device };
  await call("POST", `/api/invitations/${token.locator}/redemption`, body);
  const session = await begin(vault, identity, { person: person.id, name: login.name, root: unb64(invitation.root, 32) });
  return { session, sheet };
}

/** Use one more letter with the account that is signed in: a next child, a second role. @param {Session} session @param {string} code */
export async function addLetter(session, code) {
  const { token, invitation } = await lookUp(code, session.root);
  const statement = personStatement(session.identity);
  const link = redeem(token, invitation.seat, session.identity, checkPerson([statement]), Date.now());
  await call("POST", `/api/invitations/${token.locator}/redemption`, { person: [statement], link, account: null, device: "" });
  await session.sync();
}

/** Sign in with a password, a recovery sheet or what a passkey gave. @param {Vault} vault @param {NewLogin} login @param {"password" | "sheet" | "passkey"} [kind] @returns {Promise<Session>} */
export async function signIn(vault, login, kind = "password") {
  const challenge = await call("POST", "/api/login/challenges", { name: login.name, kind });
  const root = await lockRoot(login.password, challenge.lock);
  const signature = loginProof(root, challenge.challenge, challenge.expires, location.origin);
  const body = { name: login.name, lock: challenge.lock.id, challenge: challenge.challenge, signature, device: login.device };
  const answer = await call("POST", "/api/login", body);
  const identity = new Identity(openLock(root, challenge.lock, answer.wrapped, answer.person));
  const school = await call("GET", "/.well-known/kring");
  return begin(vault, identity, { person: answer.person, name: answer.name, root: unb64(school.root, 32) });
}

/** Make `code` the recovery sheet: from now on the one before opens nothing. @param {Session} session @param {string} code */
export async function renewSheet(session, code) {
  await putLock(makeSheetLock(code, session.identity.seed, session.person));
}

/** Choose another password: from now on the one before opens nothing. @param {Session} session @param {string} password */
export async function changePassword(session, password) {
  await putLock(await makePasswordLock(password, session.identity.seed, session.person));
}

/** @param {ReturnType<typeof makeSheetLock>} lock */
async function putLock(lock) {
  await call("PUT", `/api/locks/${lock.id}`, lock);
}

/** Let a passkey open this account on any device, by the secret it gives. @param {Session} session @param {string} secret */
export async function addPasskey(session, secret) {
  await putLock(makePasskeyLock(secret, session.identity.seed, session.person));
}

/** The session that this browser kept, filled without the network. @param {Vault} vault @param {import("./vault.js").Kept} kept @param {Uint8Array} seed @returns {Promise<Session>} */
export async function resume(vault, kept, seed) {
  const session = new Session(new Identity(seed), kept, vault);
  await session.restore();
  return session;
}

/** Put a lock on what this browser keeps: from the next start on a PIN opens it, or what a passkey gives. The lock never leaves this browser. @param {Session} session @param {string} secret @param {"password" | "passkey"} [kind] */
export async function lockDevice(session, secret, kind = "password") {
  const { seed } = session.identity;
  const lock = kind === "passkey" ? makePasskeyLock(secret, seed, session.person) : await makePasswordLock(secret, seed, session.person);
  await session.vault.remember(session, seed, lock);
}

/** Take the lock off again. @param {Session} session */
export async function unlockDevice(session) {
  await session.vault.remember(session, session.identity.seed);
}

/** The identity seed behind the lock of this browser; throws WrongKey. @param {import("./vault.js").Kept} kept @param {string} secret @returns {Promise<Uint8Array>} */
export async function openKept(kept, secret) {
  const lock = /** @type {import("../crypto/lock.js").Lock} */ (kept.lock);
  return openLock(await lockRoot(secret, lock), lock, lock.wrapped, kept.person);
}

/** Sign out here and wipe what this browser kept. @param {Vault} vault */
export async function signOut(vault) {
  await call("DELETE", "/api/session").catch(() => undefined);
  await vault.wipe();
}

/** Keep a session that the server just began in this browser. @param {Vault} vault @param {Identity} identity @param {{person: string, name: string, root: Uint8Array}} self */
export async function begin(vault, identity, self) {
  await vault.wipe();
  await vault.remember(self, identity.seed);
  const session = new Session(identity, self, vault);
  await session.sync();
  return session;
}

function newPerson() {
  const identity = new Identity(fresh(32));
  const statement = personStatement(identity);
  return { identity, statement, person: checkPerson([statement]) };
}

/** @param {Identity} identity @param {string} person @param {string} password */
async function newLocks(identity, person, password) {
  const sheet = newSheet();
  const locks = [await makePasswordLock(password, identity.seed, person), makeSheetLock(sheet, identity.seed, person)];
  return { sheet, locks };
}

/** The first acts and circles; returns the seats of the first admin and of the first office person. @param {Batch} batch @param {Uint8Array} root @param {string[]} tokens @param {string} host */
function charter(batch, root, tokens, host) {
  const [first, second, third] = tokens.map((token) => readToken(token));
  const deadline = batch.now + YEAR;
  batch.act("school", { root: b64(root) });
  const seats = [batch.seat(first), batch.seat(second)];
  const office = batch.start("office", [seats[1]], ["self"], []);
  const staff = batch.start("staff", [office], [office], []);
  const school = batch.start("school", [staff], [office], [office, staff].sort());
  const desk = batch.start("desk", [office], [office], [office]);
  batch.act("charter", { desk, office, school, staff });
  batch.invite(first, seats[0], "admin", [], host, deadline);
  batch.invite(second, seats[1], "office", [office], host, deadline);
  batch.invite(third, batch.seat(third), "admin", [], host, deadline);
  return seats;
}
