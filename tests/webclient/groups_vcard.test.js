/** A card for contacts: no value ends early, no line is too long, nothing is added that nobody shared. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, vcard } from "../../webclient/modules/groups/vcard.js";

const PLAIN = { name: "Anna V.", note: "Ouder van Noor, groep 3A", phone: "06-12345678" };

test("a card has what was shared and nothing else", () => {
  assert.equal(vcard(PLAIN), [
    "BEGIN:VCARD", "VERSION:4.0", "FN:Anna V.", "N:;Anna V.;;;", "TEL;TYPE=cell:06-12345678",
    "NOTE:Ouder van Noor\\, groep 3A", "END:VCARD", ""].join("\r\n"));
});

test("what separates values is escaped", () => {
  const text = vcard({ name: "A;B,C\\D", note: "" });
  assert.ok(text.includes("FN:A\\;B\\,C\\\\D\r\n"));
});

test("no value starts a line of its own", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const lines = unfolded(vcard({ ...PLAIN, name: `Anna${end}TEL:0900-1234`, address: `Kanarieweg 1${end}EMAIL:x@y.example` }));
    assert.equal(lines.filter((line) => line.startsWith("TEL")).length, 1);
    assert.equal(lines.filter((line) => line.startsWith("EMAIL")).length, 0);
    assert.ok(lines.includes("ADR;TYPE=home:;;Kanarieweg 1\\nEMAIL:x@y.example;;;;"));
  }
});

test("other control characters are left out", () => {
  assert.ok(vcard({ name: "An\u0000na\u0007", note: "" }).includes("FN:Anna\r\n"));
});

test("long lines are folded at 75 bytes, between symbols", () => {
  const name = "Żółć🐦".repeat(30);
  const text = vcard({ name, note: "" });
  for (const line of text.split("\r\n")) {
    assert.ok(new TextEncoder().encode(line).length <= 75);
    assert.ok(line.isWellFormed());
  }
  assert.ok(unfolded(text).includes(`FN:${name}`));
});

test("a file is named after the person", () => {
  assert.equal(fileName("Zoë d'Arc / 3A"), "zoe-d-arc-3a.vcf");
  assert.equal(fileName("…"), "kring.vcf");
});

/** @param {string} text */
function unfolded(text) {
  return text.replaceAll("\r\n ", "").split("\r\n");
}
