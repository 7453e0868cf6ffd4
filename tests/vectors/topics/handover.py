"""Handing an account to a new device, and what two people compare."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64, canonical
from crypto.handover import handover_number, handover_pair, handover_proof, new_handover
from crypto.identity import Identity
from tests.vectors.cases import Case, fails, flip, sealed_box, some, some_id, works

_CODE = new_handover(some("handover", 24))
_PAIR = handover_pair(_CODE)
_NUMBER = handover_number(_PAIR.public)
_ACCOUNT = {"person": some_id("person"), "root": b64(some("root")), "seed": b64(some("seed"))}
_WHO, _ORIGIN = Identity(some("seed")), "https://school.example"


def cases() -> list[Case]:
    """Codes, numbers, what is sealed, and beginning a session."""
    return [*_codes(), *_sealed(), *_proofs(), *_compared()]


def _codes() -> list[Case]:
    return [
        works("a code for a handover", "new_handover", source=some("handover", 24)),
        works("the pair of a code", "handover_public", code=_CODE),
        works("the pair of a code as typed", "handover_public", code=_CODE.lower().replace(" ", "-")),
        fails("a code with a group missing", "handover_public", "code-length", code=_CODE[:-6]),
        works("the number of a key", "handover_number", box=_PAIR.public),
        fails("the number of half a key", "handover_number", "malformed", box=_PAIR.public[:31]),
        works("a number as typed", "handover_id", number=_NUMBER.lower()),
        fails("a number with a U", "handover_id", "code-symbol", number=_NUMBER[:-1] + "U"),
    ]


def _sealed() -> list[Case]:
    changed: list[tuple[str, dict[str, Any]]] = [
        ("of another version", _ACCOUNT | {"v": 2}),
        ("without a seed", {key: value for key, value in _ACCOUNT.items() if key != "seed"} | {"v": 1}),
        ("with a short seed", _ACCOUNT | {"seed": b64(some("seed", 31)), "v": 1}),
        ("with a short root key", _ACCOUNT | {"root": b64(some("root", 31)), "v": 1}),
    ]
    return [
        works("an account", "open_account", code=_CODE, sealed=_to_pair(canonical(_ACCOUNT | {"v": 1}))),
        fails("an account for another code", "open_account", "wrong-key", code=new_handover(some("other", 24)),
              sealed=_to_pair(canonical(_ACCOUNT | {"v": 1}))),
        *(fails(f"an account {name}", "open_account", "malformed", code=_CODE, sealed=_to_pair(canonical(account)))
          for name, account in changed),
        fails("an account that is no text", "open_account", "malformed", code=_CODE,
              sealed=b64(sealed_box(_PAIR.public, b"\xff"))),
    ]  # fmt: skip


def _proofs() -> list[Case]:
    given: dict[str, Any] = {"number": _NUMBER, "origin": _ORIGIN}
    proof = handover_proof(_WHO, **given)
    sign = _WHO.signing.public
    return [
        works("a proof", "handover_proof", seed=some("seed"), **given),
        works("a proof that holds", "check_handover", sign=sign, signature=proof, **given),
        fails("a proof for another site", "check_handover", "tampered", sign=sign, signature=proof,
              **given | {"origin": "https://other.example"}),
        fails("a proof for another number", "check_handover", "tampered", sign=sign, signature=proof,
              **given | {"number": handover_number(some("other"))}),
        fails("a proof by somebody else", "check_handover", "tampered", sign=Identity(some("other")).signing.public,
              signature=proof, **given),
        fails("a proof with a bit turned", "check_handover", "tampered", sign=sign,
              signature=b64(flip(_WHO.signing.sign("x", b"y"), 3)), **given),
    ]  # fmt: skip


def _compared() -> list[Case]:
    one, other = some_id("person"), some_id("other person")
    return [
        works("what two people compare", "compare_code", one=one, other=other),
        works("what two people compare, seen from the other side", "compare_code", one=other, other=one),
        works("what one compares with oneself", "compare_code", one=one, other=one),
    ]


def _to_pair(text: str) -> str:
    return b64(sealed_box(_PAIR.public, text.encode()))
