/** How offers stand in the browser: what is free, what is mine, what changed, and a claim that its letter does not make. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { claimOf, claimsOf, free, hasOf, isTrue, leave, mine, moved, recount, restate, taken } from "../../webclient/sync/claims.js";

/** @param {Partial<import("../../webclient/sync/types.js").OfferAt>} [more] */
const offer = (more = {}) => /** @type {any} */ ({ offer: "o", circle: "c", terms: { slots: [["s", 2], ["t", 0]] }, slots: [["s", 1, 0], ["t", 5, 0]], claims: [], answered: [], ...more });
const claim = (/** @type {any} */ more = {}) => ({ record: "r", slot: "s", count: 1, state: "taken", at: 1, place: 0, ...more });
/** @param {any} body @param {any} state */
const session = (body, state) => /** @type {any} */ ({
  own: () => new Set(["me"]),
  replica: { offers: new Map([["o", state]]), items: new Map([["r", { id: "r", head: { seat: "me" }, body }]]) },
});

test("what is free, and where there is no limit", () => {
  const here = session({}, offer());
  assert.equal(free(here, "o", "s"), 1);
  assert.equal(free(here, "o", "t"), null);
});

test("a claim counts if its letter makes it", () => {
  const body = { offer: "o", slot: "s" };
  assert.equal(mine(session(body, offer({ claims: [claim()] })), "o").length, 1);
  for (const lie of [{ slot: "t" }, { count: 2 }, { record: "x" }]) assert.deepEqual(claimsOf(session(body, offer({ claims: [claim(lie)] })), "o"), []);
  assert.ok(!isTrue(claim(), "another", body));
});

test("who moves keeps the old slot until the new one is there", () => {
  const body = moved({ offer: "o", slot: "s", note: "n" }, "t");
  assert.deepEqual(body, { offer: "o", slot: "t", from: "s", note: "n" });
  assert.deepEqual(taken(body, { wait: 1 }), { offer: "o", slot: "t", count: 1, child: "", wait: 1, seat: "" });
  const here = session(body, offer({ claims: [claim(), claim({ slot: "t", state: "waiting", place: 1 })] }));
  assert.equal(claimOf(here, "r")?.state, "waiting");
  assert.equal(hasOf(here, "r")?.slot, "s");
  assert.equal(mine(here, "o").length, 2);
});

test("what changed is said once", () => {
  const known = new Map();
  assert.deepEqual(restate(known, [offer({ claims: [claim({ state: "waiting" })] })]), ["r"]);
  assert.deepEqual(restate(known, [offer({ claims: [claim({ state: "waiting" })] })]), []);
  assert.deepEqual(restate(known, [offer({ claims: [claim()] })]), ["r"]);
  assert.deepEqual(restate(known, [offer()]), ["r"]);
});

test("newer numbers, and a circle that was left", () => {
  const known = new Map([["o", offer()]]);
  recount(known, [["o", [["s", 2, 1]]], ["unknown", []]]);
  assert.deepEqual(known.get("o").slots, [["s", 2, 1]]);
  leave(known, "other");
  assert.equal(known.size, 1);
  leave(known, "c");
  assert.equal(known.size, 0);
});
