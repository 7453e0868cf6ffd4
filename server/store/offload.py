"""One native thread beside the event loop, for work that waits for the disk.

Why: under gevent everything shares one thread, and an fsync in it stops every request and socket for as
long as the disk takes (0.2 ms on a good SSD, 20 ms and more on a busy disk). So COMMIT, with the
checkpoints it brings, runs here while the loop goes on; SQLite lets go of Python's lock meanwhile. Acts do
*not* run here: each of their statements would have to win that lock back from a busy loop, and they could
touch what belongs to the loop. Without gevent the caller is a thread of its own, and the work simply runs
in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gevent import monkey
from gevent.threadpool import ThreadPool

T = TypeVar("T")


class Lane:
    """Runs one piece of work after another; other greenlets go on while the caller waits."""

    def __init__(self) -> None:
        self._pool = ThreadPool(1) if monkey.is_module_patched("threading") else None

    def run(self, work: Callable[[], T]) -> T:
        """Return `work()`, or raise what it raises."""
        if self._pool is None:
            return work()
        result: T = self._pool.apply(work)
        return result

    def close(self) -> None:
        """Let the thread end."""
        if self._pool is not None:
            self._pool.kill()
