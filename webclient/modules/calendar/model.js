/** Calendar as this person's copy knows it: what there is on which day, who was asked and what they said. Pure. */
import { occurrences } from "../../sync/occurrences.js";
import { instant, dayOf } from "../../sync/zone.js";
import { addDays } from "../absences/days.js";
import { groups, ownChildren } from "../people/model.js";
import { plantAlerts } from "./alerts.js";
import { calendars, openCalendars } from "./calendars.js";
import { WHEN } from "./changes.js";
import { span } from "./when.js";

export { carriers } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/occurrences.js").Occurrence} Occurrence */
/** @typedef {import("../today/plan.js").Planned} Planned */
/**
 * One line of an agenda: an event on one of its days, or something this person planned elsewhere (no `item`).
 * `circles`: in which this person reads it; `was`: what it was before a change; `children`: the own ones it is about.
 * @typedef {{key: string, title: string, category: string, at: Occurrence, href: string, circles: string[], children: string[], item: Item | null,
 *   was: Record<string, string> | null, reason: string, host?: string, of?: import("../../ui/schools.js").Source, about?: string, clash?: Line[]}} Line
 * Where there are more schools: `of` which it is, `about`: whose it is there, `clash`: what another has at the same time.
 */
/** @typedef {"yes" | "no" | "maybe"} Said */

export const CATEGORIES = ["event", "free", "trip", "gym", "meeting", "party", "test", "other"];
/** How far ahead (days) an answer is asked for on Today. */
const AHEAD = 60;

/** What there is between two days, in order; what stands in several calendars once. @param {Session} session @param {string} from day @param {string} until day @param {Planned[]} [others] @returns {Line[]} */
export function agenda(session, from, until, others = []) {
  const about = childrenOf(session);
  /** @type {Map<string, Line>} */
  const found = new Map();
  for (const item of session.replica.ofKind("event"))
    for (const at of occurrences(item.body, from, until)) {
      const key = JSON.stringify([item.body.joint ?? item.id, item.body.title, at]);
      const known = found.get(key);
      const circles = [...(known?.circles ?? []), item.circle];
      found.set(key, known ? { ...known, circles, children: [...new Set(circles.flatMap(about))] } : lineOf(item, at, about(item.circle)));
    }
  return [...found.values(), ...others.map(ofPlan)].sort(byTime);
}

/** The lines of one event; the next first, those that are over last. @param {Session} session @param {string} id @param {string} original "" for the next @returns {Line | null} */
export function lineOn(session, id, original) {
  const item = session.replica.items.get(id);
  if (item?.kind !== "event") return null;
  const all = occurrences(item.body, "0000-01-01", "9999-12-31");
  const today = dayOf(Date.now());
  const at = all.find((one) => (original ? one.original === original : one.until >= today)) ?? all.at(original ? 0 : -1);
  return at ? { ...lineOf(item, at, childrenOf(session)(item.circle)), circles: twins(session, item).map((one) => one.circle) } : null;
}

/** The days of an event that repeats on which this school is free; for the office, by its drafts as well. @param {Session} session @param {Record<string, any>} body @returns {string[]} */
export function freeDays(session, body) {
  const days = occurrences(body, "0000-01-01", "9999-12-31").map((at) => at.day);
  if (!body.repeat || !days.length) return [];
  const school = calendars(session).find((one) => one.sort === "school");
  const of = [...(school ? session.replica.ofKind("event", school.circle) : []), ...session.replica.ofKind("draft").filter((item) => item.body.calendars.includes(school?.circle))];
  const free = of.filter((item) => item.body.category === "free").flatMap((item) => occurrences(item.body, days[0], days[days.length - 1])).filter((at) => !at.cancelled);
  return days.filter((day) => free.some((at) => at.day <= day && at.until >= day));
}

/** An event in all the calendars that it was put into at once, as far as this person reads them. @param {Session} session @param {Item} item @returns {Item[]} */
export function twins(session, item) {
  const { joint } = item.body;
  return [item, ...(joint ? session.replica.ofKind("event").filter((one) => one.id !== item.id && one.body.joint === joint && one.body.title === item.body.title) : [])];
}

/** What this person noted for themselves and at home, for whoever shows one's own time. @param {Session} session @param {string} from day @param {string} until day @returns {Planned[]} */
export function planned(session, from, until) {
  const own = (/** @type {Line} */ line) => line.circles.some((circle) => session.replica.circles.get(circle)?.kind !== "calendar");
  return agenda(session, from, until).filter(own).map(({ item, at, title, href, key }) => ({
    id: at.original === at.day ? (item?.id ?? key) : `${item?.id}-${at.original}`, version: Number(item?.body.version ?? 0), day: at.day, start: at.start, end: at.end, title, place: at.place, child: "", href, gone: at.cancelled }));
}

/** What waits for this person's answer. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  const today = dayOf(now);
  const seen = new Set();
  return agenda(session, today, addDays(today, AHEAD)).filter(({ item, at }) => {
    const first = item !== null && item.body.asks === "rsvp" && !at.cancelled && !seen.has(item.id) && asked(session, item) && !ownAnswer(session, item.id);
    if (item) seen.add(item.id);
    return first;
  }).map(({ item, at, title, href, children }) => ({ id: item?.id ?? "", text: title, about: span(at), href, child: children.length === 1 ? children[0] : "", until: instant(at.day, at.start || "24:00") }));
}

/** Whether somebody may be asked to come: who reads the calendar and does not keep it; staff are asked for what is theirs. @param {Session} session @param {Item} item */
export function asked(session, item) {
  const sort = calendars(session).find((one) => one.circle === item.circle)?.sort;
  return sort === "staff" || (sort !== undefined && sort !== "board" && ownChildren(session).length > 0);
}

/** What was answered, as far as this person may know. @param {Session} session @param {string} event @returns {Item[]} */
export function answers(session, event) {
  return session.replica.ofKind("rsvp").filter((item) => item.body.event === event);
}

/** @param {Session} session @param {string} event @returns {Item | null} */
export function ownAnswer(session, event) {
  const own = session.own();
  return answers(session, event).find((item) => own.has(item.head.seat)) ?? null;
}

/** What must be done after each change, by whoever's client is open: told in `TOP_UPS`. @param {Session} session */
export async function topUp(session) {
  await openCalendars(session);
  await plantAlerts(session);
}

/** By circle, the own children whose calendar that is; of the school's, all. @param {Session} session @returns {(circle: string) => string[]} */
function childrenOf(session) {
  const own = ownChildren(session);
  const names = new Map(groups(session).map((group) => [group.group, group.name]));
  const of = new Map(calendars(session).map((one) => [one.circle, one]));
  return (circle) => own.filter((child) => {
    const one = of.get(circle);
    return one?.sort === "school" || one?.sort === "board" || (one?.sort === "group" && child.groups.includes(names.get(one.of)));
  }).map((child) => child.circle);
}

/** @param {Item} item @param {Occurrence} at @param {string[]} children @returns {Line} */
function lineOf(item, at, children) {
  const { title, category, changed } = item.body;
  const hit = isDay(changed?.was?.day) && (!changed.original || changed.original === at.original);
  const one = item.body.repeat ? `/calendar/${item.id}/${at.original}` : `/calendar/${item.id}`;
  return { key: `${item.id} ${at.original}`, title: String(title ?? ""), category: CATEGORIES.includes(category) ? category : "other", at, href: one,
    circles: [item.circle], children, item, was: hit ? Object.fromEntries(WHEN.map((key) => [key, String(changed.was[key] ?? "")])) : null, reason: hit ? String(changed.reason ?? "") : "" };
}

/** Whether somebody's client wrote a day that there is. @param {unknown} day */
function isDay(day) {
  return typeof day === "string" && day.length === 10 && !Number.isNaN(Date.parse(day));
}

/** @param {Planned} one @returns {Line} */
function ofPlan({ id, day, start, end, title, place, child, href, gone }) {
  const at = { day, until: day, start, end, place, original: day, cancelled: Boolean(gone) };
  return { key: `plan ${id} ${day}`, title, category: "mine", at, href, circles: [], children: child ? [child] : [], item: null, was: null, reason: "" };
}

/** @param {Line} a @param {Line} b */
export function byTime(a, b) {
  const key = (/** @type {Line} */ { at, title }) => `${at.day} ${at.start.padEnd(5)} ${title}`;
  return key(a) < key(b) ? -1 : 1;
}
