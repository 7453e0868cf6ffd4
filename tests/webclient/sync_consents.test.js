/** What all who have custody say together: the same cases as `tests/sync/test_consents.py`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PURPOSES, schoolYear, standing, together } from "../../webclient/sync/consents.js";
import { instant } from "../../webclient/sync/zone.js";

const CASES = JSON.parse(readFileSync(new URL("../sync/consents.json", import.meta.url), "utf8"));

for (const one of CASES.outcomes)
  test(one.title, () => {
    const found = together(one.custody, new Map(Object.entries(one.said)), one.kept, "2026-2027");
    assert.deepEqual(PURPOSES.filter((purpose) => found[purpose]), one.is);
  });

test("school years", () => {
  for (const [at, year] of CASES.years) assert.equal(schoolYear(instant(...at.split(" "))), year);
});

test("an outcome stands for its year", () => {
  const kept = { year: "2026-2027", answers: { album: 1 }, seats: [] };
  assert.equal(standing(kept, "2026-2027").album, 1);
  assert.equal(standing(kept, "2027-2028").album, 0);
  assert.equal(standing(null, "2026-2027").album, 0);
});
