"""What a change leaves in an event's body: the cases of `changes.json`, which the browser runs as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sync.client.changes import changed, telling

CASES = json.loads((Path(__file__).parent / "changes.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_it_leaves(case: dict[str, Any]) -> None:
    assert changed(case["body"], case["fields"], case["reason"], 5) == case["out"]


def test_what_is_told() -> None:
    found = {case["name"]: telling(case["out"]) for case in CASES if "changed" in case["out"]}
    assert found["cancelled"]["cancelled"] == found["one of many is off"]["cancelled"] == 1
    assert found["one of many moves"]["original"] == "2026-11-09"
    assert set(found["another time says what it was"]) == {"was", "reason"}
