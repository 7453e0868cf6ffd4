/**
 * People: what the office makes (groups, children, letters) and what a replica says about names. Pure over a session's
 * replica, but for the functions that write. The same bodies as `sync/modules/people.py` describes.
 */
import { b64, canonical } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken, readToken } from "../../crypto/token.js";
import { DEADLINE } from "./deadline.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {{name: string, group: string, parents: string, team: string, quiet: string, register: string}} Group */
/** @typedef {{key: string, first: string, particle: string, last: string, relation: string, email: string, phone: string, address: Record<string, string>}} Guardian */
/** @typedef {{number: string, first: string, particle: string, last: string, born: string, groups: string[], guardians: Guardian[]}} Child */

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

/** In which roles this person is here, and of what: groups of a teacher, the child of a parent. @param {Session} session */
export function hats(session) {
  const known = groups(session);
  const names = new Map(children(session).map((child) => [child.circle, child.first]));
  return session.replica.seats().filter((seat) => seat.alive(Date.now())).map((seat) => {
    const own = seat.circles.map((circle) => names.get(circle) ?? known.find((group) => group.team === circle)?.name ?? "");
    return { role: seat.role, about: own.filter(Boolean).join(", ") };
  });
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

/** Everybody with a letter: who joined, who has not; of a child its number, so that its page can be found. @param {Session} session */
export function letters(session) {
  const adults = session.replica.ofKind("roster").filter((item) => !item.body.left).flatMap((item) => item.body.guardians.map((/** @type {any} */ one) => ({
    ...one, child: fullName(/** @type {any} */ (item.body)), number: item.body.number, protected: Boolean(item.body.protected), group: item.body.groups.join(", "), role: one.role ?? "guardian" })));
  const staff = session.replica.ofKind("staffer").map((item) => ({ ...item.body, child: "", number: "", protected: false, group: item.body.groups.join(", ") }));
  return [...adults, ...staff].map((/** @type {any} */ one) => {
    const seat = session.replica.trust.seats.get(one.seat);
    const ended = one.ended || seat?.ended;
    const state = ended ? (seat?.person ? "ended" : "withdrawn") : seat?.person ? "joined" : one.deadline < Date.now() ? "expired" : "open";
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

/** The circle of the lunch team, the oldest if there are more; "" while the office has made none. @param {Session} session @returns {string} */
export function lunchCircle(session) {
  return oldest(session, "lunch");
}

/** The circle in which the board speaks to everybody, the oldest if there are more; "" while there is none. @param {Session} session @returns {string} */
export function boardCircle(session) {
  return oldest(session, "board");
}

/** Whether what stands in a circle is the board's. @param {Session} session @param {string} circle */
export function isBoards(session, circle) {
  return session.replica.circles.get(circle)?.kind === "board";
}

/** Whether this person only speaks for the board here: nothing is kept at this school for them. @param {Session} session */
export function onlySpeaks(session) {
  return session.seat() === null && session.seat({ role: "board" }) !== null;
}

/** @param {Session} session @param {string} kind */
function oldest(session, kind) {
  const found = [...session.replica.circles.values()].filter((circle) => circle.kind === kind && circle.links.length);
  const from = (/** @type {typeof found[0]} */ circle) => circle.links[0].head.time;
  return found.sort((a, b) => from(a) - from(b) || (a.id < b.id ? -1 : 1))[0]?.id ?? "";
}

/** Make a seat and letter for a member of staff. @param {Session} session @param {{name: string, role: string, groups: string[], email?: string, days?: string}} staffer */
export async function inviteStaff(session, staffer) {
  const { office, staff, desk, school } = session.replica.trust.charter;
  const code = newToken();
  const [id, profile] = [b64(fresh(16)), b64(fresh(16))];
  const teams = groups(session).filter((group) => staffer.groups.includes(group.name)).map((group) => group.team);
  const inOffice = staffer.role === "office";
  const lunch = staffer.role === "lunch" ? [lunchCircle(session)] : [];
  if (lunch.includes("")) throw Object.assign(new Error("no lunch team"), { code: "no-lunch" });
  const circles = inOffice ? [office] : [...lunch, ...teams, staff];
  const joins = inOffice ? [office] : lunch.length ? circles : teams.length ? teams : [staff];
  await session.write(officeSeat(session), [...joins, desk, school], (batch) => {
    const token = readToken(code);
    const seat = batch.seat(token);
    const deadline = batch.now + DEADLINE;
    batch.invite(token, seat, staffer.role, circles, location.host, deadline);
    for (const circle of joins) batch.add(circle, [seat]);
    const body = { seat, name: staffer.name, email: staffer.email ?? "", role: staffer.role, days: staffer.days ?? "", groups: staffer.groups, token: code, deadline };
    batch.record(desk, "staffer", body, { id });
    batch.record(school, "profile", { name: staffer.name, title: staffer.groups.join(", "), seat, days: staffer.days ?? "", genesis: canonical({ ...batch.circle(seat).links[0].head, v: 1 }) }, { id: profile });
  });
  return code;
}

/** The own seat in the office. @param {Session} session @returns {import("../../sync/seats.js").Seat} */
export function officeSeat(session) {
  const seat = session.seat({ role: "office" });
  if (!seat) throw new Error("not in the office");
  return seat;
}
