/** Who lives together: made by a guardian, and true for each of the others once they said so themselves. Pure but for what writes. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/seats.js").Seat} Seat */

/** Make the circle of those who live together. @param {Session} session @param {Seat} own @param {string[]} others seats @param {Map<string, string>} names */
export async function startHousehold(session, own, others, names) {
  const mine = session.replica.seats().filter((seat) => seat.role === "guardian").map((seat) => seat.id);
  const seats = [...new Set([...mine, ...others])].sort();
  const ids = seats.map(() => b64(fresh(16)));
  await session.write(own, [], (batch) => {
    const circle = batch.start("household", seats, seats, seats);
    seats.forEach((seat, at) => batch.record(circle, "member", { seat, name: names.get(seat) ?? "" }, { id: ids[at] }));
  });
}

/** Say that one lives there: only then anything of one's own goes to it. @param {Session} session @param {string} circle @param {string} id of the record */
export async function joinHousehold(session, circle, id) {
  const own = session.seat({ circle });
  if (own && !hasJoined(session, circle)) await session.write(own, [circle], (batch) => batch.record(circle, "member", { seat: own.id, name: "" }, { id }));
}

/** Go, or say that one never lived there: its keys change in the same breath. @param {Session} session @param {string} circle */
export async function leaveHousehold(session, circle) {
  const own = session.seat({ circle });
  if (own) await session.write(own, [circle], (batch) => batch.exchange(circle, [...session.own()], []));
}

/** The household this person says they belong to; "" for none. @param {Session} session @returns {string} */
export function household(session) {
  return households(session).filter((circle) => hasJoined(session, circle)).at(-1) ?? "";
}

/** The households that others put this person into, each with the place of who did. @param {Session} session @returns {{circle: string, by: string}[]} */
export function proposedHouseholds(session) {
  return households(session).filter((circle) => !hasJoined(session, circle)).map((circle) => ({ circle, by: session.replica.ofKind("member", circle)[0]?.head.seat ?? "" }));
}

/** @param {Session} session @returns {string[]} */
function households(session) {
  return [...session.replica.circles.values()].filter((circle) => circle.kind === "household" && circle.reads).map((circle) => circle.id);
}

/** Whether this person said so: being listed by somebody else is no word of one's own. @param {Session} session @param {string} circle */
function hasJoined(session, circle) {
  const own = session.own();
  return session.replica.ofKind("member", circle).some((item) => own.has(item.head.seat) && own.has(item.body.seat));
}
