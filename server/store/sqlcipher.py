"""The store's first engine: one encrypted SQLite file, `kring.db`, in the data folder.

Invariant: whoever has the folder without the key has random bytes; database, log, copies and sorting alike.
Reading is in `reads`, writing in `commits`; here they are opened, copied, checked and closed together.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2

from server.store import Connection
from server.store.commits import Writer
from server.store.connection import Raw, connect, prepare
from server.store.errors import BackupExists, translating
from server.store.key import DatabaseKey, sync_folder
from server.store.offload import Lane
from server.store.reads import Readers
from server.store.surveys import LEFT_OUT
from server.store.upgrades import read_upgrades, upgrade

T = TypeVar("T")

SCHEMA = Path(__file__).with_name("schema")
DATABASE, BACKUPS = "kring.db", "backups"
KEPT = 5  # copies made before upgrades


def open_store(data: Path, key: DatabaseKey, schema: Path = SCHEMA, readers: int = 4) -> SqlcipherEngine:
    """Open, or found, the store in the folder `data` and bring it to this release's schema.

    To be called after gevent's patching and after any fork. Raises any refusal of `server.store.errors`.
    """
    path = data / DATABASE
    upgrades = read_upgrades(schema)
    prepare(path)
    with translating():
        with closing(connect(path, key)) as connection:
            upgrade(connection, upgrades, partial(_copy_before, connection, key, data / BACKUPS))
        return SqlcipherEngine(path, key, readers)


class SqlcipherEngine:
    """An `Engine` on SQLCipher, made by `open_store`."""

    def __init__(self, path: Path, key: DatabaseKey, readers: int) -> None:
        self._path, self._key = path, key
        self._connect: Callable[[], Raw] = partial(connect, path, key)
        self._lane = Lane()  # copies and checks last: not on the lane of the commits
        self._readers = Readers(partial(connect, path, key, reads_only=True), readers)
        self._writer = Writer(self._connect)

    def read(self, ask: Callable[[Connection], T]) -> T:
        """See `Engine.read`. Raises StoreUnavailable, StoreCorrupt, StoreClosed."""
        return self._readers.read(ask)

    def write(self, act: Callable[[Connection], T], after_commit: Callable[[T], None] | None = None) -> T:
        """As `Engine.write`. Raises StoreFull, StoreUnavailable, StoreConflict, StoreCorrupt, StoreClosed."""
        return self._writer.write(act, after_commit)

    def next_sequence(self, connection: Connection) -> int:
        """See `Engine.next_sequence`: a row, not memory, so that an undone act gives its number back."""
        rows = connection.execute("UPDATE sequence SET n = n + 1 RETURNING n").fetchall()
        return int(rows[0][0])

    def empty_log(self) -> None:
        """See `Engine.empty_log`: SQLite's log is folded into the database and cut off."""
        self._writer.empty_log()

    def backup(self, path: Path) -> None:
        """See `Engine.backup`: encrypted under the same key, mode 0600. Raises BackupExists, StoreFull."""
        self._lane.run_beside(partial(self._with_connection, partial(_copy, key=self._key, path=path)))

    def check(self) -> list[str]:
        """See `Engine.check`: reads every page, so it takes its time. Names the pages that were damaged."""
        findings = self._lane.run_beside(partial(self._with_connection, _examine))
        if not findings:
            return []
        # A page that was being written while it was read looks damaged once, not twice.
        again = self._lane.run_beside(partial(self._with_connection, _examine))
        return [finding for finding in findings if finding in again]

    def close(self) -> None:
        """See `Engine.close`."""
        self._readers.close()
        self._writer.close()
        self._lane.close()

    def _with_connection(self, work: Callable[[Raw], T]) -> T:
        with translating(), closing(self._connect()) as connection:
            return work(connection)


def _copy_before(connection: Raw, key: DatabaseKey, folder: Path, n: int) -> None:
    """Keep the database as it was before upgrade `n`, and the newest of such copies."""
    folder.mkdir(mode=0o700, exist_ok=True)
    _copy(connection, key, folder / f"before-{n:04d}-{time.time_ns()}.db")
    copies = sorted(folder.glob("before-*.db"), key=lambda copy: int(copy.stem.rsplit("-", 1)[1]))
    for old in copies[:-KEPT]:
        old.unlink()


def _copy(connection: Raw, key: DatabaseKey, path: Path) -> None:
    """Write a copy with the same key: under another name first, so that `path` is whole or is not.

    VACUUM INTO reads one snapshot; SQLite's backup interface would start over with every write of others.
    """
    if path.exists():
        raise BackupExists(path=path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        connection.execute("VACUUM INTO ?", (str(draft),))
        _leave_out(draft, key)
        os.fsync(descriptor)
        os.link(draft, path)
    except FileExistsError:
        raise BackupExists(path=path) from None
    finally:
        os.close(descriptor)
        draft.unlink()
    sync_folder(path.parent)


def _leave_out(draft: Path, key: DatabaseKey) -> None:
    """Take out of a fresh copy what is to be in none, zeros in its place."""
    with closing(connect(draft, key, alone=True)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'survey_issue'").fetchone():
            for statement in LEFT_OUT:
                connection.execute(statement)


def _examine(connection: Raw) -> list[str]:
    """Try the seal of every page, and where all fit, the structure."""
    seals = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    try:
        found = seals or [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
    except dbapi2.DatabaseError as error:
        found = [error]
    return [f"{DATABASE}: {finding}." for finding in found]
