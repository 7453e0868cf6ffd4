/** What the office's page about a child says of its adults, and what each of two people of the office can do. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ready } from "../../webclient/crypto/random.js";
import { newToken, readToken } from "../../webclient/crypto/token.js";
import { childPage, findChildren } from "../../webclient/modules/people/child.js";
import { consent } from "../../webclient/sync/acts.js";

const NOW = 1000;

before(ready);

/** @param {{guardians?: any[], seats?: any[], pending?: any[], approvals?: [string, Map<string, number>][], me?: string}} [known] */
function office({ guardians = [], seats = [], pending = [], approvals = [], me = "marga" } = {}) {
  const body = { number: "9", child: "sem", first: "Sem", particle: "", last: "Kuyper", groups: ["3A"], guardians, pending, protected: 1 };
  const trust = { seats: new Map(seats.map((seat) => [seat.id, seat])), guards: { approvals: new Map(approvals) } };
  return /** @type {any} */ ({ person: me, replica: { ofKind: () => [{ body }], trust } });
}

/** How one adult stands. @param {any} entry @param {any} [seat] */
function standing(entry, seat) {
  const page = childPage(office({ guardians: [{ key: "a", seat: "s", name: "Irina", deadline: NOW + 1, ...entry }], seats: seat ? [{ id: "s", starts: 0, ends: 0, ended: 0, person: "", ...seat }] : [] }), "9", NOW);
  return page?.adults[0].standing;
}

test("an adult's standing follows from signed facts and dates", () => {
  assert.equal(standing({}, {}), "open");
  assert.equal(standing({ deadline: NOW - 1 }, {}), "expired");
  assert.equal(standing({}, { person: "irina" }), "joined");
  assert.equal(standing({}, { person: "irina", starts: NOW + 1 }), "later");
  assert.equal(standing({}, { person: "irina", ends: NOW }), "over");
  assert.equal(standing({}, { person: "irina", ended: 5 }), "over");
  assert.equal(standing({}, { ended: 5 }), "withdrawn");
  assert.equal(standing({ ended: 5 }), "withdrawn");
});

test("a role that is not named is a guardian's", () => {
  assert.deepEqual(childPage(office({ guardians: [{ key: "a", seat: "s", name: "Irina" }, { key: "b", seat: "t", name: "Truus", role: "guest" }] }), "9", NOW)?.adults.map((one) => one.role), ["guardian", "guest"]);
});

test("a proposal waits for somebody else than who made it", () => {
  const token = newToken();
  const pending = [{ key: "o", name: "Olga", relation: "", role: "guardian", token, by: "marga" }];
  const step = (/** @type {string} */ me, /** @type {string[]} */ seconds, child = "sem") =>
    childPage(office({ pending, me, approvals: [[consent(child, readToken(token).locator), new Map(seconds.map((who) => [who, 1]))]] }), "9", NOW)?.proposals[0].step;
  assert.equal(step("marga", []), "wait");
  assert.equal(step("corrie", []), "consent");
  assert.equal(step("corrie", ["corrie"]), "consented");
  assert.equal(step("marga", ["corrie"]), "ready");
  assert.equal(step("marga", ["marga"]), "consented");
  assert.equal(step("corrie", [], "daan"), "consent");
  assert.equal(step("marga", ["corrie"], "daan"), "wait");
});

test("a child is found by its names, its number, its group and its adults", () => {
  const session = office({ guardians: [{ key: "a", seat: "s", name: "Irina Kuyper" }, { key: "b", seat: "t", name: "Victor", ended: 5 }] });
  for (const typed of ["sem", "kuy", "9", "3a irina", "IRINA"]) assert.equal(findChildren(session, typed).length, 1, typed);
  for (const typed of ["noor", "victor", "sem 5b"]) assert.equal(findChildren(session, typed).length, 0, typed);
});
