"""Ballots: blinding, the server's answer and its proof, and what is no point, no scalar, no ballot."""

from __future__ import annotations

from typing import Any

from nacl import bindings

from crypto.ballot import ANSWER, ballot_public, blind_serial, evaluate, new_scalar, unblind
from crypto.encoding import b64
from crypto.identity import BoxKey
from tests.vectors.cases import Case, fails, flip, sealed_box, some, works

ORDER = 2**252 + 27742317777372353535851937790883648493
_ORDER_2 = bytes([0xEC, *[0xFF] * 30, 0x7F])
_KEY, _OTHER = new_scalar(some("key", 64)), new_scalar(some("other key", 64))
_SERIAL, _BLINDING = some("serial"), new_scalar(some("blinding", 64))
_BLINDED = blind_serial(_SERIAL, _BLINDING)
_PUBLIC, _DONE = ballot_public(_KEY), evaluate(_KEY, _BLINDED, some("nonce", 64))
_OUTPUT = unblind(_PUBLIC, _SERIAL, _BLINDING, *_DONE)
_ANSWER = b'{"1":"yes"}'


def cases() -> list[Case]:
    """Asking, answering, checking, and the sealed answer."""
    return [*_asked(), *_answered(), *_unblinded(), *_checked(), *_sealed()]


def no_points() -> list[tuple[str, bytes]]:
    """32 bytes that are refused as a point."""
    mixed = bindings.crypto_core_ed25519_add(_BLINDED, _ORDER_2)
    return [
        ("that is zero", bytes(32)),
        ("that is the neutral one", bytes([1, *[0] * 31])),
        ("of order 2", _ORDER_2),
        ("with a part of order 2", mixed),
        ("that is not on the curve", bytes([2, *[0] * 31])),
        ("in another spelling", bytes([0xEE, *[0xFF] * 30, 0x7F])),
        ("that is too short", _BLINDED[:31]),
    ]


def _asked() -> list[Case]:
    given: dict[str, Any] = {"serial": _SERIAL, "blinding": _BLINDING}
    wrong = [("zero", bytes(32)), ("the order", ORDER.to_bytes(32, "little")), ("too short", _BLINDING[:31])]
    return [
        works("a scalar", "new_scalar", source=some("key", 64)),
        fails("a scalar from half of it", "new_scalar", "malformed", source=some("key", 32)),
        works("the public key of a survey", "ballot_public", key=_KEY),
        works("a blinded serial", "blind_serial", **given),
        works("another serial", "blind_serial", **given | {"serial": bytes(32)}),
        fails("a short serial", "blind_serial", "malformed", **given | {"serial": _SERIAL[:31]}),
        *(
            fails(f"a blinding: {name}", "blind_serial", "malformed", **given | {"blinding": one})
            for name, one in wrong
        ),
    ]


def _answered() -> list[Case]:
    given: dict[str, Any] = {"key": _KEY, "blinded": _BLINDED, "source": some("nonce", 64)}
    return [
        works("an evaluation with its proof", "evaluate", **given),
        *(fails(f"a point {name}", "evaluate", "malformed", **given | {"blinded": one}) for name, one in no_points()),
        fails("a key that is zero", "evaluate", "malformed", **given | {"key": bytes(32)}),
    ]


def _unblinded() -> list[Case]:
    given: dict[str, Any] = {"public": _PUBLIC, "serial": _SERIAL, "blinding": _BLINDING,
                             "element": _DONE.element, "proof": _DONE.proof}  # fmt: skip
    marked = evaluate(_OTHER, _BLINDED, some("nonce", 64))
    return [
        works("an output", "unblind", **given),
        fails("evaluated with another key", "unblind", "wrong-key", **given | marked._asdict()),
        fails("another key with the right key's proof", "unblind", "wrong-key", **given | {"element": marked.element}),
        fails("another public key", "unblind", "wrong-key", **given | {"public": ballot_public(_OTHER)}),
        fails("for another serial", "unblind", "wrong-key", **given | {"serial": some("other serial")}),
        fails("under another blinding", "unblind", "wrong-key", **given | {"blinding": _KEY}),
        fails("a proof with a bit turned", "unblind", "wrong-key", **given | {"proof": flip(_DONE.proof, 3)}),
        fails("a proof with another answer", "unblind", "wrong-key", **given | {"proof": flip(_DONE.proof, 35)}),
        fails("a proof that is too short", "unblind", "malformed", **given | {"proof": _DONE.proof[:63]}),
        fails("a proof in another spelling", "unblind", "malformed",
              **given | {"proof": _DONE.proof[:32] + b"\xff" * 32}),
        *(fails(f"an element {name}", "unblind", "malformed", **given | {"element": one}) for name, one in no_points()),
        *(fails(f"a public key {name}", "unblind", "malformed", **given | {"public": one})
          for name, one in no_points()),
    ]  # fmt: skip


def _checked() -> list[Case]:
    given: dict[str, Any] = {"key": _KEY, "serial": _SERIAL, "output": _OUTPUT}
    return [
        works("a ballot", "check_ballot", **given),
        fails("a ballot of another survey", "check_ballot", "tampered", **given | {"key": _OTHER}),
        fails("a ballot with another serial", "check_ballot", "tampered", **given | {"serial": some("other serial")}),
        fails("a ballot with a bit turned", "check_ballot", "tampered", **given | {"output": flip(_OUTPUT)}),
        fails("half a ballot", "check_ballot", "malformed", **given | {"output": _OUTPUT[:16]}),
    ]


def _sealed() -> list[Case]:
    seed, other = some("box of a survey"), some("other box")
    return [
        works("an answer", "open_answer", seed=seed, sealed=_to(seed, (_ANSWER + b"\x80").ljust(ANSWER, b"\0"))),
        works("an answer of nothing", "open_answer", seed=seed, sealed=_to(seed, b"\x80".ljust(ANSWER, b"\0"))),
        fails("an answer for somebody else", "open_answer", "wrong-key", seed=other,
              sealed=_to(seed, (_ANSWER + b"\x80").ljust(ANSWER, b"\0"))),
        fails("an answer of another length", "open_answer", "malformed", seed=seed,
              sealed=_to(seed, _ANSWER + b"\x80")),
        fails("an answer without an end", "open_answer", "malformed", seed=seed, sealed=_to(seed, bytes(ANSWER))),
        fails("an answer that is too long", "seal_answer", "malformed",
              box=BoxKey(seed).public, answer=bytes(ANSWER)),
    ]  # fmt: skip


def _to(seed: bytes, data: bytes) -> str:
    return b64(sealed_box(BoxKey(seed).public, data))
