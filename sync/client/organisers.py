"""Who organises a form: whom its answers are sealed to. What anybody else says of it counts for nothing."""

from __future__ import annotations

from sync.chains import Item
from sync.client.session import Session
from sync.seats import Seat


def is_organiser(session: Session, form: Item) -> bool:
    """Whether the answers are sealed to this person."""
    return any(_organises(session.replica.trust.seats[one], form) for one in session.replica.seats())


def is_from_organiser(session: Session, item: Item) -> bool:
    """Whether a reminder, a request to confirm or a ride is said by an organiser of the form that it names."""
    seat = session.replica.trust.seats.get(item.head["seat"])
    known = [one for one in session.replica.of_kind("form") if one.body["form"] == item.body["form"]]
    return seat is not None and any(_organises(seat, one) for one in known)


def seat_of(session: Session, form: Item) -> Seat:
    """The own seat that organises a form; any of one's own if none does."""
    seats = [session.replica.trust.seats[one] for one in session.replica.seats()]
    found = [one for one in seats if one.alive(session.clock()) and _organises(one, form)]
    return found[0] if found else session.seat()


def _organises(seat: Seat, form: Item) -> bool:
    """A seat named itself, or one that acts for a team or office named: a guardian acts for children only."""
    circles = () if seat.role == "guardian" else seat.circles
    return bool({seat.id, *circles} & {*form.body["organisers"]})
