/**
 * Lunch as this person's copy knows it: the rules, what counts of plans and days, and the letters that say so. The same
 * as `sync/client/lunch.py`; pure over a session and a batch, for pages and the push worker alike.
 */
import { household } from "../groups/homes.js";
import { parents, proven } from "../groups/model.js";
import { lunchCircle } from "../people/model.js";
import { standing, verdict, withoutLunch } from "../../sync/stays.js";
import { instant } from "../../sync/zone.js";
import { addDays } from "../absences/days.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {Record<string, any>} Body */

/** What is known about a child, of one kind. @typedef {(kind: string, child: string) => Item[]} Book */

/** How long a single day's change is kept: until the yearly statement was made. */
const KEPT = 400 * 24 * 3600 * 1000;
/** What children may not or do not eat, in words of our own, so that totals name nobody. */
export const ALLERGENS = ["nuts", "peanut", "milk", "egg", "gluten", "soy", "fish", "shellfish", "sesame", "vegetarian", "nopork"];
/** What is written about one child. */
const KINDS = ["luncher", "lunchplan", "lunchday", "diet", "lunchalarm", "lunchcharge"];
/** @type {Body} */
export const BLANK = { version: 0, text: "", cutoff: "11:00", days: [1, 2, 4, 5], price: 0, cards: [] };

/** The rules in force; version 0 while there are none. @param {Session} session @returns {Body} */
export function rules(session) {
  return rulesItem(session)?.body ?? BLANK;
}

/** @param {Session} session @returns {Item | null} */
export function rulesItem(session) {
  return session.replica.ofKind("lunchrules", session.replica.trust.charter.school)[0] ?? null;
}

/** Whether this person keeps the lunch team's lists. @param {Session} session */
export function isTeam(session) {
  const circle = lunchCircle(session);
  return Boolean(circle && session.seat({ circle }));
}

/** What this person accepted. @param {Session} session @returns {Item | null} */
export function acceptance(session) {
  const own = ownSeats(session);
  return session.replica.ofKind("lunchaccept").filter((item) => own.has(item.head.seat)).sort((a, b) => b.head.time - a.head.time)[0] ?? null;
}

/** The seats of those who share this parent's card. @param {Session} session @returns {string[]} */
export function home(session) {
  return acceptance(session)?.body.home ?? [...ownSeats(session)].sort();
}

/** Who would share it, if this parent says so: those of the household. @param {Session} session @returns {string[]} */
export function housemates(session) {
  const circle = household(session);
  const own = ownSeats(session);
  return circle ? session.replica.ofKind("member", circle).map((item) => item.body.seat).filter((seat) => !own.has(seat)) : [];
}

/** Everything about children, looked up once for a whole list: a copy of years is long. @param {Session} session @returns {Book} */
export function bookOf(session) {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const item of KINDS.flatMap((kind) => session.replica.ofKind(kind))) {
    const key = `${item.kind} ${item.body.child}`;
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return (kind, child) => found.get(`${kind} ${child}`) ?? [];
}

/** What its parents told of a child, each for themselves. @param {Session} session @param {string} child @param {Book} [book] @returns {Item[]} */
export function diets(session, child, book = lookUp(session)) {
  return about(session, "diet", child, book);
}

/** What this parent told. @param {Session} session @param {string} child @returns {Item | null} */
export function ownDiet(session, child) {
  const own = ownSeats(session);
  return diets(session, child).find((item) => own.has(item.head.seat)) ?? null;
}

/** Whether a child stays on a day, whether it is charged, why and by whose doing. @param {Session} session @param {string} child @param {string} day @param {boolean} [there] @param {Body[]} [more] changes that are not sent yet @param {Book} [book] */
export function ofChild(session, child, day, there = false, more = [], book = lookUp(session)) {
  const { plans, changes } = facts(session, child, book);
  return verdict(day, rules(session), plans, [...changes, ...more], there);
}

/** The plans and changes of a child that count. @param {Session} session @param {string} child @param {Book} [book] @returns {{plans: Body[], changes: Body[]}} */
export function facts(session, child, book = lookUp(session)) {
  const plans = about(session, "lunchplan", child, book).map(factOf);
  const changes = about(session, "lunchday", child, book).map((item) => ({ ...factOf(item), ...byOf(session, item) }));
  return { plans, changes };
}

/** The days of the week that a child stays, as planned on a day. @param {Session} session @param {string} child @param {string} day @returns {number[]} */
export function fixedDays(session, child, day) {
  return [...new Set(standing(facts(session, child).plans, day).flatMap((plan) => plan.days))].sort();
}

/** Whether anything was ever said of a child's lunch. @param {Session} session @param {string} child */
export function takesPart(session, child) {
  const { plans, changes } = facts(session, child);
  return plans.length + changes.length > 0;
}

/** Whether a letter about a child is from a parent of it, or from staff. @param {Session} session @param {Item} item */
export function counts(session, item) {
  const seat = session.replica.trust.seats.get(item.head.seat);
  return Boolean(seat && (seat.role !== "guardian" || seat.circles.includes(item.body.child)));
}

/** This person's places as a parent. @param {Session} session @returns {Set<string>} */
export function ownSeats(session) {
  return new Set(session.replica.seats().filter((seat) => seat.role === "guardian" && seat.alive(Date.now())).map((seat) => seat.id));
}

/** The seats of a child's parents, as the office told the lunch team. @param {Session} session @param {string} child @returns {string[]} */
export function guardians(session, child) {
  const found = session.replica.ofKind("luncher").find((item) => item.body.child === child);
  return (found?.body.guardians ?? []).map((/** @type {Body} */ one) => one.seat);
}

/** How seats are reached: by the key they have shown, else by their first. @param {Session} session @param {string[]} seats @returns {Map<string, string>} */
export function boxes(session, seats) {
  const { trust } = session.replica;
  const first = parents(session);
  for (const item of session.replica.ofKind("luncher")) for (const [seat, box] of proven(item.body.guardians)) first.set(seat, box);
  const found = seats.filter((seat) => !trust.hasEnded(seat)).map((seat) => /** @type {[string, string]} */ ([seat, trust.seats.get(seat)?.opens || first.get(seat) || ""]));
  return new Map(found.filter(([, box]) => box));
}

/** Put a letter for the lunch team and those who share the writer's card into a batch. @param {Session} session @param {Batch} batch @param {string} kind @param {Body} body @param {{id: string, replaces?: Item | null}} more */
export function toTeam(session, batch, kind, body, more) {
  const shared = (body.home ?? home(session)).filter((/** @type {string} */ seat) => seat !== batch.author.seat);
  batch.letter(kind, body, [lunchCircle(session)], { ...more, seats: boxes(session, shared) });
}

/** Put a letter about a child's days into a batch: to its circle where this person reads it, else to its parents. @param {Session} session @param {Batch} batch @param {Body} body @param {string} id @param {number} [time] when it was said (ms), 0: now */
export function say(session, batch, body, id, time = 0) {
  const { child, day, until = day } = body;
  const known = session.replica.circles.has(child);
  if (known) batch.freshen(child);
  const to = known ? [child, lunchCircle(session)] : [lunchCircle(session)];
  const seats = known ? new Map() : boxes(session, guardians(session, child));
  batch.letter("lunchday", body, to, { id, seats, time, until: until ? instant(until) + KEPT : 0 });
}

/**
 * Beside an absence: lunch is off on its days, or on again; nothing of a child that never stays.
 * @param {Session} session @param {Batch} batch @param {string} child @param {string} absence @param {Body} body @param {string} id @param {boolean} [withdrawn]
 */
export function callOff(session, batch, child, absence, body, id, withdrawn = false) {
  if (!lunchCircle(session) || !withoutLunch(body) || !takesPart(session, child)) return;
  const last = [body.until, body.better ? addDays(body.better, -1) : ""].filter(Boolean).sort()[0] ?? "";
  say(session, batch, { child, day: body.from, until: last, stay: Number(withdrawn), absence, ...(body.weekly ? { weekly: 1 } : {}) }, id);
}

/** How a child is called, and its group: as the office says, else as its parents do. @param {Session} session @param {string} child @param {Book} [book] @returns {{first: string, group: string}} */
export function called(session, child, book = lookUp(session)) {
  for (const kind of ["luncher", "lunchplan", "lunchalarm"]) {
    const [found] = book(kind, child);
    if (found?.body.first) return { first: found.body.first, group: found.body.group ?? "" };
  }
  const profile = session.replica.ofKind("profile", child)[0]?.body;
  return { first: profile?.first ?? "", group: (profile?.groups ?? []).join(", ") };
}

/** @param {Session} session @param {string} kind @param {string} child @param {Book} book @returns {Item[]} */
function about(session, kind, child, book) {
  return book(kind, child).filter((item) => counts(session, item));
}

/** A book of which no more than a page is read. @param {Session} session @returns {Book} */
function lookUp(session) {
  return (kind, child) => session.replica.ofKind(kind).filter((item) => item.body.child === child);
}

/** @param {Item} item @returns {Body} */
function factOf(item) {
  return { ...item.body, id: item.id, seat: item.head.seat, at: item.head.time };
}

/** @param {Session} session @param {Item} item @returns {Body} */
function byOf(session, item) {
  const role = session.replica.trust.seats.get(item.head.seat)?.role ?? "";
  return ["lunch", "office"].includes(role) && !item.body.absence ? { team: 1 } : {};
}
