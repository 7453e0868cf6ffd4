"""Locks open an identity with a password or a printed sheet; the server keeps them and learns neither.

A lock's root gives a login key (the server knows its public half and checks a signature) and a wrap key around
the identity seed. Parameters are part of the associated data, and floors are enforced here: a server that offers
cheaper hashing is refused.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from nacl.pwhash import argon2id

from crypto import labels
from crypto.aead import open_aead, seal_aead
from crypto.digest import H, derive, keyed
from crypto.encoding import b64, canonical, unb64
from crypto.errors import Malformed, ParametersDowngraded
from crypto.heads import VERSION
from crypto.identity import SigningKey, verify
from crypto.paper import new_code, read_code
from crypto.random import fresh

Lock = dict[str, Any]
"""`{"id", "kind", "salt", "ops", "mem", "login", "wrapped"}`, bytes as base64url."""

OPS, OPS_MOST = 3, 10
MEM, MEM_MOST = 64 * 2**20, 2**30
SALT = 16
SHEET_GROUPS = 6
PASSWORD, SHEET = "password", "sheet"


def new_sheet(source: bytes | None = None) -> str:
    """A fresh recovery sheet's code (120 bits) as it is printed."""
    return new_code(SHEET_GROUPS, source)


def make_password_lock(password: str, seed: bytes, person: str) -> Lock:
    """A lock of a password around the identity seed: Argon2id13, 64 MiB, 3 passes (RFC 9106)."""
    offer = {"id": b64(fresh(16)), "kind": PASSWORD, "salt": b64(fresh(SALT)), "ops": OPS, "mem": MEM}
    return wrap_seed(lock_root(password, offer), offer, seed, person)


def make_sheet_lock(code: str, seed: bytes, person: str) -> Lock:
    """A lock of a printed sheet around the identity seed; raises CodeError."""
    offer = {"id": b64(fresh(16)), "kind": SHEET, "salt": "", "ops": 0, "mem": 0}
    return wrap_seed(lock_root(code, offer), offer, seed, person)


def lock_root(secret: str, offer: Lock) -> bytes:
    """The 32-byte root of a lock from a password or code; raises ParametersDowngraded, Malformed, CodeError."""
    if offer["kind"] == SHEET:
        return H(labels.SHEET, read_code(secret, SHEET_GROUPS).encode())
    if offer["kind"] != PASSWORD:
        raise Malformed("kind of lock")
    if not (OPS <= offer["ops"] <= OPS_MOST and MEM <= offer["mem"] <= MEM_MOST):
        raise ParametersDowngraded
    return password_root(secret, unb64(offer["salt"], SALT), offer["ops"], offer["mem"])


def password_root(password: str, salt: bytes, ops: int, mem: int) -> bytes:
    """Argon2id13 of the NFKC form, 32 bytes; callers check the parameters."""
    text = unicodedata.normalize("NFKC", password).encode()
    return argon2id.kdf(32, text, salt, opslimit=ops, memlimit=mem)


def wrap_seed(root: bytes, offer: Lock, seed: bytes, person: str, nonce: bytes | None = None) -> Lock:
    """The complete lock: login key and wrapped seed."""
    wrapped = seal_aead(derive(root, labels.LOCK_KEYS, 2), seed, _aad(offer, person), nonce)
    return offer | {"login": b64(login_key(root).public), "wrapped": b64(wrapped)}


def open_lock(root: bytes, offer: Lock, wrapped: str, person: str) -> bytes:
    """The identity seed; raises WrongKey."""
    return open_aead(derive(root, labels.LOCK_KEYS, 2), unb64(wrapped), _aad(offer, person))


def login_key(root: bytes) -> SigningKey:
    """The key whose public half the server knows."""
    return SigningKey(derive(root, labels.LOCK_KEYS, 1))


def login_proof(root: bytes, challenge: str, expires: int, origin: str) -> str:
    """The signature over a server's challenge, bound to the origin that the client itself connected to."""
    return b64(login_key(root).sign(labels.LOGIN, _challenge(challenge, expires, origin)))


def check_login(login: str, challenge: str, expires: int, origin: str, signature: str) -> None:
    """Verify a login proof; raises Tampered."""
    verify(unb64(login, 32), labels.LOGIN, _challenge(challenge, expires, origin), unb64(signature))


def false_lock(secret: bytes, name: str, kind: str) -> Lock:
    """The stable public part of a lock that does not exist, so that names can't be probed."""
    digest = keyed(secret, f"{kind}\0{name}".encode())
    if kind == SHEET:
        return {"id": b64(digest[:16]), "kind": SHEET, "salt": "", "ops": 0, "mem": 0}
    return {"id": b64(digest[:16]), "kind": PASSWORD, "salt": b64(digest[16:]), "ops": OPS, "mem": MEM}


def _aad(offer: Lock, person: str) -> bytes:
    keys = ("id", "kind", "mem", "ops", "salt")
    return canonical({key: offer[key] for key in keys} | {"person": person, "v": VERSION}).encode()


def _challenge(challenge: str, expires: int, origin: str) -> bytes:
    return canonical({"challenge": challenge, "expires": expires, "origin": origin, "v": VERSION}).encode()
