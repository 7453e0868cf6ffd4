"""Whose turn it is to write a file: the newest request's. Phones repeat what they think was lost, while the lost
request may still be under way.

Invariant: once somebody has taken the turn of an id, whoever had it before writes no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sync.errors import Refused


class Turn:
    """The right to write one file, until somebody newer comes."""

    def __init__(self, newest: dict[str, Turn], what: str) -> None:
        self._newest, self._what = newest, what

    def check(self) -> None:
        """Raise Refused("conflict") if somebody newer came."""
        if self._newest.get(self._what) is not self:
            raise Refused("conflict")

    def guard(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The pieces, as long as nobody newer comes."""
        for piece in pieces:
            self.check()
            yield piece


class Turns:
    """The newest turn of each file that is being written."""

    def __init__(self) -> None:
        self._newest: dict[str, Turn] = {}

    @contextmanager
    def take(self, what: str) -> Iterator[Turn]:
        """Take the turn of `what` until the block ends."""
        turn = self._newest[what] = Turn(self._newest, what)
        try:
            yield turn
        finally:
            if self._newest.get(what) is turn:
                del self._newest[what]
