/**
 * Who leaves stays in touch with those whom they know by name: from a contact's seat that the office gave with the dossier.
 * The same as `sync/client/carrying.py` and `keep_friends` in `sync/client/departures.py`.
 */
import { readToken } from "../../crypto/token.js";
import { addLetter } from "../../sync/account.js";
import { ownSeat } from "../groups/consents.js";
import { contactSeats } from "../groups/contactseats.js";
import { homeDetail } from "../groups/homeschool.js";
import { choices, NOBODY, parents, share, SIGN } from "../groups/model.js";
import { newId } from "./facts.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */
/** @typedef {import("../../sync/types.js").Item} Item */

/** The code that the office gave for a contact's seat. @param {Session} session @param {string} child @returns {Item | null} */
export function farewell(session, child) {
  return session.replica.ofKind("farewell").filter((item) => item.body.child === child && !session.own().has(item.head.seat)).sort((a, b) => b.head.time - a.head.time)[0] ?? null;
}

/** The own contact's seat of that code, once it was used. @param {Session} session @param {Item} given @returns {Seat | null} */
export function contactOf(session, given) {
  const { locator } = readToken(given.body.token);
  return session.replica.seats().find((seat) => seat.locator === locator) ?? null;
}

/** Go on from that seat, before the place ends; may be pressed again. @param {Session} session @param {string} child */
export async function keepFriends(session, child) {
  const [given, old] = [farewell(session, child), ownSeat(session, child)];
  if (!given || !old) return;
  if (!contactOf(session, given)) await addLetter(session, given.body.token);
  const seat = contactOf(session, given);
  if (seat) await carry(session, old, seat);
}

/** Say to those with whom one stays in touch at which school one has one's home by now. @param {Session} session of the school that is left @param {string} home */
export async function tellHome(session, home) {
  for (const seat of contactSeats(session)) await share(session, seat, homeDetail(session, seat, home));
}

/** Show from the new seat what was shown to people by name; who showed something to the old one gets a sign from both. @param {Session} session @param {Seat} old @param {Seat} seat */
async function carry(session, old, seat) {
  const known = parents(session);
  for (const [field, { body }] of choices(session, old.id)) {
    const people = body.audience.people.filter((/** @type {string} */ one) => known.has(one));
    if (people.length) await share(session, seat, /** @type {any} */ ({ field, value: body.value, audience: { ...NOBODY, people }, until: body.until }));
  }
  const close = session.replica.ofKind("detail").filter((item) => item.head.seat !== old.id && item.refs.includes(`c:${old.id}`)).map((item) => item.head.seat).filter((one) => known.has(one));
  const seats = new Map([...known].filter(([one]) => close.includes(one)));
  for (const from of seats.size ? [old, seat] : []) {
    const id = newId();
    await session.write(from, [], (batch) => batch.letter("detail", { field: SIGN, value: "" }, [], { id, seats }));
  }
}
