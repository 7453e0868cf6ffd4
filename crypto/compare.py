"""The digits that two people read to each other, to know that nobody stands between them."""

from __future__ import annotations

from crypto import labels
from crypto.digest import H
from crypto.encoding import lp
from crypto.root import fingerprint


def compare_code(one: str, other: str) -> str:
    """Six groups of five digits, the same for both: from two persons' ids, which are hashes of their first keys."""
    return fingerprint(H(labels.CODE, lp(*(person.encode() for person in sorted((one, other))))))
