/** Who may write to this person, as they chose; for their own devices only. The same as `sync/client/contacts.py`. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{accept: "all" | "ask" | "staff", people: string[], blocked: string[], muted: Record<string, number>, marks: number}} Contacts */

/** Closed until somebody says otherwise. @type {Contacts} */
export const DEFAULT = { accept: "ask", people: [], blocked: [], muted: {}, marks: 1 };

/** What this person chose last, on any device. @param {Session} session @returns {Contacts} */
export function contacts(session) {
  const own = session.own();
  const found = session.replica.ofKind("contacts").filter((item) => own.has(item.circle)).sort((a, b) => b.head.time - a.head.time);
  return { ...DEFAULT, ...found[0]?.body };
}

/** Change some of it. @param {Session} session @param {(before: Contacts) => Partial<Contacts>} change */
export async function chooseContacts(session, change) {
  const seat = session.seat();
  if (!seat) return;
  const id = b64(fresh(16));
  await session.write(seat, [], (batch) => {
    const before = session.replica.ofKind("contacts", seat.id)[0] ?? null;
    const chosen = contacts(session);
    batch.record(seat.id, "contacts", { ...chosen, ...change(chosen) }, { id, replaces: before });
  });
}

/** What the outbox carries: one change at a time, worked out when it is written. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "contacts.set": (session, { data }) => chooseContacts(session, () => data),
  "contacts.accept": (session, { data }) => chooseContacts(session, ({ people, blocked }) => ({ people: [...new Set([...people, data.seat])], blocked: blocked.filter((one) => one !== data.seat) })),
  "contacts.block": (session, { data }) => chooseContacts(session, ({ people, blocked }) => ({ blocked: [...new Set([...blocked, data.seat])], people: people.filter((one) => one !== data.seat) })),
  "contacts.mute": (session, { data }) => chooseContacts(session, ({ muted }) => ({ muted: { ...muted, [data.thread]: data.until } })),
};
