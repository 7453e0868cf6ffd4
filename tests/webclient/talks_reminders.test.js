/** Which talks a person is reminded of: own ones that come near, a day before, wherever they were moved to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { plantReminders, wantedReminders } from "../../webclient/modules/talks/reminders.js";
import { noticeOf } from "../../webclient/modules/notices.js";
import { instant } from "../../webclient/sync/zone.js";

const DAY = 24 * 3600 * 1000;
const SLOTS = [{ id: "s1", day: "2026-12-08", start: "18:00", end: "18:10" }, { id: "s2", day: "2026-12-08", start: "19:00", end: "19:10" }];
const TERMS = { slots: SLOTS.map(({ id }) => [id, 1]), opens: 0, early: 0, closes: 0, unit: "both", most: 1, waits: 1 };

/** Anna's copy with one talk. @param {string} slot @param {Record<string, any>} [more] */
function copy(slot, more = {}) {
  const table = { id: "offer", kind: "talks", circle: "3a", head: {}, body: { ...TERMS, slots: SLOTS, round: "r", title: "Rapport", mode: "site", room: "", walk: 5, choose: "slots" } };
  const booking = { id: "b", kind: "booking", circle: "anna", head: { seat: "anna", revision: 1 }, body: { offer: "offer", slot, count: 1, round: "r", child: "noor", home: [], ...more } };
  const items = new Map([[table.id, table], [booking.id, booking]]);
  const offers = new Map([["offer", { offer: "offer", circle: "3a", terms: TERMS, slots: [], claims: [{ record: "b", slot, count: 1, state: "taken", place: 0, at: 1 }], answered: [] }]]);
  const replica = { items, offers, ofKind: (/** @type {string} */ kind) => [...items.values()].filter((one) => one.kind === kind), seats: () => [{ id: "anna" }] };
  return /** @type {any} */ ({ replica, own: () => new Set(["anna"]) });
}

test("a day before, once it is near", () => {
  const at = instant("2026-12-08", "18:00") - DAY;
  assert.equal(wantedReminders(copy("s1"), at - DAY).get("b")?.at, at);
  assert.equal(wantedReminders(copy("s1"), at - 20 * DAY).size, 0);
  assert.equal(wantedReminders(copy("s1"), at + 1).size, 0);
  assert.equal(wantedReminders(copy("s2"), at - DAY).get("b")?.start, "19:00");
});

test("what is shown is true when it is shown", () => {
  const reminder = /** @type {any} */ ({ id: "x", kind: "talkalert", head: { seat: "anna" }, body: { booking: "b", round: "r", day: "2026-12-08", start: "18:00", at: 1 } });
  assert.deepEqual(noticeOf(copy("s1"), reminder)?.text, ["notice-talk-tomorrow", { when: "8-12 18:00" }]);
  assert.equal(noticeOf(copy("s2"), reminder), null);
});

test("that a time came free is said to who waited, not to who chose", () => {
  const told = (/** @type {any} */ session) => noticeOf(session, session.replica.items.get("b"))?.text ?? null;
  assert.deepEqual(told(copy("s1", { wait: 1, from: "s2" })), ["notice-talk-promoted", { when: "8-12 18:00" }]);
  assert.equal(told(copy("s1")), null);
});

test("planted by two devices at once, one stays", async () => {
  const now = instant("2026-12-08", "18:00") - 2 * DAY;
  const here = copy("s1");
  const planted = (/** @type {string} */ id) => ({ id, kind: "talkalert", circle: "anna", head: { seat: "anna" }, body: { booking: "b", at: now + DAY } });
  for (const id of ["z", "y"]) here.replica.items.set(id, planted(id));
  Object.assign(here, { seat: () => ({ id: "anna" }), write: async (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ build) => build({ delete: (/** @type {any} */ item) => here.replica.items.delete(item.id) }) });
  await plantReminders(here, now);
  assert.deepEqual([...here.replica.items.keys()].filter((id) => ["y", "z"].includes(id)), ["y"]);
});
