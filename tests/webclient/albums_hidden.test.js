/** Two children on one photo, and presses that come late: nobody's face comes back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedBack, carriers, isUnderWay } from "../../webclient/modules/albums/takedown.js";

const seat = { id: "sanne", role: "teacher", alive: () => true, actsFor: () => true, circles: [] };
const photo = (blob, withheld) => ({ id: "p", kind: "photo", circle: "group", withheld, refs: [], head: { seat: "sanne", time: 1 }, body: { photo: "p2", album: "a", blob } });

/** A session whose records change by what is written. */
function school(blob, withheld) {
  const items = new Map([["p", photo(blob, withheld)]]);
  const batch = {
    record: (circle, kind, body, { id, replaces }) => items.set(replaces?.id ?? id, { ...(replaces ?? { withheld: [], refs: [] }), id: replaces?.id ?? id, kind, circle, body, head: { seat: "sanne", time: 2 } }),
    delete: (item) => items.delete(item.id),
  };
  const calls = [];
  const replica = {
    items, trust: { seats: new Map([["sanne", seat]]) }, seats: () => [seat], circles: new Map(["group", "sem", "noor"].map((id) => [id, { links: [1], head: { managers: [], writers: [] } }])),
    ofKind: (kind, circle) => [...items.values()].filter((one) => one.kind === kind && (!circle || one.circle === circle)),
  };
  return { replica, calls, items, sync: async () => [], write: async (_, __, build) => build(batch), wire: { call: async (...args) => void calls.push(args) } };
}

const hide = (session, child, from, blob) => carriers["albums.hide"](session, { data: { photo: "p2", child, from, part: { blob, key: "k" }, record: `told ${child}` } });
const giveBack = (session, since) => carriers["albums.give-back"](session, { data: { photo: "p2", child: "sem", record: "mine", since } });

test("a picture made from one that a colleague has replaced takes no place", async () => {
  const session = school("old", ["noor", "sem"]);
  await hide(session, "noor", "old", "without noor");
  await assert.rejects(hide(session, "sem", "old", "without sem"), { code: "picture-changed" });
  assert.equal(session.items.get("p").body.blob, "without noor");
  assert.deepEqual(session.calls.map(([, path]) => path), ["/api/withholdings/p/noor"]);
  await hide(session, "sem", "without noor", "without both");
  assert.equal(session.items.get("p").body.blob, "without both");
});

test("carried out again it says nothing twice", async () => {
  const session = school("old", ["noor"]);
  for (const _ of [1, 2]) await hide(session, "noor", "old", "new");
  assert.equal(session.replica.ofKind("taken", "noor").length, 1);
});

test("while a new picture is on its way no other child's is begun; giving one back holds up that child alone", () => {
  const task = { photo: "p2", child: "sem" };
  const waits = (type, child, other = "p2") => [{ type, data: { photo: other, child } }];
  assert.ok(isUnderWay(waits("albums.hide", "noor"), task));
  assert.ok(!isUnderWay(waits("albums.hide", "noor", "p3"), task));
  assert.ok(!isUnderWay(waits("albums.give-back", "noor"), task));
  assert.ok(isUnderWay(waits("albums.give-back", "sem"), task));
});

test("a press from before a colleague gave it back undoes no newer word of the family", async () => {
  const session = school("old", ["sem"]);
  session.items.set("theirs", { id: "theirs", kind: "taken", circle: "sem", refs: [], head: { seat: "els", time: 5 }, body: { photo: "p2", done: "kept" } });
  await giveBack(session, []);
  assert.deepEqual(session.calls, []);
  await giveBack(session, ["theirs"]);
  assert.equal(session.calls.length, 1);
});

test("asked twice, by two of the staff at once, a photo is thrown away once", () => {
  const ask = (id, photo, time) => ({ id, kind: "erase", head: { seat: "sanne", time }, body: { photo, album: "a" } });
  const session = { own: () => new Set(["anna"]), replica: { ofKind: (kind) => (kind === "erase" ? [ask("x", "p1", 10), ask("y", "p1", 20), ask("z", "p2", 15)] : []) } };
  assert.deepEqual(askedBack(session).map(({ id, at }) => [id, at]), [["z", 15], ["x", 10]]);
});
