"""The store: what the server keeps, behind one narrow interface.

Invariant: nothing above this package knows which database it stands on. `sqlcipher.open_store` gives the
first `Engine`; a second one (PostgreSQL) has to keep the same words:

- `read(ask)` runs `ask(connection)` on one consistent snapshot, which never changes under it;
- `write(act)` runs `act(connection)` in a transaction and returns only when the commit is on disk;
- an act that raises leaves nothing behind and disturbs nobody else's;
- commits happen one after another, and `next_sequence` grows in just that order.

Acts and asks are short and speak SQL only: no network, no waiting, no other call to the engine. They give
values as parameters (`?`), and rows come back as tuples. Acts and hooks run in the writer's own thread, together
with those of others: nothing that belongs to a request (its context, its session) is at hand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

__all__ = ["Connection", "Cursor", "Engine", "Row"]

T = TypeVar("T")
Row = Any
"""A tuple, as long as the question says; None from `fetchone` where there is no row."""
Values = Sequence[object] | Mapping[str, object]


class Cursor(Protocol):
    """The rows of one statement: iterate, or fetch."""

    rowcount: int
    lastrowid: int | None

    def fetchone(self) -> Row: ...
    def fetchall(self) -> list[Row]: ...
    def fetchmany(self, size: int = ...) -> list[Row]: ...
    def __iter__(self) -> Iterator[Row]: ...


class Connection(Protocol):
    """What an act or an ask may do. Transactions belong to the engine: no BEGIN, COMMIT or ROLLBACK here."""

    def execute(self, sql: str, values: Values = ..., /) -> Cursor: ...
    def executemany(self, sql: str, rows: Sequence[Values] | Iterator[Values], /) -> Cursor: ...


class Engine(Protocol):
    """The store's engine. Every method may raise an error of `server.store.errors`."""

    def read(self, ask: Callable[[Connection], T]) -> T:
        """Return `ask(connection)`, run on one snapshot that only reads."""

    def write(self, act: Callable[[Connection], T], after_commit: Callable[[T], None] | None = None) -> T:
        """Return `act(connection)` once it is on disk; what `act` raises is raised here and leaves nothing.

        `after_commit(result)` is called after the commit and before the return, in the order of all commits.
        It must not wait and must not write; what it raises is logged and forgotten.
        """

    def next_sequence(self, connection: Connection) -> int:
        """Return the next number of the one server-wide sequence, inside an act; from 1, without gaps."""

    def empty_log(self) -> None:
        """Soon leave nothing in the log of writes from which their order could be read; returns at once."""

    def backup(self, path: Path) -> None:
        """Write a copy as of now to `path`, which must not exist; the store goes on meanwhile.

        What `surveys.LEFT_OUT` names is not in it.
        """

    def check(self) -> list[str]:
        """Return one sentence for each damage found; an empty list means that the store is sound."""

    def close(self) -> None:
        """Finish the writes that wait, then let go of everything. A second call does nothing."""
