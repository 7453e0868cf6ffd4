"""Codes on paper: typing errors are found, and named by their group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto.errors import CodeError, CodeGroup, CodeLength, CodeSymbol
from crypto.lock import new_sheet
from crypto.paper import ALPHABET, GROUP, PAYLOAD, new_code, read_code, write_code
from crypto.root import fingerprint, new_root, read_root
from crypto.token import Token, new_token, read_token

GROUPS = 5
SYMBOLS = st.text(st.sampled_from(ALPHABET), min_size=GROUPS * PAYLOAD, max_size=GROUPS * PAYLOAD)
POSITION = st.integers(0, GROUPS * GROUP - 1)


def typed(symbols: str) -> str:
    """The code as somebody types it, without blanks."""
    return write_code(symbols).replace(" ", "")


@given(SYMBOLS, st.sampled_from(["", " ", "-", " - ", "\u00a0"]), st.booleans())
def test_a_code_is_read_however_it_is_spaced(symbols: str, gap: str, lower: bool) -> None:
    text = gap.join(write_code(symbols).split())
    assert read_code(text.lower() if lower else text, GROUPS) == symbols


@given(SYMBOLS)
def test_symbols_that_look_alike_are_read_alike(symbols: str) -> None:
    for digit, letter in (("0", "O"), ("0", "o"), ("1", "I"), ("1", "i"), ("1", "L"), ("1", "l")):
        assert read_code(write_code(symbols).replace(digit, letter), GROUPS) == symbols


@given(SYMBOLS, POSITION, st.integers(1, 31))
def test_any_single_wrong_symbol_is_found_and_its_group_named(symbols: str, at: int, by: int) -> None:
    text = typed(symbols)
    wrong = ALPHABET[(ALPHABET.index(text[at]) + by) % 32]
    with pytest.raises(CodeGroup) as error:
        read_code(text[:at] + wrong + text[at + 1 :], GROUPS)
    assert error.value.group == at // GROUP + 1


@given(SYMBOLS, st.sets(st.integers(0, GROUPS - 1), min_size=2, max_size=2))
def test_any_two_swapped_groups_are_found(symbols: str, places: set[int]) -> None:
    one, other = sorted(places)
    groups = write_code(symbols).split()
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(CodeGroup) as error:
        read_code(" ".join(groups), GROUPS)
    assert error.value.group == one + 1


@given(SYMBOLS, POSITION, st.sampled_from("Uu!\u00e9\u00df\u017f\uff10"))
def test_a_symbol_that_no_code_has_is_named_by_its_group(symbols: str, at: int, symbol: str) -> None:
    text = typed(symbols)
    with pytest.raises(CodeSymbol) as error:
        read_code(text[:at] + symbol + text[at + 1 :], GROUPS)
    assert error.value.group == at // GROUP + 1


@given(SYMBOLS, st.integers(0, 24))
def test_a_code_that_breaks_off_has_the_wrong_length(symbols: str, length: int) -> None:
    with pytest.raises(CodeLength):
        read_code(typed(symbols)[:length], GROUPS)


@given(SYMBOLS)
def test_errors_never_repeat_what_was_typed(symbols: str) -> None:
    with pytest.raises(CodeError) as error:
        read_code(typed(symbols) + "0", GROUPS)
    assert not any(part in f"{error.value!r} {error.value.args}" for part in write_code(symbols).split())


@given(st.binary(min_size=20, max_size=20))
def test_every_payload_symbol_carries_five_bits_of_chance(source: bytes) -> None:
    assert read_code(new_code(GROUPS, source), GROUPS) == "".join(ALPHABET[byte % 32] for byte in source)


def test_fresh_codes_are_read_back_and_never_alike() -> None:
    assert len({new_token() for _ in range(50)} | {new_sheet() for _ in range(50)}) == 100
    code, key = new_root()
    assert read_root(code).public == key.public


@given(SYMBOLS, SYMBOLS)
def test_other_tokens_have_other_keys(one: str, other: str) -> None:
    first, second = Token(one), read_token(write_code(other))
    assert (one == other) == (first.locator == second.locator) == (first.seat_seed == second.seat_seed)
    assert len({first.seat_seed, first.authentication, first.signing.public}) == 3


@given(st.binary(min_size=32, max_size=32))
def test_a_fingerprint_is_six_groups_of_five_digits(root: bytes) -> None:
    groups = fingerprint(root).split(" ")
    assert len(groups) == 6
    assert all(len(group) == 5 and group.isdecimal() for group in groups)
