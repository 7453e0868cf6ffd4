"""The lock on the app, and a passkey, in Chromium: with its virtual authenticator, which has the `prf` extension."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.browser.school import PASSWORD, PHONE, School, keep_paper, make_login, open_page, open_school, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
PIN = "482913"
AUTHENTICATOR = {
    "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True, "hasPrf": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A school as hosts get it, under a name: passkeys belong to a name, not to an address of numbers."""
    opened = open_school(tmp_path_factory.mktemp("strict"), anywhere=False, host="localhost")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def phone(chromium: Browser, school: School) -> Page:
    """Marga's phone."""
    page = open_page(visitor(chromium, PHONE), f"{school.address}/found#{school.secret}")
    make_login(page, "marga", "Richt de school op")
    for _ in range(3):
        keep_paper(page)
    _inside(page)
    return page


def test_a_pin_opens_the_app_and_a_wrong_one_does_not(phone: Page, school: School) -> None:
    phone.goto(f"{school.address}/more")
    phone.get_by_label("Vraag bij het openen wie je bent").check()
    phone.get_by_label("Pincode", exact=True).fill("123")
    phone.get_by_role("button", name="Zet het slot erop").click()
    expect(phone.get_by_text("Neem ten minste zes tekens.")).to_be_visible()
    phone.get_by_label("Pincode", exact=True).fill(PIN)
    phone.get_by_role("button", name="Zet het slot erop").click()
    expect(phone.get_by_text("Het slot zit erop.")).to_be_visible()
    assert (findings(phone), fits(phone)) == ([], True)
    phone.goto(f"{school.address}/join")  # a letter is added to the account behind the lock, not to a new one
    _try(phone, "000000")
    expect(phone.get_by_role("alert")).to_contain_text("nog 9 keer")
    assert (findings(phone), fits(phone)) == ([], True)
    _try(phone, PIN)
    expect(phone.get_by_role("heading", name="Gebruik je brief")).to_be_visible()


def test_behind_the_lock_the_browser_keeps_no_key_in_the_open(phone: Page) -> None:
    kept = phone.evaluate("""async () => {
      const { Vault } = await import("/sync/vault.js");
      const vault = await Vault.open();
      const { seed, lock } = await vault.recall();
      return [seed, lock.kind, lock.ops];
    }""")
    assert kept == [None, "password", 3]


def test_ten_wrong_pins_sign_the_device_out(phone: Page, school: School) -> None:
    phone.goto(school.address)
    for left in range(9, 0, -1):
        _try(phone, "000000")
        expect(phone.get_by_role("alert")).to_contain_text(f"nog {left} keer")
        if left == 5:
            phone.reload()  # wins no tries
    _try(phone, "000000")
    expect(phone.get_by_role("button", name="Aanmelden", exact=True)).to_be_visible()


@pytest.fixture(scope="module")
def devtools(phone: Page) -> CDPSession:
    """What gives the phone its authenticators."""
    session = phone.context.new_cdp_session(phone)
    session.send("WebAuthn.enable")
    return session


def test_a_passkey_opens_a_strange_browser(school: School, phone: Page, devtools: CDPSession) -> None:
    phone.get_by_label("Inlognaam").fill("marga")
    phone.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    phone.get_by_role("button", name="Aanmelden", exact=True).click()
    _inside(phone)
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    phone.goto(f"{school.address}/more")
    phone.get_by_role("button", name="Maak een toegangssleutel").click()
    expect(phone.get_by_text("Je toegangssleutel is klaar.")).to_be_visible()
    _make_strange(phone, school)
    phone.get_by_role("button", name="Met een toegangssleutel").click()
    _inside(phone)


def test_a_finger_opens_the_lock_on_the_app(school: School, phone: Page) -> None:
    phone.goto(f"{school.address}/more")
    phone.get_by_label("Vraag bij het openen wie je bent").check()
    phone.get_by_role("button", name="Met vinger of gezicht").click()
    expect(phone.get_by_text("Het slot zit erop.")).to_be_visible()
    phone.goto(school.address)
    expect(phone.get_by_label("Pincode", exact=True)).to_have_count(0)
    assert (findings(phone), fits(phone)) == ([], True)
    phone.get_by_role("button", name="Open Kring").click()
    _inside(phone)


def test_without_a_passkey_it_says_so_and_nothing_is_lost(school: School, phone: Page, devtools: CDPSession) -> None:
    devtools.send("WebAuthn.disable")
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"hasPrf": False}})
    _make_strange(phone, school)
    phone.get_by_label("Inlognaam").fill("marga")
    phone.get_by_role("button", name="Met een toegangssleutel").click()
    expect(phone.get_by_role("alert")).to_contain_text("toegangssleutel")
    expect(phone.get_by_label("Inlognaam")).to_have_value("marga")


def _make_strange(page: Page, school: School) -> None:
    """What a browser is that this account never saw, with the same passkeys at hand."""
    page.context.clear_cookies()
    page.evaluate("""async () => {
      const { Vault } = await import("/sync/vault.js");
      await (await Vault.open()).wipe();
    }""")
    page.goto(school.address)
    page.get_by_label("Inlognaam").wait_for()


def _try(page: Page, pin: str) -> None:
    page.get_by_label("Pincode", exact=True).fill(pin)
    page.get_by_role("button", name="Open Kring").click()


def _inside(page: Page) -> None:
    page.get_by_role("navigation", name="Hoofdmenu").wait_for()
