"""Locks open an identity with a password, a printed sheet or a passkey; the server keeps them and learns neither.

A lock's root gives a login key (the server knows its public half and checks a signature) and a wrap key
around the identity seed. Parameters are part of the associated data, and floors are enforced here: a server
that offers cheaper hashing is refused.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from nacl.pwhash import argon2id

from crypto import labels
from crypto.aead import open_aead, seal_aead
from crypto.digest import H, derive, keyed
from crypto.encoding import b64, canonical, sized, unb64
from crypto.errors import Malformed, ParametersDowngraded
from crypto.heads import VERSION
from crypto.identity import PUBLIC, SIGNATURE, Identity, SigningKey, verify
from crypto.paper import new_code, read_code
from crypto.random import fresh

Lock = dict[str, Any]
"""`{"id", "kind", "salt", "ops", "mem", "login", "wrapped"}`, bytes as base64url."""

OPS, OPS_MOST = 3, 10
MEM, MEM_MOST = 64 * 2**20, 2**30
ID, SALT, CHALLENGE = 16, 16, 32
ROOT = 32
SHEET_GROUPS = 6
_NO_HASHING: Lock = {"salt": "", "ops": 0, "mem": 0}
PASSWORD, SHEET, PASSKEY = "password", "sheet", "passkey"
PRF = 32
"""The size of what an authenticator's pseudo-random function gives (WebAuthn Level 3, `prf`)."""


def new_sheet(source: bytes | None = None) -> str:
    """A fresh recovery sheet's code (120 bits) as it is printed."""
    return new_code(SHEET_GROUPS, source)


def make_password_lock(password: str, seed: bytes, person: str) -> Lock:
    """A lock of a password around the identity seed: Argon2id13, 64 MiB, 3 passes (RFC 9106)."""
    offer = {"id": b64(fresh(ID)), "kind": PASSWORD, "salt": b64(fresh(SALT)), "ops": OPS, "mem": MEM}
    return wrap_seed(lock_root(password, offer), offer, seed, person)


def make_sheet_lock(code: str, seed: bytes, person: str) -> Lock:
    """A lock of a printed sheet around the identity seed; raises CodeError."""
    offer = {"id": b64(fresh(ID)), "kind": SHEET, **_NO_HASHING}
    return wrap_seed(lock_root(code, offer), offer, seed, person)


def make_passkey_lock(prf: str, seed: bytes, person: str) -> Lock:
    """A lock of a passkey around the identity seed; raises Malformed."""
    offer = {"id": b64(fresh(ID)), "kind": PASSKEY, **_NO_HASHING}
    return wrap_seed(lock_root(prf, offer), offer, seed, person)


def lock_root(secret: str, offer: Lock) -> bytes:
    """A lock's 32-byte root from a password, a code, or what a passkey gave (base64url).

    Raises ParametersDowngraded, Malformed, CodeError.
    """
    check_offer(offer)
    if offer["kind"] == SHEET:
        return H(labels.SHEET, read_code(secret, SHEET_GROUPS).encode())
    if offer["kind"] == PASSKEY:
        return H(labels.PASSKEY, unb64(secret, PRF))
    return password_root(secret, unb64(offer["salt"]), offer["ops"], offer["mem"])


def check_offer(offer: Lock) -> None:
    """Refuse the public part of a lock with other hashing than the protocol's; raises as `lock_root`."""
    unb64(offer["id"], ID)
    if offer["kind"] in (SHEET, PASSKEY):
        if {key: offer[key] for key in _NO_HASHING} != _NO_HASHING:
            raise Malformed("no password, no hashing")
    elif offer["kind"] != PASSWORD:
        raise Malformed("kind of lock")
    elif not (OPS <= offer["ops"] <= OPS_MOST and MEM <= offer["mem"] <= MEM_MOST):
        raise ParametersDowngraded
    else:
        unb64(offer["salt"], SALT)


def password_root(password: str, salt: bytes, ops: int, mem: int) -> bytes:
    """Argon2id13 of the NFKC form in UTF-8, 32 bytes; callers check the parameters. Raises Malformed."""
    try:
        text = unicodedata.normalize("NFKC", password).encode()
    except UnicodeEncodeError:
        raise Malformed("password") from None
    return argon2id.kdf(ROOT, text, sized(salt, SALT, "salt"), opslimit=ops, memlimit=mem)


def wrap_seed(root: bytes, offer: Lock, seed: bytes, person: str, nonce: bytes | None = None) -> Lock:
    """The complete lock: login key and wrapped seed; raises Malformed. `nonce` only for tests."""
    sized(seed, Identity.SEED, "seed")
    wrapped = seal_aead(derive(root, labels.LOCK_KEYS, 2), seed, _aad(offer, person), nonce)
    return offer | {"login": b64(login_key(root).public), "wrapped": b64(wrapped)}


def open_lock(root: bytes, offer: Lock, wrapped: str, person: str) -> bytes:
    """The identity seed; raises WrongKey, Malformed."""
    seed = open_aead(derive(root, labels.LOCK_KEYS, 2), unb64(wrapped), _aad(offer, person))
    return sized(seed, Identity.SEED, "seed")


def login_key(root: bytes) -> SigningKey:
    """The key whose public half the server knows."""
    return SigningKey(derive(root, labels.LOCK_KEYS, 1))


def login_proof(root: bytes, challenge: str, expires: int, origin: str) -> str:
    """The signature over a server's challenge, bound to the origin the client connected to."""
    return b64(login_key(root).sign(labels.LOGIN, _challenge(challenge, expires, origin)))


def check_login(login: str, challenge: str, expires: int, origin: str, signature: str) -> None:
    """Verify a login proof; raises Tampered, Malformed."""
    message = _challenge(challenge, expires, origin)
    verify(unb64(login, PUBLIC), labels.LOGIN, message, unb64(signature, SIGNATURE))


def false_lock(secret: bytes, name: str, kind: str) -> Lock:
    """The stable public part of a lock that does not exist, against probing for names. `secret`: 32 bytes."""
    if kind not in (PASSWORD, SHEET, PASSKEY):
        raise Malformed("kind of lock")
    digest = keyed(secret, f"{kind}\0{name}".encode())
    if kind != PASSWORD:
        return {"id": b64(digest[:ID]), "kind": kind, **_NO_HASHING}
    return {"id": b64(digest[:ID]), "kind": PASSWORD, "salt": b64(digest[ID:]), "ops": OPS, "mem": MEM}


def _aad(offer: Lock, person: str) -> bytes:
    keys = ("id", "kind", "mem", "ops", "salt")
    return canonical({key: offer[key] for key in keys} | {"person": person, "v": VERSION}).encode()


def _challenge(challenge: str, expires: int, origin: str) -> bytes:
    unb64(challenge, CHALLENGE)
    return canonical({"challenge": challenge, "expires": expires, "origin": origin, "v": VERSION}).encode()
