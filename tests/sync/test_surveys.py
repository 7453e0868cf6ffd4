"""Groups that are too small are not shown, nor what would give them away; a vote is sent before the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.surveys import FEW, LATER, MARGIN, groups, send_after


@pytest.mark.parametrize(("counts", "shown"), [
    ({"rice": FEW, "soup": FEW}, {"rice", "soup"}),
    ({"rice": 12, "soup": 4}, set()),
    ({"rice": 12, "soup": 4, "bread": 6}, {"rice"}),
    ({"rice": 12, "soup": 3, "bread": 2}, {"rice"}),
    ({"rice": 4}, set()),
])  # fmt: skip
def test_small_groups_are_left_out(counts: dict[str, int], shown: set[str]) -> None:
    answers = [{"food": food} for food, n in counts.items() for _ in range(n)]
    assert groups(answers, "food").keys() == shown


@given(st.lists(st.integers(0, 6)))
def test_what_is_left_out_is_never_between_one_and_four(foods: list[int]) -> None:
    found = groups([{"food": food} for food in foods], "food")
    hidden = len(foods) - sum(map(len, found.values()))
    assert all(len(group) >= FEW for group in found.values())
    assert not found or hidden == 0 or hidden >= FEW


@given(st.integers(0, 2**50), st.integers(0, 2**50), st.floats(0, 1))
def test_a_vote_is_sent_within_minutes_and_before_the_end(now: int, closes: int, chance: float) -> None:
    sent = send_after(now, closes, chance)
    assert now <= sent <= now + LATER
    assert sent <= max(now, closes - MARGIN)
