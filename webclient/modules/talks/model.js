/** Talks for the rest of the app: what stands in this person's own time, what waits for an answer, what the outbox carries. */
import { t } from "../../ui/locale.js";
import { plantReminders } from "./reminders.js";
import { appointmentOf, isMine, lateness, ownTalks, phase, rounds, tables, talksAt, waitingFor } from "./rounds.js";

export { carriers } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../today/plan.js").Planned} Planned */

/** What stands in this person's own time, for the calendar, Today and the feed. @param {Session} session @param {string} from day @param {string} until day @returns {Planned[]} */
export function planned(session, from, until) {
  const families = ownTalks(session).flatMap((talk) => (talk.slot ? [plannedAs(session, talk, talk.slot)] : []));
  return [...families, ...evenings(session)].filter(({ day }) => day >= from && day <= until);
}

/** What waits for this person's answer. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  return rounds(session).filter((one) => one.body.mandatory).flatMap((one) => {
    const at = phase(session, one, now);
    const waiting = waitingFor(session, one, now);
    const until = at === "wishes" ? one.body.opens : one.body.closes;
    return waiting.map((child) => ({ id: `${one.id} ${child.circle}`, text: t(at === "wishes" ? "talk-due-wish" : "talk-due", { name: child.first }), about: one.title, href: `/talks/${one.id}`, child: child.circle, until }));
  });
}

/** Remind this person of talks that come near. @param {Session} session */
export async function topUp(session) {
  await plantReminders(session);
}

/** @param {Session} session @param {import("./rounds.js").Talk} talk @param {import("./rules.js").Slot} slot @returns {Planned} */
function plannedAs(session, { item, table }, slot) {
  const { room } = appointmentOf(session, item.id);
  const place = item.body.mode === "site" ? room || table.body.room : t(`talk-mode-${item.body.mode}`);
  return { id: `talk-${item.id}`, version: item.head.revision + lateness(session, table.id, slot), day: slot.day, start: slot.start, end: slot.end, title: t("talk"), place, child: item.body.child, href: `/talks/${item.body.round}` };
}

/** A teacher's evenings: from the first talk to the last. @param {Session} session @returns {Planned[]} */
function evenings(session) {
  return tables(session).filter((table) => isMine(session, table)).flatMap((table) => {
    const slots = talksAt(session, table).flatMap(({ slot }) => (slot ? [slot] : []));
    return [...new Set(slots.map((slot) => slot.day))].map((day) => {
      const that = slots.filter((slot) => slot.day === day);
      const [start, end] = [that.map((slot) => slot.start).sort()[0], that.map((slot) => slot.end).sort().reverse()[0]];
      return { id: `talks-${table.id}-${day}`, version: that.length, day, start, end, title: t("talk-evening", { count: that.length }), place: table.body.room, child: "", href: `/talks/${table.body.round}/sheet` };
    });
  });
}
