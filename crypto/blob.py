"""Files in sealed chunks of 64 KiB: resumable, seekable, and no chunk can be moved, repeated or cut off."""

from __future__ import annotations

from nacl import bindings
from nacl.exceptions import CryptoError as SodiumError

from crypto import labels
from crypto.digest import H
from crypto.encoding import b64, sized
from crypto.errors import Malformed, WrongKey

KEY = 32
ID = 16
CHUNK = 64 * 1024
TAG = 16
MOST_CHUNKS = 2**32


def seal_chunks(key: bytes, blob_id: bytes, data: bytes) -> list[bytes]:
    """All chunks of `data` under a key that is used for this blob alone; raises Malformed."""
    parts = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)] or [b""]
    last = len(parts) - 1
    return [seal_chunk(key, blob_id, index, index == last, part) for index, part in enumerate(parts)]


def seal_chunk(key: bytes, blob_id: bytes, index: int, last: bool, part: bytes) -> bytes:
    """One sealed chunk; every one but the last is full. Raises Malformed."""
    _check_length(len(part), last)
    nonce, aad = _nonce(index), _aad(blob_id, index, last)
    sized(key, KEY, "key of a blob")
    return bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(part, aad, nonce, key)


def open_chunk(key: bytes, blob_id: bytes, index: int, last: bool, sealed: bytes) -> bytes:
    """One chunk's data; raises WrongKey for another key, place, blob or end, Malformed for a bad length."""
    _check_length(len(sealed) - TAG, last)
    nonce, aad = _nonce(index), _aad(blob_id, index, last)
    sized(key, KEY, "key of a blob")
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, aad, nonce, key)
    except SodiumError:
        raise WrongKey("chunk") from None


def blob_hash(chunks: list[bytes]) -> str:
    """The hash of all sealed chunks in order."""
    return b64(H(labels.BLOB, b"".join(chunks)))


def _check_length(length: int, last: bool) -> None:
    if not (0 <= length <= CHUNK if last else length == CHUNK):
        raise Malformed("length of a chunk")


def _nonce(index: int) -> bytes:
    if not 0 <= index < MOST_CHUNKS:
        raise Malformed("index of a chunk")
    return index.to_bytes(24, "big")


def _aad(blob_id: bytes, index: int, last: bool) -> bytes:
    return sized(blob_id, ID, "id of a blob") + index.to_bytes(4, "big") + (b"\x01" if last else b"\x00")
