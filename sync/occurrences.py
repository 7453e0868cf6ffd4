"""On which days an event of the calendar is: repeating, with days left out, days that moved and days that were dropped.

Times are those of the school's clock and stay the same on it when the clocks change (`sync.zone` makes them instants).
A month without a 31st, or a year without 29 February, is passed over, as phones' calendars do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Body = dict[str, Any]
MOST = 1000
"""How many times something repeats at the most."""
_ONE = timedelta(days=1)
_TIME = re.compile(r"(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)?")


@dataclass(frozen=True)
class Occurrence:
    """An event on one of its days; `until`: the last day; no `start`: the whole day; original: the day by its rule."""

    day: str
    until: str
    start: str
    end: str
    place: str
    original: str
    cancelled: bool


def occurrences(body: Body, first: str, last: str) -> list[Occurrence]:
    """When an event is between two days, both included, in order; nothing of a body that makes no sense."""
    try:
        found = [_on(body, day) for day in _days(body)]
        left_out = {*body.get("except", ())} - {*body.get("dropped", ())}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return []
    shown = [one for one in found if one.original not in left_out and one.day <= last and one.until >= first]
    return sorted(shown, key=lambda one: (one.day, one.start, one.original))


def _days(body: Body) -> Iterator[str]:
    """The days by the rule, before any of them moves."""
    begin, repeat = date.fromisoformat(body["day"]), body.get("repeat")
    end = date.fromisoformat(repeat["until"]) if repeat else begin
    for count in range(MOST if repeat else 1):
        day = _step(begin, repeat["every"], count * max(1, int(repeat["step"]))) if repeat else begin
        if day and day > end:
            return
        if day:
            yield day.isoformat()


def _step(begin: date, every: str, count: int) -> date | None:
    """The day that many weeks, months or years later; None where that month has no such day."""
    if every == "week":
        return begin + 7 * count * _ONE
    months = begin.month - 1 + count * {"month": 1, "year": 12}[every]
    year, month = begin.year + months // 12, months % 12 + 1
    longest = ((date(year + month // 12, month % 12 + 1, 1)) - _ONE).day
    return date(year, month, begin.day) if begin.day <= longest else None


def _on(body: Body, day: str) -> Occurrence:
    """The event on one of its days, as it was moved."""
    moved = body.get("moved", {}).get(day, {})
    place = {"day": day, "start": body.get("start", ""), "end": body.get("end", ""), "place": body.get("place", "")}
    at = {name: str(moved.get(name, value)) for name, value in place.items()}
    if not all(_TIME.fullmatch(at[name]) for name in ("start", "end")):
        raise ValueError(day)
    length = date.fromisoformat(body.get("until") or body["day"]) - date.fromisoformat(body["day"])
    until = (date.fromisoformat(at["day"]) + max(length, timedelta())).isoformat()
    cancelled = bool(body.get("cancelled")) or day in body.get("dropped", ())
    return Occurrence(at["day"], until, at["start"], at["end"], at["place"], day, cancelled)
