"""One account, two schools, in Chromium: Omar uses the letter of Het Kompas at De Regenboog, and reads both.

Two schools for the whole file; the tests run in order and each is one step of story 2.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import office
from tests.browser.axe import findings, fits
from tests.browser.school import PHONE, go, join, only_own_vault, open_page, screen, visitor
from tests.browser.two import Two, open_two

pytestmark = [pytest.mark.browser]
SLOW = 45_000
TITLES = {"regenboog": "Regenboogkanarie", "kompas": "Kompaskanarie"}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Each with a group, Yara in it, and a letter for Omar."""
    found = open_two(tmp_path_factory.mktemp("two"))
    yield found
    found.stop()


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two) -> Page:
    """Omar at De Regenboog, on a phone."""
    for name, title in TITLES.items():
        two.post(name, title)
    address = two.servers["regenboog"].address
    opened = open_page(visitor(chromium, PHONE), address)
    join(opened, address, two.letters("regenboog")[0], "omar")
    return opened


def test_a_letter_of_another_school_is_used_with_the_account_of_here(page: Page, two: Two) -> None:
    page.goto(f"{two.servers['regenboog'].address}/join")
    page.get_by_label("Code").fill(two.letters("kompas")[0])
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("Je gebruikt hem met het account dat je hier hebt")).to_be_visible(timeout=SLOW)
    shoot(page, "join")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    page.goto(f"{two.servers['regenboog'].address}/news")
    expect(page.get_by_text(TITLES["kompas"]).first).to_be_visible(timeout=SLOW)
    expect(page.get_by_text(TITLES["regenboog"])).to_have_count(0)


def test_what_is_new_there_comes_by_itself(page: Page, two: Two) -> None:
    two.post("kompas", "Nog een kanarie")
    expect(page.get_by_text("Nog een kanarie").first).to_be_visible(timeout=SLOW)


def test_without_that_school_its_last_state_stays(page: Page, two: Two) -> None:
    two.servers["kompas"].pause()
    page.reload()
    expect(page.get_by_text(TITLES["kompas"]).first).to_be_visible(timeout=SLOW)
    two.servers["kompas"].start()


def test_one_chooses_which_school_one_sees(page: Page, two: Two) -> None:
    page.goto(f"{two.servers['regenboog'].address}/more")
    expect(page.get_by_role("button", name="Het Kompas")).to_have_attribute("aria-pressed", "true", timeout=SLOW)
    shoot(page, "more")
    assert (findings(page), fits(page)) == ([], True)
    page.evaluate("window.kept = true")
    page.get_by_role("button", name="De Regenboog").click()
    go(page, "Nieuws")
    expect(page.get_by_text(TITLES["regenboog"]).first).to_be_visible(timeout=SLOW)
    expect(page.get_by_text(TITLES["kompas"])).to_have_count(0)
    assert page.evaluate("window.kept")  # the page was not loaded anew


@pytest.fixture(scope="module")
def other(chromium: Browser, page: Page, two: Two) -> Page:
    """Omar's next device."""
    return screen(chromium, PHONE, two.servers["regenboog"].address, "omar")


def test_a_new_device_knows_where_one_reads(other: Page, two: Two) -> None:
    """From the own school, whose log says which root key that school has."""
    address = two.servers["regenboog"].address
    other.goto(f"{address}/more")
    expect(other.get_by_role("button", name="De Regenboog")).to_be_visible(timeout=SLOW)
    other.get_by_role("button", name="Het Kompas").click()
    other.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    other.goto(f"{address}/news")
    expect(other.get_by_text(TITLES["kompas"]).first).to_be_visible(timeout=SLOW)


def test_signing_out_wipes_both(other: Page, two: Two) -> None:
    other.goto(f"{two.servers['regenboog'].address}/more")
    other.get_by_role("button", name="Afmelden").last.click()
    other.get_by_label("Inlognaam").wait_for(timeout=SLOW)
    only_own_vault(other)


def test_who_leaves_a_school_keeps_nothing_of_it(page: Page, two: Two) -> None:
    """Its office ends the place, while he looks at it; the other school stays as it was."""
    page.goto(f"{two.servers['regenboog'].address}/more")
    page.get_by_role("button", name="Het Kompas").click()
    expect(page.locator(".brand")).to_contain_text("Het Kompas")
    here = two.offices["kompas"]
    here.sync()
    seats = here.replica.trust.seats.values()
    office.end_seat(here, next(one.id for one in seats if one.role == "guardian" and one.person))
    expect(page.get_by_text("Je hebt geen plek meer op Het Kompas")).to_be_visible(timeout=60_000)
    expect(page.locator(".brand")).to_contain_text("De Regenboog")
    page.goto(f"{two.servers['regenboog'].address}/more")
    page.get_by_role("button", name="Afmelden").last.wait_for(timeout=SLOW)
    expect(page.get_by_role("button", name="Het Kompas")).to_have_count(0)
    only_own_vault(page)
    go(page, "Nieuws")
    expect(page.get_by_text(TITLES["regenboog"]).first).to_be_visible(timeout=SLOW)


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"two-schools-{name}.png", full_page=True)
