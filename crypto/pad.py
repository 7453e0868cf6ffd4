"""Lengths that tell little: Padmé (Nikitin and others, "Reducing Metadata Leakage", PETS 2019)."""

from __future__ import annotations

from crypto.errors import Malformed

SMALLEST = 256
_MARK = b"\x80"


def padme(length: int) -> int:
    """The padded length for `length` bytes (at least 2): at most 12 % more, of only log log n sizes."""
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def pad(data: bytes) -> bytes:
    """`data ‖ 80 ‖ 00…` up to the padded length."""
    marked = data + _MARK
    return marked.ljust(padme(max(SMALLEST, len(marked))), b"\0")


def unpad(padded: bytes) -> bytes:
    """The data of `pad`; raises Malformed."""
    data = padded.rstrip(b"\0")
    if not data.endswith(_MARK) or pad(data[:-1]) != padded:
        raise Malformed("padding")
    return data[:-1]
