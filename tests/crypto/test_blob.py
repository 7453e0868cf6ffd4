"""Files in chunks: each opens in its place only, and a file cut short is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto.blob import CHUNK, TAG, blob_hash, open_chunk, seal_chunk, seal_chunks
from crypto.errors import Malformed, WrongKey

KEY, ID = bytes([1] * 32), bytes([2] * 16)
SIZE = st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])
LAST = seal_chunk(KEY, ID, 5, True, b"the end")


@settings(max_examples=10)
@given(SIZE)
def test_a_file_comes_back_chunk_by_chunk(size: int) -> None:
    data = bytes(n % 251 for n in range(size))
    chunks = seal_chunks(KEY, ID, data)
    last = len(chunks) - 1
    assert b"".join(open_chunk(KEY, ID, n, n == last, chunk) for n, chunk in enumerate(chunks)) == data
    assert sum(map(len, chunks)) == size + TAG * len(chunks)


@given(st.integers(0, 8 * len(LAST) - 1))
def test_a_chunk_with_any_bit_turned_is_refused(bit: int) -> None:
    changed = LAST[: bit // 8] + bytes([LAST[bit // 8] ^ 1 << bit % 8]) + LAST[bit // 8 + 1 :]
    with pytest.raises(WrongKey):
        open_chunk(KEY, ID, 5, True, changed)


@given(st.integers(0, len(LAST) - 1))
def test_a_chunk_cut_short_is_refused(length: int) -> None:
    with pytest.raises((WrongKey, Malformed)):
        open_chunk(KEY, ID, 5, True, LAST[:length])


@settings(max_examples=20)
@given(st.integers(0, 2), st.integers(0, 2), st.booleans())
def test_a_chunk_opens_in_its_own_place_only(taken: int, index: int, last: bool) -> None:
    chunk = seal_chunks(KEY, ID, bytes(3 * CHUNK))[taken]
    if (index, last) == (taken, taken == 2):
        assert open_chunk(KEY, ID, index, last, chunk) == bytes(CHUNK)
    else:
        with pytest.raises(WrongKey):
            open_chunk(KEY, ID, index, last, chunk)


@pytest.mark.parametrize(("key", "blob_id"), [(bytes([9] * 32), ID), (KEY, bytes(16))])
def test_a_chunk_opens_in_its_own_file_only(key: bytes, blob_id: bytes) -> None:
    with pytest.raises(WrongKey):
        open_chunk(key, blob_id, 5, True, LAST)


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK + 1])
def test_only_the_last_chunk_may_be_short_and_none_too_long(length: int) -> None:
    with pytest.raises(Malformed):
        seal_chunk(KEY, ID, 0, False, bytes(length))
    with pytest.raises(Malformed):
        open_chunk(KEY, ID, 0, False, bytes(length + TAG))


def test_the_hash_of_a_file_follows_the_order_of_its_chunks() -> None:
    chunks = seal_chunks(KEY, ID, bytes(2 * CHUNK))
    assert blob_hash(chunks) != blob_hash(chunks[::-1])
