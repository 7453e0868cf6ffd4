"""Reading on: pages, cursors, rest, the past, reader lists."""

from __future__ import annotations

from typing import Any

import pytest

from server import create_app
from server.cursor import BadCursor, open_cursor, seal_cursor
from server.store.changes import Cursor
from sync.client import news
from tests.server.school import Cast, browser_of, code_of

SECRET = bytes(32)
AT = Cursor(7, 3, 9, 5, "x", 8)


def page(session: Any, cursor: str | None = None) -> dict[str, Any]:
    """One page for somebody, from their replica's cursor on."""
    asked = session.replica.cursor if cursor is None else cursor
    found = browser_of(session).ask("GET", f"/api/sync?cursor={asked}").json
    assert found is not None
    return dict(found)


def test_with_nothing_new_the_same_cursor_comes_back(cast: Cast) -> None:
    first = page(cast.anna)
    second = page(cast.anna, first["cursor"])
    assert (second["cursor"], second["done"], second["records"], second["acts"]) == (first["cursor"], True, [], [])


def test_with_nothing_new_the_database_is_not_asked(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cursor = page(cast.anna)["cursor"]
    monkeypatch.setattr(type(cast.school.store), "read", lambda *_: pytest.fail("the store was read"))
    assert page(cast.anna, cursor)["done"]


def test_rest_ends_with_a_commit_that_concerns_one(cast: Cast) -> None:
    cursor = page(cast.anna)["cursor"]
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    assert len(page(cast.anna, cursor)["records"]) == 1


def test_rest_ends_after_a_while_because_of_dates(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cursor = page(cast.anna)["cursor"]
    hub = cast.school.site.hub
    assert hub.is_at_rest(cast.anna.person, cursor)
    monkeypatch.setattr("server.hub.time.monotonic", lambda: 1e12)
    assert not hub.is_at_rest(cast.anna.person, cursor)


def test_a_commit_between_reading_and_resting_prevents_the_rest(cast: Cast) -> None:
    hub = cast.school.site.hub
    ticket = hub.ticket()
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    hub.rest(cast.anna.person, "cursor", ticket)
    assert not hub.is_at_rest(cast.anna.person, "cursor")


def test_a_cursor_is_worth_nothing_to_somebody_else(cast: Cast) -> None:
    answer = browser_of(cast.anna).ask("GET", f"/api/sync?cursor={cast.sanne.replica.cursor}")
    assert code_of(answer) == "bad-cursor"


def test_a_cursor_says_nothing() -> None:
    sealed = {seal_cursor(SECRET, "anna", "life", Cursor(number)) for number in (1, 1, 2**40)}
    assert len(sealed) == 3
    assert open_cursor(SECRET, "anna", "life", seal_cursor(SECRET, "anna", "life", AT)) == AT


@pytest.mark.parametrize("text", ["A", "AAAA", "!", "é", "A" * 5000])
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        open_cursor(SECRET, "anna", "life", text)


def test_after_a_backup_was_put_back_one_starts_again() -> None:
    sealed = seal_cursor(SECRET, "anna", "life", AT)
    assert open_cursor(SECRET, "anna", "next life", sealed) == Cursor()


def test_the_past_comes_newest_first_in_pages(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.circles.PAGE", 2)
    for title in "abc":
        news.post(cast.marga, [cast.group.group], title, "")
    first = past(cast, cast.group.group)
    second = past(cast, cast.group.group, first["before"])
    places = [one["place"] for one in first["records"] + second["records"]]
    assert places == sorted(places, reverse=True)
    assert len(first["records"]) == 2
    assert past(cast, cast.group.group, 2)["before"] == 0


def past(cast: Cast, circle: str, before: int = 2**53) -> dict[str, Any]:
    """A page of Anna's past of a circle."""
    found = browser_of(cast.anna).ask("GET", f"/api/circles/{circle}/past?before={before}").json
    assert found is not None
    return dict(found)


def test_a_reader_list_is_for_managers_and_writers(cast: Cast) -> None:
    path = f"/api/circles/{cast.group.group}/readers"
    assert browser_of(cast.marga).ask("GET", path).status_code == 200
    assert browser_of(cast.sanne).ask("GET", path).status_code == 200
    assert code_of(browser_of(cast.anna).ask("GET", path)) == "not-found"


def test_a_restart_keeps_cursors_and_sessions(cast: Cast) -> None:
    app = create_app(cast.school.config, cast.school.store)
    client = app.test_client()
    cookie = browser_of(cast.anna).client.get_cookie("kring")
    assert cookie is not None
    client.set_cookie("kring", cookie.value)
    answer = client.get(f"/api/sync?cursor={cast.anna.replica.cursor}", base_url=cast.school.config.school.origin)
    assert answer.json is not None
    assert answer.json["records"] == []
