"""How many of our people ask one linked school at the same moment; the others wait at the door, not at the other side.

When that school says that there is something new, hundreds of apps ask at once. Each has its answer in a few hundredths
of a second there; all together they would wait longer than a request may take. Invariant: a place is given back as
soon as an answer begins, so a long download keeps nobody out.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 16
PATIENCE = 30.0
"""Seconds that somebody waits at a door; then the other school counts as silent."""


class Doors:
    """A door for each linked school."""

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE) -> None:
        self._at_once, self._patience = at_once, patience
        self._lock = threading.Lock()
        self._doors: dict[str, threading.Semaphore] = {}

    @contextmanager
    def through(self, root: str) -> Iterator[None]:
        """Wait for a place at the door of the school with this root key; raises TimeoutError."""
        with self._lock:
            door = self._doors.setdefault(root, threading.Semaphore(self._at_once))
        if not door.acquire(timeout=self._patience):
            raise TimeoutError
        try:
            yield
        finally:
            door.release()
