/** Handing one's account to a new device: the new one shows a number, or the signed-in one shows a code. The same as `sync/client/handover.py`. */
import { b64, unb64 } from "../crypto/encoding.js";
import { Tampered } from "../crypto/errors.js";
import { handoverId, handoverNumber, handoverPair, handoverProof, newHandover, openAccount, sealAccount } from "../crypto/handover.js";
import { Identity } from "../crypto/identity.js";
import { begin } from "./account.js";
import { call } from "./http.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./vault.js").Vault} Vault */
/** What was handed over, and to which number. @typedef {{person: string, root: string, seed: string, number: string}} Given */

const OURS = "/api";

/** The new device waits: a code to keep to oneself, and the number to show. @returns {Promise<{code: string, number: string}>} */
export async function ask() {
  const code = newHandover();
  return { code, number: await announce(code) };
}

/** The signed-in device answers the number that a new one shows; throws CodeError, Problem, Tampered. @param {Session} session @param {string} number @param {string} [at] by which way the number's school is asked */
export async function handOver(session, number, at = OURS) {
  const found = await call("GET", path(number, at));
  const box = unb64(found.box);
  if (handoverId(handoverNumber(box)) !== handoverId(number)) throw new Tampered("another key than the number says");
  const account = { person: session.person, root: b64(session.root), seed: b64(session.identity.seed) };
  await call("PUT", path(number, at), { sealed: sealAccount(box, account) });
}

/** The signed-in device hands over first: the code to show, and the number under which it waits. @param {Session} session @returns {Promise<{code: string, number: string}>} */
export async function offer(session) {
  const asked = await ask();
  await handOver(session, asked.number);
  return asked;
}

/** What was handed over to a code; null: nobody did yet. @param {string} code @returns {Promise<Given | null>} */
export async function collect(code) {
  const pair = handoverPair(code);
  const number = handoverNumber(pair.public);
  const { sealed } = await call("GET", path(number));
  return sealed ? { ...openAccount(pair, sealed), number } : null;
}

/** The new device takes what was handed over to a code; null: nobody did yet. @param {Vault} vault @param {string} code @param {string} device @returns {Promise<Session | null>} */
export async function take(vault, code, device) {
  const given = await collect(code);
  if (!given) return null;
  const { person, root, seed, number } = given;
  const identity = new Identity(unb64(seed));
  const answer = await call("POST", `${path(number)}/session`, { signature: handoverProof(identity, number, location.origin), device });
  return begin(vault, identity, { person, name: answer.name, root: unb64(root) });
}

/** Whether a handover still waits to be collected. @param {string} number */
export async function waits(number) {
  return call("GET", path(number)).then(() => true, (problem) => problem.code !== "not-found");
}

/** @param {string} code */
async function announce(code) {
  const { public: box } = handoverPair(code);
  await call("POST", "/api/handovers", { box: b64(box) });
  return handoverNumber(box);
}

/** @param {string} number @param {string} [at] */
function path(number, at = OURS) {
  return `${at}/handovers/${handoverId(number)}`;
}
