"""Keys and signatures (Ed25519, X25519; libsodium through PyNaCl), and the statements that name a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nacl import bindings
from nacl.exceptions import CryptoError as SodiumError

from crypto import heads, labels
from crypto.digest import H, derive
from crypto.encoding import b64, canonical, sized, unb64
from crypto.errors import Malformed, Tampered, WrongKey

Statement = dict[str, Any]
"""`{"head": text, "signatures": [b64, …]}`."""

PUBLIC = 32
SIGNATURE = 64
SEALED = bindings.crypto_box_SEALBYTES
"""How much longer a sealed box is than what is in it."""
_SCALAR = bytes([9] * 32)


class SigningKey:
    """An Ed25519 pair from a 32-byte seed; `public` is 32 bytes."""

    SEED = 32

    def __init__(self, seed: bytes) -> None:
        """Raises Malformed for a seed of another length."""
        self.public, self._secret = bindings.crypto_sign_seed_keypair(sized(seed, self.SEED, "seed"))

    def sign(self, context: str, message: bytes) -> bytes:
        """The 64-byte signature over `context ‖ 00 ‖ message` (RFC 8032)."""
        return bindings.crypto_sign(_signed(context, message), self._secret)[:SIGNATURE]


class BoxKey:
    """An X25519 pair from a 32-byte seed (`crypto_box_seed_keypair`); `public` is 32 bytes."""

    SEED = 32

    def __init__(self, seed: bytes) -> None:
        """Raises Malformed for a seed of another length."""
        self.public, self._secret = bindings.crypto_box_seed_keypair(sized(seed, self.SEED, "seed"))

    def open(self, sealed: bytes) -> bytes:
        """What `seal` put in; raises WrongKey if it was for somebody else or changed."""
        try:
            return bindings.crypto_box_seal_open(sealed, self.public, self._secret)
        except (SodiumError, TypeError):
            raise WrongKey("sealed box") from None


class Identity:
    """A person's keys: `signing`, `box`, and `self_key` for what only the own devices open."""

    SEED = 32

    def __init__(self, seed: bytes) -> None:
        """Raises Malformed for a seed of another length."""
        self.seed = sized(seed, self.SEED, "seed")
        self.signing = SigningKey(derive(seed, labels.PERSON_KEYS, 1))
        self.box = BoxKey(derive(seed, labels.PERSON_KEYS, 2))
        self.self_key = derive(seed, labels.PERSON_KEYS, 3)


@dataclass(frozen=True)
class Person:
    """What a person's statements prove: id, newest keys, hash and number of the newest statement."""

    id: str
    sign: bytes
    box: bytes
    hash: str
    n: int


def verify(public: bytes, context: str, message: bytes, signature: bytes) -> None:
    """Check a signature with libsodium; raises Tampered, or Malformed for another length of key or signature.

    The lengths matter: libsodium reads signature and message as one string, so a longer signature would move
    the border between them, and a shorter key would be read past its end.
    """
    sized(public, PUBLIC, "public key")
    signed = sized(signature, SIGNATURE, "signature") + _signed(context, message)
    try:
        bindings.crypto_sign_open(signed, public)
    except SodiumError:
        raise Tampered("signature") from None


def seal(public: bytes, data: bytes) -> bytes:
    """Seal to a box key: `crypto_box_seal`, anonymous, 48 bytes longer; raises Malformed for a bad key."""
    try:
        return bindings.crypto_box_seal(data, sized(public, PUBLIC, "box key"))
    except SodiumError:
        raise Malformed("box key") from None


def person_statement(identity: Identity) -> Statement:
    """The first statement of a person; its hash is the person's id."""
    return _statement(identity, 1, "", [identity])


def renew_statement(old: Identity, new: Identity, previous: Statement) -> Statement:
    """The next statement: new keys, signed by the new and by the old ones."""
    n = heads.read_head(previous["head"], heads.PERSON)["n"]
    return _statement(new, n + 1, statement_hash(previous["head"]), [new, old])


def person_id(statement: Statement) -> str:
    """The id that a first statement gives."""
    return statement_hash(statement["head"])


def statement_hash(head: str) -> str:
    """The hash of a person statement."""
    return b64(H(labels.statement_context("person"), head.encode()))


def check_person(statements: list[Statement]) -> Person:
    """Verify a person's statements from the first one on; raises Malformed, Tampered."""
    person: Person | None = None
    for statement in statements:
        person = _check_next(person, statement)
    if person is None:
        raise Malformed("no statement")
    return person


def _statement(identity: Identity, n: int, previous: str, signers: list[Identity]) -> Statement:
    head = canonical(
        {
            "box": b64(identity.box.public),
            "kind": "person",
            "n": n,
            "previous": previous,
            "sign": b64(identity.signing.public),
            "v": heads.VERSION,
        }
    )
    context = labels.statement_context("person")
    return {"head": head, "signatures": [b64(who.signing.sign(context, head.encode())) for who in signers]}


def _check_next(before: Person | None, statement: Statement) -> Person:
    text = statement["head"]
    head = heads.read_head(text, heads.PERSON)
    sign, box = unb64(head["sign"]), unb64(head["box"])
    expected = (before.n + 1, before.hash, 2) if before else (1, "", 1)
    if head["kind"] != "person" or (head["n"], head["previous"], len(statement["signatures"])) != expected:
        raise Malformed("person statement")
    signers = [sign, before.sign] if before else [sign]
    for public, signature in zip(signers, statement["signatures"], strict=True):
        verify(public, labels.statement_context("person"), text.encode(), unb64(signature, SIGNATURE))
    _refuse_low_order(box)
    digest = statement_hash(text)
    return Person(before.id if before else digest, sign, box, digest, head["n"])


def _refuse_low_order(box: bytes) -> None:
    try:
        shared = bindings.crypto_scalarmult(_SCALAR, box)
    except SodiumError:
        raise Malformed("box key of low order") from None
    if shared == bytes(32):
        raise Malformed("box key of low order")


def _signed(context: str, message: bytes) -> bytes:
    return context.encode() + b"\0" + message
