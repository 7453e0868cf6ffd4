"""Withholding in the store: who comes to reach the child's circle, or no longer does, is told so by the next page."""

from __future__ import annotations

import pytest

from tests.server.store_copy import Copy
from tests.server.store_rows import Rows

LATER = 100


def school() -> tuple[Rows, str, str, str]:
    """A group that anna reads, a child's circle that she does not, a record in the group; with their ids."""
    rows = Rows()
    seat = rows.seat("anna")
    group, child = rows.circle("group", seat), rows.circle("child")
    record = f"{7:022d}"
    rows.post(group, "bob", record=record)
    return rows, seat, child, record


def has(copy: Copy) -> list[bool]:
    """Whether a copy has each record of the group, by place."""
    copy.sync()
    logs = [log for log in copy.logs.values() if log.records]
    return [there for log in logs for _, there in sorted(log.records.items())]


def test_withheld_and_given_back() -> None:
    rows, _, child, record = school()
    anna = Copy(rows, "anna")
    assert has(anna) == [True]
    rows.withhold(record, child, back=False)
    assert has(anna) == has(Copy(rows, "anna")) == [False]
    rows.withhold(record, child, back=True)
    assert has(anna) == has(Copy(rows, "anna")) == [True]


def test_who_comes_to_read_the_child_gets_it_and_who_leaves_loses_it() -> None:
    """Her place in the group stays as it was all the while."""
    rows, seat, child, record = school()
    anna = Copy(rows, "anna")
    rows.withhold(record, child, back=False)
    assert has(anna) == [False]
    rows.change(child, seat)
    assert has(anna) == [True]
    rows.change(child)
    assert has(anna) == [False]


def test_a_place_that_is_over_on_its_day() -> None:
    """A date passes and nobody writes: refused at once, told with the next reckoning."""
    rows, seat, child, record = school()
    rows.withhold(record, child, back=False)
    rows.change(child, seat, until=rows.now + LATER)
    anna = Copy(rows, "anna")
    assert has(anna) == [True]
    rows.now += LATER + 1
    (group,) = [circle for circle in anna.logs if rows.heads[circle]["kind"] == "group"]
    assert [found.record for found, _ in rows.past("anna", group)] == [None]
    rows.reach()
    assert has(anna) == [False]


@pytest.mark.parametrize("both", [True, False])
def test_of_two_children_it_takes_both_circles(both: bool) -> None:
    rows, seat, child, record = school()
    other = rows.circle("child", *([seat] if both else []))
    rows.change(child, seat)
    for circle in (child, other):
        rows.withhold(record, circle, back=False)
    assert has(Copy(rows, "anna")) == [both]
