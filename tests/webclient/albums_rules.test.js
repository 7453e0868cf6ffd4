/** Albums without a screen: order, pieces that a request can hold, names of saved files, last days, notices. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf } from "../../webclient/modules/albums/download.js";
import { lastDay } from "../../webclient/modules/albums/make.js";
import { heldOf } from "../../webclient/modules/albums/model.js";
import { albumsNotices } from "../../webclient/modules/albums/notices.js";
import { moved } from "../../webclient/modules/albums/order.js";
import { pieces } from "../../webclient/modules/albums/writing.js";
import { schoolYear } from "../../webclient/sync/consents.js";

const ALL = ["a", "b", "c", "d", "e"];

test("photos are put first, or one place on", () => {
  assert.equal(moved(ALL, ["d", "b"], "first").join(""), "bdace");
  assert.equal(moved(ALL, ["c"], "before").join(""), "acbde");
  assert.equal(moved(ALL, ["c"], "after").join(""), "abdce");
  assert.equal(moved(ALL, ["b", "c"], "after").join(""), "adbce");
});

test("at the ends they stay, and none is lost or doubled", () => {
  assert.equal(moved(ALL, ["a"], "before").join(""), "abcde");
  assert.equal(moved(ALL, ["e"], "after").join(""), "abcde");
  assert.equal(moved(ALL, [], "before").join(""), "abcde");
  for (const where of /** @type {const} */ (["first", "before", "after"]))
    for (let bits = 0; bits < 32; bits++) {
      const some = ALL.filter((_, at) => bits & (1 << at));
      assert.deepEqual([...moved(ALL, some, where)].sort(), ALL);
    }
});

test("pieces hold everything once, in order, none too heavy", () => {
  const things = Array.from({ length: 700 }, (_, at) => at);
  const made = pieces(things, (one) => 1 + (one % 9));
  assert.deepEqual(made.flat(), things);
  for (const piece of made) assert.ok(piece.reduce((sum, one) => sum + 1 + (one % 9), 0) <= 300);
  assert.deepEqual(pieces([], () => 1), []);
  assert.deepEqual(pieces([1, 2], () => 500), [[1], [2]]);
});

test("saved files stand in the album's order and lead nowhere else", () => {
  const photo = (/** @type {string} */ caption, /** @type {string} */ name) => ({ caption, at: 5, part: { name }, item: { head: { time: 9 } } });
  const album = { whole: { title: "Bos" } };
  const files = filesOf(/** @type {any} */ ([{ album, photos: [photo("", "a.jpg"), photo("Een hut", "b.mp4"), ...Array.from({ length: 8 }, () => photo("", "../x"))] }]));
  assert.deepEqual(files.slice(0, 3).map((file) => file.name), ["01.jpg", "02 Een hut.mp4", "03.jpg"]);
  const both = filesOf(/** @type {any} */ ([{ album, photos: [photo("", "a.jpg")] }, { album, photos: [photo("", "a.jpg")] }]));
  assert.deepEqual(both.map((file) => file.name), ["Bos 1.jpg", "Bos 1.jpg"]);
});

test("the last day lies after the summer of this school year", () => {
  assert.deepEqual(["2026-08-01", "2026-12-31", "2027-01-01", "2027-07-31"].map(lastDay), Array(4).fill("2027-10-31"));
});

test("a photo is held for whoever has not said yes; alone in their own album nobody need say it", () => {
  const kept = { circle: "noor", body: { year: schoolYear(Date.now()), answers: { album: 1 }, seats: [] } };
  const replica = { ofKind: (/** @type {string} */ kind) => (kind === "outcome" ? [kept] : []), seats: () => [], circles: new Map(), trust: { seats: new Map(), renewed: [] } };
  const session = /** @type {any} */ ({ replica, seat: () => null, own: () => new Set() });
  const why = (/** @type {string} */ scope, /** @type {string[][]} */ ...all) => [...heldOf(session, /** @type {any} */ ({ whole: { scope } }), /** @type {any} */ (all.map((marks, at) => ({ id: String(at), marks })))).values()];
  assert.deepEqual(why("all", ["noor"], ["noor", "mila"], []), ["", "consent", ""]);
  assert.deepEqual(why("own", ["mila"], ["noor", "mila"], []), ["", "consent", "nobody"]);
});

test("a notice tells of new photos, not of changed words, not to who made them", () => {
  const session = (/** @type {boolean} */ staff) => /** @type {any} */ ({ seat: () => (staff ? {} : null), replica: { trust: { charter: { school: "all" } }, ofKind: () => [{ body: { name: "3A" } }] } });
  const item = (/** @type {number} */ published, circle = "g") => /** @type {any} */ ({ circle, head: { time: 7, seat: "s" }, body: { published, title: "Bos", album: "x", circle: "g" } });
  assert.deepEqual(albumsNotices.album(session(false), item(7)), { title: ["notice-album-in", { group: "3A" }], text: "Bos", href: "/albums/x", tag: "album x" });
  assert.equal(albumsNotices.album(session(false), item(6)), null);
  assert.equal(albumsNotices.album(session(true), item(7)), null);
  assert.equal(albumsNotices.album(session(false), item(7, "s")), null);
});
