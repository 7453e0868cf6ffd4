/** The planner in the browser says what Python says, for every evening in `tests/sync/planner.json`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { assign, combos, plan, timetable } from "../../webclient/sync/planner.js";

/** @type {Record<string, {in: any, out: any}[]>} */
const CASES = JSON.parse(readFileSync(new URL("../sync/planner.json", import.meta.url), "utf8"));

test("the times of an evening", () => {
  for (const one of CASES.timetable) assert.deepEqual(timetable(.../** @type {[any, any, any, any]} */ (one.in)), one.out);
});

test("talks that fit behind each other", () => {
  for (const one of CASES.combos) assert.deepEqual(combos(one.in), one.out);
});

test("a plan from wishes", () => {
  for (const [at, { in: { wishes, slots, apart, held }, out }] of CASES.plan.entries()) assert.deepEqual(Object.fromEntries(plan(wishes, slots, apart, held)), out, `case ${at}`);
});

test("a matching is the cheapest there is", () => {
  assert.deepEqual(assign([[4, 1, 3], [2, 0, 5], [3, 2, 2]]), [1, 0, 2]);
  assert.deepEqual(assign([]), []);
});
