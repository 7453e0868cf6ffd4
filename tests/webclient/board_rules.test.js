/** The board: what its place may write, whatever its client does; and what the helpdesk makes of a server's numbers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { concerns, isNewer, newestOf } from "../../webclient/modules/people/helpdesk.js";
import { UNANSWERED } from "../../webclient/sync/circles.js";
import { KINDS } from "../../webclient/sync/modules/kinds.js";
import { checkRight } from "../../webclient/sync/policy.js";
import { Seat } from "../../webclient/sync/seats.js";

const SEAT = new Seat({ id: "seat", n: 1, role: "board", circles: ["board", "calendar"], issuer: "office", locator: "", invited: "", deadline: 0, starts: 0, ends: 0, person: "ingrid" });
const DAY = 24 * 3600 * 1000;
const HEALTH = { version: "1.2.0", time: 0, since: 0, backup: 100 * DAY, free: 2 ** 40, database: 1, files: 1, accounts: 1, letters: 0, push: 0, mail: 0, parcels: 0, refusing: 0, tried: 0, faults: [] };

/** Whether the board's place may post a kind in a circle. @param {string} kind @param {string} circle @param {string} [of] the kind of circle */
function may(kind, circle, of = circle) {
  const link = { kind: of, managers: ["office"], writers: ["self"] };
  const head = { seat: "seat", author: "ingrid", circle, kind, letter: KINDS[kind].letter ? { key: "", to: "", until: 0 } : {} };
  try {
    checkRight(head, link, circle, SEAT, null, KINDS);
    return true;
  } catch {
    return false;
  }
}

test("it says news, plans and moves events, in its two circles, and writes nothing else", () => {
  const places = [["board", "board"], ["calendar", "calendar"], ["seat", "seat"], ["3A", "group"], ["school", "school"], ["kalender", "calendar"]];
  const found = Object.keys(KINDS).flatMap((kind) => places.filter(([circle, of]) => may(kind, circle, of)).map(([circle]) => `${kind} ${circle}`));
  assert.deepEqual(found.sort(), ["change calendar", "event calendar", "news board"]);
});

test("no letter is sealed to what the board reads", () => {
  assert.deepEqual(UNANSWERED, ["board", "calendar"]);
});

test("versions are compared number by number", () => {
  assert.deepEqual([isNewer("0.10.0", "0.9.9"), isNewer("0.9", "0.9.0"), isNewer("1.0", "1.0.1"), newestOf(["0.2.0", "0.10.1", "0.9"])], [true, false, false, "0.10.1"]);
});

test("what somebody should look at is said, the worst first", () => {
  const at = 101 * DAY;
  assert.deepEqual(concerns(HEALTH, "1.2.0", at), []);
  const bad = { ...HEALTH, free: 5, backup: 90 * DAY, push: 600, faults: [{ code: "store-full", times: 1, last: at - 5 }] };
  assert.deepEqual(concerns(bad, "1.3.0", at).map((one) => one.what), ["room", "old-backup", "update", "queue", "faults"]);
  assert.deepEqual(concerns({ ...HEALTH, backup: 0, faults: [{ code: "internal", times: 9, last: at - 2 * DAY }] }, "1.2.0", at).map((one) => one.what), ["no-backup"]);
});
