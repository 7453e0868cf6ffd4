/** One absence, and what each school is told of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf, toldOf } from "../../webclient/modules/absences/places.js";

const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY, SATURDAY] = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-04", "2026-12-05"];
const DAYS = { "": [1, 2, 5], kompas: [3, 4] };
const [r, k] = /** @type {any[]} */ ([{ host: "" }, { host: "kompas" }]);
const yara = { key: "ry", first: "Yara", born: "2018-02-03", tone: "ry", at: [{ of: r, circle: "ry" }, { of: k, circle: "ky" }] };

/** @param {Record<string, any>} body @param {any} [days] */
const told = (body, days = DAYS) => toldOf(yara, days, body).map((one) => [one.of.host, one.child, one.body.from, one.body.until]);

test("each school hears of its own days", () => {
  assert.deepEqual(told({ from: MONDAY, until: FRIDAY }), [["", "ry", MONDAY, TUESDAY], ["", "ry", FRIDAY, FRIDAY], ["kompas", "ky", WEDNESDAY, "2026-12-03"]]);
});

test("a school where it would not be that day hears nothing", () => {
  assert.deepEqual(told({ from: TUESDAY, until: TUESDAY }), [["", "ry", TUESDAY, TUESDAY]]);
  assert.deepEqual(told({ from: SATURDAY, until: SATURDAY }), []);
});

test("who does not know how long says so to both, each from its next day on", () => {
  assert.deepEqual(told({ from: TUESDAY, until: "" }), [["", "ry", TUESDAY, ""], ["kompas", "ky", WEDNESDAY, ""]]);
});

test("what is every week is of the school of that day", () => {
  assert.deepEqual(told({ from: WEDNESDAY, until: "2027-07-01", weekly: 1 }), [["kompas", "ky", WEDNESDAY, "2027-07-01"]]);
});

test("a child at one school is reported as it was entered, weekends too", () => {
  const noor = { ...yara, at: [{ of: r, circle: "rn" }] };
  assert.deepEqual(toldOf(noor, null, { from: FRIDAY, until: SATURDAY }).map(({ body }) => body), [{ from: FRIDAY, until: SATURDAY }]);
});

test("the days stand among the own settings of the own school, also before they are sent", () => {
  const source = (/** @type {any[]} */ kept, /** @type {any[]} */ waiting) => /** @type {any} */ ({ host: "", outbox: { waiting }, here: { own: () => new Set(["seat"]), replica: { ofKind: () => kept } } });
  const kept = { circle: "seat", body: { "days ry": DAYS, sharing: 9 } };
  assert.deepEqual(daysOf(yara, [source([kept], [])]), DAYS);
  assert.equal(daysOf(yara, [source([{ ...kept, circle: "another's" }], [])]), null);
  const later = { "": [1], kompas: [2] };
  assert.deepEqual(daysOf(yara, [source([kept], [{ type: "groups.settings", data: { fields: { "days ry": later } } }])]), later);
});
