/**
 * Who helps at lunch: asked, planned for some hours, and let in for these hours only. The same as
 * `sync/client/duties.py`: the list is a letter that the server keeps to itself until duty begins, and drops when it ends.
 */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { instant } from "../../sync/zone.js";
import { lunchCircle } from "../people/model.js";
import { dayList, needs } from "./daylist.js";
import { boxes, ownSeats } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

const LONGEST_HOLD = 14 * 24 * 3600 * 1000;
const WEEK = 7 * 24 * 3600 * 1000;

/** Who can be asked, by name. @param {Session} session @returns {Item[]} */
export function helpers(session) {
  return session.replica.ofKind("lunchhelp").sort((a, b) => a.body.name.localeCompare(b.body.name, "nl"));
}

/** What this person offered. @param {Session} session @returns {Item | null} */
export function ownHelp(session) {
  const own = ownSeats(session);
  return helpers(session).find((item) => own.has(item.head.seat)) ?? null;
}

/** Duties that are not over, the first one first. @param {Session} session @param {number} now @returns {Item[]} */
export function duties(session, now) {
  return session.replica.ofKind("lunchduty").filter((item) => endOf(item) > now).sort((a, b) => beginOf(a) - beginOf(b));
}

/** This person's own duties as a helper. @param {Session} session @param {number} now @returns {Item[]} */
export function ownDuties(session, now) {
  const own = ownSeats(session);
  return duties(session, now).filter((item) => own.has(item.body.seat));
}

/** The list that this person has now as a helper; null before and after. @param {Session} session @param {number} now @returns {{duty: Item, list: Item} | null} */
export function onDuty(session, now) {
  const mine = session.own();
  for (const duty of ownDuties(session, now)) {
    const list = newest(session.replica.ofKind("dutylist").filter((item) => item.body.duty === duty.id && !mine.has(item.head.seat)));
    if (list && beginOf(duty) <= now) return { duty, list };
  }
  return null;
}

/** Whom a helper saw, as they ticked it themselves: child -> there. @param {Session} session @param {string} duty @returns {Map<string, boolean>} */
export function ownTicks(session, duty) {
  const found = session.replica.ofKind("lunchtick").filter((item) => item.body.duty === duty).sort((a, b) => a.head.time - b.head.time);
  return new Map(found.map((item) => [item.body.child, Boolean(item.body.there)]));
}

/** Bring the lists of the duties that this person planned in line with their days. @param {Session} session */
export async function topUpDuties(session) {
  await sweep(session);
  const own = session.own();
  for (const { id, head } of session.replica.ofKind("lunchduty")) {
    const seat = session.replica.trust.seats.get(head.seat);
    if (!seat || !own.has(head.seat) || !staleOf(session, id)) continue;
    const record = b64(fresh(16));
    await session.write(seat, [], (batch) => {
      const duty = staleOf(session, id);
      if (!duty) return;
      const more = { id: record, replaces: listOf(session, id), seats: boxes(session, [duty.body.seat]), until: endOf(duty), hold: Math.max(0, beginOf(duty) - batch.now) };
      batch.letter("dutylist", wanted(session, duty), [], more);
    });
  }
}

/**
 * The own lists that a device wrote on an old copy: of a duty that was called off, or beside a newer one.
 * @param {Session} session @returns {Item[]}
 */
export function spareLists(session) {
  const own = session.own();
  return session.replica.ofKind("dutylist").filter((item) => own.has(item.head.seat) && (!session.replica.items.has(item.body.duty) || listOf(session, item.body.duty) !== item));
}

/** @param {Session} session */
async function sweep(session) {
  for (const { id, head } of spareLists(session)) {
    const seat = session.replica.trust.seats.get(head.seat);
    while (seat && session.replica.circles.get(seat.id)?.before) await session.past(seat.id); // a duty may be older than what was read
    if (seat?.alive(Date.now())) await session.write(seat, [], (batch) => {
      const item = spareLists(session).find((one) => one.id === id);
      if (item) batch.delete(item);
    });
  }
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const dutyCarriers = {
  "lunch.help": (session, { data }) => asParent(session, (batch) => batch.letter("lunchhelp", { name: data.name, phone: data.phone }, [lunchCircle(session)], { id: data.record, replaces: ownHelp(session) })),
  "lunch.help-gone": (session) => asParent(session, (batch) => {
    const found = ownHelp(session);
    if (found) batch.delete(found);
  }),
  "lunch.duty": (session, { data }) => {
    const seat = session.seat({ circle: lunchCircle(session) });
    const { record, ...body } = data;
    return seat ? session.write(seat, [], (batch) => {
      if (!session.replica.items.has(record)) batch.letter("lunchduty", body, [lunchCircle(session)], { id: record, seats: boxes(session, [body.seat]) });
    }) : Promise.resolve();
  },
  "lunch.duty-gone": (session, { data }) => cancel(session, data.id),
  "lunch.duty-tick": (session, { data, time }) => {
    const duty = session.replica.items.get(data.duty);
    const seat = session.replica.trust.seats.get(duty?.body.seat);
    const body = { duty: data.duty, day: duty?.body.day, child: data.child, there: data.there, at: data.at };
    return duty && seat ? session.write(seat, [], (batch) => batch.letter("lunchtick", body, [lunchCircle(session)], { id: data.record, until: endOf(duty) + WEEK, time })) : Promise.resolve();
  },
};

/** When a duty begins (ms). @param {Item} duty */
export function beginOf(duty) {
  return instant(duty.body.day, duty.body.from);
}

/** When a duty ends (ms). @param {Item} duty */
export function endOf(duty) {
  return instant(duty.body.day, duty.body.until);
}

/** @param {Session} session @param {string} id */
async function cancel(session, id) {
  const seat = session.replica.trust.seats.get(session.replica.items.get(id)?.head.seat ?? "");
  if (seat) await session.write(seat, [], (batch) => {
    const lists = session.replica.ofKind("dutylist").filter((item) => item.body.duty === id && item.head.seat === seat.id);
    for (const item of [...lists, session.replica.items.get(id)]) if (item) batch.delete(item);
  });
}

/** @param {Session} session @param {(batch: import("../../sync/batch.js").Batch) => unknown} build */
async function asParent(session, build) {
  const seat = session.replica.trust.seats.get(ownHelp(session)?.head.seat ?? "") ?? session.seat({ role: "guardian" });
  if (seat) await session.write(seat, [], (batch) => void build(batch));
}

/** A duty whose list is not what the day says by now. @param {Session} session @param {string} id @returns {Item | null} */
function staleOf(session, id) {
  const duty = session.replica.items.get(id);
  const now = Date.now();
  if (!duty || now >= endOf(duty) || beginOf(duty) - now > LONGEST_HOLD) return null;
  return JSON.stringify(listOf(session, id)?.body) === JSON.stringify(wanted(session, duty)) ? null : duty;
}

/** What a helper must know, and no more: no last name, no home, no money. @param {Session} session @param {Item} duty */
function wanted(session, duty) {
  const rows = dayList(session, duty.body.day).filter((row) => row.verdict.stays);
  const children = rows.map((row) => {
    const { allergens, allergies, medication, phones } = needs(row.diets);
    return { child: row.child, first: row.first, group: row.group, allergens, allergies, medication, phones };
  });
  return { duty: duty.id, day: duty.body.day, children };
}

/** @param {Session} session @param {string} duty @returns {Item | null} */
function listOf(session, duty) {
  const own = session.own();
  return newest(session.replica.ofKind("dutylist").filter((item) => item.body.duty === duty && own.has(item.head.seat)));
}

/** @param {Item[]} items @returns {Item | null} */
function newest(items) {
  return items.sort((a, b) => b.head.time - a.head.time || (a.id < b.id ? -1 : 1))[0] ?? null;
}
