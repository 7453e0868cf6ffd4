"""The secret of a calendar address, and what is sealed under it."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64
from crypto.feed import new_secret
from tests.vectors.cases import Case, fails, flip, some, works

_SECRET, _OTHER = new_secret(some("feed")), new_secret(some("other feed"))


def cases() -> list[Case]:
    """What a secret gives, sealed and opened rightly and in every wrong way."""
    given: dict[str, Any] = {"secret": _SECRET, "what": "deposit"}
    made = works("sealing a deposit", "seal_in_feed", **given, data=b"text", nonce=some("nonce", 24))
    sealed = bytes.fromhex(made["out"])
    return [
        works("a new secret", "new_secret", source=some("feed")),
        works("what a secret gives", "read_secret", text=_SECRET),
        works("its id alone", "feed_id", text=_SECRET),
        fails("the id of no secret", "feed_id", "malformed", text=_SECRET[1:]),
        fails("a secret too short", "read_secret", "malformed", text=b64(some("feed", 31))),
        fails("a secret with its padding", "read_secret", "malformed", text=_SECRET + "="),
        fails("no secret", "read_secret", "malformed", text=""),
        made,
        works("opening a deposit", "open_in_feed", **given, sealed=sealed),
        *(fails(f"refused: {name}", "open_in_feed", "wrong-key", **{**given, "sealed": sealed, **other})
          for name, other in _wrong(sealed)),
        fails("no form: nothing", "open_in_feed", "malformed", **given, sealed=b""),
        works("the mark of a text", "mark", secret=_SECRET, data=b"text"),
        works("the mark of it in another feed", "mark", secret=_OTHER, data=b"text"),
    ]  # fmt: skip


def _wrong(sealed: bytes) -> list[tuple[str, dict[str, Any]]]:
    return [
        ("the secret of another feed", {"secret": _OTHER}),
        ("a deposit shown as a rendering", {"what": "kept"}),
        ("a bit of the text", {"sealed": flip(sealed, 30)}),
    ]
