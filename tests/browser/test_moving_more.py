"""Moving, where it is not one parent and one office: two with custody, a protected child, a file, and friends who stay.

Two schools for the whole file; the tests run in order. Programs do what `test_moving.py` has shown on screens.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from sync.client import account, bookshelf, departures, lunch, lunchcards, office, sharing
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session, now
from sync.client.sharing import Audience
from sync.client.transport import Http
from sync.zone import day_of
from tests.browser.axe import findings, fits
from tests.browser.school import (
    DESK,
    PASSWORD,
    PHONE,
    School,
    keep_paper,
    make_login,
    open_page,
    sign_in,
    visitor,
)
from tests.browser.two import NAMES, open_linked
from tests.stories.test_sick_note import child_of

pytestmark = [pytest.mark.browser]
SLOW = 60_000
GROUPS = {"regenboog": "5B", "kompas": "Blauw"}
LAST, SOONER, TODAY, YESTERDAY = (day_of(now() + days * 86_400_000) for days in (30, 20, 0, -1))
DAY = 24 * 3600 * 1000 - 60_000
WORK = b"%PDF-1.4 werkstukkanarie " * 3000
EMAIL, PHONE_NUMBER = "jeroen@kanarie.example", "06-11111111"


@dataclass
class Two:
    """The servers; by name the people of De Regenboog as programs, and `kompas`, the other office; their screens."""

    servers: dict[str, School]
    people: dict[str, Session] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Session:
        return self.people[name]

    def address(self, name: str) -> str:
        """Where a school answers."""
        return self.servers[name].address

    def page(self, chromium: Browser, name: str, size: ViewportSize = PHONE, side: str = "regenboog") -> Page:
        """Somebody's screen: they sign in when they first have something to do."""
        if name not in self.pages:
            self.pages[name] = open_page(visitor(chromium, size), self.address(side))
            sign_in(self.pages[name], "marga" if name == "kompas" else name)
        return self.pages[name]

    def say(self, name: str, child: str, last: str = LAST) -> None:
        """A guardian says that a child goes to Het Kompas."""
        here = self.people[name]
        here.sync()
        ((root, host),) = here.replica.trust.peers.items()
        to = {"name": NAMES["kompas"], "host": host, "root": root}
        departures.say(here, child_of(here, child), last, to, ["contact", "book"])


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Mila of Fatima and Koen, Sem of Irina (protected), Daan of Jeroen, Bram of Anna; Daan also at Het Kompas."""
    servers, offices = open_linked(tmp_path_factory.mktemp("moving"), GROUPS)
    found = Two(servers, {"marga": offices["regenboog"], "kompas": offices["kompas"]})
    enrol(found.marga, [pupil("1", "Mila", "5B", "Fatima", "Koen"), pupil("2", "Sem", "5B", "Irina", protected=True),
                        pupil("3", "Daan", "5B", "Jeroen"), pupil("4", "Bram", "5B", "Anna"),
                        pupil("5", "Fien", "5B", "Gerda")])  # fmt: skip
    enrol(found.kompas, [pupil("7", "Daan", "Blauw", "Jeroen")])
    ria = office.invite_staff(found.marga, office.Staffer("Ria", "office"))
    tokens = {str(one["name"]): str(one["token"]) for one in office.letters(found.marga)} | {"Ria": ria}
    for name in ("Fatima", "Koen", "Irina", "Jeroen", "Anna", "Gerda", "Ria"):
        browser = Http(found.address("regenboog"))
        found.people[name.lower()] = account.join(browser, tokens[name], name.lower(), PASSWORD).session
    bookshelf.put(found.marga, child_of(found.marga, "Daan"), bookshelf.File("Vulkanen.pdf", WORK), title="Vulkanen")
    yield found
    for one in found.servers.values():
        one.stop()


def pupil(number: str, first: str, group: str, *guardians: str, protected: bool = False) -> Pupil:
    """A child as the office enters it."""
    people = tuple(Guardian(one.lower(), one, phone=f"06-{one}") for one in guardians)
    return Pupil(number, first, "", "Putterveen", "2016-04-05", (group,), people, protected)


def at(page: Page, path: str) -> None:
    """Go to an address of the school of a page."""
    page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/', 3)[2]}{path}")
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)


def looks(page: Page, name: str) -> None:
    """Nothing is wrong with a screen, on a phone and at a desk; with KRING_SHOTS, the folder, there are pictures."""
    before, folder = page.viewport_size, os.environ.get("KRING_SHOTS")
    for size, how in ((PHONE, "phone"), (DESK, "desk")):
        page.set_viewport_size(size)
        if folder:
            page.screenshot(path=Path(folder) / f"more-{name}-{how}.png", full_page=True)
        assert (findings(page), fits(page)) == ([], True)
    page.set_viewport_size(before or PHONE)


def test_the_other_guardian_is_asked(chromium: Browser, two: Two) -> None:
    """The office's open app shows Koen what Fatima said; he agrees."""
    two.say("fatima", "Mila")
    desk, koen = two.page(chromium, "marga", DESK), two.page(chromium, "koen")
    expect(koen.get_by_text("Ben je het eens dat Mila vertrekt?")).to_be_visible(timeout=SLOW)
    looks(koen, "asked-today")
    at(koen, "/moving")
    expect(koen.get_by_text("De andere ouder zegt dat Mila vertrekt")).to_be_visible(timeout=SLOW)
    looks(koen, "asked")
    at(desk, "/moving")
    expect(desk.get_by_text("Wie gezag heeft over Mila, moet het eerst eens zijn.")).to_be_visible(timeout=SLOW)
    looks(desk, "waits")
    koen.get_by_role("button", name="Eens", exact=True).click()
    expect(koen.get_by_role("button", name="Eens", exact=True)).to_have_count(0, timeout=SLOW)
    looks(koen, "agreed")
    at(koen, "/")
    expect(koen.get_by_text("Ben je het eens dat Mila vertrekt?")).to_have_count(0)


def test_both_are_handed_the_dossier(chromium: Browser, two: Two) -> None:
    desk, koen, fatima = two.page(chromium, "marga"), two.page(chromium, "koen"), two.page(chromium, "fatima")
    desk.get_by_role("button", name="Geef het dossier").click(timeout=SLOW)
    desk.get_by_role("dialog").get_by_role("button", name="Geef het dossier").click()
    expect(desk.get_by_text("Dossier gegeven")).to_be_visible(timeout=SLOW)
    for page in (koen, fatima):
        at(page, "/moving")
        expect(page.get_by_text("heeft het dossier van Mila voor je klaargezet")).to_be_visible(timeout=SLOW)
    looks(koen, "released")


def test_who_does_not_agree_stops_it(chromium: Browser, two: Two) -> None:
    """Fatima changes the day: it is asked anew, and Koen may say no."""
    two.fatima.sync()
    (found,) = departures.departures(two.fatima)
    departures.say(two.fatima, found.body["child"], SOONER, found.body["to"], ["book"], found)
    koen = two.page(chromium, "koen")
    at(koen, "/moving")
    koen.get_by_role("button", name="Niet eens").click(timeout=SLOW)
    expect(koen.get_by_role("button", name="Niet eens")).to_have_count(0, timeout=SLOW)
    looks(koen, "refused")


def test_of_a_protected_child_two_let_it_go(chromium: Browser, two: Two) -> None:
    two.say("irina", "Sem")
    desk, ria = two.page(chromium, "marga"), two.page(chromium, "ria", DESK)
    at(desk, "/moving")
    sem = desk.get_by_role("article").filter(has_text="Sem Putterveen")
    expect(sem.get_by_text("een tweede persoon van het kantoor moet het goedvinden")).to_be_visible(timeout=SLOW)
    expect(sem.get_by_role("button", name="Geef het dossier")).to_have_count(0)
    looks(desk, "protected")
    sem.get_by_role("button", name="Goedgevonden").click()
    expect(sem.get_by_role("button", name="Goedgevonden")).to_have_count(0, timeout=SLOW)
    expect(sem.get_by_role("button", name="Geef het dossier")).to_have_count(0)
    looks(desk, "protected-first")
    at(ria, "/moving")
    sem = ria.get_by_role("article").filter(has_text="Sem Putterveen")
    sem.get_by_role("button", name="Geef het dossier").click(timeout=SLOW)
    ria.get_by_role("dialog").get_by_role("button", name="Geef het dossier").click()
    expect(sem.get_by_text("Dossier gegeven")).to_be_visible(timeout=SLOW)
    looks(ria, "protected-given")


def test_the_places_end_by_themselves(chromium: Browser, two: Two) -> None:
    """The day after, at the office's open app; Mila's do not, of whom not all agree."""
    two.say("gerda", "Fien", YESTERDAY)
    two.marga.sync()
    fien, before = child_of(two.marga, "Fien"), two.marga.clock() - DAY
    with mock.patch.object(two.marga, "clock", lambda: before):
        departures.release(two.marga, departures.departures(two.marga, fien)[0], NAMES["regenboog"])
    ria = two.page(chromium, "ria")
    expect(ria.get_by_role("list").get_by_text("Fien Putterveen")).to_be_visible(timeout=SLOW)
    expect(ria.get_by_role("article").filter(has_text="Mila Putterveen")).to_be_visible()
    looks(ria, "ended")
    two.gerda.sync()
    assert not two.gerda.replica.items


def test_a_file_is_taken_in_at_the_next_school(chromium: Browser, two: Two, tmp_path: Path) -> None:
    """Jeroen takes everything along, and brings the file himself: it stands there on his word."""
    page = two.page(chromium, "jeroen")
    at(page, "/takeout")
    with page.expect_download(timeout=SLOW) as found:
        page.get_by_role("button", name="Maak het bestand").click()
    found.value.save_as(tmp_path / "kring.zip")
    page.goto(f"{two.address('regenboog')}/join")
    page.get_by_label("Code").fill(next(str(one["token"]) for one in office.letters(two.kompas)))
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    show_moving(page, "Het Kompas")
    page.get_by_text("Ik heb een bestand van een andere school").click(timeout=SLOW)
    page.get_by_label("Het bestand (.zip)").set_input_files(
        {"name": "x.zip", "mimeType": "application/zip", "buffer": WORK}
    )
    expect(page.get_by_role("alert")).to_be_visible(timeout=SLOW)
    looks(page, "file-wrong")
    page.get_by_label("Het bestand (.zip)").set_input_files(tmp_path / "kring.zip")
    expect(page.get_by_role("button", name="Neem over bij Daan")).to_be_visible(timeout=SLOW)
    looks(page, "file")
    page.get_by_role("button", name="Neem over bij Daan").click()
    expect(page.get_by_text("Door de ouder meegenomen van De Regenboog")).to_be_visible(timeout=SLOW)
    looks(page, "file-in")


def test_the_next_school_sees_on_whose_word(chromium: Browser, two: Two) -> None:
    desk = two.page(chromium, "kompas", DESK, "kompas")
    at(desk, "/moving")
    expect(desk.get_by_text("Door de ouder meegenomen van De Regenboog")).to_be_visible(timeout=SLOW)
    looks(desk, "file-office")
    desk.get_by_role("link", name="Open het boek").click()
    expect(desk.get_by_text("Vulkanen").first).to_be_visible(timeout=SLOW)


def test_who_leaves_stays_in_touch(chromium: Browser, two: Two) -> None:
    """Jeroen and Anna had chosen each other by name; the office lets the dossier go, and he presses once."""
    jeroen, anna = two.jeroen.seat("guardian"), two.anna.seat("guardian")
    for one in (two.jeroen, two.anna):
        one.sync()
    sharing.share(two.jeroen, "email", EMAIL, Audience(people=(anna.id,)), seat=jeroen)
    sharing.share(two.jeroen, "name", "Jeroen P.", Audience(people=(anna.id,)), seat=jeroen)
    sharing.share(two.anna, "phone", PHONE_NUMBER, Audience(people=(jeroen.id,)))
    two.say("jeroen", "Daan")
    strips(two)
    daan = child_of(two.marga, "Daan")
    departures.release(two.marga, departures.departures(two.marga, daan)[0], NAMES["regenboog"])
    page = two.page(chromium, "jeroen")
    show_moving(page, "De Regenboog")
    expect(page.get_by_role("button", name="Blijf contact houden")).to_be_visible(timeout=SLOW)
    looks(page, "touch")
    page.get_by_role("button", name="Blijf contact houden").click()
    expect(page.get_by_text("Contact blijft")).to_be_visible(timeout=SLOW)
    looks(page, "touch-kept")


def strips(two: Two) -> None:
    """Jeroen has ten strips for Daan's lunch."""
    lunch.open_lunch(two.marga)
    lunch.set_rules(two.marga, text="Handen wassen", price=300)
    two.jeroen.sync()
    lunch.accept(two.jeroen)
    two.marga.sync()
    lunchcards.sell(two.marga, lunchcards.home_of(two.marga, two.jeroen.seat("guardian").id), 10, 2500, TODAY)


def test_what_is_left_of_strips_is_to_be_paid_back(chromium: Browser, two: Two) -> None:
    """Jeroen and the office see it; Anna has no such line."""
    due = "Terug te betalen: 10 strippen, € 25,00"
    for name in ("jeroen", "marga"):
        page = two.page(chromium, name)
        expect(page.get_by_text(due)).to_be_visible(timeout=SLOW) if name == "jeroen" else at(page, "/moving")
        expect(page.get_by_text(due)).to_be_visible(timeout=SLOW)
        looks(page, f"refund-{name}")
        at(page, "/lunch" if name == "jeroen" else "/lunch/cards")
        expect(page.get_by_text(due)).to_be_visible(timeout=SLOW)
        looks(page, f"refund-lunch-{name}")
    anna = two.page(chromium, "anna")
    at(anna, "/lunch")
    expect(anna.get_by_text("Terug te betalen")).to_have_count(0)


def test_his_friend_sees_at_which_school_he_is_now(chromium: Browser, two: Two) -> None:
    """His account moves, and he ticks that those he knows by name may see it."""
    page, anna = two.page(chromium, "jeroen"), two.page(chromium, "anna")
    there = open_page(visitor(chromium, PHONE), two.address("kompas"))
    there.get_by_role("link", name="Ik heb al een account bij een andere school").click()
    number = there.get_by_test_id("code").inner_text(timeout=SLOW)
    at(page, "/moving/home")
    page.get_by_label("Nummer").fill(number, timeout=SLOW)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Ja, verhuis naar Het Kompas").click()
    make_login(there, "jeroen", "Verhuis hierheen")
    keep_paper(there)
    there.get_by_role("navigation", name="Hoofdmenu").wait_for(timeout=SLOW)
    page.get_by_label("mag zien dat ik nu bij Het Kompas hoor").check(timeout=SLOW)
    page.get_by_label("Het is me gelukt om bij Het Kompas in te loggen").check()
    looks(page, "home-end")
    page.get_by_role("button", name="Rond af en meld hier af").click()
    page.get_by_label("Inlognaam").wait_for(timeout=SLOW)
    at(anna, "/groups/across")
    expect(anna.get_by_role("heading", name="Jeroen P.")).to_be_visible(timeout=SLOW)
    expect(anna.get_by_text("Nu bij Het Kompas")).to_be_visible(timeout=SLOW)
    looks(anna, "friend")
    two.pages["jeroen"] = there


def test_he_may_take_it_back(chromium: Browser, two: Two) -> None:
    page, anna = two.pages["jeroen"], two.page(chromium, "anna")
    at(page, "/groups/across")
    expect(page.get_by_role("button", name="Laat mijn school niet meer zien")).to_be_visible(timeout=SLOW)
    looks(page, "friend-his")
    page.get_by_role("button", name="Laat mijn school niet meer zien").click()
    expect(anna.get_by_text("Nu bij Het Kompas")).to_have_count(0, timeout=SLOW)
    expect(anna.get_by_role("heading", name="Jeroen P.")).to_be_visible()


def show_moving(page: Page, name: str) -> None:
    """Moving, as one of the schools of this account has it."""
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    bar.get_by_role("link", name="Meer").click(timeout=SLOW)
    page.get_by_role("button", name=name).click(timeout=SLOW)
    page.get_by_role("heading", name="Goede").wait_for(timeout=SLOW)
    bar.get_by_role("link", name="Meer").click()
    page.get_by_role("link", name="Naar een andere school").click()
