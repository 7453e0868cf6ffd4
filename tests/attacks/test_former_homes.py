"""Who left a household tries to come back by what they once were in it."""

from __future__ import annotations

import pytest

from sync.batch import Author, Batch
from sync.client import homes
from sync.client.session import Session
from sync.client.transport import Problem
from sync.messages import Entry
from tests.attacks.liar import refusal, smuggle
from tests.stories.cast import Regenboog
from tests.stories.test_household import live_together

pytestmark = [pytest.mark.usefixtures("mirror")]


def comeback(former: Session, stayer: Session, home: str, out: list[str]) -> Entry:
    """A change with a new epoch that lets who left read again and others not, as good as one can be made."""
    own, known = former.seat("guardian").id, stayer.replica.circles[home]
    stayer.replica.epoch(home, known.head["epoch"])
    former.replica.circles[home] = known
    batch = Batch(former.replica, Author(former.person, own, former.identity.signing), former.clock(), stayer.readers)
    batch.exchange(home, out, [own])
    return batch.entries[0]


def left(regenboog: Regenboog) -> str:
    """A household of Anna and Peter that Peter has left."""
    home = live_together(regenboog.anna, regenboog.peter)
    homes.leave_household(regenboog.peter, home)
    regenboog.anna.sync()
    return home


@pytest.mark.parametrize("alone", [False, True], ids=["beside who stayed", "in their place"])
def test_who_left_a_household_lets_nobody_in(regenboog: Regenboog, alone: bool) -> None:
    """Not by the server, and not by who stayed where the server helps."""
    anna, home = regenboog.anna, left(regenboog)
    newest, own = anna.replica.circles[home].hash, set(anna.replica.seats())
    entry = comeback(regenboog.peter, anna, home, sorted(own) if alone else [])
    with pytest.raises(Problem, match="not-found"):
        regenboog.peter.post([entry])
    smuggle(anna, regenboog.school, entry)
    assert refusal(anna) == "not-a-manager"
    assert anna.replica.circles[home].hash == newest
    assert {str(one["ref"])[2:] for one in anna.readers(home)} <= own
    assert set(anna.replica.circles[home].head["managers"]) <= own


def test_who_leaves_last_leaves_nobody_behind(regenboog: Regenboog) -> None:
    """Anna is let in as a reader only, who can't go by herself: she goes with Peter, and nobody is in it any more."""
    anna, peter = regenboog.anna, regenboog.peter
    home = live_together(anna, peter)
    homes.leave_household(anna, home)
    peter.sync()
    peter.write(lambda batch: batch.add(home, [anna.seat("guardian").id]), peter.seat(circle=home))
    anna.sync()
    assert anna.replica.circles[home].reads
    homes.leave_household(peter, home)
    for session in (anna, peter):
        assert refusal(session) == ""
        assert home not in session.replica.circles
