/** The consent of a second person: the same refusals as `sync/acts.py`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkGuard, checkListing, consent } from "../../webclient/sync/acts.js";

const SEM = new Map([["sem", 5]]);
const HEAD = { author: "marga", circles: ["sem"], locator: "brief", n: 9 };
const REFUSED = { code: "needs-approval" };

/** @param {[string, number][]} given @param {string} [child] @param {string} [locator] */
function consents(given, child = "sem", locator = "brief") {
  return new Map([[consent(child, locator), new Map(given)]]);
}

test("a protected child takes nobody in on one person's word", () => {
  assert.throws(() => checkGuard(HEAD, SEM, new Map()), REFUSED);
  assert.throws(() => checkGuard(HEAD, SEM, consents([["marga", 7]])), REFUSED);
  assert.doesNotThrow(() => checkGuard(HEAD, SEM, consents([["corrie", 7]])));
});

test("a consent counts for one letter and one child, and only from before", () => {
  assert.throws(() => checkGuard(HEAD, SEM, consents([["corrie", 7]], "daan")), REFUSED);
  assert.throws(() => checkGuard(HEAD, SEM, consents([["corrie", 7]], "sem", "ander")), REFUSED);
  assert.throws(() => checkGuard(HEAD, SEM, consents([["corrie", 10]])), REFUSED);
});

test("who was invited before the protection needed nobody", () => {
  assert.doesNotThrow(() => checkGuard({ ...HEAD, n: 4 }, SEM, new Map()));
  assert.doesNotThrow(() => checkGuard({ ...HEAD, circles: ["daan"] }, SEM, new Map()));
});

test("who comes to read needs the same", () => {
  const seat = /** @type {any} */ ({ locator: "brief" });
  assert.throws(() => checkListing("sem", seat, "marga", consents([["marga", 7]])), REFUSED);
  assert.doesNotThrow(() => checkListing("sem", seat, "marga", consents([["corrie", 7]])));
});
