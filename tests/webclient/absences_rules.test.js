import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, dayOf, schoolWeek, timeOf, weekday } from "../../webclient/modules/absences/days.js";
import { allowed, countReasons, csv, isAbsent, marked, raises } from "../../webclient/modules/absences/rules.js";

const [DAY, NEXT, WEEK] = ["2026-11-26", "2026-11-27", "2026-12-03"];

test("an absence holds on its days, an open one until somebody is better", () => {
  const sick = { reason: "sick", from: DAY, until: "" };
  assert.ok(isAbsent(sick, WEEK));
  assert.ok(isAbsent({ ...sick, better: NEXT }, DAY));
  assert.ok(!isAbsent({ ...sick, better: NEXT }, NEXT));
  assert.ok(!isAbsent({ ...sick, until: DAY }, NEXT));
});

test("each week is each week on that day", () => {
  const weekly = { reason: "doctor", from: DAY, until: "2026-12-31", weekly: 1 };
  assert.deepEqual([DAY, NEXT, WEEK, "2027-01-07"].map((day) => isAbsent(weekly, day)), [true, false, true, false]);
});

test("a part of a day is from its start to before its end", () => {
  const part = { reason: "dentist", from: DAY, until: DAY, start: "09:00", end: "10:30" };
  assert.deepEqual(["08:59", "09:00", "10:29", "10:30"].map((time) => isAbsent(part, DAY, time)), [false, true, true, false]);
});

test("what was noted is no more taken back by a parent", () => {
  const sick = { from: DAY, until: DAY };
  assert.ok(allowed(sick, "guardian", false, DAY).has("withdraw"));
  assert.deepEqual([...allowed(sick, "guardian", true, DAY)], ["end"]);
  assert.deepEqual([...allowed(sick, "guardian", false, NEXT)], ["end"]);
  assert.ok(allowed(sick, "teacher", true, NEXT).has("change"));
});

test("a day is a day in Amsterdam, whatever the hour, on both days that the clock changes", () => {
  assert.equal(dayOf(Date.parse("2026-11-25T23:30:00Z")), DAY);
  assert.equal(timeOf(Date.parse("2026-07-01T06:45:00Z")), "08:45");
  assert.equal(dayOf(Date.parse("2026-10-24T22:30:00Z")), "2026-10-25");
  assert.equal(addDays("2026-10-24", 1), "2026-10-25");
  assert.equal(addDays("2027-03-28", 1), "2027-03-29");
  assert.equal(weekday("2026-11-29"), 7);
  assert.deepEqual(schoolWeek("2026-11-29"), ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]);
});

test("a file for a spreadsheet runs nothing and breaks on nothing", () => {
  assert.equal(csv([["a;b", 'say "hi"', "=1+1", "-2", "plain"]]), `"a;b";"say ""hi""";'=1+1;'-2;plain\r\n`);
});

test("reasons are counted, the most frequent first", () => {
  const bodies = ["sick", "doctor", "sick"].map((reason) => ({ reason }));
  assert.deepEqual(countReasons(bodies), [["sick", 2], ["doctor", 1]]);
});

test("a register saved again leaves a child that was found where it is, and tells nobody again", () => {
  const found = [{ date: DAY, raised: 100, resolved: 300 }];
  const of = (/** @type {string} */ child) => (child === "sem" ? found : []);
  const [shown, known] = [{ sem: "absent", noor: "present" }, { sem: "late", noor: "present" }];
  assert.deepEqual(marked(shown, known, {}, of), known);
  assert.deepEqual(marked(shown, known, { sem: 200 }, of), known, "pressed before it was found");
  assert.deepEqual([raises(found), raises(found, 200)], [false, false]);
});

test("a child that is missed after all, said anew, is told of again", () => {
  const found = [{ date: DAY, raised: 100, resolved: 300 }];
  assert.deepEqual(marked({ sem: "absent" }, { sem: "late" }, { sem: 400 }, () => found), { sem: "absent" });
  assert.ok(raises(found, 400));
  assert.ok(raises([]));
  assert.ok(!raises([...found, { date: DAY, raised: 450 }], 500), "told already");
});

test("what a colleague wrote of the others stays", () => {
  assert.deepEqual(marked({ sem: "absent", noor: "present" }, { noor: "absent", yara: "late" }, { sem: 5 }, () => []), { sem: "absent", noor: "absent", yara: "late" });
});
