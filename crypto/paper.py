"""Codes for paper: groups of five Crockford symbols, of which the last checks its group.

A typing error is found and named by its group, and so are two groups in the wrong order, because a group's
number takes part in its check symbol (Luhn modulo 32).
"""

from __future__ import annotations

from crypto.encoding import sized
from crypto.errors import CodeGroup, CodeLength, CodeSymbol
from crypto.random import fresh

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PAYLOAD = 4
GROUP = PAYLOAD + 1
_SKIPPED = str.maketrans("", "", " -\t\r\n\u00a0")
_ALIKE = str.maketrans("abcdefghijklmnopqrstuvwxyzOIL", "ABCDEFGH1JK1MN0PQRSTUVWXYZ011")
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}


def new_code(groups: int, source: bytes | None = None) -> str:
    """A fresh code of `groups` groups with blanks between them; `source`: 4 bytes a group, for tests."""
    size = groups * PAYLOAD
    source = fresh(size) if source is None else sized(source, size, "source of a code")
    payload = "".join(ALPHABET[byte % 32] for byte in source)
    return write_code(payload)


def write_code(symbols: str) -> str:
    """The printed form of payload symbols: checks added, blanks between the groups."""
    parts = [symbols[at : at + PAYLOAD] for at in range(0, len(symbols), PAYLOAD)]
    return " ".join(part + _check(index, part) for index, part in enumerate(parts))


def read_code(text: str, groups: int) -> str:
    """The payload symbols of a typed code, forgiving in case, blanks, hyphens, O, I and L.

    Raises, in this order: CodeSymbol with the group at fault (from 1), CodeLength, CodeGroup with the first
    group at fault.
    """
    typed = text.translate(_SKIPPED).translate(_ALIKE)
    for position, symbol in enumerate(typed):
        if symbol not in _VALUE:
            raise CodeSymbol(position // GROUP + 1)
    if len(typed) != groups * GROUP:
        raise CodeLength
    parts = [typed[at : at + GROUP] for at in range(0, len(typed), GROUP)]
    for index, part in enumerate(parts):
        if _check(index, part[:PAYLOAD]) != part[PAYLOAD]:
            raise CodeGroup(index + 1)
    return "".join(part[:PAYLOAD] for part in parts)


def _check(index: int, part: str) -> str:
    values = [index % 32, *(_VALUE[symbol] for symbol in part)]
    total = 0
    for place, value in enumerate(reversed(values)):
        product = value * (1 if place % 2 else 2)
        total += product // 32 + product % 32
    return ALPHABET[-total % 32]
