"""Sanne knows that Yara goes to another school too, and no more than that, because Omar allows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import away, otherschool, sharing
from tests.server.school import browser_of
from tests.stories.two import Two, child_of, open_two, pupil, token_of


@pytest.fixture
def both(tmp_path: Path, quick_passwords: None) -> Iterator[Two]:
    """Yara of Omar and Leila, and Noor of Anna, at De Regenboog; Omar's Yara at Het Kompas as well."""
    with open_two(tmp_path) as found:
        found.enrol(found.r, [pupil("1", "Yara", "3A", "Omar", "Leila"), pupil("2", "Noor", "3A", "Anna")],
                    "Omar", "Leila", "Anna")  # fmt: skip
        found.enrol(found.k, [pupil("7", "Yara", "Blauw", "Omar")])
        found.sync()
        found.people["omar_k"] = away.join(found.omar, found.k.host, token_of(found.k, "Omar"))
        found.sync()
        yield found


def knows(two: Two) -> set[str]:
    """Who may know that Yara goes to another school too."""
    two.sync()
    return {name for name, one in two.people.items()
            if any(otherschool.goes(one, item.circle) for item in one.replica.of_kind("profile")
                   if item.body.get("first") == "Yara")}  # fmt: skip


def test_nobody_is_told_before_a_guardian_says_so(both: Two) -> None:
    assert knows(both) == set()


def test_the_team_knows_what_omar_allows_and_nobody_else(both: Two) -> None:
    """Sanne, and the office that reads what a team reads: not the class, not Leila, not the other school."""
    otherschool.tell(both.omar, child_of(both.omar, "Yara"))
    assert knows(both) == {"omar", "sanne", "marga"}
    letter = next(item for item in both.sanne.replica.of_kind("detail"))
    assert letter.body == {"field": "otherschool", "value": "1"}
    assert sharing.who_sees(both.omar, next(iter(both.omar.replica.of_kind("detail")))) == {
        both.omar.seat().id, both.group(both.r).team,
    }  # fmt: skip
    for name in ("anna", "leila", "hans", "kees"):
        assert letter.id not in served(both, name)


def test_nothing_says_which_school(both: Two) -> None:
    otherschool.tell(both.omar, child_of(both.omar, "Yara"))
    both.sync()
    seen = json.dumps([item.body for item in both.sanne.replica.items.values()])
    assert not [one for one in (both.k.host, "Kompas", both.k.root, "Blauw") if one in seen]


def test_each_school_is_told_apart_and_each_guardian_speaks_for_themselves(both: Two) -> None:
    otherschool.tell(both.omar_k, child_of(both.omar_k, "Yara"))
    assert knows(both) == {"omar_k", "hans", "kees"}
    otherschool.tell(both.leila, child_of(both.leila, "Yara"))
    assert knows(both) == {"omar_k", "hans", "kees", "leila", "sanne", "marga"}


def test_it_is_taken_back(both: Two) -> None:
    """The letter is gone from the server too; his diary keeps both lines for him alone."""
    yara = child_of(both.omar, "Yara")
    otherschool.tell(both.omar, yara)
    letter = next(item.id for item in both.omar.replica.of_kind("detail"))
    assert letter in served(both, "sanne")
    otherschool.take_back(both.omar, yara)
    assert knows(both) == set()
    assert letter not in [item.id for item in both.sanne.replica.items.values()]
    said = [item.body for item in both.omar.replica.of_kind("diary", circle=both.omar.seat().id)]
    assert said == [{"what": "shared", "field": "otherschool"}, {"what": "taken", "field": "otherschool"}]


def served(two: Two, name: str) -> str:
    """All that a person's own server answers when their copy is filled anew."""
    return browser_of(two.people[name]).ask("GET", "/api/sync?cursor=").text
