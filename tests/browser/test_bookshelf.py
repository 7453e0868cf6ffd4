"""The bookshelf in Chromium: a book and its files, who opened them, one for each family, what parents hand in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, go, open_school, screens
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
SOON = 45_000
KEPT = "import('/sync/vault.js').then(({ Vault }) => Vault.open()).then((vault) => vault.keys('files'))"
VAULT = """async () => {
  const vault = await (await import("/sync/vault.js")).Vault.open();
  return (await vault.all("files")).map((one) => new TextDecoder("latin1").decode(one)).join(" ");
}"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A class whose families have joined."""
    opened = open_school(tmp_path_factory.mktemp("bookshelf"))
    settle(opened, "anna", "fatima", "koen")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen."""
    return screens(
        chromium, school, (("anna", PHONE), ("fatima", PHONE), ("koen", PHONE), ("sanne", DESK), ("marga", DESK))
    )


def shelf(page: Page) -> None:
    """Go to the bookshelf."""
    go(page, "Boekenkast")
    expect(page.get_by_role("heading", name="Boekenkast", level=1)).to_be_visible()


def pdf(name: str, text: str = "Kanarie", pages: int = 2) -> Any:
    """A small PDF that a printer program could have made."""
    images = [Image.new("RGB", (300, 420), (250, 240, 200 - 40 * at)) for at in range(pages)]
    file = BytesIO()
    images[0].save(file, "PDF", save_all=True, append_images=images[1:], title=text)
    return {"name": name, "mimeType": "application/pdf", "buffer": file.getvalue()}


def looks(*pages: Page) -> None:
    """No finding of the checks for accessibility, nothing wider than the screen."""
    for page in pages:
        assert (findings(page), fits(page)) == ([], True)


def put(page: Page, *files: Any) -> None:
    """Choose files in the picker on the screen."""
    page.locator(".picker input[multiple]").set_input_files(list(files))


def test_a_book_for_the_class(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    shelf(sanne)
    shelf(anna)
    sanne.get_by_role("link", name="Nieuw boek").click()
    sanne.get_by_role("button", name="gezinnen van 3A").click()
    sanne.get_by_label("Naam van het boek").fill("Werkbladen")
    looks(sanne)
    sanne.get_by_role("button", name="Maak het boek").click()
    expect(sanne.get_by_role("heading", name="Werkbladen")).to_be_visible()
    sanne.get_by_text("Meer keuzes").click()
    sanne.get_by_label("Ik wil zien wie dit geopend heeft").check()
    put(sanne, pdf("tafels.pdf"), pdf("klokkijken.pdf"))
    expect(sanne.get_by_role("link", name="klokkijken")).to_be_visible(timeout=SOON)
    expect(anna.get_by_text("2 nieuw")).to_be_visible(timeout=SOON)
    looks(sanne, anna)


def test_found_by_name_and_opened(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    anna.get_by_role("searchbox").fill("KLOK pdf")
    expect(anna.get_by_text("1 gevonden")).to_be_visible()
    anna.get_by_role("link", name="klokkijken").click()
    expect(anna.get_by_role("heading", name="klokkijken")).to_be_visible()
    expect(anna.get_by_text("juf Sanne kan zien dat je dit geopend hebt")).to_be_visible()
    looks(anna)
    anna.get_by_role("link", name="Terug").click()
    expect(anna.get_by_role("link", name="klokkijken").get_by_text("Nieuw")).to_have_count(0, timeout=SOON)
    expect(anna.get_by_role("link", name="tafels").get_by_text("Nieuw")).to_be_visible()


def test_who_opened_it(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    sanne.get_by_role("link", name="klokkijken").click()
    expect(sanne.get_by_text("Geopend door 1 van 3")).to_be_visible(timeout=SOON)
    sanne.get_by_text("Wie heeft dit geopend?").click()
    expect(sanne.get_by_role("listitem").filter(has_text="Noor")).to_contain_text("Anna")
    looks(sanne)


def test_a_newer_version_and_back_again(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.get_by_role("button", name="Nieuwe versie").click()
    looks(sanne)
    sanne.get_by_label("Kies het nieuwe bestand").set_input_files(pdf("klokkijken-2.pdf"))
    expect(sanne.get_by_role("heading", name="Eerdere versies")).to_be_visible(timeout=SOON)
    expect(anna.get_by_role("link", name="klokkijken").get_by_text("Nieuw")).to_be_visible(timeout=SOON)
    anna.get_by_role("link", name="klokkijken").click()
    expect(anna.get_by_text("klokkijken-2.pdf")).to_be_visible()
    looks(sanne, anna)
    sanne.get_by_role("button", name="Zet deze weer vooraan").click()
    expect(anna.locator(".filepart").first).to_contain_text("klokkijken.pdf", timeout=SOON)


def test_kept_on_this_device_it_opens_without_a_network(pages: dict[str, Page]) -> None:
    """The sealed bytes are in the vault, and nothing of the file in the clear."""
    anna = pages["anna"]
    anna.get_by_role("switch", name="Bewaar op dit apparaat").check()
    anna.wait_for_function(f"{KEPT}.then((kept) => kept.length === 1)")
    assert "%PDF" not in anna.evaluate(VAULT)
    anna.context.set_offline(True)
    with anna.expect_download() as saving:
        anna.get_by_role("button", name="klokkijken.pdf opslaan").click()
    assert Path(saving.value.path()).read_bytes().startswith(b"%PDF")
    anna.context.set_offline(False)
    anna.get_by_role("switch", name="Bewaar op dit apparaat").uncheck()
    anna.wait_for_function(f"{KEPT}.then((kept) => kept.length === 0)")


def test_a_pdf_is_looked_at_inside_the_app(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    anna.locator(".filepart .open").first.click()
    expect(anna.get_by_text("2 bladzijden")).to_be_visible(timeout=30_000)
    expect(anna.frame_locator("dialog iframe").locator("main[data-drawn]")).to_have_count(1, timeout=30_000)
    anna.get_by_role("button", name="Sluiten").click()
    expect(anna.locator("iframe")).to_have_count(0)


def test_each_family_gets_its_own(pages: dict[str, Page]) -> None:
    """Two are found by name, one is chosen by hand; the others' files never reach a parent's browser."""
    sanne, fatima = pages["sanne"], pages["fatima"]
    shelf(fatima)
    shelf(sanne)
    sanne.get_by_role("link", name="Bestand per gezin").click()
    put(sanne, pdf("Rapport Noor Vinkelaar.pdf"), pdf("sijsjesmeer_mila.pdf"), pdf("scan0042.pdf"))
    expect(sanne.get_by_text("Van 1 bestand weten we niet")).to_be_visible()
    sanne.get_by_label("Gezin voor scan0042.pdf").select_option("Yara Kwartelhof")
    sanne.get_by_label("Naam voor alle bestanden").fill("Rapport februari")
    looks(sanne)
    sanne.get_by_role("button", name="Verstuur 3 bestanden aan 3 gezinnen").click()
    expect(sanne.get_by_text("3 van 3 aangekomen")).to_be_visible(timeout=40_000)
    fatima.get_by_role("link", name="Rapport februari").click(timeout=SOON)
    expect(fatima.get_by_text("sijsjesmeer_mila.pdf")).to_be_visible()
    looks(fatima)
    shelf(fatima)
    for word, found in (("sijsjesmeer", "1 gevonden"), ("Vinkelaar", "Niets gevonden"), ("scan", "Niets gevonden")):
        fatima.get_by_role("searchbox").fill(word)
        expect(fatima.get_by_text(found)).to_be_visible()


def test_parents_hand_in_what_is_asked(pages: dict[str, Page]) -> None:
    sanne, fatima, koen = pages["sanne"], pages["fatima"], pages["koen"]
    shelf(koen)
    shelf(sanne)
    sanne.get_by_role("link", name="Vraag een bestand").click()
    sanne.get_by_label("Wat vraag je?").fill("Zwemdiploma")
    looks(sanne)
    sanne.get_by_role("button", name="Vraag het aan de ouders").click()
    shelf(fatima)
    fatima.get_by_role("link", name="Lever in voor Mila").click(timeout=SOON)
    photo = BytesIO()
    Image.new("RGB", (800, 600), "navy").save(photo, "JPEG")
    put(fatima, {"name": "diploma.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()})
    looks(fatima)
    fatima.get_by_role("button", name="Lever in", exact=True).click()
    expect(sanne.get_by_text("1 van 3 ingeleverd")).to_be_visible(timeout=SOON)
    expect(koen.get_by_text("Ingeleverd").first).to_be_visible(timeout=SOON)
    assert "diploma.jpg" not in koen.content()
    looks(fatima, koen)


def test_the_others_are_reminded_and_it_can_be_taken_back(pages: dict[str, Page]) -> None:
    sanne, fatima = pages["sanne"], pages["fatima"]
    sanne.get_by_role("link", name="Wie heeft ingeleverd?").click()
    expect(sanne.get_by_text("diploma.jpg")).to_be_visible()
    looks(sanne)
    sanne.get_by_role("button", name="Herinner 2 gezinnen").click()
    expect(sanne.get_by_text("De herinnering is op weg")).to_be_visible()
    fatima.get_by_role("button", name="Haal terug").click()
    expect(sanne.get_by_text("0 van 3 ingeleverd")).to_be_visible(timeout=SOON)


def test_a_child_s_own_book(pages: dict[str, Page]) -> None:
    """Koen puts a photo of work in Mila's book; her mother and her teacher see it there, and its picture opens."""
    koen, fatima = pages["koen"], pages["fatima"]
    shelf(koen)
    koen.get_by_role("link", name="Boek van Mila").click()
    picture = BytesIO()
    Image.new("RGB", (900, 700), "teal").save(picture, "PNG")
    put(koen, {"name": "vogelhuisje.png", "mimeType": "image/png", "buffer": picture.getvalue()})
    expect(koen.get_by_role("link", name="vogelhuisje")).to_be_visible(timeout=SOON)
    looks(koen)
    shelf(fatima)
    fatima.get_by_role("link", name="Boek van Mila").click()
    fatima.get_by_role("link", name="vogelhuisje").click(timeout=SOON)
    fatima.locator(".filepart .open").click()
    expect(fatima.get_by_role("img", name="vogelhuisje.jpg")).to_be_visible(timeout=SOON)
    fatima.keyboard.press("Escape")


def test_taken_off_the_shelf(pages: dict[str, Page]) -> None:
    """There is a way back for a moment; then it is gone for everybody."""
    sanne, anna = pages["sanne"], pages["anna"]
    shelf(sanne)
    shelf(anna)
    sanne.get_by_role("link", name="Werkbladen").click()
    sanne.get_by_role("button", name="Meer mogelijkheden").click()
    sanne.get_by_role("menuitem", name="Verwijder dit boek").click()
    expect(anna.get_by_role("link", name="Werkbladen")).to_have_count(0, timeout=SOON)
    expect(sanne.get_by_role("link", name="Werkbladen")).to_have_count(0)
