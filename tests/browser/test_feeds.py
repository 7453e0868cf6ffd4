"""The calendar on a phone, in Chromium: an address is made, shown on the other device, fetched, and revoked."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
import requests
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from sync.client import calendar, lunch, office, talks
from sync.client.session import Session
from sync.planner import timetable
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, screen
from tests.browser.test_looks import findings, fits
from tests.stories.test_sick_note import child_of

pytestmark = [pytest.mark.browser]
WAIT = 45_000
TALK = "Gesprek"


@pytest.fixture(scope="module")
def people(school: School) -> dict[str, Session]:
    """Two classes with a trip each, and Anna who has a child in both."""
    sessions = settle(school, "anna")
    calendar.open_calendars(sessions["marga"])
    sync(sessions)
    for group, title in (("3A", "Naar Artis"), ("5B", "Gym")):
        own = calendar.calendar(sessions["marga"], group).circle
        calendar.add(sessions["marga"], [own], title, "2026-09-10", start="09:00", end="14:30")
    return sessions


def sync(people: dict[str, Session]) -> None:
    """All take in what is new."""
    for session in people.values():
        session.sync()


@pytest.fixture(scope="module")
def phone(chromium: Browser, school: School, people: dict[str, Session]) -> Page:
    """Anna's phone."""
    return screen(chromium, PHONE, school.address, "anna")


@pytest.fixture(scope="module")
def desk(chromium: Browser, school: School) -> Page:
    """Anna's laptop."""
    return screen(chromium, DESK, school.address, "anna")


def open_feeds(page: Page, school: School) -> None:
    """Go to the screen as a parent does."""
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Agenda").first.click()
    page.get_by_role("link", name="Abonneren").click()
    expect(page.get_by_role("heading", name="In je eigen agenda", level=1)).to_be_visible()


def addresses(page: Page) -> list[str]:
    """The addresses on the screen."""
    fields = page.get_by_label("Adres", exact=True)
    return [fields.nth(at).input_value() for at in range(fields.count())]


def titles(url: str) -> set[str]:
    """What a calendar program gets."""
    answer = requests.get(url, timeout=30)
    assert answer.status_code == 200, answer.text
    return {str(one["SUMMARY"]) for one in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_an_address_is_made_and_said_plainly_what_it_means(phone: Page, school: School) -> None:
    open_feeds(phone, school)
    expect(phone.get_by_text("Je hebt nog geen adres")).to_be_visible()
    expect(phone.get_by_text("Wie dit adres heeft, kan meelezen.")).to_be_visible()
    assert (findings(phone), fits(phone)) == ([], True)
    phone.get_by_label("Hoe noem je dit adres?").fill("Mijn telefoon")
    phone.get_by_role("button", name="Maak het adres").click()
    expect(phone.get_by_role("heading", name="Mijn telefoon")).to_be_visible(timeout=WAIT)
    expect(phone.get_by_text("nog niet opgehaald")).to_be_visible()
    phone.get_by_text("Op een ander apparaat").click()
    assert (findings(phone), fits(phone)) == ([], True)
    link = phone.get_by_role("link", name="Open in mijn agenda-app").get_attribute("href")
    assert link == addresses(phone)[0].replace("http://", "webcal://")
    expect(phone.get_by_role("img", name="QR-code")).to_be_visible()


def test_a_calendar_program_gets_both_classes_and_no_name(phone: Page) -> None:
    assert titles(addresses(phone)[0]) == {"Naar Artis (3A)", "Gym (5B)"}
    assert not [name for name in ("Noor", "Bram") if name in requests.get(addresses(phone)[0], timeout=30).text]


def test_one_child_with_its_name_only_if_that_was_asked_for(phone: Page) -> None:
    phone.get_by_text("Maak nog een adres").click()
    phone.get_by_role("button", name="Noor", exact=True).click()
    phone.get_by_label("Zet de naam van mijn kind erbij").check()
    phone.get_by_label("Hoe noem je dit adres?").fill("Opa en oma")
    assert (findings(phone), fits(phone)) == ([], True)
    phone.get_by_role("button", name="Maak het adres").click()
    expect(phone.get_by_role("heading", name="Opa en oma")).to_be_visible(timeout=WAIT)
    expect(phone.get_by_text("met naam")).to_be_visible()
    assert titles(addresses(phone)[1]) == {"Naar Artis (Noor)"}


def test_the_other_device_shows_them_and_when_they_were_fetched(phone: Page, desk: Page, school: School) -> None:
    open_feeds(desk, school)
    expect(desk.get_by_text("laatst opgehaald op")).to_have_count(2, timeout=WAIT)
    assert addresses(desk) == addresses(phone)
    assert (findings(desk), fits(desk)) == ([], True)


def test_an_event_of_ones_own_is_in_it_by_itself(phone: Page, school: School) -> None:
    first = addresses(phone)[0]
    phone.goto(f"{school.address}/calendar/new")
    phone.get_by_label("Wat", exact=True).fill("Tandarts")
    phone.get_by_label("Hele dag").check()
    phone.get_by_label("Dag", exact=True).fill("2026-12-03")
    phone.get_by_role("button", name="Zet in de agenda").click()
    assert _comes(phone, first, {"Tandarts"})


def _comes(page: Page, url: str, wanted: set[str]) -> bool:
    """Whether these titles come into a feed, by whichever of the parent's open devices."""
    deadline = time.monotonic() + 4 * WAIT / 1000
    while not wanted <= titles(url) and time.monotonic() < deadline:
        page.wait_for_timeout(500)
    return wanted <= titles(url)


def test_what_one_booked_and_chose_is_in_it_without_a_name(
    phone: Page, people: dict[str, Session], school: School
) -> None:
    open_feeds(phone, school)
    url, noor = addresses(phone)[0], child_of(people["anna"], "Noor")
    _book(people, noor)
    assert _comes(phone, url, {"Overblijven", TALK})
    text = requests.get(url, timeout=30).text
    assert not [word for word in ("Noor", noor, noor[:12]) if word in text]


def _book(people: dict[str, Session], child: str) -> None:
    """Noor stays for lunch on Mondays, and there is a talk about her."""
    marga, anna = people["marga"], people["anna"]
    lunch.open_lunch(marga)
    lunch.set_rules(marga, text="We eten rustig.")
    seat = people["sanne"].seat("teacher").id
    day = (date.today() + timedelta(days=12)).isoformat()
    slots = timetable([{"day": day, "from": "18:00", "until": "20:00"}], 10)
    talks.open_round(
        marga, [talks.Table(office.groups(marga)["3A"], {seat: "juf Sanne"}, slots, "lokaal 1")], "Rapport"
    )
    sync(people)
    lunch.accept(anna)
    lunch.plan(anna, child, [1])
    table = talks.tables(anna)[0]
    talks.book(anna, [talks.Pick(table.id, table.body["slots"][0]["id"], child)])


def test_one_tap_ends_it_everywhere(phone: Page, desk: Page, school: School) -> None:
    open_feeds(phone, school)
    first, second = addresses(desk)
    desk.get_by_role("button", name="Trek in").first.click()
    expect(desk.get_by_text("Ingetrokken. Het adres werkt niet meer.")).to_be_visible(timeout=WAIT)
    assert requests.get(first, timeout=30).status_code == 404
    assert requests.get(second, timeout=30).status_code == 200
    expect(phone.get_by_role("heading", name="Mijn telefoon")).to_have_count(0, timeout=WAIT)
