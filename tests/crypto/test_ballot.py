"""Ballots: what was asked and what is handed in fit in every combination, and only the right key gives a ballot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl import bindings

from crypto import ballot
from crypto.encoding import unb64
from crypto.errors import Malformed, Tampered, WrongKey
from crypto.identity import SEALED, BoxKey
from crypto.random import fresh
from tests.vectors.topics.ballot import ORDER, no_points

SERIAL = st.binary(min_size=32, max_size=32)
SCALAR = st.binary(min_size=64, max_size=64).map(ballot.new_scalar).filter(any)
WIDE = st.binary(min_size=64, max_size=64).filter(any)


@given(SCALAR, SERIAL, SCALAR, WIDE)
def test_a_ballot_that_was_asked_for_holds(key: bytes, serial: bytes, blinding: bytes, nonce: bytes) -> None:
    done = ballot.evaluate(key, ballot.blind_serial(serial, blinding), nonce)
    output = ballot.unblind(ballot.ballot_public(key), serial, blinding, *done)
    ballot.check_ballot(key, serial, output)


@given(SCALAR, SERIAL, SCALAR, SCALAR)
def test_the_blinding_leaves_no_trace_in_the_output(key: bytes, serial: bytes, one: bytes, other: bytes) -> None:
    """Whoever was asked with any blinded point could have been given this ballot."""
    public = ballot.ballot_public(key)
    outputs = {
        ballot.unblind(public, serial, blinding, *ballot.evaluate(key, ballot.blind_serial(serial, blinding)))
        for blinding in (one, other)
    }
    assert len(outputs) == 1


@given(SERIAL)
def test_every_serial_fits_every_asking_under_exactly_one_blinding(serial: bytes) -> None:
    """Because its point has the whole order, a prime: its multiples are all points, each of them once."""
    one, last = (ballot.blind_serial(serial, number.to_bytes(32, "little")) for number in (1, ORDER - 1))
    neutral = bytes([1, *[0] * 31])
    assert bindings.crypto_core_ed25519_add(one, last) == neutral != one


@given(SCALAR, SCALAR, SERIAL, SCALAR)
def test_another_key_is_noticed(key: bytes, other: bytes, serial: bytes, blinding: bytes) -> None:
    marked = ballot.evaluate(other, ballot.blind_serial(serial, blinding))
    if key != other:
        with pytest.raises(WrongKey):
            ballot.unblind(ballot.ballot_public(key), serial, blinding, *marked)


@given(SCALAR, SERIAL, SCALAR, st.integers(0, 32 * 8 + 64 * 8 - 1))
def test_an_answer_with_any_bit_turned_is_refused(key: bytes, serial: bytes, blinding: bytes, bit: int) -> None:
    element, proof = ballot.evaluate(key, ballot.blind_serial(serial, blinding))
    data = bytearray(element + proof)
    data[bit // 8] ^= 1 << bit % 8
    with pytest.raises((WrongKey, Malformed)):
        ballot.unblind(ballot.ballot_public(key), serial, blinding, bytes(data[:32]), bytes(data[32:]))


@given(SCALAR, SERIAL, SERIAL)
def test_a_made_up_ballot_is_refused(key: bytes, serial: bytes, output: bytes) -> None:
    with pytest.raises(Tampered):
        ballot.check_ballot(key, serial, output)


@pytest.mark.parametrize(("name", "point"), no_points(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_bad_point_tells_nothing_of_the_key(name: str, point: bytes) -> None:
    """Small and mixed orders would give bits of the key away."""
    with pytest.raises(Malformed):
        ballot.evaluate(ballot.new_scalar(), point)


@given(st.binary(max_size=400))
@settings(max_examples=20)
def test_answers_are_all_of_one_length(answer: bytes) -> None:
    pair = BoxKey(fresh(32))
    sealed = ballot.seal_answer(pair.public, answer)
    assert ballot.open_answer(pair, sealed) == answer
    assert len(unb64(sealed)) == ballot.ANSWER + SEALED


def test_the_longest_answer() -> None:
    pair, longest = BoxKey(fresh(32)), b"x" * (ballot.ANSWER - 1)
    assert ballot.open_answer(pair, ballot.seal_answer(pair.public, longest)) == longest
    with pytest.raises(Malformed):
        ballot.seal_answer(pair.public, longest + b"x")
