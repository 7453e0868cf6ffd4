/** Days of a child at two schools, and what clashes: the same answers as `sync/client/schools.py`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { clashes, firstDay, runs } from "../../webclient/sync/schools.js";

const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY, NEXT] = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-04", "2026-12-07"];

/** @param {string} host @param {string} day @param {string} start @param {string} end @param {boolean} [cancelled] */
const line = (host, day, start, end, cancelled = false) => ({ host, at: { day, start, end, cancelled } });

test("each school hears of its own days, stretch by stretch", () => {
  assert.deepEqual(runs(MONDAY, NEXT, [1, 2, 5]), [[MONDAY, TUESDAY], [FRIDAY, FRIDAY], [NEXT, NEXT]]);
  assert.deepEqual(runs(MONDAY, NEXT, [3, 4]), [[WEDNESDAY, "2026-12-03"]]);
});

test("no day of a school, no stretch", () => {
  assert.deepEqual(runs(MONDAY, TUESDAY, [3, 4]), []);
  assert.deepEqual(runs(TUESDAY, MONDAY, [1, 2, 3, 4, 5]), []);
});

test("the clock that changes loses no day and doubles none", () => {
  assert.deepEqual(runs("2026-10-23", "2026-10-26", [5, 1]), [["2026-10-23", "2026-10-23"], ["2026-10-26", "2026-10-26"]]);
  assert.deepEqual(runs("2026-03-26", "2026-03-31", [1, 2, 3, 4, 5]), [["2026-03-26", "2026-03-27"], ["2026-03-30", "2026-03-31"]]);
});

test("the first day at a school from a day on", () => {
  assert.equal(firstDay(WEDNESDAY, [1, 2]), NEXT);
  assert.equal(firstDay(WEDNESDAY, [3]), WEDNESDAY);
  assert.equal(firstDay(WEDNESDAY, []), "");
});

test("lines of two schools at the same time clash", () => {
  const [bos, zwemmen] = [line("r", WEDNESDAY, "09:00", "11:00"), line("k", WEDNESDAY, "10:30", "12:00")];
  assert.deepEqual(clashes([bos, zwemmen]), [[bos, zwemmen]]);
});

test("neither do those of one school, nor one after the other, nor on other days", () => {
  assert.deepEqual(clashes([line("r", WEDNESDAY, "09:00", "11:00"), line("r", WEDNESDAY, "10:30", "12:00")]), []);
  assert.deepEqual(clashes([line("r", WEDNESDAY, "09:00", "11:00"), line("k", WEDNESDAY, "11:00", "12:00")]), []);
  assert.deepEqual(clashes([line("r", TUESDAY, "09:00", "11:00"), line("k", WEDNESDAY, "09:00", "12:00")]), []);
});

test("whole days clash with nothing, and what is called off neither", () => {
  assert.deepEqual(clashes([line("r", WEDNESDAY, "", ""), line("k", WEDNESDAY, "10:30", "12:00")]), []);
  assert.deepEqual(clashes([line("r", WEDNESDAY, "09:00", "11:00", true), line("k", WEDNESDAY, "10:30", "12:00")]), []);
});
