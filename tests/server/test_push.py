"""Web Push: what a sleeping device is told, by a real push service on this machine that opens what it gets."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from zoneinfo import ZoneInfo

import http_ece
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from crypto.encoding import b64
from server import outside, pushing, telling
from server.outside import Forbidden
from server.releases import release_due
from server.store import push
from sync.batch import Batch
from sync.client import calendar, chats, news, office
from sync.client.chats import Members
from sync.client.handover import offer, take
from sync.client.session import Session, now
from sync.client.transport import Problem
from sync.messages import PushChoices
from sync.zone import day_of
from tests.server.school import browser_of
from tests.stories.cast import Regenboog

TITLE = "Kanariepiet vliegt"
MINUTE = 60_000


@dataclass
class Service:
    """A push service: the answers it gives, in turn, and what it got."""

    port: int
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where a new subscription is told."""
        return f"http://127.0.0.1:{self.port}/push/{os.urandom(8).hex()}"


@dataclass
class Device:
    """One browser's subscription, with the keys that open what it is told."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = field(default_factory=lambda: os.urandom(16))

    def body(self, choices: dict[str, Any] | None = None) -> dict[str, Any]:
        """What it says to the server."""
        form = serialization.PublicFormat.UncompressedPoint
        point = self.key.public_key().public_bytes(serialization.Encoding.X962, form)
        return {"endpoint": self.endpoint, "p256dh": b64(point), "auth": b64(self.auth), "choices": choices or {}}

    def open(self, sealed: bytes) -> bytes:
        """What a message says."""
        data: bytes = http_ece.decrypt(sealed, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        return data


@pytest.fixture
def service() -> Iterator[Service]:
    """A running push service."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take a message and give the next answer."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            running.got.append((self.path, dict(self.headers), body))
            status, headers = running.answers.pop(0) if running.answers else (201, {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running = Service(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield running
    server.shutdown()
    server.server_close()


def subscribe(service: Service, session: Session, choices: dict[str, Any] | None = None) -> Device:
    """Let somebody's device be told."""
    device = Device(service.address)
    assert browser_of(session).ask("PUT", "/api/push", device.body(choices)).status_code == 204
    return device


def post(regenboog: Regenboog) -> str:
    """Juf Sanne writes to 3A."""
    return news.post(regenboog.sanne, [regenboog.group("3A").group], TITLE, "Om tien uur")


def run(regenboog: Regenboog) -> int:
    """One round of the worker."""
    return pushing.deliver_due(regenboog.school.site)


def test_a_device_is_told_the_record_itself(regenboog: Regenboog, service: Service) -> None:
    """It is the frame that a live connection would have got, of one of two sizes, and opens with the own keys only."""
    device = subscribe(service, regenboog.anna)
    post(regenboog)
    assert run(regenboog) == 1
    path, headers, sealed = service.got[0]
    text = device.open(sealed)
    assert len(text) in (telling.SMALL, telling.LARGE)
    assert json.loads(text)["records"][0]["circle"] == regenboog.group("3A").group
    assert TITLE.encode() not in text
    assert path in device.endpoint
    assert headers["Authorization"].startswith("vapid t=")
    assert (headers["Urgency"], len(headers["Topic"])) == ("normal", 32)


def test_nobody_else_is_told(regenboog: Regenboog, service: Service) -> None:
    """Neither who wrote it, nor another class."""
    for session in (regenboog.sanne, regenboog.jeroen):
        subscribe(service, session)
    post(regenboog)
    assert run(regenboog) == 0


def test_a_message_shows_each_reader_their_own_box_only(regenboog: Regenboog, service: Service) -> None:
    device = subscribe(service, regenboog.fatima)
    people = (regenboog.fatima.seat().id, regenboog.koen.seat().id)
    chats.open_thread(regenboog.anna, Members(people=people), TITLE, hold=0)
    assert run(regenboog) == 1
    boxes = json.loads(device.open(service.got[0][2]))["records"][0]["record"]["boxes"]
    assert [box[0] for box in boxes if box[1]] == [f"c:{people[0]}"]


def test_a_held_message_is_told_when_it_is_let_go_and_never_if_undone(regenboog: Regenboog, service: Service) -> None:
    subscribe(service, regenboog.fatima)
    to = Members(people=(regenboog.fatima.seat().id,))
    chats.open_thread(regenboog.anna, to, TITLE, hold=MINUTE)
    undone = chats.open_thread(regenboog.anna, to, "Verkeerd", hold=MINUTE)
    chats.take_back(regenboog.anna, chats.messages(regenboog.anna, undone)[0].id)
    assert run(regenboog) == 0
    regenboog.school.wait(MINUTE + 1)
    release_due(regenboog.school.site)
    assert run(regenboog) == 1


def test_what_was_taken_back_is_not_told(regenboog: Regenboog, service: Service) -> None:
    subscribe(service, regenboog.anna)
    news.delete(regenboog.sanne, post(regenboog))
    assert run(regenboog) == 0


def test_urgent_news_breaks_through_and_only_the_office_sends_it(regenboog: Regenboog, service: Service) -> None:
    """Told at once to whoever turned news off; a teacher's client can mark nothing as urgent."""
    device = subscribe(service, regenboog.fatima, {"off": ["news"], "quiet": ["00:00", "23:59"]})
    post(regenboog)
    assert run(regenboog) == 0
    news.post(regenboog.marga, [regenboog.group("3A").group], TITLE, "Nu", urgent=True)
    assert run(regenboog) == 1
    record = json.loads(device.open(service.got[0][2]))["records"][0]["record"]
    assert (json.loads(record["head"])["kind"], service.got[0][1]["Urgency"]) == ("alarm", "high")
    with pytest.raises(Problem, match="not-a-writer"):
        news.post(regenboog.sanne, [regenboog.group("3A").group], TITLE, "Nu", urgent=True)


def test_one_child_is_silent_on_this_device(regenboog: Regenboog, service: Service) -> None:
    """Anna hears of Noor here and not of Bram: not of his group, not of what is written to his place."""
    group, bram = regenboog.group("5B"), office.roster(regenboog.marga)["2"].body
    circles = [group.group, group.parents, bram["child"], bram["guardians"][0]["seat"]]
    subscribe(service, regenboog.anna, {"muted": circles})
    news.post(regenboog.els, [group.group], TITLE, "")
    assert run(regenboog) == 0
    post(regenboog)
    news.post(regenboog.marga, [group.group, regenboog.group("3A").group], TITLE, "")
    assert run(regenboog) == 2


def test_what_is_read_on_one_device_is_told_to_the_others(regenboog: Regenboog, service: Service) -> None:
    """As a letter to oneself; the device that read it, and everybody else, hear nothing."""
    tablet = take(regenboog.school.browser(), offer(regenboog.fatima))
    assert tablet is not None
    device = subscribe(service, regenboog.fatima)
    for session in (tablet, regenboog.anna):
        subscribe(service, session)
    thread = chats.open_thread(regenboog.anna, Members(people=(regenboog.fatima.seat().id,)), TITLE, hold=0)
    assert run(regenboog) == 2
    tablet.sync()
    chats.see(tablet, thread)
    assert run(regenboog) == 1
    record = json.loads(device.open(service.got[-1][2]))["records"][0]["record"]
    assert json.loads(record["head"])["kind"] == "seen"


def test_a_reminder_wakes_ones_own_devices_when_it_is_time(regenboog: Regenboog, service: Service) -> None:
    """Also the one it was made on, and nobody else; what was called off is told to none."""
    device, _ = subscribe(service, regenboog.anna), subscribe(service, regenboog.peter)
    seat = regenboog.anna.seat()
    for title in (TITLE, "Verkeerd"):
        regenboog.anna.write(partial(_hold, title, MINUTE), seat)
    wrong = next(item for item in regenboog.anna.replica.of_kind("alert") if item.body["title"] == "Verkeerd")
    regenboog.anna.write(lambda batch: batch.delete(wrong), seat)
    assert [run(regenboog), len(service.got)] == [0, 0]
    regenboog.school.wait(MINUTE + 1)
    release_due(regenboog.school.site)
    assert run(regenboog) == 1
    record = json.loads(device.open(service.got[0][2]))["records"][0]["record"]
    assert json.loads(record["head"])["kind"] == "alert"


def _hold(title: str, ms: int, batch: Batch) -> None:
    batch.letter("alert", {"event": "", "title": title, "at": batch.now + ms}, [], hold=ms)


def test_a_change_in_the_calendar_is_told_once_to_who_reads_it(regenboog: Regenboog, service: Service) -> None:
    """Anna has a child in each class: she is told once; an urgent word of the office breaks through."""
    quiet = {"quiet": ["00:00", "23:59"], "off": ["calendar"]}
    for session in (regenboog.anna, regenboog.jeroen, regenboog.ad):
        subscribe(service, session, quiet)
    calendar.open_calendars(regenboog.marga)
    tomorrow = day_of(now() + 24 * 60 * MINUTE)
    circle = calendar.calendar(regenboog.marga, "school").circle
    (event,) = calendar.add(regenboog.marga, [circle], TITLE, tomorrow, start="08:30")
    calendar.change(regenboog.marga, event, start="08:00")
    assert run(regenboog) == 0
    calendar.change(regenboog.marga, event, "De bus is er eerder", urgent=True, start="07:45")
    assert run(regenboog) == 2


def test_a_dead_subscription_is_dropped(regenboog: Regenboog, service: Service) -> None:
    subscribe(service, regenboog.anna)
    service.answers = [(410, {})]
    post(regenboog)
    post(regenboog)
    run(regenboog)
    assert browser_of(regenboog.anna).ask("GET", "/api/push").json["choices"] is None
    assert run(regenboog) == 0


def test_a_service_that_is_not_there_is_asked_again_later(regenboog: Regenboog, service: Service) -> None:
    """First after a minute, or when it says; what waits is on disk."""
    subscribe(service, regenboog.anna)
    service.answers = [(503, {}), (429, {"Retry-After": "600"})]
    post(regenboog)
    assert [run(regenboog), run(regenboog)] == [1, 0]
    regenboog.school.wait(MINUTE)
    assert [run(regenboog), run(regenboog)] == [1, 0]
    regenboog.school.wait(5 * MINUTE)
    assert run(regenboog) == 0
    regenboog.school.wait(6 * MINUTE)
    assert run(regenboog) == 1
    assert [len(service.got), run(regenboog)] == [3, 0]


def test_signing_out_ends_it(regenboog: Regenboog, service: Service) -> None:
    subscribe(service, regenboog.anna)
    browser = browser_of(regenboog.anna)
    device = next(one["id"] for one in browser.ask("GET", "/api/devices").json["devices"] if one["current"])
    assert browser.ask("DELETE", f"/api/devices/{device}").status_code == 204
    assert regenboog.school.store.read(lambda connection: push.target(connection, device)) is None


def test_a_test_message(regenboog: Regenboog, service: Service) -> None:
    browser = browser_of(regenboog.anna)
    assert browser.ask("POST", "/api/push/test", {}).status_code == 404
    subscribe(service, regenboog.anna)
    assert browser.ask("POST", "/api/push/test", {}).status_code == 200
    assert run(regenboog) == 1


@pytest.mark.parametrize(
    ("choices", "module", "at", "then"),
    [
        (PushChoices(), "news", "2026-11-24T21:30", "2026-11-24T21:30"),
        (PushChoices(daily=["news"], hour=17), "news", "2026-11-24T09:00", "2026-11-24T17:00"),
        (PushChoices(daily=["news"], hour=17), "news", "2026-11-24T17:30", "2026-11-25T17:00"),
        (PushChoices(quiet=["20:00", "07:00"]), "news", "2026-11-24T21:30", "2026-11-25T07:00"),
        (PushChoices(quiet=["20:00", "07:00"]), "news", "2026-11-24T06:10", "2026-11-24T07:00"),
        (PushChoices(quiet=["20:00", "07:00"]), "news", "2027-03-27T23:00", "2027-03-28T07:00"),
    ],
)
def test_when(choices: PushChoices, module: str, at: str, then: str) -> None:
    """Daily and quiet hours by the school's own clock, also over the night when it changes."""
    assert telling.due(choices, module, urgent=False, now=_ms(at)) == _ms(then)


def test_off_and_urgent() -> None:
    choices = PushChoices(off=["absences"], quiet=["20:00", "07:00"])
    now = _ms("2026-11-24T21:30")
    assert telling.due(choices, "absences", urgent=False, now=now) is None
    assert telling.due(choices, "absences", urgent=True, now=now) == now


@pytest.mark.parametrize(
    "address",
    [
        "http://push.example/x", "https://push.example:8443/x", "https://user@push.example/x", "ftp://push.example/x",
        "https:///x", "https://push.example/x#y", "https://[::1", "http://127.0.0.1:80/x",
    ],
)  # fmt: skip
def test_addresses_that_are_refused(regenboog: Regenboog, address: str) -> None:
    with pytest.raises(Forbidden):
        outside.check(address)


def test_the_server_says_so(regenboog: Regenboog) -> None:
    body = Device("https://10.0.0.1:8443/x").body()
    answer = browser_of(regenboog.anna).ask("PUT", "/api/push", body)
    assert (answer.status_code, answer.json["code"]) == (422, "bad-endpoint")


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "fd00::1",
                                    "::ffff:10.0.0.1", "100.64.0.1", "0.0.0.0", "224.0.0.1"])  # noqa: S104  # fmt: skip
def test_a_name_that_leads_into_our_network(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where only one of several addresses does."""
    found = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", (inside, 443))]
    monkeypatch.setattr(outside.socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(Forbidden):
        outside.resolve(outside.check("https://push.example/x"))


def test_a_redirect_is_not_followed(service: Service) -> None:
    service.answers = [(302, {"Location": f"http://127.0.0.1:{service.port}/elsewhere"})]
    assert outside.post(service.address, b"x", {}, local=True).status == 302
    assert len(service.got) == 1


def _ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam")).timestamp() * 1000)
