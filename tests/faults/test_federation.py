"""Two schools as real processes: cut off, killed, doubled, slow, put back. Nothing is lost, and nothing comes twice."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server import delivering
from server.backup import back_up
from server.setup import CONFIG
from sync.client import linking
from tests.faults.pair import House, open_houses, until

pytestmark = pytest.mark.timeout(600)
MANY = 800
KILLS = 3
OUTAGE = 240.0
"""Seconds: after an outage a school waits longer and longer before it knocks again."""


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[tuple[House, House]]:
    """Two linked schools."""
    with open_houses(tmp_path) as found:
        yield found


def test_an_outage_loses_nothing_and_doubles_nothing(houses: tuple[House, House]) -> None:
    a, b = houses
    a.front.cut = True
    b.tell(a, 500)
    until(lambda: b.peers().peers[0].state == "silent")
    b.tell(a, MANY - 500)
    b.end()
    b.start()
    assert b.peers().peers[0].waiting == MANY
    a.front.cut = False
    until(lambda: a.moved() == MANY, OUTAGE)
    until(lambda: b.peers().peers[0].waiting == 0)
    assert a.moved() == MANY


@pytest.mark.parametrize("victim", ["sender", "receiver"])
def test_kill_9_while_delivering(houses: tuple[House, House], victim: str) -> None:
    a, b = houses
    chosen, chance = (b if victim == "sender" else a), random.Random(victim)
    b.end()
    b.tell(a, MANY)
    a.front.delay = 0.02
    b.start()
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.1, 1.2))
        chosen.end(signal.SIGKILL)
        chosen.start()
    until(lambda: a.moved() == MANY)
    until(lambda: b.peers().peers[0].waiting == 0)
    assert a.moved() == MANY


def test_doubled_lost_and_slow_on_the_way(houses: tuple[House, House]) -> None:
    """Every request goes twice; answers get lost; then all is slow."""
    a, b = houses
    b.end()
    b.tell(a, MANY)
    a.front.lost = True
    b.start()
    until(lambda: len([one for one in a.front.passed if one.path == delivering.PATH]) >= 3)
    a.front.lost, a.front.twice = False, True
    until(lambda: b.peers().peers[0].waiting < MANY - 200)
    a.front.twice, a.front.delay = False, 0.3
    until(lambda: b.peers().peers[0].waiting == 0)
    assert a.moved() == MANY


def test_a_school_that_was_put_back_is_noticed_and_gets_again_what_it_lost(houses: tuple[House, House]) -> None:
    a, b = houses
    b.tell(a, 30)
    until(lambda: a.moved() == 30)
    assert back_up(a.folder / CONFIG, a.folder.parent / "backup.db") == []
    b.tell(a, 70)
    until(lambda: a.moved() == 100)
    put_back(a)
    assert a.moved() == 30
    b.tell(a, 1)
    until(lambda: a.moved() == 101)
    until(lambda: b.peers().peers[0].restored > 0 and b.peers().peers[0].waiting == 0)
    assert b.peers().peers[0].state == "linked"


def test_a_sender_that_was_put_back_is_believed_and_repeats_nothing(houses: tuple[House, House]) -> None:
    a, b = houses
    b.tell(a, 30)
    until(lambda: a.moved() == 30)
    a.front.cut = True
    b.tell(a, 5)
    back_up(b.folder / CONFIG, b.folder.parent / "backup.db")
    a.front.cut = False
    a.end()
    a.start()
    until(lambda: a.moved() == 35)
    put_back(b)
    b.tell(a, 7)
    until(lambda: b.peers().peers[0].waiting == 0)
    assert a.moved() == 42, "what waited in the backup had arrived; what is new counts from one again"


def test_unlinking_while_delivering_ends_it(houses: tuple[House, House]) -> None:
    a, b = houses
    b.end()
    b.tell(a, 10 * MANY)  # more than go over before it is unlinked
    a.front.delay = 0.5
    b.start()
    until(lambda: a.moved() > 0)
    linking.unlink(a.office, linking.root_of(b.office))
    until(lambda: b.peers().peers[0].state == "waiting")
    assert b.peers().peers[0].waiting > 0
    assert a.peers().peers == []


def put_back(house: House) -> None:
    """Stop a school and let it run on from its backup, as the guide says: another folder, the same key."""
    house.end()
    shutil.rmtree(house.folder / "data")
    (house.folder / "data").mkdir()
    shutil.copy(house.folder.parent / "backup.db", house.folder / "data" / "kring.db")
    house.start()
