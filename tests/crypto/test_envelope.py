"""Records and letters: whoever is meant reads them, nobody else does, and nothing about them can be changed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crypto.circle import Epoch
from crypto.encoding import b64, unb64
from crypto.envelope import (
    Record,
    check_record,
    gone,
    open_letter,
    open_record,
    record_hash,
    seal_letter,
    seal_record,
)
from crypto.errors import CryptoError, Malformed, Tampered, WrongKey
from crypto.identity import SigningKey

SEED = st.binary(min_size=32, max_size=32)
KEY, EPOCH = SigningKey(bytes(32)), Epoch(bytes(32))
ONE, OTHER = b64(bytes([1] * 32)), b64(bytes([2] * 32))
HEAD: dict[str, Any] = {
    "author": ONE, "blobs": [], "circle": ONE, "epoch": 1, "id": b64(bytes(16)), "kind": "news", "replaces": "",
    "revision": 1, "seat": ONE, "seen": [3, ONE], "time": 5,
}  # fmt: skip
MOVES: dict[str, Any] = {
    "author": OTHER, "blobs": [b64(bytes(16))], "circle": OTHER, "epoch": 2, "id": b64(bytes([1] * 16)),
    "kind": "note", "replaces": OTHER, "revision": 2, "seat": OTHER, "seen": [], "time": 6,
}  # fmt: skip
READERS = {f"c:{b64(bytes([n] * 32))}": Epoch(bytes([n] * 32)) for n in range(1, 5)}


def sealed(data: bytes = b"text") -> Record:
    """A record by KEY in EPOCH."""
    return seal_record(KEY, EPOCH.content, HEAD, data)


def letter(data: bytes = b"text", refs: list[str] | None = None) -> Record:
    """A letter by KEY to these readers, to all if none are named."""
    to = [(ref, 1, epoch.public) for ref, epoch in READERS.items() if refs is None or ref in refs]
    return seal_letter(KEY, HEAD, data, to)


@given(st.binary(max_size=400), SEED)
def test_a_record_opens_with_its_circles_key_only(data: bytes, seed: bytes) -> None:
    assume(seed != bytes(32))
    record = sealed(data)
    assert check_record(KEY.public, record) == HEAD | {"letter": {}, "v": 1}
    assert open_record(EPOCH.content, record) == data
    with pytest.raises(WrongKey):
        open_record(Epoch(seed).content, record)


@given(st.sampled_from(["head", "body", "signature"]), st.data())
def test_a_record_with_any_symbol_changed_is_refused(part: str, data: st.DataObject) -> None:
    record = sealed()
    at = data.draw(st.integers(0, len(record[part]) - 1))
    changed = (
        record[part][:at] + chr(ord(record[part][at]) ^ 1 << data.draw(st.integers(0, 2))) + record[part][at + 1 :]
    )
    with pytest.raises(CryptoError):
        check_record(KEY.public, record | {part: changed})


@given(st.integers(0, 8 * (256 + 41) - 1))
def test_a_body_with_any_bit_turned_does_not_open(bit: int) -> None:
    record = sealed()
    raw = unb64(record["body"])
    body = raw[: bit // 8] + bytes([raw[bit // 8] ^ 1 << bit % 8]) + raw[bit // 8 + 1 :]
    with pytest.raises((WrongKey, Malformed)):
        open_record(EPOCH.content, record | {"body": b64(body)})


@pytest.mark.parametrize("field", sorted(HEAD))
def test_a_body_opens_under_no_head_but_its_own(field: str) -> None:
    """Not even if the author signs it there: each field of the head counts."""
    moved = seal_record(KEY, EPOCH.content, HEAD | {field: MOVES[field]}, b"text")
    with pytest.raises(WrongKey):
        open_record(EPOCH.content, moved | {"body": sealed()["body"]})
    with pytest.raises(Tampered):
        check_record(KEY.public, sealed() | {"head": moved["head"]})


@given(SEED)
def test_a_record_is_refused_under_another_authors_key(seed: bytes) -> None:
    assume(seed != bytes(32))
    with pytest.raises(Tampered):
        check_record(SigningKey(seed).public, sealed())


def test_the_same_text_twice_is_sealed_differently() -> None:
    assert sealed()["body"] != sealed()["body"]
    assert record_hash(sealed()) != record_hash(sealed())


def test_lengths_of_short_texts_do_not_show() -> None:
    assert len({len(sealed(b"x" * length)["body"]) for length in (0, 1, 100, 255)}) == 1


@given(st.binary(max_size=300), st.sets(st.sampled_from(sorted(READERS)), min_size=1))
def test_a_letter_opens_for_its_readers_only(data: bytes, refs: set[str]) -> None:
    record = letter(data, sorted(refs))
    assert check_record(KEY.public, record)["letter"]
    for ref, epoch in READERS.items():
        if ref in refs:
            assert open_letter(epoch.box, ref, record) == data
        else:
            with pytest.raises(WrongKey):
                open_letter(epoch.box, ref, record)
            with pytest.raises(WrongKey):
                open_letter(epoch.box, min(refs), record)


@given(st.data())
def test_no_box_of_a_letter_can_be_touched(data: st.DataObject) -> None:
    record = letter()
    boxes = json.loads(json.dumps(record["boxes"]))
    at, other = data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=2, unique=True))
    touched = {
        "stripped": lambda: boxes.pop(at),
        "swapped": lambda: boxes[at].__setitem__(2, boxes[other][2]),
        "epoch": lambda: boxes[at].__setitem__(1, 2),
        "order": lambda: boxes.insert(min(at, other), boxes.pop(max(at, other))),
        "twice": lambda: boxes.insert(at, boxes[at]),
        "all": boxes.clear,
    }
    touched[data.draw(st.sampled_from(sorted(touched)))]()
    with pytest.raises(CryptoError):
        check_record(KEY.public, record | {"boxes": boxes})


def test_every_letter_has_a_key_of_its_own() -> None:
    one, other = letter(), letter()
    ref = min(READERS)
    with pytest.raises((WrongKey, Tampered)):
        open_letter(READERS[ref].box, ref, one | {"boxes": other["boxes"]})


def test_a_letter_shown_differently_to_two_readers_is_refused_by_one() -> None:
    """The author's head holds one key hash: a box with another key is refused even if everything is signed."""
    first, second = sorted(READERS)[:2]
    other = letter(b"another text", [second])
    record = letter(b"text", [first, second])
    mixed = record | {"boxes": [record["boxes"][0], other["boxes"][0]]}
    assert open_letter(READERS[first].box, first, mixed) == b"text"
    with pytest.raises(Tampered):
        open_letter(READERS[second].box, second, mixed)


def test_a_letter_to_nobody_or_twice_to_one_is_refused() -> None:
    (ref, epoch), *_ = READERS.items()
    for recipients in ([], [(ref, 1, epoch.public), (ref, 2, epoch.public)]):
        with pytest.raises(Malformed):
            seal_letter(KEY, HEAD, b"text", recipients)


def test_a_deletion_has_no_body_and_everything_else_has_one() -> None:
    deletion = gone(KEY, HEAD | {"kind": "gone", "revision": 2, "replaces": OTHER})
    assert check_record(KEY.public, deletion)["kind"] == "gone"
    assert deletion["body"] == ""
    with pytest.raises(CryptoError):
        check_record(KEY.public, deletion | {"body": sealed()["body"]})
    with pytest.raises(CryptoError):
        check_record(KEY.public, sealed() | {"body": ""})
