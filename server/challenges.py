"""Sign-in challenges that need no memory until they are used: 32 bytes that only this server can have made.

Invariants: a challenge is for one name and one lock, for two minutes, and for one attempt, right or wrong. Nobody
can fill a table by asking for many.
"""

from __future__ import annotations

import hmac
import threading

from crypto.digest import H, keyed
from crypto.encoding import b64, lp, unb64
from crypto.errors import Malformed
from crypto.random import fresh

LIFE = 2 * 60 * 1000
_PURPOSE = "kring1.server.challenge"
_TIME, _NONCE, _MAC = 6, 10, 16


class Challenges:
    """Makes and takes challenges; secret: the server's own 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        self._key = H(_PURPOSE, secret)
        self._spent: dict[str, int] = {}
        self._lock = threading.Lock()

    def make(self, name: str, lock: str, now: int) -> tuple[str, int]:
        """A challenge for this (folded) name and lock, and when it expires (ms UTC)."""
        expires = now + LIFE
        stamp = expires.to_bytes(_TIME, "big") + fresh(_NONCE)
        return b64(stamp + self._mac(stamp, name, lock)), expires

    def take(self, challenge: str, name: str, lock: str, now: int) -> int | None:
        """When this challenge expires; None if it isn't one for this name and lock, is spent or expired."""
        try:
            data = unb64(challenge, _TIME + _NONCE + _MAC)
        except Malformed:
            return None
        stamp, expires = data[:-_MAC], int.from_bytes(data[:_TIME], "big")
        if not hmac.compare_digest(data[-_MAC:], self._mac(stamp, name, lock)) or expires <= now:
            return None
        return expires if self._spend(challenge, expires, now) else None

    def _spend(self, challenge: str, expires: int, now: int) -> bool:
        with self._lock:
            for old in [key for key, until in self._spent.items() if until <= now]:
                del self._spent[old]
            if challenge in self._spent:
                return False
            self._spent[challenge] = expires
            return True

    def _mac(self, stamp: bytes, name: str, lock: str) -> bytes:
        return keyed(self._key, lp(stamp, name.encode(), lock.encode()))[:_MAC]
