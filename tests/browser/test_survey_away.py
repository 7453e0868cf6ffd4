"""An anonymous survey of the other school in Chromium: Omar answers on his phone, its teacher reads it at her desk.

What each server sees of it is tested in tests/stories/test_survey_away.py. The form closes so soon that a vote does not
wait some minutes, as it would.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from sync.client import account, anonymous, office, signups
from sync.client.enrolment import Guardian, Pupil, enrol
from sync.client.session import Session
from sync.client.transport import Http
from tests.browser.axe import findings, fits
from tests.browser.school import DESK, PASSWORD, PHONE, go, open_page, screen, visitor
from tests.browser.two import BORN, GROUPS, Two, omar, open_two, show

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
SLOW = 45_000
SECONDS = 100
TITLE, SAID = "Hoe was het kamp?", "Slecht geslapen"
OTHERS = ("bea", "cor", "dora", "eva")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Omar is at both."""
    found = open_two(tmp_path_factory.mktemp("two"), teachers=True)
    found.settle()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def others(two: Two) -> dict[str, Session]:
    """Four more families of Het Kompas: fewer than five answers are shown to nobody."""
    here = two.offices["kompas"]
    enrol(here, [Pupil(f"1{name}", name, "", "Mus", BORN, (GROUPS["kompas"],), (Guardian(name, name),))
                 for name in OTHERS])  # fmt: skip
    letters = {str(one["name"]): str(one["token"]) for one in office.letters(here)}
    address = two.servers["kompas"].address
    return {name: account.join(Http(address), letters[name], name, PASSWORD).session for name in OTHERS}


@pytest.fixture(scope="module")
def phone(chromium: Browser, two: Two) -> Page:
    """Omar's, at home, showing Het Kompas."""
    page = omar(open_page(visitor(chromium, PHONE), two.home), two)
    show(page, "kompas")
    go(page, "Intekenen")
    return page


@pytest.fixture(scope="module")
def desk(chromium: Browser, two: Two) -> Page:
    """The teacher's, at Het Kompas."""
    return screen(chromium, DESK, two.servers["kompas"].address, "juf")


def ask(teacher: Session, closes: int) -> str:
    """The teacher asks the families of her group; returns the form's id."""
    teacher.sync()
    asks = [signups.question("choice", "Was het fijn?", "Fijn", "Te lang"), signups.question("text", "Nog iets?")]
    return anonymous.ask(teacher, office.groups(teacher)[GROUPS["kompas"]].group, TITLE, asks, closes, "person")


def answer(session: Session, form: str) -> None:
    """Another family answers, with the other client."""
    session.sync()
    choice, text = signups.find(session, form).body["questions"]
    said = {choice["id"]: choice["options"][0]["id"], text["id"]: SAID}
    anonymous.answer(session, Http(session.transport.origin), form, said)


def test_a_parent_answers_and_the_teacher_reads_what_came_of_it(
    phone: Page, desk: Page, two: Two, others: dict[str, Session]
) -> None:
    sent: list[Request] = []
    phone.on("request", lambda one: sent.append(one) if "/surveys/" in one.url else None)
    closes = int(time.time() * 1000) + SECONDS * 1000
    form = ask(two.teachers["kompas"], closes)
    fill_in(phone)
    for session in others.values():
        answer(session, form)
    cookies = {one.url.rpartition("/")[2]: "cookie" in one.all_headers() for one in sent}
    assert cookies == {"ballots": True, "votes": False}
    assert all(one.url.startswith(f"{two.home}/api/away/{two.host}/surveys/") for one in sent)
    read(desk, closes)


def fill_in(phone: Page) -> None:
    """Omar answers in the app."""
    phone.get_by_role("link", name=TITLE).click(timeout=SLOW)
    expect(phone.get_by_text("Je antwoord is anoniem.")).to_be_visible(timeout=SLOW)
    phone.get_by_label("Fijn", exact=True).check()
    phone.get_by_label("Nog iets?").fill(SAID)
    shoot(phone, "form")
    assert (findings(phone), fits(phone)) == ([], True)
    phone.get_by_role("button", name="Verstuur antwoord").click()
    expect(phone.get_by_text("Je hebt geantwoord")).to_be_visible(timeout=90_000)
    shoot(phone, "given")
    assert (findings(phone), fits(phone)) == ([], True)


def read(desk: Page, closes: int) -> None:
    """The teacher looks once it is over."""
    desk.wait_for_function("closes => Date.now() > closes + 500", arg=closes, timeout=SECONDS * 1000)
    go(desk, "Intekenen")
    desk.get_by_role("link", name=TITLE).click(timeout=SLOW)
    expect(desk.get_by_text("Geantwoord: 5 van 5")).to_be_visible(timeout=SLOW)
    expect(desk.locator(".remark", has_text=SAID)).to_have_count(5)
    shoot(desk, "results")
    assert (findings(desk), fits(desk)) == ([], True)


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"survey-away-{name}.png", full_page=True)
