/** What is coming up and what waits for an answer, of all modules that know: one shape for Today, the calendar and the feed. */
import { due as dueAlbums } from "../albums/year.js";
import { due as dueTakedown } from "../albums/takedown.js";
import { due as dueBooks } from "../bookshelf/model.js";
import { due as dueCalendar } from "../calendar/model.js";
import { due as dueGroups } from "../groups/due.js";
import { due as dueLunch, planned as plannedLunch } from "../lunch/model.js";
import { due as dueMoving } from "../moving/due.js";
import { due as dueSignups, planned as plannedSignups } from "../signups/model.js";
import { due as dueTalks, planned as plannedTalks } from "../talks/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/**
 * Something in this person's own time: a talk they booked, a lunch day, a drive. `id` never changes, `version` grows with
 * each change; `day` "YYYY-MM-DD" and `start`, `end` "HH:MM" in the school's own zone, "" for the whole day; `child`: circle
 * of the child it is about, or ""; `title` has no child's name in it.
 * @typedef {{id: string, version: number, day: string, start: string, end: string, title: string, place: string, child: string, href: string, gone?: boolean}} Planned
 */
/** Something that waits for an answer; `until`: ms, 0 = no end. @typedef {{id: string, text: string, about: string, href: string, child: string, until: number}} Due */

/** From the earliest on. @param {Session} session @param {string} from day @param {string} until day @returns {Planned[]} */
export function planned(session, from, until) {
  const found = [plannedTalks, plannedSignups, plannedLunch].flatMap((one) => one(session, from, until));
  return found.sort((a, b) => (`${a.day} ${a.start}` < `${b.day} ${b.start}` ? -1 : 1));
}

/** What ends first comes first. @param {Session} session @param {number} now ms @returns {Due[]} */
export function due(session, now) {
  return [dueGroups, dueCalendar, dueTalks, dueSignups, dueLunch, dueAlbums, dueTakedown, dueBooks, dueMoving].flatMap((one) => one(session, now)).sort((a, b) => (a.until || Infinity) - (b.until || Infinity));
}
