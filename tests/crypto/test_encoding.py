"""One spelling for everything: what is written is read back, and nothing else is."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto.encoding import LARGEST, b64, canonical, lp, parse_canonical, sized, unb64
from crypto.errors import Malformed

TEXT = st.text(st.sampled_from([chr(n) for n in range(32, 127) if chr(n) not in '"\\']), max_size=12)
LEAF = TEXT | st.integers(0, LARGEST)
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=6
)
HEAD = st.dictionaries(TEXT, st.recursive(LEAF, lambda inner: st.lists(inner, max_size=3), max_leaves=4), max_size=6)


def depth(value: Any) -> int:
    """Objects and arrays inside each other."""
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(st.binary(max_size=100))
def test_base64url_is_read_back(data: bytes) -> None:
    assert unb64(b64(data)) == data == base64.urlsafe_b64decode(b64(data) + "==")


@given(st.text(max_size=12))
def test_text_that_reads_as_base64url_is_the_only_spelling_of_its_bytes(text: str) -> None:
    try:
        data = unb64(text)
    except Malformed:
        return
    assert b64(data) == text


@given(st.lists(st.binary(max_size=5), max_size=4), st.lists(st.binary(max_size=5), max_size=4))
def test_no_two_lists_share_an_encoding(one: list[bytes], other: list[bytes]) -> None:
    assert (lp(*one) == lp(*other)) == (one == other)


@given(st.dictionaries(TEXT, VALUE, max_size=4))
def test_what_is_canonical_is_read_back_and_the_rest_refused(value: dict[str, Any]) -> None:
    if depth(value) > 6:
        with pytest.raises(Malformed):
            canonical(value)
    else:
        assert parse_canonical(canonical(value)) == value


@given(HEAD)
def test_the_order_in_which_keys_were_written_does_not_matter(head: dict[str, Any]) -> None:
    assert canonical(dict(reversed(head.items()))) == canonical(head)


@given(HEAD.filter(bool), st.sampled_from([{"indent": 0}, {"separators": (", ", ":")}, {"separators": (",", ": ")}]))
def test_other_spellings_of_the_same_object_are_refused(head: dict[str, Any], style: dict[str, Any]) -> None:
    text = json.dumps(head, sort_keys=True, **{"separators": (",", ":")} | style)
    if text != canonical(head):
        with pytest.raises(Malformed):
            parse_canonical(text)


@given(HEAD, st.data())
def test_a_text_with_one_symbol_changed_is_refused_or_means_something_else(head: dict[str, Any], data: Any) -> None:
    text = canonical(head)
    at = data.draw(st.integers(0, len(text) - 1))
    other = text[:at] + data.draw(st.characters(codec="utf-8").filter(lambda c: c != text[at])) + text[at + 1 :]
    try:
        assert parse_canonical(other) != head
    except Malformed:
        return


@given(st.text(max_size=30) | st.text(st.sampled_from('{}[]":,0a\\.-e '), max_size=30))
def test_any_text_is_canonical_or_malformed_never_anything_else(text: str) -> None:
    try:
        assert canonical(parse_canonical(text)) == text
    except Malformed:
        return


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "9" * 5_000, '{"a":' + "9" * 5_000 + "}"])
def test_absurd_texts_are_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        parse_canonical(text)


def test_only_bytes_of_the_right_size_pass_the_door() -> None:
    assert sized(b"ab", 2, "pair") == b"ab"
    for wrong in (b"a", b"abc", "ab", None, [1, 2]):
        with pytest.raises(Malformed):
            sized(wrong, 2, "pair")  # type: ignore[arg-type]
