"""Group commit: everybody who wants to write at the same moment shares one transaction and one fsync.

One thread (under gevent: one greenlet) owns the only connection that writes. It takes all acts that wait,
runs each in a savepoint, commits once, and then answers everybody. Invariants: nobody hears "done" before
the commit is on disk; an act that raises takes back only its own; hooks run in the order of the commits.
The owner is none of the callers, so that one killed while it waits (a request past its time) can't take a
commit with it.

While a commit waits for the disk the next acts gather, so groups grow with the load and a lone writer never
waits.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar, cast

from sqlcipher3 import dbapi2

from server.store import Connection
from server.store.connection import BUSY_MS, Raw
from server.store.errors import StoreClosed, StoreError, translate
from server.store.offload import Lane

T = TypeVar("T")

GROUP = 128  # acts in one transaction at most: bounds how long the first of them waits for the last
FEW = 8  # acts up to which the way to another thread and back weighs more than it spares the loop
LOG = 1000  # pages of 4 KiB
AGAIN = 1.0  # seconds after which emptying the log is tried again, if a reader stood in the way
TURN = 0.005  # seconds of acts after which the event loop gets a turn
_log = logging.getLogger(__name__)


class Writer:
    """The one who writes. `open_connection` is called once now, and again only after a failed rollback."""

    def __init__(self, open_connection: Callable[[], Raw]) -> None:
        self._open = open_connection
        self._connection = self._take_connection()
        self._lane = Lane()
        self._inbox: queue.SimpleQueue[_Wish | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._emptying = False
        self._thread = threading.Thread(target=self._serve, name="kring-writer", daemon=True)
        self._thread.start()

    def write(self, act: Callable[[Connection], T], after_commit: Callable[[T], None] | None) -> T:
        """See `Engine.write`."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("an act or a hook must not write through the engine: it would wait for itself")
        wish = _Wish(act, after_commit)
        with self._gate:
            if self._closed:
                raise StoreClosed
            self._inbox.put(wish)
        wish.answered.acquire()
        if wish.error is not None:
            raise wish.error
        return cast(T, wish.result)

    def empty_log(self) -> None:
        """See `Engine.empty_log`; an act that does nothing wakes the one who writes."""
        with self._gate:
            self._emptying = True
            if not self._closed:
                self._inbox.put(_Wish(lambda connection: None, None))

    def close(self) -> None:
        """Finish what waits, fold the log into the database, let go."""
        with self._gate:
            if self._closed:
                return
            self._closed = True
            self._inbox.put(None)
        self._thread.join()
        self._lane.run_beside(self._part)
        self._lane.close()

    def _serve(self) -> None:
        while not self._closed or not self._inbox.empty():
            batch = self._gather()
            if batch:
                self._settle(batch)
            self._fold()
            if len(batch) > 1:
                # Whoever just got an answer may come with the next act before the group is closed.
                time.sleep(0)

    def _gather(self) -> list[_Wish]:
        """Wait for one act, then take all that wait by now; none if the log is still to be emptied."""
        batch: list[_Wish] = []
        try:
            wish = self._inbox.get(timeout=AGAIN if self._emptying else None)
        except queue.Empty:
            return batch
        while wish is not None:
            batch.append(wish)
            if len(batch) == GROUP or self._inbox.empty():  # nobody else takes from it
                break
            wish = self._inbox.get()
        return batch

    def _settle(self, batch: list[_Wish]) -> None:
        """Run, commit, answer. Whatever breaks here breaks the whole batch, and every caller hears of it."""
        try:
            self._begin()
            self._run(batch)
            run = self._lane.run if len(batch) <= FEW else self._lane.run_beside
            run(self._commit)
        except BaseException as error:
            self._undo()
            for wish in batch:
                wish.fail(error)
        for wish in batch:
            wish.tell()
        for wish in batch:
            wish.answered.release()

    def _begin(self) -> None:
        """Take SQLite's write lock; while another process holds it, wait without stopping the loop."""
        patience = time.monotonic() + BUSY_MS / 1000
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                return
            except dbapi2.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > patience:
                    raise
            time.sleep(0.005)

    def _run(self, batch: list[_Wish]) -> None:
        """Run the acts of one transaction; one alone needs no savepoint, as its error undoes the whole."""
        if len(batch) == 1:
            batch[0].run(self._connection)
            return
        turn = time.monotonic() + TURN
        for wish in batch:
            self._run_apart(wish)
            if time.monotonic() > turn:
                time.sleep(0)
                turn = time.monotonic() + TURN

    def _run_apart(self, wish: _Wish) -> None:
        execute = self._connection.execute
        execute("SAVEPOINT act")
        try:
            wish.run(self._connection)
        except BaseException as error:
            if not self._connection.in_transaction:  # SQLite undid all (disk full)
                raise
            execute("ROLLBACK TO act")
            wish.fail(error)
        execute("RELEASE act")

    def _fold(self) -> None:
        """Write a long log back into the database, after the answers: no caller waits for that.

        Whatever stands in the way (a full disk), the log keeps everything until it goes.
        """
        with suppress(dbapi2.Error):
            if self._emptying:
                self._lane.run_beside(self._truncate)
                return
            row = self._connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
            if row and row[1] - row[2] >= LOG:
                self._lane.run_beside(self._checkpoint)

    def _checkpoint(self) -> None:
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _truncate(self) -> None:
        """Cut the log off, where no reader still needs it."""
        busy, self._emptying = True, False  # whoever asks meanwhile is not forgotten
        try:
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._emptying = self._emptying or bool(busy)

    def _commit(self) -> None:
        self._connection.execute("COMMIT")

    def _undo(self) -> None:
        """Roll back; where even that fails, start over with a fresh connection."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except dbapi2.Error:
            with suppress(StoreError, dbapi2.Error):
                self._connection.close()
                self._connection = self._take_connection()

    def _take_connection(self) -> Raw:
        connection = self._open()
        connection.execute("PRAGMA busy_timeout = 0")  # SQLite's own waiting would stop the loop: see _begin
        connection.execute("PRAGMA wal_autocheckpoint = 0")  # see _fold
        return connection

    def _part(self) -> None:
        with suppress(dbapi2.Error):
            self._connection.execute("PRAGMA optimize")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._connection.close()


class _Wish:
    """One act that waits for its commit, and what became of it."""

    __slots__ = ("act", "after_commit", "answered", "error", "result")

    def __init__(self, act: Callable[[Connection], Any], after_commit: Callable[[Any], None] | None) -> None:
        self.act = act
        self.after_commit = after_commit
        self.result: Any = None
        self.error: BaseException | None = None
        self.answered = threading.Lock()  # a latch: the cheapest that threads and greenlets wait for
        self.answered.acquire()

    def run(self, connection: Connection) -> None:
        self.result = self.act(connection)

    def fail(self, error: BaseException) -> None:
        """Keep what the caller will hear; an error of its own comes before one of the batch."""
        if self.error is None:
            self.error = translate(error)
            if self.error is not error:
                self.error.__cause__ = error

    def tell(self) -> None:
        """Call the hook. The write is on disk, so a hook that breaks can't undo it and must not hide it."""
        if self.error is not None or self.after_commit is None:
            return
        try:
            self.after_commit(self.result)
        except BaseException as error:
            _log.error("a hook after a commit raised %s", type(error).__name__)
