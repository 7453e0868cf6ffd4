"""A survey between both clients: begun in one, answered in the other, read in either, over a real connection."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from werkzeug.serving import make_server

from crypto.ballot import ballot_public, new_scalar
from crypto.encoding import b64
from sync.client import surveys
from sync.client.surveys import Survey
from tests.server.school import ORIGIN
from tests.stories.cast import Regenboog, cookie_of
from tests.stories.test_survey import DAY, answer, school_circle, shown

SCRIPT = Path(__file__).parents[1] / "webclient" / "survey.js"
Step = tuple[str, str, list[Any]]


@pytest.fixture
def address(regenboog: Regenboog) -> Iterator[str]:
    """Where the school of the stories can be reached."""
    server = make_server("127.0.0.1", 0, regenboog.school.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def play(regenboog: Regenboog, address: str, folder: Path, *steps: Step) -> Any:
    """What the browser's client makes of calls by somebody: `{answers, sent}`."""
    plan = [
        {"call": call, "cookie": cookie_of(getattr(regenboog, name)), "given": given} for name, call, given in steps
    ]
    (folder / "plan.json").write_bytes(msgspec.json.encode({"origin": ORIGIN, "address": address, "steps": plan}))
    done = subprocess.run(
        ["node", str(SCRIPT), str(folder / "plan.json")], capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout)


def form(survey: Survey, **other: str) -> dict[str, str]:
    """The survey as the browser reads it in the form."""
    return {"id": survey.id, "key": survey.key, "box": survey.box, "seed": survey.seed, **other}


def test_begun_in_python_and_answered_from_a_browser(regenboog: Regenboog, address: str, tmp_path: Path) -> None:
    marga = regenboog.marga
    closes = marga.clock() + DAY
    survey = surveys.open(marga, school_circle(marga), closes, "person")
    for name in ("anna", "peter", "koen", "jeroen"):
        answer(regenboog, name, survey, name)
    open_form = form(shown(survey))
    played = play(regenboog, address, tmp_path, ("fatima", "give", [open_form, closes, {"food": "fatima"}]),
                  ("fatima", "ballot", [open_form]), ("marga", "results", [form(survey)]))  # fmt: skip
    assert played["sent"][:2] == [["ballots", True], ["votes", False]], "asked for by Fatima, handed in by nobody"
    assert played["answers"][1:] == ["ballot-given", "survey-open"]
    regenboog.school.wait(DAY)
    read = play(
        regenboog, address, tmp_path, ("marga", "results", [form(survey)]), ("marga", "turnout", [form(survey)])
    )
    foods = sorted(one["food"] for one in surveys.results(marga, survey))
    assert sorted(one["food"] for one in read["answers"][0]) == foods == ["anna", "fatima", "jeroen", "koen", "peter"]
    assert read["answers"][1] == {"issued": 5, "entitled": 5, "votes": 5}


def test_begun_in_a_browser_and_answered_from_python(regenboog: Regenboog, address: str, tmp_path: Path) -> None:
    circle, closes = school_circle(regenboog.marga), regenboog.marga.clock() + DAY
    made = play(regenboog, address, tmp_path, ("marga", "open", [circle, closes]))["answers"][0]
    survey = Survey(made["id"], made["key"], made["box"], made["seed"])
    answer(regenboog, "fatima", survey, "rijst")
    assert surveys.turnout(regenboog.marga, survey) == (1, 5)
    answers = play(regenboog, address, tmp_path, ("marga", "drop", [made]), ("fatima", "ballot", [made]))["answers"]
    assert answers == [None, "not-found"]


def test_a_browser_notices_another_key(regenboog: Regenboog, address: str, tmp_path: Path) -> None:
    marga = regenboog.marga
    survey = surveys.open(marga, school_circle(marga), marga.clock() + DAY, "person")
    other = form(shown(survey), key=b64(ballot_public(new_scalar())))
    assert play(regenboog, address, tmp_path, ("fatima", "ballot", [other]))["answers"] == ["marked-key"]
