"""Strangers at the door: who has an account can't be told, and guessing is slowed without locking anybody out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from server.config import Limits
from sync.client import account
from tests.server.school import Browser, Cast, TestSchool, code_of, fill, open_school

TIGHT = Limits(
    challenges="1000 per minute", login="8 per minute", login_account="3 per minute", invitations="9 per minute"
)
HERE, THERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[TestSchool]:
    """A server with small limits."""
    opened = open_school(tmp_path / "strict", TIGHT)
    yield opened
    opened.store.close()


def ask_challenge(browser: Browser, name: str, kind: str = "password") -> dict[str, Any]:
    """A challenge as JSON."""
    found = browser.ask("POST", "/api/login/challenges", {"name": name, "kind": kind}).json
    assert found is not None
    return dict(found)


def guess(browser: Browser, name: str) -> str:
    """The code that a wrong guess meets."""
    asked = ask_challenge(browser, name)
    body = {"name": name, "lock": asked["lock"]["id"], "challenge": asked["challenge"], "signature": b64(fresh(64))}
    return code_of(browser.ask("POST", "/api/login", body))


@pytest.mark.parametrize("kind", ["password", "sheet"])
def test_an_unknown_name_looks_like_a_known_one(cast: Cast, kind: str) -> None:
    browser = cast.school.browser()
    known, unknown = ask_challenge(browser, "sanne", kind), ask_challenge(browser, "nobody", kind)
    assert known.keys() == unknown.keys()
    for part in ("ops", "mem", "kind"):
        assert known["lock"][part] == unknown["lock"][part]
    for part in ("id", "salt"):
        assert len(known["lock"][part]) == len(unknown["lock"][part])
    assert len(known["challenge"]) == len(unknown["challenge"]) == 43


def test_a_false_lock_is_as_stable_as_a_true_one(cast: Cast) -> None:
    browser = cast.school.browser()
    locks = [ask_challenge(browser, name)["lock"] for name in ("nobody", "NOBODY ", "nobody", "other")]
    assert locks[0] == locks[1] == locks[2] != locks[3]


def test_a_wrong_guess_meets_the_same_bytes_for_everybody(cast: Cast) -> None:
    browser = cast.school.browser()
    answers = []
    for name in ("sanne", "nobody"):
        asked = ask_challenge(browser, name)
        body = {"name": name, "lock": asked["lock"]["id"], "challenge": asked["challenge"], "signature": b64(bytes(64))}
        answer = browser.ask("POST", "/api/login", body)
        answers.append((answer.status_code, answer.data, sorted(answer.headers.keys())))
    assert answers[0] == answers[1]


def test_a_wrong_guess_takes_as_long_for_everybody(cast: Cast) -> None:
    browser = cast.school.browser()
    times: dict[str, list[float]] = {"sanne": [], "nobody": []}
    for _ in range(60):
        for name, taken in times.items():
            started = perf_counter()
            guess(browser, name)
            taken.append(perf_counter() - started)
    assert 0.6 < median(times["sanne"]) / median(times["nobody"]) < 1.6


def test_guessing_at_one_account_is_refused_from_that_address(strict: TestSchool) -> None:
    codes = [guess(strict.browser(HERE), "anna") for _ in range(5)]
    assert codes == ["wrong-login"] * 3 + ["slow-down"] * 2


def test_a_refusal_says_when_to_come_back(strict: TestSchool) -> None:
    browser = strict.browser(HERE)
    for _ in range(3):
        guess(browser, "anna")
    asked = ask_challenge(browser, "anna")
    body = {"name": "anna", "lock": asked["lock"]["id"], "challenge": asked["challenge"], "signature": ""}
    answer = browser.ask("POST", "/api/login", body)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 61


def test_guessing_at_many_accounts_is_refused_from_that_address(strict: TestSchool) -> None:
    codes = [guess(strict.browser(HERE), f"name {number}") for number in range(10)]
    assert codes == ["wrong-login"] * 8 + ["slow-down"] * 2


def test_the_family_gets_in_while_somebody_else_guesses(strict: TestSchool) -> None:
    fill(strict)
    for number in range(30):
        guess(strict.browser(f"192.0.2.{number}"), "anna@example.org")
    session = account.login(strict.browser(THERE), "anna@example.org", "purple rain")
    assert session.replica.seats()


def test_guessing_from_everywhere_makes_each_attempt_wait(strict: TestSchool) -> None:
    for number in range(6):
        assert guess(strict.browser(f"192.0.2.{number}"), "anna") == "wrong-login"
    assert strict.pauses == [TIGHT.account_seconds] * 3


def test_guessing_letters_is_refused_from_that_address(strict: TestSchool) -> None:
    paths = [f"/api/invitations/{b64(fresh(16))}" for _ in range(11)]
    codes = [code_of(strict.browser(HERE).ask("GET", path)) for path in paths]
    assert codes == ["not-found"] * 9 + ["slow-down"] * 2
    assert code_of(strict.browser(THERE).ask("GET", paths[0])) == "not-found"


def test_a_claimed_proxy_header_changes_nobodys_address(strict: TestSchool) -> None:
    browser = strict.browser(HERE)
    codes = []
    for number in range(10):
        path = f"/api/invitations/{b64(fresh(16))}"
        codes.append(code_of(browser.ask("GET", path, X_Forwarded_For=f"198.51.100.{number}")))
    assert codes[-1] == "slow-down"
