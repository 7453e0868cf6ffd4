"""Who lives together: made by a guardian, and true for each of the others once they said so themselves."""

from __future__ import annotations

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.client.session import Session
from sync.seats import Seat


def start_household(session: Session, others: list[str], names: dict[str, str], seat: Seat | None = None) -> str:
    """Make the circle of those who live together: one's own places and those of others; returns its id."""
    own = seat or session.seat("guardian")
    mine = [one for one in session.replica.seats() if session.replica.trust.seats[one].role == "guardian"]
    members = sorted({*mine, *others})
    ids = {one: b64(fresh(16)) for one in members}
    made: list[str] = []

    def build(batch: Batch) -> None:
        circle = batch.start("household", members, members, members)
        for one in members:
            batch.record(circle, "member", {"seat": one, "name": names.get(one, "")}, ids[one])
        made[:] = [circle]

    session.write(build, own)
    return made[0]


def household(session: Session) -> str:
    """The household this person says they belong to; "" for none. Of several the one they made or joined last."""
    found = [circle for circle in _households(session) if _has_joined(session, circle)]
    return found[-1] if found else ""


def proposed_households(session: Session) -> list[str]:
    """The households that others put this person into, and that they have not joined."""
    return [circle for circle in _households(session) if not _has_joined(session, circle)]


def join_household(session: Session, circle: str) -> None:
    """Say that one lives there: only then anything of one's own goes to it."""
    own, record = session.seat(circle=circle), b64(fresh(16))
    session.write(lambda batch: batch.record(circle, "member", {"seat": own.id, "name": ""}, record), own)


def leave_household(session: Session, circle: str) -> None:
    """Go, or say that one never lived there: its keys change in the same breath."""
    own = set(session.replica.seats())
    session.write(lambda batch: batch.exchange(circle, own, []), session.seat(circle=circle))


def _households(session: Session) -> list[str]:
    return [circle.id for circle in session.replica.circles.values() if circle.kind == "household" and circle.reads]


def _has_joined(session: Session, circle: str) -> bool:
    """Whether this person said so: being listed by somebody else is no word of one's own."""
    own = set(session.replica.seats())
    said = session.replica.of_kind("member", circle=circle)
    return any(item.head["seat"] in own and item.body.get("seat") in own for item in said)
