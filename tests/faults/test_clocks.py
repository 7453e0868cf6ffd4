"""Two schools as real processes whose clocks are wrong: one is an hour ahead, the other an hour behind.

What is delivered comes once, and who reads at both notices nothing. Needs Debian's `faketime`; skipped without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import time
from urllib.parse import urlsplit

import pytest
import requests
from icalendar import Calendar

from sync.client import calendar, feeds, news, office
from sync.client.away import join
from sync.client.session import Session, now
from sync.client.transport import Http, call
from sync.messages import Page
from tests.faults.pair import House, open_houses, until
from tests.server.test_push import Service, service

__all__ = ["service"]
HOUR = 3_600_000
MANY = 12
KEY = "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"
"""A point on the curve: RFC 8291, 5, has one. Nothing is opened here."""
FOUND = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not FOUND, reason="no faketime here"),
]


def clock(hours: int) -> dict[str, str]:
    """What makes a process believe that it is so many hours later; how long things take stays as it is."""
    return {"LD_PRELOAD": str(FOUND[0]), "FAKETIME": f"{hours:+d}h", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[tuple[House, House]]:
    """Two schools that have linked each other all the same; the devices in their offices go by the school's clock.

    (What a device with the right time writes at a school that is an hour behind is held for that hour: decision 11.)
    """
    with open_houses(tmp_path, clock(1), clock(-1)) as found:
        for house, hours in zip(found, (1, -1), strict=True):
            house.office.clock = partial(shifted, hours)
        yield found


def shifted(hours: int) -> int:
    """What a wrong clock says (ms)."""
    return now() + hours * HOUR


def test_an_hour_ahead_and_an_hour_behind(houses: tuple[House, House], service: Service) -> None:
    """Notices and messages come once each, both ways, and an address shows what stands at both."""
    a, b = houses
    assert [round((told(one.office) - time() * 1000) / HOUR) for one in houses] == [1, -1]
    there = neighbour(a, b)
    device = subscribe(a, service)
    group = office.groups(b.office)["Blauw"].group
    for number in range(MANY):
        news.post(b.office, [group], f"Kanarie {number}", "")
    until(lambda: b.peers().peers[0].waiting == 0)
    there.sync()
    titles = [item.body["title"] for item in news.news(there)]
    assert sorted(titles) == sorted(f"Kanarie {number}" for number in range(MANY))
    until(lambda: len(service.got) >= MANY)
    assert len({service_topic(one) for one in service.got}) == MANY == len(service.got)
    assert {path for path, _, _ in service.got} == {device}


def test_a_restart_in_between_and_the_other_way_round(houses: tuple[House, House]) -> None:
    """What was measured of the other clock is on disk; a clock that was put right meanwhile is measured again."""
    a, b = houses
    there = neighbour(a, b)
    b.end()
    b.clock = {}
    b.start()
    a.tell(b, MANY)
    b.tell(a, MANY)
    until(lambda: all(one.peers().peers[0].waiting == 0 for one in houses))
    before = (a.moved(), b.moved())
    there.sync()
    assert before[1] == MANY
    assert before[0] >= MANY
    assert [one.peers().peers[0].state for one in houses] == ["linked", "linked"]


def test_one_calendar_by_two_clocks(houses: tuple[House, House]) -> None:
    a, b = houses
    there = neighbour(a, b)
    for one in (a, b):
        calendar.open_calendars(one.office)
        circle = next(at.circle for at in calendar.calendars(one.office) if at.sort == "school")
        calendar.add(one.office, [circle], "Kanariedag", "2027-03-03", start="09:00", end="10:00")
    there.sync()
    url = feeds.make(a.office, others={b.host: there})
    events = Calendar.from_ical(requests.get(url, timeout=30).text).walk("VEVENT")
    assert len(events) == len({str(one["UID"]) for one in events}) == 2
    assert all("tegelijk" in str(one["DESCRIPTION"]) for one in events)


def neighbour(a: House, b: House) -> Session:
    """Somebody who works at A and teaches at B: their session at B."""
    office.open_group(b.office, "Blauw")
    token = office.invite_staff(b.office, office.Staffer("Hans", "teacher", ("Blauw",)))
    return join(a.office, b.host, token)


def subscribe(a: House, service: Service) -> str:
    """Let the device of A's office be told; where that is."""
    endpoint, body = service.address, {"auth": "tBHItJI5svbpez7KI4CCXg", "p256dh": KEY}
    transport = a.office.transport
    assert isinstance(transport, Http)
    assert transport.send("PUT", "/api/push", json.dumps({**body, "endpoint": endpoint}).encode())[0] == 204
    return urlsplit(endpoint).path


def service_topic(got: tuple[str, dict[str, str], bytes]) -> str:
    """The name under which a message replaces an older one."""
    return got[1]["Topic"]


def told(session: Session) -> int:
    """What a school's server thinks that it is (ms)."""
    return call(session.transport, "GET", "/api/sync?cursor=", Page).time
