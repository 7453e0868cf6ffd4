/** From one child to another: what a choice would be there. Only what is a parent's own; an exception that can't be carried over is left to the parent. */
import { lookOf } from "./fields.js";
import { classmates, samePeople } from "./model.js";
import { groupsOf } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("./model.js").Detail} Detail */

/** The details to copy, each for the groups of the other child; `left`: those where somebody was left out who is not to be found there. @param {Session} session @param {Seat} from @param {Seat} to @param {Detail[]} details */
export function copied(session, from, to, details) {
  const own = details.filter((one) => one.value && !lookOf(one.field).ofChild);
  const [before, after] = [groupsOf(session, from), groupsOf(session, to)];
  const seats = new Set(after.flatMap((group) => classmates(session, group.group).flatMap((mate) => [...mate.seats.keys()])));
  const carries = (/** @type {Detail} */ one) => one.audience.others.every((seat) => [...samePeople(session, [seat])].some((same) => seats.has(same)));
  const moved = (/** @type {Detail} */ { field, value, audience, until }) => ({ field, value, until, audience: {
    groups: audience.groups.some((id) => before.some((group) => group.group === id)) ? after.map((group) => group.group) : [],
    teams: audience.teams.some((id) => before.some((group) => group.team === id)) ? after.map((group) => group.team) : [],
    people: audience.people, household: audience.household,
    others: [...samePeople(session, audience.others)].filter((seat) => seats.has(seat)) } });
  return { ready: own.filter(carries).map(moved), left: own.filter((one) => !carries(one)) };
}
