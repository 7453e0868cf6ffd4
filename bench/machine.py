"""The machine while it is measured: how much of its processors went to somebody else.

A ratio survives a machine that is a little slower all the time, not one that is taken away for half a turn.
"""

from __future__ import annotations

import os
from pathlib import Path

TOO_BUSY = 0.1
"""The share of others above which a run should be done again."""
_STAT = Path("/proc/stat")
_WAITING = slice(3, 5)  # of the times in its first line: idle, and waiting for a disk


class Watch:
    """Watches from now on."""

    def __init__(self) -> None:
        self._all, self._busy = _machine()
        self._own = _own()

    def others(self) -> float:
        """The share of all processors that other programs took since the watch began, 0 to 1."""
        total, busy = _machine()
        own = _own() - self._own
        return max(0.0, (busy - self._busy - own) / max(total - self._all, 1e-9))


def _machine() -> tuple[float, float]:
    """Seconds of all processors since the machine started, and those in which they worked."""
    times = [int(word) / os.sysconf("SC_CLK_TCK") for word in _STAT.read_text().split("\n", 1)[0].split()[1:9]]
    return sum(times), sum(times) - sum(times[_WAITING])


def _own() -> float:
    """Processor seconds of this program and of its children that have ended."""
    return sum(os.times()[:4])
