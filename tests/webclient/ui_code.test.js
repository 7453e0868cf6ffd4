/** Codes are grouped while they are typed, and the caret stays behind the symbol it stood behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { caretAfter, grouped } from "../../webclient/ui/code.js";

test("a code falls into groups of five, however it is typed", () => {
  for (const typed of ["6x5hq453ze", "6X5HQ-453ZE", " 6x5 hq45 3ze "]) assert.equal(grouped(typed), "6X5HQ 453ZE");
});

test("grouping twice is grouping once", () => {
  assert.equal(grouped(grouped("6x5hq453ze0wz")), "6X5HQ 453ZE 0WZ");
});

test("nothing stays nothing, and an address is left alone", () => {
  assert.equal(grouped(""), "");
  assert.equal(grouped("https://school.example/join#6X5HQ"), "https://school.example/join#6X5HQ");
});

test("the caret follows its symbol over a new blank", () => {
  assert.equal(caretAfter("6X5HQ4", 6), 7);
  assert.equal(caretAfter("6x5", 2), 2);
  assert.equal(caretAfter("6X5HQ", 5), 5);
});
