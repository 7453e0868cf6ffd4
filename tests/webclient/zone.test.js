/** The school's clock on the days on which it changes, and on all others: the browser says what Python says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, instant, timeOf } from "../../webclient/sync/zone.js";

const CASES = /** @type {[string, string, string][]} */ ([
  ["2026-10-25", "01:59", "2026-10-24T23:59Z"], ["2026-10-25", "02:30", "2026-10-25T00:30Z"], ["2026-10-25", "03:00", "2026-10-25T02:00Z"],
  ["2027-03-28", "01:59", "2027-03-28T00:59Z"], ["2027-03-28", "02:30", "2027-03-28T01:30Z"], ["2027-03-28", "03:00", "2027-03-28T01:00Z"],
  ["2026-12-31", "24:00", "2026-12-31T23:00Z"], ["2026-07-01", "08:30", "2026-07-01T06:30Z"],
]);

test("a day and a time are one instant, also when clocks change", () => {
  for (const [day, time, utc] of CASES) assert.equal(new Date(instant(day, time)).toISOString().slice(0, 16) + "Z", utc, `${day} ${time}`);
});

test("and back", () => {
  for (const [day, time] of CASES.filter(([, time]) => time !== "24:00" && time !== "02:30")) assert.deepEqual([dayOf(instant(day, time)), timeOf(instant(day, time))], [day, time]);
});
