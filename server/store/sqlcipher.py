"""The store on SQLCipher: one writer that commits for everybody waiting, and readers beside it.

Invariant: `write` returns only after a COMMIT with synchronous=FULL. **Group commit**: whoever finds no leader
becomes it, lets others queue up for one turn, runs each change in a savepoint of its own (one that fails undoes
only itself), commits once, and answers all. Under gevent the waiting is done by greenlets, in tests by threads;
the code is the same.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from queue import LifoQueue
from typing import Any, Generic, TypeVar

from sqlcipher3 import dbapi2 as sqlite

from server.store import Connection
from server.store.errors import PlainDatabase, StoreFull, StoreUnavailable, WrongDatabaseKey
from server.store.upgrades import FOLDER, upgrade

Result = TypeVar("Result")
FILE = "kring.db"
READERS = 4
_PLAIN = b"SQLite format 3\0"


class _Job(Generic[Result]):
    """One waiting change and what became of it."""

    def __init__(self, change: Callable[[Connection], Result], after: Callable[[Result], None] | None) -> None:
        self.change, self.after = change, after
        self.result: Result | None = None
        self.error: BaseException | None = None
        self.done = threading.Event()


class SqlCipher:
    """The engine over one encrypted file in `folder`; `key` is 32 bytes."""

    def __init__(self, folder: Path, key: bytes, schema: Path = FOLDER) -> None:
        """Open or create; raises StoreError with a sentence that says what to do."""
        self.path = folder / FILE
        self._key = key
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _refuse_plain(self.path)
        self._writer = self._connect()
        self._waiting: deque[_Job[Any]] = deque()
        self._guard = threading.Lock()
        self._leading = False
        upgrade(self._writer, folder / "backups", self.backup, schema)
        self._readers: LifoQueue[Connection] = LifoQueue()
        for _ in range(READERS):
            self._readers.put(self._connect(reader=True))

    def read(self, ask: Callable[[Connection], Result]) -> Result:
        """Run `ask` on one consistent state."""
        connection = self._readers.get()
        try:
            connection.execute("BEGIN")
            return ask(connection)
        finally:
            connection.execute("ROLLBACK")
            self._readers.put(connection)

    def write(self, change: Callable[[Connection], Result], after: Callable[[Result], None] | None = None) -> Result:
        """Run `change` and return its result once it is durable; `after` is called in commit order.

        Raises what `change` raises (nothing of it is kept), StoreFull, StoreUnavailable.
        """
        job = _Job(change, after)
        with self._guard:
            self._waiting.append(job)
            leads, self._leading = not self._leading, True
        if leads:
            self._lead()
        job.done.wait()
        if job.error is not None:
            raise job.error
        return job.result  # type: ignore[return-value]

    def backup(self, target: Path) -> None:
        """Copy the database under the same key, while others write; mode 0600."""
        target.touch(mode=0o600)
        source, copy = self._connect(), sqlite.connect(str(target))
        copy.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        source.backup(copy)
        copy.close()
        source.close()

    def check(self) -> list[str]:
        """Names of damaged pages and broken structures; empty when the file is sound."""
        connection = self._connect(reader=True)
        try:
            pages = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
            return pages or [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
        except sqlite.DatabaseError as error:
            return [str(error)]
        finally:
            connection.close()

    def close(self) -> None:
        """Let the leader finish, fold the log into the file, close."""
        while self._leading:
            time.sleep(0.001)
        for _ in range(READERS):
            self._readers.get().close()
        self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._writer.close()

    def _connect(self, reader: bool = False) -> Connection:
        connection = sqlite.connect(str(self.path), isolation_level=None, check_same_thread=False, cached_statements=512)
        connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite.DatabaseError:
            connection.close()
            raise WrongDatabaseKey(
                f"The key does not open {self.path}: put the key file that belongs to this database in place."
            ) from None
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 10000",
                       "trusted_schema = OFF", "temp_store = MEMORY", "cache_size = -65536",
                       f"query_only = {int(reader)}"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _lead(self) -> None:
        while True:
            time.sleep(0)  # one turn for others to queue up: they share this commit
            with self._guard:
                jobs = list(self._waiting)
                self._waiting.clear()
                if not jobs:
                    self._leading = False
                    return
            self._commit(jobs)

    def _commit(self, jobs: list[_Job[Any]]) -> None:
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            for job in jobs:
                self._run(job)
            self._writer.execute("COMMIT")
        except BaseException as error:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            for job in jobs:
                job.error = job.error or _store_error(error)
        for job in jobs:
            if job.error is None and job.after:
                job.after(job.result)
            job.done.set()

    def _run(self, job: _Job[Any]) -> None:
        self._writer.execute("SAVEPOINT job")
        try:
            job.result = job.change(self._writer)
        except sqlite.OperationalError:
            raise
        except Exception as error:
            job.error = error
            self._writer.execute("ROLLBACK TO job")
        self._writer.execute("RELEASE job")


def next_sequence(connection: Connection) -> int:
    """The next number of the server's one sequence, assigned inside the committing transaction."""
    number: int = connection.execute("UPDATE sequence SET n = n + 1 RETURNING n").fetchone()[0]
    return number


def _refuse_plain(path: Path) -> None:
    if path.is_file() and path.open("rb").read(len(_PLAIN)) == _PLAIN:
        raise PlainDatabase(f"{path} is not encrypted: it is no database of Kring's. Move it away.")


def _store_error(error: BaseException) -> BaseException:
    if not isinstance(error, sqlite.OperationalError):
        return error
    if "full" in str(error):
        return StoreFull("The school's disk is full: nothing was saved. Free some space, then try again.")
    return StoreUnavailable(f"The school's disk can't be written: {error}.")
