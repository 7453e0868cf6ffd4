/**
 * Who no longer lives together shares no card from then on, and is told nothing more of what the other's child may not eat.
 * What was bought and used together stays with both. The same as `part` in `sync/client/lunch.py`.
 */
import { acceptance, housemates, ownSeats, toTeam } from "./stay.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** Leave those out who live elsewhere: of the own card first, then of what was told under it. @param {Session} session */
export async function topUpHome(session) {
  if ([...session.replica.circles.values()].some((one) => one.kind === "household" && one.before)) return; // not known yet who lives here
  const accepted = acceptance(session);
  if (accepted && strangers(session, accepted.body.home).length) await again(session, accepted.id, (item) => ({ ...item.body, home: without(item.body.home, strangers(session, item.body.home)) }));
  const own = ownSeats(session);
  for (const item of session.replica.ofKind("diet")) if (own.has(item.head.seat) && strangers(session, seatsOf(item)).length) await again(session, item.id, (found) => found.body);
}

/** Those of these seats that are in force, not one's own, and not of the own household. @param {Session} session @param {string[]} seats */
function strangers(session, seats) {
  const known = new Set([...session.own(), ...housemates(session)]);
  return seats.filter((seat) => !known.has(seat) && session.replica.trust.seats.has(seat) && !session.replica.trust.hasEnded(seat));
}

/** The seats that a letter of one's own went to by name. @param {Item} item @returns {string[]} */
function seatsOf(item) {
  return item.refs.map((ref) => ref.slice(2));
}

/** @param {Session} session @param {string} id @param {(item: Item) => Record<string, any>} body */
async function again(session, id, body) {
  const seat = session.replica.trust.seat(/** @type {Item} */ (session.replica.items.get(id)).head.seat);
  await session.write(seat, [], (batch) => {
    const item = session.replica.items.get(id);
    if (item) toTeam(session, batch, item.kind, body(item), { id, replaces: item });
  });
}

/** @param {string[]} seats @param {string[]} gone */
function without(seats, gone) {
  return seats.filter((one) => !gone.includes(one));
}
