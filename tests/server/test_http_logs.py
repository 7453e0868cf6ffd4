"""The log: one JSON line a request, with the route's template, and never a secret in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import structlog

from server import logs
from sync.client import account, calendar, feeds, news
from tests.server.school import TestSchool, browser_of, fill

PASSWORDS = ("correct horse", "battery staple", "purple rain")


@pytest.fixture(autouse=True)
def json_lines() -> Iterator[None]:
    """The log as it is written in earnest."""
    logs.set_up()
    yield
    structlog.reset_defaults()


def test_a_founding_a_redemption_and_a_login_leave_no_secret(
    school: TestSchool, capsys: pytest.CaptureFixture[str]
) -> None:
    cast = fill(school)
    account.login(school.browser(), "anna@example.org", "purple rain", device="Anna's phone")
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    cookies = [browser_of(one).client.get_cookie("kring") for one in (cast.marga, cast.sanne, cast.anna)]
    people = [cast.marga.person, cast.sanne.person, cast.anna.person, "anna@example.org", "Anna's phone"]
    tokens = [token for token in cast.letters.values()] + [token.replace(" ", "") for token in cast.letters.values()]
    written = "".join(capsys.readouterr())
    assert '"route":"/api/login"' in written
    for secret in [*PASSWORDS, *people, *tokens, *cast.sheets.values(), *(one.value for one in cookies if one)]:
        assert secret not in written


def test_a_line_has_the_template_of_the_route_and_no_query(
    school: TestSchool, capsys: pytest.CaptureFixture[str]
) -> None:
    school.browser().ask("GET", "/api/invitations/AAAAAAAAAAAAAAAAAAAAAA?x=secret")
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (line["method"], line["route"], line["status"]) == ("GET", "/api/invitations/<locator>", 404)
    assert set(line) == {"what", "method", "route", "status", "ms", "level", "timestamp"}


def test_feed_addresses_never_reach_the_log(school: TestSchool, capsys: pytest.CaptureFixture[str]) -> None:
    cast = fill(school)
    calendar.open_calendars(cast.marga)
    cast.anna.sync()
    path = urlsplit(feeds.make(cast.anna)).path
    feed, secret = path.split("/")[2:]
    for one in (
        path,
        path,
        f"/feed/{feed}/{secret[1:]}",
        f"/feed/{feed}/{secret}x",
        "/feed/0123456789/secret-of-it.ics",
    ):
        school.browser().ask("GET", one)
    feeds.revoke(cast.anna, feeds.addresses(cast.anna)[0].record)
    school.browser().ask("GET", path)
    written = "".join(capsys.readouterr())
    assert '"route":"/feed/<feed>/<secret>.ics"' in written
    assert [word for word in (feed, secret, secret[1:], "secret-of-it") if word in written] == []
