"""A new phone in Chromium: a number that the old one answers, a code that the new one takes, and no password alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.school import DESK, PASSWORD, PHONE, School, keep_paper, make_login, open_page, open_school, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A school as hosts get it: a password alone opens nothing in a strange browser."""
    opened = open_school(tmp_path_factory.mktemp("strict"), anywhere=False)
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def laptop(chromium: Browser, school: School) -> Page:
    """Marga's laptop, on which she founded the school."""
    page = open_page(visitor(chromium, DESK), f"{school.address}/found#{school.secret}")
    make_login(page, "marga", "Richt de school op")
    for _ in range(3):
        keep_paper(page)
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()
    return page


def test_a_password_alone_opens_nothing_on_a_new_phone(chromium: Browser, school: School, laptop: Page) -> None:
    page = open_page(visitor(chromium, PHONE), school.address)
    page.get_by_label("Inlognaam").fill("marga")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("deze browser kennen we nog niet")
    assert (findings(page), fits(page)) == ([], True)


def test_the_laptop_answers_the_number_of_a_new_phone(chromium: Browser, school: School, laptop: Page) -> None:
    phone = open_page(visitor(chromium, PHONE), school.address)
    phone.get_by_role("link", name="Aanmelden met een ander apparaat").click()
    number = phone.get_by_test_id("code").inner_text()
    assert (findings(phone), fits(phone)) == ([], True)
    laptop.goto(f"{school.address}/device")
    laptop.get_by_label("Code van het nieuwe apparaat").fill(number)
    laptop.get_by_role("button", name="Verder").click()
    expect(laptop.get_by_text("Heb je dat apparaat voor je")).to_be_visible()
    assert (findings(laptop), fits(laptop)) == ([], True)
    laptop.get_by_role("button", name="Meld het aan als marga").click()
    expect(laptop.get_by_text("Het nieuwe apparaat is aangemeld")).to_be_visible()
    expect(phone.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()


def test_a_new_phone_takes_the_code_of_the_laptop(chromium: Browser, school: School, laptop: Page) -> None:
    laptop.goto(f"{school.address}/device")
    laptop.get_by_role("button", name="Laat een code zien").click()
    code = laptop.get_by_test_id("code").inner_text()
    assert findings(laptop) == []
    phone = open_page(visitor(chromium, PHONE), f"{school.address}/device#{code.replace(' ', '')}")
    expect(laptop.get_by_text("Het nieuwe apparaat is aangemeld")).to_be_visible()
    expect(phone.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    assert code.split()[0] not in phone.url
    late = open_page(visitor(chromium, PHONE), f"{school.address}/device#{code.replace(' ', '')}")
    expect(late.get_by_role("alert")).to_be_visible()
    assert (findings(late), fits(late)) == ([], True)


def test_a_phone_that_signed_out_knows_its_password_again(chromium: Browser, school: School, laptop: Page) -> None:
    laptop.goto(f"{school.address}/more")
    laptop.get_by_role("button", name="Afmelden", exact=True).last.click()
    laptop.get_by_label("Inlognaam").fill("marga")
    laptop.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    laptop.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(laptop.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
