"""A letter that the server keeps to itself until its time, whatever its author makes of it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from server.releases import release_due
from sync.client import account, lunch, lunchers, office
from sync.client.session import Session
from sync.client.transport import Problem
from tests.server.school import Cast

MINUTE = 60_000
FIRST, SECOND = "eerste", "tweede"


def texts(session: Session) -> list[str]:
    """The held letters in somebody's copy."""
    session.sync()
    return [item.body["text"] for item in session.replica.of_kind("plea")]


def write(cast: Cast, record: str, text: str, hold: int) -> None:
    """Anna writes a letter to the office, or writes it anew."""
    before = cast.anna.replica.items.get(record)
    body, to = {"leave": "x", "child": "x", "text": text}, [cast.anna.replica.trust.charter["office"]]
    cast.anna.write(lambda batch: batch.letter("plea", body, to, record, before, hold=hold))


def wait(cast: Cast, ms: int) -> None:
    """Time passes at the server."""
    cast.school.wait(ms)
    release_due(cast.school.site)


@pytest.fixture
def held(cast: Cast) -> str:
    """A letter that is held for ten minutes; its id."""
    record = b64(fresh(16))
    write(cast, record, FIRST, 10 * MINUTE)
    return record


@pytest.fixture
def corrie(cast: Cast) -> Iterator[Session]:
    """The lunch team, which has heard from no parent yet."""
    lunch.open_lunch(cast.marga)
    token = office.invite_staff(cast.marga, office.Staffer("Corrie", "lunch"))
    yield account.join(cast.school.browser(), token, "corrie", "hungry people").session


@pytest.mark.parametrize("hold", [0, 5 * MINUTE])
def test_a_revision_of_a_held_letter_stays_held(cast: Cast, held: str, hold: int) -> None:
    """Its author has it; the office gets the new one alone, at the time first said or said anew."""
    write(cast, held, SECOND, hold)
    assert (texts(cast.marga), texts(cast.anna)) == ([], [SECOND])
    wait(cast, 4 * MINUTE)
    assert texts(cast.marga) == []
    wait(cast, (hold or 10 * MINUTE) - 4 * MINUTE + 1000)
    assert texts(cast.marga) == [SECOND]
    assert cast.marga.replica.alarms == []


def test_what_was_shown_is_not_held_again(cast: Cast, held: str) -> None:
    wait(cast, 11 * MINUTE)
    assert texts(cast.marga) == [FIRST]
    write(cast, held, SECOND, MINUTE)
    assert texts(cast.marga) == [SECOND]


def test_a_held_letter_that_is_taken_back_never_shows(cast: Cast, held: str) -> None:
    write(cast, held, SECOND, 0)
    item = cast.anna.replica.items[held]
    cast.anna.write(lambda batch: batch.delete(item))
    wait(cast, 11 * MINUTE)
    assert texts(cast.marga) == []


def test_the_lunch_team_writes_to_any_parent(cast: Cast, corrie: Session) -> None:
    """A child that nobody signed up has parents who never wrote to the lunch team."""
    anna = cast.anna.seat("guardian")
    body = {"child": "x", "day": "2026-12-01", "at": 0}
    lunchers.list_children(cast.marga)
    corrie.sync()
    boxes = lunch.boxes(corrie, [anna.id])
    corrie.write(lambda batch: batch.letter("lunchadded", body, [], seats=boxes), corrie.seat("lunch"))
    cast.anna.sync()
    assert [item.body for item in cast.anna.replica.of_kind("lunchadded")] == [body]


def test_a_lunch_seat_needs_a_lunch_team(cast: Cast) -> None:
    with pytest.raises(Exception, match="no-lunch"):
        office.invite_staff(cast.marga, office.Staffer("Corrie", "lunch"))


def test_the_lunch_team_writes_to_no_stranger(cast: Cast, corrie: Session) -> None:
    """A seat that is not there is not found."""
    seats = {b64(fresh(32)): cast.anna.seat("guardian").opens}
    body = {"child": "x", "day": "2026-12-01", "at": 0}
    with pytest.raises(Problem, match="not-found"):
        corrie.write(lambda batch: batch.letter("lunchadded", body, [], seats=seats), corrie.seat("lunch"))
