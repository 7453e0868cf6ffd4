"""Two offices link their schools, in Chromium: look up, compare by telephone, link, and let go again.

Two schools for the whole file; the tests run in order and each is one step.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from crypto.root import fingerprint
from sync.client import account, linking
from sync.client.transport import Http
from tests.browser.axe import findings, fits
from tests.browser.school import (
    DESK,
    PASSWORD,
    PHONE,
    School,
    go,
    join,
    lasting,
    open_page,
    open_school,
    screen,
    visitor,
)

pytestmark = [pytest.mark.browser]
SLOW = 45_000


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, School]]:
    """Two schools that nobody has founded."""
    found = {name: open_school(tmp_path_factory.mktemp(name)) for name in ("regenboog", "kompas")}
    yield found
    for one in found.values():
        one.stop()


@pytest.fixture(scope="module")
def offices(schools: dict[str, School]) -> dict[str, account.Founded]:
    """Somebody of each office, through the Python client."""
    return {name: account.found(Http(one.address), one.secret, "marga", PASSWORD) for name, one in schools.items()}


@pytest.fixture(scope="module")
def page(chromium: Browser, schools: dict[str, School], offices: dict[str, account.Founded]) -> Page:
    """Marga of De Regenboog at her desk."""
    opened = screen(chromium, DESK, schools["regenboog"].address, "marga")
    opened.goto(f"{schools['regenboog'].address}/people/schools")
    return opened


def test_the_empty_screen_says_what_will_be_here(page: Page) -> None:
    expect(page.get_by_text("Nog geen school gekoppeld")).to_be_visible(timeout=SLOW)
    assert (findings(page), fits(page)) == ([], True)


def test_an_address_where_no_school_is(page: Page) -> None:
    page.get_by_label("Adres van de andere school").fill("http://127.0.0.1:9/")
    page.get_by_role("button", name="Zoek op").click()
    expect(page.get_by_role("alert")).to_contain_text("antwoordt nu niet", timeout=SLOW)


def test_both_numbers_are_compared_before_anything_is_signed(
    page: Page, schools: dict[str, School], offices: dict[str, account.Founded]
) -> None:
    page.get_by_label("Adres van de andere school").fill(schools["kompas"].address)
    page.get_by_role("button", name="Zoek op").click()
    for one in offices.values():
        root = fingerprint(one.session.replica.trust.root)
        expect(page.get_by_text(root)).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("button", name="Koppel", exact=True)).to_be_disabled()
    shoot(page, "compare")
    assert (findings(page), fits(page)) == ([], True)
    page.set_viewport_size(PHONE)
    shoot(page, "compare-phone")
    assert (findings(page), fits(page)) == ([], True)
    page.set_viewport_size(DESK)


def test_linked_on_one_side_waits_for_the_other(page: Page) -> None:
    page.get_by_label("Alle cijfers zijn hetzelfde").check()
    page.get_by_role("button", name="Koppel", exact=True).click()
    expect(page.get_by_text("Wacht: zij hebben jullie nog niet gekoppeld")).to_be_visible(timeout=SLOW)


def test_once_both_have_linked_they_answer(
    page: Page, schools: dict[str, School], offices: dict[str, account.Founded]
) -> None:
    other = offices["kompas"].session
    linking.link(other, linking.look(other, schools["regenboog"].address.removeprefix("http://")))
    expect(page.get_by_text("Bereikbaar")).to_be_visible(timeout=SLOW)
    shoot(page, "linked")
    page.set_viewport_size(PHONE)
    shoot(page, "linked-phone")
    assert (findings(page), fits(page)) == ([], True)
    page.set_viewport_size(DESK)


def test_a_new_key_needs_the_root_sheet(page: Page, offices: dict[str, account.Founded]) -> None:
    page.get_by_text("Nieuwe sleutel voor de server").click()
    page.get_by_label("Code van het hoofdblad").fill(offices["kompas"].root_code)
    page.get_by_role("button", name="Teken").click()
    expect(page.get_by_role("alert")).to_contain_text("niet het hoofdblad van deze school", timeout=SLOW)
    page.get_by_label("Code van het hoofdblad").fill(offices["regenboog"].root_code)
    page.get_by_role("button", name="Teken").click()
    expect(page.get_by_text("De server is getekend")).to_be_visible(timeout=SLOW)
    expect(page.get_by_label("Code van het hoofdblad")).to_have_value("")


def test_unlinking_can_be_taken_back_and_then_is_done(page: Page) -> None:
    with lasting(page):
        page.get_by_role("button", name="Ontkoppel").click()
        page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("button", name="Ontkoppel")).to_be_visible()
    page.get_by_role("button", name="Ontkoppel").click()
    expect(page.get_by_text("Nog geen school gekoppeld")).to_be_visible(timeout=SLOW)


def test_an_admin_without_a_place_in_the_office_links_as_well(
    chromium: Browser, schools: dict[str, School], offices: dict[str, account.Founded]
) -> None:
    address, token = schools["regenboog"].address, offices["regenboog"].admin_token
    admin = open_page(visitor(chromium, PHONE), address)
    join(admin, address, token, "beheer")
    go(admin, "Meer")
    admin.get_by_role("link", name="Scholen").click()
    admin.get_by_label("Adres van de andere school").fill(schools["kompas"].address)
    admin.get_by_role("button", name="Zoek op").click()
    admin.get_by_label("Alle cijfers zijn hetzelfde").check(timeout=SLOW)
    shoot(admin, "admin")
    assert (findings(admin), fits(admin)) == ([], True)
    admin.get_by_role("button", name="Koppel", exact=True).click()
    expect(admin.get_by_role("button", name="Ontkoppel")).to_be_visible(timeout=SLOW)


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"linking-{name}.png", full_page=True)
