"""What all messages are made of: ids, bytes, times, and the base that knows no unknown fields."""

from __future__ import annotations

from typing import Annotated

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


class Nothing(Message):
    """A request that needs no words: `{}`."""
