/** Between asking and doing: nothing is called done before it is, what waits says so, and everything that can be refused has a name. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, beforeEach, mock, test } from "node:test";
import { fresh, ready } from "../../webclient/crypto/random.js";
import { Refused } from "../../webclient/sync/errors.js";
import { Unreachable } from "../../webclient/sync/http.js";
import { Outbox } from "../../webclient/sync/outbox.js";
import { carryOut, carrySoon, going, isRefusal, settled, tellWhenDone } from "../../webclient/ui/carried.js";
import { outbox, toasts } from "../../webclient/ui/state.js";
import { MemoryVault } from "./blobserver.js";

/** @type {Outbox} */ let box;
/** @type {any} */ let meets = null;

before(ready);
beforeEach(async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  meets = null;
  const session = /** @type {any} */ ({ vault: new MemoryVault(), identity: { selfKey: fresh(32) } });
  box = new Outbox(session, { say: async () => { if (meets) throw meets; }, hang: () => new Promise(() => undefined) }, { locks: null });
  outbox.value = box;
  toasts.value = [];
});

/** Time goes by, and what hangs on it. @param {number} [ms] */
async function pass(ms = 0) {
  mock.timers.tick(ms);
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

const said = () => toasts.value.map((one) => one.text);
const words = { done: "done", waits: "waits" };

test("what is done is said once it is done", async () => {
  await carryOut("say", {}, words);
  assert.deepEqual(said(), []);
  await pass();
  assert.deepEqual(said(), ["done"]);
});

test("without a network it says that it waits, and done only when it is", async () => {
  meets = new Unreachable();
  await carryOut("say", {}, words);
  await pass();
  assert.deepEqual(said(), ["waits"]);
  meets = null;
  await pass(15_000);
  assert.deepEqual(said(), ["done"]);
});

test("what takes long says that it waits, too", async () => {
  await carryOut("hang", {}, words);
  await pass();
  assert.deepEqual(said(), []);
  await pass(5000);
  assert.deepEqual(said(), ["waits"]);
});

test("what was refused is never called done", async () => {
  meets = new Refused("not-allowed");
  const intent = await box.add("say", {});
  const outcome = tellWhenDone(box, intent, words);
  await pass();
  assert.deepEqual([(await outcome).code, said(), box.failed.length], ["not-allowed", [], 1]);
});

test("what can't be undone afterwards waits, is gone from sight meanwhile, and is dropped by who thinks again", async () => {
  await carrySoon("say", { post: "a" }, { done: "done", doing: "doing" });
  assert.deepEqual([said(), going("say")], [["doing"], [{ post: "a" }]]);
  toasts.value[0].run?.();
  await pass();
  await pass(20_000);
  assert.deepEqual([going("say"), said()], [[], []]);
});

test("nobody thought again: it is done, and then said", async () => {
  await carrySoon("say", { post: "a" }, { done: "done", doing: "doing" });
  await pass(5900);
  assert.deepEqual(said(), ["doing"]);
  await pass(100);
  assert.deepEqual(said(), ["doing", "done"]);
});

test("who undoes too late is told so", async () => {
  await carrySoon("say", {}, { done: "done", doing: "doing" });
  const [{ run }] = toasts.value;
  await pass(6000);
  run?.();
  await pass();
  assert.deepEqual(said().at(-1), "carried-too-late");
});

test("what another tab carried out was not refused", async () => {
  const intent = await box.add("hang", {});
  const outcome = settled(box, intent);
  await box.forget(intent);
  assert.deepEqual([await outcome, isRefusal(await outcome)], ["gone", false]);
  assert.deepEqual([null, "waits", new Refused("not-allowed"), { code: "slot-taken" }].map(isRefusal), [false, false, true, true]);
  const guessing = /result && result !== "waits"|t\(result \?/;
  assert.deepEqual(modules().filter(([, text]) => guessing.test(text)).map(([name]) => name), []);
});

test("files that go first are something to wait for", async () => {
  assert.equal(await settled(box, null), "waits");
});

test("no screen says anything in the breath in which it only asks", () => {
  const hasty = /outbox\S*\.add\([^\n]*\n(?:[^\n}]*\n){0,2}\s*toast\(|\.add\("[^\n]*toast\(/;
  assert.ok(hasty.test('await outbox.value?.add("news.delete", { post });\n  close();\n  toast(t("gone"));'));
  assert.deepEqual(modules().filter(([, text]) => hasty.test(text)).map(([name]) => name), []);
});

/** Name -> text of what the modules are. */
function modules() {
  const room = new URL("../../webclient/modules/", import.meta.url);
  return readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => [name, readFileSync(new URL(name, room), "utf8")]);
}

test("whatever can be refused has a name in the list of what was refused", () => {
  const client = new URL("../../webclient/", import.meta.url);
  const code = [...modules().map(([, text]) => text), readFileSync(new URL("sync/surveys.js", client), "utf8")].join("\n");
  const types = new Set([...code.matchAll(/"((?:absences|albums|board|bookshelf|calendar|contacts|groups|lunch|messages|moving|news|people|signups|survey|talks)\.[a-z-]+)"/g)].map(([, type]) => type));
  const unasked = ["albums.fetched", "bookshelf.opened", "messages.see"];
  const named = new Set([...readFileSync(new URL("locales/nl.ftl", client), "utf8").matchAll(/^failed-([a-z]+)-([a-z-]+) =/gm)].map(([, module, what]) => `${module}.${what}`));
  assert.ok(types.size > 100);
  assert.deepEqual([...types].filter((type) => !named.has(type) && !unasked.includes(type)), []);
  assert.deepEqual([...named].filter((type) => !types.has(type)), []);
});
