/**
 * A child at two schools: on which days it is where, as its parent said once. That stands sealed in an own seat of the own
 * school, so that it is on every device; no school learns it. Reports to a school are of that child's days there.
 */
import { firstDay, runs } from "../../sync/schools.js";
import { weekday } from "./days.js";
import { newId } from "./model.js";

/** @typedef {import("../../ui/schools.js").Source} Source */
/** @typedef {import("../people/kids.js").Kid} Kid */
/** The weekdays (1 = Monday) at each school, by its host ("" is our own). @typedef {Record<string, number[]>} Days */
/** What one school is told. @typedef {{of: Source, child: string, body: Record<string, any>}} Told */

export const WEEKDAYS = [1, 2, 3, 4, 5];

/** On which days a child is where; null where its parent has not said yet that it is the same child. @param {Kid} kid @param {Source[]} sources @returns {Days | null} */
export function daysOf(kid, sources) {
  const own = sources.find((of) => of.host === "");
  if (!own) return null;
  const seats = own.here.own();
  const kept = own.here.replica.ofKind("settings").filter((item) => seats.has(item.circle)).map((item) => item.body);
  const coming = own.outbox.waiting.filter((one) => one.type === "groups.settings").map((one) => one.data.fields);
  return Object.assign({}, ...kept, ...coming)[nameOf(kid)] ?? null;
}

/** Keep that it is the same child, and its days. @param {Kid} kid @param {Source[]} sources @param {Days} days */
export async function keepDays(kid, sources, days) {
  const own = sources.find((of) => of.host === "");
  const seat = own?.here.seat();
  if (own && seat) await own.outbox.add("groups.settings", { seat: seat.id, fields: { [nameOf(kid)]: days }, id: newId() });
}

/** What each school is told of an absence: only of the days on which the child would be there. @param {Kid} kid @param {Days | null} days @param {Record<string, any>} body @returns {Told[]} */
export function toldOf(kid, days, body) {
  if (kid.at.length < 2) return kid.at.map(({ of, circle }) => ({ of, child: circle, body }));
  return kid.at.flatMap(({ of, circle }) => stretches(body, days?.[of.host] ?? WEEKDAYS).map((span) => ({ of, child: circle, body: { ...body, ...span } })));
}

/** @param {Record<string, any>} body @param {number[]} weekdays @returns {{from: string, until: string}[]} */
function stretches({ from, until, weekly }, weekdays) {
  if (weekly) return weekdays.includes(weekday(from)) ? [{ from, until }] : [];
  const first = firstDay(from, weekdays);
  if (!until) return first ? [{ from: first, until }] : [];
  return runs(from, until, weekdays).map(([begin, end]) => ({ from: begin, until: end }));
}

/** Under which name it stands among one's own settings: the same whichever school is shown. @param {Kid} kid */
function nameOf(kid) {
  return `days ${kid.tone}`;
}
