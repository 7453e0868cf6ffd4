"""The board in Chromium: De Regenboog's office invites Ingrid, whose account is on the board's own server, De Wolken.

Two servers for the whole file; the tests run in order.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from sync.client import account, calendar, linking, office
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.axe import findings, fits
from tests.browser.school import DESK, PASSWORD, PHONE, School, go, open_school, press, screen

pytestmark = [pytest.mark.browser]
SLOW = 45_000
NAMES = {"wolken": "De Wolken", "regenboog": "De Regenboog"}
SAID, CHANGED, EVENT = "Fusie in zicht", "Fusie gaat door", "Inloopavond van het bestuur"


class Board(NamedTuple):
    """The servers and their offices, which have linked each other; Anna is a parent at De Regenboog."""

    servers: dict[str, School]
    offices: dict[str, Session]
    anna: Session


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """Nobody of the board is invited yet."""
    servers = {key: open_school(tmp_path_factory.mktemp(key), name=name) for key, name in NAMES.items()}
    offices = {}
    for key, name in (("wolken", "ingrid"), ("regenboog", "marga")):
        one = servers[key]
        offices[key] = account.found(Http(one.address), one.secret, name, PASSWORD).session
    here = offices["regenboog"]
    office.open_group(here, "3A")
    calendar.open_calendars(here)
    enrol(here, [Pupil("1", "Noor", "", "Vinkelaar", "2018-02-03", ("3A",), (Guardian("anna", "Anna"),))])
    token = next(str(one["token"]) for one in office.letters(here) if one["name"] == "Anna")
    anna = account.join(Http(servers["regenboog"].address), token, "anna", PASSWORD).session
    for one, other in zip(offices.values(), reversed(offices.values()), strict=True):
        linking.link(one, linking.look(one, other.host))
    yield Board(servers, offices, anna)
    for server in servers.values():
        server.stop()


@pytest.fixture(scope="module")
def marga(chromium: Browser, board: Board) -> Page:
    """De Regenboog's office, at a desk."""
    return screen(chromium, DESK, board.servers["regenboog"].address, "marga")


@pytest.fixture(scope="module")
def ingrid(chromium: Browser, board: Board) -> Page:
    """Whoever speaks for the board, on a phone, at the board's own server."""
    return screen(chromium, PHONE, board.servers["wolken"].address, "ingrid")


@pytest.fixture(scope="module")
def anna(chromium: Browser, board: Board) -> Page:
    """A parent at De Regenboog."""
    return screen(chromium, PHONE, board.servers["regenboog"].address, "anna")


def test_the_office_invites_the_board_and_prints_the_letter(marga: Page, board: Board) -> None:
    marga.goto(f"{board.servers['regenboog'].address}/people/schools")
    marga.get_by_label("Naam", exact=True).fill("Ingrid Maas")
    marga.get_by_role("button", name="Maak de brief").click()
    expect(marga.get_by_role("cell", name="Ingrid Maas")).to_be_visible(timeout=SLOW)
    shoot(marga, "invite")
    assert (findings(marga), fits(marga)) == ([], True)
    marga.get_by_role("link", name="Druk de brieven af").click()
    marga.get_by_role("button", name="Team").click()
    letter = marga.locator("article.letter")
    expect(letter).to_contain_text("namens het bestuur", timeout=SLOW)
    expect(letter).to_contain_text(board.offices["wolken"].host)
    shoot(marga, "letter")


def test_she_uses_it_with_her_account_at_the_board(ingrid: Page, board: Board) -> None:
    here = board.offices["regenboog"]
    here.sync()
    token = next(str(one["token"]) for one in office.letters(here) if one["role"] == "board")
    ingrid.goto(f"{board.servers['wolken'].address}/join")
    ingrid.get_by_label("Code").fill(token)
    ingrid.get_by_role("button", name="Verder").click()
    ingrid.get_by_role("button", name="Voeg toe").click(timeout=SLOW)
    bar = ingrid.get_by_role("navigation", name="Hoofdmenu")
    expect(bar.get_by_role("link", name="Bestuur")).to_be_visible(timeout=SLOW)
    links = [one.inner_text().split("\n")[0] for one in bar.get_by_role("link").all()]
    assert links == ["Vandaag", "Bestuur", "Nieuws", "Agenda", "Meer"]
    shoot(ingrid, "today")
    assert (findings(ingrid), fits(ingrid)) == ([], True)


def test_she_writes_once_and_the_families_read_it(ingrid: Page, anna: Page, board: Board) -> None:
    go(ingrid, "Bestuur")
    expect(ingrid.get_by_text("Nog niets geschreven")).to_be_visible(timeout=SLOW)
    shoot(ingrid, "empty")
    ingrid.get_by_role("link", name="Nieuws van het bestuur").click()
    expect(ingrid.get_by_role("button", name="Alle scholen")).to_have_attribute("aria-pressed", "true")
    ingrid.get_by_label("Kop").fill(SAID)
    ingrid.get_by_label("Bericht").fill("Er komt een avond.")
    attach(ingrid, "fusie.txt")
    shoot(ingrid, "compose")
    assert (findings(ingrid), fits(ingrid)) == ([], True)
    ingrid.get_by_role("button", name="Plaats bericht").click()
    expect(ingrid.get_by_role("link", name=SAID)).to_be_visible(timeout=SLOW)
    go(anna, "Nieuws")
    card = anna.get_by_role("article").filter(has_text=SAID)
    expect(card).to_contain_text("Ingrid Maas", timeout=SLOW)
    expect(card.locator(".tag", has_text="Bestuur")).to_be_visible()
    shoot(anna, "family-news")
    card.get_by_role("link", name=SAID).click()
    expect(anna.get_by_text("fusie.txt").first).to_be_visible(timeout=SLOW)
    shoot(anna, "family-post")
    assert (findings(anna), fits(anna)) == ([], True)


def test_she_plans_an_evening_and_the_families_have_it_in_a_calendar_of_its_own(ingrid: Page, anna: Page) -> None:
    go(ingrid, "Bestuur")
    ingrid.get_by_role("link", name="Nieuwe datum").click()
    ingrid.get_by_label("Wat").fill(EVENT)
    ingrid.get_by_label("Dag", exact=True).fill(
        ingrid.evaluate("new Date(Date.now() + 5 * 864e5).toISOString().slice(0, 10)")
    )
    ingrid.get_by_label("Van").fill("20:00")
    shoot(ingrid, "event")
    assert (findings(ingrid), fits(ingrid)) == ([], True)
    ingrid.get_by_role("button", name="Zet in de agenda").click()
    expect(ingrid.get_by_role("link", name=EVENT)).to_be_visible(timeout=SLOW)
    shoot(ingrid, "list")
    go(anna, "Agenda")
    anna.get_by_role("button", name="Bestuur").click(timeout=SLOW)
    expect(anna.get_by_text(EVENT)).to_be_visible(timeout=SLOW)
    shoot(anna, "family-calendar")
    assert (findings(anna), fits(anna)) == ([], True)


def test_changed_once_it_is_changed_for_all(ingrid: Page, anna: Page) -> None:
    go(ingrid, "Bestuur")
    ingrid.get_by_role("link", name=SAID).click()
    ingrid.get_by_role("button", name="Wijzigen").click()
    ingrid.get_by_label("Kop").fill(CHANGED)
    ingrid.get_by_role("button", name="fusie.txt weghalen").click()
    attach(ingrid, "plan.txt")
    shoot(ingrid, "change")
    assert (findings(ingrid), fits(ingrid)) == ([], True)
    ingrid.get_by_role("button", name="Bewaren").click()
    go(anna, "Nieuws")
    anna.get_by_role("link", name=CHANGED).click(timeout=SLOW)
    expect(anna.get_by_text("plan.txt").first).to_be_visible(timeout=SLOW)
    expect(anna.get_by_text("fusie.txt")).to_have_count(0)
    expect(ingrid.get_by_text("plan.txt").first).to_be_visible(timeout=SLOW)
    shoot(ingrid, "said")
    assert (findings(ingrid), fits(ingrid)) == ([], True)


def test_what_is_scheduled_is_not_read_before_its_hour(ingrid: Page, anna: Page, board: Board) -> None:
    go(ingrid, "Bestuur")
    ingrid.get_by_role("link", name="Nieuws van het bestuur").click()
    ingrid.get_by_label("Kop").fill("Straks")
    ingrid.get_by_label("Bericht").fill("Nog even geduld.")
    ingrid.get_by_label("Later plaatsen").fill(f"{date.today() + timedelta(days=2)}T08:00")
    ingrid.get_by_role("button", name="Zet klaar").click()
    expect(ingrid.get_by_role("listitem").filter(has_text="Straks")).to_contain_text("om 08:00", timeout=SLOW)
    shoot(ingrid, "scheduled")
    ingrid.get_by_role("link", name="Straks").click()
    ingrid.get_by_role("button", name="Wijzigen").click()
    ingrid.get_by_label("Bericht").fill("Nog heel even geduld.")
    ingrid.get_by_role("button", name="Bewaren").click()
    expect(ingrid.get_by_text("Nog heel even geduld.")).to_be_visible(timeout=SLOW)
    expect(ingrid.get_by_text("verschijnt")).to_be_visible()
    shoot(ingrid, "held")
    assert (findings(ingrid), fits(ingrid)) == ([], True)
    board.anna.sync()
    assert {item.body["title"] for item in board.anna.replica.of_kind("news")} == {CHANGED}
    expect(anna.get_by_text("Straks")).to_have_count(0)


def attach(page: Page, name: str) -> None:
    """Choose a file."""
    file = FilePayload(name=name, mimeType="text/plain", buffer=b"Lees maar")
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page.get_by_text(name)).to_be_visible(timeout=SLOW)


def test_while_the_school_is_down_it_waits_and_says_so(ingrid: Page, anna: Page, board: Board) -> None:
    board.servers["regenboog"].pause()
    go(ingrid, "Bestuur")
    ingrid.get_by_role("link", name="Nieuws van het bestuur").click()
    ingrid.get_by_label("Kop").fill("Later")
    ingrid.get_by_label("Bericht").fill("Dit wacht.")
    ingrid.get_by_role("button", name="Plaats bericht").click()
    expect(ingrid.get_by_text("Wacht op De Regenboog").first).to_be_visible(timeout=SLOW)
    shoot(ingrid, "waits")
    board.servers["regenboog"].start()
    expect(ingrid.get_by_text("Wacht op De Regenboog")).to_have_count(0, timeout=2 * SLOW)
    anna.reload()
    go(anna, "Nieuws")
    expect(anna.get_by_role("link", name="Later")).to_have_count(1, timeout=SLOW)


def test_the_helpdesk_sees_numbers_once_the_office_allows_it(marga: Page, ingrid: Page, board: Board) -> None:
    own = board.servers["wolken"].address
    ingrid.evaluate("sessionStorage.removeItem('school')")
    ingrid.goto(f"{own}/people/helpdesk")
    expect(ingrid.get_by_text("Niet te zien")).to_be_visible(timeout=SLOW)
    expect(ingrid.locator("nav.bar a[href='/people']")).to_have_count(1)
    expect(ingrid.locator("nav.bar a[href='/lunch']")).to_have_count(0)
    marga.goto(f"{board.servers['regenboog'].address}/people/schools")
    marga.get_by_text("Wie mag zien hoe het met onze server gaat?").click()
    press(marga.get_by_label("De Wolken mag zien hoe het met onze server gaat"))
    expect(marga.get_by_text("De Wolken ziet nu hoe het met de server gaat")).to_be_visible(timeout=SLOW)
    shoot(marga, "watch")
    ingrid.get_by_role("button", name="Kijk opnieuw").click()
    expect(ingrid.get_by_text("Er is nog nooit een kopie gemaakt.")).to_be_visible(timeout=SLOW)
    expect(ingrid.get_by_text("Accounts")).to_be_visible()
    shoot(ingrid, "helpdesk")
    assert (findings(ingrid), fits(ingrid)) == ([], True)


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"board-{name}.png", full_page=True)
