"""Strip cards: a letter to the home that bought it and to the lunch team; what is left of them, and what is owed.

Invariant: a card and what it was charged reach those who share it and the lunch team, and nobody else; who says that
they share a card must be named by the other as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.lunch import boxes, own_seats, rules
from sync.client.office import lunch_circle
from sync.client.session import Session
from sync.stays import balance, counted, homes, worth

Body = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """What a home has: its seats and children, what is left, owed and lost of its cards, and what that is worth."""

    home: tuple[str, ...]
    children: tuple[str, ...]
    left: int
    owed: int
    lost: int
    cents: int


def sell(session: Session, home: Iterable[str], strips: int, cents: int, day: str, expires: str = "") -> None:
    """Write a card for a home; fewer than 0 strips is a refund."""
    record = b64(fresh(16))
    body = {"home": sorted(home), "strips": strips, "cents": cents, "bought": day,
            **({"expires": expires} if expires else {})}  # fmt: skip
    seat = session.seat(circle=lunch_circle(session))
    session.write(lambda batch: to_home(session, batch, "lunchcard", body, record), seat)


def credit(session: Session, day: str) -> Body:
    """What is left of this parent's own cards on a day: {left, owed, lost}."""
    own = own_seats(session)
    return _balance([item for item in money(session) if own & {*item.body["home"]}], day)


def worth_of(session: Session, home: Iterable[str], day: str) -> int:
    """What is to be paid back (cents) to those who share a card; below 0: to pay."""
    seats = {*home}
    return _worth(session, [item for item in money(session) if seats & {*item.body["home"]}], day)


def accounts(session: Session, day: str) -> list[Account]:
    """The homes that have cards or accepted the rules, for the lunch team."""
    known = money(session)
    accepted = [home_of(session, item.head["seat"]) for item in session.replica.of_kind("lunchaccept")]
    found = homes([*accepted, *(item.body["home"] for item in known)])
    return [_account(session, home, [item for item in known if {*item.body["home"]} & {*home}], day) for home in found]


def top_up(session: Session) -> int:
    """Seal what this person wrote about money anew for those who share a card since; returns how many letters.

    What a colleague charged as well is taken back.
    """
    kept, done = {item.id for item in money(session)}, 0
    for item in [one for one in session.replica.of_kind("lunchcharge") if one.id not in kept]:
        if item.head["seat"] in session.replica.seats():
            session.write(partial(_take_back, session, item.id), session.replica.trust.seats[item.head["seat"]])
    for item in list(session.replica.of_kind("lunchcard", "lunchcharge")):
        if item.head["seat"] in session.replica.seats() and _grown(session, item):
            session.write(_Again(session, item.id), session.replica.trust.seats[item.head["seat"]])
            done += 1
    return done


def _take_back(session: Session, record: str, batch: Batch) -> None:
    item = session.replica.items.get(record)
    if item is not None and item not in money(session):
        batch.delete(item)


class _Again:
    """One letter about money, sealed to who shares the card at the moment of writing."""

    def __init__(self, session: Session, record: str) -> None:
        self.session, self.record = session, record

    def __call__(self, batch: Batch) -> None:
        """Write it."""
        item = self.session.replica.items.get(self.record)
        if item is not None and (home := _grown(self.session, item)):
            to_home(self.session, batch, item.kind, {**item.body, "home": home}, "", item)


def _grown(session: Session, item: Item) -> list[str]:
    """The home of a letter as it is by now, where that has grown; else nothing."""
    now = {one for seat in item.body["home"] for one in home_of(session, seat)} | {*item.body["home"]}
    return sorted(now) if len(now) > len(item.body["home"]) else []


def home_of(session: Session, seat: str) -> list[str]:
    """Who shares the card of a parent: whom they named, but nobody who accepted the rules without naming them."""
    own = claim(session, seat)
    if own is None:
        return [seat]
    return sorted(one for one in own if (other := claim(session, one)) is None or {*other} & {*_same(session, seat)})


def to_home(session: Session, batch: Batch, kind: str, body: Body, record: str, before: Item | None = None) -> None:
    """A letter about money, to those who share the card and to the lunch team."""
    batch.letter(kind, body, [lunch_circle(session)], record, before, boxes(session, body["home"]))


def _account(session: Session, home: list[str], money: list[Item], day: str) -> Account:
    seats = [session.replica.trust.seats[one] for one in home if one in session.replica.trust.seats]
    listed = (item.body for item in session.replica.of_kind("luncher"))
    children = {one["child"] for one in listed if {*home} & {place["seat"] for place in one["guardians"]}}
    children |= {circle for seat in seats for circle in seat.circles}
    return Account(tuple(home), tuple(sorted(children)), **_balance(money, day), cents=_worth(session, money, day))


def money(session: Session) -> list[Item]:
    """The cards, and the charges that count: a child's once for a day."""
    found = ({"id": item.id, "item": item, **item.body} for item in session.replica.of_kind("lunchcharge"))
    return [*session.replica.of_kind("lunchcard"), *(one["item"] for one in counted(found))]


def _worth(session: Session, money: list[Item], day: str) -> int:
    by_kind = [[item.body for item in money if item.kind == kind] for kind in ("lunchcard", "lunchcharge")]
    return worth(by_kind[0], by_kind[1], day, int(rules(session)["price"]))


def _balance(money: list[Item], day: str) -> Body:
    by_kind = [[item.body for item in money if item.kind == kind] for kind in ("lunchcard", "lunchcharge")]
    return balance(by_kind[0], by_kind[1], day)


def claim(session: Session, seat: str) -> list[str] | None:
    """With whom the person of a seat said to share a card; None if they did not accept the rules."""
    same = _same(session, seat)
    found = [item for item in session.replica.of_kind("lunchaccept") if item.head["seat"] in same]
    newest = max(found, key=lambda item: int(item.head["time"]), default=None)
    return list(newest.body["home"]) if newest else None


def _same(session: Session, seat: str) -> set[str]:
    known = session.replica.trust.seats
    person = known[seat].person if seat in known else ""
    return {seat} | {one.id for one in known.values() if person and one.person == person}
