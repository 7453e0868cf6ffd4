"""What a live frame brings before the circle that it is of: it is asked for, and no server is called a liar for it."""

from __future__ import annotations

import pytest

from crypto.identity import Identity, check_person, person_statement
from crypto.random import fresh
from sync.messages import Frame, Record, RecordAt
from sync.replica import Replica
from sync.trust import Trust

SOMEWHERE = "A" * 43


@pytest.fixture
def replica() -> Replica:
    """A copy that knows nothing yet."""
    identity = Identity(fresh(32))
    person = check_person([person_statement(identity)])
    return Replica(identity, person.id, Trust(fresh(32)))


def frame(record: Record | None) -> Frame:
    """A frame with one place of a circle that nobody has heard of."""
    return Frame(records=[RecordAt(circle=SOMEWHERE, place=2, hash=SOMEWHERE, record=record)])


def test_a_record_of_an_unknown_circle_is_asked_for(replica: Replica) -> None:
    record = Record(head="{}", body="", signature="")
    assert replica.take(frame(record)) is None
    assert replica.alarms == []


def test_a_letter_from_a_place_that_one_does_not_read_is_looked_at(replica: Replica) -> None:
    """Letters come from other people's places, which no sync will ever bring: a bad one is an alarm."""
    letter = Record(head="{}", body="", signature="", boxes=[(SOMEWHERE, 1, "")])
    assert replica.take(frame(letter)) == []
    assert len(replica.alarms) == 1


def test_a_place_without_contents_needs_no_sync(replica: Replica) -> None:
    assert replica.take(frame(None)) == []
    assert replica.alarms == []
