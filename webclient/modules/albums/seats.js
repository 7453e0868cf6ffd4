/** In whose name this person changes albums: staff of the circle; of the whole school the office only. */

/** @param {import("../../sync/session.js").Session} session @param {string} circle @returns {import("../../sync/seats.js").Seat | null} */
export function seatFor(session, circle) {
  return session.seat({ role: circle === session.replica.trust.charter.school ? "office" : "", circle });
}
