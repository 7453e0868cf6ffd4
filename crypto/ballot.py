"""Ballots of an anonymous survey: a verifiable oblivious pseudorandom function (VOPRF, as RFC 9497, mode 0x01).

A voter draws a random *serial*, blinds its point and has it evaluated under the survey's key by a server that knows
who asks; unblinded, serial and *output* are a ballot that this server recognises later and can't lead back to the
asking: each blinded point fits each serial under exactly one blinding, so no key and no computing power helps.
A proof (Chaum and Pedersen) says that the key is the one behind the public key that everybody was shown.

Where this differs from the RFC's suites: the group is the prime-order part of edwards25519, the one that both of our
bindings of libsodium have (ristretto255 is missing in PyNaCl), with BLAKE2b-256 and one element a proof. A point of
32 bytes is accepted only without a cofactor's part; a serial's point is the sum of two images of libsodium's Elligator
map, which clears the cofactor. Scalars are reduced from 64 bytes.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import NamedTuple

from nacl import bindings

from crypto import labels
from crypto.digest import SIZE, H
from crypto.encoding import b64, lp, sized, unb64
from crypto.errors import Malformed, Tampered, WrongKey
from crypto.identity import SEALED, BoxKey, seal
from crypto.random import fresh

SERIAL = 32
POINT = SCALAR = 32
PROOF = 2 * SCALAR
ANSWER = 2048
"""Every answer is sealed at this one length."""
_WIDE = 64
_EIGHT = (8).to_bytes(SCALAR, "little")
_MARK = b"\x80"


class Evaluation(NamedTuple):
    """What the server answers: the evaluated point (32 bytes), and the proof (64) that it used its key."""

    element: bytes
    proof: bytes


def new_scalar(source: bytes | None = None) -> bytes:
    """A key of a survey or a blinding, 32 bytes; `source`: 64 bytes, for tests. Raises Malformed."""
    return _reduce(fresh(_WIDE) if source is None else source)


def ballot_public(key: bytes) -> bytes:
    """The public key (32 bytes) of a survey's key; raises Malformed."""
    return _base(_scalar(key))


def blind_serial(serial: bytes, blinding: bytes) -> bytes:
    """What the server is asked to evaluate (32 bytes); raises Malformed."""
    return _times(blinding, _point_of(serial))


def evaluate(key: bytes, blinded: bytes, source: bytes | None = None) -> Evaluation:
    """A blinded point under the key, with a proof; `source`: 64 bytes, for tests. Raises Malformed."""
    nonce = new_scalar(source)
    public, element = ballot_public(key), _times(key, blinded)
    challenge = _challenge(public, blinded, element, _base(nonce), _times(nonce, blinded))
    answer = bindings.crypto_core_ed25519_scalar_sub(
        nonce, bindings.crypto_core_ed25519_scalar_mul(challenge, _scalar(key))
    )
    return Evaluation(element, challenge + answer)


def unblind(public: bytes, serial: bytes, blinding: bytes, element: bytes, proof: bytes) -> bytes:
    """The ballot's output (32 bytes); raises WrongKey unless the key behind `public` was used, Malformed."""
    _check_proof(public, blind_serial(serial, blinding), element, proof)
    inverse = bindings.crypto_core_ed25519_scalar_invert(_scalar(blinding))
    return _output(serial, _times(inverse, element))


def check_ballot(key: bytes, serial: bytes, output: bytes) -> None:
    """Check that a ballot was made with this key; raises Tampered, Malformed."""
    if not compare_digest(sized(output, SIZE, "output"), _output(serial, _times(key, _point_of(serial)))):
        raise Tampered("ballot")


def seal_answer(box: bytes, answer: bytes) -> str:
    """An answer (at most 2,047 bytes) for the holder of a box key, always as long; raises Malformed."""
    if len(answer) >= ANSWER:
        raise Malformed("answer too long")
    return b64(seal(box, (answer + _MARK).ljust(ANSWER, b"\0")))


def open_answer(pair: BoxKey, sealed: str) -> bytes:
    """What `seal_answer` sealed; raises WrongKey, Malformed."""
    data = pair.open(unb64(sealed, ANSWER + SEALED)).rstrip(b"\0")
    if not data.endswith(_MARK):
        raise Malformed("padding of an answer")
    return data[:-1]


def _check_proof(public: bytes, blinded: bytes, element: bytes, proof: bytes) -> None:
    """Both commitments, worked out again from the answer, must lead to the challenge."""
    sized(proof, PROOF, "proof")
    challenge, answer = _scalar(proof[:SCALAR]), _scalar(proof[SCALAR:])
    one = _add(_base(answer), _times(challenge, public))
    other = _add(_times(answer, blinded), _times(challenge, element))
    if not compare_digest(challenge, _challenge(public, blinded, element, one, other)):
        raise WrongKey("ballot evaluated with another key")


def _challenge(*points: bytes) -> bytes:
    return _reduce(_wide(b"proof", *points))


def _output(serial: bytes, point: bytes) -> bytes:
    return H(labels.BALLOT, lp(b"output", serial, point))


def _point_of(serial: bytes) -> bytes:
    wide = _wide(b"point", sized(serial, SERIAL, "serial"))
    return _add(*(bindings.crypto_core_ed25519_from_uniform(half) for half in (wide[:POINT], wide[POINT:])))


def _wide(use: bytes, *parts: bytes) -> bytes:
    """64 bytes from a hash of 32: twice, numbered."""
    return b"".join(H(labels.BALLOT, lp(use, bytes([n]), *parts)) for n in (1, 2))


def _reduce(wide: bytes) -> bytes:
    return bindings.crypto_core_ed25519_scalar_reduce(sized(wide, _WIDE, "source of a scalar"))


def _scalar(data: bytes) -> bytes:
    """The scalar itself in its one spelling, and not zero."""
    if _reduce(sized(data, SCALAR, "scalar") + bytes(_WIDE - SCALAR)) != data or not any(data):
        raise Malformed("scalar")
    return data


def _point(data: bytes) -> bytes:
    """The point itself, on the curve and in the group of prime order.

    An eighth of it eight times gives it back only if it has no part of order 2, 4 or 8: libsodium's own check let
    some of order 2 pass before 1.0.21 (CVE-2025-69277), so it is not relied on.
    """
    try:
        whole = bindings.crypto_core_ed25519_is_valid_point(sized(data, POINT, "point"))
        back = whole and _multiply(_EIGHT, _multiply(bindings.crypto_core_ed25519_scalar_invert(_EIGHT), data))
    except RuntimeError:
        raise Malformed("point") from None
    if back != data:
        raise Malformed("point")
    return data


def _times(scalar: bytes, point: bytes) -> bytes:
    return _multiply(_scalar(scalar), _point(point))


def _multiply(scalar: bytes, point: bytes) -> bytes:
    return bindings.crypto_scalarmult_ed25519_noclamp(scalar, point)


def _base(scalar: bytes) -> bytes:
    return bindings.crypto_scalarmult_ed25519_base_noclamp(scalar)


def _add(one: bytes, other: bytes) -> bytes:
    return bindings.crypto_core_ed25519_add(one, other)
