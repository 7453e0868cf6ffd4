/** Who fetches a child: the newest word of a day, whatever the order in which words came. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { waitingWords, wordOn, wordsFrom } from "../../webclient/modules/absences/pickups.js";

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
