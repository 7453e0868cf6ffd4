/**
 * Messages: each a letter, sealed to those who take part when it is written. The same as `sync/client/chats.py`; bodies
 * as in `sync/modules/messages.py`. What a replica says stands first, what people do with it below.
 */
import { parents, proven, samePeople } from "../groups/model.js";
import { contacts } from "./contacts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {{groups: string[], teams: string[], people: string[]}} Members */
/** `at`: when the newest message was written; `unread`: of others; `beside`: this person can read it, as the office reads each team's inbox, and nobody asked them. @typedef {{id: string, item: Item, at: number, unread: number, standing: "open" | "request" | "hidden", muted: boolean, beside: boolean, last: Item | null}} Thread */

/** How long (ms) the server keeps a first message, or one to many, so that it can be undone. */
export const UNDO = 60_000;

/** The threads this person takes part in, newest first; requests among them, hidden ones not. @param {Session} session @returns {Thread[]} */
export function threads(session) {
  const own = session.own();
  const found = { own, chosen: contacts(session), said: byThread(session.replica.ofKind("message")), parted: byThread(session.replica.ofKind("parting")),
    seen: byThread(session.replica.ofKind("seen").filter((item) => own.has(item.head.seat))) };
  return session.replica.ofKind("thread").filter((item) => !of(found.parted, item.id).some(({ head }) => own.has(head.seat)))
    .map((item) => threadOf(session, item, found)).filter((one) => one.standing !== "hidden").sort((a, b) => b.at - a.at);
}

/** What is known of all threads, looked up once. @typedef {{own: Set<string>, chosen: import("./contacts.js").Contacts, said: Map<string, Item[]>, parted: Map<string, Item[]>, seen: Map<string, Item[]>}} Found */

/** @param {Session} session @param {Item} item @param {Found} found @returns {Thread} */
function threadOf(session, item, found) {
  const said = heard(session, item, of(found.said, item.id), found.chosen);
  const last = said[said.length - 1] ?? null;
  const upto = Math.max(0, ...of(found.seen, item.id).map(({ body }) => body.upto));
  const named = namedIn(item, session.replica.seats(), of(found.parted, item.id));
  return { id: item.id, item, at: last?.head.time ?? item.head.time, unread: said.filter(({ head }) => !found.own.has(head.seat) && head.time > upto).length,
    standing: standing(session, item, said, found.chosen), muted: (found.chosen.muted[item.id] ?? 0) > Date.now(),
    beside: !item.body.to.groups.length && !named.length, last };
}

/** How many messages wait, of threads that are neither muted nor asked for. @param {Session} session */
export function waitingMessages(session) {
  return threads(session).filter((one) => one.standing === "open" && !one.muted && !one.beside).reduce((sum, one) => sum + one.unread, 0);
}

/** What was said in a thread by those who take part, oldest first. @param {Session} session @param {Item} thread @returns {Item[]} */
export function messages(session, thread) {
  return heard(session, thread, session.replica.ofKind("message").filter((item) => item.body.thread === thread.id), contacts(session));
}

/** The circles and seats of a thread today: who opened it and whom they named, but those who left. @param {Session} session @param {Item} thread @returns {string[]} */
export function takingPart(session, thread) {
  return within(thread, of(byThread(session.replica.ofKind("parting")), thread.id));
}

/** The own seat that takes part in a thread. @param {Session} session @param {Item} thread @returns {Seat | null} */
export function seatIn(session, thread) {
  const alive = session.replica.seats().filter((seat) => seat.alive(Date.now()));
  return namedIn(thread, alive, of(byThread(session.replica.ofKind("parting")), thread.id))[0] ?? alive[0] ?? null;
}

/** Whether a seat speaks for the school. @param {Seat | null | undefined} seat */
export function isStaff(seat) {
  return ["teacher", "office"].includes(seat?.role ?? "");
}

/** Whether somebody else said that they read a message. @param {Session} session @param {Item} message */
export function isRead(session, message) {
  const own = session.own();
  return session.replica.ofKind("seen").some((item) => !own.has(item.head.seat) && item.body.thread === message.body.thread && item.body.upto >= message.head.time);
}

/** What the team last said about a thread in its inbox. @param {Session} session @param {string} thread @returns {{state: "open" | "mine" | "done", seat: string}} */
export function handling(session, thread) {
  const found = session.replica.ofKind("handling").filter((item) => item.body.thread === thread).sort((a, b) => b.head.time - a.head.time);
  return /** @type {any} */ (found[0]?.body ?? { state: "open", seat: "" });
}

/** Circles by their newest key, seats by what is known of them; whoever left or can't be addressed is left out. @param {Session} session @param {string[]} refs */
export function recipients(session, refs) {
  const { trust, circles: known } = session.replica;
  const wanted = [...new Set(refs)].filter((ref) => !trust.hasEnded(ref));
  const circles = wanted.filter((ref) => known.get(ref)?.links.length);
  const others = wanted.filter((ref) => !circles.includes(ref));
  const first = others.length ? firstBoxes(session) : new Map();
  const boxes = others.map((ref) => /** @type {[string, string]} */ ([ref, trust.seats.get(ref)?.opens || first.get(ref) || ""]));
  return { circles, seats: new Map(boxes.filter(([, box]) => box)) };
}

/** Whether somebody can be written to at all. @param {Session} session @param {string} seat */
export function canReach(session, seat) {
  const { circles, seats } = recipients(session, [seat]);
  return circles.length + seats.size > 0;
}

/** @param {Item} thread @param {Item[]} parted @returns {string[]} */
function within({ head, body }, parted) {
  const left = new Set(parted.map((item) => item.head.seat));
  return [...new Set([head.seat, ...body.to.groups, ...body.to.teams, ...body.to.people])].filter((ref) => !left.has(ref));
}

/** Those of these seats that a thread names: themselves, their team, or the group of their child. @param {Item} thread @param {Seat[]} seats @param {Item[]} parted */
function namedIn(thread, seats, parted) {
  const part = new Set(within(thread, parted));
  return seats.filter((seat) => part.has(seat.id) || seat.circles.some((circle) => part.has(circle)));
}

/** Whoever was named is heard, as one of them or in their team; in a group whoever got it; but nobody who is blocked. @param {Session} session @param {Item} thread @param {Item[]} found @param {import("./contacts.js").Contacts} chosen */
function heard(session, { head, body }, found, chosen) {
  const named = samePeople(session, [head.seat, ...body.to.people]);
  const blocked = samePeople(session, chosen.blocked);
  const inTeam = (/** @type {string} */ seat) => session.replica.trust.seats.get(seat)?.circles.some((circle) => body.to.teams.includes(circle));
  const shown = found.filter(({ head: { seat } }) => !blocked.has(seat) && (body.to.groups.length || named.has(seat) || inTeam(seat)));
  return shown.sort((a, b) => a.head.time - b.head.time);
}

/** Between a family and the school nobody has to ask. @param {Session} session @param {Item} thread @param {Item[]} said @param {import("./contacts.js").Contacts} chosen @returns {"open" | "request" | "hidden"} */
function standing(session, thread, said, chosen) {
  const { head } = thread;
  const own = session.own();
  if (own.has(head.seat) || said.some((item) => own.has(item.head.seat))) return "open";
  if (samePeople(session, chosen.blocked).has(head.seat)) return "hidden";
  if (isStaff(session.replica.trust.seats.get(head.seat)) || isStaff(seatIn(session, thread)) || chosen.accept === "all" || samePeople(session, chosen.people).has(head.seat)) return "open";
  return chosen.accept === "ask" ? "request" : "hidden";
}

/** @param {Item[]} items @returns {Map<string, Item[]>} */
function byThread(items) {
  const found = new Map();
  for (const item of items)
    if (found.has(item.body.thread)) found.get(item.body.thread).push(item);
    else found.set(item.body.thread, [item]);
  return found;
}

/** @param {Map<string, Item[]>} found @param {string} thread @returns {Item[]} */
function of(found, thread) {
  return found.get(thread) ?? [];
}

/** The first keys of those who may not have shown themselves: parents of one's groups, and staff. @param {Session} session @returns {Map<string, string>} */
function firstBoxes(session) {
  const { school } = session.replica.trust.charter;
  const staff = school ? session.replica.ofKind("profile", school) : [];
  return new Map([...parents(session), ...proven(staff.map(({ body }) => body).filter((body) => body.genesis))]);
}
