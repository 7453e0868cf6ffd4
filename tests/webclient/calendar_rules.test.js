/** The calendar's pure parts: what a change leaves (with the cases that Python runs), the form, the holidays. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changed } from "../../webclient/modules/calendar/changes.js";
import { BLANK, bodyOf, draftOf, filled, set, wrong } from "../../webclient/modules/calendar/draft.js";
import { HOLIDAYS, REGIONS } from "../../webclient/modules/calendar/holidays.js";
import { freeDays } from "../../webclient/modules/calendar/model.js";
import { occurrences } from "../../webclient/sync/occurrences.js";

const CASES = JSON.parse(readFileSync(new URL("../sync/changes.json", import.meta.url), "utf8"));
const TRIP = { ...BLANK, circles: ["3A"], title: " Bos ", day: "2026-12-02", start: "08:30", end: "12:00" };

for (const { name, body, fields, reason, out } of CASES) test(name, () => assert.deepEqual(changed(body, fields, reason, 5), out));

test("a form becomes a body, and a body its form", () => {
  const body = filled(bodyOf({ ...TRIP, every: "fortnight", repeatUntil: "2027-07-01", asks: true }));
  assert.deepEqual(body, { title: "Bos", category: "event", day: "2026-12-02", start: "08:30", end: "12:00", repeat: { every: "week", step: 2, until: "2027-07-01" }, asks: "rsvp" });
  assert.deepEqual(filled(bodyOf(draftOf(body, ["3A"]))), body);
  assert.deepEqual([draftOf(body, []).skip, draftOf({ ...body, except: ["2026-12-30"] }, []).skip], [false, true]);
});

test("what is wrong is said", () => {
  const said = (/** @type {Partial<typeof BLANK>} */ fields) => wrong({ ...TRIP, ...fields });
  assert.deepEqual([said({}), said({ circles: [] }), said({ title: " " }), said({ day: "" }), said({ start: "" })], ["", "no-calendar", "no-title", "no-day", "no-day"]);
  assert.deepEqual([said({ start: "", whole: true }), said({ end: "08:30" }), said({ until: "2026-12-03", end: "08:00" }), said({ until: "2026-12-01" })], ["", "end-before-start", "", "until-before-from"]);
  assert.equal(said({ every: "week" }), "no-repeat-until");
});

test("what follows from a choice follows", () => {
  assert.equal(set(TRIP, { category: "free" }).whole, true);
  assert.equal(set(TRIP, { every: "week" }).repeatUntil, "2027-07-31");
  assert.equal(set({ ...TRIP, until: "2026-12-03" }, { day: "2026-12-04" }).until, "");
});

test("holidays begin on a Saturday and end on a Sunday, one after the other", () => {
  for (const region of REGIONS) {
    const all = HOLIDAYS[region];
    assert.deepEqual(all.map(({ day }) => new Date(day).getUTCDay()), [6, 6, 6, 6, 6]);
    assert.deepEqual(all.map(({ until }) => new Date(until).getUTCDay()), [0, 0, 0, 0, 0]);
    assert.deepEqual([...all].sort((a, b) => (a.day < b.day ? -1 : 1)), all);
    assert.equal(occurrences(all[1], "2026-12-25", "2026-12-25").length, 1);
  }
});

test("a lesson is left out when school is free, in a draft as well", () => {
  const free = (/** @type {string} */ kind, /** @type {Record<string, any>} */ body) => ({ id: body.day, circle: "s", kind, body: { title: "vrij", category: "free", version: 0, ...body } });
  const items = [free("event", { day: "2026-12-19", until: "2027-01-03" }), free("draft", { day: "2026-12-04", calendars: ["s"] }), free("event", { day: "2026-12-11", cancelled: 1 }),
    { id: "p", circle: "s", kind: "profile", body: { of: "school" } }];
  const ofKind = (/** @type {string} */ kind) => items.filter((item) => item.kind === kind);
  const here = /** @type {any} */ ({ replica: { ofKind, circles: new Map([["s", { kind: "calendar", links: [] }]]), trust: { charter: { school: "school" }, groups: [] } } });
  const gym = { title: "Gym", day: "2026-11-27", start: "10:00", repeat: { every: "week", step: 1, until: "2027-01-15" } };
  assert.deepEqual(freeDays(here, gym), ["2026-12-04", "2026-12-25", "2027-01-01"]);
  assert.deepEqual(freeDays(here, { ...gym, repeat: undefined }), []);
});
