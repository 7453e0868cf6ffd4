"""Events as calendar programs read them: days, times, repeats and what differs, across both days that clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from server.ics import FOOT, Line, block, head
from sync.occurrences import occurrences
from sync.zone import ZONE, instant

SPRING, AUTUMN = "2026-03-29", "2026-10-25"


def events(**body: Any) -> list[Event]:
    """The parts of one event, read back."""
    line = Line(
        "id@school.example", {"title": "Gym", "day": "2026-09-10", "version": 4, **body}, "3A", 1_790_000_000_000, "nl"
    )
    found: list[Event] = Calendar.from_ical(head("De Regenboog") + block(line) + FOOT).walk("VEVENT")
    return found


def test_a_whole_day_ends_before_the_next() -> None:
    event = events()[0]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 9, 10), date(2026, 9, 11))


def test_the_last_of_several_days_is_part_of_them() -> None:
    event = events(day="2026-10-17", until="2026-10-25")[0]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 17), date(2026, 10, 26))


def test_a_time_is_the_schools_own() -> None:
    event = events(start="08:30", end="12:00")[0]
    assert event["DTSTART"].to_ical() == b"20260910T083000"
    assert event["DTSTART"].params == {"TZID": "Europe/Amsterdam"}
    assert event["DTEND"].dt.astimezone(UTC) == datetime(2026, 9, 10, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("time", ["00:30", "01:59", "02:30", "03:00", "23:59"])
@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_the_instant_is_that_of_the_school_on_days_that_clocks_change(day: str, time: str) -> None:
    event = events(day=day, start=time)[0]
    assert int(event["DTSTART"].dt.timestamp() * 1000) == instant(day, time)


def test_a_time_that_comes_twice_is_said_in_a_way_that_has_one_meaning() -> None:
    event = events(day=AUTUMN, start="02:30", end="03:30")[0]
    assert (event["DTSTART"].to_ical(), event["DTEND"].to_ical()) == (b"20261025T003000Z", b"20261025T033000")


def test_an_event_without_an_end_or_with_one_before_its_start_has_none() -> None:
    assert "DTEND" not in events(start="09:00")[0]
    assert "DTEND" not in events(start="09:00", end="08:00")[0]
    assert events(start="20:00", end="24:00")[0]["DTEND"].dt.astimezone(ZONE).isoformat() == "2026-09-11T00:00:00+02:00"


REPEATS: list[dict[str, Any]] = [
    {"day": "2026-03-01", "start": "09:00", "repeat": {"every": "week", "step": 1, "until": "2026-04-12"}},
    {"day": "2026-10-04", "start": "00:30", "repeat": {"every": "week", "step": 2, "until": "2026-12-13"}},
    {"day": "2026-01-31", "start": "10:00", "repeat": {"every": "month", "step": 1, "until": "2026-12-31"}},
    {"day": "2024-02-29", "repeat": {"every": "year", "step": 1, "until": "2032-12-31"}},
    {"day": "2026-09-01", "repeat": {"every": "month", "step": 3, "until": "2027-09-01"}},
]


@pytest.mark.parametrize("body", REPEATS)
def test_a_repeat_falls_on_the_same_days_as_in_the_app(body: dict[str, Any]) -> None:
    """With dateutil, another program's idea of what a rule means."""
    event = events(**body)[0]
    start = event["DTSTART"].dt
    ours = [(one.day, one.start) for one in occurrences(body, "0001-01-01", "9999-12-31")]
    begin = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
    days = rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin)
    format_ = "%H:%M" if body.get("start") else ""
    assert [(one.strftime("%Y-%m-%d"), one.strftime(format_) if format_ else "") for one in days] == ours


def test_days_left_out_moved_and_dropped() -> None:
    series, moved, dropped = events(
        start="09:00", end="10:00", place="Zaal",
        repeat={"every": "week", "step": 1, "until": "2026-12-17"},
        **{"except": ["2026-09-17", "2026-09-24"], "dropped": ["2026-09-24"]},
        moved={"2026-10-01": {"day": "2026-10-02", "start": "13:00", "end": "14:00", "place": "Bos"},
               "2026-10-02": {"day": "x"}},
    )  # fmt: skip
    assert [one.dt.day for one in series["EXDATE"].dts] == [17]
    assert {str(one["UID"]) for one in (series, moved, dropped)} == {"id@school.example"}
    found = {one["RECURRENCE-ID"].to_ical(): one for one in (moved, dropped)}
    assert found[b"20261001T090000"]["DTSTART"].to_ical() == b"20261002T130000"
    assert found[b"20261001T090000"]["LOCATION"] == "Bos"
    assert found[b"20260924T090000"]["STATUS"] == "CANCELLED"
    assert series["STATUS"] == "CONFIRMED"


def test_the_version_is_the_sequence_and_the_same_contents_give_the_same_bytes() -> None:
    line = Line("id@x", {"title": "Gym", "day": "2026-09-10", "version": 4}, "", 1_790_000_000_000, "en")
    assert block(line) == block(line)
    event = events(cancelled=1)[0]
    assert (event["SEQUENCE"], event["STATUS"]) == (4, "CANCELLED")
    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)


def test_the_file_names_the_school_its_zone_and_when_to_ask_again() -> None:
    calendar = Calendar.from_ical(head("De Regenboog") + FOOT)
    assert (calendar["X-WR-CALNAME"], calendar["METHOD"]) == ("De Regenboog", "PUBLISH")
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"PT4H"
    rules = {one.name: one["RRULE"].to_ical() for zone in calendar.timezones for one in zone.subcomponents}
    assert rules == {"DAYLIGHT": b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "STANDARD": b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"}
