"""Both schools on one screen, in Chromium: Today, the calendar, what clashes, and a school that does not answer.

Two schools for the whole file; the tests run in order. Omar has used both letters; Yara goes to both, Noor to one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import blobs, calendar
from sync.client.session import Session
from tests.browser.axe import findings, fits
from tests.browser.school import DESK, PHONE, screen
from tests.browser.two import GROUPS, NAMES, Two, open_two

pytestmark = [pytest.mark.browser]
SLOW = 45_000
SLIP = b"Yara heeft koorts"
TITLES = {"regenboog": "Luizencontrole", "kompas": "Nieuwe juf in Blauw"}
EVENTS = {"regenboog": ("Bosdag", "09:00", "11:00"), "kompas": ("Schoolzwemmen", "10:30", "12:00")}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """With news and an event at each; Omar is at both."""
    found = open_two(tmp_path_factory.mktemp("two"), teachers=True)
    found.settle()
    for name, (title, start, end) in EVENTS.items():
        found.post(name, TITLES[name])
        calendar.open_calendars(found.offices[name])
        teacher = found.teachers[name]
        teacher.sync()
        day = (date.today() + timedelta(days=3)).isoformat()
        calendar.add(teacher, [calendar.calendar(teacher, GROUPS[name]).circle], title, day, start=start, end=end)
    yield found
    found.stop()


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two) -> Page:
    """Omar on his phone, at his own school."""
    return screen(chromium, PHONE, two.home, "omar")


def test_today_shows_both_schools(page: Page) -> None:
    """What is of the other one bears its name; a child at both is there once."""
    for title in TITLES.values():
        expect(page.get_by_role("link", name=title)).to_be_visible(timeout=SLOW)
    card = page.locator(".post").filter(has_text=TITLES["kompas"])
    expect(card.locator(".school-tag")).to_have_text(NAMES["kompas"])
    expect(page.locator(".post").filter(has_text=TITLES["regenboog"]).locator(".school-tag")).to_have_count(0)
    expect(page.get_by_role("button", name="Yara", exact=True)).to_have_count(1)
    shoot(page, "today")
    assert (findings(page), fits(page)) == ([], True)


def test_what_is_at_the_same_time_is_said(page: Page) -> None:
    expect(page.get_by_text("Tegelijk op twee scholen")).to_have_count(1)
    coming = page.get_by_role("region", name="Wat komt eraan")
    expect(coming.get_by_text("Tegelijk met Schoolzwemmen op Het Kompas (10:30 – 12:00)")).to_be_visible()


def test_of_one_child_only_its_own_schools(page: Page) -> None:
    page.get_by_role("button", name="Noor", exact=True).click()
    expect(page.get_by_role("link", name=TITLES["kompas"])).to_have_count(0)
    page.get_by_role("button", name="Yara", exact=True).click()
    expect(page.get_by_role("link", name=TITLES["kompas"])).to_be_visible()
    page.get_by_role("button", name="Alles", exact=True).click()


def test_what_is_of_the_other_school_opens_there_and_back_comes_home(page: Page) -> None:
    page.evaluate("window.kept = true")
    page.get_by_role("link", name=TITLES["kompas"]).click()
    expect(page.get_by_role("heading", name=TITLES["kompas"])).to_be_visible(timeout=SLOW)
    expect(page.locator(".brand")).to_contain_text(NAMES["kompas"])
    page.go_back()
    expect(page.locator(".brand")).to_contain_text(NAMES["regenboog"])
    expect(page.get_by_role("link", name=TITLES["kompas"])).to_be_visible()
    assert page.evaluate("window.kept")  # nothing was loaded anew


def test_one_calendar_of_both(page: Page) -> None:
    page.get_by_role("link", name="Agenda", exact=True).click()
    for title, *_ in EVENTS.values():
        expect(page.get_by_text(title, exact=True)).to_be_visible(timeout=SLOW)
    shoot(page, "calendar")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_text("Laat zien: Alles").click()
    page.get_by_role("button", name=NAMES["kompas"], exact=True).click()
    expect(page.get_by_text("Bosdag", exact=True)).to_have_count(0)
    expect(page.get_by_text("Schoolzwemmen", exact=True)).to_be_visible()
    page.get_by_role("button", name="Alles", exact=True).click()
    for tab in ("Week", "Maand"):
        page.get_by_role("link", name=tab, exact=True).click()
        shoot(page, f"calendar-{tab.lower()}")
        assert (findings(page), fits(page)) == ([], True)


def test_a_desk_shows_the_same(page: Page) -> None:
    page.set_viewport_size(DESK)
    for path, name in (("/", "today"), ("/calendar", "calendar")):
        page.goto(f"{page.url.split('/')[0]}//{page.url.split('/')[2]}{path}")
        expect(page.locator(".school-tag").first).to_be_visible(timeout=SLOW)
        shoot(page, f"{name}-desk")
        assert (findings(page), fits(page)) == ([], True)
    page.set_viewport_size(PHONE)


def test_a_child_at_two_schools_is_asked_about_once(page: Page) -> None:
    """The parent says that it is the same child, and its days at each school."""
    page.goto(page.url.replace("/calendar", "/absences/new"))
    page.get_by_role("button", name="Yara", exact=True).click()
    form = page.get_by_role("region", name="Yara op De Regenboog en Yara op Het Kompas zijn hetzelfde kind")
    for school, days in (("De Regenboog", ("ma", "di", "vr")), ("Het Kompas", ("wo", "do"))):
        for day in days:
            form.get_by_role("group", name=f"Dagen op {school}").get_by_role("button", name=day, exact=True).click()
    shoot(page, "same-child")
    assert (findings(page), fits(page)) == ([], True)
    form.get_by_role("button", name="Ja, dit klopt").click()
    expect(page.get_by_text("Het Kompas: wo en do")).to_be_visible(timeout=SLOW)


def test_a_school_that_does_not_answer_says_how_old_it_is(page: Page, two: Two) -> None:
    two.servers["kompas"].pause()
    page.goto(f"{two.home}/")
    expect(page.get_by_text("Het Kompas: bijgewerkt vandaag")).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("link", name=TITLES["kompas"])).to_be_visible()
    shoot(page, "silent")
    assert (findings(page), fits(page)) == ([], True)


def test_one_report_reaches_each_school_for_its_own_days(page: Page, two: Two) -> None:
    """What is for the school that does not answer waits, with its file, and is there once when it is back."""
    page.get_by_role("link", name="Meld afwezig").click()
    page.get_by_role("button", name="Yara", exact=True).click()
    page.get_by_role("button", name="Ziek", exact=True).click()
    page.get_by_role("button", name="Andere dag").click()
    monday = next_monday()
    page.get_by_label("Vanaf").fill(monday.isoformat())
    page.get_by_text("Meer dagen, een deel van de dag").click()
    page.get_by_label("Tot en met").fill((monday + timedelta(days=2)).isoformat())
    slip = {"name": "briefje.txt", "mimeType": "text/plain", "buffer": SLIP}
    page.locator("input[type=file]").first.set_input_files(slip)  # type: ignore[arg-type]
    expect(page.locator(".attach-list > li:not(.bone)")).to_have_count(1, timeout=SLOW)
    expect(page.get_by_role("list", name="Wie hoort wat").get_by_role("listitem")).to_have_count(2)
    shoot(page, "report")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Meld Yara afwezig").click()
    expect(page.get_by_text("Wacht tot Het Kompas weer antwoordt")).to_be_visible(timeout=SLOW)
    shoot(page, "absences")
    assert days(two.teachers["regenboog"], 1) == [(monday.isoformat(), (monday + timedelta(days=1)).isoformat())]
    two.servers["kompas"].start()
    wednesday = (monday + timedelta(days=2)).isoformat()
    assert days(two.teachers["kompas"], 1) == [(wednesday, wednesday)]
    expect(page.get_by_text("Het Kompas: bijgewerkt")).to_have_count(0, timeout=SLOW)


def test_the_file_is_another_one_at_each_school(two: Two) -> None:
    """Under an id and a key of its own, with other bytes: neither school can tell that the other has it as well."""
    at_r, at_k = (file_of(two.teachers[name]) for name in NAMES)
    assert not {at_r[one] for one in ("blob", "key", "hash")} & {at_k[one] for one in ("blob", "key", "hash")}
    assert blobs.download(two.teachers["regenboog"], at_r) == blobs.download(two.teachers["kompas"], at_k) == SLIP


def file_of(teacher: Session) -> blobs.Part:
    """The one file beside a report, once it is there."""
    until = time.monotonic() + SLOW / 1000
    while not (found := [one for item in teacher.replica.of_kind("remark") for one in item.body.get("files", [])]):
        assert time.monotonic() < until
        time.sleep(0.5)
        teacher.sync()
    (part,) = found
    return dict(part)


def next_monday() -> date:
    """A Monday that is at least two days ahead."""
    return next(day for day in (date.today() + timedelta(days=ahead) for ahead in range(3, 11)) if day.weekday() == 0)


def days(teacher: Session, count: int) -> list[tuple[str, str]]:
    """What a teacher has of absences, once there are so many."""
    until = time.monotonic() + SLOW / 1000
    while time.monotonic() < until and len(list(teacher.replica.of_kind("absence"))) < count:
        time.sleep(0.5)
        teacher.sync()
    return [(item.body["from"], item.body["until"]) for item in teacher.replica.of_kind("absence")]


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"two-{name}.png", full_page=True)
