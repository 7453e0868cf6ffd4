/** Who may write to this person, as they chose; for their own devices only. The same as `sync/client/contacts.py`. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { overtaken } from "../../sync/said.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** `times`: when each of it was said (ms): `accept`, `marks`, `who <seat>`, `thread <id>`. @typedef {{accept: "all" | "ask" | "staff", people: string[], blocked: string[], muted: Record<string, number>, marks: number, times: Record<string, number>}} Contacts */

/** Closed until somebody says otherwise. @type {Contacts} */
export const DEFAULT = { accept: "ask", people: [], blocked: [], muted: {}, marks: 1, times: {} };

/** What this person chose last, on any device. @param {Session} session @returns {Contacts} */
export function contacts(session) {
  const own = session.own();
  const found = session.replica.ofKind("contacts").filter((item) => own.has(item.circle)).sort((a, b) => b.head.time - a.head.time);
  return { ...DEFAULT, ...found[0]?.body };
}

/**
 * Change some of it, unless something newer was said of all that it is about. @param {Session} session @param {string[]} about names as in `times`
 * @param {(before: Contacts, newer: string[]) => Partial<Contacts>} change worked out when it is written, of what is `newer` than what stands @param {number} time when it was said (ms)
 */
export async function chooseContacts(session, about, change, time) {
  const seat = session.seat();
  if (!seat) return;
  const id = b64(fresh(16));
  await session.write(seat, [], (batch) => {
    const before = session.replica.ofKind("contacts", seat.id)[0] ?? null;
    const chosen = contacts(session);
    const newer = about.filter((one) => !overtaken(chosen.times[one] ?? 0, time, batch.now));
    const times = { ...chosen.times, ...Object.fromEntries(newer.map((one) => [one, time])) };
    if (newer.length) batch.record(seat.id, "contacts", { ...chosen, ...change(chosen, newer), times }, { id, replaces: before });
  });
}

/** @param {string[]} list @param {string} one */
const less = (list, one) => list.filter((each) => each !== one);
/** @param {string[]} list @param {string} one */
const more = (list, one) => [...less(list, one), one];

/** What the outbox carries: one change at a time, worked out when it is written. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "contacts.set": (session, { data, time }) => chooseContacts(session, Object.keys(data), (_, newer) => Object.fromEntries(newer.map((one) => [one, data[one]])), time),
  "contacts.accept": (session, { data, time }) => chooseContacts(session, [`who ${data.seat}`], ({ people, blocked }) => ({ people: more(people, data.seat), blocked: less(blocked, data.seat) }), time),
  "contacts.block": (session, { data, time }) => chooseContacts(session, [`who ${data.seat}`], ({ people, blocked }) => ({ blocked: more(blocked, data.seat), people: less(people, data.seat) }), time),
  "contacts.unblock": (session, { data, time }) => chooseContacts(session, [`who ${data.seat}`], ({ blocked }) => ({ blocked: less(blocked, data.seat) }), time),
  "contacts.mute": (session, { data, time }) => chooseContacts(session, [`thread ${data.thread}`], ({ muted }) => ({ muted: { ...muted, [data.thread]: data.until } }), time),
};
