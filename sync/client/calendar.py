"""The calendar as people use it: events of the school, a group, the staff, a household and oneself; a year in draft.

Invariants: an event's id stays the same whatever becomes of it, and its `version` grows with every change; a change of
day, time or place that is near is told to who reads that calendar, once; a draft is read by the office alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.changes import changed, telling
from sync.client.office import board_circle, groups
from sync.client.session import Session
from sync.errors import Refused
from sync.occurrences import Occurrence, occurrences
from sync.seats import Seat
from sync.zone import day_of

Body = dict[str, Any]
NEAR = timedelta(days=14)
"""How near an event is of whose change people are told by themselves."""
AT_ONCE = 100
SORTS = ("school", "board", "group", "staff")
"""Drafts that are published in one request."""


@dataclass(frozen=True)
class Calendar:
    """A calendar: its circle, the circle it is `of` (of school, board, a group or staff), and of which sort."""

    circle: str
    of: str
    sort: str
    name: str


@dataclass(frozen=True)
class Line:
    """One line of an agenda: an event on one of its days, in the circles that this person reads it in."""

    event: Item
    at: Occurrence
    circles: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.event.body["title"])

    @property
    def was(self) -> Body:
        """What it was before it changed; empty if it did not."""
        changed = self.event.body.get("changed", {})
        hit = changed.get("original", self.at.original) == self.at.original
        return dict(changed["was"]) if changed and hit else {}


def open_calendars(session: Session) -> None:
    """Make the calendars that are missing, and let new groups read the school's; the office may do it at any time."""
    ids = {of: b64(fresh(16)) for of in _wanted(session)}

    def build(batch: Batch) -> None:
        known = {one.of: one.circle for one in calendars(session)}
        for of, (readers, writers) in _wanted(session).items():
            if of in known:
                batch.add(known[of], readers)
                continue
            circle = batch.start("calendar", readers, [_charter(session, "office")], writers)
            batch.record(circle, "profile", {"of": of}, ids[of])

    session.write(build, session.seat("office"))


def calendars(session: Session) -> list[Calendar]:
    """The calendars that this person reads: the school's, the board's, those of groups, that of the staff."""
    names = {group.group: group.name for group in groups(session).values()}
    sorts = {_charter(session, one): one for one in ("school", "staff")} | {board_circle(session): "board"}
    sorts |= {act["group"]: "group" for act in session.replica.trust.groups}
    found: dict[str, Calendar] = {}
    for item in sorted(session.replica.of_kind("profile"), key=lambda item: _age(session, item.circle)):
        of = str(item.body.get("of", ""))
        if session.replica.circles[item.circle].kind == "calendar" and of in sorts:
            found.setdefault(of, Calendar(item.circle, of, sorts[of], names.get(of, "")))
    return sorted(found.values(), key=lambda one: (SORTS.index(one.sort), one.name))


def calendar(session: Session, name: str) -> Calendar:
    """The calendar of a group by its name, or of the "school", "board" or "staff"; raises Refused("unproven")."""
    for one in calendars(session):
        if name in (one.name, one.sort if one.sort != "group" else one.name):
            return one
    raise Refused("unproven")


def add(session: Session, circles: Iterable[str], title: str, day: str, **more: Any) -> list[str]:
    """Put an event into calendars, a household or one's own seat; `more` as in the descriptor. Returns record ids."""
    targets = {circle: b64(fresh(16)) for circle in circles}
    body: Body = {"title": title, "category": "event", "day": day, **more, "version": 0}
    if len(targets) > 1:
        body["joint"] = b64(fresh(16))

    def build(batch: Batch) -> None:
        for circle, record in targets.items():
            if record not in session.replica.items:
                batch.record(circle, "event", body, record)

    session.write(build, session.seat(circle=next(iter(targets))))
    return list(targets.values())


def change(session: Session, event: str, reason: str = "", urgent: bool = False, **fields: Any) -> None:
    """Change an event wherever it stands; a field that is None goes. Day, time or place: said, and told if it is near.

    original: the day by the rule, if only that one moves: its new day, start, end and place stand in `fields`.
    urgent: told at once whatever people chose; by the office only. Raises Problem, Refused.
    """
    seat = session.seat(circle=session.replica.items[event].circle)
    ids = {one.id: b64(fresh(16)) for one in together(session, event, seat)}

    def build(batch: Batch) -> None:
        for one in together(session, event, seat):
            body = changed(one.body, fields, reason, batch.now)
            batch.record(one.circle, "event", body, replaces=one)
            if _is_told(session, one, body, urgent):
                told = {"event": one.id, "title": body["title"], **telling(body)}
                batch.record(one.circle, "urgentchange" if urgent else "change", told, ids[one.id])

    session.write(build, seat)


def cancel(session: Session, event: str, reason: str = "", urgent: bool = False, original: str = "") -> None:
    """It does not take place: still shown, as cancelled. original: only on that day, of an event that repeats."""
    fields: Body = {"original": original, "drop": 1} if original else {"cancelled": 1}
    change(session, event, reason, urgent, **fields)


def remove(session: Session, event: str) -> None:
    """Take an event out altogether, as if it had never been there."""
    seat = session.seat(circle=session.replica.items[event].circle)

    def build(batch: Batch) -> None:
        for one in together(session, event, seat):
            batch.delete(one)

    session.write(build, seat)


def draft(session: Session, circles: Iterable[str], title: str, day: str, **more: Any) -> str:
    """Write an event down for later: only the office sees it. Returns the draft's id."""
    record, desk = b64(fresh(16)), _charter(session, "desk")
    body = {"title": title, "category": "event", "day": day, **more, "calendars": list(circles), "version": 0}
    session.write(lambda batch: batch.record(desk, "draft", body, record), session.seat("office"))
    return record


def publish(session: Session) -> int:
    """Put all drafts into their calendars; each goes with its draft, so that it can be done again. Returns how many."""
    waiting = [item.id for item in session.replica.of_kind("draft")]
    ids = {one: [b64(fresh(16)) for _ in session.replica.items[one].body["calendars"]] for one in waiting}
    for first in range(0, len(waiting), AT_ONCE):
        part = waiting[first : first + AT_ONCE]
        session.write(partial(_publish, session, ids, part), session.seat("office"))
    return len(waiting)


def answer(session: Session, event: str, said: str, children: Iterable[str] = ()) -> None:
    """Say whether one comes (yes, no, maybe): to those who write that calendar; again: instead of what was said."""
    item, record = session.replica.items[event], b64(fresh(16))
    body = {"event": event, "answer": said, **({"children": list(children)} if children else {})}

    def build(batch: Batch) -> None:
        own = session.replica.seats()
        before = next((one for one in answers(session, event) if one.head["seat"] in own), None)
        to = before.refs if before else [f"c:{one}" for one in _answered_to(session, item.circle)]
        batch.letter("rsvp", body, [ref[2:] for ref in to], record, replaces=before)

    before = next((one for one in answers(session, event) if one.head["seat"] in session.replica.seats()), None)
    session.write(build, session.replica.trust.seats[before.head["seat"]] if before else session.seat())


def answers(session: Session, event: str) -> list[Item]:
    """What was answered, as far as this person may know: the own answer; who writes the calendar gets them all."""
    return [item for item in session.replica.of_kind("rsvp") if item.body["event"] == event]


def agenda(session: Session, first: str, last: str) -> list[Line]:
    """What there is between two days, in order; what stands in several calendars once."""
    found: dict[tuple[Any, ...], Line] = {}
    for item in session.replica.of_kind("event"):
        for at in occurrences(item.body, first, last):
            key = (item.body.get("joint", item.id), item.body["title"], at)
            known = found.get(key)
            found[key] = Line(item, at, (*known.circles, item.circle) if known else (item.circle,))
    return sorted(found.values(), key=lambda line: (line.at.day, line.at.start, line.title))


def together(session: Session, event: str, seat: Seat) -> list[Item]:
    """An event in all the calendars that it was put into at once and in which a seat may change it."""
    item = session.replica.items[event]
    joint = item.body.get("joint")
    twins = [one for one in session.replica.of_kind("event") if joint and one.body.get("joint") == joint]
    return [item, *(one for one in twins if one.id != event and _may(session, seat, one.circle))]


def _is_told(session: Session, before: Item, body: Body, urgent: bool) -> bool:
    """Whether readers of the calendar are told: it was moved or cancelled, and is near, or the office says so."""
    moved = body.get("changed") != before.body.get("changed")
    shared = session.replica.circles[before.circle].kind == "calendar"
    today = date.fromisoformat(day_of(session.clock()))
    near = (today.isoformat(), (today + NEAR).isoformat())
    days = [one.original for one in (*occurrences(before.body, *near), *occurrences(body, *near))]
    original = body.get("changed", {}).get("original", "")
    return shared and moved and (urgent or original in days or (not original and bool(days)))


def _publish(session: Session, ids: dict[str, list[str]], drafts: list[str], batch: Batch) -> None:
    for one in drafts:
        item = session.replica.items.get(one)
        if item is None:
            continue
        body = {key: value for key, value in item.body.items() if key != "calendars"}
        body |= {"joint": ids[one][0]} if len(ids[one]) > 1 else {}
        for circle, record in zip(item.body["calendars"], ids[one], strict=True):
            batch.record(circle, "event", body, record)
        batch.delete(item)


def _wanted(session: Session) -> dict[str, tuple[list[str], list[str]]]:
    """The calendars that a school has: circle that it is of -> (readers, writers)."""
    charter, acts = session.replica.trust.charter, session.replica.trust.groups
    parents = [act[key] for act in acts for key in ("parents", "quiet")]
    found = {charter["school"]: ([*parents, charter["staff"]], [charter["office"], charter["staff"]])}
    found |= {act["group"]: ([act["parents"], act["quiet"], act["team"]], [act["team"]]) for act in acts}
    return found | {charter["staff"]: ([charter["staff"]], [charter["office"], charter["staff"]])}


def _answered_to(session: Session, circle: str) -> Iterator[str]:
    """Who hears whether somebody comes: the team of the group, and for the whole school the office."""
    for one in calendars(session):
        teams = [act["team"] for act in session.replica.trust.groups if act["group"] == one.of]
        if one.circle == circle and one.sort != "board":  # nothing goes back to the board
            yield from teams or [_charter(session, "office")]


def _may(session: Session, seat: Seat, circle: str) -> bool:
    head = session.replica.circles[circle].head
    return seat.acts_for(head["managers"] + head["writers"], circle)


def _charter(session: Session, name: str) -> str:
    return str(session.replica.trust.charter[name])


def _age(session: Session, circle: str) -> tuple[int, str]:
    """When a circle was made: of two that say the same, all believe the older."""
    return int(session.replica.circles[circle].links[0][1]["time"]), circle
