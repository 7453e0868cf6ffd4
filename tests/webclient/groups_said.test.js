/** What was said last counts, whichever device sends it last; which household is mine; what no choice knows of goes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ready } from "../../webclient/crypto/random.js";
import { say } from "../../webclient/modules/groups/consents.js";
import { household, joinHousehold, leaveHousehold, proposedHouseholds, startHousehold } from "../../webclient/modules/groups/homes.js";
import { choices, forget, NOBODY, share, topUp } from "../../webclient/modules/groups/model.js";
import { overtaken } from "../../webclient/sync/said.js";
import { carriers, contacts } from "../../webclient/modules/messages/contacts.js";
import { schoolYear } from "../../webclient/sync/consents.js";


await ready();
const NOW = Date.now();
const [TEN, TWELVE] = [NOW - 7200_000, NOW - 3600_000];
const OWN = { id: "own", role: "guardian", circles: ["mila"], person: "fatima", alive: () => true };

/** A copy with these records, on which what is written stands at once. @param {any[]} known @param {string[]} [homes] circles */
function copy(known, homes = []) {
  const items = new Map(known.map((one) => [one.id, { circle: "own", refs: [], hash: one.id, head: { seat: "own", time: 1, letter: { until: 0 }, ...one.head }, ...one, ...(one.head ? { head: { seat: "own", time: 1, letter: { until: 0 }, ...one.head } } : {}) }]));
  const circles = new Map([...homes, "mila", "class"].map((id) => [id, { id, kind: homes.includes(id) ? "household" : "child", reads: true, links: [], head: {} }]));
  const done = /** @type {any[]} */ ([]);
  const put = (/** @type {string} */ what, /** @type {any} */ circle, /** @type {string} */ kind, /** @type {any} */ body, /** @type {any} */ more) => {
    const id = more.replaces?.id ?? more.id;
    done.push([what, circle, kind, body]);
    items.set(id, { id, kind, circle, body, hash: id, refs: what === "letter" ? more.to.map((/** @type {string} */ one) => `c:${one}`) : [], head: { seat: "own", time: more.time || NOW, letter: { until: 0 } } });
    return id;
  };
  const batch = {
    now: NOW, author: { seat: "own" }, lists: new Map(homes.map((id) => [id, []])), start: () => (circles.set("new", /** @type {any} */ ({ id: "new", kind: "household", reads: true, links: [], head: {} })), "new"),
    record: (/** @type {any} */ circle, /** @type {any} */ kind, /** @type {any} */ body, /** @type {any} */ more = {}) => put("record", circle, kind, body, more),
    letter: (/** @type {any} */ kind, /** @type {any} */ body, /** @type {any} */ to, /** @type {any} */ more = {}) => put("letter", "own", kind, body, { ...more, to }),
    delete: (/** @type {any} */ item) => (done.push(["delete", item.id]), items.delete(item.id)), exchange: (/** @type {string} */ id, /** @type {string[]} */ out) => done.push(["leave", id, out]), readers: () => [{ ref: "c:own" }, { ref: "c:guest" }],
    circle: (/** @type {string} */ id) => ({ head: { managers: ["own", ...(id === "lonely" ? [] : ["peter"])], writers: [] } }) };
  const trust = { seats: new Map([["own", OWN]]), renewed: new Map(), groups: [{ group: "class", team: "team", name: "3A" }], hasEnded: () => false, charter: { office: "office" }, seat: () => OWN };
  const ofKind = (/** @type {string} */ kind, /** @type {string} */ circle = "") => [...items.values()].filter((one) => one.kind === kind && (!circle || one.circle === circle));
  return /** @type {any} */ ({ done, items, own: () => new Set(["own"]), seat: () => OWN, sync: async () => [], write: async (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ build) => build(batch), replica: { items, circles, trust, ofKind, seats: () => [OWN] } });
}

const member = (/** @type {string} */ circle, /** @type {number} */ time, /** @type {any} */ head = {}) => ({ id: `in ${circle}`, kind: "member", circle, body: { seat: "own" }, head: { time, ...head } });

test("a word is older than what stands, unless that claims to be of the future", () => {
  assert.deepEqual([overtaken(TWELVE, TEN, NOW), overtaken(TEN, TWELVE, NOW), overtaken(NOW + 9, TEN, NOW), overtaken(0, TEN, NOW), overtaken(TEN, TEN, NOW)], [true, false, false, false, false]);
});

test("of several households the newest own word counts, in whatever order they came", () => {
  const words = [member("b", TWELVE), member("a", TEN), member("c", NOW, { seat: "peter" })];
  for (const order of [["a", "b", "c"], ["c", "b", "a"]]) {
    assert.equal(household(copy(words, order)), "b");
    assert.deepEqual(proposedHouseholds(copy(words, order)), [{ circle: "c", by: "peter" }]);
  }
  assert.equal(household(copy([member("b", TEN), member("a", TEN)], ["b", "a"])), "b");
});

test("a new household is made once, and the old one is left in the same step", async () => {
  const session = copy([member("old", TEN), { id: "e", kind: "event", circle: "old", body: { day: "2999-01-01" } }], ["old"]);
  const said = { ids: { own: "m1" }, names: new Map(), time: TWELVE };
  await startHousehold(session, said);
  assert.deepEqual(session.done.map((/** @type {any} */ one) => one.slice(0, 3)), [["record", "new", "member"], ["record", "own", "event"], ["delete", "in old"], ["leave", "old", ["own"]]]);
  await startHousehold(session, said);
  assert.equal(session.done.length, 4);
  assert.equal(household(session), "new");
});

test("an old word about a household gives way to a newer one", async () => {
  const session = copy([member("old", TWELVE), member("other", TEN, { seat: "peter" })], ["old", "other"]);
  await startHousehold(session, { ids: { own: "m1" }, names: new Map(), time: TEN });
  await joinHousehold(session, "other", "m2", TEN);
  await leaveHousehold(session, "old", TEN);
  assert.deepEqual(session.done, []);
});

for (const how of ["start", "join"]) test(`what another place has to leave is left by it, after a ${how}`, async () => {
  const session = copy([member("old", TEN), member("late", NOW)], ["old", "late", "other"]);
  const [write, second] = [session.write, { ...OWN, id: "second" }];
  session.seat = ({ circle = "" }) => (circle === (how === "join" ? "other" : household(session)) ? OWN : second);
  session.write = (/** @type {any} */ seat, /** @type {any} */ touches, /** @type {any} */ build) => write(seat, touches, (/** @type {any} */ batch) => build({ ...batch, lists: new Map(seat === second ? [["old", []], ["late", []]] : []) }));
  if (how === "join") await joinHousehold(session, "other", "m2", NOW);
  else await startHousehold(session, { ids: { own: "m1" }, names: new Map(), time: NOW });
  assert.deepEqual(session.done.filter((/** @type {any} */ one) => one[0] === "leave").map((/** @type {any} */ one) => one[1]).sort(), ["late", "old"]);
});

test("who leaves goes alone, but from where nobody else can change anything all go", async () => {
  const session = copy([member("old", TEN), member("lonely", TEN)], ["old", "lonely"]);
  await leaveHousehold(session, "old");
  await leaveHousehold(session, "lonely");
  assert.deepEqual(session.done.filter((/** @type {any} */ one) => one[0] === "leave"), [["leave", "old", ["own"]], ["leave", "lonely", ["own", "guest"]]]);
});

const choice = (/** @type {any} */ body, /** @type {number} */ said) => ({ id: "choice", kind: "choice", body: { field: "phone", value: "06", audience: NOBODY, until: 0, detail: "", said, ...body } });
const toClass = { field: "phone", value: "06", audience: { ...NOBODY, groups: ["class"] }, until: 0 };

test("what was taken back or forgotten later is not shown again by an old choice", async () => {
  const session = copy([choice({}, TWELVE)]);
  await share(session, OWN, toClass, ["1", "2", "3"], TEN);
  assert.deepEqual(session.done, []);
  await forget(session, OWN, "phone", ["1", "2", "3"], NOW);
  assert.equal(choices(session, "own").size, 0);
  await share(session, OWN, toClass, ["1", "2", "3"], TWELVE);
  assert.deepEqual([session.items.get("choice").body.value, session.replica.ofKind("detail").length], ["", 0]);
});

test("sealing anew is no word: what was taken back before it, and arrives after it, counts", async () => {
  const session = copy([choice({ audience: toClass.audience }, TEN)]);
  assert.equal(await topUp(session), 1);
  assert.equal(session.items.get("choice").body.said, TEN);
  await share(session, OWN, { ...toClass, audience: NOBODY }, ["1", "2", "3"], TWELVE);
  assert.equal(session.replica.ofKind("detail").length, 0);
});

test("a letter that no choice knows of goes, beside a choice and without one", async () => {
  const letter = (/** @type {string} */ field) => ({ id: field, kind: "detail", refs: ["c:own", "c:class"], body: { field, value: "x" } });
  const session = copy([choice({}, TEN), letter("phone"), letter("email"), letter("contact")]);
  assert.equal(await topUp(session), 2);
  assert.deepEqual(session.replica.ofKind("detail").map((/** @type {any} */ one) => one.id), ["contact"]);
  assert.equal(await topUp(session), 0);
});

test("whom one blocked later stays blocked, and letting one in leaves the others out", async () => {
  const session = copy([]);
  const carry = (/** @type {string} */ type, /** @type {any} */ data, /** @type {number} */ time) => carriers[type](session, /** @type {any} */ ({ data, time }));
  await carry("contacts.block", { seat: "koen" }, TWELVE);
  await carry("contacts.block", { seat: "anna" }, TEN);
  await carry("contacts.accept", { seat: "koen" }, TEN);
  await carry("contacts.unblock", { seat: "anna" }, NOW);
  await carry("contacts.set", { accept: "staff", marks: 0 }, TWELVE);
  await carry("contacts.set", { accept: "all" }, TEN);
  assert.deepEqual([contacts(session).blocked, contacts(session).people, contacts(session).accept], [["koen"], [], "staff"]);
});

test("of each purpose the later answer counts, and an old no is not lost to a word about something else", async () => {
  const body = { child: "mila", year: schoolYear(NOW), answers: { album: 1, website: 1 }, times: { album: TEN - 1, website: TWELVE } };
  const session = copy([{ id: "word", kind: "consent", body, head: { time: TWELVE } }]);
  await say(session, { child: "mila", answers: { website: 0 }, ids: ["1", "2"] }, TEN);
  assert.deepEqual(session.done, []);
  await say(session, { child: "mila", answers: { album: 0, website: 0 }, ids: ["3", "4"] }, TEN).catch(() => undefined); // taking photos away needs a server
  assert.deepEqual(session.items.get("word").body.answers, { album: 0, website: 1 });
  assert.deepEqual(session.items.get("word").body.times, { album: TEN, website: TWELVE });
});
