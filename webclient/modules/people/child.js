/** A child as the office's page shows it: its adults and how far each has come, its groups, what waits for a consent. */
import { readToken } from "../../crypto/token.js";
import { consent } from "../../sync/acts.js";
import { fullName } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {Record<string, any>} Body */
/** @typedef {"joined" | "open" | "expired" | "withdrawn" | "over" | "later"} Standing */
/** @typedef {{key: string, seat: string, name: string, relation: string, role: string, starts: number, ends: number, standing: Standing, live: boolean, token: string, deadline: number, own: boolean}} AdultRow */
/** `step`: what the person who looks can do: wait for a colleague, consent, make the letter, or wait for the proposer. @typedef {{key: string, name: string, relation: string, role: string, starts: number, ends: number, renews: boolean, step: "wait" | "consent" | "ready" | "consented"}} Proposal */
/** @typedef {{number: string, circle: string, name: string, first: string, born: string, groups: string[], protected: boolean, left: number, adults: AdultRow[], proposals: Proposal[]}} ChildPage */

export const ROLES = /** @type {const} */ (["guardian", "informed", "guest"]);

/** What there is to show of the child with this number; null where the office knows none. @param {Session} session @param {string} number @param {number} [now] ms UTC @returns {ChildPage | null} */
export function childPage(session, number, now = Date.now()) {
  const item = session.replica.ofKind("roster").find((one) => one.body.number === number);
  if (!item) return null;
  const { body } = item;
  return {
    number, circle: body.child, name: fullName(/** @type {any} */ (body)), first: body.first, born: body.born ?? "", groups: body.groups,
    protected: Boolean(body.protected), left: body.left ?? 0,
    adults: body.guardians.map((/** @type {Body} */ one) => adultRow(session, one, now)),
    proposals: (body.pending ?? []).map((/** @type {Body} */ one) => proposal(session, body.child, one)),
  };
}

/** Children of the roster that fit what somebody types: a name, a number, an adult's name, a group. @param {Session} session @param {string} typed */
export function findChildren(session, typed) {
  const words = typed.trim().toLowerCase().split(/\s+/);
  const rows = session.replica.ofKind("roster").filter((item) => !item.body.left).map(({ body }) => ({
    number: body.number, name: fullName(/** @type {any} */ (body)), groups: body.groups.join(", "), protected: Boolean(body.protected), tone: body.child,
    adults: body.guardians.filter((/** @type {Body} */ one) => !one.ended).map((/** @type {Body} */ one) => one.name) }));
  const text = (/** @type {any} */ row) => [row.number, row.name, row.groups, ...row.adults].join(" ").toLowerCase();
  return rows.filter((row) => words.every((word) => text(row).includes(word))).sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** @param {Session} session @param {Body} one @param {number} now @returns {AdultRow} */
function adultRow(session, one, now) {
  const seat = session.replica.trust.seats.get(one.seat);
  const standing = standingOf(one, seat, now);
  return {
    key: one.key, seat: one.seat, name: one.name, relation: one.relation ?? "", role: one.role ?? "guardian", standing, token: one.token, deadline: one.deadline,
    starts: seat?.starts ?? 0, ends: seat?.ends ?? 0, live: !["over", "withdrawn"].includes(standing), own: seat?.person === session.person,
  };
}

/** @param {Body} one @param {import("../../sync/seats.js").Seat | undefined} seat @param {number} now @returns {Standing} */
function standingOf(one, seat, now) {
  const ended = one.ended || seat?.ended;
  if (ended) return seat?.person ? "over" : "withdrawn";
  if (seat?.ends && seat.ends <= now) return "over";
  if (!seat?.person) return one.deadline < now ? "expired" : "open";
  return seat.starts > now ? "later" : "joined";
}

/** @param {Session} session @param {string} child @param {Body} one @returns {Proposal} */
function proposal(session, child, one) {
  const seconds = [...(session.replica.trust.guards.approvals.get(consent(child, readToken(one.token).locator))?.keys() ?? [])];
  const mine = one.by === session.person;
  const step = seconds.some((who) => who !== session.person) ? "ready" : seconds.length ? "consented" : mine ? "wait" : "consent";
  return { key: one.key, name: one.name, relation: one.relation, role: one.role, starts: one.starts ?? 0, ends: one.ends ?? 0, renews: Boolean(one.replaces), step };
}
