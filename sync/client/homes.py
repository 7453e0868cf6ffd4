"""Who lives together: made by a guardian, and true for each of the others once they said so themselves.

Invariant: a person lives in one household, the one in which their own newest word stands: a `member` record that they
wrote, by its time and then by the circle's id. The same rule counts in the browser (`groups/homes.js`) and at the
server (`server/store/claims.py`). Whoever says a new one takes their word out of the old one and leaves it.
"""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.client.session import Session
from sync.errors import Refused
from sync.seats import Seat
from sync.zone import day_of

MOST = 200
"""How many events of a calendar are taken along at the most: all goes in one step."""


def start_household(session: Session, others: list[str], names: dict[str, str], seat: Seat | None = None) -> str:
    """Make the circle of those who live together: one's own places and those of others; returns its id.

    The one where this person lived until now is left in the same breath.
    """
    own = seat or _leaver(session) or session.seat("guardian")
    members = sorted({*_places(session), *others})
    ids = {one: b64(fresh(16)) for one in members}
    made, kept = list[str](), dict[str, str]()

    def build(batch: Batch) -> None:
        circle = batch.start("household", members, members, members)
        for one in members:
            batch.record(circle, "member", {"seat": one, "name": names.get(one, "")}, ids[one])
        _leave_others(session, batch, "", kept)
        made[:] = [circle]

    session.write(build, own)
    _leave_rest(session, made[0])
    return made[0]


def household(session: Session) -> str:
    """The household this person says they belong to; "" for none."""
    return max(_joined(session), default=(0, ""))[1]


def proposed_households(session: Session) -> list[str]:
    """The households that others put this person into, that they may join, and in which somebody still lives."""
    joined, said = {circle for _, circle in _joined(session)}, session.replica.of_kind
    others = [one for one in _households(session) if one not in joined and _place_in(session, one)]
    return [one for one in others if [*said("member", circle=one)]]


def join_household(session: Session, circle: str) -> None:
    """Say that one lives there: only then anything of one's own goes to it. The one before is left at the same time."""
    own, record, kept = session.seat(circle=circle), b64(fresh(16)), dict[str, str]()

    def build(batch: Batch) -> None:
        batch.record(circle, "member", {"seat": own.id, "name": ""}, record)
        _leave_others(session, batch, circle, kept)

    session.write(build, own)
    _leave_rest(session, circle)


def leave_household(session: Session, circle: str) -> None:
    """Go, or say that one never lived there: its keys change in the same breath."""
    kept = dict[str, str]()

    def build(batch: Batch) -> None:
        if circle in _households(session):  # another device may have left meanwhile
            _leave(session, batch, circle, kept)

    session.write(build, session.seat(circle=circle))


def _households(session: Session) -> list[str]:
    return [circle.id for circle in session.replica.circles.values() if circle.kind == "household" and circle.reads]


def _joined(session: Session) -> list[tuple[int, str]]:
    """The households in which this person said so, with when: being listed by somebody else is no word of one's own."""
    own = set(session.replica.seats())
    return [
        (max(times), circle)
        for circle in _households(session)
        if (times := [int(item.head["time"]) for item in session.replica.of_kind("member", circle=circle)
                      if item.head["seat"] in own])
    ]  # fmt: skip


def _places(session: Session) -> list[str]:
    """The own places as a guardian that have not ended."""
    seats = (session.replica.trust.seats[one] for one in session.replica.seats())
    return [seat.id for seat in seats if seat.role == "guardian" and seat.alive(session.clock())]


def _leaver(session: Session) -> Seat | None:
    """The own place that can leave the household where this person lives now."""
    return _place_in(session, household(session))


def _place_in(session: Session, circle: str) -> Seat | None:
    """The own place that may change a household; None where there is none."""
    try:
        return session.seat(circle=circle) if circle else None
    except Refused:
        return None


def _leave_others(session: Session, batch: Batch, but: str, kept: dict[str, str]) -> None:
    for _, circle in _joined(session):
        if circle != but and batch.may_rotate(circle):
            _leave(session, batch, circle, kept)


def _leave_rest(session: Session, but: str) -> None:
    """Leave what is another place's to leave, as one place signs each step: two children may mean two places."""
    for _, circle in _joined(session):
        if circle != but and _place_in(session, circle):
            leave_household(session, circle)


def _leave(session: Session, batch: Batch, circle: str, kept: dict[str, str]) -> None:
    """Take one's word back and go. Of what is to come in its calendar a copy stays with oneself, for nobody else.

    kept: the ids of those copies, made outside: event there -> event here. Without the word, whoever stays can make
    one a reader again, and nothing of one's own goes there.
    """
    own, today = set(session.replica.seats()), day_of(batch.now)
    ahead = [item for item in session.replica.of_kind("event", circle=circle) if _is_ahead(item.body, today)]
    for item in ahead[:MOST]:
        batch.record(batch.author.seat, "event", item.body, kept.setdefault(item.id, b64(fresh(16))))
    for item in session.replica.of_kind("member", circle=circle):
        if item.head["seat"] in own or item.body.get("seat") in own:
            batch.delete(item)
    batch.exchange(circle, own if _manages(batch, circle, own) else _all(batch, circle), [])


def _manages(batch: Batch, circle: str, own: set[str]) -> bool:
    """Whether somebody else can still change it: without that nobody in it could ever leave, so all go."""
    trust = batch.replica.trust
    return any(one not in own and not trust.has_ended(one) for one in batch.circle(circle).head["managers"])


def _all(batch: Batch, circle: str) -> list[str]:
    return [str(reader["ref"])[2:] for reader in batch.readers(circle)]


def _is_ahead(event: dict[str, Any], today: str) -> bool:
    return str((event.get("repeat") or event).get("until") or event["day"]) >= today
