"""One calendar address over two schools, in Chromium: made, fetched, and revoked at both."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from sync.client import calendar
from tests.browser.axe import findings, fits
from tests.browser.school import PHONE, open_page, visitor
from tests.browser.two import GROUPS, Two, omar, open_two

pytestmark = [pytest.mark.browser]
SLOW = 45_000
TITLES = {"regenboog": "Boskanarie", "kompas": "Zwemkanarie"}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Omar is at both, and something is on the same morning."""
    found = open_two(tmp_path_factory.mktemp("two"))
    found.settle()
    for name, here in found.offices.items():
        calendar.open_calendars(here)
        add(found, name, TITLES[name], "2026-12-02", start="09:00", end="11:00")
    yield found
    found.stop()


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two) -> Page:
    """Omar's phone."""
    opened = omar(open_page(visitor(chromium, PHONE), two.home), two)
    opened.goto(f"{two.home}/calendar/feeds")
    return opened


def add(two: Two, name: str, title: str, day: str, **more: str) -> None:
    """The office plans something for its group."""
    here = two.offices[name]
    calendar.add(here, [calendar.calendar(here, GROUPS[name]).circle], title, day, **more)


def fetched(url: str, found: set[str]) -> dict[str, str]:
    """What a calendar program has, once it has these titles: with what stands under each."""
    until = time.monotonic() + 120  # a notice that did not get through is sent again after a minute
    while time.monotonic() < until:
        text = requests.get(url, timeout=30).text
        events = Calendar.from_ical(text).walk("VEVENT") if text.startswith("BEGIN") else []
        said = {str(one["SUMMARY"]): str(one.get("DESCRIPTION", "")) for one in events}
        if said.keys() == found:
            return said
        time.sleep(0.5)
    raise AssertionError(said)


def test_an_address_over_both_schools(page: Page, two: Two) -> None:
    expect(page.get_by_label("Ook Het Kompas")).to_be_checked(timeout=SLOW)
    assert (findings(page), fits(page)) == ([], True)
    shoot(page, "make")
    page.get_by_role("button", name="Maak het adres").click()
    expect(page.get_by_text("Het Kompas", exact=False).first).to_be_visible(timeout=SLOW)
    url = page.get_by_label("Adres", exact=True).first.input_value()
    said = fetched(url, {"Boskanarie (3A)", "Het Kompas: Zwemkanarie (Blauw)"})
    assert said["Boskanarie (3A)"].startswith("Let op, tegelijk: Zwemkanarie (Het Kompas)")
    shoot(page, "made")


def test_what_is_new_there_shows(page: Page, two: Two) -> None:
    """A notice comes in; nobody has to open the app."""
    add(two, "kompas", "Nog een kanarie", "2026-12-03")
    url = page.get_by_label("Adres", exact=True).first.input_value()
    fetched(url, {"Boskanarie (3A)", "Het Kompas: Zwemkanarie (Blauw)", "Het Kompas: Nog een kanarie (Blauw)"})


def test_revoking_ends_both(page: Page, two: Two) -> None:
    url = page.get_by_label("Adres", exact=True).first.input_value()
    page.get_by_role("button", name="Trek in").first.click()
    expect(page.get_by_label("Adres", exact=True)).to_have_count(0, timeout=SLOW)
    expect(page.get_by_text("Ingetrokken. Het adres werkt niet meer.")).to_be_visible(timeout=SLOW)
    assert requests.get(url, timeout=30).status_code == 404
    there = f"fetch('/api/away/{two.host}/feeds').then((answer) => answer.json()).then((found) => found.feeds.length)"
    page.wait_for_function(f"async () => (await {there}) === 0", timeout=SLOW)


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"feed-away-{name}.png", full_page=True)
