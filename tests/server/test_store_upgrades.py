"""Upgrades: numbered files, each applied once and wholly, with a copy before."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from server.store import errors
from server.store.connection import connect
from server.store.key import DatabaseKey
from server.store.sqlcipher import KEPT, SCHEMA, open_store

KEY = DatabaseKey(bytes(range(32)))
FIRST = """CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0); CREATE TABLE note (n INTEGER PRIMARY KEY, body TEXT);
CREATE TABLE reply (note INTEGER NOT NULL REFERENCES note);
INSERT INTO note VALUES (1, 'a; b -- c');  -- two marks; in a string
-- the end
"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "0001-first.sql").write_text(FIRST)
    return folder


def run(tmp_path: Path) -> None:
    open_store(tmp_path / "data", KEY, tmp_path / "schema").close()


def ask(path: Path, sql: str) -> list[Any]:
    connection = connect(path, KEY)
    rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def names(path: Path) -> list[str]:
    return [row[0] for row in ask(path, "SELECT name FROM schema_version ORDER BY n")]


def copies(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "data" / "backups").glob("*"))


def test_files_are_applied_in_order_and_recorded(tmp_path: Path, schema: Path) -> None:
    (schema / "0002-second.sql").write_text("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';")
    run(tmp_path)
    database = tmp_path / "data" / "kring.db"
    assert names(database) == ["0001-first", "0002-second"]
    assert ask(database, "SELECT body, mood FROM note") == [("a; b -- c", "calm")]
    sha256 = hashlib.sha256(FIRST.encode()).hexdigest()
    assert ask(database, "SELECT sha256 FROM schema_version WHERE n = 1") == [(sha256,)]


def test_an_upgrade_is_applied_once(tmp_path: Path, schema: Path) -> None:
    run(tmp_path)
    run(tmp_path)
    assert names(tmp_path / "data" / "kring.db") == ["0001-first"]


def test_a_new_database_needs_no_copy(tmp_path: Path, schema: Path) -> None:
    run(tmp_path)
    assert not (tmp_path / "data" / "backups").exists()


def test_a_copy_is_kept_as_it_was_before(tmp_path: Path, schema: Path) -> None:
    run(tmp_path)
    (schema / "0002-second.sql").write_text("DROP TABLE note;")
    run(tmp_path)
    [copy] = copies(tmp_path)
    assert copy.name.startswith("before-0002-")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert ask(copy, "SELECT n FROM note") == [(1,)]
    assert names(copy) == ["0001-first"]


def test_the_newest_copies_are_kept(tmp_path: Path, schema: Path) -> None:
    for n in range(2, KEPT + 5):
        run(tmp_path)
        (schema / f"{n:04d}-more.sql").write_text(f"CREATE TABLE more{n} (n INTEGER);")
    run(tmp_path)
    kept = [int(path.name.split("-")[1]) for path in copies(tmp_path)]
    assert kept == list(range(5, KEPT + 5))


def test_other_files_beside_the_copies_stay(tmp_path: Path, schema: Path) -> None:
    (tmp_path / "data" / "backups").mkdir(parents=True)
    (tmp_path / "data" / "backups" / "nightly.db").write_text("of somebody else")
    for n in range(2, KEPT + 4):
        run(tmp_path)
        (schema / f"{n:04d}-more.sql").write_text(f"CREATE TABLE more{n} (n INTEGER);")
    run(tmp_path)
    assert len(copies(tmp_path)) == KEPT + 1
    assert (tmp_path / "data" / "backups" / "nightly.db").exists()


@pytest.mark.parametrize(
    "second",
    [
        "CREATE TABLE more (n INTEGER); INSERT INTO more VALUES (1); INSERT INTO nothing VALUES (1);",
        "CREATE TABLE more (n INTEGER); INSERT INTO reply VALUES (77);",
        "CREATE TABLE more (n INTEGER); CREATE TABLE half (",
    ],
)
def test_an_upgrade_that_fails_leaves_everything_as_it_was(tmp_path: Path, schema: Path, second: str) -> None:
    run(tmp_path)
    (schema / "0002-second.sql").write_text(second)
    for _ in range(2):
        with pytest.raises(errors.UpgradeFailed, match="0002-second"):
            run(tmp_path)
    database = tmp_path / "data" / "kring.db"
    assert names(database) == ["0001-first"]
    assert ask(database, "SELECT name FROM sqlite_master WHERE name = 'more'") == []
    (schema / "0002-second.sql").write_text("CREATE TABLE more (n INTEGER);")
    run(tmp_path)
    assert names(database) == ["0001-first", "0002-second"]


def test_a_table_that_others_refer_to_can_be_rebuilt(tmp_path: Path, schema: Path) -> None:
    (schema / "0001-first.sql").write_text(FIRST + "INSERT INTO reply VALUES (1);")
    run(tmp_path)
    (schema / "0002-rebuild.sql").write_text(
        "CREATE TABLE fresh (n INTEGER PRIMARY KEY, body TEXT NOT NULL); INSERT INTO fresh SELECT * FROM note;"
        "DROP TABLE note; ALTER TABLE fresh RENAME TO note;"
    )
    run(tmp_path)
    assert ask(tmp_path / "data" / "kring.db", "SELECT body FROM reply JOIN note ON n = note") == [("a; b -- c",)]


def test_a_trigger_is_one_statement(tmp_path: Path, schema: Path) -> None:
    (schema / "0002-trigger.sql").write_text(
        "CREATE TRIGGER twin AFTER INSERT ON note BEGIN\n INSERT INTO reply VALUES (new.n);\n"
        " INSERT INTO reply VALUES (new.n);\nEND;\nINSERT INTO note VALUES (2, 'twins');"
    )
    run(tmp_path)
    assert ask(tmp_path / "data" / "kring.db", "SELECT count(*) FROM reply") == [(2,)]


def test_a_newer_database_is_refused(tmp_path: Path, schema: Path) -> None:
    (schema / "0002-second.sql").write_text("CREATE TABLE more (n INTEGER);")
    run(tmp_path)
    (schema / "0002-second.sql").unlink()
    with pytest.raises(errors.NewerSchema, match="schema 2, this program knows up to 1"):
        run(tmp_path)


def test_an_upgrade_that_was_altered_after_its_day_is_refused(tmp_path: Path, schema: Path) -> None:
    run(tmp_path)
    (schema / "0001-first.sql").write_text(FIRST + "-- one more word\n")
    with pytest.raises(errors.SchemaChanged, match="0001-first"):
        run(tmp_path)


@pytest.mark.parametrize("name", ["0003-gap.sql", "0001-twin.sql", "second.sql", "0002_under.sql", "002-short.sql"])
def test_misnumbered_files_are_refused(tmp_path: Path, schema: Path, name: str) -> None:
    (schema / name).write_text("CREATE TABLE more (n INTEGER);")
    with pytest.raises(errors.SchemaMisnumbered):
        run(tmp_path)
    assert not (tmp_path / "data").exists()


def test_the_schema_of_this_release_can_be_applied(tmp_path: Path) -> None:
    engine = open_store(tmp_path / "data", KEY)
    assert engine.write(engine.next_sequence) == 1
    assert engine.read(lambda connection: connection.execute("SELECT count(*) FROM schema_version").fetchone()) == (
        len(list(SCHEMA.glob("*.sql"))),
    )
    engine.close()
