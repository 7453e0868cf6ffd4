"""Group commit: who writes at the same moment shares a commit, and nothing else."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from server.store import Connection, commits, errors
from server.store.connection import connect
from server.store.key import DatabaseKey
from server.store.sqlcipher import SqlcipherEngine, open_store

KEY = DatabaseKey(bytes(range(32)))
SCHEMA = """CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT, applied INTEGER, sha256 TEXT);
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);
CREATE TABLE note (n INTEGER PRIMARY KEY, body TEXT UNIQUE);
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlcipherEngine]:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "0001-first.sql").write_text(SCHEMA)
    engine = open_store(tmp_path / "data", KEY, tmp_path / "schema")
    yield engine
    engine.close()


class Crowd:
    """Writers that all wait behind one act, and so come into one group once it is let go."""

    def __init__(self, store: SqlcipherEngine) -> None:
        self.store = store
        self.answers: dict[str, Any] = {}
        self.told: list[str] = []
        self._begun, self._go = threading.Event(), threading.Event()
        self._threads = [threading.Thread(target=store.write, args=(self._hold,))]
        self._threads[0].start()
        assert self._begun.wait(5)

    def add(self, name: str, act: Callable[[Connection], Any], hook: Callable[[Any], None] | None = None) -> None:
        thread = threading.Thread(target=self._write, args=(name, act, hook))
        queued = self.store._writer._inbox.qsize()
        thread.start()
        while self.store._writer._inbox.qsize() == queued:  # in line, so that the order is ours
            thread.join(0.001)
        self._threads.append(thread)

    def go(self) -> None:
        self._go.set()
        for thread in self._threads:
            thread.join(10)

    def _hold(self, connection: Connection) -> None:
        self._begun.set()
        self._go.wait(10)

    def _write(self, name: str, act: Callable[[Connection], Any], hook: Callable[[Any], None] | None) -> None:
        try:
            self.answers[name] = self.store.write(act, hook or self.told.append)
        except Exception as error:
            self.answers[name] = error


def do_at_once(works: list[Callable[[], None]]) -> None:
    """Do all of them at once, and wait."""
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)


def put(body: str) -> Callable[[Connection], str]:
    def act(connection: Connection) -> str:
        connection.execute("INSERT INTO note (body) VALUES (?)", (body,))
        return body

    return act


def bodies(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT body FROM note ORDER BY n")]


def test_those_who_wait_share_one_commit(store: SqlcipherEngine) -> None:
    crowd = Crowd(store)
    seen: list[list[str]] = []
    for name in "abc":
        crowd.add(name, put(name), lambda _: seen.append(store.read(bodies)))
    crowd.go()
    assert seen == [["a", "b", "c"]] * 3  # the first one told sees all of them on disk


def test_they_are_told_in_the_order_they_came(store: SqlcipherEngine) -> None:
    crowd = Crowd(store)
    names = [f"{n:03}" for n in range(commits.GROUP + 20)]  # more than one group
    for name in names:
        crowd.add(name, put(name))
    crowd.go()
    assert crowd.told == names == store.read(bodies)
    assert crowd.answers == {name: name for name in names}


def test_one_that_fails_takes_back_only_its_own(store: SqlcipherEngine) -> None:
    def half(connection: Connection) -> None:
        put("half")(connection)
        raise ZeroDivisionError

    crowd = Crowd(store)
    crowd.add("before", put("before"))
    crowd.add("half", half)
    crowd.add("twice", put("before"))
    crowd.add("after", put("after"))
    crowd.go()
    assert isinstance(crowd.answers["half"], ZeroDivisionError)
    assert isinstance(crowd.answers["twice"], errors.StoreConflict)
    assert store.read(bodies) == crowd.told == ["before", "after"]


def test_one_that_fails_alone_leaves_nothing(store: SqlcipherEngine) -> None:
    def half(connection: Connection) -> None:
        put("half")(connection)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(half, lambda _: pytest.fail("told of what is not stored"))
    assert store.read(bodies) == []


def test_a_commit_that_fails_fails_for_all_of_its_group(store: SqlcipherEngine) -> None:
    crowd = Crowd(store)
    crowd.add("a", put("a"))
    crowd.add("breach", lambda connection: connection.execute("COMMIT"))
    crowd.add("b", put("b"))
    crowd.go()
    assert all(isinstance(answer, Exception) for answer in crowd.answers.values())
    assert crowd.told == []
    assert store.write(put("c")) == "c"


def test_an_answer_means_that_everybody_can_read_it(store: SqlcipherEngine) -> None:
    for n in range(50):
        store.write(put(str(n)))
        assert str(n) in store.read(bodies)


def test_the_sequence_follows_the_commits_without_a_gap(store: SqlcipherEngine) -> None:
    told: list[int] = []
    tries = itertools.count()

    def act(connection: Connection) -> int:
        n = store.next_sequence(connection)
        return n if next(tries) % 5 else n // 0  # one in five gives its number back

    def write() -> None:
        for _ in range(30):
            with suppress(ZeroDivisionError):
                store.write(act, told.append)

    do_at_once([write] * 12)
    assert told == list(range(1, len(told) + 1))
    assert len(told) == 12 * 30 * 4 // 5


def test_a_hook_comes_before_the_answer(store: SqlcipherEngine) -> None:
    order: list[str] = []
    order.append(store.write(put("answer"), lambda _: order.append("hook")))
    assert order == ["hook", "answer"]


def test_a_hook_that_breaks_hides_nothing(store: SqlcipherEngine, caplog: pytest.LogCaptureFixture) -> None:
    def hook(result: str) -> None:
        raise ZeroDivisionError(result)

    assert store.write(put("secret"), hook) == "secret"
    assert store.read(bodies) == ["secret"]
    assert "ZeroDivisionError" in caplog.text
    assert "secret" not in caplog.text


def test_an_act_that_writes_through_the_engine_is_refused_at_once(store: SqlcipherEngine) -> None:
    with pytest.raises(RuntimeError, match="wait for itself"):
        store.write(lambda connection: store.write(put("a")))
    assert store.write(put("b")) == "b"


def test_a_write_waits_for_another_process(store: SqlcipherEngine, tmp_path: Path) -> None:
    other = connect(tmp_path / "data" / "kring.db", KEY)
    other.execute("BEGIN IMMEDIATE")
    writer = threading.Thread(target=store.write, args=(put("a"),))
    writer.start()
    writer.join(0.05)
    assert writer.is_alive()
    other.execute("COMMIT")
    writer.join(5)
    assert store.read(bodies) == ["a"]
    other.close()


def test_a_write_does_not_wait_for_ever(
    store: SqlcipherEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "BUSY_MS", 30)
    other = connect(tmp_path / "data" / "kring.db", KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.StoreUnavailable, match="busy"):
        store.write(put("a"))
    other.close()
    assert store.write(put("b")) == "b"


def test_every_commit_waits_for_the_disk(store: SqlcipherEngine) -> None:
    def settings(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "temp_store", "foreign_keys", "trusted_schema", "query_only")
        return [connection.execute(f"PRAGMA {name}").fetchall()[0][0] for name in names]

    assert store.write(settings) == ["wal", 2, 2, 1, 0, 0]  # 2 = FULL, 2 = MEMORY
    assert store.read(settings) == ["wal", 2, 2, 1, 0, 1]


def test_the_log_is_folded_into_the_database_now_and_then(store: SqlcipherEngine, tmp_path: Path) -> None:
    for n in range(30):
        store.write(put("x" * 400_000 + str(n)))  # a hundred pages each, three thousand in all
    store.write(put("and one that comes after the last folding"))
    log = (tmp_path / "data" / "kring.db-wal").stat().st_size
    assert log < 2 * commits.LOG * 4096
