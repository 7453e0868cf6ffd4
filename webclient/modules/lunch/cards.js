/**
 * Strip cards: what is left of them, what is owed, and who shares one. The same as `sync/client/lunchcards.py`: a card
 * reaches those who share it and the lunch team; who says that they share one must be named by the other as well.
 */
import { balance, counted, homes, worth } from "../../sync/stays.js";
import { samePeople } from "../groups/model.js";
import { lunchCircle } from "../people/model.js";
import { boxes, ownSeats, rules } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./stay.js").Body} Body */
/** What a home has: seats, children (circles), and what is left, owed and lost, and what that is worth. @typedef {{home: string[], children: string[], left: number, owed: number, lost: number, cents: number}} Account */

/** What is left of this parent's own cards on a day. @param {Session} session @param {string} day */
export function credit(session, day) {
  return balanceOf(ownMoney(session), day);
}

/** What is to be paid back (cents) to those who share a card; below 0: to pay. @param {Session} session @param {string[]} home @param {string} day */
export function worthOf(session, home, day) {
  return worthIn(session, money(session).filter((item) => item.body.home.some((/** @type {string} */ seat) => home.includes(seat))), day);
}

/** This parent's own cards and charges, the newest first. @param {Session} session @returns {Item[]} */
export function ownMoney(session) {
  const own = ownSeats(session);
  const dayOf = (/** @type {Item} */ item) => item.body.day ?? item.body.bought;
  return money(session).filter((item) => item.body.home.some((/** @type {string} */ seat) => own.has(seat))).sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

/** The homes that have cards or accepted the rules, for the lunch team. @param {Session} session @param {string} day @returns {Account[]} */
export function accounts(session, day) {
  const all = money(session);
  const listed = session.replica.ofKind("luncher").map(({ body }) => ({ seats: body.guardians.map((/** @type {Body} */ one) => one.seat), circles: [body.child] }));
  const accepted = session.replica.ofKind("lunchaccept").map((item) => homeOf(session, item.head.seat));
  return homes([...accepted, ...all.map((item) => item.body.home)]).map((home) => {
    const own = [...listed, ...home.map((seat) => session.replica.trust.seats.get(seat)).map((seat) => ({ seats: [seat?.id ?? ""], circles: seat?.circles ?? [] }))];
    const mine = all.filter((item) => item.body.home.some((/** @type {string} */ seat) => home.includes(seat)));
    const children = [...new Set(own.filter((one) => one.seats.some((/** @type {string} */ seat) => home.includes(seat))).flatMap((one) => one.circles))];
    return { home, children, ...balanceOf(mine, day), cents: worthIn(session, mine, day) };
  });
}

/** Who shares the card of a parent: whom they named, but nobody who accepted the rules without naming them. @param {Session} session @param {string} seat @returns {string[]} */
export function homeOf(session, seat) {
  const own = claim(session, seat);
  if (!own) return [seat];
  const same = samePeople(session, [seat]);
  return own.filter((one) => (claim(session, one) ?? [...same]).some((other) => same.has(other))).sort();
}

/** With whom the person of a seat said to share a card; null if they did not accept the rules. @param {Session} session @param {string} seat @returns {string[] | null} */
export function claim(session, seat) {
  const same = samePeople(session, [seat]);
  const found = session.replica.ofKind("lunchaccept").filter((item) => same.has(item.head.seat)).sort((a, b) => b.head.time - a.head.time)[0];
  return found?.body.home ?? null;
}

/** A letter about money, to those who share the card and to the lunch team. @param {Session} session @param {import("../../sync/batch.js").Batch} batch @param {string} kind @param {Body} body @param {string} id @param {Item | null} [replaces] */
export function toHome(session, batch, kind, body, id, replaces = null) {
  batch.letter(kind, body, [lunchCircle(session)], { id, replaces, seats: boxes(session, body.home) });
}

/** Seal what this person wrote about money anew for those who share a card since; take back what a colleague charged as well. @param {Session} session */
export async function topUpCards(session) {
  const own = session.own();
  const kept = new Set(charges(session).map((item) => item.id));
  for (const { id, head } of session.replica.ofKind("lunchcharge")) if (own.has(head.seat) && !kept.has(id)) await takeBack(session, id, head.seat);
  for (const { id, head } of money(session)) {
    const seat = session.replica.trust.seats.get(head.seat);
    if (!seat || !own.has(head.seat) || !grown(session, id)) continue;
    await session.write(seat, [], (batch) => {
      const found = grown(session, id);
      if (found) toHome(session, batch, found.item.kind, { ...found.item.body, home: found.home }, "", found.item);
    });
  }
}

/** @param {Session} session @param {string} id @param {string} from */
async function takeBack(session, id, from) {
  const seat = session.replica.trust.seats.get(from);
  if (seat) await session.write(seat, [], (batch) => {
    const item = session.replica.items.get(id);
    if (item && !charges(session).includes(item)) batch.delete(item);
  });
}

/** A letter whose home has grown, with that home. @param {Session} session @param {string} id */
function grown(session, id) {
  const item = session.replica.items.get(id);
  const home = new Set((item?.body.home ?? []).flatMap((/** @type {string} */ seat) => [seat, ...homeOf(session, seat)]));
  return item && home.size > item.body.home.length ? { item, home: [...home].sort() } : null;
}

/** The charges that count: a child's once for a day. @param {Session} session @returns {Item[]} */
export function charges(session) {
  const found = session.replica.ofKind("lunchcharge").map((item) => ({ id: item.id, child: item.body.child, day: item.body.day, item }));
  return counted(found).map((one) => one.item);
}

/** @param {Session} session @returns {Item[]} */
function money(session) {
  return [...session.replica.ofKind("lunchcard"), ...charges(session)];
}

/** @param {Session} session @param {Item[]} items @param {string} day */
function worthIn(session, items, day) {
  return worth(bodies(items, "lunchcard"), bodies(items, "lunchcharge"), day, rules(session).price);
}

/** @param {Item[]} items @param {string} day */
function balanceOf(items, day) {
  return balance(bodies(items, "lunchcard"), bodies(items, "lunchcharge"), day);
}

/** @param {Item[]} items @param {string} kind */
function bodies(items, kind) {
  return items.filter((item) => item.kind === kind).map((item) => item.body);
}
