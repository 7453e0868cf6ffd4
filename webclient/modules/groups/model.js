/**
 * What a family shows of itself: each detail a letter with a key of its own, to exactly those whom the parent chose. The
 * same as `sync/client/sharing.py`: nothing is shared until somebody chooses, and who sees a detail is worked out from
 * the boxes of its letter, not from a setting.
 */
import { linkHash } from "../../crypto/circle.js";
import { b64 } from "../../crypto/encoding.js";
import { LINK, readHead } from "../../crypto/heads.js";
import { fresh } from "../../crypto/random.js";
import { CONTACT } from "../../sync/acts.js";
import { contactSeats, reachable, tidyContacts } from "./contactseats.js";
import { household } from "./homes.js";
import { overtaken, saidAt } from "../../sync/said.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** Whom a parent chose: parents of groups (ids) but `others`, teams (ids), people (seats), the own household. @typedef {{groups: string[], teams: string[], people: string[], others: string[], household: number}} Audience */
/** What a parent chose for a detail; `until`: ms, 0 = for good. @typedef {{field: string, value: string, audience: Audience, until: number}} Detail */
/** A child of a group as other parents know it; `seats`: place of a parent -> box key of its first epoch. @typedef {{child: string, first: string, seats: Map<string, string>}} Classmate */

/** What a parent can share besides fields with a label of their own (`free:label`). */
export const FIELDS = ["name", "phone", "email", "address", "birthday", "photo", "face", "fullname", "allergies", "otherschool"];
/** The field of a detail that says nothing but whose seat it comes from. */
export const SIGN = "contact";
/** The field of a detail in which a contact says at which school they have their home: its name, and its host. */
export const HOME = "home";
/** @type {WeakMap<object, string>} */
const checked = new WeakMap();
/** @type {Audience} */
export const NOBODY = { groups: [], teams: [], people: [], others: [], household: 0 };

/** The children of a group, with the parents' places that have not ended. @param {Session} session @param {string} group @returns {Classmate[]} */
export function classmates(session, group) {
  return session.replica.ofKind("classmate", group).map(({ body }) => {
    const live = [...proven(body.guardians)].filter(([seat]) => !session.replica.trust.hasEnded(seat));
    return { child: body.child, first: body.first, seats: new Map(live) };
  });
}

/** Places that took the place of lost ones: the old seat -> the new one, and since when (ms, 0: not known). @param {Session} session @returns {Map<string, {seat: string, at: number}>} */
export function renewals(session) {
  const proven = [...session.replica.trust.renewed].map(([seat, old]) => ({ old, seat, at: 0 }));
  const listed = session.replica.ofKind("classmate").flatMap(({ body }) => body.guardians)
    .filter((one) => one.renews).map((one) => ({ old: one.renews, seat: one.seat, at: one.renewed }));
  const ended = [...proven, ...listed].filter(({ old }) => session.replica.trust.hasEnded(old));
  return new Map(ended.map(({ old, seat, at }) => [old, { seat, at }]));
}

/** The seats of this person that are a child's. @param {Session} session @returns {Seat[]} */
export function ownPlaces(session) {
  return session.replica.seats().filter((seat) => ["guardian", "informed"].includes(seat.role) && seat.alive(Date.now()));
}

/** The seats from which this person shows details: a child's, and as a contact. @param {Session} session @returns {Seat[]} */
export function sharingPlaces(session) {
  return [...ownPlaces(session), ...contactSeats(session)];
}

/**
 * Set a detail of one's own and show it to those chosen, until a time (ms; 0 = for good); nobody: keep it to oneself.
 * `ids`: made when the person chose, so that sending it twice makes nothing twice; `said`: when that was (ms): what was
 * chosen later, on another device, stands.
 * @param {Session} session @param {Seat} seat @param {Detail} detail @param {string[]} [ids] @param {number} [said]
 */
export async function share(session, seat, detail, ids = newIds(), said = Date.now()) {
  await session.write(seat, [], (batch) => {
    if (!overtaken(saidAt(standing(session, seat.id).get(detail.field)), said)) write(session, batch, seat, detail, ids, said);
  });
}

/** Take a detail back and forget its value as well; that it was forgotten, and when, is kept for one's own devices. @param {Session} session @param {Seat} seat @param {string} field @param {string[]} [ids] @param {number} [said] ms */
export async function forget(session, seat, field, ids = newIds(), said = Date.now()) {
  const nothing = { field, value: "", audience: NOBODY, until: 0 };
  await session.write(seat, [], (batch) => {
    if (!overtaken(saidAt(standing(session, seat.id).get(field)), said)) write(session, batch, seat, nothing, ids, said, { forgotten: 1 });
  });
}

/** Ids for a choice, its letter, and its line in the diary. */
export function newIds() {
  return [0, 1, 2].map(() => b64(fresh(16)));
}

/** What was chosen for one's own place, by field. @param {Session} session @param {string} seat @returns {Map<string, Item>} */
export function choices(session, seat) {
  return new Map([...standing(session, seat)].filter(([, item]) => !item.body.forgotten));
}

/** What was said last of each field of one's own place, also that it was forgotten. @param {Session} session @param {string} seat @returns {Map<string, Item>} */
function standing(session, seat) {
  const items = session.replica.ofKind("choice", seat).sort((a, b) => saidAt(a) - saidAt(b) || (a.id < b.id ? -1 : 1));
  return new Map(items.map((item) => [item.body.field, item]));
}

/**
 * Seal anew what should reach others than it does: somebody joined, left or showed themselves. What a choice says is
 * read when it is written, so that a choice made meanwhile on another device is never undone.
 * @param {Session} session
 */
export async function topUp(session) {
  let done = 0;
  await tidyContacts(session);
  for (const seat of sharingPlaces(session))
    for (const field of fieldsOf(session, seat))
      if (isStale(session, seat, field)) {
        const ids = newIds();
        await session.write(seat, [], (batch) => isStale(session, seat, field) && bringInLine(session, batch, seat, field, ids));
        done += 1;
      }
  return done;
}

/** The fields that were chosen, or that reach somebody though nothing says so. @param {Session} session @param {Seat} seat @returns {Set<string>} */
function fieldsOf(session, seat) {
  const shown = session.replica.ofKind("detail", seat.id).map((item) => item.body.field).filter((field) => field !== SIGN);
  return new Set([...standing(session, seat.id).keys(), ...shown]);
}

/** @param {Session} session @param {Batch} batch @param {Seat} seat @param {string} field @param {string[]} ids */
function bringInLine(session, batch, seat, field, ids) {
  const item = standing(session, seat.id).get(field);
  if (!item) for (const letter of letters(session, seat, field)) batch.delete(letter);
  else write(session, batch, seat, /** @type {Detail} */ (item.body), ids, saidAt(item), item.body.forgotten ? { forgotten: 1 } : {});
}

/** The details this person may see now, of whom they are. @param {Session} session @returns {Map<string, Map<string, string>>} seat -> field -> value */
export function cards(session) {
  /** @type {Map<string, Map<string, string>>} */
  const found = new Map();
  for (const item of session.replica.ofKind("detail")) {
    if (isOver(item.head.letter.until) || item.body.field === SIGN) continue;
    const card = found.get(item.head.seat) ?? new Map();
    found.set(item.head.seat, card.set(item.body.field, item.body.value));
  }
  return found;
}

/** The letter that carries a choice, where it reaches anybody. @param {Session} session @param {Item} choice @returns {Item | null} */
export function letterOf(session, choice) {
  return session.replica.items.get(choice.body.detail) ?? null;
}

/**
 * The seats whose holders can open a letter of one's own, worked out from its boxes; circles stay ids where their
 * members are unknown here: a team, and a group for the families nobody can count.
 * @param {Session} session @param {Item} item @returns {Set<string>}
 */
export function whoSees(session, item) {
  return new Set(item.refs.flatMap((ref) => members(session, ref.slice(2))));
}

/** One's own details as the holder of another seat sees them; of one own place, or of all. @param {Session} session @param {string} seat @param {string} [place] @returns {Map<string, string>} */
export function seeAs(session, seat, place = "") {
  const own = place ? new Set([place]) : session.own();
  const same = [...samePeople(session, [seat])];
  const shown = session.replica.ofKind("detail").filter((item) => own.has(item.head.seat) && !isOver(item.head.letter.until) && item.body.field !== SIGN)
    .filter((item) => same.some((one) => whoSees(session, item).has(one)));
  return new Map(shown.map((item) => [item.body.field, item.body.value]));
}

/**
 * Whom an audience is today. A group without exceptions is its circle, so who joins later reads at once; with
 * exceptions it is each parent on the list but those, and the team, who reads what the group reads. A group that one's
 * child has left counts no more.
 * @param {Session} session @param {Seat} seat @param {Audience} audience
 */
export function recipients(session, seat, audience) {
  const acts = new Map(session.replica.trust.groups.map((act) => [act.group, act]));
  const circles = new Set([seat.id, ...audience.teams]);
  /** @type {Map<string, string>} */
  const seats = new Map();
  const excluded = samePeople(session, audience.others);
  for (const group of audience.groups.filter((one) => session.replica.circles.has(one))) {
    const known = classmates(session, group).flatMap((mate) => [...mate.seats]);
    if (known.some(([one]) => excluded.has(one))) {
      circles.add(acts.get(group)?.team);
      for (const [one, first] of known) if (!excluded.has(one)) seats.set(one, first);
    } else circles.add(group);
  }
  if (audience.household && household(session)) circles.add(household(session));
  const everybody = new Map([...reachable(session), ...parents(session)]);
  for (const one of withContacts(session, audience.people)) if (everybody.has(one)) seats.set(one, /** @type {string} */ (everybody.get(one)));
  seats.delete(seat.id);
  return { circles, seats };
}

/** Put a choice, and the letter that carries it, into a batch. @param {Session} session @param {Batch} batch @param {Seat} seat @param {Detail} detail @param {string[]} ids @param {number} said when it was chosen (ms) @param {{forgotten?: 1}} [more] */
function write(session, batch, seat, { field, value, audience, until }, [id, letterId, lineId], said, more = {}) {
  const before = standing(session, seat.id).get(field) ?? null;
  const reached = Boolean(before?.body.detail) || letters(session, seat, field).length > 0;
  const detail = project(session, batch, seat, before, { field, value, audience: isOver(until) ? NOBODY : audience, until }, letterId);
  batch.record(seat.id, "choice", { field, value, audience, until, detail, said, ...more }, { id, replaces: before });
  if (detail || reached) batch.record(seat.id, "diary", { what: detail ? "shared" : "taken", field }, { id: lineId });
}

/** Bring the letter in line with a choice, and drop any other of this detail; returns its id, "" where there is none. @param {Session} session @param {Batch} batch @param {Seat} seat @param {Item | null} before @param {Detail} detail @param {string} id */
function project(session, batch, seat, before, { field, value, audience, until }, id) {
  const letter = before && letterOf(session, before);
  const to = recipients(session, seat, audience);
  const reaches = to.circles.size > 1 || to.seats.size > 0;
  for (const one of letters(session, seat, field)) if (!reaches || one.id !== letter?.id) batch.delete(one);
  return reaches ? batch.letter("detail", { field, value }, [...to.circles], { id, replaces: letter, seats: to.seats, until }) : "";
}

/** The letters of one detail of one's own: one, unless two devices chose at the same time. @param {Session} session @param {Seat} seat @param {string} field */
function letters(session, seat, field) {
  return session.replica.ofKind("detail", seat.id).filter((item) => item.body.field === field);
}

/** Whether a detail reaches others than it should: by the letter of its choice, or by one that no choice knows of. @param {Session} session @param {Seat} seat @param {string} field */
function isStale(session, seat, field) {
  const item = standing(session, seat.id).get(field);
  if (letters(session, seat, field).some((one) => one.id !== item?.body.detail)) return true;
  if (!item) return false;
  const to = recipients(session, seat, isOver(item.body.until) ? NOBODY : item.body.audience);
  const wanted = [...to.circles, ...to.seats.keys()].filter((ref) => ref !== seat.id).sort();
  const has = (letterOf(session, item)?.refs ?? []).map((ref) => ref.slice(2)).filter((ref) => ref !== seat.id).sort();
  return JSON.stringify(wanted) !== JSON.stringify(has);
}

/** Whether a time (ms; 0 = for good) has come. @param {number} until */
function isOver(until) {
  return until > 0 && until <= Date.now();
}

/** These seats, and every other seat that is known to be the same person's. @param {Session} session @param {string[]} seats */
export function samePeople(session, seats) {
  const known = session.replica.trust.seats;
  const people = new Set(seats.map((seat) => known.get(seat)?.person).filter(Boolean));
  return new Set([...seats, ...[...known.values()].filter((seat) => people.has(seat.person)).map((seat) => seat.id)]);
}

/** These seats, and the contact's seats of the same people: who left the school is reached there. @param {Session} session @param {string[]} people */
function withContacts(session, people) {
  const known = session.replica.trust.seats;
  return new Set([...people, ...[...samePeople(session, people)].filter((one) => known.get(one)?.role === CONTACT)]);
}

/** @param {Session} session @param {string} circle @returns {string[]} */
function members(session, circle) {
  const act = session.replica.trust.groups.find((one) => one.group === circle);
  if (act) return [...classmates(session, circle).flatMap((mate) => [...mate.seats.keys()]), act.team, circle];
  if (circle === household(session)) return session.replica.ofKind("member", circle).map((item) => item.body.seat);
  return [circle];
}

/** The places of parents in one's groups, with the box key of their first epoch. @param {Session} session @returns {Map<string, string>} */
export function parents(session) {
  return new Map(session.replica.trust.groups.flatMap((act) => classmates(session, act.group).flatMap((mate) => [...mate.seats])));
}

/** The seats of a list whose first link is what their id says, with their first box key; what proves nothing is left out. @param {Record<string, any>[]} places @returns {Map<string, string>} */
export function proven(places) {
  return new Map(places.map((one) => /** @type {[string, string]} */ ([one.seat, firstBox(one)])).filter(([, box]) => box));
}

/** Checked once each, since a record's body never changes. @param {Record<string, any>} place */
function firstBox(place) {
  const known = checked.get(place);
  if (known !== undefined) return known;
  let box = ""; // what proves nothing
  try {
    const head = readHead(place.genesis, LINK);
    if (linkHash(place.genesis) === place.seat && head.kind === "seat") box = head.box;
  } catch {
    box = "";
  }
  checked.set(place, box);
  return box;
}
