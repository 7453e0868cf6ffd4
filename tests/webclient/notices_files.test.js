/** What a notification says of something that has files: its text, else what they are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { noticeOf } from "../../webclient/modules/notices.js";

const PLAIN = { blob: "b", key: "k", size: 1, chunks: 1, hash: "h" };
const photo = { ...PLAIN, type: "image/jpeg", thumb: { ...PLAIN, type: "image/webp" } };
const letter = { ...PLAIN, type: "application/pdf", name: "Kampbrief.pdf" };
const session = /** @type {any} */ ({ replica: { circles: new Map(), seats: () => [] } });

/** @param {string} text @param {any[]} files */
function said(text, files) {
  return noticeOf(session, /** @type {any} */ ({ kind: "news", head: { seat: "s" }, body: { post: "p", title: "Kamp", text, files } }))?.text;
}

test("the text, where there is one", () => assert.equal(said("Kijk eens", [photo]), "Kijk eens"));
test("a photo is called one, a file by its name", () => {
  assert.deepEqual(said("", [photo]), ["one-photo", {}]);
  assert.deepEqual(said("  ", [letter]), ["one-file", { name: "Kampbrief.pdf" }]);
  assert.equal(said("", []), "");
});
