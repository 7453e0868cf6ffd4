/** Birthdays come in the order in which they are: this month first, round to the month before it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { byMonth } from "../../webclient/modules/groups/birthdays.js";

const NOVEMBER = new Date(2026, 10, 24);
const CHILDREN = [
  { first: "Yara", born: "2018-03-09" },
  { first: "Noor", born: "2018-11-30" },
  { first: "Bram", born: "2017-11-02" },
  { first: "Anouk", born: "2018-11-30" },
  { first: "Mila", born: "2018-10-01" },
];

test("this month comes first, the month before it last", () => {
  assert.deepEqual(byMonth(CHILDREN, NOVEMBER).map((one) => one.month), [11, 3, 10]);
});

test("within a month by day, then by name", () => {
  assert.deepEqual(byMonth(CHILDREN, NOVEMBER)[0].birthdays.map((one) => one.first), ["Bram", "Anouk", "Noor"]);
});

test("how old somebody turns counts from the year of that birthday", () => {
  const turns = Object.fromEntries(byMonth(CHILDREN, NOVEMBER).flatMap((one) => one.birthdays).map((one) => [one.first, one.turns]));
  assert.deepEqual(turns, { Bram: 9, Anouk: 8, Noor: 8, Yara: 9, Mila: 9 });
});

test("29 February stands in February", () => {
  assert.deepEqual(byMonth([{ first: "Sem", born: "2020-02-29" }], NOVEMBER).map(({ month, birthdays }) => [month, birthdays[0].day]), [[2, 29]]);
});

test("what is no date is left out", () => {
  assert.deepEqual(byMonth([{ first: "A", born: "" }, { first: "B", born: "3 mei" }, { first: "C", born: "2018-13-01" }, { first: "D", born: "2018-01-00" }], NOVEMBER), []);
});
