"""The vectors that both languages run: each case by name, and the files are what `make` writes."""

from __future__ import annotations

import json

import pytest

from tests.vectors.cases import Case, outcome
from tests.vectors.functions import FUNCTIONS
from tests.vectors.make import HERE, TOPICS, make, write_text

NAMES = [topic.__name__.rpartition(".")[2] for topic in TOPICS]
CASES: list[Case] = [case for name in NAMES for case in json.loads((HERE / f"{name}.json").read_text())]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['fn']}: {case['name']}")
def test_a_case_comes_out_as_written(case: Case) -> None:
    found = outcome(case["fn"], case["in"])
    assert found == {key: case[key] for key in ("out", "error", "group") if key in case}


def test_making_the_vectors_again_gives_the_same_files() -> None:
    for name, cases in make().items():
        assert write_text(cases) == (HERE / f"{name}.json").read_text(), name


def test_every_function_of_the_vectors_succeeds_somewhere_and_no_case_is_there_twice() -> None:
    assert {case["fn"] for case in CASES if "out" in case} | {"seal", "seal_answer"} == set(FUNCTIONS)
    names = [(case["fn"], case["name"]) for case in CASES]
    assert len(names) == len(set(names))


def test_most_kinds_of_error_are_among_the_vectors() -> None:
    codes = {case.get("error") for case in CASES}
    codes_of_codes = {"code-length", "code-symbol", "code-group"}
    assert codes >= {"malformed", "tampered", "wrong-key", "parameters-downgraded"} | codes_of_codes
