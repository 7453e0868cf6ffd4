"""Appending: acts, links and records in one request, all or nothing, in order; and telling who it concerns.

Signatures are checked before the write, rules inside it. The same request again gets the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping

from crypto.encoding import unb64
from server import acts, links, records
from server.auth import who
from server.checked import Checked, check
from server.hub import News
from server.site import site
from server.store import Connection, meta, people
from server.store.errors import StoreError
from server.wire import MIB, PERSON, Operation, Routes
from server.writing import Writing
from sync.errors import Refused
from sync.messages import Entries, Results, Written

routes = Routes("entries", __name__)
LARGEST = 8 * MIB
_PROBLEMS = (
    "stale-tip", "stale-link", "stale-epoch", "stale-revision", "wrong-author", "not-allowed", "not-a-writer",
    "not-a-manager", "unknown-kind", "bad-act", "bad-link", "bad-readers", "bad-letter", "tampered", "conflict",
    "not-found", "slow-down", "store-full", "not-open", "closed", "slot-taken", "unit-taken", "unknown-slot",
    "blob-missing", "contacts-off", "too-many-contacts", "quota-full",
)  # fmt: skip


@routes.serve(Operation("POST", "/api/entries", PERSON, Entries, Results, LARGEST, _PROBLEMS, away=True))
def post_entries(given: Entries) -> Results:
    """Append acts, links and records: all or nothing, in this order."""
    me, here = who(), site()
    here.limits.knock("entries", me.person)
    keys = here.store.read(lambda connection: _keys(connection, me.person))
    checked = [check(entry, keys) for entry in given.entries]
    now = here.now()

    def write(connection: Connection) -> tuple[list[Written], News]:
        writing = Writing(connection, here.store, here.hub, now, me.person, keys.get(me.person, b""), device=me.device,
                          contacts=here.config.federation.contacts)  # fmt: skip
        return [append(writing, one) for one in checked], writing.finish()

    try:
        written, _ = here.store.write(write, lambda done: here.hub.tell(done[1]))
    except StoreError:
        here.hub.forget()
        raise
    return Results(results=written)


def append(writing: Writing, one: Checked) -> Written:
    """Append one checked entry by the rules of its sort."""
    if one.entry.act is not None:
        return acts.append(writing, one)
    if one.entry.link is not None:
        return links.append(writing, one)
    return records.append(writing, one)


def _keys(connection: Connection, person: str) -> Mapping[str, bytes]:
    """The keys that may sign: the person's newest, and the root's for emergencies."""
    seats = people.seats_of(connection, person)
    if not seats:
        raise Refused("not-allowed")
    return {person: seats[0].sign, "root": unb64(meta.get(connection, "root") or "")}
