"""Hashing and key derivation, both BLAKE2b (RFC 7693) as libsodium has it."""

from __future__ import annotations

import hashlib

SIZE = 32


def H(context: str, data: bytes) -> bytes:
    """BLAKE2b-256 of `context ‖ 00 ‖ data`: 32 bytes."""
    return hashlib.blake2b(context.encode() + b"\0" + data, digest_size=SIZE).digest()


def derive(key: bytes, context: str, number: int) -> bytes:
    """Subkey `number` of a 32-byte key: `crypto_kdf_derive_from_key` of libsodium, 32 bytes."""
    salt = number.to_bytes(8, "little") + bytes(8)
    return hashlib.blake2b(
        b"", digest_size=SIZE, key=key, salt=salt, person=context.encode() + bytes(8)
    ).digest()


def keyed(key: bytes, data: bytes) -> bytes:
    """BLAKE2b-256 with a key, as a message authentication code."""
    return hashlib.blake2b(data, digest_size=SIZE, key=key).digest()
