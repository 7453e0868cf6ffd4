/** Where something may be put, and who can read what stands there: in words, worked out from its recipients. */
import { t } from "../../ui/locale.js";
import { readersOf } from "../groups/audience.js";
import { canReach } from "../messages/model.js";
import { audienceOf, peopleOf } from "../news/audience.js";
import { fullName, groups, lunchCircle, nameOf } from "../people/model.js";
import { guardiansOf, makerSeat } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./shelf.js").Place} Place */
/** @typedef {import("../../ui/readers.js").Audience} Audience */
/** A place to choose; `wide`: offered without searching. @typedef {{id: string, name: string, about: string, mark: string, wide: boolean, place: Place}} Choice */

/** Where this person may begin a book. @param {Session} session @returns {Choice[]} */
export function choices(session) {
  const seat = makerSeat(session);
  if (!seat) return [];
  return [...circles(session), ...letters(session, seat.id), ...families(session, seat.id), ...people(session, seat.id)];
}

/** The families of a group, or of all that this person teaches. @param {Session} session @param {string} seat @param {string} [register] @returns {(Choice & {number: string, names: string[], seats: string[]})[]} */
export function families(session, seat, register = "") {
  return session.replica.ofKind("pupil", register).map(({ body }) => {
    const seats = guardiansOf(body);
    const guardians = (body.guardians ?? []).filter((/** @type {any} */ one) => seats.includes(one.seat));
    const name = fullName(/** @type {any} */ (body));
    return {
      id: `family-${body.child}`, name: t("shelf-family", { name }), about: guardians.map((/** @type {any} */ one) => one.name).join(", "), mark: body.first, wide: false, number: String(body.number ?? ""),
      names: [body.first, body.last, name], seats, place: { circle: seat, to: { circles: [], people: seats, child: body.child } },
    };
  }).filter((one, at, all) => one.seats.length && all.findIndex((other) => other.id === one.id) === at);
}

/** Who reads what stands in a place. @param {Session} session @param {Place} place @returns {Audience[]} */
export function readersAt(session, { circle, to }) {
  if (!to) return audienceOf(session, circle);
  const { charter } = session.replica.trust;
  const lunch = lunchCircle(session);
  /** @type {Record<string, Audience>} */
  const known = { [charter.staff]: { name: t("audience-staff"), about: t("audience-staff-about") }, [charter.office]: { name: t("audience-office"), about: t("audience-office-about") } };
  if (lunch) known[lunch] = { name: t("shelf-lunch"), about: t("shelf-lunch-about") };
  const others = [...to.circles.filter((one) => !known[one]), ...to.people.filter((one) => !session.own().has(one))];
  const own = [{ name: session.own().has(circle) ? t("audience-you") : nameOf(session, circle) || t("shelf-maker"), about: "" }];
  const me = to.people.some((one) => session.own().has(one)) ? [{ name: t("audience-you"), about: "" }] : [];
  const rows = [...own, ...me, ...to.circles.flatMap((one) => known[one] ?? []), ...(others.length ? readersOf(session, others) : [])];
  return rows.filter((one, at) => rows.findIndex((other) => other.name === one.name) === at);
}

/** The people one by one, for whoever may know them. @param {Session} session @param {Place} place */
export function peopleAt(session, { circle, to }) {
  return to ? null : peopleOf(session, [circle]);
}

/** A place in a few words, for a list. @param {Session} session @param {Place} place */
export function placeName(session, place) {
  if (!place.to) return audienceOf(session, place.circle)[0].name;
  return readersAt(session, place).map((one) => one.name).join(", ");
}

/** @param {Session} session @returns {Choice[]} */
function circles(session) {
  const { school } = session.replica.trust.charter;
  const office = session.seat({ role: "office" }) ? [choice(school, t("audience-school"), t("shelf-school-about"), school, null)] : [];
  const own = groups(session).filter((group) => session.seat({ circle: group.group }));
  return [...office, ...own.map((group) => choice(group.group, t("audience-group", { group: group.name }), t("shelf-group-about"), group.group, null, group.name))];
}

/** @param {Session} session @param {string} seat @returns {Choice[]} */
function letters(session, seat) {
  const { staff, office } = session.replica.trust.charter;
  const teams = groups(session).filter((group) => session.replica.circles.get(group.team)?.reads || session.seat({ circle: group.group }));
  const to = (/** @type {string} */ circle) => ({ circles: [circle], people: [], child: "" });
  const lunch = lunchCircle(session);
  return [
    ...teams.map((group) => choice(group.team, t("audience-team", { group: group.name }), t("shelf-team-about"), seat, to(group.team), group.name)),
    choice(staff, t("audience-staff"), t("audience-staff-about"), seat, to(staff)), choice(office, t("audience-office"), t("audience-office-about"), seat, to(office)),
    ...(lunch ? [choice(lunch, t("shelf-lunch"), t("shelf-lunch-about"), seat, to(lunch))] : []),
  ];
}

/** @param {Session} session @param {string} seat @returns {Choice[]} */
function people(session, seat) {
  const own = session.own();
  const staff = session.replica.ofKind("profile", session.replica.trust.charter.school).map((item) => item.body).filter((body) => body.seat && !own.has(body.seat) && canReach(session, body.seat));
  const parents = session.replica.ofKind("pupil").flatMap(({ body }) => (body.guardians ?? []).filter((/** @type {any} */ one) => guardiansOf(body).includes(one.seat) && canReach(session, one.seat))
    .map((/** @type {any} */ one) => ({ seat: one.seat, name: one.name, title: t("guardian-of", { name: fullName(/** @type {any} */ (body)) }) })));
  const all = [...staff, ...parents].map((body) => ({ ...choice(`person-${body.seat}`, body.name, body.title ?? "", seat, { circles: [], people: [body.seat], child: "" }), wide: false }));
  return all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at);
}

/** @param {string} id @param {string} name @param {string} about @param {string} circle @param {import("./shelf.js").To | null} to @param {string} [mark] @returns {Choice} */
function choice(id, name, about, circle, to, mark = name) {
  return { id, name, about, mark, wide: true, place: { circle, to } };
}
