"""Hashing and key derivation, both BLAKE2b (RFC 7693) as libsodium has it."""

from __future__ import annotations

import hashlib

from crypto.encoding import sized

SIZE = 32
KEY = 32
CONTEXT = 8


def H(context: str, data: bytes) -> bytes:
    """BLAKE2b-256 of `context ‖ 00 ‖ data`: 32 bytes."""
    return hashlib.blake2b(context.encode() + b"\0" + data, digest_size=SIZE).digest()


def derive(key: bytes, context: str, number: int) -> bytes:
    """Subkey `number` of a 32-byte key: `crypto_kdf_derive_from_key` of libsodium, 32 bytes.

    Raises Malformed for a key of another length or a context that is not 8 ASCII bytes.
    """
    person = sized(context.encode(), CONTEXT, "context of a derivation") + bytes(8)
    salt = number.to_bytes(8, "little") + bytes(8)
    key = sized(key, KEY, "key to derive from")
    return hashlib.blake2b(digest_size=SIZE, key=key, salt=salt, person=person).digest()


def keyed(key: bytes, data: bytes) -> bytes:
    """BLAKE2b-256 with a 32-byte key, as a message authentication code; raises Malformed."""
    return hashlib.blake2b(data, digest_size=SIZE, key=sized(key, KEY, "key of a code")).digest()
