/**
 * What is left of a strip card when a child leaves: a line for the home that has it and for the lunch team. The same as
 * `sync/client/lunchrefunds.py`: how much it is follows from cards and charges, so it is right until the last lunch.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { dayOf } from "../../sync/zone.js";
import { lunchCircle } from "../people/model.js";
import { accounts, toHome } from "./cards.js";
import { isTeam, ownSeats } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** A child that leaves or left, and what its home has: strips left or owed, cents to be paid back (below 0: to pay). @typedef {{item: Item, left: number, owed: number, cents: number}} Refund */

/** The homes of these seats whose card ends when a child leaves, each with an id for its line; for the office. @param {Session} session @param {string} child @param {string[]} seats @returns {{id: string, home: string[]}[]} */
export function closing(session, child, seats) {
  if (!lunchCircle(session)) return [];
  const leaving = new Set([child, ...session.replica.ofKind("roster").filter((row) => row.body.left).map((row) => row.body.child), ...session.replica.ofKind("departed").map((row) => row.body.child)]);
  const paid = new Set(["lunchcard", "lunchcharge"].flatMap((kind) => session.replica.ofKind(kind)).flatMap((item) => item.body.home));
  const found = accounts(session, dayOf(Date.now())).filter(({ home }) => home.some((seat) => seats.includes(seat)) && home.some((seat) => paid.has(seat)));
  return found.filter(({ children }) => children.every((one) => leaving.has(one))).map(({ home }) => ({ id: b64(fresh(16)), home }));
}

/** Put these lines into a batch. @param {Session} session @param {import("../../sync/batch.js").Batch} batch @param {{id: string, home: string[]}[]} homes @param {{child: string, first: string, group: string, last: string, departure: string}} body */
export function writeRefunds(session, batch, homes, body) {
  for (const { id, home } of homes) toHome(session, batch, "lunchrefund", { home, ...body }, id);
}

/** The lines that reach this person, where there is something to pay, as cards and charges are on a day. @param {Session} session @param {string} day @returns {Refund[]} */
export function refunds(session, day) {
  const [own, team] = [ownSeats(session), isTeam(session)];
  const told = session.replica.ofKind("lunchrefund").filter(({ head, body }) => session.replica.trust.seats.get(head.seat)?.role === "office" && (team || body.home.some((/** @type {string} */ seat) => own.has(seat))));
  if (!told.length) return [];
  const all = accounts(session, day);
  return told.flatMap((item) => {
    const found = all.find(({ home }) => home.some((seat) => item.body.home.includes(seat)));
    return found && (found.left || found.owed) ? [{ item, left: found.left, owed: found.owed, cents: found.cents }] : [];
  });
}
