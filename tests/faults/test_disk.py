"""A disk that fills up or turns read-only: a clear refusal, reads go on, and it recovers by itself.

Needs root for a small file system in memory; skipped where that can't be mounted.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.store import Connection, errors
from server.store.key import DatabaseKey
from server.store.sqlcipher import SqlcipherEngine, open_store

KEY = DatabaseKey(bytes(range(32)))
SCHEMA = """CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);
CREATE TABLE note (n INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB."""
    (tmp_path / "disk").mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(tmp_path / "disk")]
    mounted = subprocess.run(command, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.strip()}")
    yield tmp_path / "disk"
    subprocess.run(["umount", "-l", str(tmp_path / "disk")], check=True)


@pytest.fixture
def store(disk: Path, tmp_path: Path) -> Iterator[SqlcipherEngine]:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "0001-first.sql").write_text(SCHEMA)
    engine = open_store(disk / "data", KEY, tmp_path / "schema")
    yield engine
    engine.close()


def put(size: int) -> Any:
    return lambda connection: connection.execute("INSERT INTO note (body) VALUES (zeroblob(?))", (size,)).lastrowid


def count(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM note").fetchall()[0][0])


def fill(store: SqlcipherEngine) -> int:
    """Write until it is refused; returns how many were stored."""
    for stored in range(1000):
        try:
            store.write(put(20_000))
        except errors.StoreFull:
            return stored
    raise AssertionError("the disk never filled up")


def test_a_full_disk_refuses_writes_and_goes_on_reading(store: SqlcipherEngine) -> None:
    stored = fill(store)
    assert stored > 10
    assert store.read(count) == stored
    with pytest.raises(errors.StoreFull, match="make room"):
        store.write(put(200_000))
    assert store.read(count) == stored


def test_a_full_disk_recovers_by_itself(store: SqlcipherEngine, disk: Path) -> None:
    (disk / "ballast").write_bytes(bytes(1_000_000))
    stored = fill(store)
    (disk / "ballast").unlink()
    store.write(put(20_000))
    assert store.read(count) == stored + 1
    assert store.check() == []


def test_what_was_stored_before_the_disk_was_full_is_there_after_opening_again(
    store: SqlcipherEngine, disk: Path, tmp_path: Path
) -> None:
    stored = fill(store)
    store.close()
    again = open_store(disk / "data", KEY, tmp_path / "schema")
    assert again.read(count) == stored
    again.close()


def test_no_room_for_a_backup_leaves_no_piece_of_one(store: SqlcipherEngine, disk: Path) -> None:
    fill(store)
    with pytest.raises(errors.StoreFull):
        store.backup(disk / "copy.db")
    assert sorted(path.name for path in disk.iterdir()) == ["data"]


def test_a_disk_without_any_room_cannot_found_a_store(disk: Path, tmp_path: Path) -> None:
    (disk / "ballast").write_bytes(bytes(3 * 2**20))
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "0001-first.sql").write_text(SCHEMA)
    with pytest.raises((errors.StoreFull, errors.UpgradeFailed)):
        open_store(disk / "data", KEY, tmp_path / "schema")


def test_a_data_folder_on_a_read_only_disk_is_refused(disk: Path, tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(errors.DataNotWritable):
        open_store(disk / "data", KEY, tmp_path / "schema")
