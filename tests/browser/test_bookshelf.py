"""The bookshelf in Chromium: a book and its files, who opened them, one for each family, what parents hand in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_page, open_school, sign_in, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
SOON = 20_000


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A class whose families have joined."""
    opened = open_school(tmp_path_factory.mktemp("bookshelf"))
    settle(opened, "anna", "fatima", "koen")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen."""
    found = {}
    for name, size in (("anna", PHONE), ("fatima", PHONE), ("koen", PHONE), ("sanne", DESK), ("marga", DESK)):
        found[name] = open_page(visitor(chromium, size), school.address)
        sign_in(found[name], name)
    return found


def shelf(page: Page) -> None:
    """Go to the bookshelf."""
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    link = bar.get_by_role("link", name="Boekenkast")
    if not link.count():
        bar.get_by_role("link", name="Meer").click()
        link = page.get_by_role("link", name="Boekenkast")
    link.first.click()
    expect(page.get_by_role("heading", name="Boekenkast", level=1)).to_be_visible()


def pdf(name: str, text: str = "Kanarie", pages: int = 2) -> Any:
    """A small PDF that a printer program could have made."""
    images = [Image.new("RGB", (300, 420), (250, 240, 200 - 40 * at)) for at in range(pages)]
    file = BytesIO()
    images[0].save(file, "PDF", save_all=True, append_images=images[1:], title=text)
    return {"name": name, "mimeType": "application/pdf", "buffer": file.getvalue()}


def looks(*pages: Page) -> None:
    """No finding of the checks for accessibility, nothing wider than the screen."""
    for page in pages:
        assert (findings(page), fits(page)) == ([], True)


def test_a_book_for_the_class(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    shelf(sanne)
    shelf(anna)
    sanne.get_by_role("link", name="Nieuw boek").click()
    sanne.get_by_role("button", name="gezinnen van 3A").click()
    sanne.get_by_label("Naam van het boek").fill("Werkbladen")
    looks(sanne)
    sanne.get_by_role("button", name="Maak het boek").click()
    expect(sanne.get_by_role("heading", name="Werkbladen")).to_be_visible()
    sanne.locator(".picker input[multiple]").set_input_files([pdf("tafels.pdf"), pdf("klokkijken.pdf")])
    expect(sanne.get_by_role("link", name="klokkijken.pdf")).to_be_visible(timeout=SOON)
    expect(anna.get_by_text("2 nieuw")).to_be_visible(timeout=SOON)
    looks(sanne, anna)


def test_found_by_name_and_opened(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    anna.get_by_role("searchbox").fill("KLOK pdf")
    expect(anna.get_by_text("1 gevonden")).to_be_visible()
    anna.get_by_role("link", name="klokkijken.pdf").click()
    expect(anna.get_by_role("heading", name="klokkijken.pdf")).to_be_visible()
    looks(anna)
    anna.get_by_role("link", name="Terug").click()
    expect(anna.get_by_role("link", name="klokkijken.pdf").get_by_text("Nieuw")).to_have_count(0, timeout=SOON)
    expect(anna.get_by_role("link", name="tafels.pdf").get_by_text("Nieuw")).to_be_visible()
