"""Notices between two schools: once each, in order, whatever gets lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from server import delivering
from server.store import parcels, peers
from sync.messages import Delivery
from tests.server.pair import Side, link, open_pair

HOUR = 3_600_000


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    """Two linked schools."""
    with open_pair(tmp_path) as found:
        link(*found)
        yield found


def waiting(side: Side, other: Side) -> int:
    """How many notices wait."""
    return side.school.store.read(lambda connection: peers.waiting(connection, other.root))


def arrived(side: Side) -> list[list[int]]:
    """The numbers in each delivery that went to a school."""
    bodies = [one.body for one in side.front.passed if one.path == delivering.PATH]
    return [[one.n for one in msgspec.json.decode(body, type=Delivery).parcels] for body in bodies]


def test_a_notice_reaches_the_person_and_nobody_else(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person, "A" * 43)
    b.deliver()
    assert (a.moved(a.office), waiting(b, a)) == (1, 0)


def test_notices_go_in_batches_and_in_order(pair: tuple[Side, Side]) -> None:
    a, b = pair
    for _ in range(250):
        b.tell(a, a.office.person)
    for _ in range(3):
        b.deliver()
    assert [len(one) for one in arrived(a)[-3:]] == [100, 100, 50]
    assert [n for one in arrived(a) for n in one] == list(range(1, 251))
    assert a.moved(a.office) == 250


def test_a_lost_answer_doubles_nothing(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person)
    a.front.lost = True
    b.deliver()
    assert (waiting(b, a), b.peer(a).state) == (1, "silent")
    a.front.lost = False
    b.deliver()
    assert (waiting(b, a), a.moved(a.office), arrived(a)[-2:]) == (0, 1, [[1], [1]])


def test_a_silent_school_is_asked_less_and_less_and_at_once_when_it_speaks(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person)
    a.front.cut = True
    waits = []
    for _ in range(12):
        b.deliver()
        waits.append(b.peer(a).due - b.site.now())
    assert waits[0] < 2_000
    assert 7 * 60_000 < waits[-1] < 23 * 60_000
    assert delivering.deliver_due(b.site) == 0
    a.front.cut = False
    a.deliver()
    assert delivering.deliver_due(b.site) == 1
    assert a.moved(a.office) == 1


def test_a_school_that_is_busy_says_when_to_come_again(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person)
    for status in (429, 503):
        a.front.instead = [(status, {"Retry-After": "1800"}, b"{}")]
        b.deliver()
        assert b.peer(a).due - b.site.now() > 1_700_000
    b.deliver()
    assert a.moved(a.office) == 1


def test_clocks_an_hour_apart_are_measured(pair: tuple[Side, Side]) -> None:
    a, b = pair
    for side, apart in ((a, HOUR), (b, -2 * HOUR)):
        side.school.wait(3 * HOUR if side is b else HOUR)
        b.tell(a, a.office.person)
        b.deliver()
        assert abs(b.peer(a).skew - apart) < 5_000
    assert a.moved(a.office) == 2


def test_a_school_that_was_put_back_gets_again_what_it_lost(pair: tuple[Side, Side], tmp_path: Path) -> None:
    """Its numbers go back; ours are still there."""
    a, b = pair
    for _ in range(5):
        b.tell(a, a.office.person)
    b.deliver()
    life = b.peer(a).life
    a.school.store.write(lambda connection: parcels.take(connection, b.root, life, 2))
    b.tell(a, a.office.person)
    b.deliver()
    b.deliver()
    assert [n for one in arrived(a)[-2:] for n in one] == [6, 3, 4, 5, 6]
    assert a.moved(a.office) == 5 + 4


def test_a_greeting_shows_that_a_school_was_put_back(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person)
    b.deliver()
    life = b.peer(a).life
    a.school.store.write(lambda connection: parcels.take(connection, b.root, life, 0))
    b.deliver()
    b.deliver()
    assert (waiting(b, a), a.moved(a.office)) == (0, 2)


def test_what_is_kept_no_longer_becomes_ask_for_everything(pair: tuple[Side, Side]) -> None:
    a, b = pair
    for _ in range(3):
        b.tell(a, a.office.person)
    b.deliver()
    life = b.peer(a).life
    b.school.store.write(lambda connection: connection.execute("DELETE FROM parcel"))
    a.school.store.write(lambda connection: parcels.take(connection, b.root, life, 1))
    b.deliver()
    b.deliver()
    assert (waiting(b, a), a.moved(a.office)) == (0, 5), "once for what was missed, once for everything"


def test_a_sender_that_was_put_back_gives_no_number_twice(pair: tuple[Side, Side]) -> None:
    """Its counter went back, in the same incarnation; what it says now is new all the same."""
    a, b = pair
    for _ in range(3):
        b.tell(a, a.office.person)
    b.deliver()
    b.school.store.write(lambda connection: connection.execute("UPDATE peer SET sent = 0"))
    b.school.store.write(lambda connection: connection.execute("DELETE FROM parcel"))
    b.tell(a, a.office.person)
    b.deliver()
    b.deliver()
    assert (waiting(b, a), a.moved(a.office), b.peer(a).sent) == (0, 4, 4)


def test_a_new_incarnation_numbers_anew_and_what_waited_keeps_its_number(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person)
    b.deliver()
    b.tell(a, a.office.person)
    b.school.store.write(lambda connection: peers.begin_life(connection, "B" * 22))
    b.tell(a, a.office.person)
    b.deliver()
    b.deliver()
    assert arrived(a)[-2:] == [[2], [1]]
    assert a.moved(a.office) == 3


def test_beyond_the_queue_one_notice_stands_for_all(pair: tuple[Side, Side]) -> None:
    a, b = pair
    for _ in range(20):
        b.school.store.write(lambda connection: parcels.enqueue(connection, a.root, parcels.FULL, 10))
    assert waiting(b, a) == 11


def test_what_was_delivered_is_kept_two_weeks(pair: tuple[Side, Side]) -> None:
    a, b = pair
    b.tell(a, a.office.person)
    b.deliver()
    for side in pair:
        side.school.wait(parcels.KEEP + 1000)
    b.tell(a, a.office.person)
    b.deliver()
    assert b.school.store.read(lambda connection: connection.execute("SELECT n FROM parcel").fetchall()) == [(2,)]
