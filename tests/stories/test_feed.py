"""A calendar on a parent's phone: what its person sees, and nothing of other adults or other families."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from sync.client import account, calendar, children, feeds, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.messages import Own
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire

SEM = "Semkanarie"


@pytest.fixture
def school(regenboog: Regenboog) -> Regenboog:
    """De Regenboog with a trip for 3A, gym for 5B, and one evening for both."""
    calendar.open_calendars(regenboog.marga)
    everybody(regenboog)
    own = {name: calendar.calendar(regenboog.marga, name).circle for name in ("3A", "5B")}
    calendar.add(regenboog.sanne, [own["3A"]], "Naar Artis", "2026-09-10", start="09:00", end="14:30")
    calendar.add(regenboog.els, [own["5B"]], "Gym", "2026-09-11", start="08:30")
    everybody(regenboog)
    return regenboog


def everybody(regenboog: Regenboog) -> None:
    """All take in what is new."""
    for session in regenboog.everybody().values():
        session.sync()


def fetch(school: Regenboog, url: str) -> str:
    """What a calendar program gets."""
    return school.school.browser().ask("GET", urlsplit(url).path).text


def titles(text: str) -> set[str]:
    """The titles in a feed."""
    return {str(one["SUMMARY"]) for one in Calendar.from_ical(text).walk("VEVENT")}


def slot(name: str) -> Own:
    """A talk that somebody booked."""
    return Own(
        id=f"talk-{name}", body={"title": f"Oudergesprek {name}", "day": "2026-11-17", "start": "19:20", "version": 1}
    )


def test_one_feed_for_both_children_or_one_for_each(school: Regenboog) -> None:
    noor = next(child for child in feeds.children_of(school.anna) if _group(school, child) == "3A")
    assert titles(fetch(school, feeds.make(school.anna))) == {"Naar Artis (3A)", "Gym (5B)"}
    assert titles(fetch(school, feeds.make(school.anna, children=[noor]))) == {"Naar Artis (3A)"}


def _group(school: Regenboog, child: str) -> str:
    writers = school.anna.replica.circles[child].head["writers"]
    return next(name for name in ("3A", "5B") if school.group(name).team in writers)


def test_what_stands_in_two_classes_is_one_event(school: Regenboog) -> None:
    """It comes once, with both classes behind it, and as the same event in any feed; a false twin hides nothing."""
    both = [calendar.calendar(school.marga, name).circle for name in ("3A", "5B")]
    first = calendar.add(school.marga, both, "Kerstviering", "2026-12-17")[0]
    joint = school.marga.replica.items[first].body["joint"]
    calendar.add(school.els, [both[1]], "Toets", "2026-12-18", joint=joint)
    everybody(school)
    annas, fatimas = (_uids(fetch(school, feeds.make(one))) for one in (school.anna, school.fatima))
    assert {"Kerstviering (3A, 5B)", "Toets (5B)"} <= annas.keys()
    assert annas["Kerstviering (3A, 5B)"] == fatimas["Kerstviering (3A)"]
    assert annas["Toets (5B)"] != annas["Kerstviering (3A, 5B)"]


def _uids(text: str) -> dict[str, str]:
    return {str(one["SUMMARY"]): str(one["UID"]) for one in Calendar.from_ical(text).walk("VEVENT")}


def test_peters_feed_holds_his_own_talk_and_not_annas(school: Regenboog) -> None:
    """Story 1: two homes; what one booked, or noted down, is not in the other's calendar."""
    calendar.add(school.anna, [school.anna.seat().id], "Yogakanarie", "2026-09-14", start="20:00")
    annas, peters = feeds.make(school.anna, own=[slot("Anna")]), feeds.make(school.peter, own=[slot("Peter")])
    assert {"Oudergesprek Anna", "Yogakanarie"} <= titles(fetch(school, annas))
    assert "Oudergesprek Peter" in titles(fetch(school, peters))
    assert not [word for word in ("Yogakanarie", "Anna", "Noor", "Bram") if word in fetch(school, peters)]


def test_a_protected_child_stands_in_no_feed(school: Regenboog) -> None:
    """Story 11: Sem's name is in nobody's calendar, not in his mother's either, whatever was asked for."""
    enrol(school.marga, [Pupil("9", SEM, "", "Bron", "2018-04-05", ("3A",), (Guardian("i", "Irina"),), protected=True)])
    token = next(one["token"] for one in office.letters(school.marga) if one["name"] == "Irina")
    irina = account.join(school.school.browser(), token, "irina", "een lang wachtwoord").session
    everybody(school)
    found = {name: fetch(school, feeds.make(session, names=True)) for name, session in _families(school, irina).items()}
    assert [name for name, text in found.items() if SEM in text or "Irina" in text] == []
    assert "Naar Artis (3A)" in titles(found["irina"]), "she sees what the class does"
    assert "Naar Artis (Noor)" in titles(found["anna"]), "as asked for"


def _families(school: Regenboog, irina: Session) -> dict[str, Session]:
    return {"irina": irina, "anna": school.anna, "fatima": school.fatima, "sanne": school.sanne, "marga": school.marga}


def test_the_secret_is_on_the_own_devices_and_nowhere_else(school: Regenboog) -> None:
    url = feeds.make(school.anna)
    secret = urlsplit(url).path.split("/")[3].removesuffix(".ics")
    assert readers(school, secret) == {secret: {"anna"}}
    assert [name for name, data in wire(school).items() if secret.encode() in data] == []
    tablet = school.login("anna")
    tablet.sync()
    assert [one.url for one in feeds.addresses(tablet)] == [url]
    assert feeds.top_up(tablet) == 0, "two devices deposit the same, once"


def test_the_feed_follows_a_child_to_another_class(school: Regenboog) -> None:
    """The same address: what the new class does is in it as soon as the parent's client has seen that."""
    url = feeds.make(school.fatima)
    assert titles(fetch(school, url)) == {"Naar Artis (3A)"}
    children.move(school.marga, "3", "3A", "5B")
    assert titles(fetch(school, url)) == set(), "at once"
    school.fatima.sync()
    feeds.top_up(school.fatima)
    assert titles(fetch(school, url)) == {"Gym (5B)"}


def test_a_teachers_feed_is_of_the_own_class_and_the_staff(school: Regenboog) -> None:
    calendar.add(school.marga, [calendar.calendar(school.marga, "staff").circle], "Studiedag", "2026-09-18")
    school.sanne.sync()
    assert titles(fetch(school, feeds.make(school.sanne))) == {"Naar Artis (3A)", "Studiedag"}
