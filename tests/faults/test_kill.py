"""kill -9 at random moments under load: what was acknowledged is there, and nothing is there by half.

A child process writes from eight threads and says so, line by line, after each answer. It is killed with no warning;
then the store is opened again and compared with what was said. `KRING_SOAK=1` kills 200 times instead of 12.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from server.store import Connection
from server.store.key import DatabaseKey
from server.store.sqlcipher import open_store

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 200 if os.environ.get("KRING_SOAK") else 12
KEY = DatabaseKey(bytes(range(32)))
SCHEMA = """CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);
CREATE TABLE head (n INTEGER PRIMARY KEY, writer TEXT NOT NULL);
CREATE TABLE body (n INTEGER PRIMARY KEY REFERENCES head, body BLOB NOT NULL);
"""
# Each act writes a head, then a body of a length that follows from its number, up to several pages.
CHILD = """
import os, sys, threading
from pathlib import Path
{patch}
from server.store.key import DatabaseKey
from server.store.sqlcipher import open_store

folder, key = Path(sys.argv[1]), DatabaseKey(bytes(range(32)))
store = open_store(folder / "data", key, folder / "schema")

def act(connection):
    n = store.next_sequence(connection)
    connection.execute("INSERT INTO head VALUES (?, ?)", (n, threading.current_thread().name))
    connection.execute("INSERT INTO body VALUES (?, zeroblob(?))", (n, n * 37 % 9000))
    return n

def write():
    while True:
        os.write(1, b"%d\\n" % store.write(act))

os.write(1, b"ready\\n")
threads = [threading.Thread(target=write) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""
PATCHES = {"threads": "", "gevent": "from gevent import monkey; monkey.patch_all(); import threading"}


@pytest.mark.parametrize("kind", PATCHES)
def test_nothing_acknowledged_is_lost_and_nothing_is_half(tmp_path: Path, kind: str) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "0001-first.sql").write_text(SCHEMA)
    chance = random.Random(kind)
    acknowledged = 0
    for _ in range(ROUNDS // len(PATCHES)):
        answers = kill_under_load(tmp_path, CHILD.format(patch=PATCHES[kind]), chance.randrange(20, 120))
        acknowledged = max([acknowledged, *answers])
        store = open_store(tmp_path / "data", KEY, tmp_path / "schema")
        store.read(partial(compare, answers=answers))
        store.close()
    assert acknowledged > ROUNDS * 5  # there was a load


def test_a_store_that_was_killed_is_sound(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "0001-first.sql").write_text(SCHEMA)
    for _ in range(3):
        kill_under_load(tmp_path, CHILD.format(patch=""), 10)
        store = open_store(tmp_path / "data", KEY, tmp_path / "schema")
        assert store.check() == []
        newest, given = store.read(numbers)
        assert newest == given > 0
        store.close()


def kill_under_load(folder: Path, program: str, count: int) -> list[int]:
    """Run the child, kill it some moment after so many writes were confirmed, return the numbers it was given."""
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        said = b"".join(child.stdout.readline() for _ in range(count))
        time.sleep(random.uniform(0, 0.02))
        child.kill()
        lines = (said + child.stdout.read()).split(b"\n")
    return [int(line) for line in lines[:-1]]  # after the last line end: what it could not say any more


def compare(connection: Connection, answers: list[int]) -> None:
    heads = [row[0] for row in connection.execute("SELECT n FROM head ORDER BY n")]
    bodies = [row[0] for row in connection.execute("SELECT n FROM body WHERE length(body) = n * 37 % 9000 ORDER BY n")]
    given = connection.execute("SELECT n FROM sequence").fetchall()[0][0]
    assert heads == bodies == list(range(1, given + 1))
    assert set(answers) <= set(heads)


def numbers(connection: Connection) -> tuple[int, int]:
    """The newest number stored and the newest one given."""
    rows = connection.execute("SELECT max(h.n), max(s.n) FROM head h, sequence s").fetchall()
    return rows[0][0], rows[0][1]
