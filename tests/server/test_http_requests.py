"""What the server makes of requests that are not as agreed: a problem document, and nothing of them in it."""

from __future__ import annotations

import msgspec
import pytest

from server.problems import PROBLEMS
from server.wire import MIB
from tests.server.school import Cast, TestSchool, browser_of

CHALLENGE = "/api/login/challenges"
SECRET = "hunter2-secret"


def test_a_problem_has_the_members_of_rfc_9457_and_a_stable_code(school: TestSchool) -> None:
    answer = school.browser().ask("GET", "/api/session")
    assert answer.status_code == 401
    assert answer.content_type == "application/problem+json"
    assert answer.json is not None
    assert answer.json["code"] == "not-signed-in"
    assert answer.json["type"] == "/problems/not-signed-in"
    assert answer.json["status"] == 401
    assert answer.json["title"] and answer.json["detail"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "malformed"),
        (b"\xff\xfe", "malformed"),
        (b"[]", "invalid"),
        (b"null", "invalid"),
        (b'{"name": "anna"}', "invalid"),
        (b'{"name": "anna", "kind": 7}', "invalid"),
        (b'{"name": "", "kind": "password"}', "invalid"),
        (b'{"name": "anna", "kind": "password", "hunter2-secret": 1}', "invalid"),
        (b'{"name": "anna", "kind": "hunter2-secret"}', "invalid"),
        (b"[" * 100_000, "invalid"),
    ],
)
def test_a_body_that_does_not_fit_is_refused_and_not_repeated(school: TestSchool, body: bytes, code: str) -> None:
    answer = school.browser().ask("POST", CHALLENGE, body)
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (PROBLEMS[code].status, code)
    assert SECRET not in answer.text


def test_a_body_that_does_not_fit_says_where(school: TestSchool) -> None:
    answer = school.browser().ask("POST", CHALLENGE, {"name": "anna", "kind": 7})
    assert answer.json is not None
    assert answer.json["where"] == "$.kind"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_read(school: TestSchool, kind: str) -> None:
    answer = school.browser().ask("POST", CHALLENGE, b'{"name":"anna","kind":"password"}', Content_Type=kind)
    assert answer.status_code == 415


def test_a_body_of_more_than_a_mebibyte_is_refused(school: TestSchool) -> None:
    answer = school.browser().ask("POST", CHALLENGE, b" " * (MIB + 1))
    assert (answer.status_code, answer.json and answer.json["code"]) == (413, "too-large")


def test_entries_may_be_larger_but_not_without_end(cast: Cast) -> None:
    browser = browser_of(cast.anna)
    assert browser.ask("POST", "/api/entries", b" " * (2 * MIB)).status_code == 400
    assert browser.ask("POST", "/api/entries", b" " * (8 * MIB + 1)).status_code == 413


@pytest.mark.parametrize(("accept", "title"), [("nl", "Niet gevonden"), ("en", "Not found"), ("pl", "Niet gevonden"),
                                               ("fr, en;q=0.5", "Not found"), ("", "Niet gevonden")])  # fmt: skip
def test_problems_speak_the_readers_language_or_the_schools(school: TestSchool, accept: str, title: str) -> None:
    answer = school.browser().ask("GET", "/api/nothing", Accept_Language=accept)
    assert answer.json is not None
    assert answer.json["title"] == title


def test_every_problem_is_said_in_both_languages() -> None:
    for code, kind in PROBLEMS.items():
        assert 400 <= kind.status < 600, code
        assert all(text and text[0].isupper() for text in (*kind.nl, *kind.en)), code
        assert kind.nl != kind.en, code


def test_a_problems_type_can_be_looked_up(school: TestSchool) -> None:
    for code in PROBLEMS:
        answer = school.browser().ask("GET", f"/problems/{code}")
        assert answer.status_code == 200
        assert answer.json is not None
        assert answer.json["code"] == code


def test_an_unforeseen_error_shows_a_number_and_nothing_else(school: TestSchool) -> None:
    school.app.view_functions["login.challenge"] = _breaks(school.app.view_functions["login.challenge"])
    answer = school.browser().ask("POST", CHALLENGE, {"name": "anna", "kind": "password"})
    assert answer.status_code == 500
    assert answer.json is not None
    assert len(answer.json["number"]) == 12
    assert SECRET not in answer.text


def test_an_unforeseen_error_is_logged_with_its_place_and_no_values(
    school: TestSchool, capsys: pytest.CaptureFixture[str]
) -> None:
    school.app.view_functions["login.challenge"] = _breaks(school.app.view_functions["login.challenge"])
    answer = school.browser().ask("POST", CHALLENGE, {"name": "anna", "kind": "password"})
    logged = "".join(capsys.readouterr())
    assert answer.json is not None
    assert answer.json["number"] in logged
    assert "test_http_requests.py" in logged
    assert SECRET not in logged


def test_a_wrong_method_is_named(school: TestSchool) -> None:
    answer = school.browser().ask("GET", "/api/login")
    assert answer.json is not None
    assert answer.json["code"] in ("wrong-method", "not-found")


def test_facts_of_a_refusal_become_members(cast: Cast) -> None:
    answer = browser_of(cast.anna).ask("GET", "/api/sync?cursor=AAAA")
    assert msgspec.json.decode(answer.data)["code"] == "bad-cursor"


def _breaks(view: object) -> object:
    def broken(**_: str) -> None:
        raise ValueError(SECRET)

    broken.operation = view.operation  # type: ignore[attr-defined]
    return broken
