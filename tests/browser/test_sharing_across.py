"""Sharing across schools, in Chromium: Anna and Bea as contacts, and Omar at both schools.

Two real servers for the whole file; the tests run in order and each is one step of the story.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from crypto.token import new_token
from sync.client import account, contactseats, linking, office, sharing
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.axe import findings, fits
from tests.browser.school import (
    DESK,
    PASSWORD,
    PHONE,
    School,
    join,
    only_own_vault,
    open_page,
    open_school,
    screen,
    visitor,
)

pytestmark = [pytest.mark.browser]
SLOW = 60_000
"""What was taken back is gone within a minute."""
GROUPS = {"regenboog": ("De Regenboog", "3A"), "kompas": ("Het Kompas", "Blauw")}
CHILDREN = {"regenboog": (("Noor", "Anna"), ("Yara", "Omar")), "kompas": (("Tim", "Bea"), ("Yara", "Omar"))}
ANNA, BEA, OMAR, OMAR_NEW = "06-11111111", "06-22222222", "06-33333333", "06-44444444"


@dataclass
class Two:
    """The servers and their offices, which have linked each other; the pages of those who are there."""

    servers: dict[str, School]
    offices: dict[str, Session]

    def letter(self, name: str, who: str) -> str:
        """A letter that nobody has used."""
        self.offices[name].sync()
        return str(next(one["token"] for one in office.letters(self.offices[name]) if one["name"] == who))

    def enter(self, browser: Browser, name: str, who: str) -> Page:
        """Somebody with a fresh account, on a phone."""
        address = self.servers[name].address
        page = open_page(visitor(browser, PHONE), address)
        join(page, address, self.letter(name, who), who.lower())
        return page

    def shown(self, name: str) -> set[str]:
        """The numbers that the office of a school can read."""
        self.offices[name].sync()
        return {card["phone"] for card in sharing.cards(self.offices[name]).values() if "phone" in card}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Each with a group and two families."""
    found = Two({}, {})
    for name, (title, group) in GROUPS.items():
        one = found.servers[name] = open_school(tmp_path_factory.mktemp(name), name=title)
        here = found.offices[name] = account.found(Http(one.address), one.secret, "marga", PASSWORD).session
        office.open_group(here, group)
        enrol(here, [Pupil(str(at), first, "", "Kwartelhof", "2018-02-03", (group,), (Guardian(who.lower(), who),))
                     for at, (first, who) in enumerate(CHILDREN[name])])  # fmt: skip
    for here, other in zip(found.offices.values(), reversed(found.offices.values()), strict=True):
        linking.link(here, linking.look(here, other.host))
    yield found
    for one in found.servers.values():
        one.stop()


@pytest.fixture(scope="module")
def anna(chromium: Browser, two: Two) -> Page:
    """Anna of De Regenboog."""
    return two.enter(chromium, "regenboog", "Anna")


@pytest.fixture(scope="module")
def bea(chromium: Browser, two: Two) -> Page:
    """Bea of Het Kompas."""
    return two.enter(chromium, "kompas", "Bea")


@pytest.fixture(scope="module")
def omar(chromium: Browser, two: Two) -> Page:
    """Omar of De Regenboog, with a letter of Het Kompas."""
    page = two.enter(chromium, "regenboog", "Omar")
    address = two.servers["regenboog"].address
    page.goto(f"{address}/join")
    page.get_by_label("Code").fill(two.letter("kompas", "Omar"))
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    page.goto(f"{address}/more")
    page.get_by_role("button", name="De Regenboog").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    return page


def at(page: Page, path: str) -> None:
    """Go to an address of the school of a page."""
    page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/', 3)[2]}{path}")
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)


def open_phone(page: Page) -> None:
    """The form of one's telephone number."""
    at(page, "/groups/share")
    page.get_by_role("link", name="Telefoon").first.click()
    page.get_by_role("button", name="Bewaren").wait_for(timeout=SLOW)


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"across-{name}.png", full_page=True)


def looks(page: Page, name: str) -> None:
    """Nothing is wrong with a screen."""
    shoot(page, name)
    assert (findings(page), fits(page)) == ([], True)


def test_anna_makes_a_code(anna: Page) -> None:
    at(anna, "/groups/across")
    expect(anna.get_by_text("Nog niemand van een andere school")).to_be_visible(timeout=SLOW)
    looks(anna, "empty")
    anna.get_by_label("Wie is het?").fill("Bea van judo")
    anna.get_by_role("button", name="Maak een code").click()
    expect(anna.get_by_test_id("code")).to_be_visible(timeout=SLOW)
    looks(anna, "code")
    anna.set_viewport_size(DESK)
    looks(anna, "code-desk")
    anna.set_viewport_size(PHONE)


def test_bea_uses_it_with_the_account_of_her_own_school(anna: Page, bea: Page, two: Two, chromium: Browser) -> None:
    code = str(anna.get_by_test_id("code").text_content())
    stranger = open_page(visitor(chromium, PHONE), two.servers["regenboog"].address)
    stranger.goto(f"{two.servers['regenboog'].address}/join#{code.replace(' ', '')}")
    expect(stranger.get_by_text("Gebruik hem met het account van je eigen school")).to_be_visible(timeout=SLOW)
    looks(stranger, "stranger")
    stranger.context.close()
    bea.goto(f"{two.servers['kompas'].address}/join")
    bea.get_by_label("Code").fill(code)
    bea.get_by_role("button", name="Verder").click()
    expect(bea.get_by_text("jij en iemand van De Regenboog elkaar gegevens laten zien")).to_be_visible(timeout=SLOW)
    looks(bea, "join")
    bea.get_by_role("button", name="Voeg toe").click()
    expect(bea.get_by_text("Laat je nog niets zien.")).to_be_visible(timeout=SLOW)
    expect(bea.get_by_role("heading", name="Ouder van De Regenboog")).to_be_visible()
    looks(bea, "joined")


def test_anna_chooses_her(anna: Page, bea: Page, two: Two) -> None:
    open_phone(anna)
    anna.get_by_label("Telefoon").fill(ANNA)
    anna.get_by_role("group", name="Andere scholen").get_by_label("Bea van judo").check()
    looks(anna, "choose")
    anna.get_by_role("button", name="Bewaren").click()
    expect(anna.get_by_text("Bea van judo").first).to_be_visible(timeout=SLOW)
    looks(anna, "shared")
    expect(bea.get_by_role("link", name=ANNA)).to_be_visible(timeout=SLOW)
    looks(bea, "sees")
    assert two.shown("regenboog") == two.shown("kompas") == set()


def test_that_school_is_no_school_of_hers(bea: Page) -> None:
    """Nothing to switch to, nothing of its calendar or news; her own groups are as they were."""
    at(bea, "/more")
    expect(bea.get_by_role("button", name="Afmelden")).to_be_visible(timeout=SLOW)
    expect(bea.get_by_text("Welke school zie je?")).to_have_count(0)
    for path in ("/", "/news", "/messages", "/calendar", "/absences", "/groups"):
        at(bea, path)
        expect(bea.get_by_text("De Regenboog")).to_have_count(0)
    expect(bea.get_by_text("Groep Blauw").or_(bea.get_by_text("Blauw")).first).to_be_visible(timeout=SLOW)
    expect(bea.get_by_text("3A")).to_have_count(0)


def test_bea_shows_hers_from_her_own_screen(anna: Page, bea: Page) -> None:
    open_phone(bea)
    bea.get_by_label("Telefoon").fill(BEA)
    bea.locator(".at-school").get_by_label("Ouder van De Regenboog").check()
    looks(bea, "back")
    bea.get_by_role("button", name="Bewaren").click()
    expect(bea.locator(".shown-elsewhere")).to_contain_text("De Regenboog", timeout=SLOW)
    looks(bea, "back-shared")
    at(anna, "/groups/across")
    expect(anna.get_by_role("link", name=BEA)).to_be_visible(timeout=SLOW)
    looks(anna, "mutual")


def test_what_anna_takes_back_is_gone_at_bea_s(anna: Page, bea: Page) -> None:
    at(bea, "/groups/across")
    expect(bea.get_by_role("link", name=ANNA)).to_be_visible(timeout=SLOW)
    at(anna, "/groups/share")
    anna.get_by_role("button", name="Neem terug").click()
    expect(bea.get_by_role("link", name=ANNA)).to_have_count(0, timeout=SLOW)


def test_the_office_sees_how_many(chromium: Browser, two: Two) -> None:
    """Not who, and not what: of the contact's place it has no person."""
    page = screen(chromium, PHONE, two.servers["regenboog"].address, "marga")
    at(page, "/people/schools")
    expect(page.get_by_text("een contact", exact=True)).to_be_visible(timeout=SLOW)
    looks(page, "office")
    page.context.close()
    here = two.offices["regenboog"]
    here.sync()
    assert [seat.person for seat in here.replica.trust.seats.values() if seat.role == "contact"] == [""]


def test_anna_ends_it(anna: Page, bea: Page) -> None:
    at(anna, "/groups/across")
    anna.get_by_role("button", name="Beëindig").click()
    expect(anna.get_by_text("jij niets meer van Bea van judo")).to_be_visible()
    looks(anna, "end")
    anna.get_by_role("button", name="Beëindig", exact=True).click()
    expect(anna.get_by_text("Nog niemand van een andere school")).to_be_visible(timeout=SLOW)
    expect(bea.get_by_text("Nog niemand van een andere school")).to_be_visible(timeout=SLOW)
    only_own_vault(bea)


def test_omar_s_number_is_kept_once_and_shown_at_both(omar: Page, two: Two) -> None:
    open_phone(omar)
    omar.get_by_label("Telefoon").fill(OMAR)
    omar.get_by_label("Gezinnen van 3A").check()
    there = omar.locator(".at-school")
    expect(there.get_by_role("group", name="Het Kompas")).to_be_visible(timeout=SLOW)
    looks(omar, "both")
    omar.get_by_role("button", name="Bewaren").click()
    expect(omar.get_by_text(OMAR).first).to_be_visible(timeout=SLOW)
    until(two, "regenboog", {OMAR})
    assert two.shown("kompas") == set()


def test_the_other_school_only_where_he_chooses_it(omar: Page, two: Two) -> None:
    open_phone(omar)
    omar.locator(".at-school").get_by_label("Gezinnen van Blauw").check()
    omar.get_by_role("button", name="Bewaren").click()
    expect(omar.locator(".shown-elsewhere")).to_contain_text("Het Kompas", timeout=SLOW)
    until(two, "kompas", {OMAR})
    looks(omar, "both-shared")
    omar.set_viewport_size(DESK)
    looks(omar, "both-shared-desk")
    omar.set_viewport_size(PHONE)


def test_changed_in_one_place_it_is_changed_at_both(omar: Page, two: Two) -> None:
    open_phone(omar)  # a moment ago: the other school may not have been opened yet
    omar.get_by_label("Telefoon").fill(OMAR_NEW)
    omar.get_by_role("button", name="Bewaren").click()
    until(two, "kompas", {OMAR_NEW})
    until(two, "regenboog", {OMAR_NEW})


def test_taken_back_at_one_school_alone(omar: Page, two: Two) -> None:
    omar.get_by_role("button", name="Neem terug bij Het Kompas").click()
    expect(omar.locator(".shown-elsewhere")).to_have_count(0, timeout=SLOW)
    until(two, "kompas", set())
    assert two.shown("regenboog") == {OMAR_NEW}


def test_who_has_left_opens_the_app_with_a_contact_s_place(omar: Page, two: Two) -> None:
    """The office gave him one: of the school nothing else is there, and nothing breaks."""
    here, code = two.offices["regenboog"], new_token()
    here.write(lambda batch: contactseats.issue(here, batch, code, batch.now + office.DEADLINE), here.seat("office"))
    omar.goto(f"{two.servers['regenboog'].address}/join")
    omar.get_by_label("Code").fill(code)
    omar.get_by_role("button", name="Verder").click()
    omar.get_by_role("button", name="Voeg toe").click()
    expect(omar.get_by_role("heading", name="Andere scholen")).to_be_visible(timeout=SLOW)
    here.sync()
    trust = here.replica.trust
    omars = next(seat.person for seat in trust.seats.values() if seat.role == "contact" and seat.person)
    for seat in [one.id for one in trust.seats.values() if one.person == omars and one.role == "guardian"]:
        office.end_seat(here, seat)
    for path in ("/", "/more", "/groups", "/groups/across"):
        at(omar, path)
        shoot(omar, f"left{path.replace('/', '-')}")
    assert (findings(omar), fits(omar)) == ([], True)


def until(two: Two, name: str, numbers: set[str]) -> None:
    """Wait for what the office of a school can read."""
    end = time.monotonic() + 90
    while two.shown(name) != numbers and time.monotonic() < end:
        time.sleep(0.3)
    assert two.shown(name) == numbers
