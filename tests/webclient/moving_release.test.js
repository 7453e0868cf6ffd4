/** A dossier is let go by what is known at that moment. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { release } from "../../webclient/modules/moving/departures.js";

const [fatima, koen] = [{ id: "fatima", role: "guardian", circles: ["mila"], alive: () => true }, { id: "koen", role: "guardian", circles: ["mila"], alive: () => true }];
const said = { id: "d", kind: "departure", hash: "h1", head: { seat: "fatima", time: 1 }, body: { child: "mila", last: "2026-12-01", parts: [] } };
const agreed = (agrees, time) => ({ id: `a${time}`, kind: "agreement", head: { seat: "koen", time }, body: { departure: "d", of: "h1", agrees } });

/** The office, whose copy learns more as soon as it asks; `more`: what that changes in its records. */
function office(more) {
  const items = new Map([said, agreed(1, 2)].map((item) => [item.id, item]));
  const ofKind = (kind) => [...items.values()].filter((item) => item.kind === kind);
  const trust = { seats: new Map([fatima, koen].map((seat) => [seat.id, seat])), guards: { protected: new Set() }, charter: {} };
  const written = [];
  return { written, replica: { items, ofKind, trust }, sync: async () => more(items), write: async () => void written.push(1) };
}

for (const [name, more] of /** @type {[string, (items: Map<string, any>) => void][]} */ ([
  ["taken back", (items) => items.delete("d")],
  ["changed", (items) => items.set("d", { ...said, hash: "h2" })],
  ["refused", (items) => items.set("a3", agreed(0, 3))],
]))
  test(`what was ${name} meanwhile is not let go`, async () => {
    const here = office(more);
    await assert.rejects(release(/** @type {any} */ (here), /** @type {any} */ (said), "De Regenboog"), { code: "not-agreed" });
    assert.deepEqual(here.written, []);
  });

test("what a colleague let go meanwhile is not let go again", async () => {
  const here = office((items) => items.set("gone", { id: "gone", kind: "departed", head: {}, body: { departure: "d" } }));
  await release(/** @type {any} */ (here), /** @type {any} */ (said), "De Regenboog");
  assert.deepEqual(here.written, []);
});
