"""Contacts: a parent lets somebody of another school in, for what they choose to share with them, and for nothing else.

The code goes from hand to hand; the school prints nothing and is told that there is a contact, not who. Not to be mixed
up with `contacts`: who may write messages to a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.acts import CONTACT, CONTACT_DEADLINE
from sync.batch import Batch
from sync.client.session import Session
from sync.seats import Seat

Body = dict[str, Any]


@dataclass(frozen=True)
class Contact:
    """Somebody to whom a parent gave a code: their seat, how the parent calls them, and the code until it is used."""

    seat: Seat
    name: str
    token: str

    @property
    def has_joined(self) -> bool:
        """Whether the code was used."""
        return bool(self.seat.person)


def invite(session: Session, name: str, place: Seat | None = None, until: int = 0) -> str:
    """Make a code for somebody of another school; returns it as one hands it on. Nothing is shared with it yet.

    name: how the parent calls them, for the parent's own devices only; place: which of one's places (which child's) it
    belongs to; until: ms when it is over, 0 = when the parent says so. Raises Problem, Refused.
    """
    own, token, record = place or session.seat("guardian"), new_token(), b64(fresh(16))

    def build(batch: Batch) -> None:
        seat = batch.seat(read_token(token))
        deadline = batch.now + CONTACT_DEADLINE
        batch.invite(read_token(token), seat, CONTACT, [], session.host, deadline, 0, until)
        batch.record(own.id, "invitee", {"seat": seat, "name": name, "token": token, "deadline": deadline}, record)

    session.write(build, own)
    return token


def issue(session: Session, batch: Batch, token: str, deadline: int, until: int = 0) -> str:
    """From the office, within a batch: a contact's seat for a parent who leaves, so that what parents share with each
    other personally can go on; returns the seat. It ends with no guardian's place, and counts as nobody's contact.

    Whoever uses the code can write to those with whom they exchanged letters before: `sharing.share` from that seat.
    """
    seat = batch.seat(read_token(token))
    batch.invite(read_token(token), seat, CONTACT, [], session.host, deadline, 0, until)
    return seat


def contacts(session: Session) -> list[Contact]:
    """The people to whom this parent gave a code that is in force or may still be used, the oldest first."""
    kept = {str(item.body["seat"]): item.body for item in session.replica.of_kind("invitee")}
    return [
        Contact(seat, str(kept.get(seat.id, {}).get("name", "")), str(kept.get(seat.id, {}).get("token", "")))
        for seat in sorted(_living(session), key=lambda one: one.n)
        if seat.issuer in session.replica.seats()
    ]


def end(session: Session, seat: str, is_meant: Callable[[Seat], bool] = lambda seat: True) -> None:
    """Let a contact go: from then on nothing reaches them, and what they had is gone from their devices.

    is_meant: whether it still is to end, as it is when that is written.
    """
    issuer = session.replica.trust.seat(seat).issuer
    own = session.replica.trust.seats[issuer] if issuer in session.replica.seats() else session.seat("office")

    def build(batch: Batch) -> None:
        known = session.replica.trust.seat(seat)
        if known.ended or not is_meant(known):
            return
        batch.end(seat)
        for item in session.replica.of_kind("invitee", circle=own.id):
            if item.body["seat"] == seat:
                batch.delete(item)

    session.write(build, own)


def tidy(session: Session) -> int:
    """End what nobody used in time, by what stands at the school now; returns how many.

    The office sees only what has not ended.
    """
    session.sync()
    own, now = set(session.replica.seats()), session.clock()
    seats = session.replica.trust.seats
    known = [
        one
        for one in seats.values()
        if one.role == CONTACT and one.issuer in own and seats[one.issuer].role == "guardian"
    ]

    def is_late(seat: Seat) -> bool:
        return seat.alive(now) and not seat.person and seat.deadline <= now

    late = [one.id for one in known if is_late(one)]
    for seat in late:
        end(session, seat, is_late)
    return len(late)


def leave(session: Session, seat: Seat | None = None) -> None:
    """End one's own contact's seat: what was shared with it is gone, and what was shared from it as well."""
    own = seat or session.seat(CONTACT)

    def build(batch: Batch) -> None:
        for item in session.replica.of_kind("detail", circle=own.id):
            batch.delete(item)
        batch.end(own.id)

    session.write(build, own)


def hosts_of(session: Session) -> list[Seat]:
    """Whom one's own contact's seats are bound to: the parents who gave the codes."""
    trust = session.replica.trust
    own = [trust.seats[seat] for seat in session.replica.seats() if trust.seats[seat].role == CONTACT]
    issuers = [trust.seats[seat.issuer] for seat in own if seat.alive(session.clock()) and seat.issuer in trust.seats]
    return [one for one in issuers if one.role == "guardian"]


def reachable(session: Session) -> dict[str, str]:
    """The seats beside classmates' parents to which this person may show a detail, with a key that opens.

    Their contacts; from a contact's seat whoever gave the code; and whoever showed them something, if one of the two is
    a contact.
    """
    trust, own = session.replica.trust, session.replica.seats()
    writers = {item.head["seat"] for item in session.replica.of_kind("detail")} - {*own}
    mine = any(trust.seats[seat].role == CONTACT for seat in own)
    met = [trust.seats[seat] for seat in writers if seat in trust.seats]
    found = [seat for seat in _living(session) if seat.issuer in own or seat.id in writers]
    found += [seat for seat in hosts_of(session) + (met if mine else []) if seat.alive(session.clock())]
    return {seat.id: box for seat in found if (box := _box(session, seat))}


def counts(session: Session) -> dict[str, int]:
    """For the office: how many contacts are bound to whose place; who they are, and whether they came, it can't see."""
    now = session.clock()
    known = [seat for seat in session.replica.trust.seats.values() if seat.role == CONTACT and seat.alive(now)]
    return dict(Counter(seat.issuer for seat in known))


def _living(session: Session) -> list[Seat]:
    """The contacts' seats that this copy knows of and that are in force, or may still be used."""
    now = session.clock()
    known = [seat for seat in session.replica.trust.seats.values() if seat.role == CONTACT and seat.alive(now)]
    return [seat for seat in known if seat.person or seat.deadline > now]


def _box(session: Session, seat: Seat) -> str:
    """The key of a seat's newest epoch that this copy can prove; "" where it can prove none."""
    circle = session.replica.circles.get(seat.id)
    return seat.opens or (str(circle.links[0][1]["box"]) if circle and circle.links else "")
