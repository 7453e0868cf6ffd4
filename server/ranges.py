"""The part of a file that a request asks for (RFC 9110, section 14): one range of bytes, or the whole.

Invariant: what is not understood (several ranges, other units, nonsense) is the whole file, as the RFC has it.
"""

from __future__ import annotations

import re

_ONE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


class Outside(Exception):
    """The range begins behind the end of the file."""

    code = "bad-range"


def wanted(text: str, size: int) -> tuple[int, int] | None:
    """(start, end) of the range that the header `text` asks of `size` bytes, None for the whole; raises Outside."""
    found = _ONE.fullmatch(text.strip())
    if found is None or found[0] == "bytes=-":
        return None
    first, last = found[1], found[2]
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size:
        raise Outside
    return start, end
