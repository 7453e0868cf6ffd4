"""A private calendar address: the secret in it gives the feed's id and the key under which its deposit is sealed.

The id is derived from the secret, so whoever shows a pair that belongs together knows the secret; nothing is compared.
What is sealed says what it is, the deposit of a client or the rendering that a server keeps, and of which feed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from crypto import labels
from crypto.aead import open_aead, seal_aead
from crypto.digest import derive, keyed
from crypto.encoding import b64, lp, unb64
from crypto.pad import pad, unpad
from crypto.random import fresh

SECRET = 32
ID = 16
DEPOSIT = "deposit"
KEPT = "kept"


@dataclass(frozen=True)
class Feed:
    """What a secret gives: the id for all to know, the key that opens, and the key that marks contents."""

    id: str
    key: bytes = field(repr=False)
    marking: bytes = field(repr=False)


def new_secret(source: bytes | None = None) -> str:
    """A fresh secret as it stands in the address; `source`: 32 bytes, for tests."""
    return b64(fresh(SECRET) if source is None else source)


def read_secret(text: str) -> Feed:
    """The feed of a secret; raises Malformed."""
    secret = unb64(text, SECRET)
    return Feed(feed_id(text), derive(secret, labels.FEED_KEYS, 2), derive(secret, labels.FEED_KEYS, 3))


def feed_id(text: str) -> str:
    """The id that belongs to a secret; raises Malformed."""
    return b64(derive(unb64(text, SECRET), labels.FEED_KEYS, 1)[:ID])


def seal_in_feed(feed: Feed, what: str, data: bytes, nonce: bytes | None = None) -> bytes:
    """Data under the feed's key; what: DEPOSIT or KEPT. `nonce` only for tests."""
    return seal_aead(feed.key, pad(data), _aad(feed, what), nonce)


def open_in_feed(feed: Feed, what: str, sealed: bytes) -> bytes:
    """What `seal_in_feed` sealed; raises WrongKey, Malformed."""
    return unpad(open_aead(feed.key, sealed, _aad(feed, what)))


def mark(feed: Feed, data: bytes) -> str:
    """By which devices tell that a deposit is the same as before; to anybody else it says nothing."""
    return b64(keyed(feed.marking, data))


def _aad(feed: Feed, what: str) -> bytes:
    return labels.FEED.encode() + b"\0" + lp(unb64(feed.id, ID), what.encode())
