"""A signed-in person: a replica that is kept up to date, and writing that retries until it stands."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec

from crypto.envelope import record_hash
from crypto.identity import Identity
from sync.batch import Author, Batch
from sync.chains import Item
from sync.circles import WHOLE, check_readers
from sync.client.transport import Problem, Transport, call
from sync.errors import Refused
from sync.messages import Entries, Entry, Page, Past, Reader, Readers, Results, Written
from sync.policy import NAMED
from sync.replica import Replica
from sync.seats import Seat
from sync.trust import Trust

TRIES = 6
BATCH = 400
"""Entries in one request at the most."""


def now() -> int:
    """The time in ms UTC."""
    return time.time_ns() // 1_000_000


class Session:
    """One person at one school over a transport; `root` is the root key that stood on the paper."""

    def __init__(self, transport: Transport, identity: Identity, person: str, root: bytes) -> None:
        self.transport, self.identity, self.person = transport, identity, person
        self.replica = Replica(identity, person, Trust(root))
        self.host = urlsplit(transport.origin).netloc
        self.clock: Callable[[], int] = now
        self.synced = 0  # when this copy was last up to date, in ms
        self._lists: dict[str, tuple[str, list[Reader]]] = {}

    def sync(self) -> list[Item]:
        """Fetch and verify everything new; returns the items that changed. Raises Problem, Refused."""
        changed: list[Item] = []
        while True:
            cursor = self.replica.cursor
            page = call(self.transport, "GET", f"/api/sync?cursor={cursor}", Page)
            changed += self.replica.apply(page)
            if page.done:
                changed += self._whole()
                self.synced = self.clock()
                self.replica.expire(self.synced)
                return changed

    def _whole(self) -> list[Item]:
        """Fetch the rest of what is of use only whole: the office's desk, a group's register."""
        found: list[Item] = []
        for circle in [one for one in self.replica.circles.values() if one.kind in WHOLE]:
            while circle.before:
                found += self.past(circle.id)
        return found

    def past(self, circle: str) -> list[Item]:
        """Fetch older records of a circle; an empty list when there are none."""
        before = self.replica.circles[circle].before
        if not before:
            return []
        page = call(self.transport, "GET", f"/api/circles/{circle}/past?before={before}", Past)
        return self.replica.prepend(circle, page)

    def write(self, build: Callable[[Batch], object], seat: Seat | None = None) -> list[Entry]:
        """Build a batch and post it, again after a sync as long as somebody else was faster.

        `build` may run several times: it takes ids from outside. Raises Problem, Refused.
        """
        for left in range(TRIES, 0, -1):
            try:
                batch = self.batch(seat)
                build(batch)
                self.post(batch.entries)
                return batch.entries
            except (Problem, Refused) as error:
                hidden = error.code == "not-found" and left == TRIES  # somebody may have left since the last sync
                if not (hidden or error.code.startswith("stale-")) or left == 1:
                    raise
                self.sync()
        raise AssertionError

    def delete(self, record: str, seat: Seat | None = None) -> None:
        """Delete a record as it is by then; what is gone already is let be. Raises Problem, Refused."""

        def build(batch: Batch) -> None:
            if (item := self.replica.items.get(record)) is not None:
                batch.delete(item)

        self.write(build, seat)

    def batch(self, seat: Seat | None = None) -> Batch:
        """An empty batch in the name of `seat` (the first live one if none is given)."""
        author = Author(self.person, (seat or self.seat()).id, self.identity.signing)
        return Batch(self.replica, author, self.clock(), self.readers)

    def post(self, entries: list[Entry]) -> Results:
        """Post entries as they are, and take in what the server made of them. Raises Refused("stale-revision")."""
        results = Results(results=[])
        if entries:
            results = call(self.transport, "POST", "/api/entries", Results, Entries(entries=entries))
            for entry, answer in zip(entries, results.results, strict=True):
                _check_taken(entry, answer)
            self.sync()
        return results

    def readers(self, circle: str) -> list[Reader]:
        """The newest reader list of a circle that this person manages or writes."""
        newest = self.replica.circles[circle].hash
        known = self._lists.get(circle)
        if known is None or known[0] != newest:
            answer = call(self.transport, "GET", f"/api/circles/{circle}/readers", Readers)
            if answer.link != newest:
                raise Refused("stale-link", hash=answer.link)
            self.replica.trust.admit(answer.seats)
            check_readers(self.replica.circles[circle].head, answer.readers)
            self.replica.trust.check_listed(circle, [str(reader["ref"]) for reader in answer.readers])
            known = self._lists[circle] = (newest, answer.readers)
        return known[1]

    def seat(self, role: str = "", circle: str = "") -> Seat:
        """A live seat of this person, of a role, or acting for a circle; raises Refused("not-a-writer").

        Unless they are asked for: a contact's only where there is no other, the board's never.
        """
        seats = [self.replica.trust.seats[seat_id] for seat_id in self.replica.seats()]
        for seat in sorted(seats, key=lambda seat: seat.role in NAMED):
            wanted = role in ("", seat.role) and (not circle or self._acts(seat, circle))
            if wanted and seat.alive(self.clock()) and (role or circle or seat.role != "board"):
                return seat
        raise Refused("not-a-writer")

    def _acts(self, seat: Seat, circle: str) -> bool:
        known = self.replica.circles.get(circle)
        return known is not None and seat.acts_for(known.head["managers"] + known.head["writers"], circle)


def _check_taken(entry: Entry, answer: Written) -> None:
    """A change that another one stood in for was not taken; a first revision may be one that was sent before."""
    record = entry.record
    if record and json.loads(record.head)["revision"] > 1 and answer.hash != record_hash(msgspec.to_builtins(record)):
        raise Refused("stale-revision")
