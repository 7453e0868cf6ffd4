"""Albums of a school that has many photos: all of them on a new device, and two thousand scrolled on the real page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from bench import scroll
from crypto.encoding import b64
from crypto.random import fresh
from server.sample.drawing import FOREST, draw
from sync.client import blobs, news, office
from sync.client.session import Session
from tests.browser.axe import findings, fits
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, go, open_school, screen

pytestmark = [pytest.mark.browser]
LONG = 60_000
PIECE = 250


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A school of this file."""
    opened = open_school(tmp_path_factory.mktemp("many"), settings='\n[limits]\nentries = "100000 per minute"\n')
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def sanne(school: School) -> Session:
    """The teacher of 3A; Anna has joined."""
    return settle(school, "anna")["sanne"]


def publish(sanne: Session, title: str, count: int) -> None:
    """An album of so many photos, each with a small picture of its own."""
    group, album = office.groups(sanne)["3A"], b64(fresh(16))
    large = blobs.upload(sanne, group.group, b"not looked at", "image/jpeg")
    pictures = [draw(FOREST, number, number % 3)[1] for number in range(12)]
    smalls = [blobs.upload(sanne, group.group, pictures[at % 12], "image/webp") for at in range(count)]
    photos = [{"photo": b64(fresh(16)), "album": album, "at": at + 1, "caption": "", **large, "thumb": small}
              for at, small in enumerate(smalls)]  # fmt: skip
    body = {"album": album, "title": title, "text": "", "day": "", "circle": group.group, "cover": "", "order": [],
            "download": "none", "scope": "all", "until": "", "receipts": group.team, "published": 1}  # fmt: skip
    seat = sanne.seat(circle=group.group)
    sanne.write(lambda batch: batch.record(group.group, "album", body), seat)
    for first in range(0, count, PIECE):
        some = photos[first : first + PIECE]
        sanne.write(lambda batch, some=some: [batch.record(group.group, "photo", one) for one in some], seat)


def test_a_new_device_has_all_of_it_and_the_news_of_before(chromium: Browser, school: School, sanne: Session) -> None:
    """More photos than the newest records that a device gets first: the rest follows by itself."""
    news.post(sanne, [office.groups(sanne)["3A"].group], "Van voor de foto's", "Staat er nog.")
    publish(sanne, "Sportdag", 80)
    anna = screen(chromium, PHONE, school.address, "anna")
    expect(anna.get_by_text("Van voor de foto's")).to_be_visible(timeout=LONG)
    go(anna, "Foto's")
    expect(anna.get_by_role("link", name="Sportdag")).to_contain_text("80 foto's", timeout=LONG)
    anna.get_by_role("link", name="Sportdag").click()
    expect(anna.locator(".tile .drawn").first).to_be_visible(timeout=LONG)


def test_found_by_its_title(chromium: Browser, school: School, sanne: Session) -> None:
    """Once there are many there is a box to search in; `/` goes to it."""
    for title in ("Sinterklaas", "Kerstdiner", "Carnaval", "Schoolreis", "Zwemmen", "Musical"):
        publish(sanne, title, 1)
    anna = screen(chromium, PHONE, school.address, "anna")
    go(anna, "Foto's")
    expect(anna.locator(".album-cover")).to_have_count(7, timeout=LONG)
    anna.keyboard.press("/")
    anna.keyboard.type("kerst")
    expect(anna.locator(".album-cover")).to_have_count(1)
    assert (findings(anna), fits(anna)) == ([], True)
    anna.keyboard.type(" op de maan")
    expect(anna.get_by_text("Geen album gevonden")).to_be_visible()


@pytest.fixture(scope="module")
def whole_year(school: School, sanne: Session) -> str:
    """The title of an album with all photos of a year."""
    publish(sanne, "Heel het schooljaar", scroll.PICTURES)
    return "Heel het schooljaar"


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_two_thousand_photos_of_a_real_album_are_scrolled_without_a_task_that_is_felt(
    chromium: Browser, school: School, whole_year: str, size: Any
) -> None:
    """As `test_files.py` does with the part alone, here fetched, opened and drawn by the page of an album."""
    anna = screen(chromium, size, school.address, "anna")
    go(anna, "Foto's")
    album = anna.get_by_role("link", name=whole_year)
    expect(album).to_contain_text("2.000 foto's", timeout=5 * LONG)
    album.click()
    tasks: list[float] = []
    while len(tasks) < 3 and min(tasks, default=scroll.LONGEST) >= scroll.LONGEST:
        expect(anna.locator(".tile .drawn").first).to_be_visible(timeout=LONG)
        task, found = scroll.scroll(chromium, anna)
        assert found["tiles"] < 150, "only what is on the screen exists"
        assert found["height"] > 20_000, "all of it was there to scroll through"
        tasks.append(task)
        anna.evaluate("scrollTo(0, 0)")
    print(f"longest task of a real album at {size['width']}: {tasks}")
    assert min(tasks) < scroll.LONGEST
