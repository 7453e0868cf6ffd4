/**
 * Contacts: a parent lets somebody of another school in, for what they choose to share with them, and for nothing else.
 * The code goes from hand to hand; the school prints nothing. The same as `sync/client/contactseats.py`.
 */
import { readToken } from "../../crypto/token.js";
import { CONTACT, CONTACT_DEADLINE } from "../../sync/acts.js";
import { officeSeat } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** Somebody to whom a parent gave a code: how the parent calls them, and the code until it is used. @typedef {{seat: Seat, name: string, code: string, joined: boolean}} Contact */

/**
 * Make the seat of a code and give it out; nothing is shared with it yet. Sent again after a lost answer it is there once.
 * @param {Session} session @param {Seat} place which of one's own it belongs to @param {string} name @param {string} code @param {string} id of the record that keeps both
 */
export async function invite(session, place, name, code, id) {
  const token = readToken(code);
  if ([...session.replica.trust.seats.values()].some((seat) => seat.locator === token.locator)) return;
  await session.write(place, [], (batch) => {
    const [seat, deadline] = [batch.seat(token), batch.now + CONTACT_DEADLINE];
    batch.invite(token, seat, CONTACT, [], session.wire.host || location.host, deadline);
    batch.record(place.id, "invitee", { seat, name, token: code, deadline }, { id });
  });
}

/** The people to whom this parent gave a code that is in force or may still be used, the oldest first. @param {Session} session @returns {Contact[]} */
export function contacts(session) {
  const [own, kept] = [session.own(), kepts(session)];
  return living(session).filter((seat) => own.has(seat.issuer)).sort((a, b) => a.n - b.n)
    .map((seat) => ({ seat, name: kept.get(seat.id)?.name ?? "", code: kept.get(seat.id)?.token ?? "", joined: Boolean(seat.person) }));
}

/** Let a contact go: from then on nothing reaches them, and what they had is gone from their devices. @param {Session} session @param {string} id the contact's seat @param {(seat: Seat) => boolean} [isMeant] whether it still is to end, as it is by then */
export async function endContact(session, id, isMeant = () => true) {
  const { trust } = session.replica;
  if (trust.hasEnded(id)) return;
  const seat = trust.seat(id);
  const place = session.own().has(seat.issuer) ? trust.seat(seat.issuer) : officeSeat(session);
  await session.write(place, [], (batch) => {
    if (trust.hasEnded(id) || !isMeant(trust.seat(id))) return;
    batch.end(id);
    for (const item of session.replica.ofKind("invitee", place.id)) if (item.body.seat === id) batch.delete(item);
  });
}

/** End what nobody used in time: the office sees only what has not ended. @param {Session} session */
export async function tidyContacts(session) {
  const [own, now] = [session.own(), Date.now()];
  const isLate = (/** @type {Seat} */ seat) => seat.alive(now) && !seat.person && seat.deadline <= now;
  const late = [...session.replica.trust.seats.values()].filter((seat) => seat.role === CONTACT && own.has(seat.issuer) && isLate(seat));
  for (const seat of late.filter((one) => session.replica.trust.seat(one.issuer).role === "guardian")) await endContact(session, seat.id, isLate);
}

/** End one's own contact's seat: what was shared with it is gone, and what was shared from it as well. @param {Session} session @param {string} id */
export async function leaveContact(session, id) {
  if (session.replica.trust.hasEnded(id)) return;
  await session.write(session.replica.trust.seat(id), [], (batch) => {
    for (const item of session.replica.ofKind("detail", id)) batch.delete(item);
    batch.end(id);
  });
}

/** One's own places as a contact. @param {Session} session @returns {Seat[]} */
export function contactSeats(session) {
  return session.replica.seats().filter((seat) => seat.role === CONTACT && seat.alive(Date.now()));
}

/** Whether somebody is at a school as a contact and nothing else. @param {Session} session */
export function isContactOnly(session) {
  const roles = session.roles();
  return roles.size === 1 && roles.has(CONTACT);
}

/** With whom an own contact's place is shared: the parent who gave the code, and whoever showed it something. @param {Session} session @param {Seat} seat @returns {string[]} */
export function partners(session, seat) {
  const { trust } = session.replica;
  const host = trust.seats.get(seat.issuer);
  const [own, people] = [session.own(), session.replica.ofKind("detail").filter((item) => item.refs.includes(`c:${seat.id}`)).map((item) => item.head.seat)];
  const found = host?.role === "guardian" ? [host.id, ...people] : people;
  return [...new Set(found)].filter((one) => !own.has(one) && trust.seats.get(one)?.alive(Date.now()));
}

/**
 * The seats beside classmates' parents to which this person may show a detail, with a key that opens: their contacts; from a
 * contact's seat whoever gave the code; and whoever showed them something, if one of the two is a contact.
 * @param {Session} session @returns {Map<string, string>}
 */
export function reachable(session) {
  const [own, mine] = [session.own(), contactSeats(session)];
  const writers = new Set(session.replica.ofKind("detail").map((item) => item.head.seat).filter((one) => !own.has(one)));
  const near = living(session).filter((seat) => own.has(seat.issuer) || writers.has(seat.id));
  const found = [...near, ...mine.flatMap((seat) => partners(session, seat)).map((id) => session.replica.trust.seat(id))];
  return new Map(found.map((seat) => /** @type {[string, string]} */ ([seat.id, boxOf(session, seat)])).filter(([id, box]) => box && !own.has(id)));
}

/** Whoever left this school and stayed in touch: contacts that nobody but the office let in, and that show this person something. @param {Session} session @returns {Seat[]} */
export function stayed(session) {
  const { trust } = session.replica;
  const [own, writers] = [session.own(), new Set(session.replica.ofKind("detail").map((item) => item.head.seat))];
  return living(session).filter((seat) => writers.has(seat.id) && !own.has(seat.id) && trust.seats.get(seat.issuer)?.role === "office");
}

/** For the office: whose contacts there are; who they are, and whether they came, it can't see. @param {Session} session @returns {Map<string, Seat[]>} by the guardian's seat */
export function contactsByPlace(session) {
  const found = new Map();
  for (const seat of session.replica.trust.seats.values())
    if (seat.role === CONTACT && seat.alive(Date.now())) found.set(seat.issuer, [...(found.get(seat.issuer) ?? []), seat]);
  return found;
}

/** How a parent calls those to whom they gave a code. @param {Session} session @returns {Map<string, {name: string, token: string}>} */
export function kepts(session) {
  return new Map(session.replica.ofKind("invitee").map(({ body }) => [body.seat, { name: String(body.name), token: String(body.token) }]));
}

/** The contacts' seats that this copy knows of and that are in force, or may still be used. @param {Session} session @returns {Seat[]} */
function living(session) {
  const now = Date.now();
  return [...session.replica.trust.seats.values()].filter((seat) => seat.role === CONTACT && seat.alive(now) && (seat.person || seat.deadline > now));
}

/** The key of a seat's newest epoch that this copy can prove; "" where it can prove none. @param {Session} session @param {Seat} seat @returns {string} */
function boxOf(session, seat) {
  return seat.opens || (session.replica.circles.get(seat.id)?.links[0]?.head.box ?? "");
}
