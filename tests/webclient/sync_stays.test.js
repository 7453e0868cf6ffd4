/** Who stays for lunch, who pays and why, and what is left: the same cases as `tests/sync/test_stays.py`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { balance, homes, verdict, withoutLunch, worth } from "../../webclient/sync/stays.js";
import { instant } from "../../webclient/sync/zone.js";

const CASES = JSON.parse(readFileSync(new URL("../sync/stays.json", import.meta.url), "utf8"));

const fact = (one, at) => ({ id: String(at), at: one.utc ? Date.parse(one.utc) : instant(...one.on.split(" ")), ...one });
const words = ({ stays, pays, why, seat }) => why + (stays ? " in" : "") + (pays ? ` pays ${seat}` : "");

for (const one of CASES.verdicts)
  test(one.title, () => {
    const found = verdict(one.day, one.rules ?? CASES.rules, one.plans.map(fact), one.changes.map(fact), one.there ?? false);
    assert.equal(words(found), one.is);
  });

for (const one of CASES.balances)
  test(one.title, () => {
    const { left, owed, lost } = balance(one.cards, one.charges, one.today);
    assert.deepEqual([left, owed, lost], one.is);
  });

for (const one of CASES.worth)
  test(one.title, () => assert.equal(worth(one.cards, one.charges, one.today, one.price), one.is));

test("who shares a card, and which parts of a day are without lunch", () => {
  for (const one of CASES.homes) assert.deepEqual(homes(one.of), one.is);
  for (const one of CASES.without_lunch) assert.equal(withoutLunch(one.of), one.is);
});
