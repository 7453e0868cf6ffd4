"""The demo's talks: report talks of two groups on two evenings, some times taken, one home waiting for another."""

from __future__ import annotations

from datetime import date, timedelta

from sync.chains import Item
from sync.client import talks
from sync.client.office import groups
from sync.client.session import Session
from sync.planner import timetable
from sync.zone import day_of, instant

_TEXT = "We praten over het eerste rapport. Je kind mag mee. Kun je niet? Bel even, dan zoeken we samen iets."
_TABLES = (("3A", ("juf Sanne", "meester Tom"), "lokaal 4"), ("5B", ("juf Els",), "lokaal 12, boven"))


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    first = _weekday(date.fromisoformat(day_of(marga.clock())) + timedelta(days=12))
    days = [{"day": one.isoformat(), "from": "18:00", "until": "20:30"} for one in (first, first + timedelta(days=2))]
    slots = timetable(days, 10, 0, [["19:00", "19:10"]])
    known = groups(marga)
    tables = [talks.Table(known[name], _seats(staff, people), slots, room) for name, people, room in _TABLES]
    closes = instant((first - timedelta(days=2)).isoformat(), "12:00")
    round_id = talks.open_round(marga, tables, "Rapportgesprekken", text=_TEXT, closes=closes, apart=30, mandatory=1)
    for session in families.values():
        session.sync()
    _book(families, round_id)


def _book(families: dict[str, Session], round_id: str) -> None:
    """Fatima and Jeroen have a time; Koen has one and waits for another; Anna and Omar still have to choose."""
    for login, at, note in (("fatima", 3, "Ik wil graag weten hoe het met lezen gaat."), ("jeroen", 5, "")):
        session = families[login]
        talks.book(session, [_pick(session, round_id, at)], who="Ik kom alleen", note=note)
    koen = families["koen"]
    koen.sync()
    (booking,) = talks.book(koen, [_pick(koen, round_id, 9)])
    talks.move(koen, booking, _pick(koen, round_id, 3), wait=1)


def _pick(session: Session, round_id: str, at: int) -> talks.Pick:
    """A time for the first child of a family."""
    own = session.seat("guardian").circles
    child = next(one for one in own if talks.tables_of(session, round_id, one))
    table: Item = talks.tables_of(session, round_id, child)[0]
    return talks.Pick(table.id, table.body["slots"][at]["id"], child)


def _seats(staff: dict[str, Session], names: tuple[str, ...]) -> dict[str, str]:
    return {staff[name].seat("teacher").id: name for name in names}


def _weekday(day: date) -> date:
    """That day, or the Tuesday after it where it is no Monday to Wednesday: two evenings of one school week."""
    return day if day.weekday() < 3 else day + timedelta(days=(8 - day.weekday()) % 7)
