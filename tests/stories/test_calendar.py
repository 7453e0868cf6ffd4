"""Story 6 and the year's calendar: who sees an event, what changes at the last minute, and what is nobody else's."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from server.releases import release_due
from sync.client import account, alerts, calendar, children, homes, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session, now
from sync.client.transport import Problem
from sync.errors import Refused
from sync.zone import day_of, instant
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire

TRIP, STUDY, OWN, REASON = "Boskanarie met de klas", "Studiekanarie", "Tandkanarie", "De kanariebus is stuk"
CLASS_3A = {"marga", "sanne", "anna", "peter", "fatima", "koen"}
ALL = {"marga", "sanne", "els", "anna", "peter", "fatima", "koen", "jeroen"}


def soon(days: int) -> str:
    """A day that many days from now."""
    return (date.fromisoformat(day_of(now())) + timedelta(days=days)).isoformat()


def sync(regenboog: Regenboog) -> None:
    """Everybody is up to date."""
    for session in regenboog.everybody().values():
        session.sync()


@pytest.fixture
def opened(regenboog: Regenboog) -> Regenboog:
    """The school with its calendars."""
    calendar.open_calendars(regenboog.marga)
    sync(regenboog)
    return regenboog


def of(session: Session, name: str) -> str:
    """The circle of a calendar."""
    return calendar.calendar(session, name).circle


def lines(session: Session, days: int = 30) -> list[tuple[str, str, str]]:
    """Day, start and title of what somebody's agenda says."""
    return [(one.at.day, one.at.start, one.title) for one in calendar.agenda(session, soon(0), soon(days))]


def trip(opened: Regenboog, days: int = 2, **more: Any) -> str:
    """Juf Sanne plans a trip of 3A."""
    times = {"start": "08:30", "end": "12:00", "place": "plein", "category": "trip", **more}
    (event,) = calendar.add(opened.sanne, [of(opened.sanne, "3A")], TRIP, soon(days), **times)
    sync(opened)
    return event


def told(opened: Regenboog) -> dict[str, int]:
    """How many changes each of them was told."""
    sync(opened)
    kinds = ("change", "urgentchange")
    found = {name: len(list(one.replica.of_kind(*kinds))) for name, one in opened.everybody().items()}
    return {name: count for name, count in found.items() if count}


def test_each_has_the_calendars_that_are_theirs(opened: Regenboog) -> None:
    """The office makes them once, however often it looks; a new group's parents read the school's as well."""
    calendar.open_calendars(opened.marga)
    assert [one.name or one.sort for one in calendar.calendars(opened.marga)] == ["school", "3A", "5B", "staff"]
    assert [one.name or one.sort for one in calendar.calendars(opened.sanne)] == ["school", "3A", "staff"]
    assert [one.name or one.sort for one in calendar.calendars(opened.anna)] == ["school", "3A", "5B"]
    assert [one.name or one.sort for one in calendar.calendars(opened.jeroen)] == ["school", "5B"]
    assert calendar.calendars(opened.ad) == []
    office.open_group(opened.marga, "1")
    calendar.open_calendars(opened.marga)
    refs = {reader["ref"] for reader in opened.marga.readers(of(opened.marga, "school"))}
    assert {f"c:{opened.group('1').parents}", f"c:{opened.group('1').quiet}"} <= refs


def test_who_sees_an_event_of_a_group(opened: Regenboog) -> None:
    """Its parents, its team and the office: not 5B, not who runs the server."""
    trip(opened)
    assert readers(opened, TRIP) == {TRIP: CLASS_3A}
    assert [name for name, data in wire(opened).items() if TRIP.encode() in data] == []
    assert lines(opened.koen) == [(soon(2), "08:30", TRIP)]


def test_an_event_of_the_school_and_one_of_its_staff(opened: Regenboog) -> None:
    calendar.add(opened.marga, [of(opened.marga, "school")], STUDY, soon(3), category="free")
    calendar.add(opened.els, [of(opened.els, "staff")], TRIP, soon(3), start="15:30", end="17:00")
    assert readers(opened, STUDY, TRIP) == {STUDY: ALL, TRIP: {"marga", "sanne", "els"}}


def test_a_parent_writes_in_no_calendar_of_the_school(opened: Regenboog) -> None:
    """Not even with a client that does not ask; nor a teacher in that of another class, nor one who is urgent."""
    with pytest.raises(Refused, match="not-a-writer"):
        calendar.add(opened.anna, [of(opened.anna, "3A")], TRIP, soon(2))
    seat = opened.anna.seat("guardian")
    with pytest.raises(Problem, match="not-a-writer"):
        opened.anna.write(lambda batch: batch.record(of(opened.anna, "3A"), "event", {"title": TRIP}), seat)
    event = trip(opened)
    with pytest.raises(Problem, match="not-a-writer"):
        calendar.change(opened.sanne, event, REASON, urgent=True, start="07:45")
    with pytest.raises(Refused, match="unproven"):
        of(opened.sanne, "5B")


def test_a_quiet_family_reads_too_and_nobody_hears_of_it(opened: Regenboog) -> None:
    """Sem's mother stands in the quiet circle: she reads, answers and is told what 3A is; no other family meets her."""
    pupil = Pupil("9", "Semkanarie", "", "Bron", "2018-04-05", ("3A",), (Guardian("i", "Irina"),), protected=True)
    enrol(opened.marga, [pupil])
    token = next(one["token"] for one in office.letters(opened.marga) if one["name"] == "Irina")
    irina = account.join(opened.school.browser(), token, "irina", "een lang wachtwoord").session
    event = trip(opened, asks="rsvp")
    irina.sync()
    calendar.answer(irina, event, "yes", irina.seat("guardian").circles)
    calendar.change(opened.sanne, event, REASON, start="07:45")
    irina.sync()
    assert lines(irina) == [(soon(2), "07:45", TRIP)]
    assert len(list(irina.replica.of_kind("change"))) == 1
    assert len(calendar.answers(opened.sanne, event)) == 1
    everyone = wire(opened)
    met = {name for name, data in everyone.items() if irina.person.encode() in data}
    assert met <= {"marga", "sanne"}


def test_of_oneself_and_of_the_household(opened: Regenboog) -> None:
    """What Anna notes for herself is hers; what she notes for home is Peter's as well, who may move it."""
    calendar.add(opened.anna, [opened.anna.seat("guardian").id], OWN, soon(1), start="09:00", end="09:30")
    home = homes.start_household(opened.anna, [opened.peter.seat("guardian").id], {})
    (picnic,) = calendar.add(opened.anna, [home], TRIP, soon(4))
    sync(opened)
    assert readers(opened, OWN, TRIP) == {OWN: {"anna"}, TRIP: {"anna", "peter"}}
    calendar.change(opened.peter, picnic, day=soon(5))
    opened.anna.sync()
    assert lines(opened.anna) == [(soon(1), "09:00", OWN), (soon(5), "", TRIP)]
    assert told(opened) == {}


def test_story_6_a_change_at_the_last_minute(opened: Regenboog) -> None:
    """Told once to each who reads it, separately to both of Mila's homes; the old time stands beside the new."""
    event = trip(opened)
    calendar.change(opened.marga, event, REASON, urgent=True, start="07:45", end="11:30")
    assert told(opened) == dict.fromkeys(CLASS_3A, 1)
    (line,) = calendar.agenda(opened.fatima, soon(0), soon(9))
    assert (line.was["start"], line.at.start, line.event.body["version"]) == ("08:30", "07:45", 1)
    assert (line.event.id, line.event.body["changed"]["reason"]) == (event, REASON)
    assert readers(opened, REASON) == {REASON: CLASS_3A}


def test_what_is_far_away_or_only_worded_otherwise_is_told_to_nobody(opened: Regenboog) -> None:
    far, near = trip(opened, days=40), trip(opened)
    calendar.change(opened.sanne, far, REASON, start="09:00")
    calendar.change(opened.sanne, near, text="Neem een appel mee")
    assert told(opened) == {}
    assert [line.was != {} for line in calendar.agenda(opened.anna, soon(0), soon(50))] == [False, True]


def test_in_both_classes_of_one_family_it_stands_once(opened: Regenboog) -> None:
    """Anna has Noor in 3A and Bram in 5B; a change reaches both classes, and the teacher of one changes hers only."""
    both = [of(opened.marga, name) for name in ("3A", "5B")]
    first, _ = calendar.add(opened.marga, both, TRIP, soon(2), start="08:30")
    sync(opened)
    assert lines(opened.anna) == [(soon(2), "08:30", TRIP)]
    calendar.change(opened.marga, first, REASON, start="09:00")
    sync(opened)
    assert lines(opened.anna) == lines(opened.jeroen) == [(soon(2), "09:00", TRIP)]
    calendar.change(opened.sanne, first, REASON, start="10:00")
    sync(opened)
    assert lines(opened.anna) == [(soon(2), "09:00", TRIP), (soon(2), "10:00", TRIP)]
    assert lines(opened.jeroen) == [(soon(2), "09:00", TRIP)]


def test_gym_each_week_one_lesson_moved_and_one_dropped(opened: Regenboog) -> None:
    event = trip(opened, days=1, repeat={"every": "week", "step": 1, "until": soon(15)})
    calendar.change(opened.sanne, event, REASON, original=soon(8), day=soon(9), start="13:00", end="14:00")
    calendar.cancel(opened.sanne, event, REASON, original=soon(15))
    assert told(opened) == dict.fromkeys(CLASS_3A, 1)  # what is more than two weeks away is not told
    found = calendar.agenda(opened.peter, soon(0), soon(30))
    shown = [(one.at.day, one.at.start, one.at.cancelled) for one in found]
    assert shown == [(soon(1), "08:30", False), (soon(9), "13:00", False), (soon(15), "08:30", True)]
    assert [one.was.get("day", "") for one in found] == ["", "", soon(15)]


def test_two_days_dropped_by_two_at_once(opened: Regenboog) -> None:
    """The office's copy does not know yet that juf Sanne dropped a lesson: both lessons are off."""
    event = trip(opened, days=1, repeat={"every": "week", "step": 1, "until": soon(15)})
    calendar.cancel(opened.sanne, event, REASON, original=soon(8))
    calendar.cancel(opened.marga, event, REASON, original=soon(15))
    sync(opened)
    found = calendar.agenda(opened.peter, soon(0), soon(30))
    assert [(one.at.day, one.at.cancelled) for one in found] == [(soon(1), False), (soon(8), True), (soon(15), True)]


def test_cancelled_is_shown_and_removed_is_gone(opened: Regenboog) -> None:
    event = trip(opened)
    calendar.cancel(opened.sanne, event, REASON)
    sync(opened)
    assert [line.at.cancelled for line in calendar.agenda(opened.koen, soon(0), soon(9))] == [True]
    calendar.remove(opened.sanne, event)
    sync(opened)
    assert lines(opened.koen) == []


def test_a_year_in_draft_is_the_offices_alone(opened: Regenboog) -> None:
    """Until it is published: then it stands in the calendars, and no draft is left."""
    school, third, fifth = (of(opened.marga, name) for name in ("school", "3A", "5B"))
    calendar.draft(opened.marga, [school], STUDY, soon(20), category="free")
    calendar.draft(opened.marga, [third, fifth], TRIP, soon(21))
    assert readers(opened, STUDY, TRIP) == {STUDY: {"marga"}, TRIP: {"marga"}}
    assert calendar.publish(opened.marga) == 2
    assert readers(opened, STUDY, TRIP) == {STUDY: ALL, TRIP: ALL}
    assert list(opened.marga.replica.of_kind("draft")) == []
    assert calendar.publish(opened.marga) == 0
    assert lines(opened.anna) == [(soon(20), "", STUDY), (soon(21), "", TRIP)]


def test_who_comes_is_known_to_who_writes_the_calendar(opened: Regenboog) -> None:
    """Fatima's answer is hers, the team's and the office's; not Koen's. She thinks again: one answer."""
    event = trip(opened, asks="rsvp")
    mila = opened.fatima.seat("guardian").circles[0]
    calendar.answer(opened.fatima, event, "yes", [mila])
    calendar.answer(opened.fatima, event, "no")
    sync(opened)
    found = {name: [one.body["answer"] for one in calendar.answers(session, event)]
             for name, session in opened.everybody().items()}  # fmt: skip
    assert {name: said for name, said in found.items() if said} == {"fatima": ["no"], "sanne": ["no"], "marga": ["no"]}


def test_a_former_parent_reads_nothing_new(opened: Regenboog) -> None:
    office.end_seat(opened.marga, opened.koen.seat("guardian").id)
    trip(opened)
    assert lines(opened.koen) == []
    assert "koen" not in readers(opened, TRIP)[TRIP]


def test_a_child_moves_to_another_class(opened: Regenboog) -> None:
    trip(opened)
    children.move(opened.marga, "5", "3A", "5B")
    children.move(opened.marga, "3", "3A", "5B")
    calendar.add(opened.els, [of(opened.els, "5B")], STUDY, soon(3))
    sync(opened)
    assert lines(opened.fatima) == [(soon(3), "", STUDY)]


def test_a_reminder_of_ones_own(opened: Regenboog) -> None:
    """The server holds it until it is time; nobody else gets it. The trip moves: so does the reminder."""
    event = trip(opened)
    alerts.remind(opened.anna, event, 60)
    (alert,) = opened.anna.replica.of_kind("alert")
    assert alert.body["at"] == instant(soon(2), "07:30")
    calendar.change(opened.sanne, event, REASON, start="07:45")
    opened.anna.sync()
    assert [alerts.top_up(opened.anna), alerts.top_up(opened.anna)] == [1, 0]
    assert [one.body["at"] for one in opened.anna.replica.of_kind("alert")] == [instant(soon(2), "06:45")]
    opened.school.wait(3 * 24 * 3_600_000)
    release_due(opened.school.site)
    sync(opened)
    having = {name for name, one in opened.everybody().items() if list(one.replica.of_kind("alert", "timer"))}
    assert having == {"anna"}
    alerts.remind(opened.anna, event, None)
    assert json.dumps([one.body for one in opened.anna.replica.of_kind("timer")]) == "[]"
