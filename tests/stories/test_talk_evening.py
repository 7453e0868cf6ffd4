"""Story 15, around the talks: a plan from wishes, on behalf of who phones, a link, running late, what was said."""

from __future__ import annotations

import pytest

from sync.client import talkletters, talks, talksheet
from sync.client.session import Session
from sync.client.transport import Problem
from sync.planner import gap
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers
from tests.stories.test_sick_note import child_of, sync
from tests.stories.test_talks import DAY, HOUR, evening, live_together, pick, sits, table, times

WORD = "Kanarie: zorgen over rekenen"
LINK = "https://bellen.example/kanarie-link"


def booked(regenboog: Regenboog, round_id: str, name: str, first: str, at: int) -> str:
    """Somebody takes a time with juf Sanne."""
    session: Session = getattr(regenboog, name)
    (found,) = talks.book(session, [pick(session, round_id, first, at)])
    sync(regenboog)
    return found


def test_wishes_become_a_plan(regenboog: Regenboog) -> None:
    """Anna late, Fatima early; the office plans; the siblings follow each other; Mila's parents don't meet."""
    live_together(regenboog)
    opens = regenboog.marga.clock() + HOUR
    round_id = evening(regenboog, choose="wishes", apart=30, opens=opens)
    for name in ("Noor", "Bram"):
        offer = table(regenboog.anna, round_id, "3A" if name == "Noor" else "5B")
        talkletters.wish(regenboog.anna, offer, child_of(regenboog.anna, name), **{"from": "18:50"})
    for parent in (regenboog.fatima, regenboog.koen):
        talkletters.wish(parent, table(parent, round_id, "3A"), child_of(parent, "Mila"), until="19:00")
    regenboog.marga.sync()
    assert talkletters.arrange(regenboog.marga, talkletters.draft(regenboog.marga, round_id)) == 4
    anna, fatima, koen = (times(one, round_id) for one in (regenboog.anna, regenboog.fatima, regenboog.koen))
    assert min(anna) >= "18:50"
    assert len(anna) == 2
    assert gap({"start": fatima[0], "end": fatima[0]}, {"start": koen[0], "end": koen[0]}) >= 40
    assert len(sits(regenboog.sanne, round_id)) == 3


def test_who_said_nothing_else_keeps_their_time(regenboog: Regenboog) -> None:
    """A plan leaves alone what stands: Koen chose already; his old wish is not planned again."""
    round_id = evening(regenboog)
    talkletters.wish(regenboog.koen, table(regenboog.koen, round_id, "3A"), child_of(regenboog.koen, "Mila"))
    booked(regenboog, round_id, "koen", "Mila", 3)
    assert talkletters.draft(regenboog.sanne, round_id) == {}


def test_on_behalf_of_who_phones(regenboog: Regenboog) -> None:
    """Sanne books for Fatima, who reads that the school did; she can move it herself, and then it is her own."""
    round_id = evening(regenboog)
    mila, seat = child_of(regenboog.sanne, "Mila"), regenboog.fatima.seat("guardian").id
    for_her = talks.Pick(table(regenboog.sanne, round_id, "3A"), pick(regenboog.sanne, round_id, "Mila", 1).slot, mila)
    booking = talks.book_for(regenboog.sanne, for_her, seat, who="Fatima, belde")
    assert times(regenboog.fatima, round_id) == ["18:10"]
    assert regenboog.fatima.replica.items[booking].body["seat"] == seat
    assert times(regenboog.koen, round_id) == []
    talks.move(regenboog.fatima, booking, pick(regenboog.fatima, round_id, "Mila", 6))
    assert times(regenboog.fatima, round_id) == sits(regenboog.sanne, round_id) == ["19:00"]


def test_a_link_for_one_home(regenboog: Regenboog) -> None:
    live_together(regenboog)
    round_id = evening(regenboog, mode="video")
    booking = booked(regenboog, round_id, "anna", "Noor", 2)
    talkletters.appoint(regenboog.sanne, booking, link=LINK)
    assert readers(regenboog, LINK) == {LINK: {"anna", "peter", "sanne"}}
    assert talkletters.appointment(regenboog.peter, booking)["link"] == LINK


def test_running_late_reaches_later_talks_only(regenboog: Regenboog) -> None:
    """Fatima was at six, Koen and Anna come later; no name travels; Sanne's sheet shows the new times."""
    round_id = evening(regenboog)
    for name, first, at in (("fatima", "Mila", 0), ("koen", "Mila", 4), ("anna", "Noor", 6)):
        booked(regenboog, round_id, name, first, at)
    talkletters.run_late(regenboog.sanne, table(regenboog.sanne, round_id, "3A"), DAY, 10, "18:30")
    sync(regenboog)
    told = {name for name, session in regenboog.everybody().items() if list(session.replica.of_kind("late"))}
    assert told == {"sanne", "koen", "anna"}
    (said,) = regenboog.anna.replica.of_kind("late")
    assert set(said.body) == {"round", "offer", "day", "minutes", "from"}
    rows = talksheet.sheet(regenboog.sanne, table(regenboog.sanne, round_id, "3A"), DAY)
    assert [row.late for row in rows if row.talk] == [0, 10, 10]


def test_what_was_said_is_filed_where_the_teacher_chose(regenboog: Regenboog) -> None:
    """About the home of Fatima: hers alone; about Mila: both homes."""
    round_id = evening(regenboog)
    booking = booked(regenboog, round_id, "fatima", "Mila", 0)
    talkletters.report(regenboog.sanne, booking, WORD, DAY)
    assert readers(regenboog, WORD) == {WORD: {"fatima", "sanne", "marga"}}
    talkletters.report(regenboog.sanne, booking, "Kanarie: het rapport", DAY, scope="child")
    assert readers(regenboog, "Kanarie: het rapport") == {"Kanarie: het rapport": {"fatima", "koen", "sanne", "marga"}}


def test_only_who_has_not_chosen_is_reminded(regenboog: Regenboog) -> None:
    """Sanne knows who; Peter lives with Anna, who has chosen. The office knows nobody and asks the whole group."""
    live_together(regenboog)
    round_id = evening(regenboog)
    booked(regenboog, round_id, "anna", "Noor", 0)
    talkletters.prompt(regenboog.sanne, table(regenboog.sanne, round_id, "3A"))
    sync(regenboog)
    told = {name for name, session in regenboog.everybody().items() if list(session.replica.of_kind("prompt"))}
    assert told == {"sanne", "fatima", "koen"}


def test_a_booking_can_not_name_strangers_as_its_home(regenboog: Regenboog) -> None:
    """Whatever a booking calls its home, an answer goes to guardians of its child."""
    round_id = evening(regenboog)
    booking = booked(regenboog, round_id, "fatima", "Mila", 0)
    talks.change(regenboog.fatima, booking, home=[regenboog.jeroen.seat("guardian").id])
    regenboog.sanne.sync()
    talkletters.appoint(regenboog.sanne, booking, link=LINK)
    assert readers(regenboog, LINK) == {LINK: {"fatima", "sanne"}}


def test_who_moves_to_what_is_gone_keeps_what_the_school_booked(regenboog: Regenboog) -> None:
    round_id = evening(regenboog)
    booked(regenboog, round_id, "anna", "Noor", 6)
    chosen = pick(regenboog.sanne, round_id, "Mila", 1)
    booking = talks.book_for(regenboog.sanne, chosen, regenboog.fatima.seat("guardian").id)
    regenboog.fatima.sync()
    with pytest.raises(Problem, match="slot-taken"):
        talks.move(regenboog.fatima, booking, pick(regenboog.fatima, round_id, "Mila", 6))
    assert times(regenboog.fatima, round_id) == ["18:10"]
