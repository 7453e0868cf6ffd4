"""The planner: no time twice, nobody without a time while there is a way to one, families together, homes apart."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.planner import clock, combos, gap, minutes, plan, timetable, walking
from tests.sync.planner_cases import FILE, cases, evening, school, wish

TIMES = st.integers(0, 2_000)


def places(case: dict[str, Any]) -> dict[str, Any]:
    """The slots of a case by id."""
    return {one["id"]: one for one in case["slots"]}


def has_way(name: str, wants: dict[str, list[str]], owner: dict[str, str], seen: set[str]) -> bool:
    """Whether somebody without a time could get one if others moved."""
    for slot in wants[name]:
        if slot not in seen:
            seen.add(slot)
            if slot not in owner or has_way(owner[slot], wants, owner, seen):
                return True
    return False


def test_both_languages_keep_the_same_cases() -> None:
    assert json.loads(FILE.read_text()) == json.loads(json.dumps(cases()))


def test_an_evening_with_a_break() -> None:
    found = timetable([{"day": "2026-11-24", "from": "18:00", "until": "19:10"}], 10, 0, [["18:25", "18:40"]])
    assert [one["start"] for one in found] == ["18:00", "18:10", "18:40", "18:50", "19:00"]
    assert clock(minutes("09:05")) == "09:05"


def test_two_children_behind_each_other_with_time_to_walk() -> None:
    """Noor at six, five minutes to walk, Bram at a quarter past: no minute is waited."""
    noor, bram = evening("a", "lokaal 1", 6), evening("b", "boven", 6, "18:05")
    best = combos([noor, bram])[0]
    assert [place["start"] for place in best] == ["18:00", "18:15"]
    assert gap(*best) == walking(*best) == 5
    assert walking({**noor[0], "room": ""}, bram[0]) == 0


def test_the_younger_may_come_first_and_nothing_fits_on_other_days() -> None:
    noor, bram = evening("a", "x", 1, "19:00"), evening("b", "x", 1, "18:50")
    assert [[place["id"] for place in one] for one in combos([noor, bram])] == [["a00", "b00"]]
    assert combos([noor, evening("b", "x", 3, day="2026-11-26")]) == []


def test_wishes_are_kept_where_they_can_be() -> None:
    slots = evening("a", "x", 3)
    wishes = [
        wish("late", "a", "h1", "c1", **{"from": "18:20"}),
        wish("early", "a", "h2", "c2", until="18:10"),
        wish("any", "a", "h3", "c3"),
    ]
    assert plan(wishes, slots) == {"late": "a02", "early": "a00", "any": "a01"}


def test_three_families_and_two_times() -> None:
    found = plan([wish(f"w{at}", "a", f"h{at}", f"c{at}") for at in range(3)], evening("a", "x", 2))
    assert len(found) == 2
    assert sorted(found.values()) == ["a00", "a01"]


def test_siblings_come_together() -> None:
    slots = [*evening("a", "x", 8), *evening("b", "y", 8)]
    wishes = [
        wish("noor", "a", "h", "noor", **{"from": "18:40"}),
        wish("bram", "b", "h", "bram"),
        wish("mila", "b", "k", "mila"),
    ]
    found = plan(wishes, slots)
    first, second = (next(one for one in slots if one["id"] == found[name]) for name in ("noor", "bram"))
    assert gap(first, second) == 10  # five to walk, and talks begin every ten


def test_homes_of_one_child_are_kept_apart() -> None:
    """Mila's parents don't meet in the corridor, though both asked for the beginning."""
    slots = evening("a", "x", 12)
    wishes = [wish("fatima", "a", "f", "mila", until="18:30"), wish("koen", "a", "k", "mila", until="18:50")]
    found = plan(wishes, slots, apart=30)
    one, two = (next(slot for slot in slots if slot["id"] == found[name]) for name in ("fatima", "koen"))
    assert gap(one, two) >= 30


def test_what_stands_already_counts() -> None:
    slots, table = evening("a", "x", 4), evening("b", "y", 4)
    found = plan([wish("noor", "a", "h", "noor")], slots, 0, [{"home": "h", "child": "bram", "slot": table[0]}])
    assert found == {"noor": "a02"}


@settings(max_examples=60)
@given(TIMES)
def test_no_time_twice_and_nobody_in_two_rooms(seed: int) -> None:
    case = school(seed)
    found, known = plan(case["wishes"], case["slots"], case["apart"]), places(case)
    assert len(set(found.values())) == len(found)
    by_wish = {one["id"]: one for one in case["wishes"]}
    assert all(known[slot]["offer"] == by_wish[name]["offer"] for name, slot in found.items())
    for one in found:
        for two in found:
            if one < two and by_wish[one]["home"] == by_wish[two]["home"]:
                assert gap(known[found[one]], known[found[two]]) >= walking(known[found[one]], known[found[two]])


@settings(max_examples=60)
@given(TIMES)
def test_nobody_without_a_time_while_there_is_a_way(seed: int) -> None:
    """Every family has one child here, so that only the times of a table are scarce."""
    case = school(seed)
    wishes = [{**one, "home": one["id"], "child": one["id"]} for one in case["wishes"]]
    found = plan(wishes, case["slots"], case["apart"])
    wants = {one["id"]: [slot["id"] for slot in case["slots"] if slot["offer"] == one["offer"]] for one in wishes}
    owner = {slot: name for name, slot in found.items()}
    assert [one for one in wants if one not in found and has_way(one, wants, owner, set())] == []
