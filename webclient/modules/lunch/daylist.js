/**
 * A day at lunch as its team keeps it: who is expected, ticks, who is not there, who came unexpected, charges. The same as
 * `sync/client/lunchday.py`: marks are merged child by child, and a child is charged at most once for a day.
 */
import { instant } from "../../sync/zone.js";
import { overtaken } from "../../sync/said.js";
import { lunchCircle } from "../people/model.js";
import { claim, homeOf, toHome } from "./cards.js";
import { bookOf, boxes, called, diets, guardians, ofChild } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./stay.js").Body} Body */
/** A child on the list of a day; `there`, `missed`: since when (ms), 0 = not. @typedef {{child: string, first: string, group: string, verdict: import("../../sync/stays.js").Verdict, diets: Body[], there: number, missed: number}} Row */

/** The children expected or seen on a day, by group and name, as far as this person may know. @param {Session} session @param {string} day @param {import("./stay.js").Book} [book] @returns {Row[]} */
export function dayList(session, day, book = bookOf(session)) {
  const marks = marksOf(session, day);
  const known = new Set([...session.replica.ofKind("lunchplan"), ...session.replica.ofKind("lunchday")].map((item) => item.body.child));
  const rows = [...new Set([...known, ...marks.keys()])].map((child) => rowOf(session, child, day, marks, book));
  return rows.filter((row) => row.verdict.stays || row.verdict.pays || row.there || row.missed)
    .sort((a, b) => a.group.localeCompare(b.group, "nl", { numeric: true }) || a.first.localeCompare(b.first, "nl"));
}

/** What one must know of a child at the table, of all that its parents told. @param {Body[]} told */
export function needs(told) {
  const joined = (/** @type {string} */ key) => [...new Set(told.map((one) => one[key]).filter(Boolean))].join(" · ");
  return { allergens: [...new Set(told.flatMap((one) => one.allergens ?? []))], allergies: joined("allergies"), medication: joined("medication"), doctor: joined("doctor"), phones: joined("phones"), note: joined("note") };
}

/** Whether a day was closed, and when (ms). @param {Session} session @param {string} day */
export function closedAt(session, day) {
  return Math.max(0, ...lists(session, day).map((item) => item.body.closed ?? 0));
}

/** The alarms of a day that nobody has ended. @param {Session} session @param {string} day @returns {Item[]} */
export function alarms(session, day) {
  const children = new Set(session.replica.ofKind("lunchalarm").filter((item) => item.body.day === day).map((item) => item.body.child));
  const found = [...children].map((child) => alarmOf(session, child, day)).filter((item) => item !== null);
  return found.filter((item) => ofChild(session, item.body.child, day).stays);
}

/** @param {Session} session @param {string} child @param {string} day @param {import("./stay.js").Book} [book] @returns {Item | null} */
export function alarmOf(session, child, day, book) {
  const found = (book ? book("lunchalarm", child) : session.replica.ofKind("lunchalarm")).filter((item) => item.body.child === child && item.body.day === day);
  return found.some((item) => item.body.resolved) ? null : (found[0] ?? null);
}

/** Say that a child is at the table, or is not; what was said of it later stands. @param {Session} session @param {any} data @param {number} time when somebody pressed (ms) */
export async function carryTick(session, { day, child, there, ids }, time) {
  await inLunch(session, (batch) => {
    if (!isNews(session, day, child, time, batch.now)) return;
    mark(session, batch, day, { [child]: [Number(there), time] }, ids[0]);
    if (there) settle(session, batch, { day, child, time, ids: ids.slice(1) });
  });
}

/** The list was gone through: whoever is expected and not there is missed. @param {Session} session @param {any} data @param {number} time when somebody pressed (ms) */
export async function carryCheckOff(session, { day, record, ids }, time) {
  await inLunch(session, (batch) => {
    const missed = dayList(session, day).filter((row) => row.verdict.stays && !row.there && ids[row.child]);
    const news = missed.filter((row) => isNews(session, day, row.child, time, batch.now));
    mark(session, batch, day, Object.fromEntries(news.map((row) => [row.child, [0, time]])), record);
    for (const { child } of missed) if (!alarmOf(session, child, day)) raise(session, batch, day, child, ids[child], { raised: time });
  });
}

/** Charge a day's strips, each child once. @param {Session} session @param {any} data */
export async function carryClose(session, { day, record, ids }) {
  await inLunch(session, (batch) => {
    mark(session, batch, day, {}, record, batch.now);
    for (const row of dayList(session, day)) {
      const payer = payerOf(session, row);
      if (!row.verdict.pays || !payer || !ids[row.child] || chargeOf(session, row.child, day)) continue;
      toHome(session, batch, "lunchcharge", { home: homeOf(session, payer), child: row.child, day, why: row.verdict.why, strips: 1 }, ids[row.child]);
    }
  });
}

/** What a child was charged for a day. @param {Session} session @param {string} child @param {string} day */
export function chargeOf(session, child, day) {
  return session.replica.ofKind("lunchcharge").find((item) => item.body.child === child && item.body.day === day) ?? null;
}

/** Write as the lunch team; nothing where this person is not of it any more. @param {Session} session @param {(batch: Batch) => void} build */
export async function inLunch(session, build) {
  const circle = lunchCircle(session);
  const seat = circle ? session.seat({ circle }) : null;
  if (seat) await session.write(seat, [circle], build);
}

/** @param {Session} session @param {Row} row @returns {string} */
function payerOf(session, row) {
  const seats = guardians(session, row.child);
  return row.verdict.seat || (seats.find((seat) => claim(session, seat)) ?? seats[0] ?? "");
}

/** @param {Session} session @param {string} child @param {string} day @param {Map<string, [number, number]>} marks @param {import("./stay.js").Book} book @returns {Row} */
function rowOf(session, child, day, marks, book) {
  const [there, at] = marks.get(child) ?? [0, 0];
  const told = diets(session, child, book).map((item) => item.body);
  const missed = alarmOf(session, child, day, book)?.body.raised ?? 0;
  return { child, ...called(session, child, book), verdict: ofChild(session, child, day, Boolean(there), [], book), diets: told, there: there ? at : 0, missed };
}

/** @param {Session} session @param {string} day @returns {Item[]} */
function lists(session, day) {
  return session.replica.ofKind("lunchlist").filter((item) => item.body.day === day);
}

/** What was ticked last of each child, by the team or by a helper on duty. @param {Session} session @param {string} day @returns {Map<string, [number, number]>} */
function marksOf(session, day) {
  /** @type {[string, [number, number]][]} */
  const said = lists(session, day).flatMap((item) => /** @type {[string, [number, number]][]} */ (Object.entries(item.body.marks)));
  for (const item of session.replica.ofKind("lunchtick"))
    if (item.body.day === day && hadDuty(session, item)) said.push([item.body.child, [item.body.there, item.head.time]]);
  return new Map(said.sort((a, b) => a[1][1] - b[1][1]));
}

/** Whether nobody said anything of a child later than this. @param {Session} session @param {string} day @param {string} child @param {number} time ms @param {number} now */
function isNews(session, day, child, time, now) {
  return !overtaken(marksOf(session, day).get(child)?.[1] ?? 0, time, now);
}

/** Whether a tick was written by whoever had duty, within its hours. @param {Session} session @param {Item} item */
function hadDuty(session, item) {
  const duty = session.replica.items.get(item.body.duty);
  if (duty?.kind !== "lunchduty" || duty.body.seat !== item.head.seat || duty.body.day !== item.body.day) return false;
  const at = item.head.time;
  return instant(duty.body.day, duty.body.from) <= at && at < instant(duty.body.day, duty.body.until);
}

/** @param {Session} session @param {Batch} batch @param {string} day @param {Record<string, [number, number] | number[]>} marks @param {string} id @param {number} [closed] */
function mark(session, batch, day, marks, id, closed = 0) {
  const before = lists(session, day)[0] ?? null;
  const body = before?.body ?? { day, marks: {} };
  batch.record(lunchCircle(session), "lunchlist", { ...body, marks: { ...body.marks, ...marks }, ...(closed ? { closed } : {}) }, { id, replaces: before });
}

/** A child is there: whoever was told before that it is missed hears so; of one who was not expected its parents hear. @param {Session} session @param {Batch} batch @param {{day: string, child: string, time: number, ids: string[]}} said */
function settle(session, batch, { day, child, time, ids }) {
  const alarm = alarmOf(session, child, day);
  if (alarm && !overtaken(alarm.body.raised, time, batch.now)) raise(session, batch, day, child, ids[0], { ...alarm.body, resolved: time });
  const known = session.replica.ofKind("lunchadded").some((item) => item.body.child === child && item.body.day === day);
  if (known || ofChild(session, child, day).stays) return;
  batch.letter("lunchadded", { child, day, at: time }, [lunchCircle(session)], { id: ids[1], seats: boxes(session, guardians(session, child)) });
}

/** @param {Session} session @param {Batch} batch @param {string} day @param {string} child @param {string} id @param {Body} facts since when, until when */
function raise(session, batch, day, child, id, facts) {
  const listed = session.replica.ofKind("luncher").find((item) => item.body.child === child)?.body;
  const teams = (listed?.teams ?? []).filter((/** @type {string} */ team) => session.replica.circles.has(team));
  const said = { child, first: listed?.first ?? "", day, ...facts };
  batch.letter("lunchalarm", said, [lunchCircle(session), ...teams], { id, seats: boxes(session, guardians(session, child)) });
}
