/** Which calendars there are, whose they are, who reads and who writes them. Pure but for `openCalendars`. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { t } from "../../ui/locale.js";
import { household } from "../groups/homes.js";
import { audienceOf } from "../news/audience.js";
import { boardCircle, groups } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** A calendar; `of`: the circle it is of. @typedef {{circle: string, of: string, sort: "school" | "board" | "group" | "staff", name: string}} Calendar */

const SORTS = ["school", "board", "group", "staff"];
/** Who may write in a calendar: of the board's, that is only whom its invitation names, and the office. */
const WRITERS = ["teacher", "office", "board"];

/** The calendars that this person reads: the school's, the board's, those of groups, that of the staff. Only the office says which is which (`people.py`). @param {Session} session @returns {Calendar[]} */
export function calendars(session) {
  const { charter, groups: acts } = session.replica.trust;
  const names = new Map(groups(session).map((group) => [group.group, group.name]));
  const sorts = new Map([[charter.school, "school"], [charter.staff, "staff"], [boardCircle(session), "board"], ...acts.map((act) => /** @type {[string, string]} */ ([act.group, "group"]))]);
  const said = session.replica.ofKind("profile").filter((item) => session.replica.circles.get(item.circle)?.kind === "calendar" && sorts.has(item.body.of));
  said.sort((a, b) => (age(session, a.circle) < age(session, b.circle) ? 1 : -1)); // of two that say the same, all believe the older
  const found = new Map(said.map(({ circle, body }) => [body.of, /** @type {Calendar} */ ({ circle, of: body.of, sort: /** @type {any} */ (sorts.get(body.of)), name: names.get(body.of) ?? "" })]));
  return [...found.values()].sort((a, b) => SORTS.indexOf(a.sort) - SORTS.indexOf(b.sort) || a.name.localeCompare(b.name, "nl", { numeric: true }));
}

/** Those in which this person may write. @param {Session} session */
export function writable(session) {
  return calendars(session).filter((one) => mayWrite(session, one.circle) && (one.sort !== "board" || session.seat({ role: "board" })));
}

/** Whether this person may change what stands in a calendar, a household, or an own place. @param {Session} session @param {string} circle */
export function mayWrite(session, circle) {
  const seat = session.seat({ circle });
  return seat !== null && (session.replica.circles.get(circle)?.kind !== "calendar" || WRITERS.includes(seat.role));
}

/** What circles of events are called, looked up once. @param {Session} session @returns {(circle: string) => string} */
export function namesOf(session) {
  const known = new Map(calendars(session).map((one) => [one.circle, one.sort === "group" ? one.name : t(`calendar-of-${one.sort}`)]));
  return (circle) => known.get(circle) ?? t(session.replica.circles.get(circle)?.kind === "household" ? "calendar-of-home" : "calendar-of-me");
}

/** What a circle of events is called. @param {Session} session @param {string} circle */
export function nameOf(session, circle) {
  return namesOf(session)(circle);
}

/** Who reads what stands in these circles. @param {Session} session @param {string[]} circles */
export function audience(session, circles) {
  const all = circles.flatMap((circle) => audienceIn(session, circle));
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/** @param {Session} session @param {string} circle @returns {import("../news/audience.js").Audience[]} */
function audienceIn(session, circle) {
  const one = calendars(session).find((calendar) => calendar.circle === circle);
  if (one?.sort === "staff") return [{ name: t("audience-staff"), about: t("audience-staff-about") }];
  if (one) return audienceOf(session, one.of);
  const home = session.replica.circles.get(circle)?.kind === "household";
  return [{ name: t("audience-you"), about: "" }, ...(home ? [{ name: t("calendar-of-home"), about: t("calendar-home-about") }] : [])];
}

/** Where one's own events go: a place of one's own, and the household. @param {Session} session @returns {{me: string, home: string}} */
export function ownPlaces(session) {
  return { me: session.seat()?.id ?? "", home: household(session) };
}

/** Make the calendars that are missing, and let new groups read the school's: the office's clients do so by themselves. @param {Session} session */
export async function openCalendars(session) {
  const seat = session.seat({ role: "office" });
  if (!seat || !session.replica.trust.charter.school) return;
  const ids = new Map(wanted(session).map(({ of }) => [of, b64(fresh(16))]));
  if (!(await missing(session))) return;
  const school = calendars(session).find((one) => one.sort === "school");
  await session.write(seat, school ? [school.circle] : [], (batch) => {
    const known = new Map(calendars(session).map((one) => [one.of, one.circle]));
    for (const { of, readers, writers } of wanted(session)) {
      const there = known.get(of);
      if (there === undefined) batch.record(batch.start("calendar", readers, [session.replica.trust.charter.office], writers), "profile", { of }, { id: ids.get(of) });
      else if (there === school?.circle) batch.add(there, readers);
    }
  });
}

/** Whether a calendar is missing, or a reader of the school's. @param {Session} session */
async function missing(session) {
  const known = new Map(calendars(session).map((one) => [one.of, one]));
  if (wanted(session).some(({ of }) => !known.has(of))) return true;
  const school = /** @type {Calendar} */ (known.get(session.replica.trust.charter.school));
  const refs = new Set((await session.readers(school.circle)).map((reader) => reader.ref));
  return wanted(session)[0].readers.some((circle) => !refs.has(`c:${circle}`));
}

/** The calendars that a school has, its own first. @param {Session} session @returns {{of: string, readers: string[], writers: string[]}[]} */
function wanted(session) {
  const { charter, groups: acts } = session.replica.trust;
  const own = acts.map((act) => ({ of: act.group, readers: [act.parents, act.quiet, act.team], writers: [act.team] }));
  const parents = acts.flatMap((act) => [act.parents, act.quiet]);
  return [{ of: charter.school, readers: [...parents, charter.staff], writers: [charter.office, charter.staff] }, ...own,
    { of: charter.staff, readers: [charter.staff], writers: [charter.office, charter.staff] }];
}

/** @param {Session} session @param {string} circle */
function age(session, circle) {
  return `${String(session.replica.circles.get(circle)?.links[0]?.head.time ?? 0).padStart(16, "0")} ${circle}`;
}
