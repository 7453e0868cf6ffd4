/** What the board says to several schools: what still waits for one of them is changed and taken back in its order; files by what they are the same by. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ready as sodium } from "../../webclient/crypto/random.js";
import { beside } from "../../webclient/ui/state.js";
import { boxesOf, carriers, change, sameOf, TAKE_BACK } from "../../webclient/modules/board/model.js";

/** A school with what its outbox and its files wait with. @param {any[]} waiting @returns {any} */
function place(waiting = []) {
  const [outbox, uploads] = [{ waiting: [...waiting], failed: /** @type {any[]} */ ([]), add: async (/** @type {string} */ type, /** @type {any} */ data) => void outbox.waiting.push({ type, data }) }, { rows: /** @type {any[]} */ ([]), cancel: async () => void uploads.rows.pop(), sent: /** @type {any[]} */ ([]), add: async (/** @type {string} */ _, /** @type {any[]} */ files, /** @type {any} */ then) => void uploads.sent.push(then(files)) }];
  const session = { own: () => new Set(), seat: () => null, replica: { circles: new Map([["b", { id: "b", kind: "board", links: [[1, { time: 1 }]] }]]), ofKind: () => [], trust: { charter: {} } } };
  return { name: "school", session, outbox, uploads };
}

/** @param {any[]} places @param {any[]} waits @returns {any} */
const one = (places, waits) => ({ id: "post", places, waits });

/** @param {any} outbox */
function withDrop(outbox) {
  outbox.drop = async (/** @type {string} */ id) => void (outbox.waiting = outbox.waiting.filter((/** @type {any} */ other) => other.id !== id));
}

/** What a carrier does at a school. @param {any} at @param {string} type @param {any} data @returns {Promise<any>} */
const carry = (at, type, data) => carriers[type](at.session, { id: "", type, data, time: 0, after: 0 });

test("a school that has not got it yet gets the change after it, and it is taken back wherever it stands or still goes", async () => {
  const [there, queued, sending] = [place(), place([{ type: "news.post", data: { post: "post" } }]), place()];
  sending.uploads.rows.push({ upload: { id: "u", then: { type: "news.post", data: { post: "post" } } } });
  await change(one([there], [queued, sending]), { title: "Nieuw", text: "" });
  const types = (/** @type {any} */ at) => at.outbox.waiting.map((/** @type {any} */ { type }) => type);
  assert.deepEqual([there, queued, sending].map(types), [["board.change"], ["news.post", "board.change"], ["board.change"]]);
  assert.deepEqual(boxesOf(one([there], [queued, sending])), [there, queued, sending].map((at) => at.outbox));
});

test("what is taken back is not sent: neither its files nor what waits, and one looks again whether the last file was there already", async () => {
  const sending = place([{ id: "p", type: "news.post", data: { post: "post" } }, { id: "q", type: "news.post", data: { post: "other" } }]);
  withDrop(sending.outbox);
  sending.uploads.rows.push({ upload: { id: "u", then: { type: "news.post", data: { post: "post" } } } });
  beside.value = [sending];
  const { follow } = await carry(sending, TAKE_BACK, { post: "post" });
  assert.deepEqual([sending.uploads.rows, sending.outbox.waiting.map((/** @type {any} */ { id }) => id), follow.type], [[], ["q"], TAKE_BACK]);
  assert.equal(await carry(sending, TAKE_BACK, { post: "post" }), undefined, "then there is nothing more to look for");
});

test("a change waits for what it changes as long as that is on its way, and no longer", async () => {
  const sending = place();
  beside.value = [sending];
  const data = { post: "post", fields: {}, gone: [], added: [], until: Date.now() + 60_000 };
  sending.uploads.rows.push({ upload: { id: "u", then: { type: "news.post", data: { post: "post" } } } });
  assert.deepEqual((await carry(sending, "board.change", data)).follow.data, data);
  sending.uploads.rows.pop();
  assert.equal(await carry(sending, "board.change", data), undefined);
});

test("a file has one name for all schools, and what goes is named by it", async () => {
  await sodium();
  const [here, there] = [place(), place()];
  const [old, ready] = [{ blob: "x", same: "oud", name: "a", size: 3 }, { data: new Blob(), type: "text/plain" }];
  await change(one([here, there], []), { title: "", text: "" }, /** @type {any} */ ([old]), [ready]);
  const [[sent], [other]] = [here.uploads.sent, there.uploads.sent];
  assert.deepEqual([sent.data.gone, other.data.gone], [["oud"], ["oud"]]);
  assert.equal(sameOf(sent.data.added[0]), sameOf(other.data.added[0]));
  assert.equal(sameOf(/** @type {any} */ ({ name: "a.pdf", size: 3 })), "a.pdf 3");
});
