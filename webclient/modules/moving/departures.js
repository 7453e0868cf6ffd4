/**
 * A child leaves for another school: a guardian says so, all with custody agree, the office lets its dossier go. Who is not
 * asked learns nothing of it; a changed departure is agreed to anew; of a protected child two of the office let it go. The
 * same as `sync/client/departures.py`.
 */
import { newToken, readToken } from "../../crypto/token.js";
import { CONTACT } from "../../sync/acts.js";
import { Refused } from "../../sync/errors.js";
import { agreed, PARTS } from "../../sync/moving.js";
import { dayOf } from "../../sync/zone.js";
import { ownSeat } from "../groups/consents.js";
import { closing, writeRefunds } from "../lunch/refunds.js";
import { boxes } from "../lunch/stay.js";
import { recipients } from "../messages/model.js";
import { DEADLINE } from "../people/deadline.js";
import { leave as leaveSchool } from "../people/enrolment.js";
import { officeSeat } from "../people/model.js";
import { releaseFor } from "./compose.js";
import { custody, named, newId, rowOf } from "./facts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */
/** @typedef {import("../../sync/batch.js").Batch} Batch */
/** Where a child goes; host and root "" where that school is not linked. @typedef {{name: string, host: string, root: string}} To */

/** The departures this person knows of, one of each, the newest first; one that the office passed on is the same. @param {Session} session @param {string} [child] @returns {Item[]} */
export function departures(session, child = "") {
  /** @type {Map<string, Item>} */
  const found = new Map();
  for (const item of session.replica.ofKind("departure")) {
    if ((child && item.body.child !== child) || !maySay(session, item)) continue;
    const known = found.get(named(item)[0]);
    if (!known || known.body.of) found.set(named(item)[0], item);
  }
  return [...found.values()].sort((a, b) => b.head.time - a.head.time);
}

/** The seat that said it; of one that was passed on, as the office says. @param {Item} item @returns {string} */
export function authorOf(item) {
  return item.body.by ?? item.head.seat;
}

/** What each seat says of a departure as it stands now. @param {Session} session @param {Item} departure @returns {Map<string, number>} */
export function answers(session, departure) {
  const found = new Map();
  for (const item of about(session, departure).sort((a, b) => a.head.time - b.head.time)) {
    const seat = /** @type {import("../../sync/seats.js").Seat} */ (session.replica.trust.seats.get(item.head.seat));
    const speaker = seat.role === "office" ? (item.body.seat ?? "") : seat.id;
    if (speaker && !item.body.second) found.set(speaker, item.body.agrees);
  }
  return found;
}

/** The persons of the office who consented, for a protected child. @param {Session} session @param {Item} departure @returns {Set<string>} */
export function seconds(session, departure) {
  const given = about(session, departure).filter((item) => item.body.second && session.replica.trust.seats.get(item.head.seat)?.role === "office");
  return new Set(given.map((item) => item.head.author));
}

/** Whether all with custody agree to a departure as it stands now. @param {Session} session @param {Item} departure */
export function isAgreed(session, departure) {
  return agreed(custody(session, departure.body.child), authorOf(departure), answers(session, departure));
}

/** Whether somebody else of the office has to consent first. @param {Session} session @param {Item} departure */
export function needsSecond(session, departure) {
  const isGuarded = session.replica.trust.guards.protected.has(departure.body.child);
  return isGuarded && ![...seconds(session, departure)].some((one) => one !== session.person);
}

/** What the office wrote down when it let a dossier go. @param {Session} session @param {Item} departure @returns {Item | null} */
export function departed(session, departure) {
  return session.replica.ofKind("departed").find((item) => item.body.departure === named(departure)[0]) ?? null;
}

/** Say that a child of one's own leaves. @param {Session} session @param {{child: string, last: string, to: To, parts: string[], id: string, before: string}} data `before`: what it takes the place of, or "" */
export async function say(session, { child, last, to, parts, id, before }) {
  const own = ownSeat(session, child);
  if (!own || session.replica.items.has(id)) return;
  const body = { child, last, to, written: Date.now(), parts: PARTS.filter((one) => parts.includes(one)) };
  await session.write(own, [], (batch) => tell(session, batch, "departure", body, { id, replaces: session.replica.items.get(before) ?? null }));
}

/** Agree to a departure as it stood when somebody pressed (`time`, ms), or not. @param {Session} session @param {{departure: string, of: string, child: string, agrees: number, id: string, seat?: string, second?: number}} data `seat`: for whom the office enters what came on paper @param {number} [time] */
export async function answer(session, { id, ...body }, time) {
  const own = body.seat || body.second ? officeSeat(session) : ownSeat(session, body.child);
  if (own && !session.replica.items.has(id)) await session.write(own, [], (batch) => tell(session, batch, "agreement", body, { id, time }));
}

/** Take one's own departure back. @param {Session} session @param {{id: string}} data */
export async function withdraw(session, { id }) {
  const own = session.replica.seats().find((seat) => seat.id === session.replica.items.get(id)?.head.seat);
  if (own) await session.write(own, [], (batch) => {
    const item = session.replica.items.get(id);
    if (item) batch.delete(item);
  });
}

/** The office shows departures to those with custody whom their author could not reach, and ends what is over. @param {Session} session */
export async function topUp(session) {
  if (!session.seat({ role: "office" })) return;
  for (const item of departures(session).filter((one) => !one.body.of)) {
    const told = session.replica.ofKind("departure").filter((one) => one.body.of?.[0] === item.id && one.body.of?.[1] === item.hash);
    const reached = new Set([item.head.seat, ...[item, ...told].flatMap((one) => one.body.told)]);
    const missing = custody(session, item.body.child).filter((one) => !reached.has(one));
    if (boxes(session, missing).size) await passOn(session, item, missing);
  }
  await endDue(session);
}

/** Let a child's dossier go: a letter to each guardian with custody; once, by what is known at that moment. Throws Refused `not-agreed`, `needs-approval`. @param {Session} session @param {Item} departure @param {string} school our name */
export async function release(session, departure, school) {
  await session.sync(); // it may have been taken back, or let go by a colleague
  checkRelease(session, departure);
  if (departed(session, departure)) return;
  const { office, desk } = session.replica.trust.charter;
  const seats = custody(session, departure.body.child);
  const made = await Promise.all(seats.map(async (seat) => ({ seat, id: newId(), body: await releaseFor(session, departure, seat, school) })));
  const ties = seats.map((seat) => ({ seat, id: newId(), code: newToken() }));
  const record = newId();
  const homes = closing(session, departure.body.child, seats);
  await session.write(officeSeat(session), [desk], (batch) => {
    checkRelease(session, departure);
    if (departed(session, departure)) return;
    writeRefunds(session, batch, homes, refundBody(session, departure));
    for (const one of made) batch.letter("release", one.body, [office], { id: one.id, seats: boxes(session, [one.seat]) });
    for (const one of ties) sayFarewell(session, batch, departure.body.child, one);
    batch.record(desk, "departed", departedBody(session, departure, made), { id: record });
  });
}

/** Refuse what is not said any more as it was shown, or not agreed to. @param {Session} session @param {Item} departure */
function checkRelease(session, departure) {
  const [id, hash] = named(departure);
  const stands = [departure.id, id].every((one) => session.replica.items.has(one)) && session.replica.items.get(id)?.hash === hash;
  if (!stands || !isAgreed(session, departure)) throw new Refused("not-agreed");
  if (needsSecond(session, departure)) throw new Refused("needs-approval");
}

/** A contact's seat for who leaves, so that what parents show each other by name goes on, and its code. @param {Session} session @param {Batch} batch @param {string} child @param {{seat: string, id: string, code: string}} tie */
function sayFarewell(session, batch, child, { seat, id, code }) {
  const [token, deadline] = [readToken(code), batch.now + DEADLINE];
  batch.invite(token, batch.seat(token), CONTACT, [], location.host, deadline);
  batch.letter("farewell", { child, token: code, deadline }, [], { id, seats: boxes(session, [seat]) });
}

/** On the last day: the seats end, in one press; what was released stays with the office. @param {Session} session @param {Item} departure */
export async function leave(session, departure) {
  await leaveSchool(session, rowOf(session, departure.body.child).body.number);
}

/**
 * The departures of which the places end by themselves: all who have custody now agree to it as it stands and were handed the
 * dossier in time, no later than on the last day, and that day is over by what was said then and by what is said now.
 * @param {Session} session @param {string} today @returns {Item[]}
 */
export function over(session, today) {
  return departures(session).filter((item) => {
    const given = departed(session, item);
    const row = session.replica.ofKind("roster").find((one) => one.body.child === item.body.child);
    if (!given || !row || row.body.left || [item.body.last, given.body.day].some((day) => day >= today)) return false;
    const timely = dayOf(given.head.time) <= given.body.day;
    return timely && isAgreed(session, item) && custody(session, item.body.child).every((seat) => seat in given.body.releases);
  });
}

/** End the places of children whose last day is over; the server refuses it of who is more than a day ahead. @param {Session} session */
async function endDue(session) {
  const due = () => over(session, dayOf(Date.now())).map((item) => item.body.child);
  for (const child of due()) await leaveSchool(session, rowOf(session, child).body.number, () => due().includes(child));
}

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "moving.say": (session, { data }) => say(session, data),
  "moving.answer": (session, { data, time }) => answer(session, data, time),
  "moving.withdraw": (session, { data }) => withdraw(session, data),
};

/** @param {Session} session @param {Item} departure @param {{seat: string, id: string}[]} made */
function departedBody(session, departure, made) {
  const { number, first, last } = rowOf(session, departure.body.child).body;
  const { child, last: day, to, parts } = departure.body;
  return { child, number, first, last, day, to, parts, departure: named(departure)[0], releases: Object.fromEntries(made.map((one) => [one.seat, one.id])), seconds: [...seconds(session, departure)].sort() };
}

/** Whose strip card ends, for the lunch team, which has no other word of it. @param {Session} session @param {Item} departure */
function refundBody(session, departure) {
  const { first, groups } = rowOf(session, departure.body.child).body;
  return { child: departure.body.child, first, group: groups.join(", "), last: departure.body.last, departure: named(departure)[0] };
}

/** @param {Session} session @param {Item} item @param {string[]} missing */
async function passOn(session, item, missing) {
  const id = newId();
  const body = { ...item.body, of: [item.id, item.hash], by: item.head.seat, told: missing };
  await session.write(officeSeat(session), [], (batch) => batch.letter("departure", body, [session.replica.trust.charter.office], { id, seats: boxes(session, missing) }));
}

/** A letter to the office and to all with custody whom this person can address. @param {Session} session @param {Batch} batch @param {string} kind @param {Record<string, any>} body @param {{id: string, replaces?: Item | null, time?: number}} more */
function tell(session, batch, kind, body, more) {
  const { circles, seats } = recipients(session, [session.replica.trust.charter.office, ...custody(session, body.child)]);
  const told = kind === "departure" ? { told: [...seats.keys()].filter((one) => one !== batch.author.seat).sort() } : {};
  batch.letter(kind, { ...body, ...told }, circles, { ...more, seats });
}

/** The answers to a departure as it stands now, of those who may give one. @param {Session} session @param {Item} departure @returns {Item[]} */
function about(session, departure) {
  const [name, digest] = named(departure);
  return session.replica.ofKind("agreement").filter((item) => {
    const seat = session.replica.trust.seats.get(item.head.seat);
    const may = seat && (seat.role === "office" || (seat.role === "guardian" && seat.circles.includes(departure.body.child)));
    return may && item.body.departure === name && item.body.of === digest;
  });
}

/** Whether a departure is its author's to say: a guardian's of the child, or passed on by the office. @param {Session} session @param {Item} item */
function maySay(session, item) {
  const seat = session.replica.trust.seats.get(item.head.seat);
  if (!seat) return false;
  return seat.role === "office" ? Boolean(item.body.of) : seat.circles.includes(item.body.child);
}
