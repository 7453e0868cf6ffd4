/** What a parent's own copy says of lunch: the days that come, what waits for them, and when a card is almost empty. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { due, planned, warningOf } from "../../webclient/modules/lunch/model.js";
import { homeOf } from "../../webclient/modules/lunch/cards.js";
import { instant } from "../../webclient/sync/zone.js";

/** A Tuesday. */
const TODAY = "2026-12-01";
const AT = instant("2026-11-20", "10:00");

/** Anna's copy: Noor has fixed days on Tuesday and Thursday; `strips` on her card. @param {{strips?: number, version?: number, items?: any[]}} [more] */
function anna({ strips = 10, version = 1, items = [] } = {}) {
  const seat = { id: "anna", role: "guardian", person: "p1", circles: ["noor"], alive: () => true, actsFor: () => true };
  const item = (/** @type {string} */ kind, /** @type {any} */ body, circle = "anna", from = "anna", time = AT) => ({ id: `${kind}${time}`, kind, circle, body, head: { seat: from, time } });
  const all = [
    item("profile", { first: "Noor", last: "V", groups: ["3A"] }, "noor"), item("lunchrules", { version: 2, days: [1, 2, 4, 5], cutoff: "11:00", text: "", price: 300, cards: [] }, "school", "marga"),
    item("lunchaccept", { version, home: ["anna"] }), item("lunchplan", { child: "noor", days: [2, 4], from: "", instead: [] }),
    ...(strips ? [item("lunchcard", { home: ["anna"], strips, bought: "2026-11-01" }, "corrie", "corrie")] : []),
    ...items.map((/** @type {[string, any, string?, number?]} */ [kind, body, from, time]) => item(kind, body, "x", from, time)),
  ];
  const circles = new Map([["lunch", { id: "lunch", kind: "lunch", links: [{ head: { time: 1 } }] }], ["noor", { id: "noor", kind: "child", links: [] }]]);
  const seats = new Map([["anna", seat], ["corrie", { id: "corrie", role: "lunch", person: "p2", circles: [] }], ["koen", { id: "koen", role: "guardian", person: "p3", circles: ["mila"] }]]);
  const replica = { circles, trust: { charter: { school: "school" }, seats, groups: [], hasEnded: () => false }, seats: () => [seat],
    ofKind: (/** @type {string} */ kind, circle = "") => all.filter((one) => one.kind === kind && (!circle || one.circle === circle)) };
  return /** @type {any} */ ({ replica, own: () => new Set(["anna"]), seat: () => null });
}

test("lunch days stand in the own time, without a child's name, and a change makes them anew", () => {
  const found = planned(anna(), TODAY, "2026-12-07");
  assert.deepEqual(found.map((one) => [one.day, one.child, one.version]), [["2026-12-01", "noor", AT], ["2026-12-03", "noor", AT]]);
  assert.ok(found.every((one) => !one.title.includes("Noor")));
  const off = [["lunchday", { child: "noor", day: TODAY, stay: 0 }, "anna", AT + 5]];
  assert.deepEqual(planned(anna({ items: off }), TODAY, "2026-12-07").map((one) => [one.day, one.version]), [["2026-12-03", AT + 5]]);
});

test("a word about somebody else's child changes nothing", () => {
  const off = [["lunchday", { child: "noor", day: TODAY, stay: 0 }, "koen", AT + 5]];
  assert.equal(planned(anna({ items: off }), TODAY, TODAY).length, 1);
});

test("the last strip, too few for what is planned, and nothing left", () => {
  const charged = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => ["lunchcharge", { home: ["anna"], child: "noor", day: `2026-11-${10 + at}`, strips: 1 }, "corrie", AT + at]);
  const said = (/** @type {number} */ count) => warningOf(anna({ strips: 5, items: charged(count) }), TODAY);
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(said), ["", "", "short", "short", "last", "short", "owed"]);
});

test("new rules wait for an answer, and so does an empty card", () => {
  assert.deepEqual(due(anna(), instant(TODAY)).map((one) => one.id), ["lunch-rules"]);
  assert.deepEqual(due(anna({ version: 2, strips: 1 }), instant(TODAY)).map((one) => one.id), ["lunch-last"]);
  assert.deepEqual(due(anna({ version: 2 }), instant(TODAY)), []);
});

test("who names a home must be named by it", () => {
  const claims = (/** @type {string[]} */ home) => [["lunchaccept", { version: 2, home }, "koen", AT + 9]];
  assert.deepEqual(homeOf(anna({ items: claims(["koen", "anna"]) }), "koen"), ["koen"]);
  assert.deepEqual(homeOf(anna({ items: claims(["koen", "anna"]) }), "anna"), ["anna"]);
});
