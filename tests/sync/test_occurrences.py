"""When an event is: the cases of `occurrences.json`, which the browser runs as well; and the two days of the clock."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sync.occurrences import Occurrence, occurrences
from sync.zone import instant

CASES = json.loads((Path(__file__).parent / "occurrences.json").read_text("utf-8"))


def line(one: Occurrence) -> str:
    """An occurrence as the cases write it."""
    return "|".join((one.day, one.until, one.start, one.end, one.place, one.original, str(int(one.cancelled))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_when_it_is(case: dict[str, Any]) -> None:
    assert [line(one) for one in occurrences(case["body"], case["from"], case["until"])] == case["out"]


def test_a_weekly_lesson_stays_at_its_hour_on_the_clock() -> None:
    """Half past eight is half past eight on both sides of both changes of the clock: other instants in UTC."""
    body = {"day": "2026-10-19", "start": "08:30", "repeat": {"every": "week", "step": 1, "until": "2027-04-05"}}
    at = [datetime.fromtimestamp(instant(one.day, one.start) / 1000, UTC) for one in occurrences(body, "2026", "2028")]
    hours = {moment.date().isoformat(): moment.hour for moment in at}
    assert [hours[day] for day in ("2026-10-19", "2026-10-26", "2027-03-22", "2027-03-29")] == [6, 7, 7, 6]


def test_whatever_a_body_says_it_ends() -> None:
    body = {"day": "1000-01-01", "repeat": {"every": "week", "step": 1, "until": "9999-12-31"}}
    assert len(occurrences(body, "0001-01-01", "9999-12-31")) == 1000
    far = {"day": "9999-12-31", "repeat": {"every": "year", "step": 9, "until": "9999-12-31"}}
    assert occurrences(far, "0001-01-01", "9999-12-30") == []
