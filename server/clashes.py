"""What is at the same time at two schools: one line for each such event, which says what else there is.

Invariants: the same events give the same lines, whenever they are looked at; whole days clash with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from server.ics import Line
from sync.occurrences import occurrences

MOST_SAID, LONGEST = 5, 80
"""Clashes named in one line, and symbols of each title."""
MOST_TIMED = 20_000
"""Events on their days, of all schools, that are looked at."""
_ALWAYS = ("0001-01-01", "9999-12-31")
_WORDS = {"nl": ("Let op, tegelijk: {}", "en vaker"), "en": ("Mind, at the same time: {}", "and more")}


class _Timed(NamedTuple):
    """One event on one day, by its place in the list."""

    at: int
    start: str
    end: str


def clashes(lines: Sequence[Line], home: str) -> Mapping[int, str]:
    """By place in `lines`: what else is at that time at another school. home: the name of the school without a name."""
    said: dict[int, list[str]] = defaultdict(list)
    for day, found in sorted(_by_day(lines).items()):
        for one, other in _pairs(lines, found):
            line = lines[other.at]
            title = str(line.body.get("title"))[:LONGEST]
            if len(said[one.at]) <= MOST_SAID:
                said[one.at].append(f"{title} ({line.school or home}), {_date(day)} {other.start}")
    return {at: _spelled(found, lines[at].language) for at, found in said.items()}


def _by_day(lines: Sequence[Line]) -> dict[str, list[_Timed]]:
    """All that has a time, by day; what ends on a later day counts for its first one."""
    found: dict[str, list[_Timed]] = defaultdict(list)
    every = ((at, one) for at, line in enumerate(lines) for one in occurrences(line.body, *_ALWAYS))
    for at, one in islice(every, MOST_TIMED):
        if one.start and not one.cancelled:
            end = "24:00" if one.until > one.day else max(one.end, one.start)
            found[one.day].append(_Timed(at, one.start, end))
    return {day: sorted(each, key=lambda one: (one.start, one.at)) for day, each in found.items()}


def _pairs(lines: Sequence[Line], found: list[_Timed]) -> Iterator[tuple[_Timed, _Timed]]:
    """The events of one day that meet one of another school, both ways round."""
    schools: dict[str, list[_Timed]] = defaultdict(list)
    for one in found:
        schools[lines[one.at].school].append(one)
    for name, own in schools.items():
        others = [other for school, each in schools.items() if school != name for other in each]
        yield from ((one, other) for one in own for other in others if _meet(one, other))


def _meet(one: _Timed, other: _Timed) -> bool:
    """Whether two events of a day overlap; one without an end is a moment."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _spelled(found: list[str], language: str) -> str:
    words, more = _WORDS[language]
    several = [*found[:MOST_SAID], *([more] if len(found) > MOST_SAID else [])]
    return words.format("; ".join(several))


def _date(day: str) -> str:
    at = date.fromisoformat(day)
    return f"{at.day}-{at.month}-{at.year}"
