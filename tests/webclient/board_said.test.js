/** What the board says to several schools: what still waits for one of them is changed and taken back in its order; files by what they are the same by. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ready as sodium } from "../../webclient/crypto/random.js";
import { carriers, change, sameOf, takeBack } from "../../webclient/modules/board/model.js";

/** A school with what its outbox and its files wait with. @param {any[]} waiting @returns {any} */
function place(waiting = []) {
  const [outbox, uploads] = [{ waiting: [...waiting], add: async (/** @type {string} */ type, /** @type {any} */ data) => void outbox.waiting.push({ type, data }) }, { rows: /** @type {any[]} */ ([]), cancel: async () => void uploads.rows.pop(), sent: /** @type {any[]} */ ([]), add: async (/** @type {string} */ _, /** @type {any[]} */ files, /** @type {any} */ then) => void uploads.sent.push(then(files)) }];
  const session = { own: () => new Set(), seat: () => null, replica: { circles: new Map([["b", { id: "b", kind: "board", links: [[1, { time: 1 }]] }]]), ofKind: () => [], trust: { charter: {} } } };
  return { name: "school", session, outbox, uploads };
}

/** @param {any[]} places @param {any[]} waits @returns {any} */
const said = (places, waits) => ({ id: "post", places, waits });

test("a school that has not got it yet gets the change after it, and nothing of what is taken back before it went", async () => {
  const [there, queued, sending] = [place(), place([{ type: "news.post", data: { post: "post" } }]), place()];
  sending.uploads.rows.push({ upload: { id: "u", then: { type: "news.post", data: { post: "post" } } } });
  await change(said([there], [queued, sending]), { title: "Nieuw", text: "" });
  await takeBack(said([there], [queued, sending]));
  const types = (/** @type {any} */ one) => one.outbox.waiting.map((/** @type {any} */ { type }) => type);
  assert.deepEqual([there, queued, sending].map(types), [["board.change", "news.delete"], ["news.post", "board.change", "news.delete"], ["board.change"]]);
  const [{ data }] = sending.outbox.waiting;
  const after = await carriers["board.change"](sending.session, { id: "", type: "board.change", data, time: 0, after: 0 });
  assert.deepEqual([sending.uploads.rows, /** @type {any} */ (after).follow.data, there.outbox.waiting[0].data.until], [[], data, 0]);
});

test("a file has one name for all schools, and what goes is named by it", async () => {
  await sodium();
  const [here, there] = [place(), place()];
  const [old, ready] = [{ blob: "x", same: "oud", name: "a", size: 3 }, { data: new Blob(), type: "text/plain" }];
  await change(said([here, there], []), { title: "", text: "" }, /** @type {any} */ ([old]), [ready]);
  const [[one], [other]] = [here.uploads.sent, there.uploads.sent];
  assert.deepEqual([one.data.gone, other.data.gone], [["oud"], ["oud"]]);
  assert.equal(sameOf(one.data.added[0]), sameOf(other.data.added[0]));
  assert.equal(sameOf(/** @type {any} */ ({ name: "a.pdf", size: 3 })), "a.pdf 3");
});
