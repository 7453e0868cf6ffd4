/** The own children over all schools of this account: one that goes to two of them is one child. Pure over the sessions. */
import { ownChildren } from "./model.js";

/** @typedef {import("../../ui/schools.js").Source} Source */
/** Where a child goes to school, and its circle there. @typedef {{of: Source, circle: string}} Seat */
/** `key`, `tone`: the same whichever school is shown. @typedef {{key: string, first: string, born: string, tone: string, at: Seat[]}} Kid */

/** @param {Source[]} sources @returns {Kid[]} */
export function kids(sources) {
  /** @type {Kid[]} */
  const found = [];
  for (const of of sources)
    for (const { circle, first, born = "" } of /** @type {any[]} */ (ownChildren(of.here))) {
      const same = found.find((one) => isSame(one, first, born) && !one.at.some((place) => place.of === of));
      if (same) same.at.push({ of, circle });
      else found.push({ key: circle, first, born, tone: "", at: [{ of, circle }] });
    }
  for (const one of found) one.key = one.tone = [...one.at].sort((a, b) => (a.of.host < b.of.host ? -1 : 1))[0].circle;
  return found;
}

/** The circle of a child at a school; "" if it does not go there. @param {Kid} kid @param {Source} of */
export function circleAt(kid, of) {
  return kid.at.find((place) => place.of.host === of.host)?.circle ?? "";
}

/** As the schools have it: first name and day of birth. @param {Kid} kid @param {string} first @param {string} born */
function isSame(kid, first, born) {
  return born !== "" && kid.born === born && kid.first.trim().toLowerCase() === first.trim().toLowerCase();
}
