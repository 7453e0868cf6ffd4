"""Story 7 in Chromium: two of the office give Peter a new letter; Fatima compares a code, and he reads again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from crypto.compare import compare_code
from sync.client import chats, office
from sync.client.account import join
from sync.client.chats import Members
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.families import settle
from tests.browser.school import DESK, PASSWORD, PHONE, School, screen
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
SAID = "Zwemles begint om vier uur"


@pytest.fixture(scope="module")
def people(school: School) -> dict[str, Session]:
    """The office with a second person, and Fatima, who wrote to Peter."""
    found = settle(school, "peter", "fatima", "anna")
    token = office.invite_staff(found["marga"], office.Staffer("Corrie", "office"))
    found["corrie"] = join(Http(school.address), token, "corrie", PASSWORD).session
    for session in found.values():
        session.sync()
    place = found["peter"].seat("guardian").id
    chats.open_thread(found["fatima"], Members(people=(place,)), SAID, hold=0)
    return found


@pytest.fixture(scope="module")
def marga(chromium: Browser, school: School, people: dict[str, Session]) -> Page:
    """The office."""
    return screen(chromium, DESK, school.address, "marga")


@pytest.fixture(scope="module")
def fatima(chromium: Browser, school: School, people: dict[str, Session]) -> Page:
    """Fatima on her phone."""
    return screen(chromium, PHONE, school.address, "fatima")


def test_the_office_proposes_and_says_what_comes_back(marga: Page, school: School) -> None:
    marga.goto(f"{school.address}/people")
    marga.get_by_label("Zoek een kind of ouder").fill("Noor")
    marga.locator(".found a").click()
    _row(marga).get_by_role("button", name="Alles kwijt").click()
    sheet = marga.get_by_role("dialog")
    expect(sheet.get_by_text("Weg blijven:")).to_be_visible()
    expect(sheet.get_by_text("Dit geldt ook voor Bram.")).to_be_visible()
    assert findings(marga) == []
    sheet.get_by_role("button", name="Stel een nieuwe brief voor").click()
    expect(_row(marga).filter(has_text="wacht op een collega")).to_be_visible()


def test_a_colleague_consents_and_the_letter_is_made(
    chromium: Browser, school: School, people: dict[str, Session], marga: Page
) -> None:
    corrie = screen(chromium, DESK, marga.url, "corrie")
    corrie.goto(marga.url)
    _row(corrie).get_by_role("button", name="Instemmen").click()
    corrie.get_by_role("dialog").get_by_role("button", name="Instemmen").click()
    expect(_row(corrie).filter(has_text="jij stemde in")).to_be_visible()
    _row(marga).get_by_role("button", name="Maak de nieuwe brief").click()
    expect(_row(marga).filter(has_text="brief klaar")).to_be_visible()
    expect(marga.locator("article.letter").filter(has_text="Peter")).to_be_visible()


def test_fatima_hears_that_his_keys_were_renewed(fatima: Page, school: School) -> None:
    _open_thread(fatima, school)
    expect(fatima.get_by_text("zijn vernieuwd op")).to_be_visible()
    expect(fatima.get_by_text("kunnen jullie een code vergelijken")).to_be_visible()
    expect(fatima.get_by_role("button", name="Vergelijk een code")).to_have_count(0)
    assert (findings(fatima), fits(fatima)) == ([], True)


def test_she_compares_a_code_and_he_reads_again(
    marga: Page, fatima: Page, school: School, people: dict[str, Session]
) -> None:
    code = marga.locator("article.letter").filter(has_text="Peter").locator(".code").inner_text()
    peter = join(Http(school.address), code, "peter2", PASSWORD).session
    peter.sync()
    assert chats.threads(peter) == []
    chats.open_thread(peter, Members(people=(people["fatima"].seat("guardian").id,)), "Ik ben het", hold=0)
    fatima.get_by_role("button", name="Vergelijk een code").click()
    shown = fatima.get_by_test_id("code").inner_text()
    assert shown == compare_code(peter.person, people["fatima"].person)
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.get_by_role("button", name="De code klopt").click()
    expect(fatima.get_by_text("zijn vernieuwd op")).to_have_count(0)
    fatima.wait_for_function("() => !document.querySelector('.state .dot.busy')")
    peter.sync()
    assert SAID in {item.body["text"] for item in peter.replica.of_kind("message")}


def _row(page: Page) -> Locator:
    return page.locator(".adults > li").filter(has_text="Peter")


def _open_thread(page: Page, school: School) -> None:
    page.goto(f"{school.address}/messages")
    page.get_by_text(SAID).click()
