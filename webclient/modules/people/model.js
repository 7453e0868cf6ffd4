/**
 * People: what the office makes (groups, children, letters) and what a replica says about names. Pure over a session's
 * replica, but for the functions that write. The same bodies as `sync/modules/people.py` describes.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken, readToken } from "../../crypto/token.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {{name: string, group: string, parents: string, team: string, quiet: string, register: string}} Group */
/** @typedef {{key: string, first: string, particle: string, last: string, relation: string, email: string, phone: string, address: Record<string, string>}} Guardian */
/** @typedef {{number: string, first: string, particle: string, last: string, born: string, groups: string[], guardians: Guardian[]}} Child */

const DEADLINE = 60 * 24 * 3600 * 1000;
const AT_ONCE = 10;

/** A full name. @param {{first: string, particle?: string, last: string}} name */
export function fullName({ first, particle, last }) {
  return [first, particle, last].filter(Boolean).join(" ");
}

/** The school's groups, by name, as this replica proves and opens them. @param {Session} session @returns {Group[]} */
export function groups(session) {
  const found = session.replica.trust.groups.map((act) => {
    const profile = session.replica.ofKind("profile", act.group)[0];
    return { name: profile?.body.name ?? "", group: act.group, parents: act.parents, team: act.team, quiet: act.quiet, register: act.register };
  });
  return found.filter((group) => group.name).sort((a, b) => a.name.localeCompare(b.name, "nl", { numeric: true }));
}

/** The children whose circles this person reads, with the groups they are in. @param {Session} session */
export function children(session) {
  return session.replica.ofKind("profile").filter((item) => session.replica.circles.get(item.circle)?.kind === "child")
    .map((item) => ({ circle: item.circle, ...item.body, name: fullName(/** @type {any} */ (item.body)), first: item.body.first, groups: item.body.groups ?? [] }))
    .sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** The children this person is a guardian of. @param {Session} session */
export function ownChildren(session) {
  const own = new Set(session.replica.seats().filter((seat) => seat.role === "guardian").flatMap((seat) => seat.circles));
  return children(session).filter((child) => own.has(child.circle));
}

/** How a seat is called here: staff by their profile, guardians by the register, else by their child. @param {Session} session @param {string} seat @returns {string} */
export function nameOf(session, seat) {
  const profile = session.replica.ofKind("profile").find((item) => item.body.seat === seat);
  if (profile) return profile.body.name;
  for (const pupil of session.replica.ofKind("pupil"))
    for (const guardian of pupil.body.guardians) if (guardian.seat === seat) return guardian.name;
  const staffer = session.replica.ofKind("staffer").find((item) => item.body.seat === seat);
  return staffer ? staffer.body.name : "";
}

/** Everybody with a letter: who joined, who has not. @param {Session} session */
export function letters(session) {
  const guardians = session.replica.ofKind("roster").flatMap((item) => item.body.guardians.map((/** @type {any} */ one) => ({
    ...one, child: fullName(/** @type {any} */ (item.body)), group: item.body.groups.join(", "), role: "guardian" })));
  const staff = session.replica.ofKind("staffer").map((item) => ({ ...item.body, child: "", group: item.body.groups.join(", ") }));
  return [...guardians, ...staff].map((one) => {
    const seat = session.replica.trust.seats.get(one.seat);
    const state = seat?.person ? "joined" : seat?.ended ? "withdrawn" : one.deadline < Date.now() ? "expired" : "open";
    return { ...one, state };
  });
}

/** Make a group with its five circles. @param {Session} session @param {string} name */
export async function openGroup(session, name) {
  const { office, school, staff } = session.replica.trust.charter;
  const seat = officeSeat(session);
  const id = b64(fresh(16));
  await session.write(seat, [school, staff], (batch) => {
    const team = batch.start("team", [office], [office], []);
    const parents = batch.start("parents", [office, team], [office], [team]);
    const quiet = batch.start("quiet", [office, team], [office], [team]);
    const group = batch.start("group", [parents, quiet, team], [office], [team]);
    const register = batch.start("register", [team], [office], [team]);
    batch.act("group", { group, parents, quiet, register, team });
    batch.add(staff, [team]);
    batch.add(school, [parents, quiet]);
    batch.record(group, "profile", { name, year: "" }, { id });
  });
}

/** Make a seat and letter for a member of staff. @param {Session} session @param {{name: string, role: string, groups: string[], email?: string, days?: string}} staffer */
export async function inviteStaff(session, staffer) {
  const { office, staff, desk, school } = session.replica.trust.charter;
  const code = newToken();
  const [id, profile] = [b64(fresh(16)), b64(fresh(16))];
  const teams = groups(session).filter((group) => staffer.groups.includes(group.name)).map((group) => group.team);
  const inOffice = staffer.role === "office";
  const circles = inOffice ? [office] : [...teams, staff];
  const joins = inOffice ? [office] : teams.length ? teams : [staff];
  await session.write(officeSeat(session), [...joins, desk, school], (batch) => {
    const token = readToken(code);
    const seat = batch.seat(token);
    const deadline = batch.now + DEADLINE;
    batch.invite(token, seat, staffer.role, circles, location.host, deadline);
    for (const circle of joins) batch.add(circle, [seat]);
    const body = { seat, name: staffer.name, email: staffer.email ?? "", role: staffer.role, days: staffer.days ?? "", groups: staffer.groups, token: code, deadline };
    batch.record(desk, "staffer", body, { id });
    batch.record(school, "profile", { name: staffer.name, title: staffer.groups.join(", "), seat }, { id: profile });
  });
  return code;
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

/** Make the circles, seats and letters of children whose groups exist. @param {Session} session @param {Child[]} pupils */
export async function enrol(session, pupils) {
  const known = new Map(groups(session).map((group) => [group.name, group]));
  const used = [...new Set(pupils.flatMap((child) => child.groups))].map((name) => /** @type {Group} */ (known.get(name)));
  const prepared = pupils.map((child) => ({
    child, codes: child.guardians.map(() => newToken()), ids: Array.from({ length: 2 + child.groups.length }, () => b64(fresh(16))) }));
  const touches = [session.replica.trust.charter.desk, ...used.flatMap((group) => [group.parents, group.register])];
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
  const name = { first: child.first, particle: child.particle, last: child.last };
  batch.record(circle, "profile", { ...name, born: child.born, groups: child.groups }, { id: ids[0] });
  batch.record(desk, "roster", { ...name, number: child.number, child: circle, groups: child.groups, born: child.born, guardians }, { id: ids[1] });
  const shown = guardians.map(({ seat, name: called, relation }) => ({ seat, name: called, relation }));
  own.forEach((group, at) => batch.record(group.register, "pupil", { ...name, child: circle, guardians: shown }, { id: ids[2 + at] }));
}

/** @param {Session} session */
function officeSeat(session) {
  const seat = session.seat({ role: "office" });
  if (!seat) throw new Error("not in the office");
  return seat;
}

/** End a seat: its letter is withdrawn, or its person leaves; in the same breath groups and school get new keys. @param {Session} session @param {string} seat */
export async function endSeat(session, seat) {
  const { trust } = session.replica;
  const circles = [...trust.seat(seat).circles, ...trust.groups.flatMap((act) => [act.group, act.register]), trust.charter.school, trust.charter.desk];
  await session.write(officeSeat(session), circles, (batch) => {
    batch.end(seat);
    for (const circle of circles) batch.freshen(circle);
  });
}

/**
 * A new letter in place of one that is lost or too late: the old seat ends, a new one takes its places.
 * @param {Session} session @param {{seat: string, role: string, name: string}} letter
 */
export async function reissue(session, letter) {
  const { desk } = session.replica.trust.charter;
  const old = session.replica.trust.seat(letter.seat);
  const item = [...session.replica.ofKind("roster"), ...session.replica.ofKind("staffer")].find((one) => seatsOf(one.body).includes(letter.seat));
  if (!item) return;
  const outer = outerCircles(session, item, old);
  const code = newToken();
  await session.write(officeSeat(session), [desk, ...outer], (batch) => {
    const token = readToken(code);
    const seat = batch.seat(token);
    const deadline = batch.now + DEADLINE;
    if (!old.ended) batch.end(letter.seat);
    batch.invite(token, seat, old.role, old.circles, location.host, deadline);
    for (const circle of outer) batch.add(circle, [seat]);
    const renew = (/** @type {any} */ one) => (one.seat === letter.seat ? { ...one, seat, token: code, deadline } : one);
    const body = item.body.guardians ? { ...item.body, guardians: item.body.guardians.map(renew) } : renew(item.body);
    batch.record(desk, item.kind, body, { replaces: item });
    for (const pupil of session.replica.ofKind("pupil").filter((one) => seatsOf(one.body).includes(letter.seat)))
      batch.record(pupil.circle, "pupil", { ...pupil.body, guardians: pupil.body.guardians.map((/** @type {any} */ one) => (one.seat === letter.seat ? { ...one, seat } : one)) }, { replaces: pupil });
  });
}

/** @param {Record<string, any>} body @returns {string[]} */
function seatsOf(body) {
  return body.guardians ? body.guardians.map((/** @type {any} */ one) => one.seat) : [body.seat];
}

/** The circles that read a seat directly. @param {Session} session @param {import("../../sync/types.js").Item} item @param {import("../../sync/seats.js").Seat} seat */
function outerCircles(session, item, seat) {
  const known = groups(session).filter((group) => (item.body.groups ?? []).includes(group.name));
  if (seat.role === "guardian") return [item.body.child, ...known.map((group) => group.parents)];
  const { office, staff } = session.replica.trust.charter;
  if (seat.role === "office") return [office];
  return known.length ? known.map((group) => group.team) : [staff];
}
