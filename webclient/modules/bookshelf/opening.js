/** Who has opened a document: by family where families read it, else by person. Pure. */
import { pupils } from "../news/model.js";
import { fullName, nameOf } from "../people/model.js";
import { openedBy } from "./shelf.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** `at`: when (ms), 0 = not yet. @typedef {{id: string, name: string, mark: string, about: string, at: number}} Opening */

/** @param {Session} session @param {import("./shelf.js").Doc} doc @returns {Opening[]} */
export function opening(session, doc) {
  const seats = session.replica.trust.seats;
  const opened = openedBy(session, doc.id);
  const persons = new Map([...opened].map(([seat, at]) => [seats.get(seat)?.person || seat, at]));
  const atOf = (/** @type {string} */ seat) => persons.get(seats.get(seat)?.person || seat) ?? 0;
  if (!doc.place.to) return pupils(session, [doc.place.circle]).map((pupil) => {
    const guardians = pupil.guardians.map((one) => ({ ...one, at: atOf(one.seat) }));
    const there = guardians.filter((one) => one.at);
    return { id: pupil.child, name: fullName(pupil), mark: pupil.first, about: there.map((one) => one.name).join(", "), at: there.length ? Math.min(...there.map((one) => one.at)) : 0 };
  }).sort((a, b) => Number(Boolean(a.at)) - Number(Boolean(b.at)) || a.name.localeCompare(b.name, "nl"));
  const named = doc.place.to.people;
  const others = [...opened.keys()].filter((seat) => !named.includes(seat));
  return [...named, ...others].map((seat) => ({ id: seat, name: nameOf(session, seat), mark: nameOf(session, seat), about: "", at: atOf(seat) }));
}
