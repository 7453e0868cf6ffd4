"""A calendar feed of 300 events: asked again with its tag, asked again without, and after a change.

The tag is held against a Flask route that returns a constant under the same worker; the other two against Radicale,
which serves the very same file, put into it once, under the same worker as well. A change is one event that is moved,
on both sides before the clock starts; then the whole calendar is fetched.
"""

from __future__ import annotations

import base64
import re
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

import requests
from icalendar import Calendar

from bench.load import drive, request
from bench.rows import Row, take_turns
from bench.school import DISK, GROUPS, OFFICE, Running, connect, open_copy, serve_bare, serve_radicale, template
from sync.batch import Batch
from sync.client import calendar, feeds
from sync.client.session import Session

EVENTS = 300
CONNECTIONS = 10
SECONDS = 0.8
CHANGES = 5
SAME = "Radicale, the same calendar"
TEXT = "We lopen, dus trek stevige schoenen aan. " * 3
PLACE = "/family/school/"
_HEAD, _END = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//\r\n", b"END:VCALENDAR\r\n"


def measure() -> list[Row]:
    """Requests a second, on ten connections; after a change one at a time."""
    with open_copy("feed") as server, _radicale() as theirs, serve_bare() as bare:
        ours = _school(server)
        theirs.fill(requests.get(ours.url, timeout=60).content)
        whole, constant = cycle([ours.get]), cycle([request("GET", "/constant", bare.port)])
        figures = take_turns({
            "constant": lambda: _rate(bare, constant),
            "tag": lambda: _rate(server, cycle([ours.ask_again()])),
            "same": lambda: _rate(server, whole),
            "radicale": lambda: _rate(theirs.server, cycle([theirs.get])),
            "changed": lambda: _after(ours.change, server, ours.get),
            "radicale changed": lambda: _after(theirs.change, theirs.server, theirs.get),
        })  # fmt: skip
    return [
        _row("unchanged (304)", figures["tag"], figures["constant"], "Flask, a constant"),
        _row("the same bytes again", figures["same"], figures["radicale"], SAME),
        _row("changed", figures["changed"], figures["radicale changed"], SAME),
    ]


def _row(what: str, ours: float, limit: float, against: str) -> Row:
    return Row(f"feed of {EVENTS} events, {what}", ours, limit, "requests/s", against=against)


@dataclass
class Ours:
    """A teacher's calendar and the address at which it is served."""

    teacher: Session
    url: str
    port: int
    events: Iterator[str]

    @property
    def path(self) -> str:
        """The path of the address."""
        return urlsplit(self.url).path

    @property
    def get(self) -> bytes:
        """A request for the whole, without a tag."""
        return request("GET", self.path, self.port)

    def ask_again(self) -> bytes:
        """A request with the tag of now, which gets 304 as long as nothing changes."""
        tag = {"If-None-Match": requests.get(self.url, timeout=60).headers["ETag"]}
        assert requests.get(self.url, headers=tag, timeout=60).status_code == 304
        return request("GET", self.path, self.port, headers=tag)

    def change(self) -> None:
        """Move an event by some minutes."""
        event = next(self.events)
        minutes = (int(self.teacher.replica.items[event].body["start"][3:]) + 5) % 60
        calendar.change(self.teacher, event, start=f"09:{minutes:02}")


@dataclass
class Radicale:
    """The same calendar in Radicale."""

    server: Running
    events: Iterator[tuple[str, bytes]]

    @property
    def get(self) -> bytes:
        """A request for the whole."""
        return request("GET", PLACE, self.server.port, headers=_basic())

    def fill(self, text: bytes) -> None:
        """Put the whole calendar there, and remember its events; it takes no colon in the name of one."""
        text = re.sub(rb"@127\.0\.0\.1:\d+", b"@school", text)
        address = self.server.address + PLACE
        done = requests.put(address, data=text, headers=_basic() | {"Content-Type": "text/calendar"}, timeout=600)
        done.raise_for_status()
        found = {str(one["UID"]): one.to_ical() for one in Calendar.from_ical(text).walk("VEVENT")}
        zone = Calendar.from_ical(text).walk("VTIMEZONE")[0].to_ical()
        self.events = cycle([(uid, _HEAD + zone + event + _END) for uid, event in found.items()])

    def change(self) -> None:
        """Put one event anew."""
        uid, text = next(self.events)
        text = text.replace(b"\r\nSUMMARY:", b"\r\nSUMMARY:Nieuw: ")
        address = f"{self.server.address}{PLACE}{uid}.ics"
        done = requests.put(address, data=text, headers=_basic() | {"Content-Type": "text/calendar"}, timeout=60)
        done.raise_for_status()


def _school(server: Running) -> Ours:
    """A school whose group 1A has its calendar full, and its teacher's address."""
    built, group = template(), GROUPS[0]
    office, teacher = built.writers[OFFICE], built.writers[group]
    office.transport, teacher.transport = connect(server, OFFICE), connect(server, group)
    calendar.open_calendars(office)
    teacher.sync()
    circle = calendar.calendar(teacher, group).circle
    teacher.write(lambda batch: _fill(batch, circle), teacher.seat(circle=circle))
    url = feeds.make(teacher)
    events = [item.id for item in teacher.replica.of_kind("event", circle=circle)]
    return Ours(teacher, url, server.port, cycle(events))


def _fill(batch: Batch, circle: str) -> None:
    for number in range(EVENTS):
        day = date(2026, 8, 17) + timedelta(days=number)
        body = {
            "title": f"Naar het bos, dag {number}", "day": day.isoformat(), "start": "09:00", "end": "14:30",
            "category": "trip", "place": "Het bos", "text": TEXT, "version": 0,
        }  # fmt: skip
        batch.record(circle, "event", body)


@contextmanager
def _radicale() -> Iterator[Radicale]:
    folder = Path(tempfile.mkdtemp(prefix="radicale-bench-", dir=DISK))
    try:
        with serve_radicale(folder) as server:
            yield Radicale(server, iter(()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _basic() -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(b"family:any").decode()}


def _rate(server: Running, requests_: Iterator[bytes]) -> float:
    return drive(server.port, [requests_] * CONNECTIONS, SECONDS, refused=(304,)).rate


def _after(change: Callable[[], None], server: Running, get: bytes) -> float:
    """Fetches a second, each after a change that is not counted."""
    seconds = []
    for _ in range(CHANGES):
        change()
        seconds.append(drive(server.port, [iter([get])], SECONDS).answers[0])
    return 1 / statistics.median(seconds)
