"""The engine in gunicorn's gevent worker: each test is a small program of its own, as patching can't be undone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START = """
from gevent import monkey
monkey.patch_all()
import gevent, sys, time
from pathlib import Path
from server.store.key import DatabaseKey
from server.store.sqlcipher import open_store

folder = Path(sys.argv[1])
(folder / "schema").mkdir()
(folder / "schema" / "0001-first.sql").write_text('''
    CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
    CREATE TABLE sequence (n INTEGER NOT NULL);
    INSERT INTO sequence VALUES (0);''')
store = open_store(folder / "data", DatabaseKey(bytes(32)), folder / "schema")
still = monkey.get_original("time", "sleep")  # sleeps as a disk does: the thread stands still


def ticks(work):
    "How often another greenlet has its turn while `work` goes on."
    count = [0]
    def tick():
        while True:
            count[0] += 1
            gevent.sleep(0.002)
    ticker = gevent.spawn(tick)
    gevent.sleep(0)
    work()
    ticker.kill()
    return count[0]
"""


def run(tmp_path: Path, program: str) -> str:
    command = [sys.executable, "-c", START + program + "\nstore.close()\n", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_many_greenlets_write_in_order(tmp_path: Path) -> None:
    program = """
told = []
writers = [gevent.spawn(store.write, store.next_sequence, told.append) for _ in range(300)]
gevent.joinall(writers, raise_error=True)
print(told == sorted(w.value for w in writers) == list(range(1, 301)))
"""
    assert run(tmp_path, program) == "True"


def test_the_loop_goes_on_while_slow_work_waits_for_the_disk(tmp_path: Path) -> None:
    program = """
from server.store.offload import Lane
lane = Lane()
print(ticks(lambda: lane.run_beside(lambda: still(0.2))) > 20)
"""
    assert run(tmp_path, program) == "True"


def test_once_commits_are_slow_they_leave_the_loop_and_come_back_later(tmp_path: Path) -> None:
    program = """
from server.store.offload import Lane
lane = Lane()
print(ticks(lambda: lane.run(lambda: still(0.1))) < 5)
print(ticks(lambda: lane.run(lambda: still(0.1))) > 10)
for _ in range(1000):
    lane.run(lambda: None)
print(ticks(lambda: lane.run(lambda: still(0.1))) < 5)
"""
    assert run(tmp_path, program).split() == ["True"] * 3


def test_a_killed_request_takes_nobody_along(tmp_path: Path) -> None:
    program = """
def slow(connection):
    gevent.sleep(0.05)
    return store.next_sequence(connection)
crowd = [gevent.spawn(store.write, slow) for _ in range(5)]
gevent.sleep(0.01)
crowd[0].kill()
crowd[3].kill()
gevent.joinall(crowd, timeout=5)
print([greenlet.value for greenlet in crowd if isinstance(greenlet.value, int)])
print(store.read(lambda c: c.execute("SELECT n FROM sequence").fetchone()[0]))
"""
    # Those who were killed hear nothing; what they asked for may be stored, like any answer lost on its way.
    assert run(tmp_path, program).splitlines() == ["[2, 3, 5]", "5"]


def test_a_busy_database_does_not_stop_the_loop(tmp_path: Path) -> None:
    program = """
from server.store.connection import connect
other = connect(folder / "data" / "kring.db", DatabaseKey(bytes(32)))
other.execute("BEGIN IMMEDIATE")
gevent.spawn_later(0.2, other.execute, "COMMIT")
print(ticks(lambda: store.write(store.next_sequence)) > 20)
"""
    assert run(tmp_path, program) == "True"


def test_backup_and_check_leave_the_loop_alone(tmp_path: Path) -> None:
    program = """
store.write(lambda c: c.execute("CREATE TABLE big (body BLOB)"))
store.write(lambda c: c.executemany("INSERT INTO big VALUES (randomblob(4000))", [()] * 15000))
start = time.perf_counter()
n = ticks(lambda: (store.backup(folder / "copy.db"), store.check()))
print(n / (time.perf_counter() - start) > 100)
"""
    assert run(tmp_path, program) == "True"
