"""The story of the first school, walked in Chromium: from the founding link to news on a parent's open phone.

One school for the whole file; the tests run in order and each is one step of the story.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.school import DESK, PHONE, School, join, keep_paper, lasting, make_login, open_page, screen, visitor

pytestmark = [pytest.mark.browser]
ROSTER = """leerlingnummer;roepnaam;voorvoegsel;achternaam;groep;ouder1 roepnaam;ouder1 achternaam;ouder2 roepnaam
1;Noor;van;Dam;3A;Anna;de Vries;Peter
2;Daan;;Smit;5B;Jeroen;Smit;
3;Kapot;;;3A;Niemand;Hier;
"""


class Cast:
    """The people of this story, each with a page of their own, as far as they have come in."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.tokens: dict[str, str] = {}
        self.sheets: dict[str, str] = {}


@pytest.fixture(scope="module")
def cast() -> Cast:
    return Cast()


def test_the_first_admin_founds_the_school(chromium: Browser, school: School, cast: Cast) -> None:
    page = open_page(visitor(chromium, DESK), f"{school.address}/found#{school.secret}")
    make_login(page, "marga", "Richt de school op")
    cast.sheets["root"] = keep_paper(page)
    cast.sheets["marga"] = keep_paper(page)
    cast.tokens["second admin"] = keep_paper(page)
    expect(page.get_by_role("heading", name="Goede")).to_be_visible()
    assert school.secret not in page.url
    cast.pages["marga"] = page


def test_the_office_imports_the_roster_and_sees_the_bad_row(school: School, cast: Cast, tmp_path: Path) -> None:
    page = cast.pages["marga"]
    file = tmp_path / "leerlingen.csv"
    file.write_text(ROSTER, encoding="cp1252")
    page.get_by_role("link", name="Mensen").click()
    page.get_by_role("link", name="Leerlingen inlezen").first.click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("regel 4")).to_be_visible()
    page.get_by_role("button", name="Maak 2 kinderen").click()
    expect(page.get_by_text("Klaar. De brieven kunnen")).to_be_visible()


def test_importing_again_changes_nothing(cast: Cast, tmp_path: Path) -> None:
    page = cast.pages["marga"]
    file = tmp_path / "leerlingen.csv"
    file.write_text(ROSTER, encoding="utf-8-sig")
    page.reload()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Alles is al ingelezen")).to_be_visible()
    expect(page.get_by_role("button", name="Maak 0")).to_be_disabled()


def test_the_office_makes_letters_for_families_and_a_teacher(cast: Cast) -> None:
    page = cast.pages["marga"]
    page.get_by_role("link", name="Team").click()
    page.get_by_label("Naam, zoals ouders die kennen").fill("juf Sanne")
    page.get_by_role("button", name="3A").click()
    page.get_by_role("button", name="Maak een brief").click()
    expect(page.get_by_text("Toegevoegd. De brief staat bij Brieven.")).to_be_visible()
    page.get_by_role("link", name="Brieven").click()
    for group in ("3A", "5B"):
        page.get_by_role("button", name=group, exact=True).click()
    for who in ("juf Sanne", "Anna de Vries", "Jeroen Smit"):
        letter = page.locator("article.letter").filter(has_text=who)
        expect(letter.locator("svg.qr")).to_be_visible()
        cast.tokens[who] = letter.locator(".code").inner_text()


def test_a_typing_error_is_named_by_its_group(chromium: Browser, school: School, cast: Cast) -> None:
    token = cast.tokens["Anna de Vries"]
    wrong = token[:6] + ("7" if token[6] != "7" else "8") + token[7:]
    page = open_page(visitor(chromium, PHONE), f"{school.address}/join")
    page.get_by_label("Code van de brief").fill(wrong.lower())
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("In groepje 2 staat een typefout")).to_be_visible()


def test_the_teacher_joins_and_posts_last_weeks_news(chromium: Browser, school: School, cast: Cast) -> None:
    page = open_page(visitor(chromium, DESK), school.address)
    join(page, school.address, cast.tokens["juf Sanne"], "sanne")
    cast.pages["sanne"] = page
    write(page, "Vorige week", "Dit stond er al.")


def test_a_parent_scans_the_letter_and_reads_last_weeks_news_at_once(
    chromium: Browser, school: School, cast: Cast
) -> None:
    page = open_page(visitor(chromium, PHONE), school.address)
    cast.sheets["anna"] = join(page, school.address, cast.tokens["Anna de Vries"], "anna")
    expect(page.get_by_role("heading", name="Vorige week")).to_be_visible()
    cast.pages["anna"] = page
    other = open_page(visitor(chromium, PHONE), school.address)
    join(other, school.address, cast.tokens["Jeroen Smit"], "jeroen")
    expect(other.get_by_text("Alles is rustig")).to_be_visible()
    cast.pages["jeroen"] = other


def test_news_stands_on_the_open_phone_unread_mark_and_all(cast: Cast) -> None:
    sanne, anna = cast.pages["sanne"], cast.pages["anna"]
    write(sanne, "Luizencontrole", "Morgen is er luizencontrole.", confirm=True)
    card = anna.locator("article.post.unread").filter(has_text="Luizencontrole")
    card.wait_for()
    expect(card.get_by_text("Nieuw", exact=True)).to_be_visible()
    assert "Luizencontrole" not in cast.pages["jeroen"].content()


def test_who_sees_this_names_the_families_and_the_team(cast: Cast) -> None:
    anna = cast.pages["anna"]
    anna.locator("article.post").filter(has_text="Luizencontrole").locator(".readers").click()
    sheet = anna.get_by_role("dialog")
    expect(sheet.get_by_text("gezinnen van 3A")).to_be_visible()
    expect(sheet.get_by_text("leerkrachten 3A")).to_be_visible()
    sheet.get_by_role("button", name="Sluiten").click()


def test_the_parent_confirms_and_the_teacher_sees_it_by_family(cast: Cast) -> None:
    anna, sanne = cast.pages["anna"], cast.pages["sanne"]
    anna.get_by_role("link", name="Luizencontrole").click()
    anna.get_by_role("button", name="Gelezen").click()
    expect(anna.get_by_text("Je hebt laten weten")).to_be_visible()
    sanne.get_by_role("link", name="Luizencontrole").click()
    expect(sanne.get_by_text("1 van 1 gezinnen hebben bevestigd")).to_be_visible()


def test_an_edit_is_marked_and_a_deletion_is_gone(cast: Cast) -> None:
    sanne, anna = cast.pages["sanne"], cast.pages["anna"]
    sanne.get_by_role("link", name="Wijzigen").click()
    sanne.get_by_label("Kop").fill("Luizencontrole om 9 uur")
    sanne.get_by_role("button", name="Bewaren").click()
    expect(anna.get_by_role("heading", name="Luizencontrole om 9 uur")).to_be_visible()
    expect(anna.get_by_text("gewijzigd").first).to_be_visible()
    with lasting(sanne):
        sanne.get_by_role("button", name="Verwijderen").click()
        sanne.get_by_role("button", name="Ongedaan maken").click()
    expect(sanne.get_by_role("link", name="Luizencontrole om 9 uur")).to_be_visible()
    sanne.get_by_role("link", name="Luizencontrole om 9 uur").click()
    sanne.get_by_role("button", name="Verwijderen").click()
    expect(anna.get_by_role("heading", name="Dit bericht is er niet meer")).to_be_visible()


def test_what_is_written_offline_is_sent_when_the_network_returns(cast: Cast, school: School) -> None:
    sanne, anna = cast.pages["sanne"], cast.pages["anna"]
    anna.goto(school.address)
    sanne.context.set_offline(True)
    write(sanne, "In de tunnel", "Geschreven zonder verbinding.")
    expect(sanne.get_by_role("status").filter(has_text="wacht op verbinding")).to_be_visible()
    expect(anna.get_by_role("heading", name="Vorige week")).to_be_visible()
    seen: list[str] = []
    sanne.on("requestfinished", lambda request: seen.append("synced") if "/api/sync" in request.url else None)
    sanne.on("request", lambda request: seen.append("sent") if "/api/entries" in request.url else None)
    sanne.context.set_offline(False)
    expect(anna.get_by_role("heading", name="In de tunnel")).to_be_visible(timeout=40_000)
    assert seen[:2] == ["synced", "sent"], "what others changed meanwhile comes first"


def test_what_was_read_once_can_be_read_without_the_server(cast: Cast, school: School) -> None:
    anna = cast.pages["anna"]
    anna.reload()
    expect(anna.get_by_role("heading", name="Vorige week")).to_be_visible()
    anna.wait_for_function("navigator.serviceWorker.controller !== null")
    anna.reload()
    school.pause()
    try:
        anna.reload()
        expect(anna.get_by_role("heading", name="Vorige week")).to_be_visible()
        expect(anna.get_by_text("Geen verbinding")).to_be_visible()
    finally:
        school.start()


def test_a_second_device_signs_in_and_is_signed_out_from_the_first(
    chromium: Browser, school: School, cast: Cast
) -> None:
    second = screen(chromium, DESK, school.address, "anna")
    expect(second.get_by_role("heading", name="Vorige week")).to_be_visible()
    first = cast.pages["anna"]
    first.goto(f"{school.address}/more")
    first.locator(".devices").get_by_role("button", name="Afmelden").first.click()
    expect(second.get_by_role("button", name="Aanmelden")).to_be_visible()
    assert kept(second) == 0


def test_signing_out_wipes_this_browser_and_the_sheet_opens_it_again(cast: Cast, school: School) -> None:
    anna = cast.pages["anna"]
    anna.goto(f"{school.address}/more")
    anna.get_by_role("button", name="Afmelden").last.click()
    anna.get_by_role("button", name="Wachtwoord vergeten").click()
    assert kept(anna) == 0
    anna.get_by_label("Inlognaam").fill("anna")
    anna.get_by_label("Code van je herstelblad").fill(cast.sheets["anna"])
    anna.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(anna.get_by_role("heading", name="Nieuw herstelblad")).to_be_visible()
    anna.get_by_role("link", name="Vandaag").click()
    expect(anna.get_by_role("heading", name="Vorige week")).to_be_visible()


def write(page: Page, title: str, text: str, *, confirm: bool = False) -> None:
    """Write news to group 3A."""
    page.get_by_role("link", name="Nieuws", exact=False).last.click()
    page.get_by_role("link", name="Nieuws schrijven").click()
    page.get_by_role("button", name="3A", exact=True).first.click()
    page.get_by_label("Kop").fill(title)
    page.get_by_label("Bericht").fill(text)
    if confirm:
        page.get_by_text("Meer keuzes").click()
        page.get_by_label("Vraag of iedereen het gelezen heeft").check()
    page.get_by_role("button", name="Plaats bericht").click()
    expect(page.get_by_role("heading", name="Nieuws", exact=True)).to_be_visible()


def kept(page: Page) -> int:
    """How many things this browser still keeps of Kring."""
    return int(
        page.evaluate(
            """async () => {
              const open = indexedDB.open("kring");
              await new Promise((done) => (open.onsuccess = done));
              const database = open.result;
              const counts = await Promise.all([...database.objectStoreNames].map((name) => new Promise((done) => {
                const request = database.transaction(name).objectStore(name).count();
                request.onsuccess = () => done(request.result);
              })));
              database.close();
              return counts.reduce((sum, count) => sum + count, 0);
            }"""
        )
    )


def test_who_has_left_reads_nothing_new(cast: Cast, school: School) -> None:
    marga, jeroen, sanne = cast.pages["marga"], cast.pages["jeroen"], cast.pages["sanne"]
    marga.goto(f"{school.address}/people")
    marga.get_by_role("button", name="Laat alles zien").last.click()
    marga.get_by_role("row").filter(has_text="Jeroen Smit").get_by_role("button", name="Plek beëindigen").click()
    expect(marga.get_by_text("De plek is beëindigd")).to_be_visible()
    expect(jeroen.get_by_role("navigation")).to_be_visible()
    marga.goto(f"{school.address}/news/new")
    marga.get_by_role("button", name="alle gezinnen").click()
    marga.get_by_label("Kop").fill("Na het vertrek")
    marga.get_by_label("Bericht").fill("Dit is van later.")
    marga.get_by_role("button", name="Plaats bericht").click()
    # the server was restarted before: a browser knocks again later and later
    expect(sanne.get_by_text("Na het vertrek").first).to_be_visible(timeout=75_000)
    jeroen.reload()
    assert "Na het vertrek" not in jeroen.content()
