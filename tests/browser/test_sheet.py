"""The recovery sheet in Chromium: it opens a new browser, once, and the next one is on paper before anything else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client.account import renew_sheet
from tests.browser.families import settle
from tests.browser.school import PHONE, School, open_page, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]


def test_a_sheet_opens_once_and_is_renewed(chromium: Browser, school: School) -> None:
    """What she reads comes back; the old sheet opens nothing; the new one is shown, and so is the way to a password."""
    old = renew_sheet(settle(school, "anna")["anna"])
    page = open_page(visitor(chromium, PHONE), school.address)
    _use(page, old)
    expect(page.get_by_role("heading", name="Nieuw herstelblad")).to_be_visible()
    assert (findings(page), fits(page)) == ([], True)
    new = page.get_by_test_id("code").inner_text()
    page.get_by_label("Ik heb dit op papier bewaard").check()
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", name="Nieuw wachtwoord")).to_be_visible()
    assert (findings(page), fits(page)) == ([], True)
    for code, opens in ((old, False), (new, True)):
        other = open_page(visitor(chromium, PHONE), school.address)
        _use(other, code)
        seen = other.get_by_role("heading", name="Nieuw herstelblad") if opens else other.get_by_role("alert")
        expect(seen).to_be_visible()


def _use(page: Page, code: str) -> None:
    page.get_by_role("button", name="Wachtwoord vergeten?").click()
    page.get_by_label("Inlognaam").fill("anna")
    page.get_by_label("Code van je herstelblad").fill(code)
    page.get_by_role("button", name="Aanmelden").click()
