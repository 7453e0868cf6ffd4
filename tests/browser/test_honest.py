"""In Chromium no screen says done before it is: what waits says so, what was refused is kept, what is deleted goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sync.client.session import Session
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_page, screen
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
SOON = 60_000
UNHEARD = "De ouders van Yara weten nog van niets"
REFUSED = "Dit is niet gelukt"


@pytest.fixture(scope="module")
def people(school: School) -> dict[str, Session]:
    """Class 3A, some of whose families have joined."""
    return settle(school, "anna", "fatima", "omar")


@pytest.fixture(scope="module")
def sanne(chromium: Browser, school: School, people: dict[str, Session]) -> Page:
    """The teacher at her desk."""
    return screen(chromium, DESK, school.address, "sanne")


@pytest.fixture(scope="module")
def fatima(chromium: Browser, school: School, people: dict[str, Session]) -> Page:
    """A mother with her phone."""
    return screen(chromium, PHONE, school.address, "fatima")


def refuse(route: Route) -> None:
    """As a server that does not allow it."""
    route.fulfill(status=403, content_type="application/problem+json", body='{"code": "not-allowed", "status": 403}')


def shot(page: Page, name: str) -> None:
    """A picture for who builds the screen, where they asked for it."""
    if folder := os.environ.get("KRING_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def test_who_misses_a_child_without_a_network_is_told_to_phone(sanne: Page) -> None:
    sanne.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Absenties").click()
    sanne.context.set_offline(True)
    sanne.get_by_role("button", name="is er Yara").click()
    sanne.get_by_role("button", name="Iedereen is bekeken").click()
    expect(sanne.get_by_role("alert").filter(has_text=UNHEARD)).to_be_visible(timeout=SOON)
    assert "krijgen nu bericht" not in sanne.content()
    expect(sanne.get_by_role("alert").get_by_role("link", name="Noodlijst")).to_be_visible()
    shot(sanne, "register-desk")
    sanne.set_viewport_size(PHONE)
    assert fits(sanne)
    shot(sanne, "register-phone")
    sanne.set_viewport_size(DESK)


def test_with_the_network_back_the_parents_are_told_and_only_then_it_says_so(sanne: Page) -> None:
    sanne.context.set_offline(False)
    expect(sanne.get_by_text("krijgen nu bericht")).to_be_visible(timeout=SOON)
    expect(sanne.get_by_text(UNHEARD)).to_have_count(0)
    expect(sanne.get_by_text("niemand heeft iets gezegd")).to_be_visible()


def test_parents_do_not_know_that_a_child_is_there_before_they_do(sanne: Page) -> None:
    sanne.context.set_offline(True)
    sanne.get_by_role("button", name="Is er toch").click()
    expect(sanne.get_by_role("alert").filter(has_text="weten nog niet dat Yara er is")).to_be_visible(timeout=SOON)
    assert "De ouders weten het." not in sanne.content()
    sanne.context.set_offline(False)
    expect(sanne.get_by_text("Yara is er. De ouders weten het.")).to_be_visible(timeout=SOON)


def test_what_was_refused_stands_on_every_screen_with_its_reason(sanne: Page) -> None:
    sanne.route("**/api/entries", refuse)
    write(sanne, "Luizen in 3A")
    expect(sanne.get_by_role("alert").filter(has_text=REFUSED)).to_be_visible(timeout=SOON)
    sanne.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Vandaag").click()
    sanne.get_by_role("alert").get_by_role("button", name="Bekijk wat je kunt doen").click()
    sheet = sanne.get_by_role("dialog")
    expect(sheet.get_by_role("heading", name="Nieuws plaatsen")).to_be_visible()
    expect(sheet.get_by_text("Luizen in 3A")).to_be_visible()
    assert (findings(sanne), fits(sanne)) == ([], True)
    shot(sanne, "refused-desk")
    sanne.set_viewport_size(PHONE)
    assert fits(sanne)
    shot(sanne, "refused-phone")
    sanne.set_viewport_size(DESK)


def test_a_reload_loses_nothing_of_it_and_again_sends_it_once(sanne: Page, fatima: Page) -> None:
    sanne.reload()
    expect(sanne.get_by_role("alert").filter(has_text=REFUSED)).to_be_visible(timeout=SOON)
    shot(sanne, "refused-line-desk")
    sanne.unroute("**/api/entries")
    sanne.get_by_role("alert").get_by_role("button", name="Bekijk wat je kunt doen").click()
    sanne.get_by_role("dialog").get_by_role("button", name="Probeer het nog eens").click()
    expect(sanne.get_by_text("Alsnog gelukt: Nieuws plaatsen")).to_be_visible(timeout=SOON)
    expect(sanne.get_by_text(REFUSED)).to_have_count(0)
    expect(fatima.get_by_role("heading", name="Luizen in 3A")).to_have_count(1, timeout=SOON)


def test_what_is_let_go_of_is_gone(sanne: Page) -> None:
    sanne.route("**/api/entries", refuse)
    write(sanne, "Toch maar niet")
    sanne.get_by_role("alert").get_by_role("button", name="Bekijk wat je kunt doen").click(timeout=SOON)
    sanne.get_by_role("dialog").get_by_role("button", name="Laat maar").click()
    expect(sanne.get_by_text(REFUSED)).to_have_count(0)
    sanne.reload()
    sanne.unroute("**/api/entries")
    expect(sanne.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(sanne.get_by_text(REFUSED)).to_have_count(0)


def test_a_deletion_outlives_the_screen_on_which_it_was_asked_for(sanne: Page, fatima: Page, school: School) -> None:
    """She deletes a post that went to the wrong class, and closes the app at once."""
    sanne.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Nieuws").click()
    sanne.get_by_role("link", name="Luizen in 3A").click()
    sanne.get_by_role("button", name="Verwijderen").click()
    expect(sanne.get_by_text("Wordt verwijderd", exact=True)).to_be_visible()
    assert sanne.get_by_text("Verwijderd", exact=True).count() == 0
    expect(sanne.get_by_role("link", name="Luizen in 3A")).to_have_count(0)
    context = sanne.context
    sanne.close()
    open_page(context, school.address)
    expect(fatima.get_by_role("heading", name="Luizen in 3A")).to_have_count(0, timeout=SOON)


def test_an_answer_that_waits_is_not_in_force(fatima: Page, school: School) -> None:
    fatima.goto(f"{school.address}/groups/consents")
    first = fatima.get_by_role("group", name="Website")
    fatima.context.set_offline(True)
    first.get_by_label("Nee", exact=True).check()
    expect(first.get_by_text("Je antwoord is onderweg. Geldt nu nog: nee")).to_be_visible()
    expect(fatima.get_by_text("Nog niet verstuurd: er is geen goede verbinding.")).to_be_visible(timeout=SOON)
    shot(fatima, "consent-phone")
    fatima.context.set_offline(False)
    expect(fatima.get_by_text("Je antwoord is bewaard")).to_be_visible(timeout=SOON)
    expect(first.get_by_text("Geldt nu: nee")).to_be_visible()


def test_a_report_is_not_withdrawn_before_it_is(fatima: Page, school: School) -> None:
    fatima.goto(f"{school.address}/absences/new")
    fatima.get_by_role("button", name="Ziek", exact=True).click()
    fatima.get_by_role("button", name="Meld Mila afwezig").click()
    fatima.get_by_role("button", name="Intrekken").wait_for(timeout=SOON)
    fatima.context.set_offline(True)
    fatima.get_by_role("button", name="Intrekken").click()
    expect(fatima.get_by_text("Nog niet ingetrokken")).to_be_visible(timeout=SOON)
    assert "Ingetrokken, voor iedereen" not in fatima.content()
    fatima.context.set_offline(False)
    expect(fatima.get_by_text("Ingetrokken, voor iedereen")).to_be_visible(timeout=SOON)


def test_what_waited_goes_though_the_first_question_got_no_answer(fatima: Page, school: School) -> None:
    """Her answer waits in an app that was closed; when it opens again, the network is up but bad."""
    fatima.goto(f"{school.address}/groups/consents")
    first = fatima.get_by_role("group", name="Website")
    fatima.route("**/api/entries", lambda route: route.abort())
    first.get_by_label("Ja", exact=True).check()
    expect(first.get_by_text("Je antwoord is onderweg. Geldt nu nog: nee")).to_be_visible()
    missed = [True]
    fatima.route("**/api/sync*", lambda route: route.abort() if missed and missed.pop() else route.continue_())
    fatima.unroute("**/api/entries")
    fatima.reload()
    expect(first.get_by_text("Geldt nu: nee. Nog niet iedereen zei ja")).to_be_visible(timeout=SOON)
    assert not missed
    fatima.unroute("**/api/sync*")


def write(page: Page, title: str) -> None:
    """A post to the whole class."""
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Nieuws").click()
    page.get_by_role("link", name="Nieuws schrijven").click()
    page.get_by_role("button", name="3A", exact=True).first.click()
    page.get_by_label("Kop").fill(title)
    page.get_by_label("Bericht").fill("Kijk vanavond even na.")
    page.get_by_role("button", name="Plaats bericht").click()
