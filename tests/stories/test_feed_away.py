"""Story 2, one calendar: Omar's telephone shows De Regenboog and Het Kompas from one address, and says what clashes."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar, Event
from werkzeug.test import TestResponse

from crypto.encoding import b64
from crypto.feed import new_secret, read_secret
from server import feedparts
from server import feeds as routes
from sync.client import calendar, feeds, linking, office
from sync.client.session import Session
from sync.messages import FeedDeposit
from tests.server.pair import ask, signed
from tests.server.school import Browser, browser_of, code_of
from tests.stories.test_two_schools import TUESDAY, WEDNESDAY, both, two
from tests.stories.two import Two, child_of

__all__ = ["both", "two"]
BOS, SWIM, DENTIST = "Boskanarie", "Zwemkanarie", "Tandartskanarie"


@pytest.fixture
def school(both: Two) -> Two:
    """On Wednesday into the woods with 3A, swimming with Blauw; on Tuesday a dentist, noted at Het Kompas."""
    for side, teacher in ((both.r, both.sanne), (both.k, both.hans)):
        calendar.open_calendars(side.office)
        teacher.sync()
    add(both.sanne, "3A", BOS, start="09:00", end="11:00", text="Neem laarzen mee")
    add(both.hans, "Blauw", SWIM, start="10:30", end="12:00")
    both.sync()
    calendar.add(both.omar_k, [both.omar_k.seat().id], DENTIST, TUESDAY, start="08:30")
    both.sync()
    return both


def add(session: Session, group: str, title: str, day: str = WEDNESDAY, **more: str) -> str:
    """A teacher puts something into the calendar of a group."""
    return calendar.add(session, [calendar.calendar(session, group).circle], title, day, **more)[0]


def others(two: Two) -> dict[str, Session]:
    """Omar at the other school."""
    return {two.k.host: two.omar_k}


def make(two: Two, **more: object) -> str:
    """An address of Omar's over both schools."""
    return feeds.make(two.omar, others=others(two), **more)  # type: ignore[arg-type]


def fetch(two: Two, url: str, **headers: str) -> TestResponse:
    """What a calendar program gets that was never here."""
    return two.r.school.browser("198.51.100.7").ask("GET", urlsplit(url).path, **headers)


def events(answer: TestResponse) -> dict[str, Event]:
    """The events of a feed by title."""
    return {str(one["SUMMARY"]): one for one in Calendar.from_ical(answer.data).walk("VEVENT")}


def changed(two: Two) -> None:
    """A notice of Het Kompas comes in."""
    two.k.deliver()


def test_one_address_shows_both_schools_and_says_what_clashes(school: Two) -> None:
    found = events(fetch(school, make(school)))
    swim, bos = f"Het Kompas: {SWIM} (Blauw)", f"{BOS} (3A)"
    assert found.keys() == {bos, swim, f"Het Kompas: {DENTIST}"}
    assert "Het Kompas" in str(found[swim]["CATEGORIES"].to_ical())
    assert found[swim]["UID"].endswith(f"@{school.k.host}")
    assert found[bos]["DESCRIPTION"] == f"Neem laarzen mee\n\nLet op, tegelijk: {SWIM} (Het Kompas), 2-12-2026 10:30"
    assert found[swim]["DESCRIPTION"] == f"Let op, tegelijk: {BOS} (De Regenboog), 2-12-2026 09:00"
    assert "DESCRIPTION" not in found[f"Het Kompas: {DENTIST}"]


def test_nothing_moved_opens_nothing_and_asks_nobody(school: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    url = make(school)
    first = fetch(school, url)
    assert fetch(school, url).data == first.data
    asked = len(school.k.front.passed)
    with monkeypatch.context() as patch:
        for name in ("kept", "seal_in_feed", "render", "ask_all", "opened"):
            patch.setattr(routes, name, lambda *_: pytest.fail("opened"))
        again = fetch(school, url, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    assert len(school.k.front.passed) == asked


def test_what_changes_there_shows_and_uids_stay(school: Two) -> None:
    url = make(school)
    before = events(fetch(school, url))
    item = next(one for one in school.hans.replica.of_kind("event") if one.body["title"] == SWIM)
    calendar.change(school.hans, item.id, start="13:00", end="14:00")
    changed(school)
    after, name = events(fetch(school, url)), f"Het Kompas: {SWIM} (Blauw)"
    assert after.keys() == before.keys()
    assert (after[name]["UID"], after[name]["DTSTART"].dt.hour) == (before[name]["UID"], 13)
    assert after[name]["SEQUENCE"] > before[name]["SEQUENCE"]
    assert "DESCRIPTION" not in after[name]
    assert after[f"{BOS} (3A)"]["DESCRIPTION"] == "Neem laarzen mee"


def test_what_moved_elsewhere_there_changes_nothing(school: Two) -> None:
    """A message at Het Kompas makes us ask once; it says that its calendars are as they were."""
    url = make(school)
    first = fetch(school, url)
    school.hans.write(lambda batch: batch.record(school.group(school.k).group, "news", NEWS))
    changed(school)
    asked = len(school.k.front.passed)
    for _ in range(2):
        assert fetch(school, url, If_None_Match=first.headers["ETag"]).status_code == 304
    assert [one.path for one in school.k.front.passed[asked:]] == [feedparts.PATH]
    assert json.loads(school.k.front.passed[-1].answer)["lines"] is None


NEWS = {"post": "A" * 22, "title": "Nieuws", "text": "", "receipts": ""}


def test_while_that_school_is_down_its_last_state_is_shown(school: Two) -> None:
    url = make(school)
    before = events(fetch(school, url))
    add(school.hans, "Blauw", "Nog een kanarie", TUESDAY)
    changed(school)
    school.k.front.cut = True
    assert events(fetch(school, url)).keys() == before.keys()
    add(school.sanne, "3A", "Gymkanarie", TUESDAY)
    assert events(fetch(school, url)).keys() == {*before, "Gymkanarie (3A)"}
    school.k.front.cut = False
    assert events(fetch(school, url)).keys() == {*before, "Gymkanarie (3A)", "Het Kompas: Nog een kanarie (Blauw)"}


def test_revoking_ends_both(school: Two) -> None:
    url = make(school)
    item = next(iter(school.omar.replica.of_kind("feed")))
    inner = item.body["away"][0]["secret"]
    there = f"/feed/{read_secret(inner).id}/{inner}.ics"
    assert school.k.school.browser().ask("GET", there).status_code == 200
    feeds.revoke(school.omar, item.id, others(school))
    assert fetch(school, url).status_code == 404
    assert school.k.school.browser().ask("GET", there).status_code == 404
    assert feeds.addresses(school.omar) == []


def test_the_secret_is_in_no_address_and_no_log(school: Two, capfd: pytest.CaptureFixture[str]) -> None:
    url = make(school)
    fetch(school, url)
    inner = next(iter(school.omar.replica.of_kind("feed"))).body["away"][0]["secret"]
    outer = url.rsplit("/", 1)[1].removesuffix(".ics")
    said = capfd.readouterr()
    paths = [one.path for one in school.k.front.passed]
    for secret in (inner, outer):
        assert secret not in said.out + said.err
        assert not [path for path in paths if secret in path]
    for side in (school.r, school.k):
        rows = side.school.store.read(lambda c: c.execute("SELECT * FROM feed").fetchall())
        assert all(secret.encode() not in repr(rows).encode() for secret in (inner, outer))


def test_only_the_school_whose_person_it_is_may_ask(school: Two) -> None:
    """With a secret of somebody of Het Kompas itself, or of nobody, there is no such address."""
    url = feeds.make(school.bea)
    secret = url.rsplit("/", 1)[1].removesuffix(".ics")
    for one in (secret, new_secret()):
        body = json.dumps({"feed": read_secret(one).id, "secret": one}).encode()
        headers = signed(school.r, school.k, body, feedparts.PATH)
        assert ask(school.k, body, headers, feedparts.PATH) == "not-found"
    stranger: Browser = school.k.school.browser()
    assert (
        code_of(stranger.ask("POST", feedparts.PATH, {"feed": read_secret(secret).id, "secret": secret}))
        == "not-linked"
    )


def test_who_left_there_or_is_linked_no_more_sees_nothing_of_it(school: Two) -> None:
    url = make(school)
    assert len(events(fetch(school, url))) == 3
    office.end_seat(school.kees, school.omar_k.seat().id)
    changed(school)
    assert {*events(fetch(school, url))} == {f"{BOS} (3A)"}
    leilas = feeds.make(school.leila, others={school.k.host: school.leila_k})
    assert len(events(fetch(school, leilas))) == 2
    linking.unlink(school.marga, school.k.root)
    assert {*events(fetch(school, leilas))} == {f"{BOS} (3A)"}


def test_of_chosen_children_those_of_the_same_name(school: Two) -> None:
    """And what the school shows everybody stays what it is there."""
    yara = child_of(school.omar, "Yara")
    assert len(events(fetch(school, make(school, children=[yara])))) == 2
    item = next(iter(school.omar.replica.of_kind("feed")))
    assert item.body["away"][0]["children"] == [child_of(school.omar_k, "Yara")]
    assert events(fetch(school, make(school, scope="public"))) == {}


def test_a_school_that_lies_names_only_events_of_its_own(school: Two) -> None:
    """Neither an event of ours under its name, nor nonsense, spoils what else there is."""
    url = make(school)
    own = next(iter(events(fetch(school, url)).values()))["UID"]
    add(school.hans, "Blauw", "Nog een", TUESDAY)
    changed(school)
    good = {"title": "Echt", "day": TUESDAY, "version": 1, "start": "25:99"}
    lines = [{"uid": own, "body": {"title": "Vals"}}, {"uid": f"x@{school.k.host}", "body": {"title": {}}},
             {"uid": f"y@{school.k.host}", "body": good},
             {"uid": f"z@{school.k.host}", "body": {**good, "start": ""}}]  # fmt: skip
    body = json.dumps({"tag": "T" * 22, "lines": lines}).encode()
    school.k.front.instead = [(200, {"Content-Type": "application/json"}, body)]
    assert {*events(fetch(school, url))} == {f"{BOS} (3A)", "Het Kompas: Echt"}


def test_a_neighbours_deposit_holds_only_what_they_read(school: Two) -> None:
    """At Het Kompas the rules are those for everybody there."""
    staff = next(one.circle for one in calendar.calendars(school.kees) if one.sort == "staff")
    secret = new_secret()
    given = FeedDeposit(sealed=b64(b"x"), circles=[staff], mark="A" * 43)
    answer = browser_of(school.omar).ask(
        "PUT", f"/api/away/{school.k.host}/feeds/{read_secret(secret).id}",
        {"sealed": given.sealed, "circles": given.circles, "mark": given.mark},
    )  # fmt: skip
    assert answer.status_code == 404
