/** A round's phases, terms and form, without a school: what a family may do when, and what is missing in a draft. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "../../webclient/sync/zone.js";
import { blank, fieldsOf, slotsOf, wrong } from "../../webclient/modules/talks/newdraft.js";
import { homeKey } from "../../webclient/modules/talks/planning.js";
import { agrees, dayNow, phaseOf, placeOf, termsOf } from "../../webclient/modules/talks/rules.js";
import { safeLink } from "../../webclient/modules/talks/words.js";

const SLOT = { id: "s1", day: "2026-12-08", start: "18:00", end: "18:10" };
const BODY = { slots: [SLOT], opens: 2000, early: 1000, closes: 3000, unit: "both", most: 1, waits: 1, choose: "slots", mode: "site", room: "lokaal 1", walk: 5 };

test("a round opens earlier for who has more children, closes, and is over", () => {
  const at = (/** @type {number} */ now, more = false, choose = "slots") => phaseOf({ ...BODY, choose }, now, more);
  assert.deepEqual([at(500), at(1500), at(1500, true), at(2000), at(3000)], ["planned", "planned", "early", "open", "closed"]);
  assert.equal(at(500, false, "wishes"), "wishes");
  assert.equal(at(instant("2026-12-08", "18:10")), "over");
});

test("the server's terms are those of the record, or the table is not shown", () => {
  assert.equal(agrees(BODY, termsOf(BODY)), true);
  assert.equal(agrees(BODY, { ...termsOf(BODY), closes: 0 }), false);
  assert.equal(agrees(BODY, { ...termsOf(BODY), slots: [["s2", 1]] }), false);
});

test("nobody walks to a telephone", () => {
  assert.equal(placeOf(BODY, "o", SLOT).room, "lokaal 1");
  assert.equal(placeOf({ ...BODY, mode: "phone" }, "o", SLOT).room, "");
});

test("the sheet opens on today, else on the next evening", () => {
  const days = ["2026-12-08", "2026-12-10"];
  assert.equal(dayNow(days, instant("2026-12-09", "12:00")), "2026-12-10");
  assert.equal(dayNow(days, instant("2026-12-11", "12:00")), "2026-12-10");
});

test("what is missing in a draft is said step by step", () => {
  const draft = blank();
  assert.equal(wrong(draft, "who"), "talk-no-title");
  assert.equal(wrong({ ...draft, title: "Rapport" }, "who"), "talk-no-group");
  assert.equal(wrong({ ...draft, title: "Rapport", tables: { g: { seats: [], room: "" } } }, "who"), "talk-no-teacher");
  assert.equal(wrong({ ...draft, title: "Rapport", tables: { g: { seats: ["s"], room: "" } } }, "who"), "");
  assert.equal(wrong({ ...draft, days: [{ day: "2026-12-08", from: "20:00", until: "18:00" }] }, "when"), "talk-no-times");
  assert.equal(wrong({ ...draft, choose: "wishes" }, "how"), "talk-bad-times");
  assert.equal(wrong({ ...draft, opens: "2026-12-01T19:00", closes: "2026-12-01T18:00" }, "how"), "talk-bad-times");
  assert.equal(wrong(draft, "how"), "");
});

test("times are the school's, whatever the computer's zone", () => {
  assert.equal(fieldsOf({ ...blank(), opens: "2026-12-01T19:00" }).opens, Date.parse("2026-12-01T18:00Z"));
  assert.equal(slotsOf({ ...blank(), breaks: [["19:00", "19:30"]] }).length, 15);
});

test("those who live together are one home, whoever of them wrote", () => {
  const session = /** @type {any} */ ({ replica: { trust: { seats: new Map([["s1", { person: "anna" }], ["s2", { person: "" }], ["s3", { person: "peter" }]]) } } });
  assert.equal(homeKey(session, ["s1", "s2"]), homeKey(session, ["s3", "s1"]));
  assert.equal(homeKey(session, ["s2"]), "s2");
});

test("only an address of the web is a link", () => {
  assert.equal(safeLink("https://bellen.example/x"), "https://bellen.example/x");
  for (const bad of ["javascript:alert(1)", "http://a.example", "https://a b", ""]) assert.equal(safeLink(bad), "");
});
