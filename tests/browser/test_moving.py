"""Daan moves from De Regenboog to Het Kompas, in Chromium: taken along, released, handed on, taken in; and the account.

Two schools for the whole file; the tests run in order and each is one step of story 3.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import bookshelf, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from tests.browser.axe import findings, fits
from tests.browser.school import (
    DESK,
    PHONE,
    School,
    join,
    keep_paper,
    make_login,
    open_page,
    sign_in,
    visitor,
)
from tests.browser.two import open_linked
from tests.stories.test_sick_note import child_of

pytestmark = [pytest.mark.browser]
SLOW = 45_000
LAST = str((datetime.now(UTC) + timedelta(days=20)).date())
GROUPS = {"regenboog": "5B", "kompas": "Blauw"}
WORK = b"%PDF-1.4 werkstukkanarie " * 3000


class Two(NamedTuple):
    """The servers, and their offices, which have linked each other."""

    servers: dict[str, School]
    offices: dict[str, Session]

    def address(self, name: str) -> str:
        """Where a school answers."""
        return self.servers[name].address


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Each with a group, Daan in it, and a letter for Jeroen; a work in Daan's book at De Regenboog."""
    servers, offices = open_linked(tmp_path_factory.mktemp("moving"), GROUPS)
    for name, here in offices.items():
        people = (Guardian("jeroen", "Jeroen", phone="06-12", address={"street": "Putterlaan", "number": "5"}),)
        enrol(here, [Pupil("1", "Daan", "", "Putterveen", "2016-04-05", (GROUPS[name],), people)])
    here = offices["regenboog"]
    bookshelf.put(here, child_of(here, "Daan"), bookshelf.File("Vulkanen.pdf", WORK), title="Vulkanen")
    yield Two(servers, offices)
    for one in servers.values():
        one.stop()


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two) -> Page:
    """Jeroen at De Regenboog, on a phone."""
    opened = open_page(visitor(chromium, PHONE), two.address("regenboog"))
    join(opened, two.address("regenboog"), letter(two, "regenboog"), "jeroen")
    return opened


@pytest.fixture(scope="module")
def desk(chromium: Browser, two: Two) -> dict[str, Page]:
    """Both offices, at a desk."""
    found = {name: open_page(visitor(chromium, DESK), two.address(name)) for name in GROUPS}
    for one in found.values():
        sign_in(one, "marga")
    return found


def letter(two: Two, name: str) -> str:
    """Jeroen's letter."""
    return str(next(one["token"] for one in office.letters(two.offices[name])))


def test_everything_is_taken_along(page: Page, two: Two, tmp_path: Path) -> None:
    page.goto(f"{two.address('regenboog')}/more")
    page.get_by_role("link", name="Alles meenemen").click()
    expect(page.get_by_role("heading", name="Alles meenemen")).to_be_visible(timeout=SLOW)
    assert (findings(page), fits(page)) == ([], True)
    shoot(page, "takeout")
    with page.expect_download(timeout=SLOW) as found:
        page.get_by_role("button", name="Maak het bestand").click()
    found.value.save_as(tmp_path / "kring.zip")
    with zipfile.ZipFile(tmp_path / "kring.zip") as zipped:
        body = json.loads(zipped.read("kring.json"))
        (daan,) = body["children"]
        assert (daan["first"], zipped.read(daan["book"][0]["file"])) == ("Daan", WORK)
        assert "Vulkanen" in zipped.read("index.html").decode()


def test_a_guardian_says_that_a_child_leaves(page: Page, two: Two) -> None:
    page.goto(f"{two.address('regenboog')}/moving")
    page.get_by_role("link", name="Daan gaat naar een andere school").click()
    page.get_by_label("Laatste dag hier").fill(LAST)
    page.get_by_label("Het Kompas").check(timeout=SLOW)
    shoot(page, "say")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Vertel het de school").click()
    expect(page.get_by_text("Je hebt verteld dat Daan vertrekt")).to_be_visible(timeout=SLOW)
    shoot(page, "said")
    assert (findings(page), fits(page)) == ([], True)


def test_the_office_lets_the_dossier_go(desk: dict[str, Page], two: Two) -> None:
    here = desk["regenboog"]
    here.goto(f"{two.address('regenboog')}/moving")
    here.get_by_role("button", name="Geef het dossier").click()
    shoot(here, "release")
    assert findings(here) == []
    here.get_by_role("dialog").get_by_role("button", name="Geef het dossier").click()
    expect(here.get_by_text("Dossier gegeven")).to_be_visible(timeout=SLOW)
    shoot(here, "office")
    assert (findings(here), fits(here)) == ([], True)


def test_it_is_handed_on_with_the_next_schools_letter(page: Page, two: Two) -> None:
    page.goto(f"{two.address('regenboog')}/moving")
    expect(page.get_by_text("heeft het dossier van Daan voor je klaargezet")).to_be_visible(timeout=SLOW)
    page.goto(f"{two.address('regenboog')}/join")
    page.get_by_label("Code").fill(letter(two, "kompas"))
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    show_moving(page, "De Regenboog")
    expect(page.get_by_label("Het Kompas mag dit lezen")).to_be_visible(timeout=SLOW)
    page.get_by_label("Het Kompas mag dit lezen").check()
    shoot(page, "hand")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Geef door aan Het Kompas").click()
    expect(page.get_by_text("Doorgegeven aan Het Kompas").first).to_be_visible(timeout=SLOW)


def test_the_next_school_sees_who_signed_it_and_takes_it_in(desk: dict[str, Page], two: Two) -> None:
    here = desk["kompas"]
    here.goto(f"{two.address('kompas')}/moving")
    expect(here.get_by_text("Bevestigd door De Regenboog")).to_be_visible(timeout=SLOW)
    expect(here.get_by_text("Jeroen, 06-12, Putterlaan 5")).to_be_visible()
    shoot(here, "dossier")
    assert (findings(here), fits(here)) == ([], True)
    here.get_by_role("button", name="Neem over bij Daan").click()
    expect(here.get_by_role("link", name="Open het boek")).to_be_visible(timeout=SLOW)
    shoot(here, "brought")
    assert (findings(here), fits(here)) == ([], True)
    here.get_by_role("link", name="Open het boek").click()
    expect(here.get_by_text("Vulkanen").first).to_be_visible(timeout=SLOW)


def test_the_account_moves(page: Page, chromium: Browser, two: Two) -> None:
    """Het Kompas shows a number, the app at De Regenboog answers it, and lets go once it is there."""
    there = open_page(visitor(chromium, PHONE), two.address("kompas"))
    there.get_by_role("link", name="Ik heb al een account bij een andere school").click()
    number = there.get_by_test_id("code").inner_text(timeout=SLOW)
    shoot(there, "arrive")
    assert (findings(there), fits(there)) == ([], True)
    page.goto(f"{two.address('regenboog')}/moving/home")
    page.get_by_label("Nummer").fill(number, timeout=SLOW)
    page.get_by_role("button", name="Verder").click()
    shoot(page, "home")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Ja, verhuis naar Het Kompas").click()
    make_login(there, "jeroen", "Verhuis hierheen")
    keep_paper(there)
    there.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    page.get_by_label("Het is me gelukt om bij Het Kompas in te loggen").check(timeout=SLOW)
    shoot(page, "home-end")
    page.get_by_role("button", name="Rond af en meld hier af").click()
    page.get_by_label("Inlognaam").wait_for(timeout=SLOW)
    show_moving(there, "De Regenboog")
    expect(there.get_by_text("Je hebt verteld dat Daan vertrekt")).to_be_visible(timeout=SLOW)


def test_the_office_ends_the_places(desk: dict[str, Page], two: Two) -> None:
    here = desk["regenboog"]
    here.goto(f"{two.address('regenboog')}/moving")
    here.get_by_role("button", name="Sluit de plaatsen").click(timeout=SLOW)
    here.get_by_role("dialog").get_by_role("button", name="Sluit de plaatsen").click()
    expect(here.get_by_text("Vertrokken")).to_be_visible(timeout=SLOW)
    expect(here.get_by_role("button", name="Sluit de plaatsen")).to_have_count(0)


def show_moving(page: Page, name: str) -> None:
    """Moving, as one of the schools of this account has it."""
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    bar.get_by_role("link", name="Meer").click(timeout=SLOW)
    page.get_by_role("button", name=name).click(timeout=SLOW)
    page.get_by_role("heading", name="Goede").wait_for(timeout=SLOW)
    bar.get_by_role("link", name="Meer").click()
    page.get_by_role("link", name="Naar een andere school").click()


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"moving-{name}.png", full_page=True)
