/** A month of lunches in figures, and the caterer's week: no names, and no formula for a spreadsheet. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../../webclient/modules/absences/rules.js";
import { amount, catererTable, countNeeds, lastDay, linesOf, monthNext, monthTable } from "../../webclient/modules/lunch/month.js";

const NAMES = { a: { first: "Noor", group: "3A" }, b: { first: "=Bram", group: "5B" } };
const CHARGES = [
  { child: "b", day: "2026-12-01", why: "planned", strips: 1 }, { child: "a", day: "2026-12-03", why: "late-off", strips: 1 },
  { child: "a", day: "2026-12-01", why: "unexpected", strips: 1 }, { child: "a", day: "2026-11-30", why: "planned", strips: 1 },
];
const eater = (/** @type {any} */ more) => ({ child: "x", first: "Mila", group: "3A", why: "planned", there: 0, stays: true, pays: true, needs: { allergens: [], allergies: "" }, ...more });

test("months, over the end of a year and of February", () => {
  assert.deepEqual([monthNext("2026-12", 1), monthNext("2027-01", -1), monthNext("2028-02", 1), monthNext("2027-03", -1)], ["2027-01", "2026-12", "2028-03", "2027-02"]);
});

test("a card is good to the end of a month", () => {
  assert.deepEqual([lastDay("2026-12-05", 1), lastDay("2026-11-30", 3), lastDay("2026-01-31", 12)], ["2027-01-31", "2027-02-28", "2027-01-31"]);
});

test("a line a child, of that month only", () => {
  const lines = linesOf(CHARGES, "2026-12", (child) => NAMES[child]);
  assert.deepEqual(lines.map((line) => [line.first, line.days.length, line.late, line.unexpected, line.strips]), [["Noor", 2, 1, 1, 2], ["=Bram", 1, 0, 0, 1]]);
});

test("what is saved holds amounts as they are written here, and no formula", () => {
  const rows = monthTable(linesOf(CHARGES, "2026-12", (child) => NAMES[child]), ["kind", "groep", "dagen", "aantal", "laat", "niet", "bedrag"], 275);
  assert.deepEqual(rows[1], ["Noor", "3A", "2026-12-01 2026-12-03", "2", "1", "1", "5,50"]);
  assert.match(csv(rows), /\r\n'=Bram;5B;2026-12-01;1;0;0;2,75\r\n/);
  assert.equal(amount(5), "0,05");
});

test("the kitchen gets numbers: who was called off does not count, and a name in somebody's words does not pass", () => {
  const eaters = [eater({ needs: { allergens: ["nuts", "milk"], allergies: "Mila mag echt geen noten" } }), eater({ needs: { allergens: ["nuts"], allergies: "" } }), eater({ stays: false, pays: true, needs: { allergens: ["egg"], allergies: "" } }), eater({ stays: false, there: 5 })];
  assert.deepEqual(countNeeds(eaters), { all: 3, needs: [["nuts", 2], ["milk", 1], ["other", 1]] });
  const rows = catererTable([{ day: "2026-12-01", eaters }, { day: "2026-12-03", eaters: [] }], (code) => code);
  assert.deepEqual(rows, [["day", "count", "milk", "nuts", "other"], ["2026-12-01", "3", "1", "2", "1"], ["2026-12-03", "0", "0", "0", "0"]]);
  assert.doesNotMatch(csv(rows), /Mila/);
});
