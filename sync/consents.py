"""Consents: what all who have custody of a child say together. Whoever has not answered this school year says no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sync.zone import day_of

Answers = dict[str, int]
"""purpose -> 1 for yes, 0 for no."""

PURPOSES = ("album", "website", "paper", "social", "press")
BEGINS = "08"
"""The month in which a school year begins."""


def school_year(at: int) -> str:
    """The school year "2026-2027" at an instant (ms UTC)."""
    year, month = (int(part) for part in day_of(at).split("-")[:2])
    first = year if month >= int(BEGINS) else year - 1
    return f"{first}-{first + 1}"


def together(
    custody: Iterable[str], said: Mapping[str, Mapping[str, int]], kept: Mapping[str, Any] | None, year: str
) -> Answers:
    """For each purpose 1 if every seat of `custody` says yes, else 0; nobody has custody: 0.

    said: seat -> what it says this year. kept: the outcome that stands, for the seats whose words did not reach this
    copy: an outcome of yes, of this year, was yes of each of its seats.
    """
    seats = list(custody)
    old = kept if kept and kept.get("year") == year else {"answers": {}, "seats": []}

    def says(seat: str, purpose: str) -> bool:
        answers = said.get(seat, old["answers"] if seat in old["seats"] else {})
        return answers.get(purpose) == 1

    return {one: int(bool(seats) and all(says(seat, one) for seat in seats)) for one in PURPOSES}


def standing(kept: Mapping[str, Any] | None, year: str) -> Answers:
    """What an outcome says in a school year: one of another year, or none, is no to everything."""
    answers = kept["answers"] if kept and kept.get("year") == year else {}
    return {one: int(answers.get(one) == 1) for one in PURPOSES}
