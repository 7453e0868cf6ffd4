/** What a notification says of talks, in the worker that shows it. No other family's name is in it, and no child's. */
import { claimOf, TAKEN } from "../../sync/claims.js";
import { childrenIn, ownTalks, round, slotOf, waitingFor } from "./rounds.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../notices.js").Notice} Notice */

/** @type {Record<string, import("../notices.js").Tell>} */
export const talksNotices = { talks: ofRound, booking: ofBooking, appointment: ofAppointment, late: ofLate, talkalert: ofReminder, prompt: ofPrompt, talkreport: ofReport, talkfile: ofReport };

/** A round for an own child; of its tables one notice. @param {Session} session @param {Item} item @returns {Notice | null} */
function ofRound(session, item) {
  const one = round(session, item.body.round);
  return one && childrenIn(session, one).length ? { title: one.title, text: ["notice-talks", {}], href: `/talks/${one.id}`, tag: one.id } : null;
}

/** Of one's own: that the time one waited for is there. @param {Session} session @param {Item} item @returns {Notice | null} */
function ofBooking(session, { id, body, head }) {
  const state = claimOf(session, id);
  const slot = slotOf(session, body.offer, body.slot);
  if (!body.wait || !slot || !session.own().has(head.seat) || state?.state !== TAKEN || state.slot !== body.slot) return null;
  return { title: titleOf(session, body), text: ["notice-talk-promoted", { when: short(slot) }], href: "/talks", tag: id };
}

/** That school booked a talk, or where it is. @param {Session} session @param {Item} item @returns {Notice | null} */
function ofAppointment(session, { body }) {
  const booking = session.replica.items.get(body.booking);
  const talk = ownTalks(session).find((one) => one.item.id === body.booking);
  if (!booking || !talk?.slot) return null;
  const isNew = !body.link && !body.room && !body.note;
  return { title: titleOf(session, booking.body), text: isNew ? ["notice-talk-booked", { when: short(talk.slot) }] : ["notice-talk-appointment", {}], href: "/talks", tag: booking.id };
}

/** @param {Session} session @param {Item} item @returns {Notice | null} */
function ofLate(session, { body }) {
  const concerned = ownTalks(session).some(({ table, slot }) => table.id === body.offer && slot !== null && slot.day === body.day && slot.start >= body.from);
  if (!concerned) return null;
  return { title: titleOf(session, body), text: body.minutes ? ["notice-talk-late", { minutes: String(body.minutes) }] : ["notice-talk-on-time", {}], href: "/talks", tag: `late ${body.offer}` };
}

/** A day before; not of a talk that was moved or given back since. @param {Session} session @param {Item} item @returns {Notice | null} */
function ofReminder(session, { body }) {
  const slot = ownTalks(session).find((one) => one.item.id === body.booking)?.slot;
  if (!slot || slot.day !== body.day || slot.start !== body.start) return null;
  return { title: titleOf(session, body), text: ["notice-talk-tomorrow", { when: short(slot) }], href: "/talks", tag: body.booking };
}

/** Whoever has chosen meanwhile is not reminded. @param {Session} session @param {Item} item @returns {Notice | null} */
function ofPrompt(session, { body }) {
  const one = round(session, body.round);
  return one && waitingFor(session, one).length ? { title: one.title, text: ["notice-talk-prompt", {}], href: `/talks/${one.id}`, tag: one.id } : null;
}

/** @param {Session} session @param {Item} item @returns {Notice} */
function ofReport(session, item) {
  return { title: titleOf(session, item.body), text: ["notice-talk-report", {}], href: "/talks", tag: item.id };
}

/** @param {Session} session @param {Record<string, any>} body @returns {import("../notices.js").Words} */
function titleOf(session, body) {
  return round(session, body.round)?.title ?? ["talk", {}];
}

/** Day and time in a few symbols, the same in both languages. @param {import("./rules.js").Slot} slot */
function short({ day, start }) {
  return `${Number(day.slice(8))}-${Number(day.slice(5, 7))} ${start}`;
}
