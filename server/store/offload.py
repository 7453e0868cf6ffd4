"""One native thread beside the event loop, for work that waits for the disk.

Why: under gevent everything shares one thread, and an fsync in it stops every request and socket for as
long as the disk takes: 0.2 ms on a good SSD, 20 ms and more on a busy disk. So a COMMIT runs here while the
loop goes on; SQLite lets go of Python's lock meanwhile. But the way here and back costs about 0.15 ms, as
much as a fast commit itself, so while commits are quick they stay in the loop: `bench/commits.py` has the
figures of both ways.

Acts never run here: each of their statements would have to win Python's lock back from a busy loop, and
they could touch what belongs to the loop. Without gevent a caller has a thread of its own, and the work
simply runs in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from gevent import monkey
from gevent.threadpool import ThreadPool

T = TypeVar("T")

QUICK = 0.002  # seconds for which the loop may stand still
FADING = 0.98  # how much of the longest time is still expected one piece of work later


class Lane:
    """Runs one piece of work after another; other greenlets go on while the caller waits."""

    def __init__(self) -> None:
        self._pool = ThreadPool(1) if monkey.is_module_patched("threading") else None
        self._expected = 0.0

    def run(self, work: Callable[[], T]) -> T:
        """Return `work()`, or raise what it raises; in the loop itself as long as that is quick."""
        if self._expected > QUICK:
            return self.run_beside(lambda: self._time(work))
        return self._time(work)

    def run_beside(self, work: Callable[[], T]) -> T:
        """The same for work that is known to be slow."""
        if self._pool is None:
            return work()
        result: T = self._pool.apply(work)
        return result

    def close(self) -> None:
        """Let the thread end."""
        if self._pool is not None:
            self._pool.kill()

    def _time(self, work: Callable[[], T]) -> T:
        """Remember a stall for about a hundred commits: better those a little slower than the loop."""
        start = time.perf_counter()
        try:
            return work()
        finally:
            self._expected = max(time.perf_counter() - start, self._expected * FADING)
