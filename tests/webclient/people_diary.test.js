/** The diary from words and signed chains: a change has its line whatever the office writes or leaves out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, nested } from "../../webclient/modules/people/diary.js";

const TEAM = "team-3a";
const OFFICE = "office";

/** @param {string} sort @param {number} time @param {Record<string, any>} [more] */
function link(sort, time, more = {}) {
  return { hash: `${sort} ${time}`, head: { sort, time, seat: "marga", writers: ["self", TEAM], managers: [OFFICE], ...more } };
}

/** @param {number} time @param {Record<string, any>} body @param {string} [seat] */
function words(time, body, seat = "marga") {
  return { head: { time, seat }, body };
}

/** @param {{links?: any[], said?: any[], team?: any[], seats?: any[]}} [known] */
function copy({ links = [link("genesis", 1)], said = [], team = [], seats = [] } = {}) {
  const circles = new Map([["noor", { links, head: links[links.length - 1].head }], [TEAM, { links: team }]]);
  return /** @type {any} */ ({ replica: { circles, seats: () => [], ofKind: () => said, trust: { seats: new Map(seats.map((seat) => [seat.id, seat])) } } });
}

/** What the lines say, newest first. @param {any} session @param {number} [now] */
function said(session, now = 100) {
  return lines(session, "noor", now).map((line) => line.what);
}

test("it begins when the circle does", () => {
  assert.deepEqual(said(copy()), ["started"]);
});

test("a circle that this person does not read has no lines", () => {
  assert.deepEqual(lines(copy(), "sem"), []);
  assert.deepEqual(nested(copy(), "sem"), []);
});

test("words stand for the change of the same moment by the same seat, and for no other", () => {
  const links = [link("genesis", 1), link("change", 5), link("change", 6), link("change", 5, { seat: "corrie" })];
  assert.deepEqual(said(copy({ links, said: [words(5, { what: "joined", who: "Lies" })] })).sort(), ["changed", "changed", "joined", "started"]);
});

test("a change without words has its line, and new locks say that nobody was added", () => {
  assert.deepEqual(said(copy({ links: [link("genesis", 1), link("change", 5), link("rotate", 6)] })), ["renewed", "changed", "started"]);
});

test("words of another kind hide nothing", () => {
  const session = copy({ links: [link("genesis", 1), link("change", 5)], said: [words(5, { what: "niets bijzonders" })] });
  assert.deepEqual(said(session), ["changed", "started"]);
});

test("a team counts while it reads of the child, and not before or after", () => {
  const links = [link("genesis", 1, { writers: ["self"] }), link("change", 5), link("change", 9, { writers: ["self"] })];
  const team = [link("genesis", 0), link("change", 3), link("change", 7), link("rotate", 8), link("change", 11)];
  assert.deepEqual(lines(copy({ links, team }), "noor").filter((line) => line.what === "team").map((line) => line.time), [7]);
});

test("a teacher who leaves has a line", () => {
  const seats = [{ id: "sanne", circles: [TEAM], ended: 4, ends: 0, role: "teacher" }];
  assert.deepEqual(said(copy({ seats })), ["team", "started"]);
});

test("a place that ends has a line, once, also when only its date passed", () => {
  const koen = { id: "koen", circles: ["noor"], ended: 4, ends: 0, role: "guardian" };
  const lies = { id: "lies", circles: ["noor"], ended: 0, ends: 50, role: "guardian" };
  assert.deepEqual(said(copy({ seats: [koen, lies] }), 49), ["ended", "started"]);
  assert.deepEqual(said(copy({ seats: [koen, lies] }), 50), ["ended", "ended", "started"]);
  assert.deepEqual(said(copy({ seats: [koen], said: [words(4, { what: "ended", who: "Koen" })] })), ["ended", "started"]);
});
