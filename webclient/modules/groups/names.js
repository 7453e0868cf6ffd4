/** How people are called here: parents by the name they share, else by their child; staff by the school's own names. */
import { CONTACT } from "../../sync/acts.js";
import { t } from "../../ui/locale.js";
import { children, groups } from "../people/model.js";
import { kepts } from "./contactseats.js";
import { cards, classmates, ownPlaces, renewals } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../people/model.js").Group} Group */
/** A parent's place with a child; `at` counts from 1 among the child's `of` places. @typedef {{seat: string, child: string, first: string, at: number, of: number, group: string}} Place */
/** @typedef {{places: Map<string, Place>, cards: Map<string, Map<string, string>>, names: Map<string, string>, own: Set<string>, renewed: Map<string, {seat: string, at: number}>, children: Set<string>, session: Session}} Directory */

/** Everybody this person may know, looked up once for a screen. @param {Session} session @returns {Directory} */
export function directory(session) {
  const places = new Map(groups(session).flatMap((group) => classmates(session, group.group).flatMap(({ child, first, seats }) =>
    [...seats.keys()].map((seat, at) => /** @type {[string, Place]} */ ([seat, { seat, child, first, at: at + 1, of: seats.size, group: group.name }])))));
  const own = session.own();
  return { places, cards: cards(session), names: namesOf(session), own, renewed: renewals(session), children: new Set(ownPlaces(session).flatMap((seat) => seat.circles)), session };
}

/** What the school itself calls people, as far as this person may know: guardians by the register, staff by their profile. @param {Session} session @returns {Map<string, string>} */
function namesOf(session) {
  const guardians = session.replica.ofKind("pupil").flatMap((item) => item.body.guardians);
  const staff = [...session.replica.ofKind("staffer"), ...session.replica.ofKind("profile")].map((item) => item.body);
  const given = [...kepts(session)].map(([seat, { name }]) => ({ seat, name }));
  return new Map([...given, ...guardians, ...staff].filter((one) => one.seat).map((one) => [one.seat, one.name]));
}

/** How a seat is called; one that was lost as the one that took its place. @param {Directory} known @param {string} place @returns {string} */
export function callOf(known, place) {
  const seat = known.renewed.get(place)?.seat ?? place;
  if (known.own.has(seat)) return t("audience-you");
  return known.cards.get(seat)?.get("name") || known.names.get(seat) || byChild(known.places.get(seat), known.children);
}

/** Whose parent that is, where the name does not say so; the group. @param {Directory} known @param {string} seat */
export function aboutOf(known, seat) {
  const place = known.places.get(seat);
  if (!place) return known.session.replica.trust.seats.get(seat)?.role === CONTACT ? t("contact-about") : "";
  const group = t("group-people", { group: place.group });
  return known.cards.get(seat)?.get("name") ? `${t("parent-of", { child: place.first })}, ${group}` : group;
}

/** A parent without a shared name, as others know them; `children`: those of whoever looks. @param {Place | undefined} place @param {Set<string>} children */
export function byChild(place, children) {
  if (!place) return t("role-guardian");
  if (children.has(place.child) && place.of === 2) return t("parent-other", { child: place.first });
  return place.of > 1 ? t("parent-numbered", { child: place.first, at: place.at }) : t("parent-of", { child: place.first });
}

/** Who works with a group: those whose place says so, or whose title names it. @param {Session} session @param {Group} group @returns {{seat: string, name: string, title: string, days: string}[]} */
export function teamOf(session, group) {
  const { school } = session.replica.trust.charter;
  return session.replica.ofKind("profile", school).filter(({ body }) => {
    const seat = session.replica.trust.seats.get(body.seat);
    return !seat?.ended && (seat ? seat.circles.includes(group.team) : String(body.title ?? "").split(", ").includes(group.name));
  }).map(({ body }) => ({ seat: body.seat, name: String(body.name), title: String(body.title ?? ""), days: String(body.days ?? "") }));
}

/** The groups of an own place, by its child. @param {Session} session @param {import("../../sync/seats.js").Seat} seat @returns {Group[]} */
export function groupsOf(session, seat) {
  const names = new Set(childOf(session, seat)?.groups ?? []);
  return groups(session).filter((group) => names.has(group.name));
}

/** The child of an own place. @param {Session} session @param {import("../../sync/seats.js").Seat} seat */
export function childOf(session, seat) {
  return children(session).find((child) => seat.circles.includes(child.circle));
}
