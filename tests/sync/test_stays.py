"""Who stays for lunch, who pays and why, and what is left: the cases that both languages run."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sync.stays import balance, homes, verdict, without_lunch, worth
from sync.zone import instant

CASES = json.loads((Path(__file__).parent / "stays.json").read_text("utf-8"))


def fact(case: dict[str, Any], number: int) -> dict[str, Any]:
    """A plan or change of a case: `on` by the school's clock, or `utc`."""
    at = int(datetime.fromisoformat(case["utc"]).timestamp() * 1000) if "utc" in case else instant(*case["on"].split())
    return {"id": str(number), "at": at, **case}


def words(found: dict[str, Any]) -> str:
    """A verdict as the cases write it."""
    stays, pays = " in" if found["stays"] else "", f" pays {found['seat']}" if found["pays"] else ""
    return found["why"] + stays + pays


@pytest.mark.parametrize("case", CASES["verdicts"], ids=lambda case: case["title"])
def test_verdicts(case: dict[str, Any]) -> None:
    plans, changes = ([fact(one, at) for at, one in enumerate(case[key])] for key in ("plans", "changes"))
    rules = case.get("rules", CASES["rules"])
    assert words(verdict(case["day"], rules, plans, changes, case.get("there", False))) == case["is"]


@pytest.mark.parametrize("case", CASES["balances"], ids=lambda case: case["title"])
def test_balances(case: dict[str, Any]) -> None:
    found = balance(case["cards"], case["charges"], case["today"])
    assert [found["left"], found["owed"], found["lost"]] == case["is"]


@pytest.mark.parametrize("case", CASES["worth"], ids=lambda case: case["title"])
def test_worth(case: dict[str, Any]) -> None:
    assert worth(case["cards"], case["charges"], case["today"], case["price"]) == case["is"]


def test_homes_and_parts_of_a_day() -> None:
    assert [homes(case["of"]) for case in CASES["homes"]] == [case["is"] for case in CASES["homes"]]
    assert [without_lunch(case["of"]) for case in CASES["without_lunch"]] == [c["is"] for c in CASES["without_lunch"]]
