"""Story 14 in Chromium: a teacher asks who drives, parents answer with a thumb, children get seats."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import outcomes, signups
from sync.client.office import groups
from sync.client.session import Session
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_page, open_school, sign_in, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
PHONE_NUMBER, DRIVER_NUMBER = "06 1234 5678", "06 8765 4321"


@pytest.fixture(scope="module")
def clients() -> dict[str, Session]:
    """The Python clients of the class, for what is not on a screen here."""
    return {}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, clients: dict[str, Session]) -> Iterator[School]:
    """A class whose families have joined."""
    opened = open_school(tmp_path_factory.mktemp("signups"))
    clients.update(settle(opened, "anna", "fatima", "koen"))
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen."""
    found = {}
    for name, size in (("anna", PHONE), ("fatima", PHONE), ("koen", PHONE), ("sanne", DESK)):
        context = visitor(chromium, size)
        context.set_default_timeout(90_000)
        found[name] = open_page(context, school.address)
        sign_in(found[name], name)
    return found


def go_to(page: Page, title: str = "") -> None:
    """Go to the module, and to a form in it."""
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    here = bar.get_by_role("link", name="Intekenen")
    if not here.is_visible():
        bar.get_by_role("link", name="Meer").click()
        here = page.get_by_role("main").get_by_role("link", name="Intekenen")
    here.click()
    expect(page.get_by_role("heading", name="Intekenen", level=1)).to_be_visible()
    if title:
        page.get_by_role("link", name=title, exact=True).click()
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def good(page: Page) -> None:
    """Nothing that axe-core finds, nothing wider than the screen."""
    assert (findings(page), fits(page)) == ([], True)


def test_a_teacher_asks_who_drives(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    go_to(sanne)
    good(sanne)
    sanne.get_by_role("link", name="Vraag iets").click()
    good(sanne)
    sanne.get_by_role("button", name="Wie rijdt er mee?").click()
    sanne.get_by_label("Hoeveel plaatsen zijn er nodig?").fill("6")
    good(sanne)
    sanne.get_by_role("button", name="Verder").click()
    sanne.get_by_role("button", name="3A", exact=True).click()
    good(sanne)
    sanne.get_by_role("button", name="Verder").click()
    expect(sanne.get_by_text("Zo zien ouders het:")).to_be_visible()
    good(sanne)
    sanne.get_by_role("button", name="Vraag het").click()
    expect(sanne.get_by_role("link", name="Wie rijdt er mee?")).to_be_visible()
    good(sanne)


def test_a_parent_offers_seats_with_a_thumb(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    go_to(anna)
    good(anna)
    anna.get_by_role("link", name="Wie rijdt er mee?", exact=True).click()
    expect(anna.get_by_text("Er zijn nog 6 plaatsen nodig.")).to_be_visible()
    anna.get_by_role("button", name="Ik rijd").click()
    anna.get_by_role("button", name="Meer: Daarvan met zitje").click()
    anna.get_by_label("Vanwaar vertrek je?").fill("het schoolplein")
    anna.get_by_label("Je voornaam").fill("Anna")
    anna.get_by_label("Andere ouders mogen mijn voornaam zien").check()
    anna.get_by_label("Je telefoonnummer").fill(DRIVER_NUMBER)
    good(anna)
    anna.get_by_role("button", name="Verstuur antwoord").click()
    expect(anna.get_by_role("heading", name="Je antwoord")).to_be_visible()
    good(anna)


def test_the_other_parents_see_what_is_left(pages: dict[str, Page]) -> None:
    """And a child who rides along: with a number for the driver; the other parent sees that it was answered."""
    fatima, koen = pages["fatima"], pages["koen"]
    go_to(fatima, "Wie rijdt er mee?")
    expect(fatima.get_by_text("Er zijn nog 3 plaatsen nodig.")).to_be_visible()
    assert "schoolplein" not in fatima.content()
    fatima.get_by_role("button", name="Mijn kind rijdt mee").click()
    fatima.get_by_label("Telefoonnummer voor wie rijdt").fill(PHONE_NUMBER)
    good(fatima)
    fatima.get_by_role("button", name="Verstuur antwoord").click()
    expect(fatima.get_by_role("heading", name="Je antwoord")).to_be_visible()
    go_to(koen, "Wie rijdt er mee?")
    expect(koen.get_by_text("Voor Mila is al geantwoord")).to_be_visible()
    good(koen)
    assert PHONE_NUMBER not in koen.content()


def test_who_has_not_answered(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    go_to(sanne, "Wie rijdt er mee?")
    expect(sanne.get_by_text("2 van 3 gezinnen")).to_be_visible()
    expect(sanne.get_by_text("1 gezin heeft nog niet geantwoord")).to_be_visible()
    good(sanne)
    sanne.get_by_role("button", name="Herinner dit gezin").click()
    expect(sanne.get_by_text("De herinnering is verstuurd")).to_be_visible()


def test_filled_in_for_a_family_that_phoned(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    sanne.get_by_role("link", name="Vul in Yara").click()
    good(sanne)
    sanne.get_by_role("button", name="Mijn kind rijdt mee").click()
    sanne.get_by_role("button", name="Vul in voor dit gezin").click()
    expect(sanne.get_by_text("Iedereen heeft geantwoord.")).to_be_visible()
    expect(sanne.get_by_text("ingevuld door school")).to_be_visible()


def test_children_into_cars(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    sanne.get_by_role("link", name="Wie rijdt wie").click()
    expect(sanne.get_by_text("3 kinderen hebben nog een plek nodig")).to_be_visible()
    good(sanne)
    sanne.get_by_role("button", name="Verdeel").click()
    expect(sanne.get_by_text("Iedereen heeft een plek")).to_be_visible()
    good(sanne)
    sanne.get_by_role("button", name="Vertel het iedereen").click()
    anna, koen = pages["anna"], pages["koen"]
    expect(anna.get_by_role("link", name=PHONE_NUMBER)).to_be_visible()
    good(anna)
    expect(koen.get_by_text("Mila rijdt mee met Anna")).to_be_visible()
    expect(koen.get_by_role("link", name=DRIVER_NUMBER)).to_be_visible()
    assert PHONE_NUMBER not in koen.content()


def test_written_to_those_who_ride_along(pages: dict[str, Page]) -> None:
    """Each family gets its own: the news form opens with their children chosen."""
    sanne = pages["sanne"]
    go_to(sanne, "Wie rijdt er mee?")
    sanne.get_by_role("button", name="Schrijf deze 2").click()
    expect(sanne.get_by_role("heading", name="Nieuws schrijven")).to_be_visible()
    expect(sanne.get_by_label("Kop")).to_have_value("Wie rijdt er mee?")
    expect(sanne.get_by_text("Bereikt 3 mensen in 2 gezinnen")).to_be_visible()


def test_the_trip_moves(pages: dict[str, Page], clients: dict[str, Session]) -> None:
    sanne, anna = clients["sanne"], pages["anna"]
    sanne.sync()
    form = signups.forms(sanne)[0].body["form"]
    outcomes.ask_again(sanne, form, "Een kwartier eerder")
    go_to(anna, "Wie rijdt er mee?")
    expect(anna.get_by_text("Er is iets veranderd.")).to_be_visible()
    anna.get_by_role("button", name="Verstuur opnieuw").click()
    expect(anna.get_by_role("heading", name="Je antwoord")).to_be_visible()


def test_a_clock_counts_down(pages: dict[str, Page], clients: dict[str, Session]) -> None:
    """Everybody reads it; nobody can answer before the hour."""
    sanne, anna = clients["sanne"], pages["anna"]
    asks = signups.question("places", "Wanneer help je?", slots=[("Om tien uur", 1), ("Om elf uur", 2)])
    group = groups(sanne)["3A"].group
    signups.make(sanne, [group], "Hulp bij het kerstdiner", [asks], opens=sanne.clock() + 3600 * 1000)
    go_to(anna, "Hulp bij het kerstdiner")
    expect(anna.get_by_role("timer")).to_contain_text("00:5")
    expect(anna.get_by_role("button", name="Verstuur antwoord")).to_have_count(0)
    expect(anna.get_by_role("button", name="Om tien uur")).to_be_disabled()
    good(anna)


def test_nobody_knows_who_said_what(pages: dict[str, Page]) -> None:
    """An anonymous poll is made, answered, and counted by nobody before its end."""
    sanne, koen = pages["sanne"], pages["koen"]
    go_to(sanne)
    sanne.get_by_role("link", name="Vraag iets").click()
    sanne.get_by_role("button", name="Anonieme peiling").click()
    sanne.get_by_label("Keuze 1").fill("Fijn")
    sanne.get_by_label("Keuze 2").fill("Te lang")
    sanne.get_by_role("button", name="Verder").click()
    sanne.get_by_role("button", name="3A", exact=True).click()
    sanne.get_by_label("Dag", exact=True).fill("2031-05-01")
    good(sanne)
    sanne.get_by_role("button", name="Verder").click()
    sanne.get_by_role("button", name="Vraag het").click()
    go_to(koen, "Anonieme peiling")
    expect(koen.get_by_text("Je antwoord is anoniem.")).to_be_visible()
    koen.get_by_label("Te lang").check()
    good(koen)
    with koen.expect_response("**/ballots"):
        koen.get_by_role("button", name="Verstuur antwoord").click()
    expect(koen.get_by_text("Je antwoord is onderweg")).to_be_visible()
    go_to(sanne, "Anonieme peiling")
    expect(sanne.get_by_text("Geantwoord: 1 van 3")).to_be_visible()
    expect(sanne.get_by_text("Tot dan kan niemand erbij.")).to_be_visible()
    good(sanne)


def test_a_place_that_comes_free(pages: dict[str, Page], clients: dict[str, Session]) -> None:
    """Full: onto the waiting list; when the other gives the place back it is there by itself, on an open screen."""
    sanne, anna, fatima = clients["sanne"], pages["anna"], pages["fatima"]
    asks = signups.question("places", "Wie helpt er?", slots=[("Om tien uur", 1)])
    group = groups(sanne)["3A"].group
    signups.make(sanne, [group], "Hulp bij de luizen", [asks], unit="person", shows="all")
    for page in (anna, fatima):
        go_to(page, "Hulp bij de luizen")
        page.get_by_role("button", name="Om tien uur").click()
        page.get_by_role("button", name="Verstuur antwoord").click()
        expect(page.get_by_role("heading", name="Je antwoord")).to_be_visible()
    expect(fatima.get_by_text("Je staat op plek 1 van de wachtlijst.")).to_be_visible()
    good(fatima)
    expect(fatima.get_by_role("heading", name="De uitslag")).to_be_visible()
    anna.get_by_role("button", name="Trek in").click()
    expect(fatima.get_by_text("wachtlijst")).to_have_count(0)
    expect(fatima.get_by_text("Om tien uur").first).to_be_visible()
