"""Files in news and messages, in Chromium: from a desk to a phone, in a tunnel, and after a reload."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from server.sample.drawing import FOREST, draw
from tests.browser.axe import findings, fits
from tests.browser.families import settle
from tests.browser.filepage import says, until_sent
from tests.browser.school import DESK, PHONE, School, go, open_page, open_school, sign_in, visitor

pytestmark = [pytest.mark.browser]
PEOPLE = {"sanne": DESK, "anna": PHONE, "fatima": PHONE}
WAIT = 45_000


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A class whose families have joined."""
    opened = open_school(tmp_path_factory.mktemp("attachments"), packed=False)
    settle(opened, "anna", "fatima")
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen; the parents' have a camera button, as phones do."""
    found = {}
    for name, size in PEOPLE.items():
        phone = size is PHONE
        context = visitor(chromium, size, has_touch=phone, is_mobile=phone, service_workers="block")
        found[name] = open_page(context, school.address)
        sign_in(found[name], name)
    return found


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three photos with what a camera writes beside them, and a PDF."""
    folder = tmp_path_factory.mktemp("chosen")
    for at in range(3):
        image, exif = Image.open(BytesIO(draw(FOREST, at, 2)[0])), Image.Exif()
        exif[0x010E] = "kanarie"
        image.save(folder / f"bos-{at}.jpg", exif=exif)
    pdf = FPDF()
    pdf.add_page()
    pdf.output(str(folder / "Programma.pdf"))
    return sorted(folder.iterdir(), key=lambda path: (path.suffix, path.name))


def choose(page: Page, *files: Path) -> None:
    """Choose files and wait until they are ready."""
    before = page.locator(".attach-list > li").count()
    page.locator(".picker input[type=file]").first.set_input_files(files)
    expect(page.locator(".attach-list > li:not(.bone)")).to_have_count(before + len(files), timeout=WAIT)


def test_three_photos_and_a_pdf_survive_a_reload_and_a_tunnel(pages: dict[str, Page], chosen: list[Path]) -> None:
    sanne = pages["sanne"]
    go(sanne, "Nieuws")
    sanne.get_by_role("link", name="Nieuws schrijven").click()
    sanne.get_by_role("button", name="3A").click()
    sanne.get_by_label("Kop").fill("Het bos in")
    choose(sanne, *chosen)
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.reload()
    expect(sanne.locator(".attach-list > li")).to_have_count(4, timeout=WAIT)
    sanne.context.set_offline(True)
    sanne.get_by_role("button", name="Plaats bericht").click()
    says(sanne, "Geen verbinding")
    expect(sanne.locator(".coming-post")).to_contain_text("Wordt verstuurd")
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.context.set_offline(False)
    until_sent(sanne)
    expect(sanne.locator(".coming-post")).to_have_count(0)


def test_they_open_on_a_parents_phone(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    go(anna, "Nieuws")
    expect(anna.get_by_text("Foto's en bestanden: 4")).to_be_visible(timeout=WAIT)
    assert (findings(anna), fits(anna)) == ([], True)
    anna.get_by_role("link", name="Het bos in").click()
    expect(anna.locator(".attached .tile .drawn")).to_have_count(3, timeout=WAIT)
    expect(anna.get_by_text("Programma.pdf")).to_be_visible()
    assert (findings(anna), fits(anna)) == ([], True)
    anna.locator(".attached .tile").nth(1).click()
    expect(anna.get_by_role("dialog", name="Foto's")).to_contain_text("2 van 3")
    anna.keyboard.press("Escape")


def test_what_arrives_is_the_picture_without_what_the_camera_wrote(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    anna.locator(".attached .tile").first.click()
    with anna.expect_download(timeout=WAIT) as saved:
        anna.get_by_role("dialog").get_by_role("button", name="Opslaan").click(timeout=WAIT)
    image = Image.open(saved.value.path())
    assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (1200, 900), {})
    anna.keyboard.press("Escape")


def test_all_of_them_as_one_file(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    with anna.expect_download(timeout=WAIT) as saved:
        anna.get_by_role("button", name="Alles opslaan").click()
    data = saved.value.path().read_bytes()
    assert saved.value.suggested_filename == "Het bos in.zip"
    assert all(name in data for name in (b"bos-0.jpg", b"bos-2.jpg", b"Programma.pdf"))


def test_an_edit_lets_one_go(pages: dict[str, Page]) -> None:
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.get_by_role("link", name="Het bos in").click()
    sanne.get_by_role("link", name="Wijzigen").click()
    sanne.get_by_role("button", name="bos-1.jpg weghalen").click()
    sanne.get_by_role("button", name="Bewaren").click()
    expect(anna.locator(".attached .tile")).to_have_count(2, timeout=WAIT)


def test_the_search_finds_the_name_of_a_file(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    found = anna.evaluate("""async () => {
      const { namesOf } = await import("/ui/files.js");
      const { posts } = await import("/modules/news/model.js");
      const { session } = await import("/ui/state.js");
      return namesOf(posts(session.value)[0].files);
    }""")
    assert found == "bos-0.jpg bos-2.jpg Programma.pdf"


def test_a_photo_with_one_thumb(pages: dict[str, Page], chosen: list[Path]) -> None:
    """Choose, send. Without a network it stands there as on its way."""
    anna, sanne = pages["anna"], pages["sanne"]
    go(anna, "Berichten")
    anna.get_by_role("link", name="Nieuw bericht").click()
    anna.locator(".partner").filter(has_text="Leerkrachten van 3A").click()
    choose(anna, chosen[0])
    assert (findings(anna), fits(anna)) == ([], True)
    anna.get_by_role("button", name="Verstuur aan").click()
    expect(anna.locator(".bubble .shot .drawn")).to_be_visible(timeout=WAIT)
    anna.context.set_offline(True)
    choose(anna, chosen[1], chosen[3])
    expect(anna.locator(".composer .for-touch")).to_be_visible()
    anna.get_by_role("button", name="Verstuur", exact=True).click()
    expect(anna.locator(".bubble.waiting")).to_contain_text("Wordt verstuurd")
    assert (findings(anna), fits(anna)) == ([], True)
    anna.context.set_offline(False)
    until_sent(anna)
    expect(anna.locator(".bubble.waiting")).to_have_count(0, timeout=WAIT)
    expect(anna.locator(".bubble")).to_have_count(2)
    assert sanne.locator(".bubble").count() == 0


def test_what_waits_can_be_stopped(pages: dict[str, Page], chosen: list[Path]) -> None:
    anna = pages["anna"]
    anna.context.set_offline(True)
    choose(anna, chosen[2])
    anna.get_by_role("button", name="Verstuur", exact=True).click()
    anna.locator(".bubble.waiting").get_by_role("button", name="Niet versturen").click()
    expect(anna.locator(".bubble.waiting")).to_have_count(0)
    anna.context.set_offline(False)
    expect(anna.locator(".bubble")).to_have_count(2)


def test_news_that_is_stopped_is_a_draft_again(pages: dict[str, Page], chosen: list[Path]) -> None:
    sanne = pages["sanne"]
    go(sanne, "Nieuws")
    sanne.context.set_offline(True)
    sanne.get_by_role("link", name="Nieuws schrijven").click()
    sanne.get_by_role("button", name="3A").click()
    sanne.get_by_label("Kop").fill("Nog niet klaar")
    choose(sanne, chosen[2])
    sanne.get_by_role("button", name="Plaats bericht").click()
    sanne.locator(".coming-post").get_by_role("button", name="Niet versturen").click()
    expect(sanne.locator(".coming-post")).to_have_count(0)
    sanne.context.set_offline(False)
    sanne.get_by_role("link", name="Nieuws schrijven").click()
    expect(sanne.get_by_label("Kop")).to_have_value("Nog niet klaar")
    expect(sanne.locator(".attach-list > li")).to_have_count(0)


def test_an_edited_message_loses_its_photo(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    anna.locator(".bubble").first.get_by_role("button", name="Meer over dit bericht").click()
    anna.get_by_role("menuitem", name="Wijzigen").click()
    sheet = anna.get_by_role("dialog")
    sheet.get_by_label("Je bericht").fill("Toch zonder foto")
    assert (findings(anna), fits(anna)) == ([], True)
    sheet.get_by_role("button", name="bos-0.jpg weghalen").click()
    sheet.get_by_role("button", name="Bewaren").click()
    changed = anna.locator(".bubble").filter(has_text="Toch zonder foto")
    expect(changed).to_be_visible(timeout=WAIT)
    expect(changed.locator(".shot")).to_have_count(0)


def test_a_file_is_asked_and_given(pages: dict[str, Page], chosen: list[Path]) -> None:
    """A form with a PDF beside it asks for a photo; what Anna gives is seen by who asked."""
    sanne, anna = pages["sanne"], pages["anna"]
    go(sanne, "Intekenen")
    sanne.get_by_role("link", name="Vraag iets").click()
    sanne.locator(".signup-kind").last.click()
    sanne.get_by_label("Titel").fill("Zwemdiploma")
    choose(sanne, chosen[3])
    sanne.get_by_label("Soort antwoord").select_option("file")
    sanne.get_by_label("De vraag").fill("Stuur een foto van het diploma")
    sanne.get_by_role("button", name="Verder").click()
    sanne.get_by_role("button", name="3A", exact=True).click()
    sanne.get_by_role("button", name="Verder").click()
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("button", name="Vraag het").click()
    until_sent(sanne)
    go(anna, "Intekenen")
    anna.get_by_role("link", name="Zwemdiploma").first.click(timeout=WAIT)
    expect(anna.get_by_text("Programma.pdf")).to_be_visible(timeout=WAIT)


def test_a_form_is_not_sent_without_the_file_it_asks_for(pages: dict[str, Page], chosen: list[Path]) -> None:
    anna, sanne = pages["anna"], pages["sanne"]
    anna.get_by_role("button", name="Verstuur antwoord").click()
    expect(anna.get_by_text("Nog niet ingevuld")).to_be_visible()
    choose(anna, chosen[1], chosen[2])
    assert (findings(anna), fits(anna)) == ([], True)
    anna.get_by_role("button", name="Verstuur antwoord").click()
    expect(anna.locator(".answered .tile .drawn")).to_have_count(2, timeout=WAIT)
    sanne.get_by_role("link", name="Zwemdiploma").first.click()
    expect(sanne.locator(".results .tile .drawn")).to_have_count(2, timeout=WAIT)
    assert (findings(sanne), fits(sanne)) == ([], True)
    with sanne.expect_download(timeout=WAIT) as saved:
        sanne.get_by_role("button", name="Alle 2 bestanden opslaan").click()
    assert b"Noor Vinkelaar - bos-1.jpg" in saved.value.path().read_bytes()


def test_a_face_on_the_class_list(pages: dict[str, Page], school: School, chosen: list[Path]) -> None:
    """Shown to the class; small enough to lie in the letter."""
    anna, fatima = pages["anna"], pages["fatima"]
    anna.goto(f"{school.address}/groups/share")
    anna.get_by_role("link", name="Foto van Noor").click()
    anna.locator(".picker input[type=file]").first.set_input_files(chosen[0])
    expect(anna.locator(".portrait .drawn")).to_be_visible(timeout=WAIT)
    anna.get_by_label("Gezinnen van 3A").check()
    assert (findings(anna), fits(anna)) == ([], True)
    anna.get_by_role("button", name="Bewaren").click()
    go(fatima, "Groepen")
    fatima.locator("main .list a").first.click()
    expect(fatima.locator(".family .portrait .drawn")).to_have_count(1, timeout=WAIT)
    assert (findings(fatima), fits(fatima)) == ([], True)


def test_a_photo_that_another_app_shares(chromium: Browser, school: School, chosen: list[Path]) -> None:
    """As the system hands it over: the service worker keeps it for the page, and the server hears of nothing."""
    page = open_page(visitor(chromium, PHONE), school.address)
    sign_in(page, "fatima")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => undefined)")
    page.goto("about:blank")
    page.set_content(f'''<form method="post" enctype="multipart/form-data" action="{school.address}/messages/share">
      <input name="text" value="Kijk"><input type="file" name="files"><button>Deel</button></form>''')
    page.locator("input[type=file]").set_input_files(chosen[0])
    page.get_by_role("button", name="Deel").click()
    expect(page.get_by_role("heading", name="Nieuw bericht")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="juf Sanne").first.click()
    expect(page.locator(".attach-list .seen-file .drawn")).to_be_visible(timeout=WAIT)
    expect(page.get_by_label("Je bericht", exact=True)).to_have_value("Kijk")
    page.context.close()


def test_a_shared_file_that_does_not_arrive_is_said(chromium: Browser, school: School) -> None:
    """The system stopped the service worker, and what it kept is gone; the text is not."""
    page = open_page(visitor(chromium, PHONE), school.address)
    sign_in(page, "fatima")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => undefined)")
    page.goto("about:blank")
    page.goto(f"{school.address}/messages/share#1&Kijk%20eens")
    expect(page.get_by_text("Een bestand dat je deelde is niet aangekomen.")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="juf Sanne").first.click()
    expect(page.get_by_label("Je bericht", exact=True)).to_have_value("Kijk eens", timeout=WAIT)
    page.context.close()
