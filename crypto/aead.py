"""Authenticated encryption: `01 ‖ nonce24 ‖ XChaCha20-Poly1305` (libsodium, draft-irtf-cfrg-xchacha)."""

from __future__ import annotations

from nacl import bindings
from nacl.exceptions import CryptoError as SodiumError

from crypto.encoding import sized
from crypto.errors import Malformed, WrongKey
from crypto.random import fresh

VERSION = b"\x01"
NONCE = 24
KEY = 32
OVERHEAD = 1 + NONCE + 16


def seal_aead(key: bytes, plain: bytes, aad: bytes, nonce: bytes | None = None) -> bytes:
    """Seal under a 32-byte key with associated data; `nonce` (24 bytes) only for tests. Raises Malformed."""
    sized(key, KEY, "key")
    nonce = fresh(NONCE) if nonce is None else sized(nonce, NONCE, "nonce")
    return VERSION + nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, nonce, key)


def open_aead(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """Open; raises Malformed for another version or length, WrongKey if key, data or aad do not fit."""
    sized(key, KEY, "key")
    if len(sealed) < OVERHEAD or sealed[:1] != VERSION:
        raise Malformed("sealed bytes")
    nonce, box = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(box, aad, nonce, key)
    except SodiumError:
        raise WrongKey("sealed bytes") from None
