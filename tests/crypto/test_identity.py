"""Keys and persons: what is signed or sealed stands for exactly one context, one reader and one text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crypto.digest import H, derive
from crypto.errors import CryptoError, Malformed, Tampered, WrongKey
from crypto.identity import (
    BoxKey,
    Identity,
    SigningKey,
    check_person,
    person_id,
    person_statement,
    renew_statement,
    seal,
    verify,
)
from crypto.labels import CIRCLE_KEYS, LINK, PERSON_KEYS, RECORD
from crypto.random import fresh

SEED = st.binary(min_size=32, max_size=32)


def turn(data: bytes, bit: int) -> bytes:
    """The data with one bit turned over."""
    at = bit // 8 % len(data)
    return data[:at] + bytes([data[at] ^ 1 << bit % 8]) + data[at + 1 :]


@given(SEED, st.binary(max_size=50))
def test_a_signature_holds_for_its_key_context_and_message_alone(seed: bytes, message: bytes) -> None:
    key, other = SigningKey(seed), SigningKey(H(RECORD, seed))
    signature = key.sign(RECORD, message)
    verify(key.public, RECORD, message, signature)
    for public, context, text in (
        (other.public, RECORD, message),
        (key.public, LINK, message),
        (key.public, RECORD, message + b"\0"),
    ):
        with pytest.raises(Tampered):
            verify(public, context, text, signature)


@given(SEED, st.integers(0, 511))
def test_a_signature_with_any_bit_turned_is_refused(seed: bytes, bit: int) -> None:
    key = SigningKey(seed)
    with pytest.raises(Tampered):
        verify(key.public, RECORD, b"message", turn(key.sign(RECORD, b"message"), bit))


@given(st.binary(max_size=80), st.binary(max_size=40))
def test_signatures_and_keys_of_another_length_are_refused(signature: bytes, public: bytes) -> None:
    key = SigningKey(bytes(32))
    assume(len(signature) != 64 and len(public) != 32)
    with pytest.raises(Malformed):
        verify(key.public, RECORD, b"message", signature)
    with pytest.raises(Malformed):
        verify(public, RECORD, b"message", key.sign(RECORD, b"message"))


def test_the_border_between_signature_and_message_cannot_be_moved() -> None:
    key, forged = SigningKey(bytes(32)), b"kring1.link\0text"
    signature = key.sign(RECORD, b"x" + forged)
    with pytest.raises(Malformed):
        verify(key.public, LINK, b"text", signature + RECORD.encode() + b"\0x")


@given(SEED, st.binary(max_size=80))
def test_what_is_sealed_opens_for_its_reader_only(seed: bytes, data: bytes) -> None:
    reader, other = BoxKey(seed), BoxKey(H(RECORD, seed))
    sealed = seal(reader.public, data)
    assert reader.open(sealed) == data
    assert sealed != seal(reader.public, data)
    with pytest.raises(WrongKey):
        other.open(sealed)


@given(SEED, st.integers(0, 8 * 80 - 1))
def test_a_sealed_box_with_any_bit_turned_is_refused(seed: bytes, bit: int) -> None:
    reader = BoxKey(seed)
    sealed = seal(reader.public, bytes(32))
    # The top bit of an X25519 key means nothing in the key, but it is hashed into the nonce.
    with pytest.raises(WrongKey):
        reader.open(turn(sealed, bit))


@given(st.binary(max_size=120))
def test_arbitrary_bytes_never_open(data: bytes) -> None:
    with pytest.raises(WrongKey):
        BoxKey(bytes(32)).open(data)


@given(st.binary(max_size=70))
def test_seeds_of_another_length_are_refused_everywhere(seed: bytes) -> None:
    assume(len(seed) != 32)
    for make in (SigningKey, BoxKey, Identity, lambda key: derive(key, CIRCLE_KEYS, 1)):
        with pytest.raises(Malformed):
            make(seed)


@given(SEED)
def test_derived_keys_all_differ(seed: bytes) -> None:
    keys = {derive(seed, context, n) for context in (PERSON_KEYS, CIRCLE_KEYS) for n in range(1, 5)}
    assert len(keys | {seed}) == 9


@given(st.lists(SEED, min_size=1, max_size=4))
def test_a_person_keeps_the_first_id_and_has_the_newest_keys(seeds: list[bytes]) -> None:
    identities = [Identity(seed) for seed in seeds]
    statements = [person_statement(identities[0])]
    for old, new in itertools.pairwise(identities):
        statements.append(renew_statement(old, new, statements[-1]))
    person = check_person(statements)
    assert person.id == person_id(statements[0]) and person.n == len(seeds)
    assert (person.sign, person.box) == (identities[-1].signing.public, identities[-1].box.public)


@given(st.integers(0, 2), st.data())
def test_a_person_with_any_bit_turned_is_refused(part: int, data: st.DataObject) -> None:
    first = person_statement(Identity(bytes(32)))
    statements = [first, renew_statement(Identity(bytes(32)), Identity(bytes([1] * 32)), first)]
    text = statements[1]["head"] if part == 2 else statements[1]["signatures"][part]
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]
    signatures = list(statements[1]["signatures"])
    if part < 2:
        signatures[part] = changed
    with pytest.raises(CryptoError):
        check_person([first, {"head": changed if part == 2 else text_of(statements[1]), "signatures": signatures}])


def text_of(statement: dict[str, str]) -> str:
    """The head of a statement."""
    return statement["head"]


def test_fresh_bytes_are_of_the_size_asked_for_and_differ() -> None:
    assert {len(fresh(size)) for size in (1, 16, 32)} == {1, 16, 32}
    assert len({fresh(16) for _ in range(200)}) == 200
