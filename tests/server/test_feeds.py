"""Private calendar addresses over HTTP: what is served, what is kept, and what is not opened."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from icalendar import Calendar, Event
from werkzeug.test import TestResponse

from crypto.encoding import b64
from crypto.feed import new_secret, read_secret
from server import feeds as routes
from server import rendering
from sync.client import calendar, feeds, office
from sync.client.session import Session
from sync.messages import FeedDeposit
from tests.server.school import Cast, TestSchool, browser_of, code_of

DAY = 24 * 3600 * 1000


@pytest.fixture
def trip(cast: Cast) -> str:
    """Calendars, and a trip of group 3A in its own; the record's id."""
    calendar.open_calendars(cast.marga)
    for session in (cast.sanne, cast.anna):
        session.sync()
    return add(cast, "Naar Artis", "2026-09-10", start="09:00", end="14:30", text="Neem je lunch mee", place="Artis")


def add(cast: Cast, title: str, day: str, **more: object) -> str:
    """Sanne puts an event into the calendar of 3A, and Anna hears of it."""
    event = calendar.add(cast.sanne, [calendar.calendar(cast.sanne, "3A").circle], title, day, **more)[0]
    cast.anna.sync()
    return event


def fetch(school: TestSchool, url: str, **headers: str) -> TestResponse:
    """What a calendar program gets that was never here."""
    return school.browser("198.51.100.7").ask("GET", urlsplit(url).path, **headers)


def events(answer: TestResponse) -> dict[str, Event]:
    """The events of a feed by title."""
    return {str(one["SUMMARY"]): one for one in Calendar.from_ical(answer.data).walk("VEVENT")}


def test_a_feed_shows_the_events_of_the_calendars_one_reads(cast: Cast, trip: str) -> None:
    answer = fetch(cast.school, feeds.make(cast.anna))
    assert (answer.status_code, answer.content_type) == (200, "text/calendar; charset=utf-8")
    event = events(answer)["Naar Artis (3A)"]
    assert event["UID"] == f"{trip}@localhost:8450"
    assert event["DTSTART"].to_ical() == b"20260910T090000"
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert (event["DESCRIPTION"], event["LOCATION"], event["STATUS"]) == ("Neem je lunch mee", "Artis", "CONFIRMED")


def test_a_changed_event_keeps_its_uid_and_has_a_higher_sequence(cast: Cast, trip: str) -> None:
    url = feeds.make(cast.anna)
    before = events(fetch(cast.school, url))["Naar Artis (3A)"]
    calendar.change(cast.sanne, trip, start="10:00")
    after = events(fetch(cast.school, url))["Naar Artis (3A)"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt.hour == 10
    calendar.cancel(cast.sanne, trip)
    assert events(fetch(cast.school, url))["Naar Artis (3A)"]["STATUS"] == "CANCELLED"
    calendar.remove(cast.sanne, trip)
    assert events(fetch(cast.school, url)) == {}


def test_what_has_not_changed_is_answered_without_opening_anything(
    cast: Cast, trip: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = feeds.make(cast.anna)
    first = fetch(cast.school, url)
    with monkeypatch.context() as patch:
        for name in ("kept", "seal_in_feed", "render"):
            patch.setattr(routes, name, lambda *_: pytest.fail("opened"))
        again = fetch(cast.school, url, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    add(cast, "Gym", "2026-09-11")
    assert fetch(cast.school, url, If_None_Match=first.headers["ETag"]).status_code == 200


def test_asked_again_without_a_tag_it_is_not_rendered_again(
    cast: Cast, trip: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = feeds.make(cast.anna)
    first = fetch(cast.school, url)
    monkeypatch.setattr(routes, "render", lambda *_: pytest.fail("rendered"))
    assert fetch(cast.school, url).data == first.data


def test_after_a_change_only_what_changed_is_rendered(cast: Cast, trip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    url = feeds.make(cast.anna)
    fetch(cast.school, url)
    rendered = []
    monkeypatch.setattr(rendering, "block", lambda line, block=rendering.block: rendered.append(line) or block(line))
    add(cast, "Gym", "2026-09-11")
    answer = fetch(cast.school, url)
    assert [line.body["title"] for line in rendered] == ["Gym"]
    feeds.make(cast.anna)
    assert answer.data == fetch(cast.school, feeds.addresses(cast.anna)[1].url).data, "as if all were rendered at once"


def test_a_new_deposit_shows_at_once(cast: Cast, trip: str) -> None:
    url = feeds.make(cast.anna)
    fetch(cast.school, url)
    calendar.add(cast.anna, [cast.anna.seat().id], "Tandarts", "2026-09-12", start="08:30")
    assert feeds.top_up(cast.anna) == 1
    assert {*events(fetch(cast.school, url))} == {"Naar Artis (3A)", "Tandarts"}
    assert feeds.top_up(cast.anna) == 0, "nothing changed, so nothing is sent"


def test_a_revoked_address_answers_as_one_that_never_was(cast: Cast, trip: str) -> None:
    url = feeds.make(cast.anna)
    fetch(cast.school, url)
    feeds.revoke(cast.anna, feeds.addresses(cast.anna)[0].record)
    secret = new_secret()
    never = [f"/feed/{read_secret(secret).id}/{secret}.ics", "/feed/x/y.ics", "/feed/x"]
    answers = [fetch(cast.school, one) for one in (url, *never)]
    assert code_of(answers[0]) == "not-found"
    assert len({(one.status_code, one.data, str(one.headers)) for one in answers}) == 1
    assert feeds.addresses(cast.anna) == []
    rows = cast.school.store.read(lambda store: store.execute("SELECT count(*) FROM feed").fetchone())
    assert rows[0] == 0


def test_only_addresses_that_do_not_exist_are_counted(cast: Cast, trip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    url = feeds.make(cast.anna)
    secret = new_secret()
    wrong = f"/feed/{read_secret(secret).id}/{secret}.ics"
    answers = [fetch(cast.school, wrong) for _ in range(61)]
    assert [code_of(one) for one in (answers[0], answers[-1])] == ["not-found", "slow-down"]
    assert fetch(cast.school, url).status_code == 200


def test_an_answer_is_kept_by_nobody_on_the_way(cast: Cast, trip: str) -> None:
    answer = fetch(cast.school, feeds.make(cast.anna))
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in answer.headers


def test_the_server_says_on_which_day_an_address_was_last_used_and_no_more(cast: Cast, trip: str) -> None:
    url = feeds.make(cast.anna)
    assert feeds.addresses(cast.anna)[0].fetched == ""
    fetch(cast.school, url)
    first = feeds.addresses(cast.anna)[0].fetched
    cast.school.wait(DAY)
    fetch(cast.school, url, If_None_Match=fetch(cast.school, url).headers["ETag"])
    assert first < feeds.addresses(cast.anna)[0].fetched
    assert len(first) == len("2026-09-10")


@pytest.mark.parametrize("what", ["group", "team", "child", "nobody"])
def test_nothing_but_calendars_may_be_deposited(cast: Cast, trip: str, what: str) -> None:
    child = feeds.children_of(cast.anna)[0]
    circle = {"group": cast.group.group, "team": cast.group.team, "child": child, "nobody": "A" * 43}[what]
    answer = put(cast.anna, read_secret(new_secret()).id, [circle])
    assert code_of(answer) == ("not-found" if what in ("team", "nobody") else "not-a-calendar")


def test_nobody_deposits_for_an_address_of_somebody_else(cast: Cast, trip: str) -> None:
    url = feeds.make(cast.anna)
    feed = urlsplit(url).path.split("/")[2]
    before = fetch(cast.school, url).data
    answers = [put(cast.sanne, feed, []), browser_of(cast.sanne).ask("DELETE", f"/api/feeds/{feed}")]
    assert [code_of(one) for one in answers] == ["not-found", "not-found"]
    assert fetch(cast.school, url).data == before
    assert browser_of(cast.sanne).ask("GET", "/api/feeds").json == {"feeds": []}


def test_a_person_has_so_many_addresses_and_no_more(cast: Cast) -> None:
    answers = [put(cast.anna, read_secret(new_secret()).id, []) for _ in range(routes.MOST + 1)]
    assert [code_of(one) for one in answers[-2:]] == ["", "too-many-feeds"]


def test_a_deposit_that_makes_no_sense_is_no_feed(cast: Cast) -> None:
    secret = new_secret()
    put(cast.anna, read_secret(secret).id, [])
    assert code_of(fetch(cast.school, f"/feed/{read_secret(secret).id}/{secret}.ics")) == "not-found"


def put(session: Session, feed: str, circles: list[str]) -> TestResponse:
    """Deposit nonsense for some circles."""
    given = FeedDeposit(sealed=b64(b"nonsense"), circles=circles, mark="A" * 43)
    return browser_of(session).ask("PUT", f"/api/feeds/{feed}", given)


def test_a_parent_who_was_removed_sees_nothing_of_it_at_once(cast: Cast, trip: str) -> None:
    url = feeds.make(cast.anna)
    tag = fetch(cast.school, url).headers["ETag"]
    office.end_seat(cast.marga, cast.anna.seat("guardian").id)
    answer = fetch(cast.school, url, If_None_Match=tag)
    assert code_of(answer) == "not-found"
