"""The one source of randomness: libsodium's `randombytes_buf`."""

from nacl.utils import random as _random


def fresh(size: int) -> bytes:
    """`size` unpredictable bytes."""
    return _random(size)
