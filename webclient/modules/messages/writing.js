/** What people do with messages, as the outbox carries it: ids come from outside, so nothing is there twice. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { idsOf } from "../../sync/blobs.js";
import { filesOf } from "../../ui/files.js";
import { carriers as contactCarriers, contacts } from "./contacts.js";
import { isRead, messages, recipients, seatIn, takingPart, UNDO } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("./model.js").Members} Members */
/** @typedef {{thread: string, message: string, seat: string, to: Members, title: string, about: string, text: string, past: number, hold: number, written: number, files?: Part[]}} Opening */
/** @typedef {import("../../sync/blobs.js").Part} Part */

/** @param {Omit<Opening, "thread" | "message" | "written">} some @returns {Opening} */
export function newThread(some) {
  return { ...some, thread: b64(fresh(16)), message: b64(fresh(16)), written: Date.now() };
}

/** @param {string} thread @param {string} text @param {{only?: string[], hold?: number}} [more] */
export function newMessage(thread, text, { only = [], hold = 0 } = {}) {
  return { id: b64(fresh(16)), thread, text, only, hold, written: Date.now(), files: /** @type {Part[]} */ ([]) };
}

/** For how long (ms) the server keeps what is sent now: what waited for somebody's hours waits for them, not from now on. @param {{hold: number, written: number}} data */
function heldFor({ hold, written }) {
  return hold > UNDO ? Math.max(UNDO, written + hold - Date.now()) : hold;
}

/** @param {Part[] | undefined} files */
function listed(files) {
  return files?.length ? { files } : {};
}

/** Open a thread with its first message. @param {Session} session @param {Opening} data */
async function open(session, { thread, message, seat, to, title, about, text, past, written, files, ...more }) {
  const hold = heldFor({ ...more, written });
  const own = session.replica.trust.seats.get(seat);
  if (!own || session.replica.items.has(thread)) return;
  await session.write(own, [], (batch) => {
    const { circles, seats } = recipients(session, [seat, ...to.groups, ...to.teams, ...to.people]);
    batch.letter("thread", { title, to, about, past, marks: 1 }, circles, { id: thread, seats, hold });
    batch.letter("message", { thread, text, written, after: batch.now + hold, ...listed(files) }, circles, { id: message, seats, hold });
  });
}

/** @param {Session} session @param {ReturnType<typeof newMessage>} data */
async function send(session, { id, thread, text, only, written, files, ...more }) {
  const hold = heldFor({ ...more, written });
  const item = session.replica.items.get(thread);
  const seat = item && seatIn(session, item);
  if (!item || !seat || session.replica.items.has(id)) return;
  const body = { thread, text, written, ...(only.length ? { only } : {}), ...listed(files) };
  await session.write(seat, [], (batch) => {
    const { circles, seats } = recipients(session, only.length ? only : takingPart(session, item));
    batch.letter("message", { ...body, ...(hold ? { after: batch.now + hold } : {}) }, circles, { id, seats, hold });
  });
}

/** Write one's own message anew for whoever gets it. @param {Session} session @param {string} id @param {Record<string, any>} fields */
async function revise(session, id, fields) {
  const seat = session.replica.trust.seats.get(session.replica.items.get(id)?.head.seat);
  if (seat) await session.write(seat, [], (batch) => {
    const item = session.replica.items.get(id);
    const thread = item && session.replica.items.get(item.body.thread);
    if (!item || !thread) return;
    const { circles, seats } = recipients(session, item.body.only ?? takingPart(session, thread));
    batch.letter("message", { ...item.body, ...fields }, circles, { replaces: item, seats });
  });
}

/** Unread it leaves no trace; of one that was read, that it was removed. @param {Session} session @param {string} id */
async function takeBack(session, id) {
  const item = session.replica.items.get(id);
  const seat = item && session.replica.trust.seats.get(item.head.seat);
  if (!item || !seat) return;
  if (isRead(session, item)) return revise(session, id, { text: "", removed: 1, files: [] });
  await session.write(seat, [], (batch) => {
    const newest = session.replica.items.get(id);
    if (newest) batch.delete(newest);
  });
}

/** Say what was read: to those who wrote, or quietly to one's own devices only. @param {Session} session @param {{id: string, thread: string, quiet: boolean}} data */
async function see(session, { id, thread, quiet }) {
  const item = session.replica.items.get(thread);
  const seat = item && seatIn(session, item);
  if (!item || !seat) return;
  const said = messages(session, item);
  const upto = Math.max(0, ...said.map((one) => one.head.time));
  const mark = () => session.replica.ofKind("seen", seat.id).find((one) => one.body.thread === thread) ?? null;
  if ((mark()?.body.upto ?? 0) >= upto) return;
  const authors = quiet || !contacts(session).marks ? [] : said.map((one) => one.head.seat);
  await session.write(seat, [], (batch) => {
    const { circles, seats } = recipients(session, [seat.id, ...authors]);
    batch.letter("seen", { thread, upto }, circles, { id, replaces: mark(), seats });
  });
}

/** A letter about a thread, to all of it or to its teams. @param {Session} session @param {string} kind @param {{id: string, thread: string} & Record<string, any>} data @param {(item: Item) => string[]} to @param {string[]} [blobs] files that it lists */
async function tell(session, kind, { id, ...body }, to, blobs = []) {
  const item = session.replica.items.get(body.thread);
  const seat = item && seatIn(session, item);
  if (!item || !seat || session.replica.items.has(id)) return;
  await session.write(seat, [], (batch) => {
    const { circles, seats } = recipients(session, to(item));
    batch.letter(kind, kind === "handling" ? { ...body, seat: body.seat || seat.id } : body, circles, { id, seats, blobs });
  });
}

/** Show one message to the office, as its author signed it, with its files. @param {Session} session @param {{id: string, message: string, why: string}} data */
async function complain(session, { id, message, why }) {
  const item = session.replica.items.get(message);
  if (!item?.letter) return;
  const copy = { ...item.letter, key: b64(session.replica.letterKey(item.letter)) };
  await tell(session, "complaint", { id, thread: item.body.thread, why, copy }, () => [session.replica.trust.charter.office], idsOf(filesOf(item.body)));
}

/** Let more people into a thread one opened. @param {Session} session @param {{thread: string, people: string[]}} data */
async function invite(session, { thread, people }) {
  const seat = session.replica.trust.seats.get(session.replica.items.get(thread)?.head.seat);
  if (!seat) return;
  await session.write(seat, [], (batch) => {
    const item = session.replica.items.get(thread);
    if (!item) return;
    const to = { ...item.body.to, people: [...new Set([...item.body.to.people, ...people])].sort() };
    const { circles, seats } = recipients(session, [...takingPart(session, item), ...people]);
    batch.letter("thread", { ...item.body, to }, circles, { replaces: item, seats });
  });
  await topUp(session);
}

/** Let somebody whose place was renewed read again what one wrote, in a thread one opened. @param {Session} session @param {{thread: string, seat: string}} data */
async function restore(session, { thread, seat }) {
  await invite(session, { thread, people: [seat] });
  const own = session.own();
  const unread = session.replica.ofKind("message").filter((item) => item.body.thread === thread && own.has(item.head.seat) && !item.body.only && !item.refs.includes(`c:${seat}`));
  for (const item of unread) await revise(session, item.id, {});
}

/** Seal one's own messages anew for who came later, in threads that show their past. @param {Session} session */
export async function topUp(session) {
  const own = session.own();
  for (const item of session.replica.ofKind("message").filter((one) => own.has(one.head.seat) && !one.body.only)) {
    const thread = session.replica.items.get(item.body.thread);
    if (!thread?.body.past) continue;
    const { circles, seats } = recipients(session, takingPart(session, thread));
    if ([...circles, ...seats.keys()].some((ref) => !item.refs.includes(`c:${ref}`))) await revise(session, item.id, {});
  }
}

/** Say when one answers. @param {Session} session @param {{id: string, seat: string, days: Record<string, [string, string]>, text: string}} data */
async function sayHours(session, { id, ...body }) {
  const seat = session.replica.trust.seats.get(body.seat);
  const { school } = session.replica.trust.charter;
  if (seat) await session.write(seat, [school], (batch) => {
    const before = session.replica.ofKind("hours", school).find((item) => item.head.seat === body.seat) ?? null;
    batch.record(school, "hours", body, { id, replaces: before });
  });
}

/** @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  ...contactCarriers,
  "messages.open": (session, { data }) => open(session, data),
  "messages.send": (session, { data }) => send(session, data),
  "messages.edit": (session, { data }) => revise(session, data.message, { text: data.text, edited: data.written, ...(data.files ? { files: data.files } : {}) }),
  "messages.take": (session, { data }) => takeBack(session, data.message),
  "messages.see": (session, { data }) => see(session, data),
  "messages.invite": (session, { data }) => invite(session, data),
  "messages.restore": (session, { data }) => restore(session, data),
  "messages.complain": (session, { data }) => complain(session, data),
  "messages.hours": (session, { data }) => sayHours(session, data),
  "messages.part": (session, { data }) => tell(session, "parting", data, (item) => takingPart(session, item)),
  "messages.handle": (session, { data }) => tell(session, "handling", data, (item) => item.body.to.teams),
};
