"""Linked schools: what the office asks and is told, and what their servers say to each other."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from sync.messages.shapes import Id, Message

MOST_PERSONS = 5000


class PeerAsk(Message):
    """`POST /api/peers`: the host of another school, as its office says it on the telephone."""

    host: Annotated[str, Meta(pattern=r"^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?$")]


class PeerSeen(Message):
    """What the server at that host says it is: nothing of it is believed before two people have compared `root`."""

    host: str
    name: str
    root: Id


class PeerAt(Message):
    """A linked school. For who works in the office also how it answers: `new`, `waiting` (they have not linked us),
    `linked`, `silent`, `refused`; when it last did (ms), how many notices wait, when it was last put back (ms)."""

    root: Id
    host: str
    name: str
    state: str = ""
    heard: int = 0
    waiting: int = 0
    restored: int = 0


class Peers(Message):
    """`GET /api/peers`: the linked schools; `signed`: the root key has signed this server's key; `away`: (host, how
    often something moved for me there) of those where I read myself; `contacts`: a parent may let in one of theirs."""

    signed: bool
    peers: list[PeerAt]
    away: list[tuple[str, int]] = []
    contacts: bool = False


class ServerKey(Message):
    """`POST /api/peers/key`: a public key that the server uses once the root key has signed it."""

    key: Id


class Notice(Message):
    """There is something new at the school that says so, for these people of the other one, or (`all` 1) for all."""

    persons: Annotated[list[Id], Meta(max_length=MOST_PERSONS)] = []
    all: int = 0


class ParcelAt(Message):
    """A notice and its number."""

    n: Annotated[int, Meta(ge=1)]
    notice: Notice


class Delivery(Message):
    """`POST /api/peers/deliveries`: parcels of the incarnation `life`, in order; up to number `gone` there are none."""

    life: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}$")]
    gone: int = 0
    parcels: Annotated[list[ParcelAt], Meta(max_length=200)] = []


class Delivered(Message):
    """The newest number that was taken of that incarnation; in which incarnation the taker is."""

    last: int
    incarnation: str
