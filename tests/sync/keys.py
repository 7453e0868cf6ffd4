"""What a person could open who holds the whole database: their own keys, tried on all that is sealed.

This is the server's worst case, a member who also took the disk; rights, routes and cursors count for nothing here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from crypto.circle import Epoch, open_history
from crypto.encoding import unb64
from crypto.envelope import open_record
from crypto.errors import CryptoError
from crypto.identity import BoxKey, Identity
from server.store import Connection, Engine

Record = dict[str, object]


@dataclass
class Disk:
    """All that was ever stored: also what has been replaced or deleted since."""

    grants: set[tuple[str, str]] = field(default_factory=set)
    history: set[tuple[str, int, str]] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)
    circles: dict[str, str] = field(default_factory=dict)
    tried: dict[tuple[bytes, str], bytes | None] = field(default_factory=dict)

    def copy(self, store: Engine) -> list[str]:
        """Take along what is new in the store; returns the hashes of new records."""
        return store.read(self._copy)

    def keys_of(self, identity: Identity) -> dict[bytes, Epoch]:
        """Every epoch that an identity opens, step by step, until nothing more opens; by seed."""
        found: dict[bytes, Epoch] = {}
        size = -1
        while size < len(found):
            size = len(found)
            for seed in self._opened(identity, list(found.values())):
                found[seed] = found.get(seed) or Epoch(seed)
            for epoch in list(found.values()):
                found |= {older.seed: older for older in self._older(epoch)}
        return found

    def readable(self, identity: Identity) -> set[str]:
        """The hashes of all records that any of these keys opens, as record or as letter."""
        epochs = self.keys_of(identity)
        boxes = [identity.box, *(epoch.box for epoch in epochs.values())]
        return {digest for digest, record in self.records.items() if self._opens(record, epochs.values(), boxes)}

    def _copy(self, rows: Connection) -> list[str]:
        self.grants |= {(row[0], row[1]) for row in rows.execute("SELECT ref, sealed FROM grants")}
        for circle, number, sealed, head in rows.execute("SELECT circle, epoch, history, head FROM link"):
            self.history.add((circle, number, sealed))
            self.circles[json.loads(head)["box"]] = circle
        found = {row[0]: {"head": row[1], "body": row[2], "boxes": json.loads(row[3])}
                 for row in rows.execute("SELECT hash, head, body, boxes FROM record WHERE body <> ''")}  # fmt: skip
        new = [digest for digest in found if digest not in self.records]
        self.records |= found
        return new

    def _opened(self, identity: Identity, epochs: Iterable[Epoch]) -> set[bytes]:
        """The person's own key is tried on every grant, a circle's on those to that circle."""
        boxes: dict[str, list[BoxKey]] = {}
        for epoch in epochs:
            boxes.setdefault(self.circles.get(epoch.public, ""), []).append(epoch.box)
        return {
            seed
            for ref, sealed in self.grants
            for box in [identity.box, *boxes.get(ref[2:], [])]
            if (seed := self._try(box, sealed))
        }

    def _try(self, box: BoxKey, sealed: str) -> bytes | None:
        if (box.public, sealed) not in self.tried:
            try:
                self.tried[box.public, sealed] = box.open(unb64(sealed))
            except CryptoError:
                self.tried[box.public, sealed] = None
        return self.tried[box.public, sealed]

    def _older(self, epoch: Epoch) -> Iterable[Epoch]:
        for circle, number, sealed in self.history:
            try:
                if sealed and circle == self.circles.get(epoch.public):
                    yield open_history(epoch, sealed, circle, number)
            except CryptoError:
                continue

    def _opens(self, record: Record, epochs: Iterable[Epoch], boxes: list[BoxKey]) -> bool:
        sealed = record["boxes"]
        assert isinstance(sealed, list)
        keys = [key for _, _, text in sealed for box in boxes if (key := self._try(box, text))]
        return any(_fits(key, record) for key in [*keys, *(epoch.content for epoch in epochs)])


def _fits(key: bytes, record: Record) -> bool:
    try:
        open_record(key, record)
    except CryptoError:
        return False
    return True
