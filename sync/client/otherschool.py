"""That a child goes to another school too, and never to which: told by a guardian, at each school apart.

It is a detail like any other that a guardian shows, sealed to the teams of the child's groups (and so to the office),
and taken back like them. Nobody is told before a guardian says so.
"""

from __future__ import annotations

from sync.client import sharing
from sync.client.office import groups
from sync.client.session import Session
from sync.client.sharing import Audience

FIELD = "otherschool"


def tell(session: Session, child: str) -> None:
    """Let the teams of a child's groups know that it goes to another school too."""
    profile = next(iter(session.replica.of_kind("profile", circle=child)))
    known = groups(session)
    teams = tuple(known[name].team for name in profile.body["groups"] if name in known)
    sharing.share(session, FIELD, "1", Audience(teams=teams), seat=session.seat(circle=child))


def take_back(session: Session, child: str) -> None:
    """Let nobody know it any more."""
    sharing.take_back(session, FIELD, session.seat(circle=child))


def goes(session: Session, child: str) -> bool:
    """Whether this person may know that a child goes to another school too."""
    seats = session.replica.trust.seats
    told = [seat for seat, card in sharing.cards(session).items() if FIELD in card]
    return any(child in seats[seat].circles for seat in told if seat in seats)
