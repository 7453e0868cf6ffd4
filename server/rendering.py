"""What a feed shows, from what was deposited and the calendars' sealed events; for one request, with the key from it.

Invariants: an event opens with a content key from the deposit, and only if its circle is one that the store says this
feed may show; what the deposit says of other circles is never looked at. A rendering remembers each event's own lines,
so that after a change only what changed is rendered.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple

import msgspec

from crypto.digest import H
from crypto.encoding import b64, lp, unb64
from crypto.envelope import open_record
from crypto.errors import CryptoError
from crypto.feed import DEPOSIT, KEPT, Feed, open_in_feed
from server.clashes import clashes
from server.config import School
from server.errors import Problem
from server.ics import FOOT, RENDERING, Line, block, head
from server.store.feeds import Contents, Event
from sync.feed import PUBLIC
from sync.messages import Deposit, FeedLine, Shown

Body = dict[str, Any]
_PURPOSE = "kring1.server.event"
_AT_ONCE = 20
"""Events rendered before others get their turn."""


class Fact(NamedTuple):
    """What one must know of an event to place it: its name in the file, whether it is for all the world, its order."""

    name: str
    public: bool
    order: str


class Part(msgspec.Struct, array_like=True, frozen=True):
    """What a linked school adds: its name, the state in which it was, and its events."""

    name: str
    tag: str
    lines: list[FeedLine]


class _Index(msgspec.Struct, array_like=True):
    """Of a rendering: by which rules it was made, where each event's lines stand, the facts by record hash, and what
    linked schools said, by host."""

    rules: str = ""
    places: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    facts: dict[str, Fact] = msgspec.field(default_factory=dict)
    parts: dict[str, Part] = msgspec.field(default_factory=dict)


@dataclass(frozen=True)
class Rendering:
    """A file as it is sent, and what is known of the events in it."""

    text: bytes = b""
    index: _Index = field(default_factory=_Index)

    def packed(self) -> bytes:
        """The bytes to keep."""
        index = msgspec.json.encode(self.index)
        return zlib.compress(len(index).to_bytes(4, "big") + index + self.text, 1)

    @classmethod
    def read(cls, packed: bytes, rules: str) -> Rendering:
        """What `packed` made; an empty one of other bytes. Made by other rules, only what linked schools said."""
        try:
            data = zlib.decompress(packed)
            middle = 4 + int.from_bytes(data[:4], "big")
            index = msgspec.json.decode(data[4:middle], type=_Index)
        except (zlib.error, msgspec.DecodeError):
            return cls()
        return cls(data[middle:], index) if index.rules == rules else cls(b"", _Index(parts=index.parts))

    @property
    def parts(self) -> dict[str, Part]:
        """What linked schools said, by host."""
        return self.index.parts

    def lines(self, key: str) -> bytes | None:
        """The lines of an event as they were; None if they have to be made."""
        start, end = self.index.places.get(key, (0, 0))
        return self.text[start:end] if end else None


@dataclass(frozen=True)
class _Part:
    """An event on its way into the file: the key of its lines, its order, and what makes them where they are new."""

    key: str
    order: str
    line: Callable[[], Line]


class _Opened(NamedTuple):
    """An event of a calendar, opened: its signed head and its body."""

    head: Body
    body: Body


def render(feed: Feed, found: Contents, school: School, joined: dict[str, Part]) -> Rendering:
    """The calendar that a feed shows now; raises Problem("not-found") for a deposit that makes no sense.

    joined: what linked schools add to it, by host.
    """
    deposit, index = opened(feed, found), _Index(rules_of(school), parts=joined)
    before = kept(feed, found.kept, school)
    parts = [*_shared(deposit, found, before, index, school.host), *_own(deposit, found, school.host)]
    if joined:
        parts = _noted([*parts, *_away(deposit, joined)], school.name)
    title = f"{school.name}: {deposit.title}" if deposit.title else school.name
    blocks = [head(title).encode()]
    at, made = len(blocks[0]), 0
    for part in sorted(parts, key=lambda one: (one.order, one.key)):
        lines = before.lines(part.key)
        if lines is None:
            lines, made = block(part.line()).encode(), made + 1
            if made % _AT_ONCE == 0:
                time.sleep(0)
        index.places[part.key] = (at, at + len(lines))
        at += len(lines)
        blocks.append(lines)
    return Rendering(b"".join(blocks) + FOOT.encode(), index)


def lines(feed: Feed, found: Contents, school: School) -> list[FeedLine]:
    """The events that a feed shows now, one by one, for the school whose person it is of; raises Problem."""
    deposit, index = opened(feed, found), _Index(rules_of(school))
    parts = [*_shared(deposit, found, Rendering(), index, school.host), *_own(deposit, found, school.host)]
    made = [part.line() for part in sorted(parts, key=lambda one: (one.order, one.key))]
    return [FeedLine(uid=one.uid, body=one.body, label=one.label, time=one.time) for one in made]


def kept(feed: Feed, sealed: bytes, school: School) -> Rendering:
    """A rendering that was kept; an empty one where none was, or by other rules."""
    try:
        return Rendering.read(open_in_feed(feed, KEPT, sealed), rules_of(school))
    except CryptoError:
        return Rendering()


def rules_of(school: School) -> str:
    """Whatever else a rendering depends on than the deposit and the events."""
    return f"{RENDERING} {school.host} {school.name}"


def opened(feed: Feed, found: Contents) -> Deposit:
    """What was deposited; raises Problem("not-found") where it makes no sense."""
    try:
        return msgspec.json.decode(open_in_feed(feed, DEPOSIT, found.deposit), type=Deposit)
    except (CryptoError, msgspec.DecodeError):
        raise Problem("not-found") from None


def _shared(deposit: Deposit, found: Contents, before: Rendering, index: _Index, host: str) -> Iterator[_Part]:
    """The events of the calendars; what stands in several of them comes once. Notes their facts in `index`."""
    shown = {one.circle: one for one in deposit.calendars}
    together: dict[str, list[Event]] = {}
    for event in found.events:
        fact = before.index.facts.get(event.hash) or _fact(shown.get(event.circle), event)
        if fact and event.circle in shown and (fact.public or deposit.scope != PUBLIC):
            index.facts[event.hash] = fact
            together.setdefault(fact.name, []).append(event)
    for name, several in together.items():
        one = several[0]
        label = ", ".join(sorted({shown[each.circle].label for each in several} - {""}))
        make = partial(_line, shown[one.circle], one, f"{name}@{host}", label, deposit.language)
        yield _Part(f"{one.hash} {deposit.language} {label}", index.facts[one.hash].order, make)


def _own(deposit: Deposit, found: Contents, host: str) -> Iterator[_Part]:
    """What the deposit says of its person alone; of a child that they no longer read, nothing."""
    for one in deposit.own if deposit.scope != PUBLIC else ():
        if not one.child or one.child in found.reached:
            label = deposit.children.get(one.child, "")
            line = Line(f"{one.id}@{host}", one.body, label, one.time or found.created, deposit.language)
            digest = b64(H(_PURPOSE, msgspec.json.encode(one)))
            yield _Part(f"{digest} {deposit.language} {label}", _order(one.body), partial(_given, line))


def _away(deposit: Deposit, joined: dict[str, Part]) -> Iterator[_Part]:
    """The events of linked schools, with the school's name before each."""
    for part in joined.values():
        for one in part.lines:
            line = Line(one.uid, one.body, one.label, one.time, deposit.language, part.name)
            digest = b64(H(_PURPOSE, msgspec.json.encode(one)))
            yield _Part(f"{digest} {deposit.language} {part.name}", _order(one.body), partial(_given, line))


def _noted(parts: list[_Part], home: str) -> list[_Part]:
    """The same, where what is at the same time at another school says so. All are opened for it."""
    made = [part.line() for part in parts]
    for at, note in clashes(made, home).items():
        key = f"{parts[at].key} {b64(H(_PURPOSE, note.encode()))}"
        parts[at] = _Part(key, parts[at].order, partial(_given, replace(made[at], note=note)))
    return parts


def _given(line: Line) -> Line:
    return line


def _line(shown: Shown, event: Event, uid: str, label: str, language: str) -> Line:
    opened = _open(shown, event)
    return Line(uid, opened.body, label, opened.head["time"], language) if opened else Line(uid, {}, "", 0, language)


def _fact(shown: Shown | None, event: Event) -> Fact | None:
    """Of an event that opens; None under a key that was not deposited (yet), or if it makes no sense."""
    opened = _open(shown, event) if shown else None
    if opened is None:
        return None
    joint, author = opened.body.get("joint"), opened.head["author"]
    both = b64(H(_PURPOSE, lp(str(joint).encode(), author.encode())))[:22]
    return Fact(both if joint else opened.head["id"], opened.body.get("public") == 1, _order(opened.body))


def _open(shown: Shown, event: Event) -> _Opened | None:
    try:
        signed = json.loads(event.head)
        content = unb64(shown.keys[str(signed["epoch"])])
        return _Opened(signed, {**json.loads(open_record(content, {"head": event.head, "body": event.body}))})
    except (CryptoError, KeyError, ValueError, TypeError, RecursionError):
        return None


def _order(body: Body) -> str:
    return f"{body.get('day')} {body.get('start', '')}"
