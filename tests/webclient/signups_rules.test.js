import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../../webclient/modules/absences/rules.js";
import { isStale, lacking, remaining, seatAll, sheet, shown, stateOf, tally } from "../../webclient/modules/signups/rules.js";

const yes = { id: "y", kind: "yesno", label: "Kom je?", required: 1 };
const many = { id: "m", kind: "many", label: "Waarvan?", required: 0, options: [{ id: "a", text: "Appel" }, { id: "b", text: "Brood" }] };
const drive = { id: "d", kind: "drivers", label: "Hoe?", required: 1, slots: [{ id: "s", text: "", capacity: 6 }] };
const consent = { id: "c", kind: "consent", label: "Goed?", required: 1, version: 2, legal: "Nieuw" };
const word = (/** @type {string} */ key) => key;

/** An answer as an organiser sees it. @param {Record<string, any>} values @param {any[]} [places] */
function row(values, places = []) {
  return { id: "", child: "", seat: "", name: "Noor", values, phone: "", behalf: false, again: false, at: 0, places };
}

/** A place of the drivers' question. @param {number} count @param {string} [state] */
function seats(count, state = "taken") {
  return { id: "", question: "d", slot: "s", count, state, place: 0, body: {} };
}

test("a form opens at its hour and closes at its own", () => {
  const form = { opens: 10, closes: 20 };
  assert.deepEqual([9, 10, 19, 20].map((now) => stateOf(form, now)), ["soon", "open", "open", "closed"]);
  assert.equal(stateOf({ opens: 0, closes: 0 }, 1e15), "open");
});

test("no is an answer, nothing is not", () => {
  assert.deepEqual(lacking([yes, many], { y: 0 }, []), []);
  assert.deepEqual(lacking([yes, many], {}, []), ["y"]);
  assert.deepEqual(lacking([{ ...many, required: 1 }], { m: [] }, []), ["m"]);
});

test("who drives says with how many seats", () => {
  assert.deepEqual(lacking([drive], { d: "drive" }, []), ["d"]);
  assert.deepEqual(lacking([drive], { d: "drive" }, [{ question: "d", slot: "s", count: 3 }]), []);
  assert.deepEqual(lacking([drive], { d: "ride" }, []), []);
});

test("a consent to other words is none", () => {
  assert.ok(isStale([consent], { c: { agreed: 1, version: 1 } }));
  assert.ok(!isStale([consent], { c: { agreed: 0, version: 2 } }));
  assert.deepEqual(lacking([consent], { c: { agreed: 1, version: 1 } }, []), ["c"]);
});

test("what is counted: choices, seats that were given, consents", () => {
  const rows = [row({ y: 1, m: ["a", "b"], d: "drive", c: { agreed: 1, version: 2 } }, [seats(3)]), row({ y: 1, m: ["a"], d: "ride" }), row({ y: 0, d: "drive" }, [seats(4, "waiting")])];
  assert.deepEqual(tally([yes, many, drive, consent], rows), { y: { 1: 2, 0: 1 }, m: { a: 2, b: 1 }, d: { s: 3, drive: 2, ride: 1 }, c: { 1: 1 } });
});

test("numbers are added, texts only counted", () => {
  const [number, text] = [{ ...yes, id: "n", kind: "number" }, { ...yes, id: "t", kind: "text" }];
  assert.deepEqual(tally([number, text], [row({ n: 2, t: "hoi" }), row({ n: 3, t: "" })]), { n: { sum: 5 }, t: { given: 1 } });
});

test("answers in words", () => {
  assert.equal(shown(many, row({ m: ["a", "b"] }), word), "Appel, Brood");
  assert.equal(shown(yes, row({ y: 0 }), word), "no");
  assert.equal(shown(drive, row({ d: "drive" }, [seats(3, "waiting")]), word), "drive (3) (waiting-short)");
  assert.equal(shown(yes, row({}), word), "");
});

test("a spreadsheet gets text and no formulas", () => {
  const text = { ...yes, id: "t", kind: "text", label: "=Wat?" };
  assert.equal(csv(sheet([text], [row({ t: "@SUM(A1);x" })], word)), "who;'=Wat?\r\nNoor;\"'@SUM(A1);x\"\r\n");
});

test("a clock that counts down", () => {
  assert.deepEqual(remaining(90_061_000), { days: 1, hours: 1, minutes: 1, seconds: 1 });
  assert.deepEqual(remaining(-5), { days: 0, hours: 0, minutes: 0, seconds: 0 });
});

test("each child sits with its own parent, the rest where there is room, nobody on a lap", () => {
  const cars = [{ id: "1", seats: 2, child: "noor" }, { id: "2", seats: 3, child: "mila" }];
  const plan = seatAll(cars, ["noor", "mila", "yara", "sem", "gijs", "daan"]);
  assert.ok(plan[1].includes("noor") && plan[2].includes("mila"));
  assert.deepEqual([plan[1].length, plan[2].length], [2, 3]);
  assert.equal(new Set([...plan[1], ...plan[2]]).size, 5);
  assert.deepEqual(seatAll([], ["noor"]), {});
});

test("a file is an answer by being there, and is called by its name", () => {
  const file = { id: "f", kind: "file", label: "Diploma", required: 1 };
  const given = row({ f: [{ blob: "b", key: "k", name: "diploma.jpg" }, { blob: "c", key: "k", name: "B.pdf" }] });
  assert.deepEqual([lacking([file], { f: [] }, []), lacking([file], given.values, [])], [["f"], []]);
  assert.equal(shown(file, given, word), "diploma.jpg, B.pdf");
  assert.deepEqual(tally([file], [given, row({ f: [] }), row({})]), { f: { given: 1 } });
});
