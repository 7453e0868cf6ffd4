"""What is appended: acts, links, records, what they offer and take; and files, piece by piece."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from sync.messages.shapes import Bytes, Head, Id, Message, Reader, Short


class Signed(Message):
    """A head and its author's signature: an act, or a link without its attachments."""

    head: Head
    signature: Bytes


class PersonStatement(Message):
    """One statement of a person; renewals carry the new key's and the old key's signature."""

    head: Head
    signatures: Annotated[list[Bytes], Meta(min_length=1, max_length=2)]


class Link(Message):
    """One link of a circle's chain; list and foreign grants only towards managers, writers and the server."""

    head: Head
    signature: Bytes
    readers: list[Reader] = []
    grants: dict[str, Bytes] = {}
    history: Bytes = ""


class Record(Message):
    """One sealed, signed thing; `boxes` only on letters: `[ref, epoch, sealed content key]`."""

    head: Head
    body: Bytes
    signature: Bytes
    boxes: list[tuple[str, int, Bytes]] = []


class Terms(Message):
    """What a record offers, as numbers: slots `(id, capacity)`, 0 = no limit; what a slot is stands in the record.

    opens, closes: ms, 0 = at once, never; early: from when those with more than one child here may, 0 = nobody is
    earlier; unit: who may have `most` claims (0 = any number): each person, each home, each child, each child in each
    of its homes (`both`); waits: whether there is a waiting list.
    """

    slots: Annotated[list[tuple[Short, Annotated[int, Meta(ge=0, le=10_000)]]], Meta(min_length=1, max_length=1000)]
    unit: Literal["person", "home", "child", "both"]
    opens: Annotated[int, Meta(ge=0)] = 0
    early: Annotated[int, Meta(ge=0)] = 0
    closes: Annotated[int, Meta(ge=0)] = 0
    most: Annotated[int, Meta(ge=0, le=1000)] = 1
    waits: Annotated[int, Meta(ge=0, le=1)] = 0


class Claim(Message):
    """A slot of an offer (the id of the record that offers), for a child where the terms go by child.

    wait: take a place on the waiting list rather than nothing; seat: on whose behalf staff claim it, "" for oneself.
    """

    offer: Short
    slot: Short
    child: Annotated[str, Meta(pattern=r"^([A-Za-z0-9_-]{43})?$")] = ""
    count: Annotated[int, Meta(ge=1, le=1000)] = 1
    wait: Annotated[int, Meta(ge=0, le=1)] = 0
    seat: Annotated[str, Meta(pattern=r"^([A-Za-z0-9_-]{43})?$")] = ""


class Entry(Message):
    """One thing to append: exactly one of act, link, record; an invitation's act brings its mac.

    hold: of a new letter, how many ms the server keeps it to itself before others get it. offer: what a record offers.
    claim: what a letter takes.
    """

    act: Signed | None = None
    mac: Bytes = ""
    link: Link | None = None
    record: Record | None = None
    hold: Annotated[int, Meta(ge=0, le=14 * 24 * 3600 * 1000)] = 0
    offer: Terms | None = None
    claim: Claim | None = None


class Entries(Message):
    """`POST /api/entries`: all or nothing, in this order."""

    entries: Annotated[list[Entry], Meta(min_length=1, max_length=2000)]


class Written(Message):
    """Where an entry stands: its hash and its place (in the school log for acts, else in its circle's log)."""

    hash: Id
    place: int


class Results(Message):
    """The answer to `Entries`, one `Written` an entry."""

    results: list[Written]


class Holds(Message):
    """`POST /api/holds`: slots to keep free for two minutes, all or none, instead of those held before."""

    claims: Annotated[list[Claim], Meta(min_length=1, max_length=20)]


class Held(Message):
    """Until when (ms) they are held."""

    until: int


class Withhold(Message):
    """`POST /api/withholdings`: records that from now on only those get who reach this child's circle."""

    records: Annotated[list[Short], Meta(min_length=1, max_length=400)]
    circle: Id


class Withheld(Message):
    """Those of them that were not withheld before."""

    records: list[Short]


class BlobBegin(Message):
    """`POST /api/blobs`: a sealed file of `size` bytes for records of a circle; the id is the client's."""

    id: Short
    circle: Id
    size: Annotated[int, Meta(ge=16)]


class BlobAt(Message):
    """How far a sealed file has come: `at` bytes of `size` are safely there, and whether it is whole."""

    at: int
    size: int
    complete: bool
