"""What went wrong in this process: codes, how often, and when last. For whoever helps to keep the server going.

Invariant: a code from our own lists and a time, nothing else: no text, no address, no id. Gone with the process.
"""

from __future__ import annotations

from typing import NamedTuple

MOST = 20
"""Codes that are remembered; the ones that were longest ago go first."""


class Fault(NamedTuple):
    """A code, how often it came (`times`), and when last (ms)."""

    code: str
    times: int
    last: int


class Faults:
    """The codes of this process's failures."""

    def __init__(self) -> None:
        self._found: dict[str, Fault] = {}

    def note(self, code: str, now: int) -> None:
        """It went wrong once more."""
        before = self._found.pop(code, Fault(code, 0, 0))
        self._found[code] = Fault(code, before.times + 1, now)
        while len(self._found) > MOST:
            del self._found[next(iter(self._found))]

    def newest(self) -> list[Fault]:
        """All that are remembered, the newest first."""
        return list(self._found.values())[::-1]
