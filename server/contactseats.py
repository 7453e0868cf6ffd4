"""Contacts: somebody of a linked school (or of here) whom one guardian lets in, for what they share with each other.

Invariants: a contact acts for nothing and stands in no list, so it reads its own seat and letters and nothing else;
that there is one is told to the guardian, the contact and the office, and to nobody else; it ends with the guardian's
place.
"""

from __future__ import annotations

from server.store import Connection, acts, peers, people, records
from server.store.circles import Circle
from server.writing import Head, Writing
from sync.acts import CONTACT, CONTACT_DEADLINE, MOST_CONTACTS
from sync.errors import Refused
from sync.messages import Record
from sync.modules import KINDS
from sync.policy import reaches_contacts
from sync.seats import Seat
from sync.trust import earlier

_GOING = [kind.name for kind in KINDS.values() if kind.goes]
CLOCKS = 5 * 60 * 1000
"""How far a guardian's clock may run ahead when a deadline is set."""
MOST_ENTRIES = 5000
LARGEST = 64 * 1024
"""What a contact may write: so many entries in its seat, and so much in each."""
MOST_EVER = 200
"""Codes of one guardian, ended ones included: each is for ever a line of the school's log."""


def readers(connection: Connection, head: Head, subject: Seat | None) -> list[str]:
    """The circles whose readers get an act's statement: of a contact the guardian's seat, its own, and the office.

    The end of a guardian's place is told to their contacts. subject: whom an `end` ends.
    """
    if head["kind"] == "invitation" and head["role"] == CONTACT:
        return [head["seat_of"], head["seat"], acts.charter(connection)["office"]]
    if subject is not None and subject.role == CONTACT:
        return [subject.id, subject.issuer, acts.charter(connection)["office"]]
    if subject is not None:
        return [seat.id for seat in bound(connection, subject)]
    return list(head.get("circles", []))


def bound(connection: Connection, subject: Seat) -> list[Seat]:
    """The contacts that end with a guardian's place."""
    given = people.issued_by(connection, CONTACT, subject.id) if subject.role == "guardian" else []
    return [seat for seat in given if not seat.ended]


def until(connection: Connection, head: Head) -> int:
    """When a new seat is over (ms, 0 = never): a contact not later than the guardian's place."""
    issuer = people.seat(connection, head["seat"]) if head["role"] == CONTACT else None
    return earlier(head["until"], issuer.ends if issuer and issuer.role == "guardian" else 0)


def check(writing: Writing, head: Head) -> None:
    """Refuse what the school does not allow, or a guardian has too much of.

    Raises Refused: `contacts-off`, `too-many-contacts`, `bad-act`.
    """
    issuer = people.seat(writing.connection, head["seat"]) if head["role"] == CONTACT else None
    if issuer is None or issuer.role != "guardian":
        return
    if not is_open(writing.connection, writing.contacts):
        raise Refused("contacts-off")
    if head["deadline"] > writing.now + CONTACT_DEADLINE + CLOCKS:
        raise Refused("bad-act")
    given = _given(writing, issuer)
    living = [one for one in given if one.alive(writing.now) and (one.person or one.deadline > writing.now)]
    if len(living) >= MOST_CONTACTS or len(given) >= MOST_EVER:
        raise Refused("too-many-contacts")


def is_open(connection: Connection, allowed: bool) -> bool:
    """Whether guardians may let somebody in: the school allows it, and is linked with another one."""
    return allowed and bool(peers.every(connection))


def is_hidden(connection: Connection, seat: Seat, allowed: bool) -> bool:
    """Whether a code is as good as none: a guardian's, where the school does not allow that any more."""
    if seat.role != CONTACT or is_open(connection, allowed):
        return False
    issuer = people.seat(connection, seat.issuer)
    return issuer is not None and issuer.role == "guardian"


def let_go(writing: Writing, seat: Seat) -> None:
    """With a place goes what was shown from it: its holder can take nothing back any more. Of a contact that is all, of
    others what they showed a group, a team or a household; what they showed somebody by name stays.

    A place that is given anew to who lost everything is the same person's: what they showed stays.
    """
    connection = writing.connection
    if seat.role != CONTACT:
        if seat.id not in {old for _, old in acts.guards(connection).renewals.values()}:
            writing.lettered |= records.withdraw_from_groups(connection, writing.sequence(), seat.id, _GOING)
        return
    writing.lettered |= records.withdraw_all(connection, writing.sequence(), seat.id)
    writing.reaching |= {people.person_of(writing.connection, seat.issuer)} - {""}


def check_start(connection: Connection, seat_id: str, author: Seat) -> None:
    """The only seat that a guardian starts is the one of a contact to whom they gave a code in the same breath."""
    made = people.seat(connection, seat_id)
    if made is None or made.role != CONTACT or made.issuer != author.id:
        raise Refused("not-a-manager")


def check_listed(connection: Connection, refs: set[str]) -> None:
    """No circle takes a contact in, to read or to write; raises Refused("bad-readers")."""
    for ref in refs:
        seat = people.seat(connection, ref[2:]) if ref.startswith("c:") else None
        if seat is not None and seat.role == CONTACT:
            raise Refused("bad-readers")


def check_room(circle: Circle, record: Record) -> None:
    """Somebody from outside fills no disk; raises Refused("quota-full")."""
    if circle.place >= MOST_ENTRIES or len(record.body) > LARGEST:
        raise Refused("quota-full", scope="person")


def check_letter(connection: Connection, head: Head, author: Seat, circles: list[str]) -> None:
    """What reaches a contact, or comes from one, is a detail, from one person to another.

    Raises Refused("bad-letter").
    """
    for circle in circles:
        seat = people.seat(connection, circle)
        if seat is not None and seat.role == CONTACT and seat.id != author.id and not reaches_contacts(head, KINDS):
            raise Refused("bad-letter")
        if author.role == CONTACT and seat is None:
            raise Refused("bad-letter")


def _given(writing: Writing, issuer: Seat) -> list[Seat]:
    """The contacts that a guardian ever gave a code to, from all their places."""
    places = [seat for seat in people.seats_of(writing.connection, issuer.person) if seat.role == "guardian"]
    return [seat for place in places for seat in people.issued_by(writing.connection, CONTACT, place.id)]
