/**
 * Sign-ups as this person's copy knows them: forms, what one answered, what others did. Pure; what the outbox carries out
 * is in `writing.js`. The same as `sync/client/signups.py` and `sync/client/outcomes.py`.
 */
import { hasOf, isTrue, WAITING } from "../../sync/claims.js";
import { household } from "../groups/homes.js";
import { classmates, ownPlaces } from "../groups/model.js";
import { isStaff } from "../messages/model.js";
import { pupils } from "../news/model.js";
import { children, fullName, groups, ownChildren } from "../people/model.js";
import { forms, heard } from "./forms.js";
import { isStale, stateOf } from "./rules.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./rules.js").Question} Question */
/** @typedef {import("./rules.js").Row} Row */
/** @typedef {import("./rules.js").Place} Place */
/** @typedef {import("./forms.js").Form} Form */
/** Somebody a form asks: a child, or nobody in particular (""); `item`: the record that asks. @typedef {{child: string, first: string, item: Item}} Asked */
/** A child that a form asks about, by the name one may know, with its guardians' seats. @typedef {{child: string, name: string, first: string, seats: string[]}} Family */

/** Whom a form asks of this person: each own child, or oneself. @param {Session} session @param {Form} one @returns {Asked[]} */
export function asked(session, one) {
  const about = ownChildren(session).flatMap((child) => {
    const item = recordFor(session, one, child.circle);
    return item ? [{ child: child.circle, first: child.first, item }] : [];
  });
  return isByChild(one) ? about : about.slice(0, 1).map(({ item }) => ({ child: "", first: "", item }));
}

/** Whether each child is answered for. @param {Form} one */
export function isByChild(one) {
  return ["child", "both"].includes(one.unit);
}

/** The record of a form that asks about a child. @param {Session} session @param {Form} one @param {string} child @returns {Item | null} */
export function recordFor(session, one, child) {
  const known = [...children(session)].find((other) => other.circle === child)?.groups ?? [];
  const registers = new Set(session.replica.ofKind("pupil").filter((item) => item.body.child === child).map((item) => item.circle));
  const circles = new Set([child, session.replica.trust.charter.school, ...groups(session).filter((group) => known.includes(group.name) || registers.has(group.register)).map((group) => group.group)]);
  return one.items.find((item) => !child || circles.has(item.circle)) ?? null;
}

/** Whether an answer or place is its author's to give: about their own child, or by staff for somebody. @param {Session} session @param {Item} item */
export function isBelieved(session, item) {
  const seat = session.replica.trust.seats.get(item.head.seat);
  if (!seat || (!isStaff(seat) && item.body.seat)) return false;
  return isStaff(seat) || !item.body.child || seat.circles.includes(item.body.child);
}

/** How the claim of an answer or place stands, if the server says the same as its letter and it may be given. @param {Session} session @param {Item} item */
export function standing(session, item) {
  const found = (session.replica.offers.get(item.body.offer)?.claims ?? []).filter((one) => one.record === item.id);
  const claim = found.find((one) => one.state === WAITING) ?? found[0];
  return claim && isTrue(claim, item.body.offer, item.body) && isBelieved(session, item) ? claim : null;
}

/** What this home answered, as far as this person may read it. @param {Session} session @param {Form} one @param {string} child @returns {Item | null} */
export function mine(session, one, child) {
  const found = session.replica.ofKind("answer").filter((item) => item.body.form === one.id && item.body.child === child && isBelieved(session, item));
  if (child) return found.find((item) => own(session).has(item.head.seat)) ?? found[0] ?? null;
  const home = new Set([...own(session), ...session.replica.ofKind("member").map((item) => item.body.seat)]);
  return found.find((item) => home.has(item.head.seat) || home.has(item.body.seat)) ?? null;
}

/** The places this home holds or waits for. @param {Session} session @param {Form} one @param {string} child @returns {Place[]} */
export function myPlaces(session, one, child) {
  const answer = mine(session, one, child);
  return answer ? placesOf(session, one, answer) : [];
}

/** The places that belong to an answer. @param {Session} session @param {Form} one @param {Item} answer @returns {Place[]} */
export function placesOf(session, one, answer) {
  const who = answer.body.seat || answer.head.seat;
  const found = session.replica.ofKind("place").filter((item) => item.body.form === one.id && item.body.child === answer.body.child && (item.body.seat || item.head.seat) === who);
  return found.flatMap((item) => {
    const claim = standing(session, item);
    return claim ? [{ id: item.id, question: item.body.question, slot: claim.slot, count: claim.count, state: claim.state, place: claim.place, kept: claim.state === WAITING ? (hasOf(session, item.id)?.slot ?? "") : "", body: item.body }] : [];
  });
}

/** Whether somebody answered for a child, also when one may not read what: the server counts it. @param {Session} session @param {Form} one @param {Asked} who */
export function isAnswered(session, one, { child, item }) {
  return Boolean(mine(session, one, child)) || Boolean(child && session.replica.offers.get(item.id)?.answered.includes(child));
}

/** Whether an answer is to be repeated: the organisers asked for it after it was written, or the words of a consent changed. @param {Session} session @param {Form} one @param {Item} item */
export function isAgain(session, one, item) {
  const later = heard(session, one, "again").some((asked) => asked.head.time > item.head.time);
  return later || isStale(one.questions, item.body.answers ?? {});
}

/** The answers that stand, those given first in front. @param {Session} session @param {Form} one @returns {Row[]} */
export function results(session, one) {
  const names = new Map(families(session, one).flatMap((family) => [family.child, ...family.seats].map((key) => /** @type {[string, string]} */ ([key, family.name]))));
  return session.replica.ofKind("answer").filter((item) => item.body.form === one.id).flatMap((item) => {
    const claim = standing(session, item);
    if (!claim) return [];
    const seat = item.body.seat || item.head.seat;
    return [{ id: item.id, child: item.body.child, seat, name: names.get(item.body.child || seat) ?? "", values: item.body.answers, phone: item.body.phone ?? "", behalf: Boolean(item.body.seat), again: isAgain(session, one, item), at: claim.at, places: placesOf(session, one, item) }];
  }).sort((a, b) => a.at - b.at);
}

/** The children a form asks about: by the register for staff, by first name for parents. @param {Session} session @param {Form} one @returns {Family[]} */
export function families(session, one) {
  const circles = one.items.map((item) => item.circle);
  const known = pupils(session, circles);
  const found = known.length ? known.map((pupil) => ({ child: pupil.child, name: fullName(pupil), first: pupil.first, seats: pupil.guardians.map((guardian) => guardian.seat) }))
    : circles.flatMap((circle) => classmates(session, circle)).map((mate) => ({ child: mate.child, name: mate.first, first: mate.first, seats: [...mate.seats.keys()] }));
  return found.sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** The families that have not answered; where each person answers, each with those who have not. @param {Session} session @param {Form} one @returns {Family[]} */
export function missing(session, one) {
  const rows = results(session, one);
  const done = new Set(rows.map((row) => row.child));
  const people = new Set(rows.map((row) => personOf(session, row.seat)));
  return families(session, one).flatMap((family) => {
    const silent = family.seats.filter((seat) => !people.has(personOf(session, seat)));
    const answered = isByChild(one) ? done.has(family.child) : one.unit === "home" && silent.length < family.seats.length;
    return answered || !silent.length ? [] : [{ ...family, seats: silent }];
  });
}

/** The tally that organisers published. @param {Session} session @param {Form} one @returns {Record<string, any> | null} */
export function tallyOf(session, one) {
  return session.replica.ofKind("tally").filter((item) => item.body.form === one.id).sort((a, b) => b.head.time - a.head.time)[0]?.body ?? null;
}

/** Whom this person takes along. @param {Session} session @param {Form} one @returns {Record<string, any> | null} */
export function rideOf(session, one) {
  const seats = own(session);
  return heard(session, one, "ride").find((item) => seats.has(item.body.driver))?.body ?? null;
}

/** Who takes a child along. @param {Session} session @param {Form} one @param {string} child @returns {Record<string, any> | null} */
export function liftOf(session, one, child) {
  const newest = heard(session, one, "lift").find((item) => item.body.child === child)?.body ?? null;
  return newest?.gone ? null : newest;
}

/** The circles and seats that read what this person answers. @param {Session} session @param {Form} one @returns {string[]} */
export function readersOfAnswer(session, one) {
  const home = ownPlaces(session).some((seat) => seat.role === "guardian") ? household(session) : "";
  return [...one.organisers, home].filter(Boolean);
}

/** What stands in this person's own time, for the calendar, Today and the feed. @param {Session} session @param {string} from day @param {string} until day @returns {import("../today/plan.js").Planned[]} */
export function planned(session, from, until) {
  return forms(session).flatMap((one) => {
    const { when } = one;
    if (!when?.day || when.day < from || when.day > until) return [];
    return asked(session, one).filter((who) => isGoing(session, one, who.child)).slice(0, 1).map((who) => ({
      id: `signup-${one.id}`, version: Math.max(...one.items.map((item) => item.head.revision)), day: when.day, start: when.start, end: when.end,
      title: one.title, place: when.place, child: who.child, href: `/signups/${one.id}`,
    }));
  });
}

/** Whether this home has something to do then: a place, a drive, a yes. @param {Session} session @param {Form} one @param {string} child */
function isGoing(session, one, child) {
  const answer = mine(session, one, child);
  return Boolean(answer) && (myPlaces(session, one, child).some((place) => place.state === "taken") || one.questions.some((asks) => asks.kind === "yesno" && answer?.body.answers?.[asks.id] === 1));
}

/** What waits for this person's answer. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  return forms(session).filter((one) => !one.anonymous && stateOf(one, now) === "open").flatMap((one) => asked(session, one).filter((who) => {
    const answer = mine(session, one, who.child);
    return answer ? isAgain(session, one, answer) && own(session).has(answer.head.seat) : !isAnswered(session, one, who);
  }).map((who) => ({ id: `signup-${one.id}-${who.child}`, text: one.title, about: who.first, href: `/signups/${one.id}`, child: who.child, until: one.closes })));
}

/** @param {Session} session */
function own(session) {
  return session.own();
}

/** @param {Session} session @param {string} seat */
function personOf(session, seat) {
  return session.replica.trust.seats.get(seat)?.person || seat;
}
