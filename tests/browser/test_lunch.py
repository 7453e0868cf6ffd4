"""Story 13 in Chromium: a week of taps, the list at noon, the child that is not there, a card, and a helper's hours."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import account, office
from sync.client import lunch as lunch_rules
from sync.client.session import Session, now
from sync.client.transport import Http
from sync.zone import time_of
from tests.browser.families import settle
from tests.browser.school import DESK, PASSWORD, PHONE, School, open_page, sign_in, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
NOTE = "Ze heeft een EpiPen in haar tas"
SOON = 45_000


@pytest.fixture(scope="module", autouse=True)
def a_day_that_lasts() -> None:
    """Lists are of one day; what can be changed until 23:59 can't be any more in its last minute."""
    if time_of(now()) > "23:50":
        pytest.skip("the day is nearly over")


@pytest.fixture(scope="module")
def marga(school: School) -> Session:
    """The office, as a program; the families have joined."""
    return settle(school, "anna", "fatima", "koen", "omar")["marga"]


class Pages(dict[str, Page]):
    """Everybody's open screen: it is opened, and they sign in, when they first have something to do."""

    def __init__(self, chromium: Browser, address: str) -> None:
        super().__init__()
        self.chromium, self.address = chromium, address

    def __missing__(self, name: str) -> Page:
        size = DESK if name in ("marga", "sanne", "corrie") else PHONE
        self[name] = open_page(visitor(self.chromium, size), self.address)
        sign_in(self[name], name)
        return self[name]


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School, marga: Session) -> Pages:
    """Everybody's screens."""
    return Pages(chromium, school.address)


def lunch(page: Page) -> None:
    """Go to the module: a phone has it behind More."""
    page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/', 3)[2]}/lunch")
    expect(page.get_by_role("heading", name="Overblijven", level=1)).to_be_visible(timeout=SOON)


def today(page: Page) -> None:
    """Tap the day of today."""
    page.locator(".lunchday[aria-current=date]").first.click()
    expect(page.locator(".lunchday[aria-current=date][aria-pressed=true]").first).to_be_visible()


def tab(page: Page, name: str) -> None:
    """Go to a list of the lunch team."""
    page.get_by_role("navigation", name="Overblijven").get_by_role("link", name=name, exact=True).click()


def test_the_office_begins(pages: Pages) -> None:
    page = pages["marga"]
    lunch(page)
    page.get_by_role("link", name="Begin met overblijven").click()
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_label("Regels").fill("We wassen onze handen en eten rustig.")
    for day in ("wo",):
        page.get_by_role("button", name=day, exact=True).click()
    page.get_by_label("Wijzigen kan tot").fill("23:59")
    page.get_by_label("Prijs van een strip, in euro").fill("3")
    page.get_by_label("Kaart 1: prijs in euro").fill("27,50")
    page.get_by_role("button", name="Begin met overblijven").click()
    expect(page.get_by_role("link", name="Open de lijst")).to_be_visible(timeout=SOON)


def test_corrie_is_invited(pages: Pages, school: School, marga: Session) -> None:
    """The weekend counts as well here, so that a test may run on any day."""
    marga.sync()
    lunch_rules.set_rules(marga, days=[1, 2, 3, 4, 5, 6, 7])
    token = office.invite_staff(marga, office.Staffer("Corrie", "lunch"))
    account.join(Http(school.address), token, "corrie", PASSWORD, "desk")
    lunch(pages["corrie"])
    expect(pages["corrie"].get_by_text("Vandaag blijven 0 kinderen over")).to_be_visible(timeout=SOON)
    assert (findings(pages["corrie"]), fits(pages["corrie"])) == ([], True)


def test_a_parent_accepts_and_signs_up(pages: Pages) -> None:
    page = pages["anna"]
    lunch(page)
    expect(page.get_by_text("We wassen onze handen")).to_be_visible(timeout=SOON)
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Ik ga akkoord").click()
    expect(page.get_by_role("heading", name="Noor")).to_be_visible(timeout=SOON)
    card = page.locator("section.card").filter(has=page.get_by_role("heading", name="Noor"))
    card.locator(".lunchday[aria-current=date]").click()
    expect(card.locator(".lunchday[aria-current=date][aria-pressed=true]")).to_be_visible()
    card.get_by_role("group", name="Vaste dagen vanaf").get_by_role("button", name="di").click()
    card.get_by_role("button", name="Bewaar vaste dagen").click()
    expect(card.get_by_role("button", name="Bewaar vaste dagen")).to_have_count(0)
    assert (findings(page), fits(page)) == ([], True)


def test_what_the_team_must_know(pages: Pages) -> None:
    """Fatima tells of the nuts; Koen, who is a parent as well, and the teacher do not see it."""
    fatima, koen = pages["fatima"], pages["koen"]
    lunch(fatima)
    fatima.get_by_role("button", name="Ik ga akkoord").click()
    today(fatima)
    fatima.get_by_role("link", name="Geef door wat we moeten weten").click()
    fatima.get_by_role("button", name="Noten").click()
    fatima.get_by_label("Medicijnen").fill(NOTE)
    fatima.get_by_label("Bellen bij nood").fill("06-11112222")
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.get_by_role("button", name="Bewaren").click()
    expect(fatima.get_by_text(NOTE)).to_be_visible(timeout=SOON)
    lunch(koen)
    expect(koen.locator(".lunchday[aria-pressed=true]").first).to_be_visible(timeout=SOON)
    assert NOTE not in koen.content()


def test_a_teacher_sees_who_stays(pages: Pages) -> None:
    sanne = pages["sanne"]
    lunch(sanne)
    expect(sanne.locator(".stayers")).to_contain_text("Noor", timeout=SOON)
    assert "Noten" not in sanne.content()
    assert (findings(sanne), fits(sanne)) == ([], True)


def test_the_list_at_noon_and_who_is_missed(pages: Pages) -> None:
    """Mila is ticked, Noor is not: her mother and her teacher see it; without a network who presses is told so."""
    corrie, anna, sanne = pages["corrie"], pages["anna"], pages["sanne"]
    tab(corrie, "Dag")
    expect(corrie.get_by_text("Noten")).to_be_visible(timeout=SOON)
    assert (findings(corrie), fits(corrie)) == ([], True)
    corrie.get_by_role("button", name="nog niet Mila").click()
    expect(corrie.get_by_role("button", name="is er Mila")).to_be_visible()
    corrie.context.set_offline(True)
    corrie.get_by_role("button", name="Waarschuw ouders en leerkracht").click()
    expect(corrie.get_by_role("alert").filter(has_text="Nog niemand is gewaarschuwd over Noor")).to_be_visible()
    assert "zijn gewaarschuwd" not in corrie.content()
    corrie.context.set_offline(False)
    for page in (anna, sanne):
        expect(page.get_by_text("Noor is niet bij de overblijf")).to_be_visible(timeout=SOON)
    expect(corrie.get_by_text("Nog niemand is gewaarschuwd")).to_have_count(0)


def test_the_child_that_was_missed_is_found(pages: Pages) -> None:
    corrie, anna, sanne = pages["corrie"], pages["anna"], pages["sanne"]
    assert (findings(anna), fits(anna)) == ([], True)
    corrie.get_by_role("button", name="nog niet Noor").click()
    for page in (anna, sanne):
        expect(page.get_by_text("Noor is niet bij de overblijf")).to_have_count(0, timeout=SOON)
    assert "Noor" not in pages["koen"].content()


def test_a_child_that_nobody_signed_up(pages: Pages) -> None:
    corrie = pages["corrie"]
    corrie.get_by_label("Zoek een kind of ouder").fill("yar")
    corrie.get_by_role("button", name="Zet erbij Yara").click()
    expect(corrie.get_by_role("button", name="is er Yara")).to_be_visible(timeout=SOON)
    corrie.get_by_role("button", name="Sluit de dag en reken af").click()
    expect(corrie.locator("span.muted", has_text="Gesloten")).to_be_visible(timeout=SOON)
    assert (findings(corrie), fits(corrie)) == ([], True)


def test_a_card(pages: Pages) -> None:
    """Anna owes a strip and buys a card; Koen sees nothing of Fatima's."""
    corrie, anna = pages["corrie"], pages["anna"]
    expect(anna.get_by_text("1 strip te betalen")).to_be_visible(timeout=SOON)
    tab(corrie, "Strippenkaarten")
    expect(corrie.get_by_role("heading", name="Bram (5B) en Noor (3A)")).to_be_visible()
    corrie.get_by_role("button", name=re.compile("10 strippen .* Noor")).click()
    expect(anna.get_by_text("Nog 9 strippen")).to_be_visible(timeout=SOON)
    anna.get_by_text("Wat is er gekocht en gebruikt").click()
    expect(anna.get_by_text("Kaart gekocht")).to_be_visible()
    assert (findings(corrie), fits(corrie), findings(anna), fits(anna)) == ([], True, [], True)
    assert pages["koen"].get_by_text("Strippenkaart").count() == 0


def test_the_month_and_the_kitchen(pages: Pages) -> None:
    """A line a child; for the kitchen numbers without a name."""
    corrie = pages["corrie"]
    tab(corrie, "Maand")
    expect(corrie.get_by_text("3 strippen, € 9,00")).to_be_visible(timeout=SOON)
    kitchen = corrie.locator("section.card").filter(has=corrie.get_by_role("heading", name="Voor de keuken"))
    expect(kitchen.get_by_text("Noten").first).to_be_visible()
    assert [name for name in ("Mila", "Noor", "Yara") if name in kitchen.inner_text()] == []
    with corrie.expect_download() as saved:
        corrie.get_by_role("button", name="Sla de maand op").click()
    assert "Yara;3A" in saved.value.path().read_text("utf-8")
    assert (findings(corrie), fits(corrie)) == ([], True)


def test_a_helper_sees_the_list_in_these_hours(pages: Pages) -> None:
    """Omar offers help and is asked: the names are there while it lasts, and go when it is called off."""
    corrie, omar = pages["corrie"], pages["omar"]
    lunch(omar)
    omar.get_by_role("link", name="Ik wil wel eens helpen").click()
    omar.get_by_label("Je naam").fill("Omar")
    omar.get_by_role("button", name="Bied hulp aan").click()
    tab(corrie, "Hulp")
    corrie.get_by_role("button", name="Omar").click()
    corrie.get_by_label("Dag", exact=True).fill(
        corrie.evaluate("new Date().toLocaleDateString('en-CA', {timeZone: 'Europe/Amsterdam'})")
    )
    corrie.get_by_label("Van", exact=True).fill("00:00")
    corrie.get_by_label("Tot", exact=True).fill("23:59")
    assert (findings(corrie), fits(corrie)) == ([], True)
    corrie.get_by_role("button", name="Plan deze hulp").click()
    expect(omar.get_by_text("Mila").first).to_be_visible(timeout=SOON)
    assert (findings(omar), fits(omar), "Sijsjesmeer" in omar.content()) == ([], True, False)
    omar.get_by_role("button", name="nog niet Mila").click()
    expect(omar.get_by_role("button", name="is er Mila")).to_be_visible(timeout=SOON)
    corrie.get_by_role("button", name="Zeg af Omar").click()
    expect(omar.get_by_text("Mila")).to_have_count(0, timeout=SOON)


def test_the_lists_fit_on_a_phone(pages: Pages) -> None:
    """In the hall Corrie has a phone."""
    corrie = pages["corrie"]
    corrie.set_viewport_size(PHONE)
    for name in ("Dag", "Maand", "Strippenkaarten", "Hulp", "Regels"):
        tab(corrie, name)
        expect(
            corrie.get_by_role("navigation", name="Overblijven").get_by_role("link", name=name, exact=True)
        ).to_have_attribute("aria-current", "page")
        assert (name, findings(corrie), fits(corrie)) == (name, [], True)


def test_a_sick_note_takes_lunch_off(pages: Pages) -> None:
    """Noor is ill tomorrow: her mother does nothing more, and the lunch team has no reason."""
    anna, corrie = pages["anna"], pages["corrie"]
    lunch(anna)
    card = anna.locator("section.card").filter(has=anna.get_by_role("heading", name="Noor"))
    following = card.locator(".lunchday").nth(7)
    following.click()
    expect(following).to_have_attribute("aria-pressed", "true")
    anna.goto(f"{anna.url.rsplit('/', 1)[0]}/absences/new")
    anna.get_by_role("button", name="Noor", exact=True).click()
    anna.get_by_role("button", name="Ziek", exact=True).click()
    anna.get_by_text("Meer dagen, een deel van de dag").click()
    anna.get_by_label("Ik weet nog niet hoe lang").check()
    anna.get_by_role("button", name="Meld Noor afwezig").click()
    lunch(anna)
    expect(card.locator(".lunchday").nth(7)).to_have_attribute("aria-pressed", "false", timeout=SOON)
    assert "Ziek" not in corrie.content()
