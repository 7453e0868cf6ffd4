"""Messages in Chromium: the teachers' inbox, a request between parents, undo, and the check before a note goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sync.client import chats
from sync.client.chats import Members
from sync.client.session import Session
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, open_school, press, screens
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
QUESTION = "Mag Noor haar kanarie laten zien?"
PLAY = "Wil Mila woensdag bij Noor spelen?"
WAIT = 45_000


@dataclass
class Class:
    """A school whose families have joined, and their devices at home."""

    school: School
    sessions: dict[str, Session]


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    """Anna, Fatima and juf Sanne."""
    opened = open_school(tmp_path_factory.mktemp("messages"))
    yield Class(opened, settle(opened, "anna", "fatima"))
    opened.stop()


@pytest.fixture(scope="module")
def pages(chromium: Browser, joined: Class) -> dict[str, Page]:
    """Everybody's open screen."""
    return screens(chromium, joined.school, (("anna", PHONE), ("fatima", PHONE), ("sanne", DESK)))


def messages(page: Page) -> None:
    """Go to the module."""
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Berichten").click()
    expect(page.get_by_role("heading", name="Berichten", level=1)).to_be_visible()


def write(page: Page, to: str, text: str) -> None:
    """A new message to somebody of the list."""
    messages(page)
    page.get_by_role("link", name="Nieuw bericht").click()
    page.get_by_role("button", name=to).first.click()
    page.get_by_label("Je bericht").fill(text)
    assert (findings(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Verstuur aan").click()
    expect(sent(page, text)).to_be_visible(timeout=WAIT)


def sent(page: Page, text: str) -> Locator:
    """What somebody wrote, once it is there: for a moment it stands beside itself as it was on its way."""
    return page.locator(".bubble.own:not(.waiting)", has_text=text)


def answer(page: Page, text: str) -> None:
    """Write in the thread that is open."""
    page.get_by_label("Je bericht").fill(text)
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(sent(page, text)).to_be_visible(timeout=WAIT)


def test_undone_within_the_minute(pages: dict[str, Page]) -> None:
    """Nobody else ever gets it."""
    anna = pages["anna"]
    write(anna, "Leerkrachten van 3A", "Verkeerde knop")
    expect(anna.get_by_text("komt binnen een minuut aan")).to_be_visible(timeout=WAIT)
    anna.locator(".bubble").get_by_role("button", name="Meer over dit bericht").click()
    anna.get_by_role("menuitem", name="Neem terug").click()
    expect(anna.locator(".bubble")).to_have_count(0, timeout=WAIT)
    messages(pages["sanne"])
    assert "Verkeerde knop" not in pages["sanne"].content()


def test_the_inbox(pages: dict[str, Page]) -> None:
    """Juf Sanne gets it when the minute is over, answers, and it is done for her team."""
    anna, sanne = pages["anna"], pages["sanne"]
    write(anna, "Leerkrachten van 3A", QUESTION)
    messages(sanne)
    sanne.get_by_text(QUESTION).click(timeout=150_000)
    assert (findings(sanne), fits(sanne)) == ([], True)
    expect(anna.get_by_text("gelezen")).to_be_visible(timeout=WAIT)
    sanne.get_by_role("button", name="Afgehandeld").click()
    expect(sanne.get_by_role("button", name="Weer open")).to_be_visible(timeout=WAIT)


def test_a_note_about_one_child_names_who_reads_it(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    messages(sanne)
    sanne.get_by_role("link", name="Nieuw bericht").click()
    sanne.get_by_role("button", name="Ouders van Mila").click()
    sanne.get_by_label("Je bericht").fill("Mila had buikpijn")
    expect(sanne.get_by_text("Alleen Fatima en Koen en je team lezen dit.")).to_be_visible()
    expect(sanne.get_by_role("button", name="Verstuur aan Fatima en Koen")).to_be_enabled()
    assert (findings(sanne), fits(sanne)) == ([], True)


def test_a_parent_asks_and_is_accepted(pages: dict[str, Page], joined: Class) -> None:
    """Without any detail exchanged; Fatima says nothing back until she wants to."""
    anna, fatima = pages["anna"], pages["fatima"]
    seat = joined.sessions["fatima"].seat().id
    chats.open_thread(joined.sessions["anna"], Members(people=(seat,)), PLAY, hold=0)
    messages(anna)
    anna.get_by_text(PLAY).click()
    messages(fatima)
    fatima.get_by_text(PLAY).click()
    expect(fatima.get_by_label("Je bericht")).to_have_count(0)
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.get_by_role("button", name="Goed", exact=True).click()
    answer(fatima, "Leuk!")
    expect(anna.get_by_text("Leuk!")).to_be_visible(timeout=WAIT)
    assert (findings(anna), fits(anna)) == ([], True)


def test_a_draft_survives_a_reload(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    anna.get_by_label("Je bericht").fill("Nog niet af")
    anna.reload()
    expect(anna.get_by_label("Je bericht")).to_have_value("Nog niet af", timeout=WAIT)


def test_what_is_typed_while_a_message_goes_is_not_lost(pages: dict[str, Page]) -> None:
    anna = pages["anna"]
    field = anna.get_by_label("Je bericht")
    field.fill("Het eerste")
    field.evaluate("""field => {
        field.form.requestSubmit();
        field.value = "Het volgende";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    expect(sent(anna, "Het eerste")).to_be_visible(timeout=WAIT)
    expect(field).to_have_value("Het volgende")
    anna.reload()
    expect(anna.get_by_label("Je bericht")).to_have_value("Het volgende", timeout=WAIT)


def test_who_may_write(pages: dict[str, Page]) -> None:
    fatima = pages["fatima"]
    messages(fatima)
    fatima.get_by_role("link", name="Instellingen voor berichten").click()
    with fatima.expect_response("**/api/entries", timeout=WAIT):
        press(fatima.get_by_label("Alleen de school"))
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.reload()
    expect(fatima.get_by_label("Alleen de school")).to_be_checked(timeout=WAIT)


def test_hours_of_a_teacher(pages: dict[str, Page]) -> None:
    sanne = pages["sanne"]
    messages(sanne)
    sanne.get_by_role("link", name="Instellingen voor berichten").click()
    sanne.get_by_label("ma", exact=True).check()
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("button", name="Bewaren").click()
    expect(sanne.get_by_text("Ouders zien wanneer je antwoordt")).to_be_visible(timeout=WAIT)


def test_what_another_app_shares_becomes_a_draft(pages: dict[str, Page], joined: Class) -> None:
    """As the system hands it over: a form to the app's own address, which the service worker answers."""
    anna, address = pages["anna"], joined.school.address
    anna.evaluate("() => navigator.serviceWorker.ready.then(() => undefined)")
    form = f'<form method="post" enctype="multipart/form-data" action="{address}/messages/share">'
    anna.goto("about:blank")
    anna.set_content(
        f'{form}<input name="title" value="Zwemles"><input name="text" value="Dinsdag"><button>Deel</button>'
    )
    anna.get_by_role("button", name="Deel").click()
    expect(anna.get_by_role("heading", name="Nieuw bericht")).to_be_visible(timeout=WAIT)
    anna.get_by_role("button", name="juf Sanne").first.click()
    expect(anna.get_by_label("Je bericht", exact=True)).to_have_value("Zwemles\nDinsdag")
    assert "#" not in anna.url
