"""Story 15, an evening of talks: who gets which time, what each sees of it, and that nobody learns who sits where."""

from __future__ import annotations

import pytest

from sync.client import claims, homes, talks, talksheet
from sync.client.session import Session
from sync.client.transport import Problem
from sync.planner import gap, timetable
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire
from tests.stories.test_sick_note import child_of, sync

DAY = "2026-12-08"
NOTE = "Kanarie: Noor slaapt slecht"
HOUR = 3_600_000


def teacher_of(session: Session) -> dict[str, str]:
    """A teacher as a table names her."""
    own = session.seat("teacher").id
    return {own: next(one.body["name"] for one in session.replica.of_kind("profile") if one.body.get("seat") == own)}


def evening(regenboog: Regenboog, count: int = 12, **more: object) -> str:
    """A round of both groups on one evening, made by the office: Sanne downstairs, Els upstairs."""
    slots = timetable([{"day": DAY, "from": "18:00", "until": "23:00"}], 10)[:count]
    made = [
        talks.Table(regenboog.group(name), teacher_of(getattr(regenboog, who)), slots, room)
        for name, who, room in (("3A", "sanne", "lokaal 1"), ("5B", "els", "boven"))
    ]
    found = talks.open_round(regenboog.marga, made, "Rapportgesprekken", **more)
    sync(regenboog)
    return found


def table(session: Session, round_id: str, group: str) -> str:
    """The table of a group in a round."""
    named = {item.circle for item in session.replica.of_kind("profile") if item.body.get("name") == group}
    return next(one.id for one in talks.tables(session, round_id) if one.circle in named)


def pick(session: Session, round_id: str, first: str, at: int, group: str = "3A") -> talks.Pick:
    """The time number `at` at the table of a group, for a child."""
    found = table(session, round_id, group)
    slots = session.replica.items[found].body["slots"]
    return talks.Pick(found, slots[at]["id"], child_of(session, first))


def times(session: Session, round_id: str) -> list[str]:
    """When somebody's own talks are."""
    session.sync()
    return [one.slot["start"] for one in talksheet.own(session, round_id) if one.slot]


def sits(session: Session, round_id: str, group: str = "3A") -> list[str]:
    """The times on a teacher's sheet that are somebody's, as far as she may know whose."""
    session.sync()
    return [row.slot["start"] for row in talksheet.sheet(session, table(session, round_id, group), DAY) if row.talk]


def live_together(regenboog: Regenboog) -> None:
    """Anna and Peter say that they are one household."""
    others = [one for one in regenboog.peter.replica.seats()]
    home = homes.start_household(regenboog.anna, others, {})
    regenboog.peter.sync()
    homes.join_household(regenboog.peter, home)
    sync(regenboog)


def test_two_children_behind_each_other_in_one_go(regenboog: Regenboog) -> None:
    """Noor downstairs, Bram upstairs, five minutes to walk; Peter sees it as well; the teachers each see their own."""
    live_together(regenboog)
    round_id = evening(regenboog)
    anna = regenboog.anna
    children = [child_of(anna, name) for name in ("Noor", "Bram")]
    best = talks.proposals(anna, round_id, children)[0]
    assert talks.hold(anna, best) > anna.clock()
    talks.book(anna, best, who="Anna en Peter", note=NOTE)
    first, second = (one.slot for one in talksheet.own(anna, round_id))
    assert gap(first, second) >= 5
    assert times(regenboog.peter, round_id) == times(anna, round_id)
    assert len(sits(regenboog.sanne, round_id)) == len(sits(regenboog.els, round_id, "5B")) == 1


def test_nobody_else_learns_who_sits_where(regenboog: Regenboog) -> None:
    """Other parents see that a time is gone, the office how many; the note is for the home and the teacher alone."""
    live_together(regenboog)
    round_id = evening(regenboog)
    talks.book(regenboog.anna, [pick(regenboog.anna, round_id, "Noor", 3)], note=NOTE)
    sync(regenboog)
    assert readers(regenboog, NOTE) == {NOTE: {"anna", "peter", "sanne"}}
    assert [name for name, data in wire(regenboog).items() if NOTE.encode() in data] == []
    assert talksheet.occupancy(regenboog.marga, round_id) == (1, 24)
    offer = table(regenboog.fatima, round_id, "3A")
    fatimas = talksheet.sheet(regenboog.fatima, offer, DAY)
    assert [row.free for row in fatimas][2:5] == [True, False, True]
    assert [row.talk for row in fatimas if row.talk] == []


def test_two_homes_of_one_child(regenboog: Regenboog) -> None:
    """Fatima and Koen each have a time with juf Sanne, and see nothing of the other's."""
    round_id = evening(regenboog)
    talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)], note="Kanarie F")
    talks.book(regenboog.koen, [pick(regenboog.koen, round_id, "Mila", 7)], note="Kanarie K")
    assert times(regenboog.fatima, round_id) == ["18:00"]
    assert times(regenboog.koen, round_id) == ["19:10"]
    assert sits(regenboog.sanne, round_id) == ["18:00", "19:10"]
    seen = readers(regenboog, "Kanarie F", "Kanarie K")
    assert seen == {"Kanarie F": {"fatima", "sanne"}, "Kanarie K": {"koen", "sanne"}}
    with pytest.raises(Problem, match="unit-taken"):
        talks.book(regenboog.koen, [pick(regenboog.koen, round_id, "Mila", 9)])


def test_one_talk_for_both_homes(regenboog: Regenboog) -> None:
    """Where the round has one talk a child, the second parent sees that somebody answered, not when."""
    round_id = evening(regenboog, unit="child")
    talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    regenboog.koen.sync()
    offer = regenboog.koen.replica.offers[table(regenboog.koen, round_id, "3A")]
    assert offer.answered == [child_of(regenboog.koen, "Mila")]
    assert talksheet.own(regenboog.koen, round_id) == []


def test_two_families_want_the_same_time(regenboog: Regenboog) -> None:
    """One gets it; the other is offered the next best at once."""
    round_id = evening(regenboog)
    same = [pick(session, round_id, name, 0) for session, name in ((regenboog.anna, "Noor"), (regenboog.koen, "Mila"))]
    talks.book(regenboog.koen, [same[1]])
    with pytest.raises(Problem, match="slot-taken"):
        talks.book(regenboog.anna, [same[0]])
    regenboog.anna.sync()
    children = [child_of(regenboog.anna, name) for name in ("Noor", "Bram")]
    next_best = talks.proposals(regenboog.anna, round_id, children)[0]
    assert same[0].slot not in [one.slot for one in next_best]
    talks.book(regenboog.anna, next_best)
    assert len(times(regenboog.anna, round_id)) == 2


def test_all_or_nothing(regenboog: Regenboog) -> None:
    """Of two times behind each other the second is gone: Anna has none, and not half an evening."""
    round_id = evening(regenboog)
    talks.book(regenboog.jeroen, [pick(regenboog.jeroen, round_id, "Daan", 2, "5B")])
    both = [pick(regenboog.anna, round_id, "Noor", 0), pick(regenboog.anna, round_id, "Bram", 2, "5B")]
    with pytest.raises(Problem, match="slot-taken"):
        talks.book(regenboog.anna, both)
    assert times(regenboog.anna, round_id) == []


def test_held_while_somebody_looks(regenboog: Regenboog) -> None:
    round_id = evening(regenboog)
    talks.hold(regenboog.anna, [pick(regenboog.anna, round_id, "Noor", 0)])
    with pytest.raises(Problem, match="slot-taken"):
        talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    claims.release(regenboog.anna)
    talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    assert times(regenboog.fatima, round_id) == ["18:00"]


def test_parents_with_more_children_choose_earlier(regenboog: Regenboog) -> None:
    now = regenboog.anna.clock()
    round_id = evening(regenboog, early=now - HOUR, opens=now + HOUR)
    body = regenboog.anna.replica.items[table(regenboog.anna, round_id, "3A")].body
    assert (talks.phase(body, now, True), talks.phase(body, now), talks.phase(body, now + HOUR)) == (
        "early",
        "planned",
        "open",
    )
    with pytest.raises(Problem, match="not-open"):
        talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    talks.book(regenboog.anna, [pick(regenboog.anna, round_id, "Noor", 0)])
    assert times(regenboog.anna, round_id) == ["18:00"]


def test_moved_until_the_deadline(regenboog: Regenboog) -> None:
    round_id = evening(regenboog)
    (booking,) = talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    talks.move(regenboog.fatima, booking, pick(regenboog.fatima, round_id, "Mila", 4))
    assert times(regenboog.fatima, round_id) == sits(regenboog.sanne, round_id) == ["18:40"]
    talks.change(regenboog.fatima, booking, interpreter="ar")
    regenboog.sanne.sync()
    assert regenboog.sanne.replica.items[booking].body["interpreter"] == "ar"
    assert times(regenboog.fatima, round_id) == ["18:40"]


def test_after_the_deadline_nothing_moves(regenboog: Regenboog) -> None:
    round_id = evening(regenboog, closes=regenboog.anna.clock() - 1)
    with pytest.raises(Problem, match="closed"):
        talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])


def test_who_waits_gets_what_comes_free(regenboog: Regenboog) -> None:
    """Koen's time is the one that Anna wants; he gives it back, and she has it and is told."""
    round_id = evening(regenboog)
    (koens,) = talks.book(regenboog.koen, [pick(regenboog.koen, round_id, "Mila", 0)])
    (annas,) = talks.book(regenboog.anna, [pick(regenboog.anna, round_id, "Noor", 5)])
    talks.move(regenboog.anna, annas, pick(regenboog.anna, round_id, "Noor", 0), wait=1)
    (waiting,) = talksheet.own(regenboog.anna, round_id)
    assert (waiting.slot["start"], waiting.wanted["start"], waiting.place) == ("18:50", "18:00", 1)
    talks.cancel(regenboog.koen, koens)
    assert annas in {item.id for item in regenboog.anna.sync()}
    assert times(regenboog.anna, round_id) == sits(regenboog.sanne, round_id) == ["18:00"]


def test_two_who_want_each_others_time_exchange(regenboog: Regenboog) -> None:
    round_id = evening(regenboog)
    (koens,) = talks.book(regenboog.koen, [pick(regenboog.koen, round_id, "Mila", 0)])
    (annas,) = talks.book(regenboog.anna, [pick(regenboog.anna, round_id, "Noor", 5)])
    talks.move(regenboog.anna, annas, pick(regenboog.anna, round_id, "Noor", 0), wait=1)
    talks.move(regenboog.koen, koens, pick(regenboog.koen, round_id, "Mila", 5), wait=1)
    assert (times(regenboog.anna, round_id), times(regenboog.koen, round_id)) == (["18:00"], ["18:50"])
    assert sits(regenboog.sanne, round_id) == ["18:00", "18:50"]


def test_a_duo_at_one_table(regenboog: Regenboog) -> None:
    """Sanne and Els share 3A: both read who comes to their table, and of the other's own table neither reads a note."""
    slots = timetable([{"day": DAY, "from": "18:00", "until": "19:00"}], 10)
    both = teacher_of(regenboog.sanne) | teacher_of(regenboog.els)
    made = [
        talks.Table(regenboog.group("3A"), both, slots),
        talks.Table(regenboog.group("5B"), teacher_of(regenboog.els), slots),
    ]
    round_id = talks.open_round(regenboog.marga, made, "Rapportgesprekken")
    sync(regenboog)
    talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)], note="Kanarie duo")
    talks.book(regenboog.jeroen, [pick(regenboog.jeroen, round_id, "Daan", 0, "5B")], note="Kanarie solo")
    seen = readers(regenboog, "Kanarie duo", "Kanarie solo")
    assert seen == {"Kanarie duo": {"fatima", "sanne", "els"}, "Kanarie solo": {"jeroen", "els"}}
    with pytest.raises(StopIteration):
        table(regenboog.fatima, round_id, "5B")


def test_a_round_that_is_taken_away(regenboog: Regenboog) -> None:
    """With its tables go the times; nobody has a talk any more."""
    round_id = evening(regenboog)
    talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    talks.close_round(regenboog.marga, round_id)
    assert times(regenboog.fatima, round_id) == sits_none(regenboog.sanne, round_id) == []


def sits_none(session: Session, round_id: str) -> list[str]:
    """The tables that are left of a round."""
    session.sync()
    return [one.id for one in talks.tables(session, round_id)]


def test_a_later_deadline(regenboog: Regenboog) -> None:
    """The deadline is put off: what was chosen stays, and whoever was too late still chooses."""
    now = regenboog.fatima.clock()
    round_id = evening(regenboog, closes=now + HOUR)
    talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    chosen = times(regenboog.fatima, round_id)
    regenboog.school.wait(2 * HOUR)
    late = [pick(regenboog.anna, round_id, "Noor", 3)]
    with pytest.raises(Problem, match="closed"):
        talks.book(regenboog.anna, late)
    regenboog.marga.sync()
    talks.amend_round(regenboog.marga, round_id, closes=now + 4 * HOUR, title="Gesprekken")
    sync(regenboog)
    talks.book(regenboog.anna, late)
    assert times(regenboog.fatima, round_id) == chosen != []
    assert {one.body["title"] for one in talks.tables(regenboog.anna, round_id)} == {"Gesprekken"}
