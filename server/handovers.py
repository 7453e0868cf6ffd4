"""A new device gets an account from one that is signed in: sealed between the two, and only passed on here.

Invariants: kept in memory for some minutes; what was answered is answered once and collected once; a session begins
for whoever proves to hold the key inside, and for nobody else.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from crypto.encoding import unb64
from crypto.handover import handover_id, handover_number
from crypto.identity import PUBLIC

LIFE = 10 * 60 * 1000
_MOST = 10_000


@dataclass(frozen=True)
class Waiting:
    """One handover: the key to seal to, what was sealed and by whom ("" until somebody did), until when (ms)."""

    box: str
    sealed: str
    person: str
    until: int


class Handovers:
    """The handovers of one running school that wait to be answered or collected."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, Waiting] = {}

    def ask(self, box: str, now: int) -> str:
        """Wait for an answer to this key; returns the number. Asked again it stays as it is. Raises Malformed."""
        number = _number(box)
        with self._lock:
            self._drop_old(now)
            self._waiting.setdefault(number, Waiting(box, "", "", now + LIFE))
        return number

    def find(self, number: str, now: int) -> Waiting | None:
        """What waits under a number."""
        with self._lock:
            found = self._waiting.get(number)
        return found if found and found.until > now else None

    def answer(self, number: str, person: str, sealed: str, now: int) -> bool:
        """Hand something over; False if nothing waits there, or somebody was faster."""
        with self._lock:
            found = self._waiting.get(number)
            if found is None or found.until <= now or found.sealed:
                return False
            self._waiting[number] = replace(found, sealed=sealed, person=person)
            return True

    def take(self, number: str) -> bool:
        """End a handover; False if it was over already."""
        with self._lock:
            return self._waiting.pop(number, None) is not None

    def _drop_old(self, now: int) -> None:
        for number in [one for one, waiting in self._waiting.items() if waiting.until <= now]:
            del self._waiting[number]
        while len(self._waiting) >= _MOST:
            del self._waiting[next(iter(self._waiting))]


def _number(box: str) -> str:
    return handover_id(handover_number(unb64(box, PUBLIC)))
