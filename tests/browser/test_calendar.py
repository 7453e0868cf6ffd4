"""The calendar in Chromium: a trip that is planned, answered, moved and called off; a year in draft; one's own."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect

from server.telling import padded
from sync.client import calendar
from sync.client.session import Session, now
from sync.messages import Frame, RecordAt
from sync.zone import day_of
from tests.browser.families import settle
from tests.browser.school import DESK, PHONE, School, lasting, open_page, sign_in, visitor
from tests.browser.test_looks import findings, fits
from tests.browser.test_push import CLEAR, REGISTER, push, shown

pytestmark = [pytest.mark.browser]
TRIP, REASON = "Naar het kanariebos", "De bus is er eerder"
LONG = 45_000


@pytest.fixture(scope="module")
def people(school: School) -> dict[str, Session]:
    """A class, made by the Python client."""
    return settle(school, "anna", "fatima")


@pytest.fixture(scope="module")
def pages(telling: Browser, school: School, people: dict[str, Session]) -> dict[str, Page]:
    """Everybody's open screen; Marga's is the first, and makes the calendars by itself."""
    found = {}
    for name, size in (("marga", DESK), ("sanne", DESK), ("anna", PHONE), ("fatima", PHONE)):
        context = visitor(telling, size)
        context.grant_permissions(["notifications"], origin=school.address)
        found[name] = open_page(context, school.address)
        sign_in(found[name], name)
    return found


def soon(days: int) -> str:
    """A day that many days from now."""
    return (date.fromisoformat(day_of(now())) + timedelta(days=days)).isoformat()


def agenda(page: Page) -> None:
    """Go to the module."""
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Agenda").click()
    expect(page.get_by_role("heading", name="Agenda", level=1)).to_be_visible()


def opened(page: Page, title: str) -> Page:
    """Go to an event."""
    agenda(page)
    page.get_by_role("link", name=title).first.click(timeout=LONG)
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    return page


def telling(session: Session, kind: str) -> str:
    """What the server sends of the newest record of a kind, that its author's own copy has."""
    session.sync()
    item = list(session.replica.of_kind(kind))[-1]
    page = session.transport.send("GET", "/api/sync?cursor=", None)[1]
    records = msgspec.json.decode(page)["records"]
    found = next(one for one in records if one["hash"] == item.hash)
    return padded(Frame(records=[msgspec.convert(found, RecordAt)]))


def test_the_offices_client_opens_the_calendars(pages: dict[str, Page]) -> None:
    """Nobody pressed anything: a teacher has the class's calendar in front of her."""
    sanne = pages["sanne"]
    agenda(sanne)
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("link", name="Nieuwe afspraak").click()
    expect(sanne.get_by_role("button", name="3A", exact=True)).to_be_visible(timeout=LONG)
    expect(sanne.get_by_role("button", name="Team", exact=True)).to_be_visible()


def test_a_trip_of_the_class(pages: dict[str, Page]) -> None:
    sanne, fatima = pages["sanne"], pages["fatima"]
    if sanne.get_by_role("button", name="3A", exact=True).get_attribute("aria-pressed") == "false":
        sanne.get_by_role("button", name="3A", exact=True).click()
    sanne.get_by_label("Wat", exact=True).fill(TRIP)
    sanne.get_by_role("button", name="Uitje").click()
    sanne.get_by_label("Dag", exact=True).fill(soon(2))
    sanne.get_by_label("Van", exact=True).fill("08:30")
    sanne.get_by_label("Tot", exact=True).fill("12:00")
    sanne.get_by_label("Vraag wie er komt").check()
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("button", name="Zet in de agenda").click()
    agenda(fatima)
    expect(fatima.get_by_text(TRIP)).to_be_visible(timeout=LONG)
    assert (findings(fatima), fits(fatima)) == ([], True)


def test_whether_mila_comes(pages: dict[str, Page]) -> None:
    fatima, sanne = opened(pages["fatima"], TRIP), opened(pages["sanne"], TRIP)
    fatima.get_by_role("button", name="Ja", exact=True).click()
    fatima.get_by_role("button", name="Mila", exact=True).click()
    expect(sanne.get_by_text("1 ja, 0 misschien, 0 nee")).to_be_visible(timeout=LONG)
    expect(sanne.get_by_text("Mila Sijsjesmeer")).to_be_visible(timeout=LONG)
    assert (findings(fatima), fits(fatima), findings(sanne), fits(sanne)) == ([], True, [], True)
    assert "1 ja" not in opened(pages["anna"], TRIP).content()


def test_a_copy_for_the_phones_own_calendar(pages: dict[str, Page]) -> None:
    fatima = pages["fatima"]
    with fatima.expect_download() as download:
        fatima.get_by_role("button", name="Zet in mijn agenda").click()
    text = Path(download.value.path()).read_text()
    assert download.value.suggested_filename == "naar-het-kanariebos.ics"
    assert f"DTSTART;TZID=Europe/Amsterdam:{soon(2).replace('-', '')}T083000" in text
    assert f"UID:{fatima.url.split('/calendar/')[1]}@" in text


def test_the_bus_leaves_earlier(pages: dict[str, Page], school: School, people: dict[str, Session]) -> None:
    """The old time is struck, the reason stands beside the new; a sleeping phone says both."""
    sanne, anna, fatima = pages["sanne"], pages["anna"], pages["fatima"]
    fatima.evaluate(REGISTER)
    sanne.get_by_role("link", name="Wijzigen").click()
    sanne.get_by_label("Van", exact=True).fill("07:45")
    sanne.get_by_label("Waarom verandert het?").fill(REASON)
    sanne.get_by_role("button", name="Bewaren").click()
    agenda(anna)
    expect(anna.locator("del", has_text="08:30 – 12:00")).to_be_visible(timeout=LONG)
    expect(anna.get_by_text(REASON)).to_be_visible()
    assert (findings(anna), fits(anna)) == ([], True)
    push(fatima, school, telling(people["sanne"], "change"))
    [[title, text, _]] = shown(fatima)
    assert (title, "08:30 → 07:45" in text, REASON in text) == (TRIP, True, True)
    fatima.evaluate(CLEAR)


def test_a_reminder_of_ones_own(pages: dict[str, Page], school: School, people: dict[str, Session]) -> None:
    """The server holds it; when it comes back, one's own phone says so though one wrote it oneself."""
    fatima = opened(pages["fatima"], TRIP)
    fatima.get_by_role("button", name="Een uur ervoor").click()
    expect(fatima.get_by_role("button", name="Een uur ervoor")).to_have_attribute("aria-pressed", "true", timeout=LONG)
    expect(fatima.get_by_text("Verbonden")).to_be_attached(timeout=LONG)
    push(fatima, school, telling(people["fatima"], "alert"))
    [[title, text, _]] = shown(fatima)
    assert (title, "07:45" in text) == (TRIP, True)
    fatima.evaluate(CLEAR)


def test_week_and_month(pages: dict[str, Page], school: School) -> None:
    """The same things, on paper as well; of one child only hers."""
    anna = pages["anna"]
    for screen in (f"week/{soon(2)}", f"month/{soon(2)[:7]}"):
        anna.goto(f"{school.address}/calendar/{screen}")
        anna.locator("h1").wait_for()
        expect(anna.get_by_role("button", name="Noor", exact=True)).to_be_visible()
        assert (screen, findings(anna), fits(anna)) == (screen, [], True)
    anna.get_by_role("button", name=f"{int(soon(2)[8:])} ", exact=False).first.wait_for()
    agenda(anna)
    anna.get_by_role("button", name="Bram", exact=True).click()
    expect(anna.get_by_text(TRIP)).to_have_count(0)
    anna.get_by_role("button", name="Noor", exact=True).click()
    expect(anna.get_by_text(TRIP)).to_be_visible()
    anna.emulate_media(media="print")
    assert not anna.get_by_role("navigation", name="Hoofdmenu").is_visible()
    anna.emulate_media(media="screen")
    anna.get_by_role("button", name="Alles", exact=True).click()


def test_a_year_in_draft(pages: dict[str, Page], school: School) -> None:
    """The region's holidays in one tap; nobody sees them until they are published."""
    marga, anna = pages["marga"], pages["anna"]
    agenda(marga)
    marga.get_by_role("link", name="Jaarplanning").click()
    marga.get_by_role("button", name="Zuid").click()
    marga.get_by_role("button", name="Neem 5 schoolvakanties over").click()
    expect(marga.get_by_role("link", name="Voorjaarsvakantie")).to_be_visible(timeout=LONG)
    assert (findings(marga), fits(marga)) == ([], True)
    assert "Zomervakantie" not in anna.content()
    marga.get_by_role("button", name="Haal Voorjaarsvakantie uit de planning").click()
    marga.get_by_role("button", name="Publiceer 4 afspraken").click(timeout=LONG)
    expect(marga.get_by_text("Er staat niets klaar")).to_be_visible(timeout=LONG)
    anna.goto(f"{school.address}/calendar/month/2026-12")
    anna.get_by_role("button", name="20 december").click()
    expect(anna.get_by_role("link", name="Kerstvakantie").last).to_be_visible(timeout=LONG)
    assert (findings(anna), fits(anna)) == ([], True)


def test_ones_own_in_a_tunnel(pages: dict[str, Page]) -> None:
    """Written without a network: it waits, is sent by itself, and is hers alone."""
    anna = pages["anna"]
    agenda(anna)
    anna.context.set_offline(True)
    anna.get_by_role("link", name="Nieuwe afspraak").click()
    anna.get_by_label("Wat", exact=True).fill("Kanarietandarts")
    anna.get_by_label("Hele dag").check()
    anna.get_by_role("button", name="Zet in de agenda").click()
    expect(anna.get_by_text("Kies een dag en een tijd")).to_be_visible()
    anna.get_by_label("Dag", exact=True).fill(soon(1))
    anna.get_by_role("button", name="Zet in de agenda").click()
    expect(anna.get_by_text("Kanarietandarts · Wordt verstuurd")).to_be_visible()
    anna.context.set_offline(False)
    expect(anna.get_by_role("link", name="Kanarietandarts")).to_be_visible(timeout=40_000)
    expect(anna.get_by_text("Alleen ik")).to_be_visible()


def test_gym_each_week_and_one_lesson_moves(pages: dict[str, Page], people: dict[str, Session]) -> None:
    """Only that one: the old day and hour stand struck beside the new, the week after is as it was."""
    weekly = {"every": "week", "step": 1, "until": soon(20)}
    people["sanne"].sync()
    circle = calendar.calendar(people["sanne"], "3A").circle
    calendar.add(people["sanne"], [circle], "Kanariegym", soon(3), start="10:00", end="11:00", repeat=weekly)
    sanne = opened(pages["sanne"], "Kanariegym")
    sanne.get_by_role("link", name="Wijzig alleen deze keer").click()
    sanne.get_by_label("Van", exact=True).fill("13:00")
    sanne.get_by_label("Tot", exact=True).fill("14:00")
    assert (findings(sanne), fits(sanne)) == ([], True)
    sanne.get_by_role("button", name="Bewaren").click()
    fatima = pages["fatima"]
    agenda(fatima)
    expect(fatima.get_by_text("13:00 – 14:00")).to_have_count(1, timeout=LONG)
    expect(fatima.locator("del", has_text="10:00 – 11:00")).to_have_count(1)
    expect(fatima.get_by_text("10:00 – 11:00")).to_have_count(3)  # the one that is struck, and two weeks as they were


def test_it_is_called_off(pages: dict[str, Page]) -> None:
    sanne, fatima = opened(pages["sanne"], TRIP), pages["fatima"]
    sanne.get_by_role("button", name="Gaat niet door").click()
    sanne.get_by_label("Waarom verandert het?").fill("Storm op komst")
    assert findings(sanne) == []
    sanne.get_by_role("button", name="Zeg het af").click()
    agenda(fatima)
    expect(fatima.get_by_text("Storm op komst")).to_be_visible(timeout=LONG)
    expect(fatima.get_by_text("Gaat niet door")).to_be_visible()
    assert (findings(fatima), fits(fatima)) == ([], True)


def test_taken_out_unless_one_thinks_again(pages: dict[str, Page]) -> None:
    anna = opened(pages["anna"], "Kanarietandarts")
    with lasting(anna):
        anna.get_by_role("button", name="Haal weg").click()
        anna.get_by_role("button", name="Ongedaan maken").click()
    opened(anna, "Kanarietandarts").get_by_role("button", name="Haal weg").click()
    expect(anna.get_by_role("link", name="Kanarietandarts")).to_have_count(0, timeout=LONG)
