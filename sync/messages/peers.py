"""Linked schools: what the office asks and is told, and what their servers say to each other."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from sync.messages.shapes import Id, Message

MOST_PERSONS = 5000
Topic = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{32}$")]
"""The name of a thing to tell (RFC 8030), without a meaning."""


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
    `linked`, `silent`, `refused`; when it last did (ms), how many notices wait, when it was last put back (ms), whether
    it may ask how our server is."""

    root: Id
    host: str
    name: str
    state: str = ""
    heard: int = 0
    waiting: int = 0
    restored: int = 0
    watches: int = 0


class Peers(Message):
    """`GET /api/peers`: the linked schools; `signed`: the root key has signed this server's key; `away`: (host, how
    often something moved for me there) of those where I read myself; `contacts`: a parent may let in one of theirs."""

    signed: bool
    peers: list[PeerAt]
    away: list[tuple[str, int]] = []
    contacts: bool = False


class Watching(Message):
    """`PUT /api/peers/watching`: whether the server of the school with this root key may ask how ours is (0 or 1)."""

    root: Id
    allowed: Annotated[int, Meta(ge=0, le=1)]


class Fault(Message):
    """What went wrong since the server runs: a code of ours, how often, when last (ms)."""

    code: Annotated[str, Meta(pattern=r"^[a-z-]{1,40}$")]
    times: int
    last: int


class Health(Message):
    """`GET /api/peers/health`: how a server is, in numbers and codes. Times in ms, sizes in bytes; `backup` 0: none.

    push, mail, parcels: what waits; refusing: devices whose push service refuses; tried: push messages that were tried
    in vain; letters: those that can still be used.
    """

    version: Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]
    time: int
    since: int
    backup: int
    free: int
    database: int
    files: int
    accounts: int
    letters: int
    push: int
    mail: int
    parcels: int
    refusing: int
    tried: int
    faults: Annotated[list[Fault], Meta(max_length=50)] = []


class ServerKey(Message):
    """`POST /api/peers/key`: a public key that the server uses once the root key has signed it."""

    key: Id


class Telling(Message):
    """What sleeping devices of these people have to be told of: where it stands, never what it is.

    module, urgent, through (the circles by which it reached them): what their own school needs to do as they chose.
    topic: by which a newer revision replaces it. clears: they read it themselves, so nothing has to stand there now.
    at: when it was told (ms), by the clock of who says so.
    """

    persons: Annotated[list[Id], Meta(max_length=MOST_PERSONS)]
    circle: Id
    place: Annotated[int, Meta(ge=1)]
    hash: Id
    topic: Topic
    module: Annotated[str, Meta(pattern=r"^[a-z]{1,20}$")]
    through: Annotated[list[Id], Meta(max_length=100)]
    at: int
    urgent: int = 0
    clears: int = 0


class Notice(Message):
    """There is something new at the school that says so, for these people of the other one, or (`all` 1) for all.

    told: of which their sleeping devices are to be told; withdrawn: topics of which no device need hear any more.
    """

    persons: Annotated[list[Id], Meta(max_length=MOST_PERSONS)] = []
    all: int = 0
    told: Annotated[list[Telling], Meta(max_length=20)] = []
    withdrawn: Annotated[list[Topic], Meta(max_length=1000)] = []


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
