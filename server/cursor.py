"""The cursor as clients hold it: how far a person has read the server's sequence, sealed so that it says nothing.

Invariants: only this server can make one; it is worth nothing to another person; the numbers in it (how much
happened at the school) can't be read. One that was made before a backup was put back starts again.
"""

from __future__ import annotations

import msgspec
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from crypto.digest import H
from crypto.encoding import b64, unb64
from crypto.errors import Malformed
from server.store.changes import Cursor

_PURPOSE = "kring1.server.cursor"


class BadCursor(Exception):
    """Not a cursor of this server for this person."""

    code = "bad-cursor"


class _Sealed(msgspec.Struct, frozen=True, array_like=True):
    person: str
    incarnation: str
    cursor: Cursor


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Sealed).decode


def seal_cursor(secret: bytes, person: str, incarnation: str, cursor: Cursor) -> str:
    """The text of `cursor` for `person`; secret: the server's own 32 bytes."""
    return b64(bytes(_box(secret).encrypt(_encode(_Sealed(person, incarnation, cursor)))))


def open_cursor(secret: bytes, person: str, incarnation: str, text: str) -> Cursor:
    """What a cursor's text says; the beginning for "" and for another incarnation's. Raises BadCursor."""
    if not text:
        return Cursor()
    try:
        sealed = _decode(_box(secret).decrypt(unb64(text)))
    except (CryptoError, Malformed, msgspec.MsgspecError, ValueError):
        raise BadCursor from None
    if sealed.person != person:
        raise BadCursor
    return sealed.cursor if sealed.incarnation == incarnation else Cursor()


def _box(secret: bytes) -> SecretBox:
    return SecretBox(H(_PURPOSE, secret))
