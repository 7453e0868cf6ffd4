"""Private calendar addresses: what is deposited behind them."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from sync.messages.shapes import Bytes, Id, Message, Short


class FeedDeposit(Message):
    """`PUT /api/feeds/<id>`: what a private calendar address shows, sealed under the key in it, and of which calendars.

    mark: by which the person's devices tell whether it is the same as before. away: the hosts of linked schools whose
    calendars it shows as well.
    """

    sealed: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=700_000)]
    circles: Annotated[list[Id], Meta(max_length=100)]
    mark: Id
    away: Annotated[list[Annotated[str, Meta(max_length=260)]], Meta(max_length=20)] = []


class Shown(Message):
    """Of a deposit, a calendar: its content keys by epoch, and what stands behind its events' titles ("" for none)."""

    circle: Id
    keys: dict[str, Bytes]
    label: Annotated[str, Meta(max_length=200)] = ""


class Own(Message):
    """Of a deposit, what is this person's alone: a body of kind `event`, of which child, written when (ms)."""

    id: Annotated[str, Meta(max_length=200)]
    body: dict[str, Any]
    child: str = ""
    time: int = 0


class AwayFeed(Message):
    """Of a deposit, the same person's address at a linked school: what was deposited there is shown with it."""

    host: Annotated[str, Meta(max_length=260)]
    id: Short
    secret: Id


class Deposit(Message):
    """What is sealed in a `FeedDeposit`; `children`: first names by circle, empty unless they were asked for."""

    v: Annotated[int, Meta(ge=1, le=1)] = 1
    title: Annotated[str, Meta(max_length=200)] = ""
    language: Annotated[str, Meta(pattern="^(nl|en)$")] = "nl"
    scope: Annotated[str, Meta(pattern="^(public|full)$")] = "full"
    calendars: Annotated[list[Shown], Meta(max_length=100)] = []
    own: Annotated[list[Own], Meta(max_length=2000)] = []
    children: dict[str, str] = {}
    away: Annotated[list[AwayFeed], Meta(max_length=20)] = []


class FeedAt(Message):
    """One private calendar address; `fetched`: the day on which it was last, "" for never."""

    id: Short
    created: int
    fetched: str
    mark: Id


class Feeds(Message):
    """`GET /api/feeds`."""

    feeds: list[FeedAt]


class FeedAsk(Message):
    """`POST /api/peers/feeds`: what an address of one of our people shows at a linked school, unless it is `known`."""

    feed: Short
    secret: Id
    known: Annotated[str, Meta(max_length=22)] = ""


class FeedLine(Message):
    """One event of it: a body of kind `event`, what stands behind its title, when it was written (ms)."""

    uid: Annotated[str, Meta(max_length=400)]
    body: dict[str, Any]
    label: Annotated[str, Meta(max_length=400)] = ""
    time: int = 0


class FeedPart(Message):
    """What it shows now, by its state `tag`; `lines` None: still what is known."""

    tag: Annotated[str, Meta(min_length=1, max_length=22)]
    lines: Annotated[list[FeedLine], Meta(max_length=2000)] | None = None
