"""What is at the same time at two schools, in a feed."""

from __future__ import annotations

import time
from typing import Any

import pytest

from server.clashes import MOST_SAID, MOST_TIMED, clashes
from server.ics import Line

DAY = "2026-12-02"


def line(title: str, school: str = "", day: str = DAY, language: str = "nl", **more: Any) -> Line:
    """An event."""
    return Line(f"{title}@x", {"title": title, "day": day, "version": 1, **more}, "", 0, language, school)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("09:00", "11:00"), ("10:59", "12:00"), True),
        (("09:00", "11:00"), ("11:00", "12:00"), False),
        (("09:00", ""), ("08:00", "10:00"), True),
        (("09:00", ""), ("09:00", ""), True),
        (("09:00", ""), ("09:30", ""), False),
        (("", ""), ("09:30", "12:00"), False),
    ],
)
def test_when_two_meet(one: tuple[str, str], other: tuple[str, str], meet: bool) -> None:
    """Both say it or neither does; a whole day clashes with nothing."""
    here = line("Bos", start=one[0], end=one[1])
    there = line("Zwemmen", "Het Kompas", start=other[0], end=other[1])
    assert {*clashes([here, there], "De Regenboog")} == ({0, 1} if meet else set())


def test_what_it_says() -> None:
    here = line("Forest", start="09:00", end="11:00", language="en")
    there = line("Zwemmen", "Het Kompas", start="10:00", end="12:00")
    found = clashes([here, there], "De Regenboog")
    assert found[0] == "Mind, at the same time: Zwemmen (Het Kompas), 2-12-2026 10:00"
    assert found[1] == "Let op, tegelijk: Forest (De Regenboog), 2-12-2026 09:00"


def test_within_one_school_and_of_what_is_cancelled_nothing_is_said() -> None:
    timed = {"start": "09:00", "end": "11:00"}
    assert clashes([line("Bos", **timed), line("Gym", **timed)], "R") == {}
    assert clashes([line("Bos", **timed), line("Gym", "K", **timed, cancelled=1)], "R") == {}


def test_what_repeats_names_some_and_more() -> None:
    weekly = {"start": "09:00", "end": "10:00", "repeat": {"every": "week", "step": 1, "until": "2027-06-30"}}
    found = clashes([line("Gym", **weekly), line("Zwemmen", "K", **weekly)], "R")
    assert found[0].count("Zwemmen") == MOST_SAID
    assert found[0].endswith("; en vaker")


def test_a_school_that_sends_very_much_costs_little() -> None:
    """Thousands that repeat for ever, all at the same time, with titles like books."""
    weekly = {"start": "09:00", "end": "10:00", "repeat": {"every": "week", "step": 1, "until": "9999-12-31"}}
    many = [line("x" * 10_000, "K", **weekly) for _ in range(2 * MOST_TIMED // 1000)]
    began = time.perf_counter()
    found = clashes([line("Gym", **weekly), *many], "R")
    assert max(len(one) for one in found.values()) < 1000
    assert time.perf_counter() - began < 5
