/** Lists of a duty that a device wrote on an old copy: they go, the newest one stays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onDuty, spareLists } from "../../webclient/modules/lunch/duties.js";
import { instant } from "../../webclient/sync/zone.js";

const DAY = "2026-12-01";
const duty = { id: "d", kind: "lunchduty", head: { seat: "corrie", time: 1 }, body: { seat: "jeroen", day: DAY, from: "11:30", until: "13:30" } };
const list = (id, of, time, seat = "corrie") => ({ id, kind: "dutylist", head: { seat, time }, body: { duty: of, children: [] } });

/** Somebody's copy. */
function copy(own, ...all) {
  const items = new Map(all.map((item) => [item.id, item]));
  return /** @type {any} */ ({ own: () => new Set([own]), replica: { items, seats: () => [{ id: own, role: "guardian", alive: () => true }], ofKind: (kind) => [...items.values()].filter((item) => item.kind === kind) } });
}

test("of a duty that was called off each list goes, of one that stands all but the newest, of a colleague none", () => {
  const here = copy("corrie", duty, list("old", "d", 5), list("new", "d", 9), list("orphan", "gone", 7), list("theirs", "gone", 7, "els"));
  assert.deepEqual(spareLists(here).map((item) => item.id).sort(), ["old", "orphan"]);
});

test("a helper sees the newest list", () => {
  const here = copy("jeroen", duty, list("old", "d", 5), list("new", "d", 9));
  assert.equal(onDuty(here, instant(DAY, "12:00"))?.list.id, "new");
});
