"""Who helps at lunch: asked, planned for some hours, and let in for these hours only.

Invariant: what a helper gets of the children is a letter that the server keeps to itself until duty begins, and that
is gone, there and on the helper's devices, when it ends; it holds the children who stay that day and no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.lunch import boxes, own_seats
from sync.client.lunchday import Row, day_list
from sync.client.office import DAY, lunch_circle
from sync.client.session import Session
from sync.zone import instant

Body = dict[str, Any]
LONGEST_HOLD = 14 * DAY
"""How long before a duty the server takes its list."""


def offer_help(session: Session, name: str, phone: str = "") -> None:
    """A parent says that they can be asked."""
    own = own_seats(session)
    before = next((item for item in session.replica.of_kind("lunchhelp") if item.head["seat"] in own), None)
    body, record = {"name": name, "phone": phone}, b64(fresh(16))
    circle = lunch_circle(session)
    session.write(lambda batch: batch.letter("lunchhelp", body, [circle], record, before), session.seat("guardian"))


def helpers(session: Session) -> dict[str, Item]:
    """Who can be asked, by seat."""
    return {item.head["seat"]: item for item in session.replica.of_kind("lunchhelp")}


def plan_duty(session: Session, seat: str, day: str, begin: str, end: str) -> str:
    """Plan a helper's duty for some hours of a day; returns its id. The list follows by `top_up`."""
    record, known = b64(fresh(16)), helpers(session)
    name = known[seat].body["name"] if seat in known else ""
    body = {"seat": seat, "name": name, "day": day, "from": begin, "until": end}
    circle = lunch_circle(session)
    session.write(
        lambda batch: batch.letter("lunchduty", body, [circle], record, seats=boxes(session, [seat])),
        session.seat(circle=circle),
    )
    top_up(session)
    return record


def cancel_duty(session: Session, duty: str) -> None:
    """Call a duty off: its list goes with it."""

    def build(batch: Batch) -> None:
        for found in _lists_of(session, duty):
            batch.delete(found)
        if duty in session.replica.items:
            batch.delete(session.replica.items[duty])

    session.write(build, session.replica.trust.seats[session.replica.items[duty].head["seat"]])


def top_up(session: Session) -> int:
    """Bring the lists of the duties that this person planned in line with their days; returns how many changed.

    Lists that a device wrote on an old copy go: of a duty that was called off, or beside a newer one.
    """
    done = _sweep(session)
    for duty in list(session.replica.of_kind("lunchduty")):
        if duty.head["seat"] in session.replica.seats() and _is_stale(session, duty):
            record = b64(fresh(16))
            session.write(_DutyList(session, duty.id, record), session.replica.trust.seats[duty.head["seat"]])
            done += 1
    return done


def on_duty(session: Session) -> Item | None:
    """The list that this person has now as a helper; None before and after."""
    own, now = own_seats(session), session.clock()
    lists = [item for item in session.replica.of_kind("dutylist") if item.head["seat"] not in session.replica.seats()]
    for item in _newest_first(lists):
        duty = session.replica.items.get(item.body["duty"])
        if duty and duty.body["seat"] in own and _begin(duty) <= now < _end(duty):
            return item
    return None


def tick(session: Session, child: str, there: bool = True, pressed: int = 0) -> None:
    """A helper on duty says who is there; pressed: ms, when it was queued."""
    found = on_duty(session)
    if found is None:
        return
    duty = session.replica.items[found.body["duty"]]
    at = pressed or session.clock()
    body = {"duty": duty.id, "day": duty.body["day"], "child": child, "there": int(there), "at": at}
    record, circle = b64(fresh(16)), lunch_circle(session)
    session.write(
        lambda batch: batch.letter("lunchtick", body, [circle], record, until=_end(duty) + 7 * DAY, time=at),
        session.replica.trust.seats[duty.body["seat"]],
    )


class _DutyList:
    """One list in the making, as the day stands at the moment of writing."""

    def __init__(self, session: Session, duty: str, record: str) -> None:
        self.session, self.duty, self.record = session, duty, record

    def __call__(self, batch: Batch) -> None:
        """Write it: held until duty begins, gone when it ends."""
        duty = self.session.replica.items.get(self.duty)
        if duty is None or not _is_stale(self.session, duty):
            return
        hold = max(0, _begin(duty) - batch.now)
        batch.letter(
            "dutylist", _wanted(self.session, duty), [], self.record, _list_of(self.session, duty.id),
            boxes(self.session, [duty.body["seat"]]), _end(duty), hold,
        )  # fmt: skip


def _is_stale(session: Session, duty: Item) -> bool:
    now, found = session.clock(), _list_of(session, duty.id)
    if now >= _end(duty) or _begin(duty) - now > LONGEST_HOLD:
        return False
    return found is None or found.body != _wanted(session, duty)


def _wanted(session: Session, duty: Item) -> Body:
    rows = [row for row in day_list(session, duty.body["day"]) if row.verdict["stays"]]
    return {"duty": duty.id, "day": duty.body["day"], "children": [_child(row) for row in rows]}


def _child(row: Row) -> Body:
    """What a helper must know of a child, and no more: no last name, no home, no money."""
    told = {
        key: " · ".join(dict.fromkeys(diet[key] for diet in row.diets if diet.get(key)))
        for key in ("allergies", "medication", "phones")
    }
    codes = list(dict.fromkeys(code for diet in row.diets for code in diet.get("allergens", [])))
    return {"child": row.child, "first": row.first, "group": row.group, "allergens": codes, **told}


def _sweep(session: Session) -> int:
    spare = _spare_lists(session)
    for item in spare:
        while session.replica.circles[item.circle].before:
            session.past(item.circle)  # a duty may be older than what was read
        session.write(partial(_drop, session, item.id), session.replica.trust.seats[item.head["seat"]])
    return len(spare)


def _drop(session: Session, record: str, batch: Batch) -> None:
    for item in [one for one in _spare_lists(session) if one.id == record]:
        batch.delete(item)


def _spare_lists(session: Session) -> list[Item]:
    known = {str(item.body["duty"]) for item in session.replica.of_kind("dutylist")}
    return [item for duty in sorted(known) for item in _lists_of(session, duty)[duty in session.replica.items :]]


def _lists_of(session: Session, duty: str) -> list[Item]:
    """The own lists of a duty, the newest first."""
    own = session.replica.seats()
    found = [one for one in session.replica.of_kind("dutylist") if one.body["duty"] == duty]
    return _newest_first(one for one in found if one.head["seat"] in own)


def _newest_first(lists: Iterable[Item]) -> list[Item]:
    return sorted(lists, key=lambda one: (-int(one.head["time"]), one.id))


def _list_of(session: Session, duty: str) -> Item | None:
    return next(iter(_lists_of(session, duty)), None)


def _begin(duty: Item) -> int:
    return instant(duty.body["day"], duty.body["from"])


def _end(duty: Item) -> int:
    return instant(duty.body["day"], duty.body["until"])
