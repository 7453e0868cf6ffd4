/** What somebody else's client may write makes no screen and no notification fail: nonsense is left out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { agenda, planned } from "../../webclient/modules/calendar/model.js";
import { calendarNotices } from "../../webclient/modules/calendar/notices.js";

const GOOD = { title: "Bos", category: "trip", day: "2026-12-02", start: "08:30", version: 0 };
const WAS = { day: "2026-12-02", until: "", start: "08:00", end: "", place: "" };

/** @param {Record<string, any>[]} bodies @param {Record<string, any>[]} [told] @returns {any} */
function session(bodies, told = []) {
  const items = new Map([...bodies, ...told].map((body, at) => [String(at), { id: String(at), circle: "c", kind: at < bodies.length ? "event" : "change", body, head: { time: 0 } }]));
  const ofKind = (/** @type {string} */ kind) => [...items.values()].filter((item) => item.kind === kind);
  return { replica: { items, ofKind, circles: new Map([["c", { kind: "calendar" }]]), seats: () => [], trust: { charter: {}, groups: [] } }, own: () => new Set(), seat: () => null };
}

test("events that make no sense are left out, and take no other with them", () => {
  const odd = [{}, { ...GOOD, start: 5 }, { ...GOOD, day: "morgen" }, { ...GOOD, except: 7 }, { ...GOOD, repeat: 1 }, { ...GOOD, moved: { "2026-12-02": { day: null } } }];
  assert.deepEqual(agenda(session([...odd, GOOD]), "2026-12-01", "2026-12-31").map((line) => line.title), ["Bos"]);
  assert.deepEqual(planned(session([...odd, GOOD]), "2026-12-01", "2026-12-31"), []);
});

test("a change that makes no sense is not shown as one", () => {
  const changes = [5, { was: null }, { was: { day: "2026-99-99" } }, { was: WAS, reason: 7, at: 1 }];
  const lines = agenda(session(changes.map((changed) => ({ ...GOOD, changed }))), "2026-12-01", "2026-12-31");
  assert.deepEqual(lines.map((line) => [line.was?.start, line.reason]), [[undefined, ""], [undefined, ""], [undefined, ""], ["08:00", "7"]]);
});

test("a notification says what it was and what it is; of another circle's event it says nothing", () => {
  const here = session([GOOD], [{ event: "0", title: "x", was: WAS, reason: "bus" }]);
  const item = here.replica.items.get("1");
  assert.deepEqual(calendarNotices.change(here, item), { title: "Bos", text: ["notice-event-moved", { was: "2-12 08:00", now: "08:30", reason: "bus" }], href: "/calendar/0", tag: "calendar 0" });
  assert.equal(calendarNotices.change(here, { ...item, circle: "d" }), null);
  assert.equal(calendarNotices.change(here, { ...item, body: { ...item.body, event: "gone" } }), null);
});
