/** New locks: innermost first, what nests something that waits, waits as well; stopped, it goes on where it was. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { due, renew } from "../../webclient/modules/people/renewal.js";

/** kind, and what it nests. @type {Record<string, [string, string[]]>} */
const SCHOOL = { school: ["school", ["parents"]], noor: ["child", ["anna"]], group: ["group", ["parents"]], parents: ["parents", ["anna"]], desk: ["desk", ["office"]] };

/** A copy in which some circles wait for themselves. @param {string[]} waiting */
function office(waiting) {
  const left = new Set(waiting);
  const seat = { id: "marga", role: "office", actsFor: () => true };
  const circles = new Map(Object.entries(SCHOOL).map(([id, [kind]]) => [id, { id, kind, links: [{}], head: { managers: ["office"], writers: [] } }]));
  const batch = {
    isDue: (/** @type {string} */ id) => left.has(id), freshen: (/** @type {string} */ id) => left.delete(id),
    readers: (/** @type {string} */ id) => SCHOOL[id][1].map((one) => ({ ref: `c:${one}` })) };
  return /** @type {any} */ ({
    left, seat: () => seat, batch: async () => batch, replica: { circles, trust: { seats: new Map([["marga", seat]]) } },
    write: async (/** @type {any} */ _, /** @type {any} */ __, /** @type {(one: any) => void} */ build) => build(batch) });
}

test("nothing waits where nobody left", async () => {
  assert.deepEqual(await due(office([])), []);
});

test("what nests something that waits, waits as well, innermost first", async () => {
  assert.deepEqual(await due(office(["parents"])), ["parents", "group", "school"]);
  assert.deepEqual(await due(office(["noor"])), ["noor"]);
});

test("progress counts each circle, and stopping leaves the rest for the next time", async () => {
  const session = office(["parents", "group", "noor"]);
  /** @type {[number, number][]} */
  const steps = [];
  assert.equal(await renew(session, (done, total) => steps.push([done, total]), () => steps.length === 1), 1);
  assert.deepEqual(steps, [[1, 4]]);
  assert.deepEqual([...session.left], ["group", "noor"]);
  assert.equal(await renew(session), 2);
  assert.deepEqual(await due(session), []);
});
