"""The votes of a survey as they lie in the file: the same bytes, in whatever order they came."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from pathlib import Path
from typing import Any, cast

from server.store import Connection, surveys

SCHEMA = next((Path(surveys.__file__).parent / "schema").glob("*-surveys.sql")).read_text()
VOTES = [
    (hashlib.sha256(bytes([n])).digest(), hashlib.blake2b(bytes([n])).digest() * 32 + bytes(48)) for n in range(60)
]


def file_of(votes: list[tuple[bytes, bytes]]) -> bytes:
    """The bytes of a database in which these votes came one after the other."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("PRAGMA secure_delete = FAST")
    database.executescript(SCHEMA)
    for serial, answer in votes:
        database.execute("BEGIN")
        surveys.vote(cast(Connection, database), "survey", serial, answer)
        database.execute("COMMIT")
    return database.serialize()


def shuffled(seed: int) -> list[tuple[bytes, bytes]]:
    """All votes in some order."""
    votes: list[Any] = [*VOTES]
    random.Random(seed).shuffle(votes)
    return votes


def test_the_file_does_not_tell_in_which_order_the_votes_came() -> None:
    assert len({file_of(shuffled(seed)) for seed in range(5)}) == 1


def test_without_laying_them_out_anew_it_would() -> None:
    """The test above can fail."""

    def plainly(votes: list[tuple[bytes, bytes]]) -> bytes:
        database = sqlite3.connect(":memory:", isolation_level=None)
        database.executescript(SCHEMA)
        for serial, answer in votes:
            database.execute("INSERT INTO survey_vote VALUES ('survey', ?, ?)", (serial, answer))
        return database.serialize()

    assert len({plainly(shuffled(seed)) for seed in range(5)}) == 5


def test_what_is_dropped_leaves_no_byte() -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    for serial, answer in VOTES:
        surveys.vote(cast(Connection, database), "survey", serial, answer)
    surveys.remove(cast(Connection, database), "survey")
    left = database.serialize()
    assert not any(serial in left or answer[:64] in left for serial, answer in VOTES)
