/** One event as a file for a phone's own calendar. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, ics } from "../../webclient/modules/calendar/ics.js";

const NOW = Date.parse("2026-11-26T08:00:00Z");
const TRIP = { title: "Bos; met 3A, te voet", day: "2026-12-02", start: "08:30", end: "12:00", place: "plein", text: "Neem mee:\nappel\\peer", version: 2 };
const GYM = { title: "Gym", day: "2026-10-19", start: "10:00", end: "11:00", version: 0, repeat: { every: "week", step: 1, until: "2027-04-05" } };

/** The lines of a file, unfolded. @param {Record<string, any>} body */
function lines(body) {
  return ics("abc", "kring.example", body, NOW).replace(/\r\n /g, "").split("\r\n");
}

/** The values of a property in the events. @param {Record<string, any>} body @param {string} name */
function values(body, name) {
  const events = lines(body).join("\n").split("BEGIN:VEVENT").slice(1).join("\n");
  return events.split("\n").filter((line) => line.startsWith(name)).map((line) => line.slice(name.length + 1));
}

test("what it says, escaped, with the school's own zone", () => {
  assert.deepEqual(values(TRIP, "UID"), ["abc@kring.example"]);
  assert.deepEqual([values(TRIP, "SEQUENCE"), values(TRIP, "STATUS")], [["2"], ["CONFIRMED"]]);
  assert.deepEqual([values(TRIP, "DTSTART"), values(TRIP, "DTEND")], [["TZID=Europe/Amsterdam:20261202T083000"], ["TZID=Europe/Amsterdam:20261202T120000"]]);
  assert.deepEqual(values(TRIP, "SUMMARY"), ["Bos\\; met 3A\\, te voet"]);
  assert.deepEqual(values(TRIP, "DESCRIPTION"), ["Neem mee:\\nappel\\\\peer"]);
  assert.ok(lines(TRIP).includes("TZID:Europe/Amsterdam") && lines(TRIP).includes("TZOFFSETTO:+0200"));
});

test("whole days end on the day after the last", () => {
  const body = { title: "Kerstvakantie", day: "2026-12-19", until: "2027-01-03", version: 0 };
  assert.deepEqual([values(body, "DTSTART"), values(body, "DTEND")], [["VALUE=DATE:20261219"], ["VALUE=DATE:20270104"]]);
  assert.deepEqual(values({ title: "Vrij", day: "2027-03-28", version: 0 }, "DTEND"), ["VALUE=DATE:20270329"]);
});

test("repeating over both changes of the clock: on the school's clock, its end in UTC", () => {
  assert.deepEqual(values(GYM, "RRULE"), ["FREQ=WEEKLY;INTERVAL=1;UNTIL=20270405T215959Z"]);
  assert.deepEqual(values({ ...GYM, repeat: { ...GYM.repeat, until: "2026-12-31" } }, "RRULE"), ["FREQ=WEEKLY;INTERVAL=1;UNTIL=20261231T225959Z"]);
  assert.deepEqual(values({ ...GYM, except: ["2026-12-21"] }, "EXDATE"), ["TZID=Europe/Amsterdam:20261221T100000"]);
});

test("what begins in the hour that is skipped, or that comes twice, begins at one moment", () => {
  const at = (/** @type {string} */ day) => values({ title: "Nacht", day, start: "02:30", end: "04:00", version: 0 }, "DTSTART");
  assert.deepEqual([at("2027-03-28"), at("2026-10-25"), at("2026-10-24")], [["TZID=Europe/Amsterdam:20270328T033000"], ["20261025T003000Z"], ["TZID=Europe/Amsterdam:20261024T023000"]]);
});

test("one that moved stands beside the rule, one that was dropped as cancelled", () => {
  const body = { ...GYM, except: ["2026-11-09"], dropped: ["2026-11-09"], moved: { "2026-11-02": { day: "2026-11-03", start: "13:00", end: "14:00" }, "2026-11-09": { day: "2026-11-10", start: "13:00", end: "14:00" } } };
  assert.deepEqual(values(body, "RECURRENCE-ID"), ["TZID=Europe/Amsterdam:20261102T100000", "TZID=Europe/Amsterdam:20261109T100000"]);
  assert.deepEqual(values(body, "DTSTART"), ["TZID=Europe/Amsterdam:20261019T100000", "TZID=Europe/Amsterdam:20261103T130000", "TZID=Europe/Amsterdam:20261110T130000"]);
  assert.deepEqual([values(body, "STATUS"), values(body, "EXDATE")], [["CONFIRMED", "CONFIRMED", "CANCELLED"], []]);
  assert.deepEqual(values({ ...TRIP, cancelled: 1 }, "STATUS"), ["CANCELLED"]);
});

test("no line is longer than 75 bytes, and none begins that nobody meant", () => {
  const nasty = { ...TRIP, title: `Zoë ${"é".repeat(80)}\r\nBEGIN:VALARM`, start: "", day: "2026-12-02\r\nX:1", until: "2026-12-02" };
  const raw = ics("abc", "kring.example", nasty, NOW).split("\r\n");
  assert.ok(raw.every((line) => new TextEncoder().encode(line).length <= 75));
  assert.ok(!raw.some((line) => line.startsWith("X:1") || line.startsWith("BEGIN:VALARM")));
});

test("a name for the file", () => {
  assert.deepEqual([fileName("Naar het bos (3A)!"), fileName("???")], ["naar-het-bos-3a.ics", "kring.ics"]);
});
