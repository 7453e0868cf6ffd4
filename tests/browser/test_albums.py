"""The forest in Chromium: sent by juf Sanne, marked, published; looked at and saved by parents; taken back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from server.sample.drawing import FOREST, draw
from sync.client import consents
from sync.client.session import Session
from tests.browser.axe import findings, fits
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, go, open_school, screens

pytestmark = [pytest.mark.browser]
COUNT = 8
LONG = 45_000
GPS = 0x8825
DAYS = ["2027-06-14", "2027-06-15", "2027-07-31", "2027-08-01"]
ASKED = """async (days) => {
  const { due } = await import("/modules/albums/year.js");
  const { session } = await import("/ui/state.js");
  return days.map((day) => due(session.value, Date.parse(`${day}T10:00:00Z`)).length);
}"""


@pytest.fixture(scope="module")
def cast(school: School) -> dict[str, Session]:
    """The class; Noor's and Yara's guardians have said yes to albums."""
    people = settle(school, "anna", "fatima", "omar")
    marga = people["marga"]
    for item in [one for one in marga.replica.of_kind("pupil") if one.body["first"] in ("Noor", "Yara")]:
        for seat in consents.custody(marga, item.body["child"]):
            consents.enter(marga, item.body["child"], seat, {"album": 1})
    return people


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A school of this file."""
    opened = open_school(tmp_path_factory.mktemp("albums"), packed=False)
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Files as a camera writes them: large, with the place where they were made."""
    folder, made = tmp_path_factory.mktemp("camera"), []
    for number in range(COUNT):
        path = folder / f"IMG_{number}.JPG"
        path.write_bytes(draw(FOREST, number, number % 3)[0])
        with Image.open(path) as image:
            exif = image.getexif()
            exif.get_ifd(GPS).update({1: "N", 2: (52.0, 22.0, 3.0)})
            image.save(path, "JPEG", exif=exif)
        made.append(str(path))
    return made


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School, cast: dict[str, Session]) -> dict[str, Page]:
    """Everybody's open screen."""
    return screens(chromium, school, (("anna", PHONE), ("fatima", PHONE), ("sanne", DESK)))


def albums(page: Page) -> None:
    """Go to the module."""
    go(page, "Foto's")
    expect(page.get_by_role("heading", name="Foto's", level=1)).to_be_visible()


def looks_well(*pages: Page) -> None:
    """Nothing for axe to find, nothing wider than the screen."""
    for page in pages:
        assert (findings(page), fits(page)) == ([], True)


def choose(page: Page, *places: int) -> None:
    """Tap photos."""
    for at in places:
        page.locator(".tile").nth(at).click()


def mark(page: Page, *firsts: str) -> None:
    """Say who is on the photos that are chosen."""
    page.get_by_role("button", name="Wie staan erop?").click()
    for first in firsts:
        page.get_by_role("dialog").get_by_role("button", name=first).click()
    looks_well(page)
    page.get_by_role("button", name="Bewaren").click()


def test_many_photos_at_once_into_a_draft(pages: dict[str, Page], photos: list[str]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    albums(anna)
    expect(anna.get_by_text("Nog geen albums")).to_be_visible()
    albums(sanne)
    looks_well(anna, sanne)
    sanne.get_by_role("link", name="Nieuw album").click()
    sanne.get_by_label("Hoe heet het album?").fill("Naar het bos")
    looks_well(sanne)
    sanne.get_by_role("button", name="Maak het album").click()
    sanne.get_by_label("Kies foto's of video's").set_input_files(photos)
    expect(sanne.locator(".tile")).to_have_count(COUNT, timeout=60_000)
    expect(sanne.locator(".uploadbar")).to_have_count(0, timeout=LONG)
    expect(sanne.get_by_text("Alleen jij ziet deze foto's")).to_be_visible()
    looks_well(sanne)
    expect(anna.get_by_text("Nog geen albums")).to_be_visible()


def test_a_photo_of_a_child_without_consent_gets_a_badge(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    choose(sanne, 0, 2)
    mark(sanne, "Mila")
    expect(sanne.get_by_text("2 foto's blijven hier staan")).to_be_visible(timeout=LONG)
    expect(sanne.locator(".tile .sign")).to_have_count(2)
    choose(sanne, 1, 3, 4)
    mark(sanne, "Noor")
    expect(sanne.locator(".tile .sign")).to_have_count(5, timeout=LONG)
    looks_well(sanne)


def test_published_it_is_on_every_open_screen(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.get_by_role("button", name="Plaats foto's").click()
    expect(sanne.get_by_text("Bereikt 5 mensen in 3 gezinnen")).to_be_visible()
    expect(sanne.get_by_role("button", name="Plaats 6 foto's")).to_be_disabled()
    sanne.get_by_role("checkbox").check()
    looks_well(sanne)
    sanne.get_by_role("button", name="Plaats 6 foto's").click()
    anna.get_by_role("link", name="Naar het bos").click(timeout=LONG)
    expect(anna.locator(".tile .drawn")).to_have_count(6, timeout=LONG)
    expect(anna.get_by_text("Mila")).to_have_count(0)
    looks_well(anna, sanne)


def test_a_parent_looks_and_knows_which_are_of_their_child(pages: dict[str, Page]) -> None:
    """Arrows, and the words under it; Mila's mother is not told that Noor is on it."""
    anna, fatima = pages["anna"], pages["fatima"]
    choose(anna, 0)
    expect(anna.get_by_text("1 van 6")).to_be_visible()
    expect(anna.get_by_text("Hierop: Noor")).to_be_visible()
    looks_well(anna)
    anna.keyboard.press("End")
    expect(anna.get_by_text("6 van 6")).to_be_visible()
    anna.keyboard.press("Escape")
    albums(fatima)
    fatima.get_by_role("link", name="Naar het bos").click()
    choose(fatima, 0)
    expect(fatima.get_by_text("1 van 6")).to_be_visible()
    expect(fatima.get_by_text("Hierop")).to_have_count(0)
    fatima.keyboard.press("Escape")


def test_all_photos_in_one_file_and_the_teacher_knows(pages: dict[str, Page]) -> None:
    anna, sanne = pages["anna"], pages["sanne"]
    with anna.expect_download() as saving:
        anna.get_by_role("button", name="Sla alle 6 foto's op").click()
    assert saving.value.suggested_filename == "Naar het bos.zip"
    with zipfile.ZipFile(Path(saving.value.path())) as made:
        assert sorted(made.namelist()) == [f"{number}.jpg" for number in range(1, 7)]
        for name in made.namelist():
            with Image.open(made.open(name)) as image:
                assert dict(image.getexif()) == {}
    summary = sanne.get_by_text("1 ouder heeft foto's opgeslagen")
    summary.click(timeout=LONG)
    expect(sanne.get_by_text("Anna")).to_be_visible()
    looks_well(sanne)


def test_only_ones_own_child_may_be_saved(pages: dict[str, Page]) -> None:
    sanne, anna, fatima = (pages[name] for name in ("sanne", "anna", "fatima"))
    sanne.get_by_role("button", name="Meer").last.click()
    sanne.get_by_role("menuitem", name="Album wijzigen").click()
    sanne.get_by_label("Alleen foto's van het eigen kind").check()
    sanne.get_by_role("button", name="Bewaren").click()
    expect(anna.get_by_role("button", name="Sla 3 foto's van je kind op")).to_be_visible(timeout=LONG)
    expect(fatima.get_by_text("Je kunt hier foto's opslaan waar je eigen kind op staat")).to_be_visible(timeout=LONG)
    choose(fatima, 0)
    expect(fatima.get_by_text("1 van 6")).to_be_visible()
    expect(fatima.get_by_role("button", name="Opslaan")).to_have_count(0)
    fatima.keyboard.press("Escape")


def test_order_caption_and_cover(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.get_by_role("button", name="Kies foto's", exact=True).click()
    choose(sanne, 5)
    pick(sanne, "Bijschrift")
    sanne.get_by_label("Wat is er te zien?").fill("Een hut die bijna af is")
    looks_well(sanne)
    sanne.get_by_role("button", name="Bewaren").click()
    pick(sanne, "Zet vooraan")
    expect(anna.locator(".tile").first).to_contain_text("Een hut die bijna af is", timeout=LONG)
    pick(sanne, "Maak dit de omslag")
    expect(sanne.locator(".tile").first).to_contain_text("Een hut die bijna af is", timeout=LONG)
    choose(anna, 0)
    expect(anna.locator(".viewer footer")).to_contain_text("Een hut die bijna af is")
    anna.keyboard.press("Escape")
    choose(sanne, 0)


def pick(page: Page, name: str) -> None:
    """From the menu of what is chosen."""
    page.locator(".album-bar").get_by_role("button", name="Meer").click()
    page.get_by_role("menuitem", name=name).click()


def test_a_child_without_consent_seen_afterwards_takes_the_photo_off_the_page(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    choose(sanne, 1)
    sanne.get_by_role("button", name="Wie staan erop?").click()
    sanne.get_by_role("dialog").get_by_role("button", name="Mila").click()
    expect(sanne.get_by_text("gaan meteen van de pagina af")).to_be_visible()
    sanne.get_by_role("button", name="Bewaren").click()
    expect(anna.locator(".tile")).to_have_count(5, timeout=LONG)
    sanne.get_by_role("link", name="Foto's toevoegen").click()
    expect(sanne.locator(".tile")).to_have_count(3, timeout=LONG)


def test_found_by_its_title_and_asked_for_in_june(pages: dict[str, Page]) -> None:
    """Today asks from 15 June; what was saved already is not asked for."""
    fatima = pages["fatima"]
    assert fatima.evaluate(ASKED, DAYS) == [0, 0, 0, 0], "nothing of Mila's may be saved"
    sanne = pages["sanne"]
    sanne.get_by_role("link", name="Wijzigen").click()
    sanne.get_by_label("Alle foto's").check()
    sanne.get_by_role("button", name="Bewaren").click()
    albums(fatima)
    fatima.get_by_role("link", name="Foto's van dit jaar bewaren").click()
    expect(fatima.get_by_role("button", name="Sla alle 5 foto's op").first).to_be_visible(timeout=LONG)
    assert fatima.evaluate(ASKED, DAYS) == [0, 1, 1, 0]
    looks_well(fatima)
    with fatima.expect_download() as saving:
        fatima.get_by_role("button", name="Sla alle 5 foto's op").first.click()
    assert saving.value.suggested_filename == "Foto's van school.zip"
    expect(fatima.get_by_text("al bewaard")).to_be_visible(timeout=LONG)
    assert fatima.evaluate(ASKED, DAYS) == [0, 0, 0, 0]


def test_deleted_it_is_gone_on_every_screen(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    albums(sanne)
    sanne.locator(".album-cover").last.click()
    sanne.get_by_role("button", name="Meer").last.click()
    sanne.get_by_role("menuitem", name="Album verwijderen").click()
    sanne.get_by_role("button", name="Ja, verwijder het album").click()
    expect(anna.get_by_text("Dit album is er niet meer")).to_be_visible(timeout=LONG)
    albums(sanne)
    expect(sanne.get_by_text("Nog geen albums")).to_be_visible(timeout=LONG)
