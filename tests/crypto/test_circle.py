"""Epochs, grants, history and links: each opens with its own key, in its own circle, at its own place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crypto.circle import (
    Epoch,
    check_link,
    grant,
    link_hash,
    open_grant,
    open_history,
    readers_hash,
    seal_history,
    sign_link,
)
from crypto.encoding import b64, canonical, unb64
from crypto.errors import CryptoError, Malformed, Tampered, WrongKey
from crypto.identity import BoxKey, SigningKey

SEED = st.binary(min_size=32, max_size=32)
KEY = SigningKey(bytes(32))
CIRCLE, OTHER = b64(bytes([1] * 32)), b64(bytes([2] * 32))
HEAD: dict[str, Any] = {
    "author": OTHER, "box": OTHER, "circle": CIRCLE, "closed": [], "epoch": 2, "kind": "group", "managers": [OTHER],
    "n": 2, "open": 1, "previous": CIRCLE, "readers": OTHER, "seat": OTHER, "sort": "rotate", "time": 5,
    "writers": ["self"],
}  # fmt: skip


def turned(text: str, data: st.DataObject) -> str:
    """Base64url of the same bytes with any one bit turned over."""
    raw = unb64(text)
    bit = data.draw(st.integers(0, 8 * len(raw) - 1))
    return b64(raw[: bit // 8] + bytes([raw[bit // 8] ^ 1 << bit % 8]) + raw[bit // 8 + 1 :])


@given(SEED, SEED, SEED)
def test_a_grant_opens_for_its_reader_only(seed: bytes, reader: bytes, other: bytes) -> None:
    assume(reader != other)
    epoch, box = Epoch(seed), BoxKey(reader)
    sealed = grant(epoch, b64(box.public))
    assert open_grant(box, sealed, epoch.public).seed == seed
    with pytest.raises(WrongKey):
        open_grant(BoxKey(other), sealed, epoch.public)


@given(SEED, SEED)
def test_a_grant_of_another_epoch_than_the_signed_one_is_refused(seed: bytes, other: bytes) -> None:
    assume(seed != other)
    box = BoxKey(bytes(32))
    with pytest.raises(Tampered):
        open_grant(box, grant(Epoch(seed), b64(box.public)), Epoch(other).public)


@given(SEED, st.data())
def test_a_grant_with_any_bit_turned_is_refused(seed: bytes, data: st.DataObject) -> None:
    epoch, box = Epoch(seed), BoxKey(bytes(32))
    with pytest.raises(WrongKey):
        open_grant(box, turned(grant(epoch, b64(box.public)), data), epoch.public)


def test_nested_circles_open_from_the_inside() -> None:
    person, seat, team, group = BoxKey(bytes(32)), *(Epoch(bytes([n] * 32)) for n in (1, 2, 3))
    mine, nested, outer = grant(seat, b64(person.public)), grant(team, seat.public), grant(group, team.public)
    found = open_grant(open_grant(person, mine, seat.public).box, nested, team.public)
    assert open_grant(found.box, outer, group.public).content == group.content


@given(SEED, SEED, st.integers(2, 2**32 - 1), st.integers(2, 2**32 - 1))
def test_history_opens_one_epoch_back_in_its_circle(new: bytes, old: bytes, n: int, other: int) -> None:
    assume(new != old and n != other)
    newer, older = Epoch(new), Epoch(old)
    sealed = seal_history(newer, older, CIRCLE, n)
    assert open_history(newer, sealed, CIRCLE, n).seed == old
    for key, circle, number in ((older, CIRCLE, n), (newer, OTHER, n), (newer, CIRCLE, other)):
        with pytest.raises(WrongKey):
            open_history(key, sealed, circle, number)


@given(st.data())
def test_history_with_any_bit_turned_is_refused(data: st.DataObject) -> None:
    newer = Epoch(bytes([1] * 32))
    sealed = turned(seal_history(newer, Epoch(bytes(32)), CIRCLE, 2), data)
    with pytest.raises((WrongKey, Malformed)):
        open_history(newer, sealed, CIRCLE, 2)


@given(SEED)
def test_the_keys_of_an_epoch_differ(seed: bytes) -> None:
    epoch = Epoch(seed)
    assert len({epoch.seed, epoch.content, epoch.history, epoch.box.public}) == 4


def test_a_link_says_what_was_signed() -> None:
    link = sign_link(KEY, HEAD)
    assert check_link(KEY.public, link) == HEAD | {"v": 1}
    assert link_hash(link["head"]) != link_hash(sign_link(KEY, HEAD | {"epoch": 3})["head"])


@given(st.data())
def test_a_link_with_any_symbol_changed_is_refused(data: st.DataObject) -> None:
    link = sign_link(KEY, HEAD)
    part = data.draw(st.sampled_from(["head", "signature"]))
    at = data.draw(st.integers(0, len(link[part]) - 1))
    changed = link[part][:at] + chr(ord(link[part][at]) ^ 1) + link[part][at + 1 :]
    with pytest.raises(CryptoError):
        check_link(KEY.public, link | {part: changed})


@given(
    st.sampled_from(sorted(HEAD)), st.sampled_from([None, True, 1.5, -1, 2**53, [None], {"a": 1}, "\u00e9", "no id"])
)
def test_a_field_of_another_shape_is_never_signed(field: str, value: Any) -> None:
    assume(not (field in ("kind", "sort") and value == "no id"))
    with pytest.raises(Malformed):
        sign_link(KEY, HEAD | {field: value})


@given(st.lists(st.text("abc", max_size=3), max_size=3), st.lists(st.text("abc", max_size=3), max_size=3))
def test_other_readers_have_another_hash(one: list[str], other: list[str]) -> None:
    first, second = ([{"ref": ref, "from": 0} for ref in refs] for refs in (one, other))
    assert (readers_hash(first) == readers_hash(second)) == (canonical({"r": first}) == canonical({"r": second}))
