"""Calendar events as phones and calendar programs read them: RFC 5545, in the school's own zone.

Invariants: the same event has the same UID for ever and a SEQUENCE that grows with its version; the same contents give
the same bytes, whenever they are rendered; an event that makes no sense is left out, and takes no other with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from sync.occurrences import Occurrence, occurrences
from sync.zone import ZONE, instant

Body = dict[str, Any]
RENDERING = 2
"""One more whenever the same contents would give other bytes."""
EVERY = timedelta(hours=4)
"""How often a calendar program should ask."""
_MOST_COUNTED = 2**31 - 1
_ALWAYS = ("0001-01-01", "9999-12-31")
_FREQUENCY = {"week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_CATEGORIES = {
    "nl": {"event": "Activiteit", "free": "Vrij", "trip": "Uitje", "gym": "Gym", "meeting": "Bijeenkomst",
           "party": "Feest", "test": "Toets"},
    "en": {"event": "Event", "free": "Day off", "trip": "Trip", "gym": "Gym", "meeting": "Meeting",
           "party": "Party", "test": "Test"},
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One event to render: its UID, its body (kind `event`), what stands behind its title, when it was written (ms).

    school: the name of the linked school that it is of, "" for our own. note: what stands under its text.
    """

    uid: str
    body: Body
    label: str
    time: int
    language: str
    school: str = ""
    note: str = ""


def block(line: Line) -> str:
    """An event's own lines of the file, with those of the days on which it differs; "" for one that makes no sense."""
    body = line.body
    days = {one.original: one for one in occurrences(body, *_ALWAYS)}
    try:
        events = [*_events(line, days)] if days else []
        return "".join(event.to_ical(sorted=False).decode() for event in events)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return ""


def head(name: str) -> str:
    """The lines before all events."""
    calendar = Calendar()
    plain = {"version": "2.0", "prodid": "-//Kring//Kring//NL", "calscale": "GREGORIAN", "method": "PUBLISH"}
    for key, value in {**plain, "x-wr-calname": name, "name": name, "x-wr-timezone": ZONE.key}.items():
        calendar.add(key, value)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    calendar.add_component(_zone())
    text: str = calendar.to_ical(sorted=False).decode()
    return text.removesuffix(FOOT)


FOOT = "END:VCALENDAR\r\n"
"""The line after all events."""


def _events(line: Line, days: dict[str, Occurrence]) -> Iterator[Event]:
    """The event by its rule, and each of its days that differs from it."""
    body, repeat = line.body, line.body.get("repeat")
    if not repeat:
        yield _event(line, next(iter(days.values())))
        return
    rule = _by_rule(body)
    event = _event(line, rule)
    event.add("rrule", _recur(repeat, rule))
    for day in sorted({*body.get("except", ())} - {*body.get("dropped", ())}):
        event.add("exdate", _at(day, rule.start))
    yield event
    for day in sorted({*body.get("moved", {}), *body.get("dropped", ())} & days.keys()):
        event = _event(line, days[day])
        event.add("recurrence-id", _at(day, rule.start))
        yield event


def _event(line: Line, at: Occurrence) -> Event:
    body, event = line.body, Event()
    written = datetime.fromtimestamp(line.time / 1000, UTC).replace(microsecond=0)
    event.add("uid", line.uid)
    event.add("dtstamp", written)
    event.add("last-modified", written)
    event.add("sequence", min(max(0, int(body["version"])), _MOST_COUNTED))
    event.add("dtstart", _at(at.day, at.start))
    if end := _end(at):
        event.add("dtend", end)
    title = f"{line.school}: {body['title']}" if line.school else str(body["title"])
    event.add("summary", f"{title} ({line.label})" if line.label else title)
    event.add("status", "CANCELLED" if at.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if at.start and not at.cancelled else "TRANSPARENT")
    text = "\n\n".join(str(one) for one in (body.get("text"), line.note) if one)
    for key, value in (("description", text), ("location", at.place)):
        if value:
            event.add(key, str(value))
    words = [_CATEGORIES[line.language].get(str(body.get("category"))), line.school]
    if any(words):
        event.add("categories", [one for one in words if one])
    return event


def _by_rule(body: Body) -> Occurrence:
    """The first day of an event that repeats, as if it had not moved."""
    start, end, place = (str(body.get(key, "")) for key in ("start", "end", "place"))
    day, cancelled = str(body["day"]), bool(body.get("cancelled"))
    return Occurrence(day, body.get("until") or day, start, end, place, day, cancelled)


def _at(day: str, time: str) -> date | datetime:
    """A day, or a moment of it on the school's clock; a time that does not exist is the one that `sync.zone` says.

    One that comes twice is said in UTC: of the two hours, programs take now the one and now the other.
    """
    if not time:
        return date.fromisoformat(day)
    at = datetime.fromtimestamp(instant(day, time) / 1000, ZONE)
    return at if at.utcoffset() == at.replace(fold=1).utcoffset() else at.astimezone(UTC)


def _end(at: Occurrence) -> date | datetime | None:
    """The end, exclusive; None where it is not said, or lies before the start."""
    if not at.start:
        return date.fromisoformat(at.until) + timedelta(days=1)
    known = at.end and instant(at.until, at.end) > instant(at.day, at.start)
    return _at(at.until, at.end) if known else None


def _recur(repeat: Body, rule: Occurrence) -> vRecur:
    """The rule; its last day is the whole of that day, as an instant where the event has a time."""
    last = _at(repeat["until"], rule.start)
    until = last.astimezone(UTC) if isinstance(last, datetime) else last
    return vRecur(freq=_FREQUENCY[repeat["every"]], interval=max(1, int(repeat["step"])), until=until)


def _zone() -> Timezone:
    """Europe/Amsterdam by the rule that holds since 1996, which programs that lack the name go by."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    for kind, name, month, start, before, after in (
        (TimezoneDaylight(), "CEST", 3, datetime(1996, 3, 31, 2), 1, 2),
        (TimezoneStandard(), "CET", 10, datetime(1996, 10, 27, 3), 2, 1),
    ):
        kind.add("dtstart", start)
        kind.add("tzoffsetfrom", timedelta(hours=before))
        kind.add("tzoffsetto", timedelta(hours=after))
        kind.add("tzname", name)
        kind.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        zone.add_component(kind)
    return zone
