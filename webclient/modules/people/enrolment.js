/**
 * Enrolling and what changes for a child: its circle, the letters of its adults, the lists it stands in, its group, its
 * protection, its leaving. The same as `sync/client/enrolment.py` and `sync/client/children.py`.
 */
import { b64, canonical } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken, readToken } from "../../crypto/token.js";
import { DEADLINE } from "./deadline.js";
import { fullName, groups, officeSeat, openGroup } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./model.js").Group} Group */
/** @typedef {import("./model.js").Child} Child */
/** @typedef {Record<string, any>} Body */

const AT_ONCE = 10;
/** The roles that read of the child; a guest gets only what a guardian sends. */
const READS = ["guardian", "informed"];

/** Make the circles, seats and letters of children whose groups exist. @param {Session} session @param {Child[]} pupils */
export async function enrol(session, pupils) {
  const known = byName(session);
  const used = [...new Set(pupils.flatMap((child) => child.groups))].map((name) => /** @type {Group} */ (known.get(name)));
  const prepared = pupils.map((child) => ({
    child, codes: child.guardians.map(() => newToken()), ids: Array.from({ length: 2 + 2 * child.groups.length }, () => b64(fresh(16))) }));
  const touches = [session.replica.trust.charter.desk, ...used.flatMap((group) => [group.parents, group.register, group.group])];
  await session.write(officeSeat(session), touches, (batch) => {
    for (const one of prepared) enrolOne(session, batch, known, one);
  });
}

/** @param {Session} session @param {Batch} batch @param {Map<string, Group>} known @param {{child: Child, codes: string[], ids: string[]}} prepared */
function enrolOne(session, batch, known, { child, codes, ids }) {
  const { office, desk } = session.replica.trust.charter;
  const own = child.groups.map((name) => /** @type {Group} */ (known.get(name)));
  const teams = own.map((group) => group.team);
  const tokens = codes.map((code) => readToken(code));
  const seats = tokens.map((token) => batch.seat(token));
  const circle = batch.start("child", [...seats, ...teams, office], [office], ["self", ...teams]);
  const deadline = batch.now + DEADLINE;
  tokens.forEach((token, at) => batch.invite(token, seats[at], "guardian", [circle], location.host, deadline));
  const guardians = child.guardians.map((one, at) => ({
    key: one.key, seat: seats[at], name: fullName(one), relation: one.relation, token: codes[at], deadline, email: one.email, phone: one.phone, address: one.address }));
  for (const group of own) batch.add(group.parents, seats);
  const body = { ...nameOf(child), number: child.number, child: circle, groups: child.groups, born: child.born, guardians };
  batch.record(circle, "profile", { ...nameOf(child), born: child.born, groups: child.groups }, { id: ids[0] });
  batch.record(desk, "roster", body, { id: ids[1] });
  own.forEach((group, at) => list(batch, group, body, ids.slice(2 + 2 * at)));
}

/**
 * Take in the new children of a roster, a few at a time; `stop` may become true between two requests.
 * @param {Session} session @param {Child[]} found @param {(done: number, total: number) => void} progress @param {() => boolean} stop
 */
export async function importRoster(session, found, progress, stop) {
  const known = new Set(session.replica.ofKind("roster").map((item) => item.body.number));
  const fresh = found.filter((child) => !known.has(child.number));
  const have = new Set(groups(session).map((group) => group.name));
  const missing = [...new Set(fresh.flatMap((child) => child.groups))].filter((name) => !have.has(name));
  const total = missing.length + fresh.length;
  let done = 0;
  for (const name of missing) {
    if (stop()) return done;
    await openGroup(session, name);
    progress((done += 1), total);
  }
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    if (stop()) return done;
    const some = fresh.slice(at, at + AT_ONCE);
    await enrol(session, some);
    progress((done += some.length), total);
  }
  return done;
}

/** Move a child from a group to another: its parents and team change in the same breath, with new keys. @param {Session} session @param {string} number @param {string} from @param {string} to */
export async function move(session, number, from, to) {
  const known = byName(session);
  const [old, next] = [from, to].map((name) => /** @type {Group} */ (known.get(name)));
  const ids = [0, 1, 2].map(() => b64(fresh(16)));
  const { desk, school } = session.replica.trust.charter;
  const child = rosterOf(session, number).body.child;
  const touches = [old.parents, old.quiet, next.parents, next.quiet, old.group, next.group, old.register, next.register, child, desk, school];
  await session.write(officeSeat(session), touches, (batch) => {
    const item = rosterOf(session, number);
    /** @type {Body} */
    const body = { ...item.body, groups: [...item.body.groups.filter((/** @type {string} */ name) => name !== from), to] };
    const seats = live(session, item);
    batch.exchange(body.protected ? old.quiet : old.parents, seats, []);
    batch.add(body.protected ? next.quiet : next.parents, seats);
    const teams = body.groups.map((/** @type {string} */ name) => /** @type {Group} */ (known.get(name)).team);
    batch.exchange(child, [old.team], [next.team], ["self", ...teams]);
    unlist(session, batch, child, [old]);
    list(batch, next, body, ids);
    batch.record(item.circle, "roster", body, { replaces: item });
    for (const profile of session.replica.ofKind("profile", child)) batch.record(child, "profile", { ...profile.body, groups: body.groups }, { replaces: profile });
    batch.record(child, "diary", { what: "moved", who: body.first, group: to }, { id: ids[2] });
    for (const circle of [old.group, next.group, school]) batch.freshen(circle);
  });
}

/** A child leaves the school: its seats end, and what it stood in gets new keys. Who has left is left alone. @param {Session} session @param {string} number @param {() => boolean} [isMeant] whether it still is to leave, by what is known then */
export async function leave(session, number, isMeant = () => true) {
  const { desk, school } = session.replica.trust.charter;
  const own = groupsOf(session, rosterOf(session, number));
  await session.write(officeSeat(session), [desk, school, ...own.flatMap((group) => [group.group, group.register])], (batch) => {
    const item = rosterOf(session, number);
    if (item.body.left || !isMeant()) return; // somebody else was faster
    for (const one of item.body.guardians) if (!one.ended && !session.replica.trust.seats.get(one.seat)?.ended) batch.end(one.seat);
    unlist(session, batch, item.body.child, own);
    batch.record(item.circle, "roster", { ...item.body, left: batch.now }, { replaces: item });
    for (const circle of [...own.map((group) => group.group), school]) batch.freshen(circle);
  });
}

/** Hide a child from everybody outside its circles; from now on every new adult needs two of the office. @param {Session} session @param {string} number */
export async function protect(session, number) {
  const { desk, school } = session.replica.trust.charter;
  const found = rosterOf(session, number);
  const own = groupsOf(session, found);
  const id = b64(fresh(16));
  const touches = [desk, school, found.body.child, ...own.flatMap((group) => [group.parents, group.quiet, group.group, group.register])];
  await session.write(officeSeat(session), touches, (batch) => {
    const item = rosterOf(session, number);
    if (item.body.protected) return; // somebody else of the office was faster
    const seats = live(session, item);
    batch.act("protect", { circles: [item.body.child] });
    for (const listing of listings(session, item.body.child)) {
      if (listing.kind === "classmate") batch.delete(listing);
      else batch.record(listing.circle, "pupil", { ...listing.body, protected: 1 }, { replaces: listing });
    }
    for (const group of own) {
      batch.exchange(group.parents, seats, []);
      batch.add(group.quiet, seats);
      batch.freshen(group.group);
    }
    batch.freshen(school);
    batch.record(item.circle, "roster", { ...item.body, protected: 1 }, { replaces: item });
    batch.record(item.body.child, "diary", { what: "protected", who: "" }, { id });
  });
}

/** What the office knows of a child. @param {Session} session @param {string} number @returns {Item} */
export function rosterOf(session, number) {
  const item = session.replica.ofKind("roster").find((one) => one.body.number === number);
  if (!item) throw new Error("no such child");
  return item;
}

/** The groups a child is in. @param {Session} session @param {Item} item @returns {Group[]} */
export function groupsOf(session, item) {
  return groups(session).filter((group) => item.body.groups.includes(group.name));
}

/** @param {Session} session @returns {Map<string, Group>} */
function byName(session) {
  return new Map(groups(session).map((group) => [group.name, group]));
}

/** @param {Body} body */
function nameOf({ first, particle, last }) {
  return { first, particle, last };
}

/** Write a child into a group's register and, unless it is protected, into what its parents see. @param {Batch} batch @param {Group} group @param {Body} body @param {string[]} ids */
function list(batch, group, body, ids) {
  batch.record(group.register, "pupil", pupilOf(body), { id: ids[0] });
  if (!body.protected) batch.record(group.group, "classmate", classmateOf(batch, body), { id: ids[1] });
}

/** Write a child's adults anew where they are listed. @param {Session} session @param {Batch} batch @param {Body} body */
export function relist(session, batch, body) {
  for (const listing of listings(session, body.child))
    batch.record(listing.circle, listing.kind, listing.kind === "pupil" ? pupilOf(body) : classmateOf(batch, body), { replaces: listing });
}

/** What the team's register holds; the phone is the school's own, for emergencies. @param {Body} body */
function pupilOf(body) {
  const guardians = body.guardians.filter((/** @type {Body} */ one) => !one.ended).map((/** @type {Body} */ one) => ({
    seat: one.seat, name: one.name, relation: one.relation, phone: one.phone, ...(one.role ? { role: one.role } : {}) }));
  return { ...nameOf(/** @type {any} */ (body)), child: body.child, guardians, ...(body.protected ? { protected: 1 } : {}) };
}

/** What parents of the group see: a first name, and the places of its parents. @param {Batch} batch @param {Body} body */
function classmateOf(batch, body) {
  const reading = body.guardians.filter((/** @type {Body} */ one) => !one.ended && reads(one));
  const guardians = reading.map((/** @type {Body} */ { seat, renews, renewed }) => ({
    seat, genesis: canonical({ ...batch.circle(seat).links[0].head, v: 1 }), ...(renews ? { renews, renewed } : {}) }));
  return { child: body.child, first: body.first, guardians };
}

/** @param {Session} session @param {Batch} batch @param {string} child @param {Group[]} out */
function unlist(session, batch, child, out) {
  const gone = new Set(out.flatMap((group) => [group.register, group.group]));
  for (const listing of listings(session, child)) if (gone.has(listing.circle)) batch.delete(listing);
}

/** Whether an adult of a child reads of it. @param {Body} one */
export function reads(one) {
  return READS.includes(one.role ?? "guardian");
}

/** Where a child is listed. @param {Session} session @param {string} child @returns {Item[]} */
function listings(session, child) {
  return [...session.replica.ofKind("pupil"), ...session.replica.ofKind("classmate")].filter((item) => item.body.child === child);
}

/** The seats of a child's adults who read of it and have not ended. @param {Session} session @param {Item} item @returns {string[]} */
function live(session, item) {
  return item.body.guardians.filter(reads).map((/** @type {Body} */ one) => one.seat).filter((/** @type {string} */ seat) => !session.replica.trust.seat(seat).ended);
}
