/** Ending a place, and giving a new letter for one that is lost or too late. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken, readToken } from "../../crypto/token.js";
import { DEADLINE } from "./deadline.js";
import { groupsOf, reads, relist } from "./enrolment.js";
import { groups, officeSeat } from "./model.js";

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
  const found = holderOf(session, letter.seat);
  if (!found) return;
  const code = newToken();
  const id = b64(fresh(16));
  const lists = found.body.child ? [found.body.child, ...groupsOf(session, found).flatMap((group) => [group.register, group.group])] : [];
  await session.write(officeSeat(session), [desk, ...outerCircles(session, found, session.replica.trust.seat(letter.seat)), ...lists], (batch) => {
    const [item, old] = [holderOf(session, letter.seat), session.replica.trust.seat(letter.seat)];
    if (!item) return; // a colleague gave a new one already
    const outer = outerCircles(session, item, old);
    const token = readToken(code);
    const seat = batch.seat(token);
    const deadline = batch.now + DEADLINE;
    if (!old.ended) batch.end(letter.seat);
    batch.invite(token, seat, old.role, old.circles, location.host, deadline, old.starts, old.ends);
    for (const circle of outer) batch.add(circle, [seat], old.ends);
    const renew = (/** @type {any} */ one) => (one.seat === letter.seat ? { ...one, seat, token: code, deadline, ended: 0 } : one);
    const body = item.body.guardians ? { ...item.body, guardians: item.body.guardians.map(renew) } : renew(item.body);
    batch.record(desk, item.kind, body, { replaces: item });
    if (!body.child) return;
    relist(session, batch, body);
    batch.record(body.child, "diary", { what: "letter", who: letter.name, role: old.role }, { id });
  });
}

/** What the office keeps of the holder of a seat. @param {Session} session @param {string} seat */
function holderOf(session, seat) {
  return [...session.replica.ofKind("roster"), ...session.replica.ofKind("staffer")].find((one) => seatsOf(one.body).includes(seat));
}

/** @param {Record<string, any>} body @returns {string[]} */
function seatsOf(body) {
  return body.guardians ? body.guardians.map((/** @type {any} */ one) => one.seat) : [body.seat];
}

/** The circles that read a seat directly; a guest's is read by none. @param {Session} session @param {import("../../sync/types.js").Item} item @param {import("../../sync/seats.js").Seat} seat */
function outerCircles(session, item, seat) {
  if (item.body.child) {
    const own = groupsOf(session, item).map((group) => (item.body.protected ? group.quiet : group.parents));
    return reads({ role: seat.role }) ? [item.body.child, ...own] : [];
  }
  const known = groups(session).filter((group) => (item.body.groups ?? []).includes(group.name));
  const { office, staff } = session.replica.trust.charter;
  if (seat.role === "office") return [office];
  if (seat.role === "board") return [...seat.circles];
  return known.length ? known.map((group) => group.team) : [staff];
}
