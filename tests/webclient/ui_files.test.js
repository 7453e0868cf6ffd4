/** What files are in words: for a notification, a line in a list and a search. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf, namesOf, sorted, wordsOf } from "../../webclient/ui/files.js";

const PLAIN = { blob: "b", key: "k", size: 1, chunks: 1, hash: "h" };
const photo = { ...PLAIN, type: "image/jpeg", name: "bos.jpg", thumb: { ...PLAIN, type: "image/webp" } };
const film = { ...photo, type: "video/mp4", name: "dans.mp4" };
const letter = { ...PLAIN, type: "application/pdf", name: "Kampbrief.pdf" };

test("one photo, one film, one file, several, and both sorts", () => {
  assert.equal(wordsOf([]), null);
  assert.deepEqual([photo, film, letter].map((one) => wordsOf([one])), [["one-photo", {}], ["one-video", {}], ["one-file", { name: "Kampbrief.pdf" }]]);
  assert.deepEqual(wordsOf([photo, film]), ["some-photos", { count: "2" }]);
  assert.deepEqual(wordsOf([letter, letter]), ["some-files", { count: "2" }]);
  assert.deepEqual(wordsOf([photo, letter]), ["photos-and-files", { count: "2" }]);
});

test("a picture without a small one is a file like another, whatever its sender calls it", () => {
  const { thumb, ...bare } = photo;
  const page = { ...photo, type: "text/html" };
  assert.deepEqual(sorted([bare, page, photo]), { shown: [photo], others: [bare, page] });
});

test("what somebody else wrote instead of files is no file", () => {
  for (const files of [undefined, null, "x", 7, {}, [null, {}, { blob: 1, key: 2 }]]) assert.deepEqual(filesOf({ files }), []);
  assert.deepEqual(filesOf({ files: [photo, null] }), [photo]);
});

test("a search looks through the names", () => assert.equal(namesOf([photo, { ...letter, name: undefined }, letter]), "bos.jpg  Kampbrief.pdf"));
