"""One account, two schools, in Chromium: Omar uses the letter of Het Kompas at De Regenboog, and reads both.

Two schools for the whole file; the tests run in order and each is one step of story 2.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import account, linking, news, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.axe import findings, fits
from tests.browser.school import PASSWORD, PHONE, School, join, open_page, open_school, sign_in, visitor

pytestmark = [pytest.mark.browser]
SLOW = 30_000
GROUPS = {"regenboog": "3A", "kompas": "Blauw"}
TITLES = {"regenboog": "Regenboogkanarie", "kompas": "Kompaskanarie"}


class Two(NamedTuple):
    """The servers, and their offices, which have linked each other."""

    servers: dict[str, School]
    offices: dict[str, Session]

    def letter(self, name: str) -> str:
        """Omar's letter."""
        return str(next(one["token"] for one in office.letters(self.offices[name])))

    def post(self, name: str, title: str) -> None:
        """The office writes to its one group."""
        here = self.offices[name]
        here.sync()
        news.post(here, [office.groups(here)[GROUPS[name]].group], title, "Lees maar")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Each with a group, Yara in it, and a letter for Omar."""
    servers = {name: open_school(tmp_path_factory.mktemp(name)) for name in GROUPS}
    offices = {}
    for name, one in servers.items():
        here = offices[name] = account.found(Http(one.address), one.secret, "marga", PASSWORD).session
        office.open_group(here, GROUPS[name])
        people = (Guardian("omar", "Omar"),)
        enrol(here, [Pupil("1", "Yara", "", "el Masri", "2018-02-03", (GROUPS[name],), people)])
    for here, other in zip(offices.values(), reversed(offices.values()), strict=True):
        linking.link(here, linking.look(here, other.host))
    yield Two(servers, offices)
    for one in servers.values():
        one.stop()


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two) -> Page:
    """Omar at De Regenboog, on a phone."""
    for name, title in TITLES.items():
        two.post(name, title)
    address = two.servers["regenboog"].address
    opened = open_page(visitor(chromium, PHONE), address)
    join(opened, address, two.letter("regenboog"), "omar")
    return opened


def test_a_letter_of_another_school_is_used_with_the_account_of_here(page: Page, two: Two) -> None:
    page.goto(f"{two.servers['regenboog'].address}/join")
    page.get_by_label("Code").fill(two.letter("kompas"))
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
    expect(page.get_by_role("button", name="De Regenboog")).to_have_attribute("aria-pressed", "true", timeout=SLOW)
    shoot(page, "more")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Mijn eigen school").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    page.goto(f"{two.servers['regenboog'].address}/news")
    expect(page.get_by_text(TITLES["regenboog"]).first).to_be_visible(timeout=SLOW)
    expect(page.get_by_text(TITLES["kompas"])).to_have_count(0)


def test_a_new_device_knows_where_one_reads(chromium: Browser, two: Two) -> None:
    """From the own school, whose log says which root key that school has."""
    address = two.servers["regenboog"].address
    other = open_page(visitor(chromium, PHONE), address)
    sign_in(other, "omar")
    other.goto(f"{address}/more")
    expect(other.get_by_role("button", name="Mijn eigen school")).to_be_visible(timeout=SLOW)
    other.get_by_role("button", name="De Regenboog").click()
    other.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    other.goto(f"{address}/news")
    expect(other.get_by_text(TITLES["kompas"]).first).to_be_visible(timeout=SLOW)


def test_signing_out_wipes_both(page: Page, two: Two) -> None:
    page.goto(f"{two.servers['regenboog'].address}/more")
    page.get_by_role("button", name="Afmelden").click()
    page.get_by_label("Inlognaam").wait_for(timeout=SLOW)
    kept = page.evaluate("indexedDB.databases().then((found) => found.map((one) => one.name))")
    assert [name for name in kept if name != "kring"] == []


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"two-schools-{name}.png", full_page=True)
