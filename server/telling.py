"""Who is told what, and when: the push queue is filled inside the write that stores a record.

Invariants: what is queued for a device is what a live frame would have carried to it, padded to one of two sizes;
whoever wrote is not told; preferences are kept per device.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Set
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from crypto.encoding import b64
from server.store import Connection, letters, mail, push
from server.store.push import Target
from sync.messages import AwayFrame, Chosen, Frame, RecordAt, Telling
from sync.modules import KINDS, MODULES

SMALL, LARGE = 1024, 3993
"""The sizes (bytes) that a payload is padded to; the larger is what a push service must take (RFC 8030, 8291)."""
URGENT = frozenset(kind.name for kind in KINDS.values() if kind.urgent)
"""Kinds that break through quiet hours and can't be put off."""
AFTER, AGAIN, DEAD = 2 * 3_600_000, 24 * 3_600_000, 3 * 24 * 3_600_000
"""How long (ms) until an e-mail is due, between two of them, and until a push service that refuses counts as dead."""
_ZONE = ZoneInfo("Europe/Amsterdam")
_MANY = 40
"""Boxes above which a letter is not sent along: its readers are told to ask."""
_MODULE_OF = {kind.name: module.name for module in MODULES for kind in module.kinds}


def tells(head: dict[str, Any]) -> bool:
    """Whether a record is news for those who sleep: the first of its kind, and how an alarm ends."""
    kind = KINDS.get(head["kind"])
    return kind is not None and kind.tells and (head["revision"] == 1 or kind.name in URGENT)


def clears(head: dict[str, Any]) -> bool:
    """Whether a record says that its author has read what other devices of theirs may still show."""
    kind = KINDS.get(head["kind"])
    return kind is not None and kind.clears


class Told(NamedTuple):
    """What there is to tell: a record, its kind and id, the circles that it reached, and the persons to tell.

    device: the one of their own that need not be told, where somebody's other devices are.
    """

    record: RecordAt
    kind: str
    id: str
    refs: Set[str]
    readers: Set[str]
    device: str = ""


def tell(connection: Connection, told: Told, now: int) -> None:
    """Queue a record for the devices of those it reached."""
    module, urgent = module_of(told.kind), told.kind in URGENT
    payload = functools.cache(lambda reader: _payload(connection, told.record, reader))
    own = told.record.record is not None and bool(told.record.record.boxes)  # else it is the same for everybody
    jobs = [
        (target.device, payload(target.person if own else ""), at)
        for target in push.targets(connection, told.readers)
        if target.device != told.device
        and (urgent or not _is_muted(connection, target, told.refs))
        and (at := due(target.choices, module, urgent, now)) is not None
    ]
    push.enqueue(connection, jobs, topic_of(told.record.circle, told.id), urgent, now)
    if not told.device:
        _note(connection, told.readers, now)


def tell_away(connection: Connection, host: str, told: Telling, now: int) -> None:
    """Queue for the devices of our people that there is something at a linked school: it tells us where, not what."""
    record = RecordAt(circle=told.circle, place=told.place, hash=told.hash)
    payload = padded(AwayFrame(away=host, records=[record], clears=told.clears))
    urgent, through = bool(told.urgent), set(told.through)
    jobs = [
        (target.device, payload, at)
        for target in push.targets(connection, told.persons)
        for choices in (target.choices.schools.get(host, target.choices),)
        if (urgent or not choices.muted or not through <= set(choices.muted))
        and (at := due(choices, told.module, urgent, now)) is not None
    ]
    push.enqueue(connection, jobs, topic_away(host, told.topic), urgent, now)
    if not told.clears:
        _note(connection, set(told.persons), now)


def module_of(kind: str) -> str:
    """The module that a kind of record belongs to."""
    return _MODULE_OF[kind]


def due(choices: Chosen, module: str, urgent: bool, now: int) -> int | None:
    """When (ms) a device wants to be told of a module; None: never."""
    if urgent:
        return now
    if module in choices.off:
        return None
    at = datetime.fromtimestamp(now / 1000, _ZONE)
    if module in choices.daily:
        then = at.replace(hour=choices.hour, minute=0, second=0, microsecond=0)
        at = then if then > at else then + timedelta(days=1)
    return int(_after_quiet(choices.quiet, at).timestamp() * 1000)


def padded(frame: Frame) -> str:
    """A frame as text of one of the two sizes; longer ones stay as they are."""
    text = msgspec.json.encode(frame).decode()
    size = len(text.encode())
    return text + " " * ((SMALL if size <= SMALL else max(LARGE, size)) - size)


def topic_of(circle: str, record: str) -> str:
    """The name under which a newer revision replaces an older one (RFC 8030): 32 symbols without a meaning."""
    return b64(hashlib.sha256(json.dumps([circle, record]).encode()).digest()[:24])


def topic_away(host: str, topic: str) -> str:
    """The same of a linked school, whose own name for it is `topic`: no school can replace what another one told."""
    return topic_of(host, topic)


def _note(connection: Connection, readers: Set[str], now: int) -> None:
    """Let those whom no device can tell wait for an e-mail."""
    mail.note(connection, readers, now, now - DEAD, AFTER, AGAIN)


def _is_muted(connection: Connection, target: Target, refs: Set[str]) -> bool:
    """Whether it reaches this person only through circles they do not want to hear of here."""
    muted = set(target.choices.muted)
    return bool(muted) and letters.reached(connection, target.person, set(refs)) <= muted


def _payload(connection: Connection, record: RecordAt, reader: str) -> str:
    """The record as this reader gets it, if it fits; else only that there is something."""
    ask = padded(Frame(sync=1))
    if record.record is None or len(record.record.boxes) > _MANY:
        return ask
    own = msgspec.structs.replace(record, record=msgspec.structs.replace(record.record))
    whole = padded(Frame(records=letters.blinded(connection, reader, [own])))
    return whole if len(whole.encode()) <= LARGE else ask


def _after_quiet(quiet: list[str], at: datetime) -> datetime:
    """The same time, or the end of the quiet hours it falls in; they may go over midnight."""
    if len(quiet) != 2:
        return at
    begin, end = quiet
    clock = at.strftime("%H:%M")
    inside = begin <= clock < end if begin < end else clock >= begin or clock < end
    if not inside:
        return at
    hour, minute = (int(part) for part in end.split(":"))
    over = at.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return over if over > at else over + timedelta(days=1)
