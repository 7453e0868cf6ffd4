"""The office changes what belongs to a child, in Chromium; a mother sees each change of who reads along on her phone.

One school for the whole file; the tests run in order and each is one step of the story.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.school import DESK, PHONE, School, join, keep_paper, lasting, make_login, open_page, visitor

pytestmark = [pytest.mark.browser]
ROSTER = """leerlingnummer;roepnaam;voorvoegsel;achternaam;groep;ouder1 roepnaam;ouder1 achternaam;ouder2 roepnaam
1;Noor;van;Dam;3A;Anna;de Vries;Peter
2;Daan;;Smit;5B;Jeroen;Smit;
3;Sem;;Kuyper;3A;Irina;Kuyper;
"""
SOON = 45_000
"""Longer (ms) than there is a way back."""


@pytest.fixture(scope="module")
def marga(chromium: Browser, school: School, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The office, with a roster and a letter for a colleague."""
    page = open_page(visitor(chromium, DESK), f"{school.address}/found#{school.secret}")
    make_login(page, "marga", "Richt de school op")
    for _ in range(3):
        keep_paper(page)
    file = tmp_path_factory.mktemp("roster") / "leerlingen.csv"
    file.write_text(ROSTER)
    page.goto(f"{school.address}/people/import")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Maak 3 kinderen").click()
    expect(page.get_by_text("Klaar. De brieven kunnen")).to_be_visible()
    page.get_by_role("link", name="Team").click()
    page.get_by_label("Naam, zoals ouders die kennen").fill("Corrie")
    page.get_by_role("button", name="Kantoor").click()
    page.get_by_role("button", name="Maak een brief").click()
    expect(page.get_by_text("Toegevoegd. De brief staat bij Brieven.")).to_be_visible()
    return page


@pytest.fixture(scope="module")
def anna(chromium: Browser, school: School, marga: Page) -> Page:
    """Noor's mother, on her phone."""
    token = code_of(open_child(marga, school, "Anna"), "Anna de Vries")
    page = open_page(visitor(chromium, PHONE), school.address)
    join(page, school.address, token, "anna")
    return page


@pytest.fixture(scope="module")
def corrie(chromium: Browser, school: School, marga: Page) -> Page:
    """A second person of the office."""
    marga.goto(f"{school.address}/people/letters")
    marga.get_by_role("button", name="Team").click()
    page = open_page(visitor(chromium, DESK), school.address)
    join(page, school.address, code_of(marga, "Corrie"), "corrie")
    return page


def test_a_child_is_found_by_the_name_of_a_parent(marga: Page, school: School) -> None:
    open_child(marga, school, "vries")
    expect(marga.get_by_role("heading", name="Wie bij Noor hoort")).to_be_visible()
    expect(row(marga, "Anna de Vries").get_by_text("brief klaar")).to_be_visible()
    expect(row(marga, "Peter").get_by_text("Gezag")).to_be_visible()


def test_a_lost_letter_gives_way_to_a_new_one(marga: Page, school: School) -> None:
    open_child(marga, school, "Noor")
    lost = code_of(marga, "Peter")
    row(marga, "Peter").get_by_role("button", name="Intrekken").click()
    marga.get_by_role("dialog").get_by_role("button", name="Intrekken").click()
    expect(row(marga, "Peter").get_by_text("brief ingetrokken")).to_be_visible(timeout=SOON)
    expect(marga.locator("article.letter").filter(has_text="Peter")).to_have_count(0)
    row(marga, "Peter").get_by_role("button", name="Nieuwe brief").click()
    expect(row(marga, "Peter").get_by_text("brief klaar")).to_be_visible()
    assert code_of(marga, "Peter") != lost


def test_one_more_adult_with_a_role_and_a_last_day(anna: Page, marga: Page, school: School) -> None:
    open_child(marga, school, "Noor")
    expect(row(marga, "Anna de Vries").get_by_text("doet mee")).to_be_visible()
    add_adult(marga, "Truus Bos", "Alleen informatie", until="2031-07-01")
    expect(row(marga, "Truus Bos").get_by_text("Alleen informatie")).to_be_visible()
    expect(row(marga, "Truus Bos").get_by_text("tot en met 1 juli 2031")).to_be_visible()
    expect(marga.locator("article.letter").filter(has_text="Truus Bos").locator("svg.qr")).to_be_visible()


def test_the_added_adult_joins_with_that_letter_and_reads(chromium: Browser, marga: Page, school: School) -> None:
    page = open_page(visitor(chromium, PHONE), school.address)
    join(page, school.address, code_of(marga, "Truus Bos"), "truus")
    open_diary(page, school)
    expect(row(marga, "Truus Bos").get_by_text("doet mee")).to_be_visible(timeout=SOON)


def test_every_action_says_beforehand_what_changes(marga: Page) -> None:
    for verb, word in (("Naar een andere groep", "Verplaats"), ("Afschermen", "Afschermen"), ("Van school", "Van")):
        marga.get_by_role("button", name=verb).click()
        sheet = marga.get_by_role("dialog")
        expect(sheet.get_by_role("heading", name="Wat er verandert")).to_be_visible()
        assert sheet.locator(".changes li").count() >= 3
        expect(sheet.get_by_role("button", name=word)).to_be_visible()
        sheet.get_by_role("button", name="Sluiten").click()


def test_a_child_moves_and_moves_back(marga: Page) -> None:
    marga.get_by_role("button", name="Naar een andere groep").click()
    marga.get_by_role("dialog").get_by_text("Groep 5B").click()
    with lasting(marga):
        marga.get_by_role("button", name="Verplaats naar 5B").click()
        expect(marga.get_by_text("5B · nummer 1")).to_be_visible()
        marga.get_by_role("button", name="Ongedaan maken").click()
    expect(marga.get_by_text("3A · nummer 1")).to_be_visible()


def test_an_end_can_be_taken_back_for_a_moment(marga: Page) -> None:
    with lasting(marga):
        end_place(marga, "Truus Bos")
        expect(row(marga, "Truus Bos").get_by_text("wordt beëindigd")).to_be_visible()
        marga.get_by_role("button", name="Ongedaan maken").click()
    expect(row(marga, "Truus Bos").get_by_text("doet mee")).to_be_visible()
    end_place(marga, "Truus Bos")
    expect(row(marga, "Truus Bos").get_by_text("plek beëindigd")).to_be_visible(timeout=SOON)


def test_the_mother_sees_each_change_on_her_phone(anna: Page, school: School) -> None:
    open_diary(anna, school)
    expect(anna.get_by_text("Truus Bos hoort niet meer bij Noor")).to_be_visible(timeout=SOON)
    expect(anna.get_by_text("Truus Bos hoort nu ook bij Noor (Alleen informatie)")).to_be_visible()
    expect(anna.get_by_text("Noor ging naar 5B")).to_be_visible()
    expect(anna.get_by_text("Peter Dam kreeg een nieuwe brief")).to_be_visible()
    expect(anna.locator(".who li").filter(has_text="Jijzelf")).to_be_visible()
    expect(anna.locator(".who li").filter(has_text="kantoor")).to_be_visible()
    expect(anna.locator(".who")).not_to_contain_text("Alleen informatie")


def test_a_protected_child_needs_a_second_person(marga: Page, corrie: Page, school: School) -> None:
    open_child(marga, school, "Sem")
    marga.get_by_role("button", name="Afschermen").click()
    marga.get_by_role("dialog").get_by_role("button", name="Afschermen").click()
    expect(marga.get_by_text("Sem is afgeschermd. Andere")).to_be_visible(timeout=SOON)
    add_adult(marga, "Olga Kuyper", "Gezag", verb="Stel voor")
    expect(row(marga, "Olga Kuyper").get_by_text("wacht op een collega")).to_be_visible()
    assert marga.locator("article.letter").filter(has_text="Olga").count() == 0


def test_a_colleague_consents_and_the_letter_is_made(marga: Page, corrie: Page, school: School) -> None:
    open_child(corrie, school, "Sem")
    row(corrie, "Olga Kuyper").get_by_role("button", name="Instemmen").click()
    corrie.get_by_role("dialog").get_by_role("button", name="Instemmen").click()
    expect(row(corrie, "Olga Kuyper").get_by_text("jij stemde in")).to_be_visible()
    row(marga, "Olga Kuyper").get_by_role("button", name="Maak de brief").click(timeout=SOON)
    expect(row(marga, "Olga Kuyper").get_by_text("brief klaar")).to_be_visible()
    expect(marga.locator("article.letter").filter(has_text="Olga Kuyper")).to_be_visible()


def test_what_waits_for_new_locks_is_done_now(anna: Page, corrie: Page, marga: Page, school: School) -> None:
    for other in (anna, corrie):  # whose apps would do it by themselves, sooner or later
        other.context.close()
    renew_all(marga, school)
    open_child(marga, school, "Daan")
    marga.get_by_role("button", name="Van school").click()
    marga.get_by_role("dialog").get_by_role("button", name="Van school").click()
    expect(marga.get_by_text("Daan is van school")).to_be_visible(timeout=SOON)
    marga.goto(f"{school.address}/people/renewal")
    expect(marga.get_by_role("list", name="Nog niet opnieuw vergrendeld").get_by_text("Daan Smit")).to_be_visible()
    renew_all(marga, school)
    marga.reload()
    expect(marga.get_by_text("Alles is in orde")).to_be_visible(timeout=SOON)


def open_child(page: Page, school: School, sought: str) -> Page:
    """The page of the one child that a search finds."""
    page.goto(f"{school.address}/people")
    page.get_by_label("Zoek een kind of ouder").fill(sought)
    page.locator(".found a").click()
    page.locator(".child-page").wait_for()
    return page


def row(page: Page, name: str) -> Locator:
    """An adult of the child, or a proposal."""
    return page.locator(".adults > li").filter(has_text=name)


def code_of(page: Page, name: str) -> str:
    """The code on somebody's letter."""
    return page.locator("article.letter").filter(has_text=name).locator(".code").inner_text()


def add_adult(page: Page, name: str, role: str, *, until: str = "", verb: str = "Maak de brief") -> None:
    """Fill in the form for one more adult."""
    page.get_by_role("button", name="Volwassene toevoegen").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("Naam", exact=True).fill(name)
    sheet.get_by_role("radio", name=role).check()
    sheet.get_by_label("Tot en met").fill(until)
    sheet.get_by_role("button", name=verb).click()
    expect(sheet).to_have_count(0)


def end_place(page: Page, name: str) -> None:
    """End somebody's place: the button, and the one in the sheet."""
    row(page, name).get_by_role("button", name="Plek beëindigen").click()
    page.get_by_role("dialog").get_by_role("button", name="Plek beëindigen").click()


def renew_all(page: Page, school: School) -> None:
    """Do what waits for new locks."""
    page.goto(f"{school.address}/people/renewal")
    button, nothing = page.get_by_role("button", name="opnieuw"), page.get_by_text("Alles is in orde")
    expect(button.or_(nothing)).to_be_visible(timeout=SOON)
    if button.is_visible():  # else another app did it before: what is written to takes new keys by itself
        button.click()
        expect(page.get_by_text("Klaar. Niemand die weg is")).to_be_visible(timeout=SOON)


def open_diary(page: Page, school: School) -> None:
    """The diary of this person's only child, by the way there is."""
    page.goto(f"{school.address}/diary")
    page.locator(".list a").click()
    expect(page.get_by_role("heading", name="Wie leest mee over Noor")).to_be_visible()
