/** What is put into the outbox to revoke an address names all that stands elsewhere: its record may be gone by then. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { feedId, newSecret } from "../../webclient/crypto/feed.js";
import { ready } from "../../webclient/crypto/random.js";
import { addresses, carriers, revoking } from "../../webclient/modules/calendar/feeds.js";

before(ready);

test("an address of two schools is revoked at both", () => {
  const [secret, other] = [newSecret(), newSecret()];
  const body = { secret, label: "", choices: {}, away: [{ host: "kompas.example", secret: other, children: [] }] };
  const session = /** @type {any} */ ({ replica: { ofKind: () => [{ id: "record", head: { time: 1 }, body }] } });
  const away = [{ host: "kompas.example", feed: feedId(other) }];
  assert.deepEqual(addresses(session).map(revoking), [{ feed: feedId(secret), record: "record", away }]);
});

test("an intent that an older version kept is carried out, with what the record says of other schools", async (t) => {
  const [secret, other] = [newSecret(), newSecret()];
  const asked = t.mock.method(globalThis, "fetch", async () => new Response(""));
  const items = new Map([["record", { circle: "own", body: { secret, away: [{ host: "kompas.example", secret: other, children: [] }] } }]]);
  const batch = { delete: () => items.delete("record") };
  const session = /** @type {any} */ ({ replica: { items, trust: { seats: new Map([["own", { id: "own" }]]) } }, write: async (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ build) => build(batch) });
  const intent = /** @type {any} */ ({ data: { feed: feedId(secret), record: "record" } });
  const done = /** @type {any} */ (await carriers["calendar.unfeed"](session, intent));
  assert.deepEqual([done.follow.data, items.size, asked.mock.callCount()], [{ away: [{ host: "kompas.example", feed: feedId(other) }] }, 0, 1]);
  assert.equal(await carriers["calendar.unfeed"](session, intent), undefined);
});
