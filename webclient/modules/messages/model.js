/**
 * Messages: each a letter, sealed to those who take part when it is written. The same as `sync/client/chats.py`; bodies
 * as in `sync/modules/messages.py`. What a replica says stands first, what people do with it below.
 */
import { linkHash } from "../../crypto/circle.js";
import { LINK, readHead } from "../../crypto/heads.js";
import { classmates, samePeople } from "../groups/model.js";
import { contacts } from "./contacts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {{groups: string[], teams: string[], people: string[]}} Members */
/** `at`: when the newest message was written; `unread`: of others; `beside`: this person can read it, as the office reads each team's inbox, and nobody asked them. @typedef {{id: string, item: Item, title: string, at: number, unread: number, standing: "open" | "request" | "hidden", muted: boolean, beside: boolean, last: Item | null}} Thread */

/** How long (ms) the server keeps a first message, or one to many, so that it can be undone. */
export const UNDO = 60_000;
const STAFF = ["teacher", "office"];

/** The threads this person takes part in, newest first; requests among them, hidden ones not. @param {Session} session @returns {Thread[]} */
export function threads(session) {
  const own = ownSeats(session);
  const left = new Set(session.replica.ofKind("parting").filter((item) => own.has(item.head.seat)).map((item) => item.body.thread));
  const said = byThread(session.replica.ofKind("message"));
  const chosen = contacts(session);
  return session.replica.ofKind("thread").filter((item) => !left.has(item.id)).map((item) => threadOf(session, item, said.get(item.id) ?? [], chosen))
    .filter((one) => one.standing !== "hidden").sort((a, b) => b.at - a.at);
}

/** @param {Session} session @param {Item} item @param {Item[]} found @param {import("./contacts.js").Contacts} chosen @returns {Thread} */
function threadOf(session, item, found, chosen) {
  const said = heard(session, item, found, chosen);
  const last = said[said.length - 1] ?? null;
  return { id: item.id, item, title: String(item.body.title ?? ""), at: last?.head.time ?? item.head.time, unread: unreadOf(session, item.id, said),
    standing: standing(session, item, said, chosen), muted: (chosen.muted[item.id] ?? 0) > Date.now(), beside: isBeside(session, item), last };
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
export function takingPart(session, { id, head, body }) {
  const parted = new Set(session.replica.ofKind("parting").filter((item) => item.body.thread === id).map((item) => item.head.seat));
  return [...new Set([head.seat, ...body.to.groups, ...body.to.teams, ...body.to.people])].filter((ref) => !parted.has(ref));
}

/** The own seat that takes part in a thread. @param {Session} session @param {Item} thread @returns {Seat | null} */
export function seatIn(session, thread) {
  const part = new Set(takingPart(session, thread));
  const alive = session.replica.seats().filter((seat) => seat.alive(Date.now()));
  return alive.find((seat) => part.has(seat.id) || seat.circles.some((circle) => part.has(circle))) ?? alive[0] ?? null;
}

/** Whether somebody else said that they read a message. @param {Session} session @param {Item} message */
export function isRead(session, message) {
  const own = ownSeats(session);
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

/** Whether nobody asked this person: none of their seats is named, in a team or a group that is. @param {Session} session @param {Item} thread */
function isBeside(session, thread) {
  if (thread.body.to.groups.length) return false;
  const part = new Set(takingPart(session, thread));
  return !session.replica.seats().some((seat) => part.has(seat.id) || seat.circles.some((circle) => part.has(circle)));
}

/** The own seats, all of them. @param {Session} session @returns {Set<string>} */
export function ownSeats(session) {
  return new Set(session.replica.seats().map((seat) => seat.id));
}

/** @param {Session} session @param {string} thread @param {Item[]} said */
function unreadOf(session, thread, said) {
  const own = ownSeats(session);
  const upto = Math.max(0, ...session.replica.ofKind("seen").filter((item) => own.has(item.head.seat) && item.body.thread === thread).map((item) => item.body.upto));
  return said.filter((item) => !own.has(item.head.seat) && item.head.time > upto).length;
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
  const own = ownSeats(session);
  if (own.has(head.seat) || said.some((item) => own.has(item.head.seat))) return "open";
  if (samePeople(session, chosen.blocked).has(head.seat)) return "hidden";
  const role = session.replica.trust.seats.get(head.seat)?.role ?? "";
  if (STAFF.includes(role) || STAFF.includes(seatIn(session, thread)?.role ?? "") || chosen.accept === "all" || samePeople(session, chosen.people).has(head.seat)) return "open";
  return chosen.accept === "ask" ? "request" : "hidden";
}

/** @param {Item[]} items @returns {Map<string, Item[]>} */
function byThread(items) {
  const found = new Map();
  for (const item of items) found.set(item.body.thread, [...(found.get(item.body.thread) ?? []), item]);
  return found;
}

/** The first keys of those who may not have shown themselves: parents of one's groups, and staff. @param {Session} session @returns {Map<string, string>} */
function firstBoxes(session) {
  const { trust } = session.replica;
  const found = new Map(trust.groups.flatMap((act) => classmates(session, act.group).flatMap((mate) => [...mate.seats])));
  for (const { body } of trust.charter.school ? session.replica.ofKind("profile", trust.charter.school) : [])
    try {
      if (body.genesis && linkHash(body.genesis) === body.seat) found.set(body.seat, readHead(body.genesis, LINK).box);
    } catch {
      continue; // proves nothing
    }
  return found;
}
