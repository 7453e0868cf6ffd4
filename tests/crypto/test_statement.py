"""Acts and tips: an act stands at one place of one chain."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto.encoding import b64
from crypto.errors import CryptoError, Malformed
from crypto.heads import ACTS, act_kind
from crypto.identity import SigningKey
from crypto.statement import NO_TIP, act_hash, check_act, next_tip, sign_act
from crypto.token import Token, check_invitation_mac, invitation_mac
from tests.vectors.topics.statement import act_head

KEY = SigningKey(bytes(32))
HASH = st.binary(min_size=32, max_size=32).map(b64)


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_an_act_says_what_was_signed(kind: str) -> None:
    act = sign_act(KEY, act_head(kind))
    assert check_act(KEY.public, act) == act_head(kind) | {"v": 1}
    assert act_kind(act["head"]) == kind


@given(st.sampled_from(sorted(ACTS)), st.sampled_from(["head", "signature"]), st.data())
def test_an_act_with_any_symbol_changed_is_refused(kind: str, part: str, data: st.DataObject) -> None:
    act = sign_act(KEY, act_head(kind))
    at = data.draw(st.integers(0, len(act[part]) - 1))
    changed = act[part][:at] + chr(ord(act[part][at]) ^ 1) + act[part][at + 1 :]
    with pytest.raises(CryptoError):
        check_act(KEY.public, act | {part: changed})


@given(st.sampled_from(sorted(ACTS)), st.data(), st.sampled_from([None, True, -1, 1.5, 2**53, {}, [1], "\u00e9"]))
def test_a_field_of_another_shape_is_never_signed(kind: str, data: st.DataObject, value: Any) -> None:
    field = data.draw(st.sampled_from(sorted(act_head(kind))))
    with pytest.raises(Malformed):
        sign_act(KEY, act_head(kind) | {field: value})


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_each_field_of_an_act_must_be_there_and_no_other(kind: str) -> None:
    head = act_head(kind)
    for field in head:
        with pytest.raises(Malformed):
            sign_act(KEY, {key: value for key, value in head.items() if key != field})
    with pytest.raises(Malformed):
        sign_act(KEY, head | {"more": 1})


@given(st.lists(HASH, min_size=1, max_size=5), st.data())
def test_a_tip_stands_for_all_entries_in_their_order(entries: list[str], data: st.DataObject) -> None:
    def tip_of(hashes: list[str]) -> str:
        tip = NO_TIP
        for entry in hashes:
            tip = next_tip(tip, entry)
        return tip

    other = data.draw(st.permutations(entries)) if data.draw(st.booleans()) else entries[:-1]
    assert (tip_of(entries) == tip_of(other)) == (entries == other)


def test_acts_of_other_places_have_other_hashes() -> None:
    heads = [sign_act(KEY, act_head("end", n=n))["head"] for n in range(5)]
    assert len({act_hash(head) for head in heads}) == 5


@given(st.integers(0, 255))
def test_the_paper_knows_its_own_school_host_and_invitation(bit: int) -> None:
    token, root, act = Token("0" * 20), bytes(32), b64(bytes([1] * 32))
    mac = invitation_mac(token, root, act, "school.example")
    check_invitation_mac(token, root, act, "school.example", mac)
    other = bytes(bit // 8) + bytes([1 << bit % 8]) + bytes(31 - bit // 8)
    wrong = [(Token("Z" * 20), root, act, "school.example"), (token, other, act, "school.example"),
             (token, root, b64(other), "school.example"), (token, root, act, "school.examples")]  # fmt: skip
    for given_token, given_root, given_act, host in wrong:
        with pytest.raises(CryptoError):
            check_invitation_mac(given_token, given_root, given_act, host, mac)
