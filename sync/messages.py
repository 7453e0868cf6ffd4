"""The wire: every request and answer of `docs/protocol.md` section 11 as a typed structure.

Heads travel as the exact text that was signed; what they mean is checked by `crypto.heads`. Unknown fields
are refused, so a message either says precisely what this version understands or is an error.

Longer than 300 lines because the wire is read as one list.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""A hash of 32 bytes: person, circle, seat, act, link or record hash."""
Short = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}$")]
"""16 bytes: record, blob, lock and device ids, locators."""
Bytes = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]*$", max_length=6_000_000)]
"""Any bytes as base64url without padding."""
Head = Annotated[str, Meta(max_length=65_536)]
"""Canonical JSON, exactly as signed."""
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day in the school's own zone."""
LoginName = Annotated[str, Meta(min_length=2, max_length=80)]
Reader = dict[str, str | int]
"""`{"box", "from", "hash", "ref", "until"}`: an entry of a link's reader list."""


class Message(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Base of all messages: unknown fields are an error."""


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


class Lock(Message):
    """What opens an identity: public parameters, login key and the wrapped seed."""

    id: Short
    kind: str
    salt: Bytes
    ops: int
    mem: int
    login: Bytes
    wrapped: Bytes


class LockOffer(Message):
    """The part of a lock that anybody who names the account may know."""

    id: Short
    kind: str
    salt: Bytes
    ops: int
    mem: int


class Account(Message):
    """A login: a name unique on this server and its locks."""

    name: LoginName
    locks: Annotated[list[Lock], Meta(min_length=1, max_length=8)]


# -- writing -----------------------------------------------------------------------------------------------


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


class Founding(Message):
    """`POST /api/founding`: the school's first acts and circles, and the first admin with an account."""

    secret: Bytes
    entries: list[Entry]
    person: list[PersonStatement]
    account: Account
    device: str = ""


class Redemption(Message):
    """`POST /api/invitations/<locator>/redemption`: `account` is None for somebody who is signed in."""

    person: list[PersonStatement]
    link: Link
    account: Account | None = None
    device: str = ""


class Invitation(Message):
    """What the holder of a letter may know before using it."""

    school: str
    root: Bytes
    host: str
    deadline: int
    seat: Id
    invitation: Id
    mac: Bytes


# -- signing in --------------------------------------------------------------------------------------------


class ChallengeRequest(Message):
    """`POST /api/login/challenges`."""

    name: LoginName
    kind: str


class Challenge(Message):
    """The lock's public part and what to sign with the login key it yields."""

    lock: LockOffer
    challenge: Bytes
    expires: int


class Login(Message):
    """`POST /api/login`: proof of the login key; `device` is the name the person gave this device."""

    name: LoginName
    lock: Short
    challenge: Bytes
    signature: Bytes
    device: str = ""


class LoggedIn(Message):
    """The wrapped seed, handed out only after the proof."""

    person: Id
    name: str
    wrapped: Bytes


class HandoverAsk(Message):
    """`POST /api/handovers`: a new device's key, to seal an account to."""

    box: Bytes


class Handover(Message):
    """`GET /api/handovers/<number>`: the key to seal to; `sealed`: the account, "" until somebody handed one over."""

    number: str
    box: Bytes
    sealed: Bytes = ""


class HandoverAnswer(Message):
    """`PUT /api/handovers/<number>`: one's account, sealed to that device."""

    sealed: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=1024)]


class HandoverBegin(Message):
    """`POST /api/handovers/<number>/session`: the proof of having opened it; `device` is what it is called."""

    signature: Bytes
    device: str = ""


class Session(Message):
    """`GET /api/session`: who is signed in here."""

    person: Id
    name: str
    device: Short
    seats: list[Id]


class Device(Message):
    """One signed-in browser or client of the person."""

    id: Short
    name: str
    created: int
    seen: int
    current: bool


class Devices(Message):
    """`GET /api/devices`."""

    devices: list[Device]


class Nothing(Message):
    """A request that needs no words: `{}`."""


class PushChoices(Message):
    """What a device wants to hear of: modules by name, `off` never, `daily` at `hour`; `quiet`: "HH:MM" from, to.

    muted: circles of which it wants to hear nothing, as those of one child.
    """

    off: Annotated[list[str], Meta(max_length=20)] = []
    daily: Annotated[list[str], Meta(max_length=20)] = []
    hour: Annotated[int, Meta(ge=0, le=23)] = 17
    quiet: Annotated[list[Clock], Meta(max_length=2)] = []
    muted: Annotated[list[Id], Meta(max_length=100)] = []


class Subscription(Message):
    """`PUT /api/push`: where this device's browser is told, and the keys to seal to (RFC 8291)."""

    endpoint: Annotated[str, Meta(max_length=1024)]
    p256dh: Bytes
    auth: Short
    choices: PushChoices = msgspec.field(default_factory=PushChoices)


class Mail(Message):
    """`GET`, `PUT /api/mail`: where to write if no device can be told, "" for nowhere; `offered` by the school."""

    address: Annotated[str, Meta(max_length=254, pattern=r"^([^@\s\x00-\x1f<>,;]+@[^@\s\x00-\x1f<>,;]+)?$")] = ""
    offered: bool = False


class Push(Message):
    """`GET /api/push`: the server's key for subscribing (RFC 8292), and what this device chose; None: nothing yet."""

    key: Bytes
    choices: PushChoices | None = None


# -- anonymous surveys -------------------------------------------------------------------------------------


class SurveyAsk(Message):
    """`POST /api/surveys`: a survey for the families that read a circle, until `closes` (ms), one ballot a `unit`."""

    id: Short
    circle: Id
    closes: Annotated[int, Meta(ge=0, le=2**53)]
    unit: Literal["home", "person", "child"]


class Survey(Message):
    """A survey that stands; `key` is the public key that every ballot is proven against."""

    id: Short
    circle: Id
    closes: int
    unit: str
    key: Id


class BallotAsk(Message):
    """`POST /api/surveys/<survey>/ballots`: a blinded point; `child`: for whom, where each child has a ballot."""

    blinded: Id
    child: Annotated[str, Meta(pattern=r"^([A-Za-z0-9_-]{43})?$")] = ""


class BallotAnswer(Message):
    """The point under the survey's key, and the proof that it was that key."""

    element: Id
    proof: Bytes


class Vote(Message):
    """`POST /api/surveys/<survey>/votes`: a ballot and a sealed answer; it says nothing of who sends it."""

    serial: Id
    output: Id
    answer: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]*$", max_length=4096)]


class Votes(Message):
    """`GET /api/surveys/<survey>/votes`: the sealed answers, in the order of random serials; fewer than five: none."""

    answers: list[Bytes]


class Turnout(Message):
    """`GET /api/surveys/<survey>/turnout`: how many ballots there could be, were given out, came back. Never whose."""

    entitled: int
    issued: int
    votes: int


class FeedDeposit(Message):
    """`PUT /api/feeds/<id>`: what a private calendar address shows, sealed under the key in it, and of which calendars.

    mark: by which the person's devices tell whether it is the same as before.
    """

    sealed: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=700_000)]
    circles: Annotated[list[Id], Meta(max_length=100)]
    mark: Id


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


class Deposit(Message):
    """What is sealed in a `FeedDeposit`; `children`: first names by circle, empty unless they were asked for."""

    v: Annotated[int, Meta(ge=1, le=1)] = 1
    title: Annotated[str, Meta(max_length=200)] = ""
    language: Annotated[str, Meta(pattern="^(nl|en)$")] = "nl"
    scope: Annotated[str, Meta(pattern="^(public|full)$")] = "full"
    calendars: Annotated[list[Shown], Meta(max_length=100)] = []
    own: Annotated[list[Own], Meta(max_length=2000)] = []
    children: dict[str, str] = {}


class FeedAt(Message):
    """One private calendar address; `fetched`: the day on which it was last, "" for never."""

    id: Short
    created: int
    fetched: str
    mark: Id


class Feeds(Message):
    """`GET /api/feeds`."""

    feeds: list[FeedAt]


# -- reading -----------------------------------------------------------------------------------------------


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
    """A record at its place; None where it was replaced, deleted or is somebody else's letter."""

    circle: Id
    place: int
    hash: Id
    record: Record | None = None


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


class WellKnown(Message):
    """`GET /.well-known/kring`."""

    name: str
    root: str
    host: str
    version: str
    incarnation: str
    founded: bool
