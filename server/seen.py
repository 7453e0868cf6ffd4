"""What this process remembers of signed requests: so that each counts once.

Invariant: in memory only. Whatever was signed before this process began is refused by its time, so that a restart
forgets nothing that could count again.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from server.signatures import Claimed

_AGAIN = 60_000
"""How long (ms) until somebody whose signature does not hold is asked again for a newer key."""


@dataclass
class Seen:
    """What this process knows of signed requests: nonces until they expire, when a key was last asked for."""

    started: int
    _nonces: dict[tuple[str, str], int] = field(default_factory=dict)
    _asked: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def first_time(self, claimed: Claimed, now: int) -> bool:
        """Whether this nonce of this school was not seen before; now: seconds."""
        with self._lock:
            while self._nonces and next(iter(self._nonces.values())) < now:  # about in the order in which they end
                del self._nonces[next(iter(self._nonces))]
            known = (claimed.keyid, claimed.nonce) in self._nonces
            self._nonces[claimed.keyid, claimed.nonce] = claimed.expires
            return not known

    def may_ask(self, known: str, now: int) -> bool:
        """Whether it is time (ms) to ask a school for a newer key; `known`: which one, with what key."""
        with self._lock:
            due = now - self._asked.get(known, -_AGAIN) >= _AGAIN
            if due:
                self._asked[known] = now
            return due
