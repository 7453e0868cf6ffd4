/** Files find their child by name or number; where two could be meant, nobody is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { matchFiles } from "../../webclient/modules/bookshelf/match.js";

const CHILDREN = [
  { id: "noor", number: "1041", first: "Noor", last: "Vinkelaar" },
  { id: "noor-b", number: "1042", first: "Noor", last: "van den Berg" },
  { id: "mila", number: "3", first: "Míla", last: "Sijsjesmeer" },
  { id: "jan", number: "1044", first: "Jan Pieter", last: "Smit" },
];

/** @param {string} name */
const one = (name) => matchFiles([name], CHILDREN)[0];

test("by first and last name, whatever stands between and around", () => {
  assert.equal(one("Rapport_Noor_Vinkelaar_2026.pdf"), "noor");
  assert.equal(one("berg, noor van den - rapport.PDF"), "noor-b");
  assert.equal(one("SMIT Jan-Pieter.docx"), "jan");
});

test("by a number of its own, not by any figure in the name", () => {
  assert.equal(one("1042.pdf"), "noor-b");
  assert.equal(one("rapport 1041 groep 3.pdf"), "noor");
  assert.equal(one("rapport groep 3.pdf"), "");
});

test("by the first name alone where there is one such child; accents do not matter", () => {
  assert.equal(one("rapport mila.pdf"), "mila");
  assert.equal(one("Rapport Noor.pdf"), "");
});

test("name and number that contradict each other are nobody's", () => {
  assert.equal(one("1042 Noor Vinkelaar.pdf"), "");
  assert.equal(one("1041 Noor Vinkelaar.pdf"), "noor");
});

test("a part of a word is not a name", () => {
  assert.equal(one("noordzee vinkelaarster.pdf"), "");
  assert.deepEqual(matchFiles(["", "....", "Milano.pdf"], CHILDREN), ["", "", ""]);
});

test("each file for itself, in their order", () => {
  assert.deepEqual(matchFiles(["Mila 2.pdf", "x.pdf", "mila.pdf"], CHILDREN), ["mila", "", "mila"]);
});
