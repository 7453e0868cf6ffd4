/** Working hours: what is written in the evening arrives in the morning, of whichever colleague comes first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOpen, opensAt } from "../../webclient/modules/messages/hours.js";

/** @type {import("../../webclient/modules/messages/hours.js").Days} */
const EARLY = { 1: ["08:00", "16:30"], 2: ["08:00", "16:30"], 3: ["08:00", "12:00"] };
/** @type {import("../../webclient/modules/messages/hours.js").Days} */
const LATE = { 4: ["09:00", "15:00"], 5: ["09:00", "15:00"] };
const at = (/** @type {string} */ text) => new Date(text);

test("a time falls in the hours of its day", () => {
  assert.equal(isOpen(EARLY, at("2026-11-23T08:00")), true);
  assert.equal(isOpen(EARLY, at("2026-11-23T16:29")), true);
  assert.equal(isOpen(EARLY, at("2026-11-23T16:30")), false);
  assert.equal(isOpen(EARLY, at("2026-11-26T10:00")), false);
});

test("who said nothing answers at any time", () => {
  assert.equal(isOpen({}, at("2026-11-22T23:00")), true);
  assert.equal(opensAt([], at("2026-11-22T23:00")), at("2026-11-22T23:00").getTime());
});

test("in the evening it waits for the morning", () => {
  assert.equal(opensAt([EARLY], at("2026-11-23T21:30")), at("2026-11-24T08:00").getTime());
  assert.equal(opensAt([EARLY], at("2026-11-23T06:10")), at("2026-11-23T08:00").getTime());
});

test("of a team whoever comes first", () => {
  assert.equal(opensAt([EARLY, LATE], at("2026-11-25T20:00")), at("2026-11-26T09:00").getTime());
  assert.equal(opensAt([EARLY, LATE], at("2026-11-26T10:00")), at("2026-11-26T10:00").getTime());
});

test("over a weekend, and over the change of the clock", () => {
  assert.equal(opensAt([EARLY], at("2026-11-27T10:00")), at("2026-11-30T08:00").getTime());
  assert.equal(opensAt([EARLY], at("2027-03-26T10:00")), at("2027-03-29T08:00").getTime());
});
