"""Commits per second, one by one and grouped: the engine against raw SQLCipher and plain SQLite in the same
run.

One bench among the others, and a program of its own: `python bench/commits.py [--seconds 2] [--json FILE]`. Every
figure is the median of three turns, the contestants taking turns so that a busy machine disturbs all of them alike.
Exit code 1 if a limit is missed: one writer >= 50 % of raw SQLCipher one by one, 50 waiting writers >= 100 % of it,
threads and gevent alike.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
GEVENT = "--gevent" in sys.argv
if GEVENT:
    from gevent import monkey

    monkey.patch_all()

from bench.rows import Row, take_turns  # noqa: E402
from server.store.connection import connect, prepare  # noqa: E402
from server.store.key import DatabaseKey  # noqa: E402
from server.store.sqlcipher import SqlcipherEngine, open_store  # noqa: E402

ROW = os.urandom(900)  # about one sealed record
GROUP = 50
TABLES = """CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL); INSERT INTO sequence VALUES (0);
CREATE TABLE record (n INTEGER PRIMARY KEY, body BLOB NOT NULL);"""
LIMITS = {
    "engine, 1 writer, threads": 0.5,
    "engine, 50 writers, threads": 1.0,
    "engine, 1 writer, gevent": 0.5,
    "engine, 50 writers, gevent": 1.0,
}
Contestant = Callable[[float], float]


def measure(seconds: float = 0.5) -> list[Row]:
    """The rows that have a limit, for the table of all benches."""
    figures = _figures(seconds)
    return [Row(name, figures[name], figures[_peer(name)], "commits/s", against=_peer(name)) for name in LIMITS]


def main() -> int:
    """Run everything and print a table; with --gevent only what runs under gevent, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of one turn")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--gevent", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.gevent:
        print(json.dumps(_in_folder(_gevent, options.seconds)))
        return 0
    return _report(_figures(options.seconds), options.json)


def _figures(seconds: float) -> dict[str, float]:
    figures = _in_folder(_threads, seconds)
    command = [sys.executable, __file__, "--gevent", "--seconds", str(seconds)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    beside_a_loop: dict[str, float] = json.loads(output)
    return figures | beside_a_loop


def _in_folder(make: Callable[[Path], dict[str, Contestant]], seconds: float) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:  # a disk: /tmp may be memory
        made = {name: partial(run, seconds) for name, run in make(Path(folder)).items()}
        return take_turns(made, rounds=3)


def _peer(name: str) -> str:
    return "SQLCipher, one by one, gevent" if "gevent" in name else "SQLCipher, one by one"


def _report(figures: dict[str, float], file: Path | None) -> int:
    rows, missed = [], 0
    for name, figure in figures.items():
        peer = figures[_peer(name)]
        row: dict[str, Any] = {"measure": name, "value": round(figure, 1)}
        if "pause" not in name:
            row |= {"ratio": round(figure / peer, 2), "limit": LIMITS.get(name)}
            missed += figure / peer < LIMITS.get(name, 0)
        rows.append(row)
        print(f"{name:48} {figure:10,.1f} {row.get('ratio', ''):>7} {row.get('limit') or '':>7}")
    if file:
        file.write_text(json.dumps(rows, indent=1) + "\n")
    return 1 if missed else 0


def _threads(folder: Path) -> dict[str, Contestant]:
    plain = _plain(folder / "plain.db")
    cipher = open_raw(folder / "cipher.db")
    engine = _engine(folder / "engine")
    return {
        "SQLite, one by one": lambda seconds: write_raw(plain, 1, seconds),
        "SQLite, grouped by 50": lambda seconds: write_raw(plain, GROUP, seconds),
        "SQLCipher, one by one": lambda seconds: write_raw(cipher, 1, seconds),
        "SQLCipher, grouped by 50": lambda seconds: write_raw(cipher, GROUP, seconds),
        "engine, 1 writer, threads": lambda seconds: _crowd(engine, 1, seconds),
        "engine, 50 writers, threads": lambda seconds: _crowd(engine, GROUP, seconds),
    }


def _gevent(folder: Path) -> dict[str, Contestant]:
    """The same beside an event loop, and how long that loop stood still at worst (99th percentile, ms)."""
    cipher = open_raw(folder / "cipher.db")
    engine, inside = _engine(folder / "engine"), _engine(folder / "inside")
    inside._writer._lane._pool = None  # the road not taken: every COMMIT in the loop itself
    return {
        "SQLCipher, one by one, gevent": lambda seconds: write_raw(cipher, 1, seconds),
        "engine, 1 writer, gevent": lambda seconds: _crowd(engine, 1, seconds),
        "engine, 50 writers, gevent": lambda seconds: _crowd(engine, GROUP, seconds),
        "loop's pause in ms, 50 writers, gevent": lambda seconds: _pause(engine, seconds),
        "engine, 1 writer, gevent, commit in the loop": lambda seconds: _crowd(inside, 1, seconds),
        "engine, 50 writers, gevent, commit in the loop": lambda seconds: _crowd(inside, GROUP, seconds),
        "loop's pause in ms, 50 writers, gevent, in the loop": lambda seconds: _pause(inside, seconds),
    }


def _plain(path: Path) -> Any:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.executescript(TABLES)
    return connection


def open_raw(path: Path) -> Any:
    """A connection to SQLCipher with the engine's own settings and nothing of the engine around it."""
    prepare(path)
    connection: Any = connect(path, DatabaseKey(bytes(32)))
    connection.executescript(TABLES)
    return connection


def _engine(folder: Path) -> SqlcipherEngine:
    schema = folder.with_name(folder.name + "-schema")
    schema.mkdir()
    (schema / "0001-bench.sql").write_text(TABLES)
    return open_store(folder, DatabaseKey(bytes(32)), schema)


def write_raw(connection: Any, group: int, seconds: float, row: bytes = ROW) -> float:
    """Rows per second on one connection, `group` of them in a transaction."""
    rows, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(group):
            connection.execute("UPDATE sequence SET n = n + 1 RETURNING n").fetchall()
            connection.execute("INSERT INTO record (body) VALUES (?)", (row,))
        connection.execute("COMMIT")
        rows += group
    return rows / (time.perf_counter() - start)


def _crowd(engine: SqlcipherEngine, writers: int, seconds: float) -> float:
    """Acknowledged writes per second of `writers` who each wait for their answer before the next."""
    counts = [0] * writers
    start = time.perf_counter()

    def post(connection: Any) -> int:
        n = engine.next_sequence(connection)
        connection.execute("INSERT INTO record (body) VALUES (?)", (ROW,))
        return n

    def write(who: int) -> None:
        while time.perf_counter() - start < seconds:
            engine.write(post)
            counts[who] += 1

    threads = [threading.Thread(target=write, args=(who,)) for who in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - start)


def _pause(engine: SqlcipherEngine, seconds: float) -> float:
    """How late a greenlet wakes that sleeps 1 ms at a time beside 50 writers: the 99th percentile, in ms."""
    late: list[float] = []
    crowd = threading.Thread(target=_crowd, args=(engine, GROUP, seconds))
    crowd.start()
    while crowd.is_alive():
        start = time.perf_counter()
        time.sleep(0.001)
        late.append((time.perf_counter() - start) * 1000 - 1)
    return statistics.quantiles(late, n=100)[98]


if __name__ == "__main__":
    sys.exit(main())
