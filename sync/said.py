"""Which of two words of one person counts: the one that was said last, not the one that was sent last.

A phone that lay in a drawer sends what was pressed on it when it finds a network; what was said on another device
meanwhile stands. Pure; the same as `webclient/sync/said.js`.
"""

from __future__ import annotations

from sync.chains import Item


def overtaken(stands: int, said: int, now: int) -> bool:
    """Whether a word of `said` (ms) is older than what stands since `stands` (0: nothing does).

    What claims to be of the future says nothing of when it was said: some clock was wrong, and whoever presses now is
    heard.
    """
    return said < stands <= now


def said_at(item: Item | None) -> int:
    """When something was said (ms), of a record that may be older than that it is kept: else when it was written."""
    return int(item.body.get("said") or item.head["time"]) if item else 0
