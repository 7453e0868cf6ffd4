/** A group as this person knows it: its children by first name, their parents, and what each of them shows. */
import { fullName } from "../people/model.js";
import { OTHER_SCHOOL } from "./fields.js";
import { classmates } from "./model.js";
import { callOf, directory } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../people/model.js").Group} Group */
/** `phone`: the school's own number, for staff. @typedef {{seat: string, name: string, own: boolean, card: Map<string, string>, phone: string, relation: string, helps: boolean}} Adult */
/** `card`: what its parents show of the child itself. @typedef {{child: string, first: string, name: string, own: boolean, hidden: boolean, card: Map<string, string>, adults: Adult[], collectors: {name: string, phone: string, relation: string}[]}} Family */

const OF_CHILD = ["birthday", "face", "fullname", "allergies", OTHER_SCHOOL];

/** The families of a group, by first name; those of the register where this person has it. @param {Session} session @param {Group} group @returns {Family[]} */
export function families(session, group) {
  const known = directory(session);
  const pupils = new Map(session.replica.ofKind("pupil", group.register).map((item) => [item.body.child, item.body]));
  const listed = classmates(session, group.group).filter((mate) => !pupils.has(mate.child));
  const found = [...[...pupils.values()].map((pupil) => ofPupil(session, known, pupil)), ...listed.map((mate) => family(known, mate.child, mate.first, [...mate.seats.keys()].map((seat) => adult(known, seat))))];
  return found.sort((a, b) => a.first.localeCompare(b.first, "nl") || a.name.localeCompare(b.name, "nl"));
}

/** How many children there are in a group. @param {Session} session @param {Group} group */
export function count(session, group) {
  const listings = [...session.replica.ofKind("classmate", group.group), ...session.replica.ofKind("pupil", group.register)];
  return new Set(listings.map((item) => item.body.child)).size;
}

/** What one place shows, of the parent and of the child. @param {Map<string, string>} card */
export function ofParent(card) {
  return new Map([...card].filter(([field]) => !OF_CHILD.includes(field) && field !== "name" && field !== "photo"));
}

/** @param {Session} session @param {import("./names.js").Directory} known @param {any} pupil @returns {Family} */
function ofPupil(session, known, pupil) {
  const adults = pupil.guardians.map((/** @type {any} */ one) => ({ ...adult(known, one.seat), name: one.name, phone: one.phone ?? "", relation: one.relation ?? "" }));
  const seats = new Set(adults.map((/** @type {Adult} */ one) => one.seat));
  const collectors = session.replica.ofKind("collector").filter((item) => seats.has(item.head.seat)).map((item) => /** @type {any} */ (item.body));
  return { ...family(known, pupil.child, pupil.first, adults), name: fullName(pupil), hidden: Boolean(pupil.protected), collectors };
}

/** @param {import("./names.js").Directory} known @param {string} child @param {string} first @param {Adult[]} adults @returns {Family} */
function family(known, child, first, adults) {
  const card = new Map(adults.flatMap((one) => [...one.card].filter(([field]) => OF_CHILD.includes(field))));
  return { child, first, name: first, own: known.children.has(child), hidden: false, card, adults, collectors: [] };
}

/** @param {import("./names.js").Directory} known @param {string} seat @returns {Adult} */
function adult(known, seat) {
  const card = known.cards.get(seat) ?? new Map();
  const helps = known.session.replica.ofKind("classparent").some((item) => item.body.seat === seat);
  return { seat, name: callOf(known, seat), own: known.own.has(seat), card, phone: "", relation: "", helps };
}
