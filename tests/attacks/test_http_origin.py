"""Other sites and stolen cookies: forged requests, fixed sessions."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.problems import PROBLEMS
from sync.client import account
from tests.server.school import Browser, Cast, TestSchool, browser_of, code_of, founder, open_school

UNSAFE = [
    ("POST", "/api/founding"),
    ("POST", "/api/invitations/AAAAAAAAAAAAAAAAAAAAAA/redemption"),
    ("POST", "/api/login/challenges"),
    ("POST", "/api/login"),
    ("DELETE", "/api/session"),
    ("DELETE", "/api/devices/AAAAAAAAAAAAAAAAAAAAAA"),
    ("PUT", "/api/locks/AAAAAAAAAAAAAAAAAAAAAA"),
    ("POST", "/api/handovers"),
    ("PUT", "/api/handovers/AAAAAAAAAAAAAAAAAAAAAAAA"),
    ("POST", "/api/handovers/AAAAAAAAAAAAAAAAAAAAAAAA/session"),
    ("POST", "/api/handovers/AAAAAAAAAAAAAAAAAAAAAAAA/home"),
    ("PUT", "/api/home"),
    ("POST", "/api/entries"),
    ("PUT", "/api/push"),
    ("DELETE", "/api/push"),
    ("PUT", "/api/mail"),
    ("POST", "/api/push/test"),
    ("POST", "/api/holds"),
    ("DELETE", "/api/holds"),
    ("DELETE", "/api/claims/AAAAAAAAAAAAAAAAAAAAAA"),
    ("PUT", "/api/feeds/AAAAAAAAAAAAAAAAAAAAAA"),
    ("DELETE", "/api/feeds/AAAAAAAAAAAAAAAAAAAAAA"),
    ("POST", "/api/blobs"),
    ("DELETE", "/api/blobs/AAAAAAAAAAAAAAAAAAAAAA"),
    ("PUT", "/api/blobs/AAAAAAAAAAAAAAAAAAAAAA/content"),
    ("POST", "/api/withholdings"),
    ("DELETE", "/api/withholdings/AAAAAAAAAAAAAAAAAAAAAA/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ("POST", "/api/peers"),
    ("POST", "/api/peers/key"),
    ("PUT", "/api/peers/watching"),
    ("POST", "/api/surveys"),
    ("DELETE", "/api/surveys/AAAAAAAAAAAAAAAAAAAAAA"),
    ("POST", "/api/surveys/AAAAAAAAAAAAAAAAAAAAAA/ballots"),
    ("POST", "/api/surveys/AAAAAAAAAAAAAAAAAAAAAA/votes"),
]
THROUGH_US = ("/api/entries", "/api/holds", "/api/claims/", "/api/blobs", "/api/withholdings", "/api/invitations/")
THROUGH_US += ("/api/surveys/AAAAAAAAAAAAAAAAAAAAAA/", "/api/feeds/")
"""What people of a linked school may call there: their own school's server passes it on."""
UNSAFE += [
    (method, path.replace("/api/", "/api/away/kring.example/", 1))
    for method, path in UNSAFE
    if path.startswith(THROUGH_US)
]
UNSAFE += [("PUT", "/api/away/kring.example/handovers/AAAAAAAAAAAAAAAAAAAAAAAA")]
PEERS_ONLY = ("/api/peers/deliveries", "/api/peers/feeds")
"""Signed by another school's server, whatever its origin: test_federation."""
FOREIGN = ["http://evil.example", "null", "", "http://localhost:8450.evil.example", "https://localhost:8450",
           "http://LOCALHOST:8450/"]  # fmt: skip


def test_this_list_has_every_operation_that_changes_something(school: TestSchool) -> None:
    rules = {
        (method, rule.rule)
        for rule in school.app.url_map.iter_rules()
        for method in (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}
        if rule.rule not in PEERS_ONLY
    }
    listed = {(method, "/".join(path.split("/")[:3])) for method, path in UNSAFE}
    assert {(method, "/".join(path.split("/")[:3])) for method, path in rules} == listed
    assert len(rules) == len(UNSAFE)


@pytest.mark.parametrize(("method", "path"), UNSAFE)
def test_another_site_changes_nothing(cast: Cast, method: str, path: str) -> None:
    for origin in FOREIGN:
        assert code_of(browser_of(cast.anna).ask(method, path, {}, Origin=origin)) == "wrong-origin"
    assert browser_of(cast.anna).ask("GET", "/api/session").status_code == 200


def test_a_form_of_another_site_changes_nothing(cast: Cast) -> None:
    answer = browser_of(cast.anna).client.post(
        "/api/entries", base_url=cast.school.config.school.origin, data={"entries": "[]"}
    )
    assert (answer.status_code, code_of(answer)) == (PROBLEMS["wrong-origin"].status, "wrong-origin")


def test_a_cookie_planted_before_signing_in_is_worth_nothing(cast: Cast) -> None:
    browser = cast.school.browser()
    browser.client.set_cookie("kring", "A" * 43)
    account.login(browser, "anna@example.org", "purple rain")
    planted = cast.school.browser()
    planted.client.set_cookie("kring", "A" * 43)
    assert planted.ask("GET", "/api/session").status_code == 401
    given = browser.client.get_cookie("kring")
    assert given is not None
    assert given.value != "A" * 43


@pytest.mark.parametrize("value", ["", "x", "A" * 42, "A" * 43, "A" * 4000, "../../etc/passwd"])
def test_an_invented_cookie_is_nobody(cast: Cast, value: str) -> None:
    browser = cast.school.browser()
    browser.client.set_cookie("kring", value)
    assert browser.ask("GET", "/api/session").status_code == 401


def test_flask_logins_own_cookies_are_nobody(cast: Cast) -> None:
    browser = cast.school.browser()
    browser.client.set_cookie("remember_token", f"{cast.anna.person}|00")
    browser.client.set_cookie("session", "eyJfdXNlcl9pZCI6ImFubmEifQ.AAAAAA.AAAA")
    assert browser.ask("GET", "/api/session").status_code == 401


def test_over_https_no_other_host_can_set_the_cookie(tmp_path: Path) -> None:
    origin = "https://kring.example"
    school = open_school(tmp_path / "https", origin=origin)
    marga = founder_at(school, origin)
    cookie = marga.client.get_cookie("__Host-kring", domain="kring.example")
    assert cookie is not None
    assert cookie.secure
    assert cookie.path == "/"
    school.store.close()


def founder_at(school: TestSchool, origin: str) -> Browser:
    """The founder's browser at another origin."""
    school.browser = lambda address="127.0.0.1": Browser(school.app, address, origin)  # type: ignore[method-assign]
    return browser_of(founder(school))


def test_the_store_keeps_no_cookie(cast: Cast) -> None:
    cookie = browser_of(cast.anna).client.get_cookie("kring")
    assert cookie is not None
    rows = cast.school.store.read(lambda connection: connection.execute("SELECT * FROM device").fetchall())
    assert rows
    assert all(cookie.value not in map(str, row) for row in rows)
