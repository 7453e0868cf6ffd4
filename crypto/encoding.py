"""Text and list forms with exactly one spelling each: what does not encode back to itself is refused."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Set
from typing import Any

from crypto.errors import Malformed

LARGEST = 2**53 - 1
DEEPEST = 6
"""Objects and arrays inside each other, the outermost counted."""
_TEXT = re.compile(r"[ !#-\[\]-~]*")
_spell = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


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


def sized(data: bytes, size: int, what: str) -> bytes:
    """The data itself if it has exactly this many bytes: the check at every door. Raises Malformed."""
    if not isinstance(data, bytes) or len(data) != size:
        raise Malformed(what)
    return data


def lp(*parts: bytes) -> bytes:
    """Each part behind its length as u32 big-endian: no two lists share an encoding."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def canonical(value: Mapping[str, Any]) -> str:
    """The one spelling of a head: sorted keys, no blanks, plain ASCII, whole numbers; raises Malformed."""
    _check(value, 0)
    return _spell(value)


def parse_canonical(text: str, keys: Set[str] | None = None) -> dict[str, Any]:
    """The object of canonical JSON, with exactly these keys if given; raises Malformed for any other text."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    if not isinstance(value, dict) or canonical(value) != text:
        raise Malformed("not canonical JSON")
    if keys is not None and value.keys() != keys:
        raise Malformed("fields")
    return value


def _check(value: object, above: int) -> None:
    """Refuse what canonical JSON does not have; `above` counts the objects and arrays around the value."""
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        if not 0 <= value <= LARGEST:
            raise Malformed("number out of range")
    elif isinstance(value, (list, tuple, Mapping)) and above < DEEPEST:
        _check_inside(value, above + 1)
    else:
        _refuse()


def _check_inside(value: list[Any] | tuple[Any, ...] | Mapping[Any, Any], above: int) -> None:
    for item in value:
        if isinstance(value, Mapping):
            _check_text(item)
            _check(value[item], above)
        else:
            _check(item, above)


def _check_text(text: object) -> None:
    if not isinstance(text, str) or not _TEXT.fullmatch(text):
        raise Malformed("text outside the allowed symbols")


def _refuse() -> None:
    raise Malformed("too deep, or a kind of value that heads do not have")
