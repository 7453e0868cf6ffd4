"""Going on from a contact's seat: who leaves the school stays in touch with those who chose them by name.

The office gives the seat (`contactseats.issue`), and the account that has the old place uses its code.
"""

from __future__ import annotations

from collections.abc import Iterable

from crypto.encoding import b64
from crypto.random import fresh
from sync.acts import CONTACT
from sync.client.classmates import parents
from sync.client.contactseats import hosts_of
from sync.client.session import Session
from sync.client.sharing import HOME, SIGN, Audience, choices, share
from sync.seats import Seat


def carry(session: Session, old: Seat, new: Seat) -> None:
    """Go on from a contact's seat with those to whom one was more than a member of a group, before the old place ends.

    What was shown to people by name is shown to them from the new seat; whoever showed something to the old place by
    name gets a sign from both, which proves that they are one person's: their own clients go on with the new one.
    """
    for field, item in choices(session, old.id).items():
        people = tuple(_reached(session, item.body["audience"]["people"]))
        if people:
            share(session, field, item.body["value"], Audience(people=people), int(item.body["until"]), new)
    close = _reached(session, (item.head["seat"] for item in session.replica.of_kind("detail")
                               if f"c:{old.id}" in item.refs and item.head["seat"] != old.id))  # fmt: skip
    for seat in (old, new) if close else ():
        _sign(session, seat, {one: box for one, box in parents(session).items() if one in close})


def tell_home(session: Session, name: str, host: str, seat: Seat | None = None) -> None:
    """Say from a contact's seat at which school one has one's home, to those with whom one is in touch from there.

    It is this person's word, and theirs to take back (`sharing.take_back`): no server tells it to anybody's client.
    """
    own = seat or session.seat(CONTACT)
    chosen = {str(one) for item in choices(session, own.id).values() for one in item.body["audience"]["people"]}
    close = {item.head["seat"] for item in session.replica.of_kind("detail") if f"c:{own.id}" in item.refs}
    people = (chosen | close | {one.id for one in hosts_of(session) if one.id == own.issuer}) - {
        *session.replica.seats()
    }
    share(session, HOME, f"{name} ({host})" if name else host, Audience(people=tuple(sorted(people))), 0, own)


def _sign(session: Session, seat: Seat, to: dict[str, str]) -> None:
    record = b64(fresh(16))
    session.write(lambda batch: batch.letter("detail", {"field": SIGN, "value": ""}, [], record, seats=to), seat)


def _reached(session: Session, seats: Iterable[str]) -> set[str]:
    """Those of these seats that belong to parents in one's groups."""
    return {*seats} & parents(session).keys()
