"""Numbered schema files, each applied once in a transaction of its own; a copy is kept before each upgrade."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from server.store import Connection
from server.store.errors import NewerSchema

FOLDER = Path(__file__).parent / "schema"
KEPT = 5
_NAME = re.compile(r"^(\d{4})-[a-z-]+\.sql$")


def upgrade(connection: Connection, backups: Path, copy: object, folder: Path = FOLDER) -> int:
    """Bring the schema up to this program's; returns its number.

    copy: called with the path of the backup to make before an existing database is changed.
    Raises NewerSchema if the database is ahead of this program.
    """
    files = schema_files(folder)
    at = version(connection)
    newest = max(files)
    if at > newest:
        raise NewerSchema(f"The database has schema {at}, this Kring knows {newest}: install the newer Kring again.")
    for number in range(at + 1, newest + 1):
        if at:
            _copy(backups, number, copy)
        _apply(connection, number, files[number])
    return newest


def version(connection: Connection) -> int:
    """The number of the newest schema file applied; 0 for an empty database."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").fetchone():
        return 0
    number: int = connection.execute("SELECT max(n) FROM schema_version").fetchone()[0]
    return number


def schema_files(folder: Path) -> dict[int, Path]:
    """The schema files by number."""
    return {int(match[1]): path for path in sorted(folder.iterdir()) if (match := _NAME.match(path.name))}


def _copy(backups: Path, number: int, copy: object) -> None:
    assert callable(copy)  # noqa: S101
    backups.mkdir(mode=0o700, exist_ok=True)
    copy(backups / f"before-{number:04d}-{int(time.time())}.db")
    for old in sorted(backups.glob("before-*.db"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink()


def _apply(connection: Connection, number: int, path: Path) -> None:
    text = path.read_text()
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(text):
            connection.execute(statement)
        row = (number, path.name, int(time.time() * 1000), hashlib.sha256(text.encode()).hexdigest())
        connection.execute("INSERT INTO schema_version (n, name, applied, sha256) VALUES (?, ?, ?, ?)", row)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(text: str) -> list[str]:
    statements, current = [], ""
    for line in text.splitlines(keepends=True):
        current += line
        if sqlite.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
