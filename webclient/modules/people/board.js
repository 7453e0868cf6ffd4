/** The school's board, as its office lets it in: a circle and a calendar that all of the school read. The same as the first part of `sync/client/board.py`. */
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken, readToken } from "../../crypto/token.js";
import { DEADLINE } from "./deadline.js";
import { boardCircle, letters, officeSeat } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** Whom the office has invited from the board, with the state of their letters. @param {Session} session */
export function boardPeople(session) {
  return letters(session).filter((one) => one.role === "board");
}

/** Make the circle and the calendar of the board, once. @param {Session} session */
async function openBoard(session) {
  const { office, school } = session.replica.trust.charter;
  const id = b64(fresh(16));
  await session.write(officeSeat(session), [], (batch) => {
    if (boardCircle(session)) return;
    const [of, calendar] = ["board", "calendar"].map((kind) => batch.start(kind, [school], [office], ["self"]));
    batch.record(calendar, "profile", { of }, { id });
  });
}

/** The board's calendar: the one that says so, the oldest if there are more. @param {Session} session */
function calendarOf(session) {
  const board = boardCircle(session);
  const found = session.replica.ofKind("profile").filter((item) => item.body.of === board && session.replica.circles.get(item.circle)?.kind === "calendar");
  const from = (/** @type {import("../../sync/types.js").Item} */ item) => session.replica.circles.get(item.circle)?.links[0]?.head.time ?? 0;
  return found.sort((a, b) => from(a) - from(b) || (a.circle < b.circle ? -1 : 1))[0]?.circle ?? "";
}

/** Make a seat and letter for somebody of the board, who has an account at the linked server `home`. @param {Session} session @param {string} name @param {string} home */
export async function inviteBoard(session, name, home) {
  await openBoard(session);
  const [board, calendar] = [boardCircle(session), calendarOf(session)];
  const { desk } = session.replica.trust.charter;
  const code = newToken();
  const [id, profile] = [b64(fresh(16)), b64(fresh(16))];
  await session.write(officeSeat(session), [board, calendar, desk], (batch) => {
    const token = readToken(code);
    const seat = batch.seat(token);
    const deadline = batch.now + DEADLINE;
    batch.invite(token, seat, "board", [board, calendar], location.host, deadline);
    for (const circle of [board, calendar]) batch.add(circle, [seat]);
    batch.record(desk, "staffer", { seat, name, email: "", role: "board", days: "", groups: [], token: code, deadline, home }, { id });
    batch.record(board, "profile", { name, seat }, { id: profile });
  });
  return code;
}
