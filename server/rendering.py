"""What a feed shows, from what was deposited and the calendars' sealed events; for one request, with the key from it.

Invariants: an event opens with a content key from the deposit, and only if its circle is one that the store says this
feed may show; what the deposit says of other circles is never looked at. A rendering remembers each event's own lines,
so that after a change only what changed is rendered.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from crypto.digest import H
from crypto.encoding import b64, lp, unb64
from crypto.envelope import open_record
from crypto.errors import CryptoError
from crypto.feed import DEPOSIT, KEPT, Feed, open_in_feed
from server.config import School
from server.errors import Problem
from server.ics import FOOT, RENDERING, Line, block, head
from server.store.feeds import Contents
from sync.feed import PUBLIC
from sync.messages import Deposit, Own, Shown

Body = dict[str, Any]
_PURPOSE = "kring1.server.event"
_AT_ONCE = 20
"""Events rendered before others get their turn."""


@dataclass
class Rendering:
    """A file as it is sent, and where in it each event's lines stand."""

    text: bytes = b""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def packed(self) -> bytes:
        """The bytes to keep."""
        places = msgspec.json.encode(self.places)
        return zlib.compress(len(places).to_bytes(4, "big") + places + self.text, 1)

    @classmethod
    def read(cls, packed: bytes) -> Rendering:
        """What `packed` made; an empty one of bytes that it did not make."""
        try:
            data = zlib.decompress(packed)
            middle = 4 + int.from_bytes(data[:4], "big")
            return cls(data[middle:], msgspec.json.decode(data[4:middle], type=dict[str, tuple[int, int]]))
        except (zlib.error, msgspec.DecodeError):
            return cls()


@dataclass(frozen=True)
class _Opened:
    """An event of a calendar, opened: by `hash`, its author and id, its body, where it stands, when it was written."""

    hash: str
    id: str
    author: str
    time: int
    body: Body
    label: str


def render(feed: Feed, found: Contents, school: School) -> Rendering:
    """The calendar that a feed shows now; raises Problem("not-found") for a deposit that makes no sense."""
    deposit = _deposit(feed, found)
    before = _before(feed, found)
    lines = [*_shared(deposit, found, school.host), *_own(deposit, found, school.host)]
    lines.sort(key=lambda one: (str(one[1].body.get("day")), str(one[1].body.get("start", "")), one[1].uid))
    title = f"{school.name}: {deposit.title}" if deposit.title else school.name
    parts, places, at = [head(title).encode()], {}, 0
    for number, (key, line) in enumerate(lines):
        at += len(parts[-1])
        start, end = before.places.get(key, (0, 0))
        parts.append(before.text[start:end] if end else block(line).encode())
        places[key] = (at, at + len(parts[-1]))
        if not end and number % _AT_ONCE == 0:
            time.sleep(0)
    return Rendering(b"".join(parts) + FOOT.encode(), places)


def _deposit(feed: Feed, found: Contents) -> Deposit:
    try:
        return msgspec.json.decode(open_in_feed(feed, DEPOSIT, found.deposit), type=Deposit)
    except (CryptoError, msgspec.DecodeError):
        raise Problem("not-found") from None


def _before(feed: Feed, found: Contents) -> Rendering:
    try:
        return Rendering.read(open_in_feed(feed, KEPT, found.kept)) if found.kept else Rendering()
    except CryptoError:
        return Rendering()


def _shared(deposit: Deposit, found: Contents, host: str) -> Iterator[tuple[str, Line]]:
    """The events of the calendars, each with the key of its lines; what stands in several of them comes once."""
    together: dict[str, list[_Opened]] = {}
    for one in _opened(deposit, found):
        if deposit.scope != PUBLIC or one.body.get("public") == 1:
            together.setdefault(_name(one), []).append(one)
    for name, several in together.items():
        one, label = several[0], ", ".join(dict.fromkeys(each.label for each in several if each.label))
        line = Line(f"{name}@{host}", one.body, label, one.time, deposit.language)
        yield f"{RENDERING} {one.hash} {name} {deposit.language} {label}", line


def _own(deposit: Deposit, found: Contents, host: str) -> Iterator[tuple[str, Line]]:
    """What the deposit says of its person alone; of a child that they no longer read, nothing."""
    for one in deposit.own if deposit.scope != PUBLIC else ():
        if not one.child or one.child in found.reached:
            label = deposit.children.get(one.child, "")
            line = Line(f"{one.id}@{host}", one.body, label, one.time or found.created, deposit.language)
            yield f"{RENDERING} {_digest(one)} {one.id} {deposit.language} {label}", line


def _opened(deposit: Deposit, found: Contents) -> Iterator[_Opened]:
    shown = {one.circle: one for one in deposit.calendars}
    for digest, circle, text, body in found.events:
        if circle in shown and (one := _open(shown[circle], digest, text, body)):
            yield one


def _open(shown: Shown, digest: str, text: str, body: str) -> _Opened | None:
    """An event; None under a key that was not deposited (yet), or if it makes no sense."""
    try:
        signed = json.loads(text)
        content = unb64(shown.keys[str(signed["epoch"])])
        opened = json.loads(open_record(content, {"head": text, "body": body}))
        return _Opened(digest, signed["id"], signed["author"], signed["time"], {**opened}, shown.label)
    except (CryptoError, KeyError, ValueError, TypeError, RecursionError):
        return None


def _name(one: _Opened) -> str:
    """An event's name in the file: its id, or of one that stands in several calendars what they have in common."""
    joint = one.body.get("joint")
    return b64(H(_PURPOSE, lp(str(joint).encode(), one.author.encode())))[:22] if joint else one.id


def _digest(own: Own) -> str:
    return b64(H(_PURPOSE, msgspec.json.encode(own)))
