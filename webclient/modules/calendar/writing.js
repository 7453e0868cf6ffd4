/** What people do with the calendar, as the outbox carries it: ids come from outside, so nothing is there twice. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { occurrences } from "../../sync/occurrences.js";
import { dayOf } from "../../sync/zone.js";
import { addDays } from "../absences/days.js";
import { setTimer } from "./alerts.js";
import { calendars } from "./calendars.js";
import { changed, telling } from "./changes.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {Record<string, any>} Body */

/** How near (days) an event is of whose change people are told by themselves. */
const NEAR = 14;
/** Drafts that are published in one request. */
const AT_ONCE = 100;

/** A new event for calendars, a household or oneself. @param {string[]} circles @param {Body} body */
export function newEvent(circles, body) {
  const joint = circles.length > 1 ? { joint: b64(fresh(16)) } : {};
  return { targets: circles.map((circle) => ({ circle, id: b64(fresh(16)) })), body: { ...body, ...joint, version: 0 } };
}

/** A change of an event; of one of its days with `original` among the fields. @param {Session} session @param {string} event @param {Body} fields @param {string} [reason] @param {boolean} [urgent] */
export function newChange(session, event, fields, reason = "", urgent = false) {
  return { event, fields, reason, urgent, ids: together(session, event).map((item) => [item.id, b64(fresh(16))]) };
}

/** What publishing takes: for each draft the ids of its events. @param {Session} session */
export function newYear(session) {
  return { ids: session.replica.ofKind("draft").map((item) => [item.id, item.body.calendars.map(() => b64(fresh(16)))]) };
}

/** An event in all the calendars that it was put into at once, and in which this person may change it. @param {Session} session @param {string} event @returns {Item[]} */
export function together(session, event) {
  const item = session.replica.items.get(event);
  const seat = item && session.seat({ circle: item.circle });
  if (!item || !seat) return [];
  const same = item.body.joint ? session.replica.ofKind("event").filter((one) => one.id !== event && one.body.joint === item.body.joint && acts(session, seat, one.circle)) : [];
  return [item, ...same];
}

/** @param {Session} session @param {{targets: {circle: string, id: string}[], body: Body}} data */
async function add(session, { targets, body }) {
  const seats = new Map(targets.map(({ circle }) => [circle, session.seat({ circle })]));
  for (const seat of new Set(seats.values())) {
    const own = targets.filter(({ circle, id }) => seats.get(circle) === seat && !session.replica.items.has(id));
    if (seat && own.length) await session.write(seat, own.map((one) => one.circle), (batch) => own.forEach(({ circle, id }) => batch.record(circle, "event", body, { id })));
  }
}

/** @param {Session} session @param {ReturnType<typeof newChange>} data */
async function change(session, { event, fields, reason, urgent, ids }) {
  const told = new Map(/** @type {[string, string][]} */ (ids));
  await inAll(session, event, (batch, item) => {
    const body = changed(item.body, fields, reason, batch.now);
    batch.record(item.circle, "event", body, { replaces: item });
    if (isTold(session, item, body, urgent)) batch.record(item.circle, urgent ? "urgentchange" : "change", { event: item.id, title: body.title, ...telling(/** @type {any} */ (body)) }, { id: told.get(item.id) });
  });
}

/** Whether readers of the calendar are told: it was moved or cancelled, and is near, or the office says so. @param {Session} session @param {Item} before @param {Body} body @param {boolean} urgent */
function isTold(session, before, body, urgent) {
  const moved = JSON.stringify(body.changed) !== JSON.stringify(before.body.changed);
  if (!moved || session.replica.circles.get(before.circle)?.kind !== "calendar") return false;
  const today = dayOf(Date.now());
  const days = [before.body, body].flatMap((one) => occurrences(one, today, addDays(today, NEAR)).map((at) => at.original));
  return urgent || (body.changed.original ? days.includes(body.changed.original) : days.length > 0);
}

/** @param {Session} session @param {{draft: string, id: string, body: Body}} data `draft`: the one that is written anew, "" for a new one */
async function keepDraft(session, { draft, id, body }) {
  await atDesk(session, [], (batch, desk) => {
    const before = session.replica.items.get(draft) ?? null;
    if (before || !session.replica.items.has(id)) batch.record(desk, "draft", body, { id, replaces: before });
  });
}

/** @param {Session} session @param {{bodies: [string, Body][]}} data */
async function keepDrafts(session, { bodies }) {
  await atDesk(session, [], (batch, desk) => bodies.filter(([id]) => !session.replica.items.has(id)).forEach(([id, body]) => batch.record(desk, "draft", body, { id })));
}

/** Put all drafts into their calendars; each goes with its draft, so that it can be done again. @param {Session} session @param {ReturnType<typeof newYear>} data */
async function publish(session, { ids }) {
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const part = ids.slice(first, first + AT_ONCE).flatMap(([draft, records]) => {
      const item = session.replica.items.get(String(draft));
      return item ? [{ draft: item.id, circles: item.body.calendars, records }] : [];
    });
    await atDesk(session, [...new Set(part.flatMap((one) => one.circles))], (batch) => {
      for (const { draft, circles, records } of part) {
        const item = session.replica.items.get(draft);
        if (!item) continue;
        const { calendars: _, ...body } = item.body;
        circles.forEach((/** @type {string} */ circle, /** @type {number} */ at) => batch.record(circle, "event", { ...body, ...(records.length > 1 ? { joint: records[0] } : {}) }, { id: records[at] }));
        batch.delete(item);
      }
    });
  }
}

/** @param {Session} session @param {{id: string, event: string, answer: string, children: string[]}} data */
async function answer(session, { id, event, answer: said, children }) {
  const item = session.replica.items.get(event);
  const before = () => session.replica.ofKind("rsvp").find((one) => one.body.event === event && session.own().has(one.head.seat)) ?? null;
  const known = before();
  const seat = known ? session.replica.trust.seats.get(known.head.seat) : (session.seat({ role: "guardian" }) ?? session.seat());
  if (!item || !seat) return;
  await session.write(seat, [], (batch) => {
    const newest = before();
    const to = newest ? newest.refs.map((ref) => ref.slice(2)) : answeredTo(session, item.circle);
    batch.letter("rsvp", { event, answer: said, ...(children.length ? { children } : {}) }, to, { id, replaces: newest });
  });
}

/** Who hears whether somebody comes: the team of the group, and for the whole school the office. @param {Session} session @param {string} circle @returns {string[]} */
function answeredTo(session, circle) {
  const { charter, groups } = session.replica.trust;
  const { of, sort } = calendars(session).find((one) => one.circle === circle) ?? { of: "", sort: "" };
  if (sort === "board") return []; // nothing goes back to the board
  const team = groups.find((act) => act.group === of)?.team;
  return [team ?? charter.office];
}

/** @param {Session} session @param {string} event @param {(batch: import("../../sync/batch.js").Batch, item: Item) => void} act */
async function inAll(session, event, act) {
  const item = session.replica.items.get(event);
  const seat = item && session.seat({ circle: item.circle });
  if (seat) await session.write(seat, together(session, event).map((one) => one.circle), (batch) => together(session, event).forEach((one) => act(batch, one)));
}

/** @param {Session} session @param {string[]} touches @param {(batch: import("../../sync/batch.js").Batch, desk: string) => void} build */
async function atDesk(session, touches, build) {
  const seat = session.seat({ role: "office" });
  const { desk } = session.replica.trust.charter;
  if (seat) await session.write(seat, [desk, ...touches], (batch) => build(batch, desk));
}

/** @param {Session} session @param {Seat} seat @param {string} circle */
function acts(session, seat, circle) {
  const head = session.replica.circles.get(circle)?.head;
  return head !== undefined && head !== null && seat.actsFor([...head.managers, ...head.writers], circle);
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "calendar.add": (session, { data }) => add(session, data),
  "calendar.change": (session, { data }) => change(session, data),
  "calendar.remove": (session, { data }) => inAll(session, data.event, (batch, item) => batch.delete(item)),
  "calendar.draft": (session, { data }) => keepDraft(session, data),
  "calendar.drafts": (session, { data }) => keepDrafts(session, data),
  "calendar.undraft": (session, { data }) => atDesk(session, [], (batch) => {
    const item = session.replica.items.get(data.draft);
    if (item) batch.delete(item);
  }),
  "calendar.publish": (session, { data }) => publish(session, data),
  "calendar.answer": (session, { data }) => answer(session, data),
  "calendar.remind": (session, { data }) => setTimer(session, data),
};
