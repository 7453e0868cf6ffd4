"""Bringing a database to the schema of this release: numbered SQL files, applied in order.

Invariants: an upgrade is applied wholly or not at all; what was applied is recorded with its hash and never
differs from its file; a database is copied before the first upgrade of a run; a newer database is refused.

A file is called `NNNN-name.sql`, numbered from 0001 without a gap, and says in comments what it is for. It
has no BEGIN or COMMIT. The first one makes the two tables that the engine itself needs: `schema_version (n,
name, applied, sha256)`, and `sequence (n)` with one row, 0.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import complete_statement

from sqlcipher3 import dbapi2

from server.store.connection import Raw
from server.store.errors import NewerSchema, SchemaChanged, SchemaMisnumbered, UpgradeFailed

_NAME = re.compile(r"([0-9]{4})-([a-z0-9-]+)\.sql")


@dataclass(frozen=True, slots=True)
class Upgrade:
    """One file of the schema folder."""

    n: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """The hash of its text, in hexadecimal."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def read_upgrades(folder: Path) -> list[Upgrade]:
    """Return the upgrades of this release in order. Raises SchemaMisnumbered."""
    upgrades = []
    for n, path in enumerate(sorted(folder.glob("*.sql")), start=1):
        parts = _NAME.fullmatch(path.name)
        if parts is None or int(parts[1]) != n:
            raise SchemaMisnumbered(folder=folder)
        upgrades.append(Upgrade(n, path.stem, path.read_text("utf-8")))
    return upgrades


def upgrade(connection: Raw, upgrades: list[Upgrade], copy: Callable[[int], None]) -> int:
    """Apply what is missing, return how many were; `copy(n)` is called before, if there is something to lose.

    Raises NewerSchema, SchemaChanged or UpgradeFailed.
    """
    applied = _read_applied(connection)
    _refuse_foreign(applied, upgrades)
    missing = upgrades[len(applied) :]
    if missing and applied:
        copy(missing[0].n)
    for step in missing:
        _apply(connection, step)
    return len(missing)


def _read_applied(connection: Raw) -> list[tuple[int, str, str]]:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").fetchone():
        return []
    rows = connection.execute("SELECT n, name, sha256 FROM schema_version ORDER BY n").fetchall()
    return [(int(n), str(name), str(sha256)) for n, name, sha256 in rows]


def _refuse_foreign(applied: list[tuple[int, str, str]], upgrades: list[Upgrade]) -> None:
    if len(applied) > len(upgrades):
        raise NewerSchema(found=applied[-1][0], known=len(upgrades))
    for (_, name, sha256), known in zip(applied, upgrades, strict=False):
        if sha256 != known.sha256:
            raise SchemaChanged(name=name)


def _apply(connection: Raw, step: Upgrade) -> None:
    # Foreign keys are off meanwhile, since a table may have to be rebuilt, and all checked before the commit:
    # https://www.sqlite.org/lang_altertable.html#otheralter
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in _split(step.sql):
            connection.execute(statement).fetchall()
        connection.execute(
            "INSERT INTO schema_version (n, name, applied, sha256) VALUES (?, ?, ?, ?)",
            (step.n, step.name, int(time.time() * 1000), step.sha256),
        )
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise dbapi2.IntegrityError("a reference would lead nowhere")
        connection.execute("COMMIT")
    except (dbapi2.Error, dbapi2.Warning) as error:
        raise UpgradeFailed(name=step.name, reason=error) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _split(sql: str) -> Iterator[str]:
    """Yield the statements one by one; a trigger with its inner semicolons is one."""
    draft = ""
    for piece in re.split(r"(?<=;)", sql):
        draft += piece
        if complete_statement(draft):
            yield draft
            draft = ""
    if draft.strip():
        yield draft
