"""Opening one connection to an encrypted database file.

Invariants: the key goes in through a call, never as SQL text; nothing is ever written in plain, temporary
tables and sorting included; a file that is not ours is refused before anything is written to it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from sqlcipher3 import dbapi2

from server.store import Connection
from server.store.errors import DataNotWritable, NotADatabase, PlainDatabase, StoreFull, WrongKey, translate
from server.store.key import DatabaseKey

PAGE = 4096
BUSY_MS = 5000

# WAL: readers never wait for the writer. FULL: a commit returns after fsync, so that "stored" survives a
# power cut. temp_store: sorting stays in memory, as SQLCipher does not encrypt temporary files.
# trusted_schema, cell_size_check: a doctored file may neither run functions from its schema nor lead a
# cursor astray. secure_delete: a removed row is overwritten in its page. journal_size_limit: a log that
# once grew gives its space back. cipher_memory_security stays off: it locks and wipes every allocation of
# SQLite, which doubled the time of a scan here, while rows are sealed before they come; SQLCipher locks and
# wipes the key itself in any case.
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = FAST",
    "PRAGMA journal_size_limit = 67108864",
)
_ALONE = ("PRAGMA journal_mode = MEMORY", "PRAGMA secure_delete = ON")


class Raw(Connection, Protocol):
    """A `Connection` as the engine itself sees it."""

    in_transaction: bool

    def set_key(self, passphrase: str, /) -> None: ...
    def close(self) -> None: ...


def prepare(path: Path) -> None:
    """Make the data folder (0700) and an empty database file (0600) where they are missing, and refuse
    strangers.

    Raises DataNotWritable, StoreFull, PlainDatabase or NotADatabase.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives its log and its index the mode of the database file.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        if isinstance(word := translate(error), StoreFull):
            raise word from error
        raise DataNotWritable(data=path.parent, us=os.geteuid()) from error
    if not os.access(path.parent, os.W_OK | os.X_OK):  # the log is a file of its own
        raise DataNotWritable(data=path.parent, us=os.geteuid())
    _refuse_stranger(path)


def connect(path: Path, key: DatabaseKey, *, reads_only: bool = False, alone: bool = False) -> Raw:
    """Open the existing file `path`; alone: one that nobody else has, without a log beside it.

    Raises WrongKey, or what `errors.translate` turns into its word.

    The connection may travel between threads, as long as one at a time uses it.
    """
    connection: Raw = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,  # no BEGIN behind our back
        check_same_thread=False,
        cached_statements=512,
        timeout=BUSY_MS / 1000,
    )
    try:
        _unlock(connection, path, key)
        for setting in (*_SETTINGS[1:], *_ALONE) if alone else _SETTINGS:
            connection.execute(setting).fetchall()
        if reads_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Raw, path: Path, key: DatabaseKey) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # else SQLCipher writes to stderr by itself
    connection.set_key(key.literal())
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise WrongKey(path=path) from None
        raise


def _refuse_stranger(path: Path) -> None:
    """Tell what is surely not ours by its first page; what looks random only the key can tell."""
    with open(path, "rb") as file:
        page = file.read(PAGE)
        size = os.fstat(file.fileno()).st_size
    if page.startswith(b"SQLite format 3\0"):
        raise PlainDatabase(path=path)
    # An encrypted page looks random: of 4096 such bytes hardly any of the 256 values is missing.
    if size and (size % PAGE or len(set(page)) < 200):
        raise NotADatabase(path=path)
