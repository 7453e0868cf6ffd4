/** Ending a place, and giving a new letter for one that is lost or too late. */
import { newToken, readToken } from "../../crypto/token.js";
import { classmateOf, listings, pupilOf } from "./enrolment.js";
import { groups, officeSeat } from "./model.js";
import { DEADLINE } from "./deadline.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** End a seat: its letter is withdrawn, or its person leaves; in the same breath groups and school get new keys. @param {Session} session @param {string} seat */
export async function endSeat(session, seat) {
  const { trust } = session.replica;
  const circles = [...trust.seat(seat).circles, ...trust.groups.flatMap((act) => [act.group, act.register]), trust.charter.school, trust.charter.desk];
  await session.write(officeSeat(session), circles, (batch) => {
    batch.end(seat);
    for (const circle of circles) batch.freshen(circle);
  });
}

/**
 * A new letter in place of one that is lost or too late: the old seat ends, a new one takes its places.
 * @param {Session} session @param {{seat: string, role: string, name: string}} letter
 */
export async function reissue(session, letter) {
  const { desk } = session.replica.trust.charter;
  const old = session.replica.trust.seat(letter.seat);
  const item = [...session.replica.ofKind("roster"), ...session.replica.ofKind("staffer")].find((one) => seatsOf(one.body).includes(letter.seat));
  if (!item) return;
  const outer = outerCircles(session, item, old);
  const code = newToken();
  const lists = item.body.child ? listings(session, item.body.child).map((one) => one.circle) : [];
  await session.write(officeSeat(session), [desk, ...outer, ...lists], (batch) => {
    const token = readToken(code);
    const seat = batch.seat(token);
    const deadline = batch.now + DEADLINE;
    if (!old.ended) batch.end(letter.seat);
    batch.invite(token, seat, old.role, old.circles, location.host, deadline);
    for (const circle of outer) batch.add(circle, [seat]);
    const renew = (/** @type {any} */ one) => (one.seat === letter.seat ? { ...one, seat, token: code, deadline } : one);
    const body = item.body.guardians ? { ...item.body, guardians: item.body.guardians.map(renew) } : renew(item.body);
    batch.record(desk, item.kind, body, { replaces: item });
    for (const listing of body.child ? listings(session, body.child) : [])
      batch.record(listing.circle, listing.kind, listing.kind === "pupil" ? pupilOf(body) : classmateOf(batch, body), { replaces: listing });
  });
}

/** @param {Record<string, any>} body @returns {string[]} */
function seatsOf(body) {
  return body.guardians ? body.guardians.map((/** @type {any} */ one) => one.seat) : [body.seat];
}

/** The circles that read a seat directly. @param {Session} session @param {import("../../sync/types.js").Item} item @param {import("../../sync/seats.js").Seat} seat */
function outerCircles(session, item, seat) {
  const known = groups(session).filter((group) => (item.body.groups ?? []).includes(group.name));
  if (seat.role === "guardian") return [item.body.child, ...known.map((group) => group.parents)];
  const { office, staff } = session.replica.trust.charter;
  if (seat.role === "office") return [office];
  return known.length ? known.map((group) => group.team) : [staff];
}
