"""Refusals: what is not this school's database is refused in one sentence, and left as it was."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from server.store import errors
from server.store.key import DatabaseKey
from server.store.sqlcipher import open_store

KEY = DatabaseKey(bytes(range(32)))
SCHEMA = """CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);
"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "0001-first.sql").write_text(SCHEMA)
    return folder


def test_another_key_opens_nothing(tmp_path: Path, schema: Path) -> None:
    open_store(tmp_path / "data", KEY, schema).close()
    before = (tmp_path / "data" / "kring.db").read_bytes()
    with pytest.raises(errors.WrongKey) as caught:
        open_store(tmp_path / "data", DatabaseKey(bytes(32)), schema)
    assert caught.value.code == "wrong-key"
    assert (tmp_path / "data" / "kring.db").read_bytes() == before


def test_a_plain_database_is_refused_and_left_alone(tmp_path: Path, schema: Path) -> None:
    path = tmp_path / "kring.db"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE note (body TEXT)")
    before = path.read_bytes()
    with pytest.raises(errors.PlainDatabase, match="not encrypted"):
        open_store(tmp_path, KEY, schema)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"hello", b"lorem ipsum " * 4096, bytes(8192), os.urandom(5000)])
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, schema: Path, content: bytes) -> None:
    (tmp_path / "kring.db").write_bytes(content)
    with pytest.raises(errors.NotADatabase):
        open_store(tmp_path, KEY, schema)
    assert (tmp_path / "kring.db").read_bytes() == content


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path, schema: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(errors.DataNotWritable, match=str(tmp_path / "file")):
        open_store(tmp_path / "file" / "data", KEY, schema)


def test_every_error_has_its_own_code_and_one_sentence() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.StoreError)]
    assert len(kinds) > 15
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.sentence.endswith(".")
        assert kind.sentence.count(". ") == 0
