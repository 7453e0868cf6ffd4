"""Withholding: a guardian has what shows their child taken away from everybody else at once; staff see to it later.

Nothing of it is signed: withholding is a denial, which a server can do anyway. Invariants: who has it done reaches the
child's circle as its guardian, or could edit the record as well, and reads the record; only who could edit it gives it
back; everybody whom it concerns hears of it with the commit.
"""

from __future__ import annotations

from collections.abc import Callable

from crypto.heads import GONE
from server.auth import who
from server.errors import Problem
from server.hub import News
from server.site import site
from server.store import Connection, circles, people, records, withholdings
from server.wire import PERSON, Operation, Routes
from server.writing import Writing
from sync.errors import Refused
from sync.messages import Withheld, Withhold
from sync.modules import KINDS
from sync.policy import First, may_edit

routes = Routes("withholdings", __name__)
_PROBLEMS = ("not-found", "not-allowed", "slow-down", "store-full")


@routes.serve(Operation("POST", "/api/withholdings", PERSON, Withhold, Withheld, problems=_PROBLEMS, away=True))
def post_withholdings(given: Withhold) -> Withheld:
    """Withhold records, all or none, from everybody who does not reach this child's circle."""

    def withhold(writing: Writing, record: str) -> bool:
        _check(writing, record, given.circle, guardian=True)
        return withholdings.withhold(writing.connection, record, given.circle, writing.person, writing.now)

    return Withheld(records=_change(given.records, withhold))


@routes.serve(Operation("DELETE", "/api/withholdings/<record>/<circle>", PERSON, problems=_PROBLEMS, away=True))
def delete_withholding(record: str, circle: str) -> None:
    """Give a record back: for who could edit it."""

    def release(writing: Writing, record: str) -> bool:
        _check(writing, record, circle, guardian=False)
        return withholdings.release(writing.connection, record, circle)

    _change([record], release)


def _change(asked: list[str], change: Callable[[Writing, str], bool]) -> list[str]:
    """Change who gets records in one write, and tell all who read their circles to ask; returns which changed."""
    me, here = who(), site()
    here.limits.knock("entries", me.person)

    def write(connection: Connection) -> tuple[list[str], News]:
        writing = Writing(connection, here.store, here.hub, here.now(), me.person, b"", device=me.device)
        done = [record for record in dict.fromkeys(asked) if change(writing, record)]
        for record in done:
            _tell(writing, record, _stored(writing, record).circle)
        return done, writing.finish()

    return here.store.write(write, lambda done: here.hub.tell(done[1]))[0]


def _tell(writing: Writing, record: str, circle: str) -> None:
    newest = records.newest(writing.connection, record)
    if newest is not None:
        withholdings.tell_again(writing.connection, writing.sequence(), circle, newest[1])
    writing.withdraw(circle, record)
    writing.lettered.add(circle)


def _stored(writing: Writing, record: str) -> First:
    first, newest = records.first(writing.connection, record), records.newest(writing.connection, record)
    if first is None or newest is None or newest[3] == GONE:
        raise Problem("not-found")
    return first


def _check(writing: Writing, record: str, circle: str, guardian: bool) -> None:
    """Raise the problem that hides what this person does not see, or say that it is not for them to do."""
    connection, first = writing.connection, _stored(writing, record)
    home, child = circles.find(connection, first.circle), circles.find(connection, circle)
    kind, here = KINDS.get(first.kind), circles.reaches
    if home is None or child is None or child.kind != "child" or kind is None or not kind.withholds:
        raise Problem("not-found")
    if not here(connection, writing.person, circle, writing.now) or not records.is_shown(
        connection, writing.person, record, writing.now
    ):
        raise Problem("not-found")
    seats = [seat for seat in people.seats_of(connection, writing.person) if seat.alive(writing.now)]
    cares = guardian and any(seat.role == "guardian" and circle in seat.circles for seat in seats)
    if not cares and not any(may_edit(home.head, first, seat, kind) for seat in seats):
        raise Refused("not-allowed")
