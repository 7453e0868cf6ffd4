/** What stands where on somebody's shelf, what is new, and that a body somebody else made up breaks nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { below, childBook, mayChange, placeIn, search, shelf, wayTo } from "../../webclient/modules/bookshelf/shelf.js";

const FILE = { blob: "b", key: "k", size: 9, chunks: 1, hash: "h", type: "application/pdf", name: "Rapport.pdf" };

/** A replica of items. @param {any[]} items @param {Record<string, string>} [circles] kinds */
function sessionOf(items, circles = { group: "group", noor: "child" }) {
  const known = new Map(Object.entries(circles).map(([id, kind]) => [id, { kind, links: [1] }]));
  const ofKind = (/** @type {string} */ kind, circle = "") => items.filter((one) => one.kind === kind && (!circle || one.circle === circle));
  return /** @type {any} */ ({ own: () => new Set(["me"]), seat: () => null, replica: { circles: known, ofKind, seats: () => [], trust: { groups: [] } } });
}

/** @param {string} kind @param {string} id @param {Record<string, any>} body @param {{circle?: string, seat?: string}} [more] */
function item(kind, id, body, { circle = "group", seat = "sanne" } = {}) {
  return { kind, id, circle, body, head: { seat, time: 5, letter: ["binder", "paper", "opened"].includes(kind) ? { to: "x" } : {} } };
}

test("books stand in books; what lost its book lies on the shelf, or in the child's own", () => {
  const items = [item("book", "a", { title: "A", within: "" }), item("book", "b", { title: "B", within: "a" }), item("document", "d", { title: "D", book: "b", file: FILE }),
    item("document", "e", { title: "E", book: "gone", file: FILE }), item("document", "f", { title: "F", book: "", file: FILE }, { circle: "noor" })];
  const { books, docs } = shelf(sessionOf(items));
  assert.deepEqual(docs.map((one) => [one.id, one.book]), [["d", "b"], ["e", ""], ["f", "noor"]]);
  assert.deepEqual([...below(books, "a")], ["a", "b"]);
  assert.deepEqual(wayTo(books, "b").map((one) => one.id), ["a", "b"]);
});

test("books that say they stand in each other end no search", () => {
  const { books } = shelf(sessionOf([item("book", "a", { title: "A", within: "b" }), item("book", "b", { title: "B", within: "a" })]));
  assert.deepEqual([...below(books, "a")].sort(), ["a", "b"]);
  assert.equal(wayTo(books, "a").length, 2);
});

test("new until opened since its newest version; one's own is never new; past its date it is not there", () => {
  const seen = item("opened", "o", { document: "d", opened: 100 }, { seat: "me" });
  const docOf = (/** @type {any} */ more, seat = "sanne") => shelf(sessionOf([item("document", "d", { title: "D", file: FILE, made: 50, ...more }, { seat }), seen]), 1000).docs[0];
  assert.equal(docOf({}).fresh, false);
  assert.equal(docOf({ changed: 200 }).fresh, true);
  assert.equal(docOf({ changed: 200 }, "me").fresh, false);
  assert.equal(docOf({ until: 999 }), undefined);
  assert.equal(docOf({ until: 1001 })?.id, "d");
});

test("found by title and by the file's name", () => {
  const all = shelf(sessionOf([item("document", "d", { title: "Februari", file: FILE }), item("book", "b", { title: "Rapporten", within: "" })]));
  assert.deepEqual([search(all, "rapport").docs.length, search(all, "rapport").books.length], [1, 1]);
  assert.deepEqual([search(all, "FEB rapport").docs.length, search(all, "mei").docs.length], [1, 0]);
});

test("made-up bodies are left out or read as empty", () => {
  const bodies = [{}, { file: null }, { file: { blob: 4 } }, { file: FILE, to: "x", earlier: 7, until: "y" }, { file: FILE, to: { circles: "a", people: [3, "p"] } }];
  const { docs } = shelf(sessionOf(bodies.map((body, at) => item("paper", String(at), body))));
  assert.deepEqual(docs.map((one) => [one.id, one.place.to?.circles.length, one.place.to?.people, one.earlier.length]), [["3", 0, [], 0], ["4", 0, ["p"], 0]]);
});

test("a letter in somebody else's book goes to its maker as well, and not to oneself", () => {
  const book = { ...childBook({ circle: "tom", first: "" }), place: { circle: "tom", to: { circles: ["team"], people: ["me", "els"], child: "" } } };
  assert.deepEqual(placeIn(sessionOf([]), book, "me"), { circle: "me", to: { circles: ["team"], people: ["els", "tom"], child: "" } });
  assert.equal(placeIn(sessionOf([]), { ...book, own: true }, "me"), book.place);
});

test("only its maker changes a letter; in a circle also whoever works there, but no other parent", () => {
  const letter = item("paper", "p", { file: FILE });
  const record = item("document", "d", { file: FILE });
  const as = (/** @type {string} */ role) => ({ ...sessionOf([]), seat: () => ({ role }) });
  assert.deepEqual([mayChange(as("teacher"), /** @type {any} */ (letter)), mayChange(as("teacher"), /** @type {any} */ (record)), mayChange(as("guardian"), /** @type {any} */ (record))], [false, true, false]);
});
