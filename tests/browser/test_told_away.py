"""Notifications of the other school in Chromium: the push worker asks that school, through our own, and shows words.

What the server queues for a device is tested in tests/stories/test_told_away.py; here it is handed to the worker.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from server.telling import padded
from sync.chains import Item
from sync.client import account, away, news
from sync.client.session import Session
from sync.client.transport import Http
from sync.messages import AwayFrame, RecordAt
from tests.browser.axe import findings, fits
from tests.browser.school import PASSWORD, PHONE, open_page, visitor
from tests.browser.test_push import CLEAR, REGISTER, push, shown
from tests.browser.two import Two, omar, open_two

pytestmark = [pytest.mark.browser]
SLOW = 45_000
TITLE, TEXT = "Kompaskanarie", "Lees maar"
SUBSCRIBE = """() => {
  const key = () => Uint8Array.from([4, ...Array(64).fill(7)]).buffer;
  PushManager.prototype.subscribe = async () => ({
    endpoint: "https://push.example/kanarie", getKey: (name) => (name === "auth" ? new Uint8Array(16).buffer : key()),
  });
}"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Omar is at both."""
    found = open_two(tmp_path_factory.mktemp("two"), packed=False)
    found.settle()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def page(telling: Browser, two: Two) -> Page:
    """Omar's phone, on which notifications are allowed."""
    context = visitor(telling, PHONE)
    context.grant_permissions(["notifications"], origin=two.home)
    context.add_init_script(f"({SUBSCRIBE})()")
    opened = omar(open_page(context, two.home), two)
    opened.evaluate(REGISTER)
    return opened


@pytest.fixture
def asleep(page: Page, two: Two) -> Iterator[Page]:
    """Nothing of the app is open, and nothing stands on the lock screen."""
    page.goto(f"{two.home}/problems/not-found")
    yield page
    page.evaluate(CLEAR)


def test_the_words_are_shown_with_the_name_of_the_school(asleep: Page, two: Two) -> None:
    """Opened with the keys of that school's own vault, after asking it."""
    post, told = write(two)
    push_away(asleep, two, told)
    assert shown(asleep) == [[TITLE, f"Het Kompas · {TEXT}", f"/at/{quote(two.host, safe='')}/news/{post}"]]


def test_what_was_read_on_another_device_goes(asleep: Page, two: Two) -> None:
    post, told = write(two, "Tot straks")
    push_away(asleep, two, told)
    assert [one[0] for one in shown(asleep)] == ["Tot straks"]
    there = tablet(two)
    news.read(there, post)
    receipt = next(one for one in news.own_receipts(there) if one.body["post"] == post)
    push_away(asleep, two, payload(two, receipt, clears=1))
    assert shown(asleep, 0) == []


def test_without_that_school_its_name_is_all_there_is(asleep: Page, two: Two) -> None:
    _, told = write(two, "Ongelezen")
    two.servers["kompas"].pause()
    push_away(asleep, two, told)
    found = shown(asleep)
    two.servers["kompas"].start()
    assert [one[:2] for one in found] == [["Er is iets nieuws van Het Kompas", ""]]


def test_neutral_where_somebody_wants_that(asleep: Page, two: Two) -> None:
    asleep.goto(two.home)
    asleep.evaluate("async () => (await import('/ui/notices.js')).keepNeutral(true)")
    asleep.goto(f"{two.home}/problems/not-found")
    push_away(asleep, two, write(two, "Geheim")[1])
    found = shown(asleep)
    assert [one[0] for one in found] == ["Er is iets nieuws van Het Kompas"]
    assert "Geheim" not in json.dumps(found)
    asleep.goto(two.home)
    asleep.evaluate("async () => (await import('/ui/notices.js')).keepNeutral(false)")


def test_tapping_opens_the_screen_of_that_school(page: Page, two: Two) -> None:
    """In a window that is open, and in a new one."""
    post, _ = write(two, "Kom kijken")
    page.goto(f"{two.home}/more")
    page.get_by_role("heading", name="Meldingen").wait_for()
    address = f"/at/{quote(two.host, safe='')}/news/{post}"
    told = json.dumps({"open": address})
    page.evaluate(f"navigator.serviceWorker.dispatchEvent(new MessageEvent('message', {{data: {told}}}))")
    expect(page.get_by_role("heading", name="Kom kijken")).to_be_visible(timeout=SLOW)
    fresh = open_page(page.context, f"{two.home}{address}")
    expect(fresh.get_by_role("heading", name="Kom kijken")).to_be_visible(timeout=SLOW)
    fresh.close()
    page.evaluate("async () => (await import('/sync/away.js')).choose('')")


def test_each_school_has_choices_of_its_own(page: Page, two: Two) -> None:
    page.goto(f"{two.home}/more")
    page.get_by_label("Meldingen op dit apparaat").click(timeout=SLOW)
    there = page.get_by_role("group", name="Meldingen van Het Kompas")
    there.get_by_label("Zoals bij mijn eigen school").click(timeout=SLOW)
    with page.expect_response(lambda one: '"off":["news"]' in (one.request.post_data or ""), timeout=SLOW):
        there.get_by_role("group", name="Nieuws").get_by_label("Niet").click(timeout=SLOW)
    assert (findings(page), fits(page)) == ([], True)
    shoot(page, "choices")
    page.reload()
    expect(there.get_by_role("group", name="Nieuws").get_by_label("Niet")).to_be_checked(timeout=SLOW)
    kept = page.evaluate("async () => (await (await fetch('/api/push')).json()).choices")
    assert (kept["off"], kept["schools"][two.host]["off"]) == ([], ["news"])


def test_behind_a_lock_the_name_of_the_school_is_all_there_is(page: Page, two: Two) -> None:
    page.goto(f"{two.home}/more")
    page.get_by_label("Vraag bij het openen wie je bent").check()
    page.get_by_label("Pincode", exact=True).fill("482913")
    page.get_by_role("button", name="Zet het slot erop").click()
    expect(page.get_by_text("Het slot zit erop.")).to_be_visible(timeout=SLOW)
    page.goto(f"{two.home}/problems/not-found")
    push_away(page, two, write(two, "Achter slot")[1])
    assert [one[:2] for one in shown(page)] == [["Er is iets nieuws van Het Kompas", ""]]


def write(two: Two, title: str = TITLE) -> tuple[str, str]:
    """Het Kompas writes to its group; the post's id, and what Omar's devices are told."""
    made = two.post("kompas", title)
    items = two.offices["kompas"].replica.of_kind("news")
    return made, payload(two, next(one for one in items if one.body["post"] == made))


def payload(two: Two, item: Item, clears: int = 0) -> str:
    """The payload of a push about a record."""
    record = RecordAt(circle=item.circle, place=item.place, hash=item.hash)
    return padded(AwayFrame(away=two.host, clears=clears, records=[record]))


def push_away(page: Page, two: Two, told: str) -> None:
    """Hand a payload to the push worker, as the browser would."""
    push(page, two.servers["regenboog"], told)


def tablet(two: Two) -> Session:
    """Omar at Het Kompas on another device."""
    home = account.login(Http(two.home), "omar", PASSWORD)
    home.sync()
    session = away.resume(home, two.host)
    session.sync()
    return session


def shoot(page: Page, name: str) -> None:
    """A picture for whoever wants to look: with KRING_SHOTS, the folder."""
    folder = os.environ.get("KRING_SHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"told-away-{name}.png", full_page=True)
