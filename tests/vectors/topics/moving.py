"""An account that moves to another school: what its person signs there and here."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64
from crypto.identity import Identity
from crypto.moving import account_hash, move_in_proof, move_out_proof
from tests.vectors.cases import Case, fails, some, works

_WHO = Identity(some("seed"))
_LOCK: dict[str, Any] = {"id": "a", "kind": "sheet", "login": b64(some("login")), "mem": 0, "ops": 0, "salt": "",
                         "wrapped": b64(some("wrapped"))}  # fmt: skip
_LOCKS = [_LOCK]
_HOME, _THERE, _ORIGIN = b64(some("home")), b64(some("there")), "https://school.example"
_NUMBER = "0123456789ABCDEFGHJKMNPQ"


def cases() -> list[Case]:
    """The hash of a login, and both statements, rightly and for everything else."""
    return [
        works("what a login is", "account_hash", name="Jeroen P.", locks=_LOCKS),
        works("what a login with a name of many letters is", "account_hash", name="Łucja Şahin", locks=_LOCKS),
        works("a login without locks", "account_hash", name="Jeroen", locks=[]),
        *_arrivals(),
        *_departures(),
    ]


def _arrivals() -> list[Case]:
    given: dict[str, Any] = {
        "account": account_hash("Jeroen", _LOCKS),
        "number": _NUMBER,
        "origin": _ORIGIN,
        "root": _THERE,
    }
    proof = move_in_proof(_WHO, **given)
    checked = {"sign": _WHO.signing.public, "signature": proof, **given}
    wrong: dict[str, Any] = {
        "another name": {"account": account_hash("Bea", _LOCKS)}, "another number": {"number": _NUMBER[::-1]},
        "another site": {"origin": "https://other.example"}, "another school": {"root": _HOME},
        "somebody else": {"sign": Identity(some("other")).signing.public},
    }  # fmt: skip
    return [
        works("a proof of moving in", "move_in_proof", seed=some("seed"), **given),
        works("a proof of moving in that holds", "check_move_in", **checked),
        *(fails(f"moving in: {name}", "check_move_in", "tampered", **checked | other) for name, other in wrong.items()),
    ]


def _departures() -> list[Case]:
    given: dict[str, Any] = {"origin": _ORIGIN, "root": _HOME, "target": _THERE, "time": 1_800_000_000_000}
    proof = move_out_proof(_WHO, **given)
    checked = {"sign": _WHO.signing.public, "signature": proof, **given}
    wrong: dict[str, Any] = {
        "another school": {"target": b64(some("third"))}, "from another school": {"root": _THERE},
        "another site": {"origin": "https://other.example"}, "another time": {"time": 1_800_000_000_001},
        "somebody else": {"sign": Identity(some("other")).signing.public},
    }  # fmt: skip
    return [
        works("a proof of moving out", "move_out_proof", seed=some("seed"), **given),
        works("a proof of moving out that holds", "check_move_out", **checked),
        *(
            fails(f"moving out: {name}", "check_move_out", "tampered", **checked | other)
            for name, other in wrong.items()
        ),
    ]
