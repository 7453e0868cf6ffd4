"""The door to a linked school: so many at once, the others wait; who waits too long is told that nobody answers."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.doors import AT_ONCE, Doors
from server.peering import speak
from tests.server.pair import link, open_pair


def test_no_more_than_so_many_are_inside() -> None:
    doors, lock, inside, most = Doors(at_once=3), threading.Lock(), set(), []

    def go(number: int) -> None:
        with doors.through("a school"):
            with lock:
                inside.add(number)
                most.append(len(inside))
            time.sleep(0.002)
            with lock:
                inside.discard(number)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(go, range(60)))
    assert (max(most), len(most)) == (3, 60)


def test_one_school_keeps_nobody_from_another_one() -> None:
    doors = Doors(at_once=1, patience=0.05)
    with doors.through("one"), doors.through("another"):
        pass


def test_who_waits_too_long_hears_that_nobody_answers() -> None:
    doors = Doors(at_once=1, patience=0.05)
    with doors.through("one"), pytest.raises(TimeoutError), doors.through("one"):
        pass
    with doors.through("one"):
        pass


def test_a_download_that_lasts_keeps_nobody_out(tmp_path: Path) -> None:
    """A place is free again as soon as an answer begins."""
    with open_pair(tmp_path) as (a, b):
        link(a, b)
        held = [speak(a.site, a.peer(b), "GET", "/api/sync?cursor=", person="A" * 43) for _ in range(AT_ONCE + 4)]
        answers = [one.__enter__() for one in held]
        assert {answer.status for answer in answers} == {404}
        for one in held:
            one.__exit__(None, None, None)
