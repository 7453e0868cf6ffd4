/** "Is there", pressed without a network, ends no alarm that was raised after it; a check-off that comes late misses nobody who was seen since. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { carriers as absences } from "../../webclient/modules/absences/model.js";
import { alarmOf, carryCheckOff, carryTick } from "../../webclient/modules/lunch/daylist.js";

const [DAY, NOW, MINUTE] = ["2026-12-01", 1_800_000_000_000, 60_000];
const at = (/** @type {number} */ minutes) => NOW - minutes * MINUTE;
const OWN = { id: "corrie", role: "lunch", circles: ["table", "3a"], alive: () => true };
const noshow = (/** @type {number} */ raised) => ({ id: "missed", kind: "noshow", circle: "noor", body: { date: DAY, raised } });

/** A copy of somebody who may write anywhere; what is written stands at once. @param {any[]} known */
function copy(...known) {
  const items = new Map(known.map((one) => [one.id, { head: { seat: "corrie", time: 1 }, ...one }]));
  const put = (/** @type {string} */ kind, /** @type {string} */ circle, /** @type {any} */ body, /** @type {any} */ more) => items.set(more.replaces?.id ?? more.id, { id: more.replaces?.id ?? more.id, kind, circle, body, head: { seat: "corrie", time: NOW } });
  const batch = { now: NOW, record: (/** @type {string} */ circle, /** @type {string} */ kind, /** @type {any} */ body, /** @type {any} */ more) => put(kind, circle, body, more), letter: (/** @type {string} */ kind, /** @type {any} */ body, /** @type {any} */ _, /** @type {any} */ more) => put(kind, "corrie", body, more) };
  const ofKind = (/** @type {string} */ kind, /** @type {string} */ circle = "") => [...items.values()].filter((one) => one.kind === kind && (!circle || one.circle === circle));
  const circles = new Map([["table", { id: "table", kind: "lunch", reads: true, links: [{ head: { time: 1 } }] }]]);
  const trust = { seats: new Map([["corrie", OWN]]), renewed: new Map(), groups: [{ name: "3A", group: "3a", register: "3a", team: "t" }], guards: { protected: new Map() }, charter: { office: "office", school: "school" } };
  return /** @type {any} */ ({ items, own: () => new Set(["corrie"]), seat: () => OWN, write: async (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ build) => build(batch), replica: { items, circles, trust, ofKind, seats: () => [OWN] } });
}

/** A copy in which Noor was missed at a time. @param {number} raised */
const missing = (raised) => copy(
  { id: "list", kind: "lunchlist", circle: "table", body: { day: DAY, marks: { noor: [0, raised] } } },
  { id: "alarm", kind: "lunchalarm", circle: "corrie", body: { child: "noor", first: "Noor", day: DAY, raised } });
const tick = { day: DAY, child: "noor", there: true, ids: ["1", "2", "3"] };

test("a tick from before the alarm changes nothing", async () => {
  const session = missing(at(10));
  await carryTick(session, tick, at(40));
  assert.deepEqual([session.items.get("list").body.marks.noor, alarmOf(session, "noor", DAY)?.id, session.items.size], [[0, at(10)], "alarm", 2]);
});

test("a tick from after it ends it, as of when somebody pressed; so it does if the alarm claims to be of the future", async () => {
  for (const raised of [at(10), at(-10)]) {
    const session = missing(raised);
    await carryTick(session, tick, at(5));
    assert.deepEqual([session.items.get("list").body.marks.noor, alarmOf(session, "noor", DAY), session.items.get("2").body.resolved], [[1, at(5)], null, at(5)]);
  }
});

test("a check-off that comes late does not make an older mark of a newer one", async () => {
  const session = missing(at(10));
  session.items.delete("alarm");
  session.items.set("day", { id: "day", kind: "lunchday", circle: "corrie", head: { seat: "corrie", time: 1 }, body: { child: "noor", day: DAY, stay: 1 } });
  await carryCheckOff(session, { day: DAY, record: "r", ids: { noor: "a" } }, at(20));
  assert.deepEqual([session.items.get("list").body.marks.noor, session.items.get("a")?.body.raised], [[0, at(10)], at(20)]);
});

test("who is said to be there after all is not, if that was said before the alarm", async () => {
  const arrive = async (/** @type {number} */ raised, /** @type {number} */ pressed) => {
    const session = copy({ id: "3a", kind: "profile", circle: "3a", body: { name: "3A" } }, noshow(raised));
    await absences["absences.arrive"](session, /** @type {any} */ ({ data: { group: "3a", child: "noor", day: DAY, record: "day" }, time: pressed }));
    return [session.items.get("missed").body.resolved, session.items.get("day")?.body.marks.noor];
  };
  assert.deepEqual(await arrive(at(10), at(40)), [undefined, undefined]);
  assert.deepEqual(await arrive(at(10), at(5)), [at(5), "late"]);
  assert.deepEqual(await arrive(at(-10), at(5)), [at(5), "late"]);
});
