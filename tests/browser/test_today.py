"""Today in Chromium: everything in one column, each thing once, and of one child alone where somebody wants that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.client import absences, chats, news, office
from sync.client.chats import Members
from tests.browser.families import settle
from tests.browser.school import PHONE, open_school, screen
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
FAR = "2099-01-01"


@pytest.fixture(scope="module")
def today(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Anna's phone: her two children are in the two groups that a post goes to, and juf Sanne wrote to her."""
    school = open_school(tmp_path_factory.mktemp("today"))
    people = settle(school, "anna", "fatima")
    groups = office.groups(people["marga"])
    news.post(people["marga"], [groups["3A"].group, groups["5B"].group], "Fluitketels", "Neem er een mee")
    news.post(people["marga"], [groups["5B"].group], "Spreekbeurten", "Na de vakantie")
    anna = people["anna"]
    anna.sync()
    noor = next(item.circle for item in anna.replica.of_kind("profile") if item.body.get("first") == "Noor")
    absences.report(anna, [noor], "dentist", FAR)
    seat = next(
        one.id for one in anna.replica.trust.seats.values() if one.person == anna.person and noor in one.circles
    )
    chats.open_thread(people["sanne"], Members(people=(seat,)), "Noor zong prachtig", hold=0)
    page = screen(chromium, PHONE, school.address, "anna")
    yield page
    school.stop()


def test_each_thing_once(today: Page) -> None:
    """A post to both classes of the family is there once; so are a message and an absence."""
    for text in ("Fluitketels", "Spreekbeurten", "Noor zong prachtig", "Noor: Tandarts"):
        expect(today.get_by_text(text)).to_have_count(1)
    assert (findings(today), fits(today)) == ([], True)


def test_one_child_alone(today: Page) -> None:
    today.get_by_role("button", name="Bram", exact=True).click()
    expect(today.get_by_text("Noor zong prachtig")).to_have_count(0)
    expect(today.get_by_text("Noor: Tandarts")).to_have_count(0)
    expect(today.get_by_text("Fluitketels")).to_have_count(1)
    today.get_by_role("button", name="Noor", exact=True).click()
    expect(today.get_by_text("Spreekbeurten")).to_have_count(0)
    expect(today.get_by_text("Noor zong prachtig")).to_have_count(1)


def test_a_message_is_opened_from_today(today: Page) -> None:
    today.get_by_text("Noor zong prachtig").click()
    expect(today.get_by_label("Je bericht")).to_be_visible()
    today.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Vandaag").click()
    expect(today.get_by_text("Noor zong prachtig")).to_have_count(0)
