"""A seat as the rules see it: the place one letter gives, and for what it may act.

A seat is proven by its invitation (a signed act in the school log) and, once redeemed, by a link that the
invitation's own key signed. Nothing here believes a list: who may manage or write follows from these alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NEVER = -1
"""`ended_n` of a seat that has not ended."""


@dataclass(frozen=True)
class Seat:
    """One seat; times in ms UTC, 0 = none; `n` and `ended_n` are places in the school log.

    `opens` is the box key (b64) of its second epoch, where a client has seen the proof; "" before.
    """

    id: str
    n: int
    role: str
    circles: tuple[str, ...]
    issuer: str
    locator: str
    invited: str
    deadline: int
    starts: int
    ends: int
    ended: int = 0
    ended_n: int = NEVER
    person: str = ""
    sign: bytes = b""
    box: bytes = b""
    link: str = ""
    opens: str = ""

    def alive(self, at: int) -> bool:
        """Whether the seat is in force at the time `at`."""
        return self.starts <= at and not (self.ends and at >= self.ends) and not (self.ended and at >= self.ended)

    def held(self, n: int) -> bool:
        """Whether the seat was in force at place `n` of the school log."""
        return self.n < n and not (self.ended_n != NEVER and self.ended_n < n)

    def acts_for(self, refs: Iterable[str], circle: str) -> bool:
        """Whether the seat is one of the managers or writers `refs` of `circle`."""
        own = circle in self.circles or circle == self.id
        return any(own if ref == "self" else ref == self.id or ref in self.circles for ref in refs)
