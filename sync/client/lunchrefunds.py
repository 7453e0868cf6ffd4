"""What is left of a strip card when a child leaves: a line for the home that has it and for the lunch team.

Invariant: nobody but that home and the lunch team sees that there is one. It says whose card ends and when; how much is
to be paid back follows from cards and charges, so it is right until the last lunch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.lunch import own_seats
from sync.client.lunchcards import Account, accounts, to_home
from sync.client.office import lunch_circle, roster
from sync.client.session import Session
from sync.zone import day_of

Body = dict[str, Any]


@dataclass(frozen=True)
class Refund:
    """A child that leaves or left, and what its home has: strips left or owed, cents to pay back (below 0: to pay)."""

    item: Item
    left: int
    owed: int
    cents: int


def closing(session: Session, child: str, seats: Iterable[str]) -> dict[str, list[str]]:
    """The homes of these seats whose card ends when a child leaves, each with an id for its line; for the office.

    A home of which another child stays goes on with its card.
    """
    if not lunch_circle(session):
        return {}
    wanted, leaving = {*seats}, {child, *_leaving(session)}
    found = [
        one for one in accounts(session, day_of(session.clock())) if wanted & {*one.home} and _has_money(session, one)
    ]
    return {b64(fresh(16)): list(one.home) for one in found if not {*one.children} - leaving}


def write(session: Session, batch: Batch, homes: dict[str, list[str]], body: Body) -> None:
    """Put the lines of `closing` into a batch; body: {child, first, group, last, departure}."""
    for record, home in homes.items():
        to_home(session, batch, "lunchrefund", {"home": home, **body}, record)


def refunds(session: Session, day: str) -> list[Refund]:
    """The lines that reach this person, where there is something to pay, as cards and charges are on a day."""
    seats, own = session.replica.trust.seats, own_seats(session)
    team = bool(lunch_circle(session)) and session.replica.circles[lunch_circle(session)].reads
    told = [item for item in session.replica.of_kind("lunchrefund")
            if seats[item.head["seat"]].role == "office" and (team or own & {*item.body["home"]})]  # fmt: skip
    known = accounts(session, day) if told else []
    found = [(item, one) for item in told for one in known if {*item.body["home"]} & {*one.home}]
    return [Refund(item, one.left, one.owed, one.cents) for item, one in found if one.left or one.owed]


def _has_money(session: Session, account: Account) -> bool:
    return any({*account.home} & {*item.body["home"]} for item in session.replica.of_kind("lunchcard", "lunchcharge"))


def _leaving(session: Session) -> set[str]:
    """The children that left, or whose dossier was let go."""
    left = {str(item.body["child"]) for item in roster(session).values() if item.body.get("left")}
    return left | {str(item.body["child"]) for item in session.replica.of_kind("departed")}
