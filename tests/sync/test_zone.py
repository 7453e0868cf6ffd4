"""The school's clock on the days on which it changes, and on all others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sync.zone import day_of, instant, time_of

CASES = (
    ("2026-10-25", "01:59", "2026-10-24T23:59"),
    ("2026-10-25", "02:30", "2026-10-25T00:30"),
    ("2026-10-25", "03:00", "2026-10-25T02:00"),
    ("2027-03-28", "01:59", "2027-03-28T00:59"),
    ("2027-03-28", "02:30", "2027-03-28T01:30"),
    ("2027-03-28", "03:00", "2027-03-28T01:00"),
    ("2026-12-31", "24:00", "2026-12-31T23:00"),
    ("2026-07-01", "08:30", "2026-07-01T06:30"),
)


@pytest.mark.parametrize(("day", "time", "utc"), CASES)
def test_a_day_and_a_time_are_one_instant(day: str, time: str, utc: str) -> None:
    assert datetime.fromtimestamp(instant(day, time) / 1000, UTC).strftime("%Y-%m-%dT%H:%M") == utc


@pytest.mark.parametrize(("day", "time"), [case[:2] for case in CASES if case[1] not in ("24:00", "02:30")])
def test_and_back(day: str, time: str) -> None:
    assert (day_of(instant(day, time)), time_of(instant(day, time))) == (day, time)
