"""Story 9 in Chromium: parents answer, the team has a list, a no takes photos from an open screen, staff see to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from server.sample.drawing import FOREST, draw
from sync.client import albums, consents, downloads
from sync.client.albums import File
from sync.client.office import groups
from sync.client.session import Session
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_school, press, screens
from tests.browser.test_looks import findings, fits
from tests.stories.test_sick_note import child_of

pytestmark = [pytest.mark.browser]
PHOTOS = (("Mila",), ("Mila", "Noor"), ())
WAIT = 45_000


@pytest.fixture(scope="module")
def sessions() -> dict[str, Session]:
    """The Python clients of those who joined."""
    return {}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, sessions: dict[str, Session]) -> Iterator[School]:
    """A class whose families have joined; of Noor's everything is said."""
    opened = open_school(tmp_path_factory.mktemp("consents"))
    sessions.update(settle(opened, "anna", "peter", "fatima", "koen"))
    for name in ("anna", "peter"):
        consents.answer(sessions[name], child_of(sessions[name], "Noor"), dict.fromkeys(("album", "paper"), 1))
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, school: School) -> dict[str, Page]:
    """Everybody's open screen."""
    return screens(
        chromium, school, (("anna", PHONE), ("fatima", PHONE), ("koen", PHONE), ("sanne", DESK), ("marga", DESK))
    )


def answer(page: Page, name: str, value: str) -> None:
    """Press yes or no of a purpose."""
    press(page.get_by_role("group", name=name).get_by_label(value, exact=True))


def drag(page: Page, over: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a frame with the mouse, from and to shares of the picture."""
    box = over.bounding_box()
    assert box is not None
    points = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (start, end)]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=4)
    page.mouse.up()


def published(sanne: Session) -> str:
    """Three photos for 3A; returns the album's id."""
    sanne.sync()
    album = albums.draft(sanne, groups(sanne)["3A"].group, "Naar het bos")
    for number, firsts in enumerate(PHOTOS):
        data, small, (width, height) = draw(FOREST, number, 3)
        file = File(data, small, f"foto-{number}.jpg", "image/jpeg", width, height)
        albums.add(sanne, album, file, f"Foto {number + 1}", marks=[child_of(sanne, first) for first in firsts])
    assert albums.publish(sanne, album) == []
    return album


def test_today_asks_and_a_parent_answers(pages: dict[str, Page]) -> None:
    fatima = pages["fatima"]
    fatima.get_by_role("link", name="Waar mogen foto's van Mila te zien zijn?").click()
    expect(fatima.get_by_role("heading", name="Toestemming voor Mila")).to_be_visible()
    assert (findings(fatima), fits(fatima)) == ([], True)
    for name, value in (("Fotoalbums", "Ja"), ("Website", "Nee"), ("Krant en folders", "Ja"), ("Sociale", "Nee")):
        answer(fatima, name, value)
    answer(fatima, "Krant en televisie", "Nee")
    expect(fatima.get_by_role("group", name="Fotoalbums").get_by_text("Nog niet iedereen zei ja")).to_be_visible()
    fatima.goto(fatima.url.split("/groups")[0])
    expect(fatima.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(fatima.get_by_text("Waar mogen foto's van Mila")).to_have_count(0)


def test_with_the_other_parents_yes_it_holds(pages: dict[str, Page], school: School) -> None:
    """Koen sees the outcome; of what Fatima refused, not who did."""
    koen = pages["koen"]
    koen.goto(f"{school.address}/groups/consents")
    answer(koen, "Fotoalbums", "Ja")
    answer(koen, "Website", "Ja")
    expect(koen.get_by_role("group", name="Fotoalbums").get_by_text("Geldt nu: ja")).to_be_visible(timeout=WAIT)
    expect(koen.get_by_role("group", name="Website").get_by_text("Geldt nu: nee")).to_be_visible()
    assert "Fatima" not in koen.content()


def test_the_team_has_a_list(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    sanne.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Groepen").click()
    sanne.get_by_role("link", name="3A").first.click()
    sanne.get_by_role("link", name="Toestemmingen").click()
    row = sanne.get_by_role("row", name="Mila")
    expect(row.get_by_role("cell").first).to_have_text("Ja", timeout=WAIT)
    expect(row.get_by_role("cell").nth(1)).to_have_text("Nee")
    expect(sanne.get_by_role("row", name="Yara").get_by_text("1 ouder antwoordde nog niet")).to_be_visible()
    assert (findings(sanne), fits(sanne)) == ([], True)


def test_the_office_enters_what_came_on_paper(
    pages: dict[str, Page], school: School, sessions: dict[str, Session]
) -> None:
    marga, group = pages["marga"], groups(sessions["marga"])["3A"].group
    marga.goto(f"{school.address}/groups/{group}/consents")
    marga.get_by_role("link", name="Op papier invullen Yara").click()
    assert (findings(marga), fits(marga)) == ([], True)
    answer(marga, "Fotoalbums", "Ja")
    marga.get_by_role("link", name="Terug").click()
    expect(marga.get_by_role("row", name="Yara").get_by_role("cell").first).to_have_text("Ja", timeout=WAIT)


def test_a_no_takes_photos_from_an_open_screen(
    pages: dict[str, Page], school: School, sessions: dict[str, Session]
) -> None:
    """Anna looks at the album; Fatima says no, and without a reload two of three photos are gone from it."""
    anna, fatima = pages["anna"], pages["fatima"]
    album = published(sessions["sanne"])
    anna.goto(f"{school.address}/albums/{album}")
    thumbs = anna.get_by_role("list", name="Naar het bos").get_by_role("button")
    expect(thumbs).to_have_count(3, timeout=WAIT)
    fatima.goto(f"{school.address}/albums/{album}")
    expect(fatima.get_by_role("list", name="Naar het bos").get_by_role("button")).to_have_count(3, timeout=WAIT)
    fatima.goto(f"{school.address}/groups/consents")
    fatima.get_by_role("group", name="Fotoalbums").get_by_label("Nee", exact=True).click()
    sheet = fatima.get_by_role("dialog", name="Mila niet meer in albums?")
    expect(sheet.get_by_text("Mila staat op 2 foto's die nu te zien zijn.")).to_be_visible(timeout=WAIT)
    assert findings(fatima) == []
    sessions["peter"].sync()
    downloads.fetch(sessions["peter"], album)
    sheet.get_by_role("button", name="Nee zeggen en foto's weghalen").click()
    expect(thumbs).to_have_count(1, timeout=WAIT)
    expect(fatima.get_by_text("1 ander gezin had deze foto al opgeslagen").first).to_be_visible(timeout=2 * WAIT)
    expect(fatima.get_by_text("Alleen jullie en de leerkrachten zien deze foto").first).to_be_visible(timeout=WAIT)
    assert (findings(fatima), fits(fatima)) == ([], True)


def test_staff_make_her_unrecognizable(pages: dict[str, Page], school: School) -> None:
    """A frame, blurred, published: Anna has the photo again, and it is another one."""
    sanne, anna = pages["sanne"], pages["anna"]
    sanne.goto(f"{school.address}/albums/tasks")
    expect(sanne.get_by_role("article")).to_have_count(2, timeout=WAIT)
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("link", name="Onherkenbaar maken").first.click()
    picture = sanne.get_by_role("application")
    expect(sanne.get_by_role("button", name="Maak wazig")).to_be_visible(timeout=WAIT)
    picture.focus()
    sanne.keyboard.press("ArrowDown")
    sanne.get_by_role("button", name="Maak wazig").click()
    drag(sanne, picture, (0.1, 0.5), (0.35, 0.95))
    sanne.get_by_role("button", name="Maak wazig").click()
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("button", name="Plaats de nieuwe foto").click()
    expect(anna.get_by_role("list", name="Naar het bos").get_by_role("button")).to_have_count(2, timeout=WAIT)
    expect(sanne.get_by_role("article")).to_have_count(1, timeout=WAIT)


def test_a_photo_is_thrown_away(pages: dict[str, Page]) -> None:
    sanne, fatima = pages["sanne"], pages["fatima"]
    sanne.get_by_role("button", name="Foto weggooien").click()
    sanne.get_by_role("dialog").get_by_role("button", name="Echt weggooien").click()
    expect(sanne.get_by_role("heading", name="Er wacht niets")).to_be_visible(timeout=WAIT)
    expect(fatima.get_by_text("De foto is weggegooid.")).to_be_visible(timeout=WAIT)
    expect(fatima.get_by_text("Mila is onherkenbaar gemaakt.")).to_be_visible()


def test_my_child_is_on_it(pages: dict[str, Page], school: School, sessions: dict[str, Session]) -> None:
    """Nobody is marked on the last photo: Anna says that Noor is on it, and Koen's open screen loses it."""
    anna, koen = pages["anna"], pages["koen"]
    sessions["sanne"].sync()
    [album] = sessions["sanne"].replica.of_kind("album")
    koen.goto(f"{school.address}/albums/{album.body['album']}")
    thumbs = koen.get_by_role("list", name="Naar het bos").get_by_role("button")
    expect(thumbs).to_have_count(2, timeout=WAIT)
    anna.get_by_role("list", name="Naar het bos").get_by_role("button").last.click()
    anna.get_by_role("button", name="Mijn kind staat hierop: haal weg").click()
    anna.get_by_role("button", name="Noor staat hierop, haal weg").click()
    expect(thumbs).to_have_count(1, timeout=WAIT)
    expect(pages["sanne"].get_by_text("Het gezin van Noor zegt")).to_be_visible(timeout=WAIT)
