/** What the outbox carries out for lunch, and what stands in a family's own time or waits for its answer. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { isLunchDay, starts } from "../../sync/stays.js";
import { dayOf } from "../../sync/zone.js";
import { t } from "../../ui/locale.js";
import { addDays, weekday } from "../absences/days.js";
import { lunchCircle, ownChildren } from "../people/model.js";
import { credit, toHome, topUpCards } from "./cards.js";
import { carryCheckOff, carryClose, carryTick, inLunch } from "./daylist.js";
import { dutyCarriers, topUpDuties } from "./duties.js";
import { listChildren } from "./lunchers.js";
import { topUpHome } from "./parting.js";
import { acceptance, BLANK, bookOf, facts, home, ofChild, ownDiet, rules, rulesItem, say, takesPart, toTeam } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** @typedef {import("./stay.js").Body} Body */

const WEEK = 7;

/** The own children's lunch days, for the calendar, Today and the feed. @param {Session} session @param {string} from day @param {string} until day @returns {import("../today/plan.js").Planned[]} */
export function planned(session, from, until) {
  if (!lunchCircle(session)) return [];
  const found = [];
  const book = bookOf(session);
  for (const { circle } of ownChildren(session).filter((child) => takesPart(session, child.circle))) {
    const { plans, changes } = facts(session, circle, book);
    const version = Math.max(0, ...[...plans, ...changes].map((one) => one.at));
    for (let day = from; day <= until; day = addDays(day, 1))
      if (ofChild(session, circle, day, false, [], book).stays) found.push({ id: `lunch-${circle}-${day}`, version, day, start: "12:00", end: "13:00", title: t("lunch"), place: "", child: circle, href: "/lunch" });
  }
  return found;
}

/** New rules to accept, and a card that is almost empty. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  const own = ownChildren(session).filter((child) => takesPart(session, child.circle));
  if (!own.length) return [];
  const found = [];
  const accepted = acceptance(session)?.body.version ?? 0;
  if (accepted < rules(session).version) found.push({ id: "lunch-rules", text: t("lunch-due-rules"), about: t("lunch"), href: "/lunch", child: "", until: 0 });
  const warning = warningOf(session, dayOf(now));
  if (warning) found.push({ id: `lunch-${warning}`, text: t(`lunch-warn-${warning}`), about: t("lunch"), href: "/lunch", child: "", until: 0 });
  return found;
}

/** What a parent should know about their card: `owed`, `last` (one strip), `short` (next week asks for more), or "". @param {Session} session @param {string} today */
export function warningOf(session, today) {
  const { left, owed } = credit(session, today);
  if (owed) return "owed";
  const ahead = daysAhead(session, today);
  if (!ahead) return "";
  if (left === 1) return "last";
  return left < ahead ? "short" : "";
}

/** How many lunches this parent pays for until the end of next week. @param {Session} session @param {string} today */
function daysAhead(session, today) {
  const seats = new Set(home(session));
  const book = bookOf(session);
  let count = 0;
  for (const { circle } of ownChildren(session))
    for (let day = today; day <= addDays(today, 2 * WEEK - weekday(today)); day = addDays(day, 1)) {
      const { pays, seat } = ofChild(session, circle, day, false, [], book);
      const charged = book("lunchcharge", circle).some((item) => item.body.day === day);
      if (pays && !charged && seats.has(seat)) count += 1;
    }
  return count;
}

/** What must be done after each change, by whoever's client is open: told in `TOP_UPS`. @param {Session} session */
export async function topUp(session) {
  if (!lunchCircle(session)) return;
  await listChildren(session);
  await topUpDuties(session);
  await topUpCards(session);
  await topUpHome(session);
}

/** The days of lunch in the week of a day. @param {Session} session @param {string} day @returns {string[]} */
export function lunchWeek(session, day) {
  const monday = addDays(day, 1 - weekday(day));
  return [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count)).filter((one) => isLunchDay(one, rules(session)));
}

/** The next day of lunch after a day, or before it. @param {Session} session @param {string} day @param {1 | -1} step */
export function nextLunch(session, day, step) {
  let found = addDays(day, step);
  for (let left = 21; left > 0 && !isLunchDay(found, rules(session)); left--) found = addDays(found, step);
  return found;
}

/** From when on fixed days chosen now work. @param {number} now ms */
export function worksFrom(now) {
  return starts({ at: now, from: "" });
}

/** Changes of a child that are not sent yet, as facts. @param {import("../../sync/outbox.js").Outbox | null} box @param {string} child @returns {Body[]} */
export function waitingDays(box, child) {
  const found = (box?.waiting ?? []).filter((one) => one.type === "lunch.day" && one.data.child === child);
  return found.map(({ data, time }) => ({ child, day: data.day, stay: data.stay, seat: "", at: time, waits: 1 }));
}

/** An id for a record that is still to be written. */
export function newId() {
  return b64(fresh(16));
}

/** An id for each child, for what may have to be written about it. @param {{child: string}[]} rows */
export function newIds(rows) {
  return Object.fromEntries(rows.map((row) => [row.child, newId()]));
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  ...dutyCarriers,
  "lunch.open": (session, { data }) => carryRules(session, data, true),
  "lunch.rules": (session, { data }) => carryRules(session, data, false),
  "lunch.accept": (session, { data }) => asGuardian(session, acceptance(session)?.head.seat, (batch) => toTeam(session, batch, "lunchaccept", { version: data.version, home: data.home, written: data.written }, { id: data.record, replaces: acceptance(session) })),
  "lunch.diet": (session, { data }) => ofOwn(session, data.child, (batch) => {
    const before = ownDiet(session, data.child);
    toTeam(session, batch, "diet", { child: data.child, ...data.fields }, { id: data.record, replaces: before });
  }),
  "lunch.plan": (session, { data }) => ofOwn(session, data.child, (batch) => carryPlan(session, batch, data)),
  "lunch.day": (session, { data, time }) => ofOwn(session, data.child, (batch) => say(session, batch, { child: data.child, day: data.day, stay: data.stay }, data.record, time)),
  "lunch.tick": (session, { data, time }) => carryTick(session, data, time),
  "lunch.check-off": (session, { data, time }) => carryCheckOff(session, data, time),
  "lunch.close": (session, { data }) => carryClose(session, data),
  "lunch.sell": (session, { data }) => {
    const { record, ...body } = data;
    return inLunch(session, (batch) => {
      if (!session.replica.items.has(record)) toHome(session, batch, "lunchcard", body, record);
    });
  },
};

/** Write the rules; a changed text is a new version, which everybody accepts anew. @param {Session} session @param {any} data @param {boolean} open */
async function carryRules(session, { fields, record }, open) {
  const { office, school } = session.replica.trust.charter;
  const seat = session.seat({ role: "office" }) ?? session.seat({ role: "lunch" });
  if (seat) await session.write(seat, [school], (batch) => {
    if (open && !lunchCircle(session)) batch.start("lunch", [office], [office], ["self"]);
    const before = rulesItem(session);
    const version = (before?.body.version ?? 0) + Number(!before || before.body.text !== (fields.text ?? before.body.text));
    batch.record(school, "lunchrules", { ...(before?.body ?? BLANK), ...fields, version }, { id: record, replaces: before });
  });
}

/** @param {Session} session @param {Batch} batch @param {any} data */
function carryPlan(session, batch, { child, days, from, record }) {
  if (session.replica.items.has(record)) return;
  const seats = new Set(home(session));
  const instead = facts(session, child).plans.filter((plan) => seats.has(plan.seat)).map((plan) => plan.id);
  const known = ownChildren(session).find((one) => one.circle === child);
  batch.freshen(child);
  batch.letter("lunchplan", { child, first: known?.first ?? "", group: (known?.groups ?? []).join(", "), days, from, instead }, [child, lunchCircle(session)], { id: record });
}

/** Write about a child of one's own, or of one's class; nothing where that is over. @param {Session} session @param {string} child @param {(batch: Batch) => void} build */
async function ofOwn(session, child, build) {
  const seat = session.seat({ circle: child }) ?? session.seat({ role: "lunch" });
  if (seat && lunchCircle(session)) await session.write(seat, session.replica.circles.has(child) ? [child] : [], build);
}

/** @param {Session} session @param {string | undefined} id the seat it was written from before @param {(batch: Batch) => void} build */
async function asGuardian(session, id, build) {
  const seat = session.replica.trust.seats.get(id ?? "") ?? session.seat({ role: "guardian" });
  if (seat && lunchCircle(session)) await session.write(seat, [], build);
}
