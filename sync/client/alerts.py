"""Reminders of one's own: how long before an event, and the letter to oneself that the server holds until then.

A letter can be held for two weeks at the most, so it is written when the event comes near, and anew when it moves.
"""

from __future__ import annotations

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.session import Session
from sync.occurrences import Occurrence, occurrences
from sync.zone import day_of, instant

MINUTE, DAY = 60_000, 24 * 3_600_000
LONGEST = 13 * DAY
"""How far ahead (ms) a reminder is given to the server."""
LOOKED_AT = 30 * DAY
"""How far ahead (ms) an event is looked for: longer than any reminder before it and the time that it is held."""


def remind(session: Session, event: str, before: int | None) -> None:
    """Be reminded so many minutes before each time of an event; None: no more. Of a whole day, before its midnight."""
    seat, record = session.seat(), b64(fresh(16))

    def build(batch: Batch) -> None:
        known = timer(session, event)
        if before is not None:
            batch.record(seat.id, "timer", {"event": event, "before": before}, record, replaces=known)
        elif known:
            batch.delete(known)

    known = timer(session, event)
    session.write(build, session.replica.trust.seats[known.circle] if known else seat)
    top_up(session)


def timer(session: Session, event: str) -> Item | None:
    """The reminder that was chosen for an event."""
    return next((item for item in session.replica.of_kind("timer") if item.body["event"] == event), None)


def top_up(session: Session) -> int:
    """Give the server the reminders that are near, and take back those that are no longer right; returns how many."""
    now, wanted = session.clock(), {}
    for item in session.replica.of_kind("timer"):
        event = session.replica.items.get(item.body["event"])
        if event and (found := _next(event, int(item.body["before"]), now)):
            wanted[event.id] = found
    waiting = [item for item in session.replica.of_kind("alert") if item.body["at"] > now]
    right = {item.body["event"] for item in waiting if (item.body["event"], item.body["at"]) in _at(wanted)}
    wrong = [item for item in waiting if (item.body["event"], item.body["at"]) not in _at(wanted)]
    missing = {event: b64(fresh(16)) for event in wanted if event not in right}
    if not wrong and not missing:
        return 0

    def build(batch: Batch) -> None:
        for item in wrong:
            if item.id in session.replica.items and item.circle == batch.author.seat:
                batch.delete(item)
        for event, record in missing.items():
            at, one = wanted[event]
            title = session.replica.items[event].body["title"]
            body = {"event": event, "title": title, "day": one.day, "start": one.start, "original": one.original,
                    "at": at}  # fmt: skip
            batch.letter("alert", body, [], record, until=instant(one.until) + 2 * DAY, hold=max(1, at - batch.now))

    session.write(build, session.seat())
    return len(missing)


def _at(wanted: dict[str, tuple[int, Occurrence]]) -> set[tuple[str, int]]:
    return {(event, at) for event, (at, _) in wanted.items()}


def _next(event: Item, before: int, now: int) -> tuple[int, Occurrence] | None:
    """The next time of an event of which to be reminded, if that is near: (when, ms; the time itself)."""
    for one in occurrences(event.body, day_of(now), day_of(now + LOOKED_AT)):
        at = instant(one.day, one.start or "00:00") - before * MINUTE
        if not one.cancelled and now < at <= now + LONGEST:
            return at, one
    return None
