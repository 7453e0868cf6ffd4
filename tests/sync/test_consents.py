"""What all who have custody say together: the cases that both languages run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sync.consents import PURPOSES, school_year, standing, together
from sync.zone import instant

CASES = json.loads((Path(__file__).parent / "consents.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["outcomes"], ids=lambda case: case["title"])
def test_outcomes(case: dict[str, Any]) -> None:
    found = together(case["custody"], case["said"], case["kept"], "2026-2027")
    assert [one for one in PURPOSES if found[one]] == case["is"]


def test_school_years() -> None:
    assert [school_year(instant(*at.split())) for at, _ in CASES["years"]] == [year for _, year in CASES["years"]]


def test_an_outcome_stands_for_its_year() -> None:
    kept = {"year": "2026-2027", "answers": {"album": 1}, "seats": []}
    assert standing(kept, "2026-2027")["album"] == 1
    assert not any({**standing(kept, "2027-2028"), **standing(None, "2026-2027")}.values())
