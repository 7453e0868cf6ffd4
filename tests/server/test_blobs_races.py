"""The clean-up and everybody else, in every order: no living file is eaten, no dead one stays.

The real clean-up runs; between any two of its steps people begin, fill, list, edit away and let go of files.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.blobs import clean
from server.storage import Missing, new_name
from server.storage.files import Files
from server.store import Connection, blobs
from server.store.blobs import LOOSE_MS, Blob
from server.store.key import DatabaseKey
from server.store.sqlcipher import open_store
from server.turns import Turns
from sync.errors import Refused

ROOT = Path(__file__).resolve().parents[2]
DATA = b"sealed" * 1000
CIRCLE = "c"


class World:
    """A store and a storage in which something happens whenever the clean-up takes a step."""

    def __init__(self, folder: Path, draw: Callable[[], Any]) -> None:
        self.engine = open_store(folder / "data", DatabaseKey(bytes(range(32))))
        self.files = Files(folder / "files")
        self.draw, self.clock, self.begun, self.places = draw, LOOSE_MS, 0, 0
        self.site: Any = SimpleNamespace(store=self, storage=self, now=lambda: self.clock)

    # -- what the clean-up uses

    def read(self, ask: Any) -> Any:
        """A step of the clean-up, and what happens after it."""
        found = self.engine.read(ask)
        self.meddle()
        return found

    def write(self, act: Any) -> Any:
        """A step of the clean-up, and what happens after it."""
        self.meddle()
        return self.engine.write(act)

    def remove(self, name: str) -> None:
        """A step of the clean-up, and what happens around it."""
        self.meddle()
        self.files.remove(name)
        self.meddle()

    # -- what people do

    def meddle(self) -> None:
        """Something, or nothing."""
        for act in self.draw():
            {"begin": self.begin, "fill": self.fill, "list": self.list_, "edit": self.edit, "drop": self.drop,
             "wait": self.wait, "late": self.late}[act]()  # fmt: skip

    def begin(self) -> None:
        """Somebody begins a file."""
        self.begun += 1
        one = Blob(f"b{self.begun}", new_name(), "p", CIRCLE, len(DATA), 0, False, False)
        self.engine.write(lambda connection: blobs.begin(connection, one, self.clock))

    def fill(self) -> None:
        """One that is not whole gets all its bytes."""
        if one := self.some("NOT complete"):
            self.files.append(one.name, 0, [DATA])
            self.engine.write(partial(blobs.advance, name=one.name, before=one.at, at=len(DATA), now=self.clock))
            self.files.finish(one.name, len(DATA))
            self.engine.write(partial(blobs.complete, name=one.name, now=self.clock))

    def late(self) -> None:
        """Bytes come for something that is let go of meanwhile."""
        if one := self.some("NOT complete"):
            self.drop()
            self.files.append(one.name, 0, [DATA])
            if not self.engine.write(partial(blobs.advance, name=one.name, before=0, at=len(DATA), now=self.clock)):
                self.engine.write(partial(blobs.discard, name=one.name))

    def list_(self) -> None:
        """A record lists it: checked and stored in one transaction, as the server does."""
        self.places += 1
        if one := self.some("complete"):
            self.engine.write(lambda connection: blobs.exists(connection, one.id)
                              and blobs.attach(connection, CIRCLE, self.places, [one.id]))  # fmt: skip

    def edit(self) -> None:
        """A record is no more."""
        self.engine.write(lambda connection: blobs.detach(connection, CIRCLE, max(1, self.places - 1)))

    def drop(self) -> None:
        """Somebody lets go of what no record lists."""
        if one := self.some("NOT attached"):
            self.engine.write(partial(blobs.drop, blob=one.id))

    def wait(self) -> None:
        """A day and a bit."""
        self.clock += LOOSE_MS // 2 + 1

    def some(self, where: str) -> Blob | None:
        """One blob, if there is one."""

        def find(connection: Connection) -> Blob | None:
            row = connection.execute(f"SELECT id FROM blob WHERE {where}").fetchone()
            return blobs.owned(connection, "p", row[0]) if row else None

        return self.engine.read(find)

    def alive(self) -> set[str]:
        """Names of whole files that somebody may still read."""
        known: dict[str, bool] = self.engine.read(blobs.known)
        return {name for name, whole in known.items() if whole}

    def check(self) -> None:
        """Every living file is there, to the byte."""
        for name in self.alive():
            assert b"".join(self.files.open(name, 0, len(DATA))) == DATA


ACTS = st.lists(st.sampled_from(["begin", "fill", "list", "edit", "drop", "wait", "late"]), max_size=4)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_clean_up_eats_no_living_file_and_leaves_no_dead_one(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), lambda: data.draw(ACTS))
        for _ in range(3):
            world.begin()
            world.meddle()
            clean(world.site)
            world.check()
        world.draw = list
        clean(world.site)
        world.check()
        there = {path.name for path in world.files.root.rglob("*") if path.is_file()}
        known: Iterable[str] = world.engine.read(blobs.known)
        assert set(world.files.list()) == world.alive()
        assert {name.removesuffix(".part") for name in there} <= set(known)
        world.engine.close()


def test_a_file_that_was_opened_is_read_to_its_end_after_it_is_gone(tmp_path: Path) -> None:
    files, name = Files(tmp_path), new_name()
    files.append(name, 0, [DATA * 100])
    files.finish(name, len(DATA) * 100)
    pieces = files.open(name, 0, len(DATA) * 100)
    files.remove(name)
    assert b"".join(pieces) == DATA * 100
    with pytest.raises(Missing):
        files.open(name, 0, 1)


def test_of_two_requests_the_newer_one_writes(tmp_path: Path) -> None:
    """A lost request that is still under way writes nothing once it was repeated."""
    turns, files, name = Turns(), Files(tmp_path), new_name()
    with turns.take("x") as old:

        def pieces() -> Iterable[bytes]:
            yield b"old" * 100
            with turns.take("x") as new:
                files.append(name, 0, new.guard([b"new" * 200]))
                files.finish(name, 600)
            yield b"old" * 100

        with pytest.raises(Refused, match="conflict"):
            files.append(name, 0, old.guard(pieces()))
    assert b"".join(files.open(name, 0, 600)) == b"new" * 200


def test_a_turn_ends_with_its_request() -> None:
    turns = Turns()
    with turns.take("x") as first:
        first.check()
        with turns.take("y"):
            first.check()
    with pytest.raises(Refused):
        first.check()


SLOW = """
from gevent import monkey; monkey.patch_all()
import gevent
from server import wire
from server.errors import Problem

class Drops:
    def read(self, size):
        gevent.sleep(0.1)
        return b"x"

wire.BODY_SECONDS = 0.35
try:
    count = 0
    for piece in wire._pieces(Drops(), 100):
        count += 1
except Problem as problem:
    print(problem.code, count)
gevent.sleep(0.5)
try:
    for piece in wire.streamed([b"a"] * 9):
        gevent.sleep(0.2 if count else 5)
        count = 0
except ConnectionResetError as error:
    print(error.strerror)
for piece in wire.streamed([b"a"] * 9):
    break
gevent.sleep(0.5)
print("whoever hangs up early is left alone")
"""


def test_who_sends_or_takes_drop_by_drop_is_cut_off() -> None:
    said = subprocess.run([sys.executable, "-c", SLOW], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert said.stdout.splitlines() == ["too-slow 3", "too slow", "whoever hangs up early is left alone"], said.stderr
