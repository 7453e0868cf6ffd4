"""Who is who: founding, letters, locks, signing in, devices."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from sync.messages.entries import Entry, Link, PersonStatement
from sync.messages.shapes import Bytes, Id, LoginName, Message, Short


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
    """What the holder of a letter may know before using it; `contact`: for who has an account already."""

    school: str
    root: Bytes
    host: str
    deadline: int
    seat: Id
    invitation: Id
    mac: Bytes
    contact: bool | UnsetType = UNSET


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


class MoveIn(Message):
    """`POST /api/handovers/<number>/home`: a login for somebody of a linked school, signed by their own key."""

    person: Id
    account: Account
    signature: Bytes
    device: str = ""


class MoveOut(Message):
    """`PUT /api/home`: from `time` (ms) on my account is at the linked school with this root key."""

    target: Id
    time: int
    signature: Bytes


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
