/** What a notification says of calendar, in the worker that shows it. */

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** A change: what it was, and what it is now. @param {Session} session @param {Item} item @returns {import("../notices.js").Notice | null} */
function ofChange(session, item) {
  const event = session.replica.items.get(item.body.event);
  if (event?.circle !== item.circle) return null;
  const { was, original } = item.body;
  const now = original ? { ...event.body, day: original, ...event.body.moved?.[original] } : event.body;
  const words = item.body.cancelled ? "notice-event-off" : "notice-event-moved";
  const values = { was: short(was), now: short(now, now.day === was.day), reason: String(item.body.reason ?? "") };
  return { title: String(event.body.title), text: [`${item.kind === "urgentchange" ? "urgent-" : ""}${words}`, values], href: hrefOf(event, original), tag: `calendar ${event.body.joint ?? event.id}` };
}

/** A reminder of one's own: no more once the event is gone or cancelled. @param {Session} session @param {Item} item @returns {import("../notices.js").Notice | null} */
function ofAlert(session, { body }) {
  const event = session.replica.items.get(body.event);
  if (!event || event.body.cancelled) return null;
  return { title: String(event.body.title), text: ["notice-alert", { when: short(body) }], href: hrefOf(event, event.body.repeat ? body.original : ""), tag: `alert ${event.id}` };
}

/** Day and time in a few symbols, the same in both languages. @param {Record<string, string>} at @param {boolean} [sameDay] */
function short({ day, start, place }, sameDay = false) {
  const date = `${Number(String(day).slice(8))}-${Number(String(day).slice(5, 7))}`;
  return [sameDay && start ? "" : date, start, place].filter(Boolean).join(" ");
}

/** @param {Item} event @param {string} [original] */
function hrefOf(event, original) {
  return original ? `/calendar/${event.id}/${original}` : `/calendar/${event.id}`;
}

/** @type {Record<string, import("../notices.js").Tell>} */
export const calendarNotices = { change: ofChange, urgentchange: ofChange, alert: ofAlert };
