"""Tokens, and how paper proves a school."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64, unb64
from crypto.root import new_root
from crypto.token import invitation_mac, new_token, read_token
from tests.vectors.cases import Case, fails, flip, some, some_id, works

_TEXT, _OTHER = new_token(some("token", 20)), new_token(some("other token", 20))
_ROOT = new_root(some("root", 32))[1].public
_GIVEN: dict[str, Any] = {"token_text": _TEXT, "root": _ROOT, "act_hash": some_id("act"), "host": "school.example"}


def cases() -> list[Case]:
    """Read, and compared with what a server shows."""
    return [
        works("a new token", "new_token", source=some("token", 20)),
        works("reading a token", "read_token", text=_TEXT),
        works("reading it as typed", "read_token", text=_TEXT.lower().replace(" ", "-")),
        fails("a sheet's code in place of a token", "read_token", "code-length", text=_TEXT + " 00000"),
        fails("two groups swapped", "read_token", "code-group", text=_swapped()),
        fails("a U", "read_token", "code-symbol", text="U" + _TEXT[1:]),
        works("the code of an invitation", "invitation_mac", **_GIVEN),
        *_checks(),
    ]


def _checks() -> list[Case]:
    mac = invitation_mac(read_token(_TEXT), _ROOT, _GIVEN["act_hash"], _GIVEN["host"])
    given = _GIVEN | {"mac": mac}
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("another token", {"token_text": _OTHER}),
        ("another school", {"root": some("another root")}),
        ("another invitation", {"act_hash": some_id("another act")}),
        ("another host", {"host": "school.example.org"}),
        ("a bit of the code", {"mac": b64(flip(unb64(mac)))}),
    ]
    formless: list[tuple[str, dict[str, Any]]] = [
        ("a short code", {"mac": mac[:-2]}),
        ("no code", {"mac": ""}),
        ("a short root key", {"root": _ROOT[:31]}),
        ("a short hash", {"act_hash": _GIVEN["act_hash"][:22]}),
    ]
    return [
        works("the paper's own school", "check_invitation_mac", **given),
        *(fails(f"shown {name}", "check_invitation_mac", "tampered", **given | other) for name, other in wrong),
        *(fails(f"shown {name}", "check_invitation_mac", "malformed", **given | other) for name, other in formless),
    ]


def _swapped() -> str:
    a, b, *others = _TEXT.split()
    return " ".join([b, a, *others])
