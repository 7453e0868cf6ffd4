"""Story 5 in Chromium: three taps at a quarter to eight, seen by the teacher at once; the child nobody spoke of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_school, press, screens
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
TEXT = "Bij oma in Kanariedorp"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A class whose families have joined."""
    opened = open_school(tmp_path_factory.mktemp("absences"))
    settle(opened, "anna", "fatima", "koen")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen."""
    return screens(
        chromium, school, (("anna", PHONE), ("fatima", PHONE), ("koen", PHONE), ("sanne", DESK), ("marga", DESK))
    )


def absences(page: Page) -> None:
    """Go to the module."""
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Absenties").click()
    expect(page.get_by_role("heading", name="Absenties", level=1)).to_be_visible()


def test_three_taps_and_the_teacher_sees_it(pages: dict[str, Page]) -> None:
    absences(pages["sanne"])
    fatima = pages["fatima"]
    fatima.get_by_role("link", name="Meld afwezig").click()
    fatima.get_by_role("button", name="Ziek", exact=True).click()
    fatima.get_by_label("Wil je er iets bij zeggen?").fill(TEXT)
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.get_by_role("button", name="Meld Mila afwezig").click()
    expect(pages["sanne"].get_by_text(TEXT)).to_be_visible()
    expect(fatima.get_by_text("Ziek").first).to_be_visible()
    assert (findings(fatima), fits(fatima)) == ([], True)


def test_the_other_parent_sees_that_and_why_and_not_the_text(pages: dict[str, Page]) -> None:
    koen = pages["koen"]
    absences(koen)
    expect(koen.get_by_text("Ziek").first).to_be_visible()
    assert TEXT not in koen.content()


def test_another_parent_sees_nothing(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    absences(anna)
    expect(anna.get_by_role("heading", name="Noor")).to_be_visible()
    assert "Mila" not in anna.content()


def test_seen_at_school(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("button", name="Gezien").click()
    expect(pages["fatima"].get_by_text("gezien op school")).to_be_visible()
    expect(pages["fatima"].get_by_role("button", name="Intrekken")).to_have_count(0)


def test_in_a_tunnel(pages: dict[str, Page]) -> None:
    """Written without a network: it waits, is sent by itself, and is there once."""
    anna = pages["anna"]
    anna.context.set_offline(True)
    anna.get_by_role("link", name="Meld afwezig").first.click()
    for name in ("Bram", "Tandarts", "Morgen"):
        anna.get_by_role("button", name=name, exact=True).click()
    anna.get_by_role("button", name="Meld Bram afwezig").click()
    expect(anna.get_by_text("Wordt verstuurd").first).to_be_visible()
    anna.context.set_offline(False)
    expect(anna.get_by_role("button", name="Intrekken")).to_have_count(1, timeout=40_000)
    expect(anna.get_by_text("Tandarts", exact=True)).to_have_count(2)  # in the list, and in what was over the year


def test_missed_and_found(pages: dict[str, Page]) -> None:
    """Noor is not there and nobody said so: her mother's open screen says it; when Noor comes, it goes."""
    sanne, anna = pages["sanne"], pages["anna"]
    anna.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Vandaag").click()
    sanne.get_by_role("button", name="is er Noor").click()
    sanne.get_by_role("button", name="Iedereen is bekeken").click()
    expect(anna.get_by_text("Noor is niet op school")).to_be_visible()
    assert (findings(anna), fits(anna)) == ([], True)
    sanne.get_by_role("button", name="Is er toch").click()
    expect(anna.get_by_text("Noor is niet op school")).to_have_count(0)


def test_saved_again_for_another_child(pages: dict[str, Page]) -> None:
    """The register is saved again for Yara: Noor, who came in, stays too late, and nobody is told of her again."""
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.get_by_role("button", name="is er Yara").click()
    sanne.get_by_role("button", name="Bewaar opnieuw").click()
    expect(sanne.get_by_role("button", name="Is er toch")).to_have_count(1)
    expect(sanne.get_by_role("button", name="kwam later Noor")).to_be_visible()
    sanne.get_by_role("button", name="Is er toch").click()
    expect(sanne.get_by_role("button", name="kwam later Yara")).to_be_visible()
    expect(anna.get_by_text("Noor is niet op school")).to_have_count(0)


def test_leave_is_asked_and_granted(pages: dict[str, Page]) -> None:
    fatima, marga = pages["fatima"], pages["marga"]
    fatima.get_by_role("link", name="Verlof vragen").click()
    fatima.get_by_label("Waarom vraag je dit?").fill("Bruiloft van mijn zus")
    fatima.get_by_role("button", name="Vraag verlof").click()
    absences(marga)
    expect(marga.get_by_text("Bruiloft van mijn zus")).to_be_visible()
    assert (findings(marga), fits(marga)) == ([], True)
    marga.get_by_role("button", name="Sta toe").click()
    expect(fatima.get_by_text("Toegestaan")).to_be_visible()
    assert "Bruiloft" not in pages["sanne"].content()


def test_fetched_by_grandpa(pages: dict[str, Page]) -> None:
    koen = pages["koen"]
    koen.get_by_role("link", name="Iemand anders haalt op").click()
    koen.get_by_label("Wie komt er?").fill("opa Henk")
    koen.get_by_role("button", name="Geef door").click()
    expect(pages["sanne"].get_by_text("opa Henk")).to_be_visible()
    expect(koen.get_by_text("opa Henk haalt op")).to_be_visible()
    assert (findings(koen), fits(koen)) == ([], True)


def test_grandma_after_all_then_nobody(pages: dict[str, Page]) -> None:
    """The last word holds; taken back, the board says that it changed; another parent's phone offers the same."""
    koen, sanne, fatima = pages["koen"], pages["sanne"], pages["fatima"]
    koen.get_by_role("link", name="Iemand anders haalt op").click()
    koen.get_by_label("Wie komt er?").fill("tante Nour")
    koen.get_by_role("button", name="Geef door").click()
    expect(sanne.get_by_text("tante Nour")).to_be_visible()
    expect(sanne.get_by_text("eerst opa Henk", exact=False)).to_be_visible()
    absences(fatima)
    line = fatima.get_by_role("listitem").filter(has_text="tante Nour haalt op")
    line.get_by_role("button", name="Intrekken").click()
    expect(sanne.get_by_text("Toch niet tante Nour")).to_be_visible()
    expect(koen.get_by_text("ingetrokken", exact=False)).to_be_visible()
    assert (findings(fatima), fits(fatima), findings(sanne), fits(sanne)) == ([], True, [], True)


def test_better_tomorrow(pages: dict[str, Page]) -> None:
    koen = pages["koen"]
    koen.get_by_role("button", name="Morgen weer beter").click()
    expect(pages["fatima"].get_by_text("Langer", exact=False).first).to_be_visible()


def test_grandma_may_always_fetch(pages: dict[str, Page], school: School) -> None:
    """It stands on the teachers' emergency list; the other parent does not see it; it can be taken back."""
    fatima, sanne = pages["fatima"], pages["sanne"]
    absences(fatima)
    fatima.get_by_role("link", name="Iemand anders haalt op").click()
    fatima.get_by_label("Wie komt er?").fill("oma Trui")
    fatima.get_by_label("Deze persoon mag altijd ophalen").check()
    fatima.get_by_role("button", name="Geef door").click()
    sanne.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Groepen").click()
    sanne.get_by_role("link", name="Groep 3A").click()
    sanne.get_by_role("link", name="Noodlijst").click()
    expect(sanne.get_by_text("oma Trui")).to_be_visible()
    koen = pages["koen"]
    absences(koen)
    koen.get_by_role("link", name="Iemand anders haalt op").click()
    assert "Trui" not in koen.content()
    fatima.get_by_role("link", name="Iemand anders haalt op").click()
    fatima.get_by_role("button", name="Haal weg").click()
    expect(sanne.get_by_text("oma Trui")).to_have_count(0)


def test_the_class_parent(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.get_by_role("link", name="Klas", exact=True).click()
    sanne.get_by_text("Klassenouders kiezen").click()
    press(sanne.get_by_label("Fatima (Mila)"))
    anna.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Meer").click()
    anna.get_by_role("link", name="Groepen", exact=True).click()
    anna.get_by_role("link", name="Groep 3A").click()
    expect(anna.get_by_text("klassenouder").first).to_be_visible()
    assert (findings(sanne), fits(sanne), findings(anna)) == ([], True, [])
