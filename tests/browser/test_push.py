"""Web Push in Chromium: its push worker opens what came with the keys of this browser, and shows the words.

A browser's own push service can't be reached in a test: what the server made for it is handed to the worker by the
debugging protocol. Sealing and sending are tested in tests/server/test_push.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from server.telling import padded
from sync.client import chats, office
from sync.client.chats import Members
from sync.client.session import Session
from sync.messages import Frame, RecordAt
from tests.browser.families import settle
from tests.browser.school import PHONE, School, open_page, open_school, sign_in, visitor
from tests.browser.test_looks import findings, fits

pytestmark = [pytest.mark.browser]
TEXT = "Mila's kanarie is weer gevonden"
REGISTER = """async () => {
  const found = await navigator.serviceWorker.register("/push.worker.js", { type: "module", scope: "/push/" });
  const worker = found.installing ?? found.waiting ?? found.active;
  if (worker.state === "activated") return;
  await new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done()));
}"""
# whoever asks while one is being shown makes Chromium forget it: so the test takes its turn as well (ui/lockscreen.js)
SHOWN = """async (count) => {
  const registration = await navigator.serviceWorker.getRegistration("/push/");
  for (const end = Date.now() + 60_000; ; await new Promise((again) => setTimeout(again, 50))) {
    const found = await navigator.locks.request("kring.notices", () => registration.getNotifications());
    if (found.length === count || Date.now() > end) return found.map((one) => [one.title, one.body, one.data.href]);
  }
}"""
ASK = """async () => {
  const { wasRead } = await import("/ui/notices.js");
  for (window.asking = true; window.asking; ) await wasRead("nothing");
}"""
# an event that a script makes keeps no worker awake, and may not focus a window: all else is as with a real tap
TAP = """async () => {
  const [told] = await navigator.locks.request("kring.notices", () => registration.getNotifications());
  const tap = new NotificationEvent("notificationclick", { notification: told });
  const whole = new Promise((done) => Object.defineProperty(tap, "waitUntil", { value: done }));
  dispatchEvent(tap);
  await whole.catch((refused) => refused.name === "InvalidAccessError" || Promise.reject(refused));
}"""
CLEAR = """async () => {
  const registration = await navigator.serviceWorker.getRegistration("/push/");
  const found = await navigator.locks.request("kring.notices", () => registration.getNotifications());
  for (const one of found) one.close();
}"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A server."""
    opened = open_school(tmp_path_factory.mktemp("push"), packed=False)
    yield opened
    opened.stop()


@pytest.fixture(scope="module")
def people(school: School) -> dict[str, Session]:
    """Anna, Fatima and juf Sanne."""
    return settle(school, "anna", "fatima")


@pytest.fixture(scope="module")
def fatima(telling: Browser, school: School, people: dict[str, Session]) -> Page:
    """Fatima's phone, on which notifications are allowed."""
    context = visitor(telling, PHONE)
    context.grant_permissions(["notifications"], origin=school.address)
    page = open_page(context, school.address)
    sign_in(page, "fatima")
    page.evaluate(REGISTER)
    return page


def push(page: Page, school: School, text: str) -> None:
    """Hand a payload to the push worker, as the browser would."""
    debug: CDPSession = page.context.new_cdp_session(page)
    scope, found = f"{school.address}/push/", dict[str, str]()

    def note(event: dict[str, Any]) -> None:
        found.update({one["scopeURL"]: one["registrationId"] for one in event["registrations"]})

    debug.on("ServiceWorker.workerRegistrationUpdated", note)
    debug.send("ServiceWorker.enable")
    while scope not in found:
        page.evaluate("() => new Promise(requestAnimationFrame)")
    told = {"origin": school.address, "registrationId": found[scope], "data": text}
    debug.send("ServiceWorker.deliverPushMessage", told)


def shown(page: Page, count: int = 1) -> list[list[str]]:
    """The notifications that stand there, once there are so many: title, words, where they lead."""
    found: list[list[str]] = page.evaluate(SHOWN, count)
    return found


def payload(session: Session, message: str) -> str:
    """What the server sends of a message that its author's own copy has."""
    item = session.replica.items[message]
    record = {"circle": item.circle, "place": item.place, "hash": item.hash, "record": item.letter}
    return padded(Frame(records=[msgspec.convert(record, RecordAt)]))


def test_the_words_are_opened_on_the_device(fatima: Page, school: School, people: dict[str, Session]) -> None:
    """Also for a screen that is closed: the page knows nothing of it yet."""
    fatima.goto(f"{school.address}/problems/not-found")
    seat = people["fatima"].seat().id
    thread = chats.open_thread(people["sanne"], Members(people=(seat,)), TEXT, hold=0)
    (message,) = chats.messages(people["sanne"], thread)
    push(fatima, school, payload(people["sanne"], message.id))
    assert [[one[1], one[2]] for one in shown(fatima)] == [[TEXT, f"/messages/{thread}"]]


def test_opening_it_takes_it_off_the_lock_screen(fatima: Page, school: School) -> None:
    [[_, _, href]] = shown(fatima)
    fatima.goto(school.address + href)
    expect(fatima.get_by_text(TEXT)).to_be_visible()
    assert shown(fatima, 0) == []


def test_a_tap_opens_it_in_the_window_that_is_open(fatima: Page, school: School, people: dict[str, Session]) -> None:
    fatima.goto(f"{school.address}/more")
    fatima.get_by_role("heading", name="Meldingen").wait_for()
    seat = people["fatima"].seat().id
    thread = chats.open_thread(people["sanne"], Members(people=(seat,)), "Tik maar", hold=0)
    push(fatima, school, payload(people["sanne"], chats.messages(people["sanne"], thread)[0].id))
    [[_, _, href]] = shown(fatima)
    fatima.evaluate("window.kept = true")
    worker = next(one for one in fatima.context.service_workers if one.url.endswith("/push.worker.js"))
    worker.evaluate(TAP)
    expect(fatima.get_by_text("Tik maar")).to_be_visible()
    assert (fatima.url, fatima.evaluate("window.kept")) == (school.address + href, True)
    assert shown(fatima, 0) == []


def test_an_address_alone_is_looked_up(fatima: Page, school: School, people: dict[str, Session]) -> None:
    """What did not fit: the worker asks the school's server."""
    fatima.goto(f"{school.address}/problems/not-found")
    group = office.groups(people["sanne"])["3A"].group
    chats.open_thread(people["sanne"], Members(groups=(group,)), "Wie rijdt?", "Bos", hold=0)
    push(fatima, school, padded(Frame(sync=1)))
    assert [one[1] for one in shown(fatima)] == ["Wie rijdt?"]
    fatima.evaluate(CLEAR)


def test_what_was_read_elsewhere_goes(fatima: Page, school: School, people: dict[str, Session]) -> None:
    """She read it on her tablet: the phone is told so, and takes it off the lock screen."""
    fatima.goto(f"{school.address}/problems/not-found")
    seat = people["fatima"].seat().id
    thread = chats.open_thread(people["sanne"], Members(people=(seat,)), "Tot straks", hold=0)
    push(fatima, school, payload(people["sanne"], chats.messages(people["sanne"], thread)[0].id))
    assert [one[1] for one in shown(fatima)] == ["Tot straks"]
    people["fatima"].sync()
    chats.see(people["fatima"], thread)
    seen = next(item.id for item in people["fatima"].replica.of_kind("seen") if item.body["thread"] == thread)
    push(fatima, school, payload(people["fatima"], seen))
    assert shown(fatima, 0) == []


def test_an_app_that_asks_meanwhile_makes_it_forget_none(
    fatima: Page, school: School, people: dict[str, Session]
) -> None:
    """Chromium loses what is shown while a page asks what stands there, every second time."""
    fatima.goto(f"{school.address}/more")
    fatima.evaluate(f"void ({ASK})()")
    seat = people["fatima"].seat().id
    for at in range(8):
        thread = chats.open_thread(people["sanne"], Members(people=(seat,)), f"Nummer {at}", hold=0)
        push(fatima, school, payload(people["sanne"], chats.messages(people["sanne"], thread)[0].id))
    found = shown(fatima, 8)
    fatima.evaluate("window.asking = false")
    assert {one[1] for one in found} == {f"Nummer {at}" for at in range(8)}
    fatima.evaluate(CLEAR)


def test_neutral_where_somebody_wants_that(fatima: Page, school: School, people: dict[str, Session]) -> None:
    fatima.goto(f"{school.address}/more")
    fatima.get_by_role("heading", name="Meldingen").wait_for()
    assert (findings(fatima), fits(fatima)) == ([], True)
    fatima.evaluate("async () => (await import('/ui/notices.js')).keepNeutral(true)")
    fatima.goto(f"{school.address}/problems/not-found")
    seat = people["fatima"].seat().id
    thread = chats.open_thread(people["sanne"], Members(people=(seat,)), "Geheim", hold=0)
    push(fatima, school, payload(people["sanne"], chats.messages(people["sanne"], thread)[0].id))
    found = shown(fatima)
    assert [one[0] for one in found] == ["Er is iets nieuws van school"]
    assert "Geheim" not in json.dumps(found)
