/**
 * Slots: how offers stand, and holding, taking, moving, giving back. The rule itself is the server's (`sync/claims.py`):
 * it decides who comes first and learns opaque ids; what a slot is, and whose, stands in letters, which are compared here.
 */
import { call } from "./http.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./types.js").OfferAt} OfferAt */
/** @typedef {import("./types.js").ClaimAt} ClaimAt */
/** @typedef {import("./types.js").Claim} Claim */
/** @typedef {import("./types.js").Terms} Terms */

export const [TAKEN, WAITING] = ["taken", "waiting"];

/** Hold slots for two minutes, all or none; returns until when (ms). @param {Claim[]} claims @returns {Promise<number>} */
export async function hold(claims) {
  return (await call("POST", "/api/holds", { claims })).until;
}

/** Let go of what this person holds. */
export async function release() {
  await call("DELETE", "/api/holds");
}

/** Give back what a letter took, whoever wrote it: for staff, and for whom staff claimed. @param {Session} session @param {string} record */
export async function giveBack(session, record) {
  await session.wire.call("DELETE", `/api/claims/${record}`);
  await session.sync();
}

/** The claim that a letter's body makes. @param {Record<string, any>} body @param {{child?: string, wait?: number, seat?: string}} [more] @returns {Claim} */
export function taken(body, { child = "", wait = 0, seat = "" } = {}) {
  return { offer: body.offer, slot: body.slot, count: body.count ?? 1, child, wait, seat };
}

/** The body of a claim that goes to another slot; `from` is the one it keeps if it has to wait. @param {Record<string, any>} body @param {string} slot @returns {Record<string, any>} */
export function moved(body, slot) {
  return { ...body, slot, from: body.slot };
}

/** Whether what the server says of a claim is what its letter says. @param {ClaimAt} state @param {string} offer @param {Record<string, any>} body */
export function isTrue(state, offer, body) {
  return body.offer === offer && [body.slot, body.from].includes(state.slot) && state.count === (body.count ?? 1);
}

/** How many of a slot are left; null: there is no limit. @param {Session} session @param {string} offer @param {string} slot @returns {number | null} */
export function free(session, offer, slot) {
  const state = session.replica.offers.get(offer);
  const capacity = state?.terms.slots.find(([id]) => id === slot)?.[1] ?? 0;
  return capacity ? Math.max(0, capacity - tallyOf(session, offer, slot).used) : null;
}

/** How many of a slot are taken or held, and how many wait. @param {Session} session @param {string} offer @param {string} slot */
export function tallyOf(session, offer, slot) {
  const [, used = 0, waiting = 0] = session.replica.offers.get(offer)?.slots.find(([id]) => id === slot) ?? [];
  return { used, waiting };
}

/** The claims of an offer whose letters are here and say the same, each with its letter. @param {Session} session @param {string} offer */
export function claimsOf(session, offer) {
  return (session.replica.offers.get(offer)?.claims ?? []).flatMap((state) => {
    const item = session.replica.items.get(state.record);
    return item && isTrue(state, offer, item.body) ? [{ state, item }] : [];
  });
}

/** The claims of letters from own seats. @param {Session} session @param {string} offer @returns {ClaimAt[]} */
export function mine(session, offer) {
  const own = session.own();
  return claimsOf(session, offer).filter(({ item }) => own.has(item.head.seat)).map(({ state }) => state);
}

/** How the claim of a letter stands; of two (it waits, and keeps what it has) the one that waits. @param {Session} session @param {string} record @returns {ClaimAt | null} */
export function claimOf(session, record) {
  const found = [...session.replica.offers.values()].flatMap((offer) => offer.claims).filter((one) => one.record === record);
  return found.find((one) => one.state === WAITING) ?? found[0] ?? null;
}

/** What a letter has, also while it waits for another slot. @param {Session} session @param {string} record @returns {ClaimAt | null} */
export function hasOf(session, record) {
  const found = [...session.replica.offers.values()].flatMap((offer) => offer.claims);
  return found.find((one) => one.record === record && one.state === TAKEN) ?? null;
}

/** Take how offers stand; returns the letters whose claims stand otherwise than before. @param {Map<string, OfferAt>} known @param {OfferAt[]} offers @returns {string[]} */
export function restate(known, offers) {
  return offers.flatMap((offer) => {
    const moved = differing(known.get(offer.offer), offer);
    known.set(offer.offer, offer);
    return moved;
  });
}

/** Take newer tallies of offers that are known. @param {Map<string, OfferAt>} known @param {[string, import("./types.js").Tally[]][]} counts */
export function recount(known, counts) {
  for (const [offer, slots] of counts) {
    const before = known.get(offer);
    if (before) known.set(offer, { ...before, slots });
  }
}

/** Forget the offers of a circle that was left. @param {Map<string, OfferAt>} known @param {string} circle */
export function leave(known, circle) {
  for (const [id, offer] of known) if (offer.circle === circle) known.delete(id);
}

/** The letters whose claims were promoted, given back, or are first heard of. @param {OfferAt | undefined} before @param {OfferAt} after @returns {string[]} */
function differing(before, after) {
  const key = (/** @type {ClaimAt} */ one) => `${one.record} ${one.slot} ${one.state}`;
  const [known, now] = [new Set((before?.claims ?? []).map(key)), new Set(after.claims.map(key))];
  const other = [...[...known].filter((one) => !now.has(one)), ...[...now].filter((one) => !known.has(one))];
  return [...new Set(other.map((one) => one.split(" ")[0]))].sort();
}
