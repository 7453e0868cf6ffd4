/** When an event is: the browser finds the days that Python finds (`tests/sync/occurrences.json`). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { occurrences } from "../../webclient/sync/occurrences.js";
import { instant } from "../../webclient/sync/zone.js";

const CASES = JSON.parse(readFileSync(new URL("../sync/occurrences.json", import.meta.url), "utf8"));

for (const { name, body, from, until, out } of CASES)
  test(name, () => {
    const lines = occurrences(body, from, until).map((one) => [one.day, one.until, one.start, one.end, one.place, one.original, Number(one.cancelled)].join("|"));
    assert.deepEqual(lines, out);
  });

test("a weekly lesson stays at its hour on the clock", () => {
  const body = { day: "2026-10-19", start: "08:30", repeat: { every: "week", step: 1, until: "2027-04-05" } };
  const hours = new Map(occurrences(body, "2026", "2028").map((one) => [one.day, new Date(instant(one.day, one.start)).getUTCHours()]));
  assert.deepEqual(["2026-10-19", "2026-10-26", "2027-03-22", "2027-03-29"].map((day) => hours.get(day)), [6, 7, 7, 6]);
});
