/** The consent of a second person: the same refusals as `sync/acts.py`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkGuard, checkListing, Guards } from "../../webclient/sync/acts.js";

const HEAD = { author: "marga", circles: ["sem"], locator: "brief", n: 9 };
const REFUSED = { code: "needs-approval" };

/** A log that protects Sem at 5, or says at `renewed` that the letter is in place of another. @param {[string, number][]} given @param {{child?: string, locator?: string, renewed?: number}} [more] */
function log(given, { child = "sem", locator = "brief", renewed = 0 } = {}) {
  const found = new Guards();
  if (renewed) found.take(renewed, { kind: "renew", locator: "brief", replaces: "oud" });
  else found.take(5, { kind: "protect", circles: ["sem"] });
  for (const [author, n] of given) found.take(n, { kind: "approve", author, circles: [child], locator });
  return found;
}

test("a protected child takes nobody in on one person's word", () => {
  assert.throws(() => checkGuard(HEAD, log([])), REFUSED);
  assert.throws(() => checkGuard(HEAD, log([["marga", 7]])), REFUSED);
  assert.doesNotThrow(() => checkGuard(HEAD, log([["corrie", 7]])));
});

test("a consent counts for one letter and one child, and only from before", () => {
  assert.throws(() => checkGuard(HEAD, log([["corrie", 7]], { child: "daan" })), REFUSED);
  assert.throws(() => checkGuard(HEAD, log([["corrie", 7]], { locator: "ander" })), REFUSED);
  assert.throws(() => checkGuard(HEAD, log([["corrie", 10]])), REFUSED);
});

test("who was invited before the protection needed nobody", () => {
  assert.doesNotThrow(() => checkGuard({ ...HEAD, n: 4 }, log([])));
  assert.doesNotThrow(() => checkGuard({ ...HEAD, circles: ["daan"] }, log([])));
});

test("who comes to read needs the same", () => {
  const seat = /** @type {any} */ ({ locator: "brief" });
  assert.throws(() => checkListing("sem", seat, "marga", log([["marga", 7]]).approvals), REFUSED);
  assert.doesNotThrow(() => checkListing("sem", seat, "marga", log([["corrie", 7]]).approvals));
});

test("a letter in place of a lost one needs two, if that was said before", () => {
  assert.throws(() => checkGuard(HEAD, log([["marga", 7]], { renewed: 6 })), REFUSED);
  assert.doesNotThrow(() => checkGuard(HEAD, log([["corrie", 7]], { renewed: 6 })));
  assert.throws(() => checkGuard({ ...HEAD, circles: [] }, log([["corrie", 7]], { renewed: 6 })), REFUSED);
  assert.equal(log([], { renewed: 6 }).replaced(HEAD), "oud");
  assert.equal(log([], { renewed: 10 }).replaced(HEAD), "");
});
