"""The other school on one's own screen, in Chromium: its photos, what is new there, and what a teacher may know of it.

Two schools for the whole file; the tests run in order. Omar is at both; Yara goes to both, Noor to one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from sync.client import albums, chats, office
from sync.client.albums import File
from sync.client.chats import Members
from tests.browser.axe import findings, fits
from tests.browser.school import DESK, PHONE, open_page, press, screen, sign_in, visitor
from tests.browser.test_two_side_by_side import shoot
from tests.browser.two import GROUPS, NAMES, Two, open_two

pytestmark = [pytest.mark.browser]
SLOW = 60_000
ALBUMS = {"regenboog": "Herfstwandeling", "kompas": "Op de boot"}
GOES = "Gaat ook naar een andere school"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """With an album of each, two posts and a message of Het Kompas."""
    found = open_two(tmp_path_factory.mktemp("pictures"), teachers=True)
    _, there = found.settle()
    for name, title in ALBUMS.items():
        teacher = found.teachers[name]
        teacher.sync()
        album = albums.draft(teacher, office.groups(teacher)[GROUPS[name]].group, title)
        for shade in (60, 120, 180):
            albums.add(teacher, album, File(jpeg(shade, 400), jpeg(shade, 80)))
        albums.publish(teacher, album)
    for title in ("Luizencontrole", "Nieuwe juf in Blauw"):
        found.post("kompas", title)
    juf = found.teachers["kompas"]
    juf.sync()
    chats.open_thread(juf, Members(people=(there.seat("guardian").id,)), "Yara is haar jas vergeten", hold=0)
    yield found
    found.stop()


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Where Omar's browser asked for files."""
    return []


@pytest.fixture(scope="module")
def page(chromium: Browser, two: Two, asked: list[str]) -> Page:
    """Omar on his phone, at his own school."""
    opened = open_page(visitor(chromium, PHONE), two.home)
    opened.on("request", lambda one: asked.append(one.url) if "/blobs/" in one.url else None)
    sign_in(opened, "omar")
    return opened


def test_photos_of_both_schools_stand_on_today(page: Page) -> None:
    for name, title in ALBUMS.items():
        card = page.locator(".album-card").filter(has_text=title)
        expect(card.locator("canvas")).to_have_count(3, timeout=SLOW)
        expect(card.locator(".school-tag")).to_have_text([NAMES["kompas"]] if name == "kompas" else [])
    for size, look in ((PHONE, "photos"), (DESK, "photos-desk")):
        page.set_viewport_size(size)
        shoot(page, look)
        assert (findings(page), fits(page)) == ([], True)
    page.set_viewport_size(PHONE)


def test_each_photo_is_asked_for_at_its_own_school(asked: list[str], two: Two) -> None:
    """Ids of one school are never asked for at the other."""
    away = f"{two.home}/api/away/{two.servers['kompas'].address.removeprefix('http://')}/blobs/"
    ids = {name: {one for item in two.teachers[name].replica.of_kind("photo") for one in item.head["blobs"]}
           for name in NAMES}  # fmt: skip
    at_kompas = {url.split("/blobs/")[1].split("/")[0] for url in asked if url.startswith(away)}
    at_home = {url.split("/blobs/")[1].split("/")[0] for url in asked if not url.startswith(away)}
    assert (len(at_kompas), at_kompas <= ids["kompas"]) == (3, True)
    assert (len(at_home), at_home <= ids["regenboog"]) == (3, True)


def test_the_bar_counts_over_both_schools(page: Page) -> None:
    """And says where it is, with the way there."""
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    expect(bar.get_by_role("link", name="Nieuws").locator(".count")).to_contain_text("2 ongelezen")
    expect(bar.get_by_role("link", name="Berichten").locator(".count")).to_contain_text("1 ongelezen")
    bar.get_by_role("link", name="Nieuws").click()
    there = page.get_by_role("link", name=f"{NAMES['kompas']} 2 nieuw")
    expect(there).to_be_visible()
    shoot(page, "news-beside")
    assert (findings(page), fits(page)) == ([], True)
    there.click()
    expect(page.locator(".brand")).to_contain_text(NAMES["kompas"])
    expect(page.get_by_role("heading", name="Nieuws")).to_be_visible()
    expect(page.locator(".post.unread")).to_have_count(2)
    page.go_back()
    expect(page.locator(".brand")).to_contain_text(NAMES["regenboog"])


def test_the_switch_says_how_many_are_there(page: Page) -> None:
    page.get_by_role("link", name="Meer").click()
    expect(page.get_by_role("button", name=f"{NAMES['kompas']} · 3 nieuw")).to_be_visible()
    shoot(page, "switch")
    assert (findings(page), fits(page)) == ([], True)


def test_omar_lets_the_team_know_that_yara_goes_to_another_school(page: Page, two: Two) -> None:
    """Off until he turns it on; of Noor, who goes to one school, nothing is asked."""
    page.goto(f"{two.home}/groups/share")
    tick = page.get_by_role("switch", name="Vertel dat Yara ook naar een andere school gaat")
    expect(tick).not_to_be_checked(timeout=SLOW)
    press(tick)
    expect(page.locator(".detail.open").filter(has=tick)).to_be_visible(timeout=SLOW)
    shoot(page, "tick")
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("link", name="Noor", exact=True).click()
    expect(page.get_by_role("heading", name="Nog leeg")).to_be_visible()
    expect(page.get_by_role("switch")).to_have_count(0)
    page.go_back()


def test_her_teacher_sees_that_and_not_which(chromium: Browser, page: Page, two: Two) -> None:
    juf = screen(chromium, DESK, two.home, "juf")
    group = office.groups(two.teachers["regenboog"])[GROUPS["regenboog"]].group
    juf.goto(f"{two.home}/groups/{group}")
    card = juf.locator(".family").filter(has_text="Yara")
    expect(card.get_by_text(GOES)).to_be_visible(timeout=SLOW)
    expect(juf.locator(".family").filter(has_text="Noor").get_by_text(GOES)).to_have_count(0)
    assert NAMES["kompas"] not in juf.locator("main").inner_text()
    shoot(juf, "teacher")
    assert (findings(juf), fits(juf)) == ([], True)
    press(page.get_by_role("switch"), on=False)
    expect(card.get_by_text(GOES)).to_have_count(0, timeout=SLOW)


def jpeg(shade: int, side: int) -> bytes:
    """A picture of one colour."""
    data = io.BytesIO()
    Image.new("RGB", (side, side * 3 // 4), (shade, 140, 255 - shade)).save(data, "JPEG")
    return data.getvalue()
