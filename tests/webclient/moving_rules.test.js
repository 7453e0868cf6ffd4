/** Moving: who must agree, what is counted, and a page that nobody can write into. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { agreed, counted } from "../../webclient/sync/moving.js";
import { page } from "../../webclient/modules/moving/takeoutpage.js";

const EVIL = `<script>alert(1)</script>"'&`;
const WORDS = Object.fromEntries(["language", "title", "absences", "leaves", "talks", "book", "photos", "answers", "threads", "none", "me", "staff", "parent", "other"].map((one) => [one, one]));

test("all with custody must agree, and nobody is not all", () => {
  assert.equal(agreed(["a"], "a", new Map()), true);
  assert.equal(agreed(["a", "b"], "a", new Map()), false);
  assert.equal(agreed(["a", "b"], "a", new Map([["b", 0]])), false);
  assert.equal(agreed(["a", "b"], "a", new Map([["b", 1]])), true);
  assert.equal(agreed([], "a", new Map()), false);
});

test("absences are counted by school year and reason", () => {
  const found = counted([{ from: "2026-07-31", reason: "sick" }, { from: "2026-11-26", reason: "sick" }, { from: "2027-01-10", reason: "sick" }, { from: "2027-01-11", reason: "late" }]);
  assert.deepEqual(found, { "2025-2026": { sick: 1 }, "2026-2027": { sick: 2, late: 1 } });
});

test("whatever somebody wrote, the page of a takeout holds it as text", () => {
  const child = { first: EVIL, particle: "", last: "", absences: [{ from: EVIL, until: "", reason: EVIL, note: EVIL }], leaves: [], talks: [{ day: EVIL, text: EVIL, files: [EVIL] }],
    book: [{ title: EVIL, text: EVIL, file: EVIL }], photos: [{ album: EVIL, caption: EVIL, file: EVIL }] };
  const body = { made: 0, school: { name: EVIL, host: "" }, children: [child], answers: [{ title: EVIL, answers: [{ question: EVIL, answer: EVIL }] }],
    lunch: { left: 0, owed: EVIL, lost: 0, cents: 0, refund: 0, lines: [{ day: EVIL, strips: EVIL, cents: 0 }] },
    threads: [{ title: EVIL, messages: [{ at: 0, by: "staff", of: EVIL, text: EVIL, files: [EVIL] }] }] };
  const made = page(body, WORDS);
  assert.equal(made.includes("<script"), false);
  assert.equal(/href="[^"]*[<>]/.test(made), false);
  assert.ok(made.includes("&lt;script&gt;"));
});
