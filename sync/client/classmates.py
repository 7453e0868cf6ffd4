"""The families of one's groups as a class knows them: first names, and the proven places of parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crypto import heads
from crypto.circle import link_hash
from crypto.errors import CryptoError
from sync.client.session import Session

Body = dict[str, Any]


@dataclass(frozen=True)
class Classmate:
    """A child of a group as other parents know it; `seats`: place of a parent -> box key of its first epoch."""

    child: str
    first: str
    seats: dict[str, str]


@dataclass(frozen=True)
class Recipients:
    """To whom a letter is sealed: circles by their newest key, seats by what is known of them."""

    circles: frozenset[str]
    seats: dict[str, str]

    @property
    def refs(self) -> set[str]:
        """As they stand on the letter."""
        return {f"c:{one}" for one in (*self.circles, *self.seats)}


def classmates(session: Session, group: str) -> list[Classmate]:
    """The children of a group, as its parents and team see them, with the parents' places that have not ended."""
    ended = session.replica.trust.has_ended
    return [
        Classmate(
            item.body["child"],
            item.body["first"],
            {seat: box for seat, box in proven(item.body["guardians"]) if not ended(seat)},
        )
        for item in session.replica.of_kind("classmate", circle=group)
    ]


def parents(session: Session) -> dict[str, str]:
    """The places of parents in one's groups, with the box key of their first epoch."""
    found = [mate.seats for act in session.replica.trust.groups for mate in classmates(session, act["group"])]
    return {seat: box for seats in found for seat, box in seats.items()}


def proven(places: Iterable[Body]) -> Iterator[tuple[str, str]]:
    """The seats whose first link is what their id says, with their first box key; what proves nothing is left out."""
    for one in places:
        try:
            head = heads.read_head(one["genesis"], heads.LINK)
        except CryptoError:
            continue
        if link_hash(one["genesis"]) == one["seat"] and head["kind"] == "seat":
            yield one["seat"], head["box"]


def same_people(session: Session, seats: Iterable[str]) -> set[str]:
    """These seats, and every other seat that is known to be the same person's."""
    known = session.replica.trust.seats
    people = {known[one].person for one in seats if one in known} - {""}
    return {*seats} | {seat.id for seat in known.values() if seat.person in people}
