"""Text and list forms with exactly one spelling each: what does not encode back to itself is refused."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from crypto.errors import Malformed

LARGEST = 2**53 - 1
DEEPEST = 6


def b64(data: bytes) -> str:
    """Base64url without padding (RFC 4648, section 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str, size: int | None = None) -> bytes:
    """The bytes of canonical unpadded base64url; `size` demands a length. Raises Malformed."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError, TypeError):
        raise Malformed("not base64url") from None
    if b64(data) != text or (size is not None and len(data) != size):
        raise Malformed("not canonical base64url, or not of this length")
    return data


def lp(*parts: bytes) -> bytes:
    """Each part behind its length as u32 big-endian: no two lists share an encoding."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def canonical(value: Mapping[str, Any]) -> str:
    """The one spelling of a head: sorted keys, no white space, printable ASCII, whole numbers. Raises Malformed."""
    _check(value, 0)
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def parse_canonical(text: str) -> dict[str, Any]:
    """The object of canonical JSON; raises Malformed for any other spelling of it."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    if not isinstance(value, dict) or canonical(value) != text:
        raise Malformed("not canonical JSON")
    return value


def _check(value: object, depth: int) -> None:
    if depth > DEEPEST:
        raise Malformed("too deep")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        if not 0 <= value <= LARGEST:
            raise Malformed("number out of range")
    elif isinstance(value, (list, tuple)):
        for item in value:
            _check(item, depth + 1)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _check(key, depth + 1) if isinstance(key, str) else _refuse()
            _check(item, depth + 1)
    else:
        _refuse()


def _check_text(text: str) -> None:
    if not all(" " <= symbol <= "~" and symbol not in '"\\' for symbol in text):
        raise Malformed("text outside the allowed symbols")


def _refuse() -> None:
    raise Malformed("a kind of value that heads do not have")
