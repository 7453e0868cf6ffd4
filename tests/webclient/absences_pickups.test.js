/** Who fetches a child: the newest word of a day, whatever the order in which words came. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { carriers } from "../../webclient/modules/absences/model.js";
import { overruling, waitingWords, wordOn, wordsFrom } from "../../webclient/modules/absences/pickups.js";
import { bySchool, wireTo } from "../../webclient/sync/http.js";

const [DAY, NEXT] = ["2026-11-26", "2026-11-27"];
const said = (/** @type {string} */ name, /** @type {number} */ time, date = DAY) => ({ id: `${name}${time}`, body: { date, name }, head: { time } });

test("the newest word holds, and says what it was before", () => {
  const words = [said("tante Els", 200), said("opa Henk", 100), said("oma Trui", 300, NEXT)];
  assert.deepEqual(wordOn(words, DAY), { day: DAY, name: "tante Els", was: "opa Henk", at: 200, waits: false });
  assert.deepEqual(wordOn([said("opa Henk", 100)], DAY)?.was, "");
});

test("taken back there is nobody else, and one sees who it was; said anew there is", () => {
  const words = [said("opa Henk", 100), said("", 200)];
  assert.deepEqual(wordOn(words, DAY), { day: DAY, name: "", was: "opa Henk", at: 200, waits: false });
  assert.deepEqual(wordOn([...words, said("opa Henk", 300)], DAY)?.was, "");
  assert.equal(wordOn([said("", 1)], DAY), null);
});

test("what waits here counts too, and says that it waits", () => {
  const box = /** @type {any} */ ({ waiting: [{ type: "absences.pickup", time: 300, data: { child: "noor", record: "r", body: { date: DAY, name: "" } } }] });
  const words = [said("opa Henk", 100), said("oma Trui", 50, NEXT), said("oud", 1, "2026-11-25")];
  assert.deepEqual(wordsFrom([...words, ...waitingWords(box, "noor")], DAY).map((one) => [one.day, one.name, one.was, one.waits]), [[DAY, "", "opa Henk", true], [NEXT, "oma Trui", "", false]]);
  assert.deepEqual(waitingWords(box, "bram"), []);
});

test("whoever speaks now overrules a word of the future, also once its hour has come", () => {
  const ahead = said("opa Henk", 4000);
  assert.deepEqual(overruling([ahead, said("oma Trui", 4000, NEXT), said("oud", 50)], DAY, 100), { over: [ahead.id] });
  assert.deepEqual(overruling([said("oud", 50)], DAY, 100), {});
  const now = { ...said("tante Els", 100), body: { date: DAY, name: "tante Els", over: [ahead.id] } };
  for (const time of [200, 5000]) assert.deepEqual(wordOn([now, ahead], DAY, time), { day: DAY, name: "tante Els", was: "opa Henk", at: 100, waits: false });
  assert.equal(wordOn([now, ahead, said("oma Trui", 300)], DAY, 5000)?.name, "oma Trui");
});

test("alone, a word of the future holds; what waits here shows over it already", () => {
  const ahead = said("opa Henk", 4000);
  assert.equal(wordOn([ahead, said("oud", 50)], DAY, 100)?.name, "opa Henk");
  assert.equal(wordOn([ahead, { ...said("tante Els", 100), waits: true }], DAY, 100)?.name, "tante Els");
  assert.equal(wordOn([said("oma Trui", 200), { ...said("tante Els", 100), waits: true }], DAY, 300)?.name, "oma Trui");
});

test("the carrier names what it overrules", async () => {
  const written = /** @type {any[]} */ ([]);
  const batch = { now: 100, record: (/** @type {any[]} */ ...all) => written.push(all) };
  const ahead = said("opa Henk", 4000);
  const session = /** @type {any} */ ({ seat: () => ({ id: "own" }), write: async (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ build) => build(batch), replica: { items: new Map(), ofKind: () => [ahead] } });
  const body = { date: DAY, name: "tante Els", relation: "" };
  await carriers["absences.pickup"](session, /** @type {any} */ ({ data: { child: "noor", record: "r", body }, time: 90 }));
  assert.deepEqual(written, [["noor", "pickup", { ...body, over: [ahead.id] }, { id: "r", time: 90 }]]);
});

test("a phone that is an hour ahead writes by the school's clock, once a sync has told it", async (t) => {
  const [hour, now] = [3600_000, Date.now()];
  const answer = (/** @type {number} */ time) => Promise.resolve(new Response("{}", { headers: { Date: new Date(time).toUTCString() } }));
  const fetched = t.mock.method(globalThis, "fetch", () => answer(now - hour));
  assert.equal(bySchool(now - 5), now - 5);
  await wireTo("").call("GET", "/api/blobs/old");
  assert.equal(bySchool(now - 5), now - 5);
  await wireTo("").call("GET", "/api/sync?cursor=");
  assert.ok(Math.abs(bySchool(now) - (now - hour)) < 5000);
  fetched.mock.mockImplementation(() => answer(Date.now()));
  await wireTo("").call("GET", "/api/sync?cursor=");
  assert.equal(bySchool(now - 5), now - 5);
});
