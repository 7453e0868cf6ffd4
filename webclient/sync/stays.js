/**
 * Who stays for lunch on a day, who pays for it and why, and what is left on a card. Pure; the same as `sync/stays.py`,
 * which says what the facts look like; both run `tests/sync/stays.json`.
 */
import { dayOf, instant } from "./zone.js";

/** @typedef {Record<string, any>} Fact */
/** @typedef {{stays: boolean, pays: boolean, why: string, seat: string}} Verdict */

/** A part of a day that covers this is without lunch. */
const LUNCH = "12:00";
const LAST = "9999-12-31";
const DAY = 24 * 3600 * 1000;

/**
 * Whether a child is expected on a day, whether the day is charged, why, and by whose doing. `there`: it was seen at lunch.
 * @param {string} day @param {Fact} rules @param {Fact[]} plans @param {Fact[]} changes @param {boolean} [there] @returns {Verdict}
 */
export function verdict(day, rules, plans, changes, there = false) {
  const found = isLunchDay(day, rules) ? told(day, rules, plans, changes) : answer(false, false, "none", "");
  return there && !found.pays ? { ...found, pays: true, why: "unexpected" } : found;
}

/** Whether there is lunch at school on a day. @param {string} day @param {Fact} rules */
export function isLunchDay(day, rules) {
  return rules.days.includes(weekday(day)) && !(rules.closed ?? []).includes(day);
}

/** Until when (ms, not included) a change for a day is in time. @param {string} day @param {Fact} rules */
export function cutoff(day, rules) {
  return instant(day, rules.cutoff);
}

/** From which day a plan works: not before the Monday after it was written. @param {Fact} plan @returns {string} */
export function starts(plan) {
  const written = dayOf(plan.at);
  const monday = new Date(Date.parse(`${written}T12:00:00Z`) + (8 - weekday(written)) * DAY).toISOString().slice(0, 10);
  return plan.from > monday ? plan.from : monday;
}

/** The plans in force on a day, the oldest first: each parent's newest, but those that another took the place of. @param {Fact[]} plans @param {string} day @returns {Fact[]} */
export function standing(plans, day) {
  const begun = plans.filter((plan) => starts(plan) <= day).sort((a, b) => a.at - b.at);
  const newest = new Map(begun.map((plan) => [plan.seat, plan.id]));
  const gone = new Set(begun.flatMap((plan) => plan.instead ?? []));
  return begun.filter((plan) => newest.get(plan.seat) === plan.id && !gone.has(plan.id));
}

/** Whether a change is about a day. @param {Fact} change @param {string} day */
export function covers(change, day) {
  const until = change.until ?? change.day;
  const weekly = change.weekly && weekday(day) !== weekday(change.day);
  return change.day <= day && (!until || day <= until) && !weekly;
}

/** Whether an absence covers lunch on its days. @param {Fact} absence */
export function withoutLunch(absence) {
  return (absence.start || "00:00") <= LUNCH && LUNCH < (absence.end || "24:00");
}

/** What is left of cards, what is owed, and what was lost to an end: the card that ends first is used first. @param {Fact[]} cards @param {Fact[]} charges @param {string} today */
export function balance(cards, charges, today) {
  const { open, left, owed } = spend(cards, charges);
  const sum = (/** @type {boolean} */ over) => left.filter((_, at) => today > endOf(open[at]) === over).reduce((all, one) => all + one, 0);
  return { left: sum(false), owed, lost: sum(true) };
}

/** What is to be paid back (cents) of what is left, at what was paid for it, but for what is owed; below 0: to pay. @param {Fact[]} cards @param {Fact[]} charges @param {string} today @param {number} price of a strip */
export function worth(cards, charges, today, price) {
  const { open, left, owed } = spend(cards, charges);
  const paid = open.map((card, at) => (today <= endOf(card) ? Math.floor((left[at] * card.cents) / card.strips) : 0));
  return paid.reduce((all, one) => all + one, 0) - owed * price;
}

/** The charges that count: of each child's day one, the first by id, though two of the team closed it at once. @template {Fact} T @param {T[]} charges @returns {T[]} */
export function counted(charges) {
  const first = new Map();
  for (const one of [...charges].sort((a, b) => order(a.id ?? "", b.id ?? ""))) if (one.child && !first.has(`${one.child} ${one.day}`)) first.set(`${one.child} ${one.day}`, one);
  return charges.filter((one) => !one.child || first.get(`${one.child} ${one.day}`) === one);
}

/** The cards in the order in which they are used, how much of each is left, and what no card was there for. @param {Fact[]} cards @param {Fact[]} charges */
function spend(cards, charges) {
  const open = cards.filter((card) => card.strips > 0).sort((a, b) => order(endOf(a), endOf(b)) || order(a.bought, b.bought));
  const left = open.map((card) => card.strips);
  const refunds = cards.filter((card) => card.strips < 0).map((card) => ({ day: card.bought, strips: -card.strips }));
  let owed = 0;
  for (const spent of [...counted(charges), ...refunds].sort((a, b) => order(a.day, b.day)))
    for (let strip = 0; strip < spent.strips; strip++) {
      const at = open.findIndex((card, one) => left[one] > 0 && spent.day <= endOf(card));
      if (at < 0) owed += 1;
      else left[at] -= 1;
    }
  return { open, left, owed };
}

/** The last day of a card. @param {Fact} card @returns {string} */
function endOf(card) {
  return card.expires || LAST;
}

/** Who shares a card: lists of seats that overlap are one home. @param {Iterable<string[]>} known @returns {string[][]} */
export function homes(known) {
  /** @type {Set<string>[]} */
  let found = [];
  for (const seats of known) {
    const same = found.filter((one) => seats.some((seat) => one.has(seat)));
    found = [...found.filter((one) => !same.includes(one)), new Set([...seats, ...same.flatMap((one) => [...one])])];
  }
  return found.map((home) => [...home].sort()).sort((a, b) => order(a[0] ?? "", b[0] ?? ""));
}

/** @param {string} day @param {Fact} rules @param {Fact[]} plans @param {Fact[]} changes @returns {Verdict} */
function told(day, rules, plans, changes) {
  const limit = cutoff(day, rules);
  const last = choice(day, plans, changes);
  const timely = choice(day, plans, changes.filter((one) => one.at < limit || one.team));
  if (last.stays) return timely.stays ? last : { ...last, why: "late-in" };
  if (timely.stays) return { ...timely, stays: false, why: last.why === "sick" ? "late-sick" : "late-off" };
  return last;
}

/** What plans and changes come to, whenever they were written. @param {string} day @param {Fact[]} plans @param {Fact[]} changes @returns {Verdict} */
function choice(day, plans, changes) {
  const plan = standing(plans, day).find((one) => one.days.includes(weekday(day)));
  const planner = plan?.seat ?? "";
  const found = newest(day, changes);
  if (!found) return answer(Boolean(plan), Boolean(plan), plan ? "planned" : "none", planner);
  if (!found.stay) return answer(false, false, found.absence ? "sick" : "off", planner);
  return answer(true, true, plan ? "planned" : "extra", planner || (found.team ? "" : found.seat));
}

/** The change that decides a day: the last that was said, an absence by its last word. @param {string} day @param {Fact[]} changes @returns {Fact | undefined} */
function newest(day, changes) {
  const inOrder = [...changes].sort((a, b) => a.at - b.at);
  const absences = new Map(inOrder.filter((one) => one.absence).map((one) => [one.absence, one]));
  const said = inOrder.filter((one) => (one.absence ? absences.get(one.absence) === one && !one.stay : true) && covers(one, day));
  return said.at(-1);
}

/** @param {boolean} stays @param {boolean} pays @param {string} why @param {string} seat @returns {Verdict} */
function answer(stays, pays, why, seat) {
  return { stays, pays, why, seat };
}

/** @param {string} a @param {string} b */
function order(a, b) {
  return a < b ? -1 : Number(a > b);
}

/** @param {string} day */
function weekday(day) {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}
