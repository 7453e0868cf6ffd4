"""What belongs to the account goes by our own school while the other one is shown: devices, the app lock, the sheet.

Two schools for the whole file, and Het Kompas is shown in every test; the single files of the client, so that a test
looks into its vaults.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import findings, fits
from tests.browser.school import PHONE, open_page, screen, visitor
from tests.browser.two import NAMES, Two, open_two, show

pytestmark = [pytest.mark.browser]
SLOW = 60_000
PIN = "482913"
LOCKS = """async (host) => {
  const { Vault } = await import("/sync/vault.js");
  const { seed, lock } = (await (await Vault.open(...(host ? [`kring ${host}`] : []))).recall()) ?? {};
  return [Boolean(seed), lock?.kind ?? ""];
}"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Omar is at both."""
    found = open_two(tmp_path_factory.mktemp("home"), packed=False)
    found.settle()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two) -> Page:
    """Omar on his phone."""
    return screen(chromium, PHONE, two.home, "omar")


@pytest.fixture(autouse=True)
def at_kompas(page: Page, two: Two) -> None:
    """Het Kompas is shown."""
    show(page, "kompas")
    page.get_by_role("link", name="Meer").click()


def test_a_new_device_gets_the_account_of_our_own_school(chromium: Browser, page: Page, two: Two) -> None:
    """The code that it collects comes with the root key of De Regenboog; with another it would believe nothing."""
    page.get_by_role("link", name="Apparaat toevoegen").click()
    page.get_by_role("button", name="Laat een code zien").click()
    code = page.get_by_test_id("code").inner_text().replace(" ", "")
    assert (findings(page), fits(page)) == ([], True)
    phone = open_page(visitor(chromium, PHONE), f"{two.home}/device#{code}")
    expect(page.get_by_text("Het nieuwe apparaat is aangemeld")).to_be_visible(timeout=SLOW)
    expect(phone.get_by_role("navigation", name="Hoofdmenu")).to_be_visible(timeout=SLOW)
    expect(phone.locator(".brand")).to_have_text(NAMES["regenboog"])


def test_a_number_of_a_new_device_is_answered_by_our_own_school(chromium: Browser, page: Page, two: Two) -> None:
    phone = open_page(visitor(chromium, PHONE), two.home)
    phone.get_by_role("link", name="Aanmelden met een ander apparaat").click()
    number = phone.get_by_test_id("code").inner_text()
    page.get_by_role("link", name="Apparaat toevoegen").click()
    page.get_by_label("Code van het nieuwe apparaat").fill(number)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Meld het aan als").click()
    expect(phone.get_by_role("navigation", name="Hoofdmenu")).to_be_visible(timeout=SLOW)
    expect(phone.locator(".brand")).to_have_text(NAMES["regenboog"])


def test_a_new_sheet_opens_the_account(chromium: Browser, page: Page, two: Two) -> None:
    """It is kept at our own school, where the account is; Het Kompas has none."""
    page.get_by_role("link", name="Nieuw herstelblad").click()
    code = page.get_by_test_id("code").inner_text()
    page.get_by_label("Ik heb dit op papier bewaard").check()
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", name="Nieuw wachtwoord")).to_be_visible(timeout=SLOW)
    other = open_page(visitor(chromium, PHONE), two.home)
    other.get_by_role("button", name="Wachtwoord vergeten?").click()
    other.get_by_label("Inlognaam").fill("omar")
    other.get_by_label("Code van je herstelblad").fill(code)
    other.get_by_role("button", name="Aanmelden").click()
    expect(other.get_by_role("heading", name="Nieuw herstelblad")).to_be_visible(timeout=SLOW)


def test_the_lock_is_on_the_vault_of_our_own_school(page: Page, two: Two) -> None:
    """There the key of the account lies: whoever opens this browser is asked for the PIN."""
    page.get_by_label("Vraag bij het openen wie je bent").check()
    page.get_by_label("Pincode", exact=True).fill(PIN)
    page.get_by_role("button", name="Zet het slot erop").click()
    expect(page.get_by_text("Het slot zit erop.")).to_be_visible(timeout=SLOW)
    host = two.servers["kompas"].address.removeprefix("http://")
    assert (page.evaluate(LOCKS, ""), page.evaluate(LOCKS, host)) == ([False, "password"], [False, ""])
    page.goto(f"{two.home}/more")
    page.get_by_label("Pincode", exact=True).fill(PIN)
    page.get_by_role("button", name="Open Kring").click()
    expect(page.locator(".brand")).to_have_text(NAMES["kompas"], timeout=SLOW)
