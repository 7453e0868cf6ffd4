"""A case of a test vector: what goes into a function and what comes out, an error included."""

from __future__ import annotations

import hashlib
from typing import Any

from nacl import bindings

from crypto.encoding import b64
from crypto.errors import CodeError, CryptoError
from tests.vectors.functions import FUNCTIONS

Case = dict[str, Any]


def works(name: str, fn: str, /, **given: Any) -> Case:
    """A case that must succeed."""
    given = plain(given)
    return {"name": name, "fn": fn, "in": given, "out": outcome(fn, given)["out"]}


def fails(name: str, fn: str, code: str, /, **given: Any) -> Case:
    """A case that must raise the error of this code."""
    given = plain(given)
    found = outcome(fn, given)
    if found.get("error") != code:
        raise AssertionError(f"{fn}: {name}: expected {code}, found {found}")
    return {"name": name, "fn": fn, "in": given} | found


def outcome(fn: str, given: dict[str, Any]) -> dict[str, Any]:
    """`{"out": …}` or `{"error": code}`, with the group of a paper code's error."""
    try:
        return {"out": plain(FUNCTIONS[fn](**given))}
    except CodeError as error:
        return {"error": error.code} | ({"group": error.group} if error.group else {})
    except CryptoError as error:
        return {"error": error.code}


def plain(value: Any) -> Any:
    """The value as JSON has it, bytes as lower-case hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def some(label: str, size: int = 32) -> bytes:
    """Bytes that look random and are always the same."""
    return hashlib.blake2b(label.encode(), digest_size=size).digest()


def some_id(label: str) -> str:
    """An id of 32 bytes as text."""
    return b64(some(label))


def sealed_box(public: bytes, data: bytes) -> bytes:
    """What `crypto_box_seal` makes, with a fixed instead of a random key of the sender."""
    mine, secret = bindings.crypto_box_seed_keypair(some("sender of a sealed box"))
    nonce = hashlib.blake2b(mine + public, digest_size=24).digest()
    return mine + bindings.crypto_box(data, nonce, public, secret)


def flip(data: bytes, at: int = 0) -> bytes:
    """The data with one bit turned over in byte `at`."""
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
