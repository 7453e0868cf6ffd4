"""The engine: one encrypted file that is opened, read, copied, checked and closed."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from server.store import Connection, errors
from server.store.key import DatabaseKey
from server.store.sqlcipher import SqlcipherEngine, open_store

KEY = DatabaseKey(bytes(range(32)))
CANARY = "Juf Carla tekent een kanarie"
SCHEMA = """-- what the engine needs, and one table
CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);
CREATE TABLE note (n INTEGER PRIMARY KEY, body TEXT UNIQUE);
CREATE TABLE reply (note INTEGER NOT NULL REFERENCES note);
"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "0001-first.sql").write_text(SCHEMA)
    return folder


@pytest.fixture
def store(tmp_path: Path, schema: Path) -> Iterator[SqlcipherEngine]:
    engine = open_store(tmp_path / "data", KEY, schema)
    yield engine
    engine.close()


def put(body: str) -> Any:
    """An act that stores one note and returns its number."""
    return lambda connection: connection.execute("INSERT INTO note (body) VALUES (?)", (body,)).lastrowid


def bodies(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT body FROM note ORDER BY n")]


def test_what_was_written_is_read(store: SqlcipherEngine) -> None:
    assert store.write(put("a")) == 1
    assert store.read(bodies) == ["a"]


def test_what_was_written_is_there_after_opening_again(tmp_path: Path, schema: Path) -> None:
    for body in ("a", "b"):
        engine = open_store(tmp_path / "data", KEY, schema)
        engine.write(put(body))
        engine.close()
    engine = open_store(tmp_path / "data", KEY, schema)
    assert engine.read(bodies) == ["a", "b"]
    engine.close()


def test_a_read_keeps_its_snapshot_while_others_write(store: SqlcipherEngine) -> None:
    store.write(put("a"))

    def ask(connection: Connection) -> tuple[list[str], list[str]]:
        before = bodies(connection)
        store.write(put("b"))
        return before, bodies(connection)

    assert store.read(ask) == (["a"], ["a"])
    assert store.read(bodies) == ["a", "b"]


def test_a_read_cannot_write(store: SqlcipherEngine) -> None:
    with pytest.raises(errors.StoreUnavailable, match="read-only"):
        store.read(put("a"))
    assert store.read(bodies) == []


def test_a_read_that_raises_gives_its_connection_back_clean(tmp_path: Path, schema: Path) -> None:
    engine = open_store(tmp_path / "data", KEY, schema, readers=1)
    with pytest.raises(ZeroDivisionError):
        engine.read(lambda connection: bodies(connection) or 1 / 0)
    engine.write(put("a"))
    assert engine.read(bodies) == ["a"]
    engine.close()


def test_more_reads_than_connections_wait_for_each_other(tmp_path: Path, schema: Path) -> None:
    engine = open_store(tmp_path / "data", KEY, schema, readers=2)
    both, out = threading.Barrier(2), []

    def ask(connection: Connection) -> None:
        both.wait(5)  # two at a time, so four in two turns
        out.append(bodies(connection))

    threads = [threading.Thread(target=engine.read, args=(ask,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert out == [[]] * 4
    engine.close()


def test_mistakes_in_sql_stay_what_they_are(store: SqlcipherEngine) -> None:
    for run in (store.read, store.write):
        with pytest.raises(Exception, match="no such table: nowhere") as caught:
            run(lambda connection: connection.execute("SELECT * FROM nowhere").fetchall())
        assert not isinstance(caught.value, errors.StoreError)


def test_a_contradiction_is_a_conflict(store: SqlcipherEngine) -> None:
    store.write(put("a"))
    with pytest.raises(errors.StoreConflict) as caught:
        store.write(put("a"))
    assert caught.value.code == "conflict"
    with pytest.raises(errors.StoreConflict):
        store.write(lambda connection: connection.execute("INSERT INTO reply VALUES (77)"))


def test_a_closed_store_says_so(store: SqlcipherEngine) -> None:
    store.write(put("a"))
    store.close()
    store.close()
    with pytest.raises(errors.StoreClosed):
        store.write(put("b"))
    with pytest.raises(errors.StoreClosed):
        store.read(bodies)


def test_closing_leaves_one_file(store: SqlcipherEngine, tmp_path: Path) -> None:
    store.write(put("a"))
    assert (tmp_path / "data" / "kring.db-wal").exists()
    store.close()
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["kring.db"]


def test_closing_finishes_the_writes_that_wait(store: SqlcipherEngine, tmp_path: Path, schema: Path) -> None:
    begun, go = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        begun.set()
        go.wait(5)
        put("slow")(connection)

    writer = threading.Thread(target=store.write, args=(slow,))
    writer.start()
    begun.wait(5)
    closer = threading.Thread(target=store.close)
    closer.start()
    go.set()
    closer.join(10)
    writer.join(10)
    engine = open_store(tmp_path / "data", KEY, schema)
    assert engine.read(bodies) == ["slow"]
    engine.close()


def test_everything_is_for_the_owner_alone(store: SqlcipherEngine, tmp_path: Path) -> None:
    store.write(put("a"))
    store.backup(tmp_path / "data" / "copy.db")
    files = list((tmp_path / "data").iterdir())
    assert {path.name for path in files} == {"kring.db", "kring.db-wal", "kring.db-shm", "copy.db"}
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_nothing_readable_ever_lies_in_the_data_folder(tmp_path: Path, schema: Path) -> None:
    data = tmp_path / "data"
    engine = open_store(data, KEY, schema)
    engine.write(
        lambda c: c.executemany("INSERT INTO note (body) VALUES (?)", ((f"{CANARY} {n}",) for n in range(3000)))
    )
    engine.read(
        lambda c: c.execute("SELECT a.body, b.body FROM note a, note b ORDER BY b.body DESC, a.n LIMIT 9").fetchall()
    )
    engine.backup(data / "copy.db")
    assert _readable(data) == []
    engine.close()
    (schema / "0002-more.sql").write_text("CREATE INDEX note_body ON note (body);")
    open_store(data, KEY, schema).close()
    assert len(list(data.rglob("*.db"))) == 3
    assert _readable(data) == []


def test_the_search_for_readable_text_finds_it(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "plain.db") as plain:
        plain.execute("CREATE TABLE note (body TEXT)")
        plain.execute("INSERT INTO note VALUES (?)", (CANARY,))
    assert set(_readable(tmp_path)) == {"SQLite format", "CREATE TABLE", CANARY}


def _readable(folder: Path) -> list[str]:
    """Which telling strings stand in any file below `folder`, the key among them."""
    signs = ["SQLite format", "CREATE TABLE", CANARY, KEY.secret.decode(), KEY.secret.hex()]
    bytes_ = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [sign for sign in signs if sign.encode() in bytes_]


def test_a_backup_is_a_store_under_the_same_key(store: SqlcipherEngine, tmp_path: Path, schema: Path) -> None:
    store.write(put("a"))
    (tmp_path / "restored").mkdir()
    store.backup(tmp_path / "restored" / "kring.db")
    store.write(put("b"))
    copy = open_store(tmp_path / "restored", KEY, schema)
    assert copy.read(bodies) == ["a"]
    assert copy.check() == []
    copy.close()


def test_a_backup_under_load_is_one_moment(store: SqlcipherEngine, tmp_path: Path, schema: Path) -> None:
    folders = [tmp_path / str(n) for n in range(3)]
    with _load(store):
        for folder in folders:
            folder.mkdir()
            store.backup(folder / "kring.db")
    counts = [_count(folder, schema) for folder in folders]
    assert counts == sorted(counts)
    assert counts[-1] > 0


@contextmanager
def _load(store: SqlcipherEngine) -> Iterator[None]:
    """Four who write without a pause, each note with the sequence's number; the first notes are there."""
    done, begun = threading.Event(), threading.Event()

    def act(connection: Connection) -> None:
        n = store.next_sequence(connection)
        connection.execute("INSERT INTO note VALUES (?, ?)", (n, "x" * 2000 + str(n)))

    def write() -> None:
        while not done.is_set():
            store.write(act)
            begun.set()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert begun.wait(10)
    yield
    done.set()
    for thread in threads:
        thread.join(10)


def _count(folder: Path, schema: Path) -> int:
    """How many notes a copy holds, which must be as many as its sequence has given."""
    engine = open_store(folder, KEY, schema)
    notes = engine.read(lambda c: c.execute("SELECT count(*) FROM note").fetchone())
    assert notes == engine.read(lambda c: c.execute("SELECT n FROM sequence").fetchone())
    assert engine.check() == []
    engine.close()
    return int(notes[0]) if notes else -1


def test_a_backup_never_overwrites(store: SqlcipherEngine, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("dear")
    with pytest.raises(errors.BackupExists):
        store.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "dear"


def test_a_sound_store_has_nothing_to_report(store: SqlcipherEngine) -> None:
    store.write(put("a"))
    assert store.check() == []


def test_a_damaged_page_is_named(tmp_path: Path, schema: Path) -> None:
    engine = open_store(tmp_path / "data", KEY, schema)
    engine.write(lambda connection: connection.execute("CREATE TABLE long (body TEXT)"))
    engine.write(lambda c: c.executemany("INSERT INTO long VALUES (?)", ((f"{n:0999}",) for n in range(90))))
    engine.close()
    with open(tmp_path / "data" / "kring.db", "r+b") as file:
        file.seek(4096 * 16 + 500)  # the 17th page
        file.write(b"\0\0\0\0")
    engine = open_store(tmp_path / "data", KEY, schema)
    assert engine.check() == ["kring.db: HMAC verification failed for page 17."]
    with pytest.raises(errors.StoreCorrupt, match="kring doctor"):
        engine.read(lambda connection: connection.execute("SELECT body FROM long").fetchall())
    engine.close()
