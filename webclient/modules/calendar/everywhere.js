/** One agenda of all schools of this account: each line of another school bears its name, and says with what it clashes. */
import { clashes } from "../../sync/schools.js";
import { hrefAt, sources } from "../../ui/schools.js";
import { planned } from "../today/plan.js";
import { calendars } from "./calendars.js";
import { whose } from "./lines.js";
import { agenda, byTime } from "./model.js";

/** @typedef {import("./model.js").Line} Line */
/** @typedef {import("../../ui/schools.js").Source} Source */

/** What there is between two days, in order. @param {string} from day @param {string} until day @param {(line: Line, of: Source) => boolean} [fits] @returns {Line[]} */
export function everywhere(from, until, fits = () => true) {
  const all = sources();
  const lines = once(all.flatMap((of) => linesOf(of, from, until).filter((line) => fits(line, of)))).sort(byTime);
  if (all.length > 1) for (const [one, other] of clashes(/** @type {any[]} */ (lines))) meet(one, other);
  return lines;
}

/** The pairs that are at the same time at two schools. @param {Line[]} lines @returns {[Line, Line][]} */
export function clashing(lines) {
  return lines.flatMap((one, at) => (one.clash ?? []).filter((other) => lines.indexOf(other) > at).map((other) => /** @type {[Line, Line]} */ ([one, other])));
}

/** @param {Source} of @param {string} from @param {string} until @returns {Line[]} */
function linesOf(of, from, until) {
  const found = agenda(of.here, from, until, planned(of.here, from, until));
  if (!of.other) return found.map((line) => ({ ...line, host: of.host, of }));
  const say = whose(of.here);
  return found.map((line) => ({ ...line, key: `${of.host} ${line.key}`, href: hrefAt(of, line.href), host: of.host, of, about: say(line) }));
}

/** What the board planned at several schools is one thing. @param {Line[]} lines @returns {Line[]} */
function once(lines) {
  const seen = new Set(/** @type {string[]} */ ([]));
  return lines.filter(({ item, title, at, of }) => {
    if (!item?.body.joint || !of || !calendars(of.here).some((one) => one.sort === "board" && one.circle === item.circle)) return true;
    const key = JSON.stringify([item.body.joint, title, at]);
    return !seen.has(key) && seen.add(key);
  });
}

/** @param {Line} one @param {Line} other */
function meet(one, other) {
  one.clash = [...(one.clash ?? []), other];
  other.clash = [...(other.clash ?? []), one];
}
