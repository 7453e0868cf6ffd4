"""Story 2, told: what parents of De Regenboog hear of Het Kompas while their telephones sleep, as each chose it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from server import delivering, mailing, pushing, telling
from server.site import NAME
from sync.client import news
from sync.client.handover import offer, take
from sync.client.session import Session
from sync.messages import Delivery, Notice, ParcelAt
from tests.server.pair import Side, ask, signed
from tests.server.test_push import Device, Service, service, subscribe
from tests.stories.test_two_schools import K_NEWS, R_NEWS, both, two
from tests.stories.two import Two

__all__ = ["both", "service", "two"]
HOUR = 3_600_000


def run(side: Side) -> int:
    """Notices come in, and one round of the worker that pushes."""
    return pushing.deliver_due(side.site)


def tell(two: Two) -> int:
    """What Het Kompas has to say reaches De Regenboog, and from there the telephones; returns how many."""
    two.k.deliver()
    return run(two.r)


def post(two: Two, urgent: bool = False) -> str:
    """Hans (or the office, if it is urgent) writes to Blauw at Het Kompas."""
    return news.post(two.kees if urgent else two.hans, [two.group(two.k).group], K_NEWS, "Lees", urgent=urgent)


def opened(device: Device, service: Service) -> list[dict[str, Any]]:
    """What a device was told."""
    return [json.loads(device.open(body)) for path, _, body in service.got if path in device.endpoint]


def second(session: Session, two: Two) -> Session:
    """Another device of somebody."""
    found = take(two.r.school.browser(), offer(session))
    assert found is not None
    return found


def test_omar_has_two_devices_and_is_told_once_on_each(both: Two, service: Service) -> None:
    """Where it stands, of one size, and no word of it; who is at the one school only hears nothing."""
    devices = [subscribe(service, one) for one in (both.omar, second(both.omar, both))]
    subscribe(service, both.anna)
    tell(both)
    post(both)
    assert tell(both) == 2
    for device in devices:
        (said,) = opened(device, service)
        assert (said["away"], said["clears"]) == (both.k.host, 0)
        assert said["records"][0]["circle"] == both.group(both.k).group
        assert "record" not in said["records"][0] or said["records"][0]["record"] is None
    sealed = next(body for path, _, body in service.got if path in devices[0].endpoint)
    assert len(devices[0].open(sealed)) == telling.SMALL
    assert tell(both) == 0


def test_what_omar_has_read_is_cleared_everywhere(both: Two, service: Service) -> None:
    device, other = (subscribe(service, one) for one in (both.omar, second(both.omar, both)))
    subscribe(service, both.leila)
    item = post(both)
    tell(both)
    both.omar_k.sync()
    news.read(both.omar_k, item)
    assert tell(both) == 2
    assert [[one["clears"] for one in opened(each, service)] for each in (device, other)] == [[0, 1], [0, 1]]


def test_leila_has_both_settings_honoured(both: Two, service: Service) -> None:
    """Of De Regenboog no news, of Het Kompas all of it; Omar the other way round; what is urgent reaches both."""
    off: dict[str, Any] = {"off": ["news"]}
    subscribe(service, both.leila, off | {"schools": {both.k.host: {}}})
    subscribe(service, both.omar, {"schools": {both.k.host: off}})
    news.post(both.sanne, [both.group(both.r).group], R_NEWS, "")
    assert tell(both) == 1
    post(both)
    assert tell(both) == 1
    assert len({path for path, _, _ in service.got}) == 2
    post(both, urgent=True)
    assert tell(both) == 3  # Leila is told the news as well


def test_without_other_settings_those_of_the_own_school_hold(both: Two, service: Service) -> None:
    """One digest: what is told once a day comes at that hour, of both schools."""
    subscribe(service, both.omar, {"daily": ["news"], "hour": 17})
    subscribe(service, both.leila, {"muted": [both.group(both.k).group]})
    news.post(both.sanne, [both.group(both.r).group], R_NEWS, "")
    post(both)
    assert tell(both) == 1
    assert (len(service.got), run(both.r)) == (1, 0)  # Leila's, of De Regenboog
    both.r.school.wait(24 * HOUR)
    assert run(both.r) == 2


def test_an_alarm_breaks_through_and_what_is_taken_back_is_not_told(both: Two, service: Service) -> None:
    subscribe(service, both.omar, {"off": ["news"], "quiet": ["00:00", "23:59"], "muted": [both.group(both.k).group]})
    device = subscribe(service, both.leila)
    post(both, urgent=True)
    assert tell(both) == 3
    urgency = sorted(headers["Urgency"] for path, headers, _ in service.got if path in device.endpoint)
    assert urgency == ["high", "normal"]
    taken = post(both)
    both.k.deliver()
    news.delete(both.hans, taken)
    assert tell(both) == 0


def test_an_email_without_words_counts_the_other_school(both: Two, service: Service) -> None:
    site = both.r.site
    config = msgspec.structs.replace(site.config, mail=msgspec.structs.replace(site.config.mail, host="127.0.0.1"))
    both.r.school.app.extensions[NAME] = site.__class__(**{**vars(site), "config": config})
    browser = both.r.school.browser()
    for session in (both.omar, both.leila):
        browser = session.transport  # type: ignore[assignment]
        assert browser.ask("PUT", "/api/mail", {"address": "omar@kanarie.example"}).status_code == 204
    subscribe(service, both.leila)
    post(both)
    both.k.deliver()
    due = both.r.school.store.read(lambda c: c.execute("SELECT person FROM mail WHERE due > 0").fetchall())
    assert [row[0] for row in due] == [both.omar.person]
    assert K_NEWS not in str(mailing.letter(both.r.site, "omar@kanarie.example"))


def test_a_notice_says_where_and_never_what(both: Two) -> None:
    """No title, no kind, no author; and only of those whose school it goes to."""
    both.k.deliver()
    before = len(both.r.front.passed)
    post(both)
    both.k.deliver()
    bodies = [one.body for one in both.r.front.passed[before:] if one.path == delivering.PATH]
    (told,) = [
        one
        for body in bodies
        for parcel in msgspec.json.decode(body, type=Delivery).parcels
        for one in parcel.notice.told
    ]
    assert {*told.persons} == {both.omar.person, both.leila.person}
    assert (told.module, told.urgent, told.through) == ("news", 0, [both.group(both.k).group])
    wire = b"".join(bodies)
    for word in (K_NEWS, both.hans.person, both.hans.seat().id, '"kind"', both.bea.person):
        assert word.encode() not in wire


@pytest.mark.parametrize("hours", [1, 30])
def test_what_is_old_wakes_nobody_any_more(both: Two, service: Service, hours: int) -> None:
    """As after a week without a cable; by the other school's own clock, which may be wrong by an hour."""
    subscribe(service, both.omar)
    post(both)
    both.r.school.wait(hours * HOUR)
    both.k.deliver()
    assert run(both.r) == (1 if hours == 1 else 0)


def test_a_school_can_wake_nobody_but_its_own_people_elsewhere(both: Two, service: Service) -> None:
    """What it takes back under another's name stays; whom it does not know it can't name."""
    subscribe(service, both.anna)
    news.post(both.sanne, [both.group(both.r).group], R_NEWS, "")
    topics = [row[0] for row in both.r.school.store.read(lambda c: c.execute("SELECT topic FROM push_job").fetchall())]
    parcel = ParcelAt(n=1, notice=Notice(withdrawn=topics))
    body = msgspec.json.encode(Delivery(life="L" * 22, parcels=[parcel]))
    assert ask(both.r, body, signed(both.k, both.r, body)) == ""
    assert run(both.r) == 1
