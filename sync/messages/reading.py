"""What changed, and how it is proven: pages, frames, the past, and how offers stand."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

from sync.messages.entries import Link, PersonStatement, Record, Signed, Terms
from sync.messages.shapes import Id, Message, Reader, Short


class Credentials(Message):
    """What proves a seat: its invitation (place `n` in the school log), genesis, redeem link, person."""

    seat: Id
    n: int
    invitation: Signed
    genesis: Signed
    redeem: Signed | None = None
    person: list[PersonStatement] = []


class ActAt(Message):
    """Place `n` of the school log; the statement only for those it concerns."""

    n: int
    hash: Id
    act: Signed | None = None


class LinkAt(Message):
    """A link at its place in the circle's log."""

    circle: Id
    place: int
    link: Link


class RecordAt(Message):
    """A record at its place; None where it was replaced, deleted, is somebody else's letter or is withheld.

    withheld: the children's circles for which it is withheld from others, for those who get it nevertheless.
    """

    circle: Id
    place: int
    hash: Id
    record: Record | None = None
    withheld: list[Id] | UnsetType = UNSET


class Joined(Message):
    """A circle new to me: log place and tip just before the first entry sent; older ones by `past`."""

    circle: Id
    place: int
    tip: Id
    before: int


class ClaimAt(Message):
    """How a claim stands, for who gets its letter (`record`); `place` on the waiting list from 1, `at`: ms."""

    record: Short
    slot: Short
    count: int
    state: Literal["taken", "waiting"]
    at: int
    place: int = 0


Tally = tuple[str, int, int]
"""A slot, how many of it are taken or held, how many wait for it."""


class OfferAt(Message):
    """How an offer stands: for all who read its circle the tallies, and the claims whose letters reach this reader.

    answered: the children of this reader for whom another adult has claimed, where the terms go by child.
    """

    offer: Short
    circle: Id
    terms: Terms
    slots: list[Tally]
    claims: list[ClaimAt] = []
    answered: list[Id] = []


class Page(Message):
    """`GET /api/sync`: what changed for this person since the cursor; apply in the order of the fields."""

    cursor: str
    done: bool
    incarnation: str
    time: int
    acts: list[ActAt] = []
    seats: list[Credentials] = []
    links: list[LinkAt] = []
    records: list[RecordAt] = []
    joined: list[Joined] = []
    left: list[Id] = []
    offers: list[OfferAt] = []


class Past(Message):
    """`GET /api/circles/<id>/past`: older records, newest first; `before` 0 when there are no more.

    `tip`: of the log just before the oldest of them.
    """

    records: list[RecordAt]
    seats: list[Credentials]
    before: int
    tip: str = ""


class Readers(Message):
    """`GET /api/circles/<id>/readers`: the newest list, for managers and writers."""

    link: Id
    readers: list[Reader]
    seats: list[Credentials]


class Frame(Message):
    """One WebSocket frame: records as they were committed, or `sync` 1: ask for what else changed.

    counts: offers whose tallies changed.
    """

    records: list[RecordAt] = []
    seats: list[Credentials] = []
    sync: int = 0
    counts: list[tuple[str, list[Tally]]] = []


class AwayFrame(Frame):
    """What a push says of a linked school, `away` its host: where something new stands, to be asked for there.

    clears: its reader has read it already, on another device.
    """

    away: str = ""
    clears: int = 0


class WellKnown(Message):
    """`GET /.well-known/kring`; `key`: the server's own, and `server`: the root key's statement for one of them.

    versions: of the protocol between servers.
    """

    name: str
    root: str
    host: str
    version: str
    incarnation: str
    founded: bool
    versions: list[int]
    key: str
    server: Signed | None = None
