"""The school's root key: made once, printed, used for the founding and for emergencies only."""

from __future__ import annotations

from crypto import labels
from crypto.digest import H
from crypto.encoding import sized
from crypto.identity import PUBLIC, SigningKey
from crypto.paper import new_code, read_code

GROUPS = 8
_FINGERPRINT = 15


def new_root(source: bytes | None = None) -> tuple[str, SigningKey]:
    """A fresh root code (160 bits) as it is printed, and its key."""
    code = new_code(GROUPS, source)
    return code, read_root(code)


def read_root(text: str) -> SigningKey:
    """The root key of a typed code; raises CodeError with the group at fault."""
    return SigningKey(H(labels.ROOT, read_code(text, GROUPS).encode()))


def fingerprint(root: bytes) -> str:
    """Six groups of five digits that people compare, from a root public key; raises Malformed."""
    number = int.from_bytes(H(labels.CODE, sized(root, PUBLIC, "root key"))[:_FINGERPRINT], "big")
    parts = [(number >> shift) % (1 << 20) % 100_000 for shift in range(100, -1, -20)]
    return " ".join(f"{part:05d}" for part in parts)
