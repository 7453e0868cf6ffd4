"""Being told while the app sleeps: push and e-mail."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from sync.messages.shapes import Bytes, Clock, Id, Message, Short


class Chosen(Message):
    """What a device wants to hear of: modules by name, `off` never, `daily` at `hour`; `quiet`: "HH:MM" from, to.

    muted: circles of which it wants to hear nothing, as those of one child.
    """

    off: Annotated[list[str], Meta(max_length=20)] = []
    daily: Annotated[list[str], Meta(max_length=20)] = []
    hour: Annotated[int, Meta(ge=0, le=23)] = 17
    quiet: Annotated[list[Clock], Meta(max_length=2)] = []
    muted: Annotated[list[Id], Meta(max_length=100)] = []


class PushChoices(Chosen):
    """The same of the own school, and of linked ones by host where something else was chosen for them."""

    schools: Annotated[dict[str, Chosen], Meta(max_length=20)] = {}


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
