/** What is put into the outbox to revoke an address names all that stands elsewhere: its record may be gone by then. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { feedId, newSecret } from "../../webclient/crypto/feed.js";
import { ready } from "../../webclient/crypto/random.js";
import { addresses, revoking } from "../../webclient/modules/calendar/feeds.js";

before(ready);

test("an address of two schools is revoked at both", () => {
  const [secret, other] = [newSecret(), newSecret()];
  const body = { secret, label: "", choices: {}, away: [{ host: "kompas.example", secret: other, children: [] }] };
  const session = /** @type {any} */ ({ replica: { ofKind: () => [{ id: "record", head: { time: 1 }, body }] } });
  const away = [{ host: "kompas.example", feed: feedId(other) }];
  assert.deepEqual(addresses(session).map(revoking), [{ feed: feedId(secret), record: "record", away }]);
});
