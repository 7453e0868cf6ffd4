"""How it looks to everybody: no finding of axe-core, nothing wider than the screen, light and dark, nl and en, rtl."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.axe import findings, fits
from tests.browser.families import settle
from tests.browser.school import (
    DESK,
    PHONE,
    School,
    join,
    keep_paper,
    make_login,
    open_page,
    open_school,
    screen,
    sign_in,
    visitor,
)
from tests.browser.test_groups import look, open_class, settled, share_name

pytestmark = [pytest.mark.browser]
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
GROUPS = ("/groups", "/groups/share", "/groups/see", "/groups/household", "/groups/start", "/")
OFFICE = ("/people", "/people/import", "/people/letters", "/people/staff", "/people/renewal")
ROSTER = """leerlingnummer;roepnaam;achternaam;groep;ouder1 roepnaam;ouder1 achternaam
7;Willemijntje;van Oosterwijk-Hendrikse;3A;Annemarieke;van Oosterwijk-Hendrikse
8;Daan;Smit;5B;Jeroen;Smit
"""
SHEETS = ("Volwassene toevoegen", "Naar een andere groep", "Afschermen", "Van school", "Intrekken")
SCREENS = ("/", "/news", "/news/new", *OFFICE, "/more", "/nowhere")


@pytest.fixture(scope="module")
def founder(chromium: Browser, school: School) -> Page:
    page = open_page(visitor(chromium, DESK), f"{school.address}/found#{school.secret}")
    assert findings(page) == []
    make_login(page, "marga", "Richt de school op")
    page.get_by_test_id("code").wait_for()
    assert findings(page) == []
    for _ in range(3):
        keep_paper(page)
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()
    return page


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    opened = open_school(tmp_path_factory.mktemp("families"))
    settle(opened, "fatima", "koen")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def fatima(chromium: Browser, families: School) -> Page:
    """A parent who shares a name and a number."""
    page = screen(chromium, PHONE, families.address, "fatima")
    share_name(page, families, "Fatima H.")
    page.get_by_role("link", name="Telefoon").click()
    page.get_by_label("Telefoon").fill("06-87654321")
    page.get_by_role("button", name="Bewaren").click()
    settled(page)
    return page


@SIZES
@DARK
def test_every_part_in_every_state(chromium: Browser, school: School, size: ViewportSize, dark: bool) -> None:
    page = open_page(visitor(chromium, size, dark=dark), f"{school.address}/parts.html")
    page.get_by_role("heading", name="Alle onderdelen").wait_for()
    assert findings(page) == []
    assert fits(page)
    page.get_by_role("button", name="rtl").click()
    page.get_by_role("button", name="en", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert fits(page)
    assert findings(page) == []


@SIZES
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen(founder: Page, school: School, size: ViewportSize, screen: str) -> None:
    founder.set_viewport_size(size)
    founder.goto(school.address + screen)
    founder.locator("h1").wait_for()
    assert findings(founder) == []
    assert fits(founder)


@SIZES
@DARK
def test_every_screen_of_the_groups(fatima: Page, families: School, size: ViewportSize, dark: bool) -> None:
    fatima.set_viewport_size(size)
    fatima.emulate_media(color_scheme="dark" if dark else "light")
    for path in GROUPS:
        fatima.goto(families.address + path)
        fatima.locator("h1").wait_for()
        assert (path, findings(fatima), fits(fatima)) == (path, [], True)
    open_class(fatima, families)
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.get_by_role("link", name="Verjaardagen").click()
    assert (findings(fatima), fits(fatima)) == ([], True)
    look(fatima, families, "ouder 1 van Noor")
    assert (findings(fatima), fits(fatima)) == ([], True)


@SIZES
@DARK
def test_choosing_who_may_see(fatima: Page, families: School, size: ViewportSize, dark: bool) -> None:
    fatima.set_viewport_size(size)
    fatima.emulate_media(color_scheme="dark" if dark else "light")
    fatima.goto(f"{families.address}/groups/share")
    fatima.get_by_role("button", name="gezinnen van 3A").click()
    assert findings(fatima) == []
    fatima.keyboard.press("Escape")
    fatima.get_by_role("link", name="Wijzigen Telefoon").click()
    for label in ("Gezinnen van 3A", "Bepaalde ouders"):
        fatima.get_by_label(label).check()
    for summary in ("Behalve", "Tot een dag"):
        fatima.locator("summary", has_text=summary).click()
    assert (findings(fatima), fits(fatima)) == ([], True)


@SIZES
def test_the_emergency_list(chromium: Browser, families: School, size: ViewportSize) -> None:
    page = screen(chromium, size, families.address, "sanne")
    open_class(page, families).get_by_role("link", name="Noodlijst").click()
    page.get_by_role("row").first.wait_for()
    assert (findings(page), fits(page)) == ([], True)
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Hoofdmenu").is_visible()


@pytest.fixture(scope="module")
def child(founder: Page, school: School, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a child with long names, in a school with a roster."""
    file = tmp_path_factory.mktemp("roster") / "leerlingen.csv"
    file.write_text(ROSTER)
    founder.goto(f"{school.address}/people/import")
    founder.locator("input[type=file]").set_input_files(file)
    founder.get_by_role("button", name="Maak 2 kinderen").click()
    founder.get_by_text("Klaar. De brieven kunnen").wait_for()
    return f"{school.address}/people/child/7"


@SIZES
def test_the_page_of_a_child_and_what_it_asks(founder: Page, child: str, size: ViewportSize) -> None:
    founder.set_viewport_size(size)
    founder.goto(child)
    founder.locator("article.letter svg.qr").wait_for()
    assert findings(founder) == []
    assert fits(founder)
    for verb in SHEETS:
        founder.get_by_role("button", name=verb).first.click()
        founder.get_by_role("dialog").wait_for()
        assert findings(founder) == [], verb
        assert fits(founder)
        founder.keyboard.press("Escape")
        expect(founder.get_by_role("dialog")).to_have_count(0)


@SIZES
def test_a_child_that_is_sought(founder: Page, school: School, child: str, size: ViewportSize) -> None:
    founder.set_viewport_size(size)
    founder.goto(f"{school.address}/people")
    founder.get_by_label("Zoek een kind of ouder").fill("annemarieke")
    founder.locator(".found a").wait_for()
    assert findings(founder) == []
    assert fits(founder)


def test_who_reads_along(chromium: Browser, founder: Page, school: School, child: str) -> None:
    founder.goto(child)
    token = founder.locator("article.letter .code").inner_text()
    for dark in (False, True):
        page = open_page(visitor(chromium, PHONE, dark=dark), school.address)
        if dark:
            page.get_by_label("Inlognaam").wait_for()
            sign_in(page, "annemarieke")
        else:
            join(page, school.address, token, "annemarieke")
        for way in ("/more", "/diary"):
            page.goto(school.address + way)
            page.locator("h1").wait_for()
            assert findings(page) == []
        page.locator(".list a").click()
        page.locator(".who[aria-busy]").wait_for(state="detached")
        assert findings(page) == []
        assert fits(page)


@pytest.mark.parametrize("address", ["/", "/join"])
def test_screens_before_somebody_is_signed_in(chromium: Browser, school: School, address: str) -> None:
    page = open_page(visitor(chromium, PHONE), school.address + address)
    page.locator("h1").wait_for()
    assert findings(page) == []
    assert fits(page)


def test_the_whole_app_works_from_the_keyboard(founder: Page, school: School) -> None:
    founder.goto(school.address)
    founder.locator("h1").wait_for()
    founder.locator("body").press("Tab")
    reached = set()
    for _ in range(16):
        founder.keyboard.press("Tab")
        reached.add(founder.evaluate("document.activeElement?.textContent?.trim() ?? ''"))
    assert any("Nieuws" in text for text in reached)
    assert any("Mensen" in text for text in reached)
