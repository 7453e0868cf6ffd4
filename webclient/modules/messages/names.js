/** How a thread is called, who can read it, and whom one can write to: in words. */
import { listed, t } from "../../ui/locale.js";
import { aboutOf, callOf, directory, groupsOf, teamOf } from "../groups/names.js";
import { classmates, ownPlaces } from "../groups/model.js";
import { children, fullName, groups } from "../people/model.js";
import { canReach, takingPart } from "./model.js";
import { opensAt } from "./hours.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../groups/names.js").Directory} Directory */
/** @typedef {import("./model.js").Members} Members */
/** Somebody to write to. @typedef {{id: string, sort: "team" | "staff" | "child" | "group" | "parent", name: string, mark: string, about: string, to: Members, seat: string, child: string, readers: string[]}} Partner */

/** What a thread is called: its title, else the others in it. @param {Session} session @param {Item} thread @param {Directory} known */
export function titleOf(session, thread, known) {
  if (thread.body.title) return String(thread.body.title);
  const own = session.own();
  const others = takingPart(session, thread).filter((ref) => !own.has(ref));
  const child = thread.body.about && children(session).find((one) => one.circle === thread.body.about);
  const acts = new Set(session.replica.seats().flatMap((seat) => seat.circles));
  const names = listed(others.filter((ref) => !acts.has(ref)).map((ref) => refName(session, ref, known)));
  return child ? `${names} · ${child.first}` : names || listed(others.map((ref) => refName(session, ref, known))) || t("messages-alone");
}

/** A circle or seat in words. @param {Session} session @param {string} ref @param {Directory} known */
export function refName(session, ref, known) {
  const { trust } = session.replica;
  if (ref === trust.charter.office) return t("audience-office");
  const group = groups(session).find((one) => one.group === ref || one.team === ref);
  if (group) return group.team === ref ? t("inbox-of", { group: group.name }) : t("audience-group", { group: group.name });
  return trust.seats.get(ref)?.role === "office" && !known.names.has(ref) ? t("audience-office") : callOf(known, ref);
}

/** Who can read what is written to these circles and seats. @param {Session} session @param {string[]} refs @returns {{name: string, about: string}[]} */
export function readersOf(session, refs) {
  const known = directory(session);
  const own = session.own();
  const others = [...new Set(refs)].filter((ref) => !own.has(ref)).map((ref) => ({ name: refName(session, ref, known), about: aboutOf(known, ref) || teamNames(session, ref) }));
  const office = readByOffice(session, refs) ? [{ name: t("audience-office"), about: t("audience-office-about") }] : [];
  return [{ name: t("audience-you"), about: "" }, ...others, ...office];
}

/** Whether the office reads along: it stands in every team, and in every group. @param {Session} session @param {string[]} refs */
function readByOffice(session, refs) {
  const { charter } = session.replica.trust;
  return !refs.includes(charter.office) && groups(session).some((group) => refs.includes(group.team) || refs.includes(group.group));
}

/** Whom this person can write to, each in the place that has to do with it. @param {Session} session @returns {Partner[]} */
export function partners(session) {
  const known = directory(session);
  return [...ofParent(session, known), ...ofStaff(session, known)].filter((one, at, all) => all.findIndex((other) => other.id === one.id) === at);
}

/** When what is written now reaches a team, by the hours of those who work there (ms); now, where nobody says. @param {Session} session @param {string[]} teams @param {string[]} people @param {Date} [at] */
export function arrival(session, teams, people, at = new Date()) {
  const hours = new Map(session.replica.ofKind("hours").filter((item) => item.head.seat === item.body.seat).sort((a, b) => a.head.time - b.head.time).map((item) => [item.body.seat, item.body]));
  const seats = [...people, ...groups(session).filter((group) => teams.includes(group.team)).flatMap((group) => teamOf(session, group).map((one) => one.seat))];
  const found = seats.map((seat) => hours.get(seat)).filter((one) => one && Object.keys(one.days).length);
  return { at: opensAt(found.map((one) => one?.days), at), text: String(found.find((one) => one?.text)?.text ?? "") };
}

/** @param {Session} session @param {Directory} known @returns {Partner[]} */
function ofParent(session, known) {
  const office = session.replica.trust.charter.office;
  return ownPlaces(session).flatMap((place) => groupsOf(session, place).flatMap((group) => {
    const staff = teamOf(session, group);
    const team = { id: group.team, sort: /** @type {const} */ ("team"), name: t("inbox-of", { group: group.name }), mark: group.name, about: listed(staff.map((one) => one.name)), to: members({ teams: [group.team] }), seat: place.id, child: "", readers: [] };
    const each = staff.filter((one) => canReach(session, one.seat)).map((one) => person(one.seat, "staff", one.name, one.days, place.id));
    const parents = classmates(session, group.group).flatMap((mate) => [...mate.seats.keys()]).filter((seat) => !known.own.has(seat)).map((seat) => person(seat, "parent", callOf(known, seat), aboutOf(known, seat), place.id, known.places.get(seat)?.first));
    return [team, ...each, desk(session, place.id), ...parents];
  }));
}

/** @param {Session} session @param {Directory} known @returns {Partner[]} */
function ofStaff(session, known) {
  const seat = session.seat({ role: "teacher" }) ?? session.seat({ role: "office" });
  if (!seat) return [];
  const mine = groups(session).filter((group) => session.seat({ circle: group.group }));
  const pupils = mine.flatMap((group) => session.replica.ofKind("pupil", group.register).map(({ body }) => pupil(body, group, seat.id)));
  const whole = mine.map((group) => ({ id: group.group, sort: /** @type {const} */ ("group"), name: t("audience-group", { group: group.name }), mark: group.name, about: t("write-group-about"), to: members({ groups: [group.group] }), seat: seat.id, child: "", readers: [] }));
  const staff = session.replica.ofKind("profile", session.replica.trust.charter.school).filter((item) => item.body.seat && !known.own.has(item.body.seat) && canReach(session, item.body.seat));
  const office = seat.role === "office" ? [] : [desk(session, seat.id)];
  return [...whole, ...pupils, ...staff.map(({ body }) => person(body.seat, "staff", body.name, body.title ?? "", seat.id)), ...office];
}

/** The guardians of one child, by name: a note about a child goes to them and to the team. @param {Record<string, any>} body @param {import("../people/model.js").Group} group @param {string} seat @returns {Partner} */
function pupil(body, group, seat) {
  const guardians = body.guardians.filter((/** @type {any} */ one) => (one.role ?? "guardian") === "guardian");
  const names = guardians.map((/** @type {any} */ one) => one.name);
  return { id: body.child, sort: "child", name: t("write-parents-of", { child: fullName(/** @type {any} */ (body)) }), mark: body.first, about: listed(names), to: members({ people: guardians.map((/** @type {any} */ one) => one.seat), teams: [group.team] }), seat, child: body.child, readers: names };
}

/** The office as one to write to. @param {Session} session @param {string} seat @returns {Partner} */
function desk(session, seat) {
  const { office } = session.replica.trust.charter;
  return { id: office, sort: "team", name: t("write-office"), mark: t("write-office"), about: t("audience-office-about"), to: members({ teams: [office] }), seat, child: "", readers: [] };
}

/** `mark`: a parent without a name shows as the child. @param {string} id @param {"staff" | "parent"} sort @param {string} name @param {string} about @param {string} seat @param {string} [mark] @returns {Partner} */
function person(id, sort, name, about, seat, mark = name) {
  return { id, sort, name, mark, about, to: members({ people: [id] }), seat, child: "", readers: [] };
}

/** @param {Partial<Members>} some @returns {Members} */
function members(some) {
  return { groups: [], teams: [], people: [], ...some };
}

/** @param {Session} session @param {string} ref */
function teamNames(session, ref) {
  const group = groups(session).find((one) => one.team === ref);
  return group ? listed(teamOf(session, group).map((one) => one.name)) : "";
}
