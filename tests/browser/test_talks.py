"""Story 15 in Chromium: a round in four steps, two children in one tap, who was too late, waiting, running late."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import homes, office
from sync.client.account import join
from sync.client.transport import Http
from tests.browser.axe import findings, fits
from tests.browser.families import settle
from tests.browser.school import DESK, PASSWORD, PHONE, School, open_school, screens

pytestmark = [pytest.mark.browser]
SOON = 40_000
PEOPLE = (("anna", PHONE), ("fatima", PHONE), ("koen", PHONE), ("sanne", DESK), ("marga", DESK))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """Two groups with a teacher each; Anna and Peter live together."""
    opened = open_school(tmp_path_factory.mktemp("talks"))
    sessions = settle(opened, "anna", "peter", "fatima", "koen")
    token = office.invite_staff(sessions["marga"], office.Staffer("juf Els", "teacher", ("5B",)))
    join(Http(opened.address), token, "els", PASSWORD, "desk")
    sessions["anna"].sync()
    home = homes.start_household(sessions["anna"], list(sessions["peter"].replica.seats()), {})
    sessions["peter"].sync()
    homes.join_household(sessions["peter"], home)
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen."""
    return screens(chromium, school, PEOPLE)


def look(page: Page) -> None:
    """Nothing that a screen reader stumbles over, nothing wider than the screen."""
    assert (findings(page), fits(page)) == ([], True)


def talks(page: Page, school: School) -> None:
    """Go to the module."""
    page.goto(f"{school.address}/talks")
    expect(page.get_by_role("heading", name="Gesprekken", level=1)).to_be_visible(timeout=SOON)


def the_round(page: Page, school: School) -> None:
    """Open the round, once it is there."""
    talks(page, school)
    page.get_by_role("link", name="Kies een tijd").click(timeout=SOON)
    expect(page.get_by_role("heading", name="Rapportgesprekken", level=1)).to_be_visible(timeout=SOON)


def evening(page: Page, school: School) -> None:
    """Open a teacher's sheet."""
    talks(page, school)
    page.get_by_role("link", name="Mijn avond").click(timeout=SOON)
    page.get_by_text("Loopt het uit?").wait_for(timeout=SOON)


def test_a_round_in_four_steps(pages: dict[str, Page], school: School) -> None:
    marga = pages["marga"]
    talks(marga, school)
    marga.get_by_role("link", name="Ronde maken").click()
    marga.get_by_role("button", name="Verder").click()
    expect(marga.get_by_text("Geef de ronde een naam.")).to_be_visible()
    marga.get_by_label("Hoe heet de ronde?").fill("Rapportgesprekken")
    for group, room in (("3A", "lokaal 1"), ("5B", "boven")):
        marga.get_by_role("button", name=group, exact=True).click()
        marga.get_by_label("Lokaal").last.fill(room)
    look(marga)
    for _ in range(3):
        marga.get_by_role("button", name="Verder").click()
        marga.get_by_role("button", name="Terug").wait_for()
        look(marga)
    expect(marga.get_by_text("Groep 3A: 18 tijden voor 3 kinderen.")).to_be_visible()
    marga.get_by_role("button", name="Zet de ronde klaar").click()
    expect(marga.get_by_text("0 van 36 tijden gekozen")).to_be_visible(timeout=SOON)
    look(marga)


def test_two_children_in_one_tap(pages: dict[str, Page], school: School) -> None:
    """The best two times are held while Anna looks, and hers with one more tap; both teachers have them."""
    anna = pages["anna"]
    the_round(anna, school)
    look(anna)
    anna.get_by_role("button", name="Kies deze twee").first.click()
    expect(anna.get_by_text("voor jou vastgehouden")).to_be_visible(timeout=SOON)
    anna.get_by_role("button", name="We komen samen").click()
    look(anna)
    anna.get_by_role("button", name="Leg beide vast").click()
    expect(anna.get_by_role("article", name="Gesprek over Bram")).to_contain_text("18:00", timeout=SOON)
    expect(anna.get_by_role("article", name="Gesprek over Noor")).to_contain_text("18:20")
    look(anna)
    evening(pages["sanne"], school)
    expect(pages["sanne"].get_by_role("button", name="18:20 Noor Vinkelaar We komen samen")).to_be_visible(timeout=SOON)
    look(pages["sanne"])


def test_just_too_late(pages: dict[str, Page], school: School) -> None:
    """Fatima looks at a time, so Koen can't have it, and is offered the one beside it."""
    fatima, koen = pages["fatima"], pages["koen"]
    the_round(koen, school)
    the_round(fatima, school)
    fatima.get_by_role("button", name="18:10, vrij").click()
    expect(fatima.get_by_text("voor jou vastgehouden")).to_be_visible(timeout=SOON)
    expect(koen.get_by_role("button", name="18:10, bezet")).to_be_visible(timeout=SOON)
    fatima.get_by_role("button", name="Leg 18:10 vast").click()
    expect(fatima.get_by_role("article", name="Gesprek over Mila")).to_contain_text("18:10", timeout=SOON)
    assert "Noor" not in fatima.content()
    expect(koen.get_by_role("article")).to_have_count(0)
    koen.get_by_role("button", name="18:40, vrij").click()
    koen.get_by_role("button", name="Leg 18:40 vast").click()
    expect(koen.get_by_role("article", name="Gesprek over Mila")).to_contain_text("18:40", timeout=SOON)
    assert "18:10, jouw tijd" not in koen.content()


def test_two_who_want_each_others_time(pages: dict[str, Page], school: School) -> None:
    """Koen waits for Fatima's time without knowing whose it is; she moves, and it is his by itself."""
    koen, fatima = pages["koen"], pages["fatima"]
    koen.get_by_text("Andere tijden").click()
    koen.get_by_role("button", name="18:10, bezet").click()
    look(koen)
    koen.get_by_role("button", name="Op de wachtlijst").click()
    expect(koen.get_by_text("plaats 1 op de wachtlijst")).to_be_visible(timeout=SOON)
    fatima.get_by_text("Andere tijden").click()
    fatima.get_by_role("button", name="19:30, vrij").click()
    fatima.get_by_role("button", name="Verzet naar 19:30").click()
    expect(fatima.get_by_role("article", name="Gesprek over Mila")).to_contain_text("19:30", timeout=SOON)
    expect(koen.get_by_role("article", name="Gesprek over Mila")).to_contain_text("18:10", timeout=SOON)


def test_what_somebody_wants_to_talk_about(pages: dict[str, Page], school: School) -> None:
    fatima, sanne = pages["fatima"], pages["sanne"]
    talks(fatima, school)
    fatima.get_by_role("button", name="Iets voorbereiden").click()
    fatima.get_by_label("Waar wil je het over hebben?").fill("Kanarie over rekenen")
    fatima.get_by_role("button", name="Bewaren").click()
    sanne.get_by_role("button", name="19:30 Mila Sijsjesmeer").click()
    expect(sanne.locator(".talk-detail").get_by_text("Kanarie over rekenen")).to_be_visible(timeout=SOON)
    look(sanne)
    assert "Kanarie" not in pages["koen"].content()


def test_ten_minutes_late(pages: dict[str, Page], school: School) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    talks(anna, school)
    sanne.get_by_role("button", name="10 minuten", exact=True).click()
    sanne.get_by_role("button", name="Zeg dat het 10 minuten later wordt").click()
    expect(anna.get_by_role("article", name="Gesprek over Noor")).to_contain_text("10 minuten later", timeout=SOON)
    expect(anna.get_by_role("article", name="Gesprek over Bram")).not_to_contain_text("later")
    look(anna)


def test_what_was_said_for_one_home(pages: dict[str, Page], school: School) -> None:
    sanne, fatima, koen = pages["sanne"], pages["fatima"], pages["koen"]
    sanne.get_by_text("Wat is er besproken?").click()
    sanne.get_by_label("Wat jullie bespraken en afspraken").fill("Kanarieverslag")
    look(sanne)
    sanne.get_by_role("button", name="Bewaar het verslag").click()
    expect(fatima.get_by_text("Kanarieverslag")).to_be_visible(timeout=SOON)
    talks(koen, school)
    expect(koen.get_by_role("article", name="Gesprek over Mila")).to_be_visible()
    assert "Kanarieverslag" not in koen.content()


def test_somebody_phones(pages: dict[str, Page], school: School) -> None:
    """Yara's father has not joined: the teacher takes a time for him."""
    sanne = pages["sanne"]
    sanne.get_by_role("button", name=re.compile("^20:00.* vrij")).click()
    sanne.get_by_role("button", name="Yara Kwartelhof").click()
    look(sanne)
    sanne.get_by_role("button", name="20:00 vast").click()
    expect(sanne.get_by_role("button", name=re.compile("^20:00.*Yara"))).to_be_visible(timeout=SOON)
    sanne.emulate_media(media="print")
    expect(sanne.get_by_role("button", name="Afdrukken")).to_be_hidden()
    sanne.emulate_media(media="screen")


def test_who_has_a_time(pages: dict[str, Page], school: School) -> None:
    """The teacher knows who; the office how many."""
    sanne, marga = pages["sanne"], pages["marga"]
    sanne.get_by_role("link", name="Terug").click()
    expect(sanne.get_by_text("3 van 3 kinderen hebben een tijd")).to_be_visible(timeout=SOON)
    look(sanne)
    marga.get_by_role("link", name="Hoe staat het ervoor").click()
    expect(marga.get_by_text("4 gesprekken gekozen, 3 kinderen")).to_be_visible(timeout=SOON)
    look(marga)
    assert "Kanarie" not in marga.locator("main").inner_text()


def test_another_room(pages: dict[str, Page], school: School) -> None:
    """The office moves juf Sanne upstairs: who has a time there sees it, and keeps the time."""
    marga, koen = pages["marga"], pages["koen"]
    marga.get_by_text("Wijzig de ronde").click()
    look(marga)
    marga.get_by_label("Lokaal van groep 3A").fill("zolder")
    marga.get_by_role("button", name="Bewaren").click()
    expect(koen.get_by_role("article", name="Gesprek over Mila")).to_contain_text("zolder", timeout=SOON)


def test_given_back(pages: dict[str, Page], school: School) -> None:
    koen = pages["koen"]
    koen.get_by_role("button", name="Opzeggen").click()
    expect(koen.get_by_role("article", name="Gesprek over Mila")).to_have_count(0, timeout=SOON)
    expect(koen.get_by_role("link", name="Kies een tijd")).to_be_visible()
