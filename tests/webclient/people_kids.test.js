/** A child that goes to two schools is one child, and no two children ever are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { circleAt, kids } from "../../webclient/modules/people/kids.js";

/** A school as screens read it, with own children [circle, first, born]. @param {string} host @param {[string, string, string?][]} children @returns {any} */
function source(host, children) {
  const circles = new Map(children.map(([circle]) => [circle, { kind: "child" }]));
  const items = children.map(([circle, first, born]) => ({ circle, body: { first, last: "el Masri", born, groups: [] } }));
  const replica = { circles, seats: () => [{ role: "guardian", circles: [...circles.keys()] }], ofKind: (/** @type {string} */ kind) => (kind === "profile" ? items : []) };
  return { here: { replica }, host, name: host, other: host !== "" };
}

test("the same first name and day of birth at two schools: one child, with a circle at each", () => {
  const [r, k] = [source("", [["ry", "Yara", "2018-02-03"], ["rn", "Noor", "2016-05-05"]]), source("k", [["ky", "yara ", "2018-02-03"]])];
  const [noor, yara] = kids([r, k]);
  assert.deepEqual([noor.first, yara.first], ["Noor", "Yara"]);
  assert.deepEqual([circleAt(yara, r), circleAt(yara, k), circleAt(noor, k)], ["ry", "ky", ""]);
});

test("its colour is the same whichever school is shown", () => {
  const [r, k] = [source("", [["ry", "Yara", "2018-02-03"]]), source("k", [["ky", "Yara", "2018-02-03"]])];
  assert.deepEqual([kids([r, k])[0].tone, kids([k, r])[0].tone], ["ry", "ry"]);
});

test("another day of birth, or none: another child", () => {
  assert.equal(kids([source("", [["a", "Yara", "2018-02-03"]]), source("k", [["b", "Yara", "2018-02-04"]])]).length, 2);
  assert.equal(kids([source("", [["a", "Yara"]]), source("k", [["b", "Yara"]])]).length, 2);
});

test("two at one school are two", () => {
  assert.equal(kids([source("", [["a", "Sam", "2018-02-03"], ["b", "Sam", "2018-02-03"]])]).length, 2);
});
