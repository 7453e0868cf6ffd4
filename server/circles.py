"""One circle's past, and its reader list for who seals to it. What I don't see does not exist."""

from __future__ import annotations

from flask import request

from server.auth import who
from server.errors import Problem
from server.site import site
from server.store import Connection, circles, letters, people, records
from server.wire import PERSON, Operation, Routes
from sync.messages import Past, Readers

routes = Routes("circles", __name__)
PAGE = 100
_NEWEST = 2**53


@routes.serve(Operation("GET", "/api/circles/<circle>/past", PERSON, gives=Past, query=("before",), away=True))
def past(circle: str) -> Past:
    """Older records of a circle that I read, newest first, below the place `before`."""
    me, here, now = who(), site(), site().now()
    before = request.args.get("before", _NEWEST, type=int)
    return here.store.read(lambda connection: _past(connection, me.person, circle, before, now))


@routes.serve(Operation("GET", "/api/circles/<circle>/readers", PERSON, gives=Readers, away=True))
def readers(circle: str) -> Readers:
    """The newest reader list of a circle that I manage or write."""
    me, here, now = who(), site(), site().now()
    return here.store.read(lambda connection: _readers(connection, me.person, circle, now))


def _past(connection: Connection, reader: str, circle: str, before: int, now: int) -> Past:
    if not circles.reaches(connection, reader, circle, now):
        raise Problem("not-found")
    found = records.past(connection, reader, circle, max(0, min(before, _NEWEST)), PAGE, now)
    seats = people.credentials(connection, dict.fromkeys(seat for _, seat in found))
    more = found[-1][0].place if len(found) == PAGE else 0
    tip = circles.tip(connection, circle, found[-1][0].place - 1) if found else ""
    shown = letters.blinded(connection, reader, [record for record, _ in found])
    return Past(records=shown, seats=seats, before=more, tip=tip)


def _readers(connection: Connection, reader: str, circle: str, now: int) -> Readers:
    found = circles.find(connection, circle)
    own = [seat for seat in people.seats_of(connection, reader) if seat.alive(now)]
    if found is None or not any(seat.acts_for(found.head["managers"] + found.head["writers"], circle) for seat in own):
        raise Problem("not-found")
    listed = circles.readers(connection, circle)
    seats = people.credentials(connection, [str(one["ref"])[2:] for one in listed])
    return Readers(link=found.hash, readers=listed, seats=seats)
