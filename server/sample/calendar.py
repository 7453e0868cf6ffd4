"""The demo's calendar: a school year around today, with what changed, what is off, and what is only a plan yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sync.client import alerts, calendar
from sync.client.session import Session, now
from sync.zone import day_of

Body = dict[str, Any]


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    calendar.open_calendars(marga)
    for session in (*staff.values(), *families.values()):
        session.sync()
    _school(marga)
    _third(staff["juf Sanne"])
    _fifth(staff["juf Els"])
    _change(marga, staff["juf Sanne"])
    for session in families.values():
        session.sync()
    _home(families["anna"])
    _answer(families)


def _school(marga: Session) -> None:
    school = calendar.calendar(marga, "school").circle
    for title, first, last in _holidays():
        calendar.add(marga, [school], title, first, until=last, category="free", public=1)
    calendar.add(marga, [school], "Studiedag: alle kinderen vrij", _soon(8, 4), category="free", public=1)
    calendar.add(marga, [school], "Ouderavond", _soon(12, 2), start="19:30", end="21:00", place="aula",
                 category="meeting", asks="rsvp", text="Over het nieuwe rapport. Er is koffie en thee.")  # fmt: skip
    calendar.add(marga, [school], "Sinterklaas op school", _soon(7, 3), start="08:30", end="12:00", category="party")
    staff = calendar.calendar(marga, "staff").circle
    calendar.add(marga, [staff], "Teamoverleg", _soon(3, 1), start="15:30", end="17:00", place="personeelskamer",
                 category="meeting", repeat={"every": "week", "step": 2, "until": _end()})  # fmt: skip
    for title, days in (("Paasontbijt", 126), ("Avondvierdaagse", 190), ("Laatste schooldag", 225)):
        calendar.draft(marga, [school], title, _soon(days, 4), category="party")


def _third(sanne: Session) -> None:
    third = calendar.calendar(sanne, "3A").circle
    weekly = {"every": "week", "step": 1, "until": _end()}
    free = _free(_soon(-13, 1))
    calendar.add(sanne, [third], "Gym", _soon(-13, 1), start="10:30", end="11:15", place="gymzaal", category="gym",
                 repeat=weekly, **{"except": free})  # fmt: skip
    calendar.add(sanne, [third], "Naar het bos", _soon(4, 2), start="08:30", end="12:00", place="schoolplein",
                 category="trip", asks="rsvp", text="Stevige schoenen aan. Neem drinken en een appel mee.")  # fmt: skip
    calendar.add(sanne, [third], "Bezoek van de schrijver", _soon(5, 3), start="10:00", end="11:00", category="event")
    calendar.add(sanne, [third], "Toets rekenen", _soon(10, 1), start="09:00", end="10:00", category="test")


def _fifth(els: Session) -> None:
    fifth = calendar.calendar(els, "5B").circle
    weekly = {"every": "week", "step": 1, "until": _end()}
    calendar.add(els, [fifth], "Zwemmen", _soon(-12, 3), start="13:15", end="14:00", place="zwembad", category="gym",
                 repeat=weekly, **{"except": _free(_soon(-12, 3))})  # fmt: skip
    calendar.add(els, [fifth], "Spreekbeurten", _soon(9, 2), start="11:00", end="12:00", category="test")


def _change(marga: Session, sanne: Session) -> None:
    """The bus leaves earlier, one lesson moves, and the writer is ill."""
    marga.sync()
    found = {str(item.body["title"]): item for item in sanne.replica.of_kind("event")}
    reason = "De bus is er eerder dan gedacht."
    calendar.change(sanne, found["Naar het bos"].id, reason, start="07:45", end="11:30")
    calendar.cancel(sanne, found["Bezoek van de schrijver"].id, "De schrijver is ziek. We zoeken een nieuwe dag.")
    lesson = next(line for line in calendar.agenda(sanne, _soon(1), _soon(8)) if line.title == "Gym")
    then = (date.fromisoformat(lesson.at.day) + timedelta(days=1)).isoformat()
    calendar.change(sanne, lesson.event.id, "De gymzaal is bezet.", original=lesson.at.original, day=then,
                    start="13:00", end="13:45")  # fmt: skip


def _home(anna: Session) -> None:
    calendar.add(anna, [anna.seat().id], "Tandarts met Noor", _soon(7, 0), start="16:00", end="16:30",
                 category="other")  # fmt: skip
    trip = next(item for item in anna.replica.of_kind("event") if item.body["title"] == "Naar het bos")
    alerts.remind(anna, trip.id, 24 * 60)


def _answer(families: dict[str, Session]) -> None:
    for name, said in (("anna", "yes"), ("fatima", "yes"), ("omar", "maybe"), ("irina", "no")):
        session = families[name]
        trip = next(item for item in session.replica.of_kind("event") if item.body["title"] == "Naar het bos")
        calendar.answer(session, trip.id, said, session.seat("guardian").circles if said == "yes" else ())


def _soon(days: int, weekday: int | None = None) -> str:
    """A day about that many days from now, on a weekday (Monday 0) if it matters."""
    day = date.fromisoformat(day_of(now())) + timedelta(days=days)
    shift = 0 if weekday is None else (weekday - day.weekday() + 3) % 7 - 3
    return (day + timedelta(days=shift)).isoformat()


def _end() -> str:
    """The end of this school year."""
    today = date.fromisoformat(day_of(now()))
    return date(today.year + (today.month > 7), 7, 1).isoformat()


def _free(first: str) -> list[str]:
    """The days a week apart from the first on, on which there is a holiday."""
    begin = date.fromisoformat(first)
    days = [(begin + timedelta(weeks=count)).isoformat() for count in range(45)]
    return [day for day in days if any(start <= day <= end for _, start, end in _holidays())]


def _holidays() -> list[tuple[str, str, str]]:
    """The school's holidays of this year, about when they are."""
    first = int(_end()[:4]) - 1
    spans = (
        ("Herfstvakantie", date(first, 10, 17), 8),
        ("Kerstvakantie", date(first, 12, 19), 15),
        ("Voorjaarsvakantie", date(first + 1, 2, 20), 8),
        ("Meivakantie", date(first + 1, 4, 24), 8),
        ("Zomervakantie", date(first + 1, 7, 17), 43),
    )
    return [(title, day.isoformat(), (day + timedelta(days=days)).isoformat()) for title, day, days in spans]
