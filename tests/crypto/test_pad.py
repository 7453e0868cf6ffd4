"""Lengths hide what they should, and cost little."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from crypto.pad import SMALLEST, pad, padme, unpad

LENGTH = st.integers(SMALLEST, 50_000_000)


@given(LENGTH)
@example(257)
@example(2**20 + 1)
def test_padding_costs_at_most_12_percent(length: int) -> None:
    assert length <= padme(length) <= length * 1.12


@given(LENGTH)
def test_a_padded_length_is_its_own_padded_length(length: int) -> None:
    assert padme(padme(length)) == padme(length)


@given(LENGTH, LENGTH)
def test_longer_data_is_never_padded_to_less(one: int, other: int) -> None:
    assert (padme(one) <= padme(other)) or one > other


@given(LENGTH, st.data())
def test_all_lengths_up_to_the_padded_one_look_alike(length: int, data: st.DataObject) -> None:
    padded = padme(length)
    assert padme(data.draw(st.integers(length, padded))) == padded


@given(st.integers(8, 25), st.data())
def test_neighbours_look_alike(exponent: int, data: st.DataObject) -> None:
    step = 2**exponent // 32
    length = data.draw(st.integers(2**exponent // step, 2 ** (exponent + 1) // step - 1)) * step
    assert len({padme(length + near) for near in range(1, step + 1, max(1, step // 16))}) == 1


def test_a_mebibyte_of_lengths_has_few_sizes() -> None:
    assert len({padme(length) for length in range(SMALLEST, 2**20 + 1)}) == 257


def test_everything_short_has_one_size() -> None:
    assert {len(pad(bytes(length))) for length in range(SMALLEST)} == {SMALLEST}


@given(st.binary(max_size=600))
def test_padding_comes_off(data: bytes) -> None:
    assert unpad(pad(data)) == data
