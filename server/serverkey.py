"""The server's own key towards other schools (Ed25519), made at the start, and how it gets another.

Invariant: other schools believe a key only from a statement that the root key signed (the act `server`); so a key that
was made here is of no use until somebody brought the root sheet.
"""

from __future__ import annotations

from nacl.signing import SigningKey

from crypto.encoding import b64, unb64
from crypto.random import fresh
from server.store import Connection, Engine, meta

_KEY, _NEXT = "server_key", "server_key_next"


def ensure_key(connection: Connection) -> str:
    """The seed (b64) as it is stored, made the first time."""
    known = meta.get(connection, _KEY)
    if known is None:
        known = b64(fresh(32))
        meta.put(connection, _KEY, known)
    return known


def own_key(store: Engine) -> SigningKey:
    """The key that signs what this server asks others."""
    seed = store.read(lambda connection: meta.get(connection, _KEY)) or store.write(ensure_key)
    return SigningKey(unb64(seed, 32))


def public_of(key: SigningKey) -> str:
    """The public half, as statements name it."""
    return b64(bytes(key.verify_key))


def prepare_next(connection: Connection) -> str:
    """A fresh public key that takes over once the root has signed it; the present one goes on until then."""
    seed = b64(fresh(32))
    meta.put(connection, _NEXT, seed)
    return public_of(SigningKey(unb64(seed, 32)))


def take_over(connection: Connection, public: str) -> bool:
    """The root signed this key: use it from now on. False if we do not have it."""
    if public == public_of(SigningKey(unb64(ensure_key(connection), 32))):
        return True
    seed = meta.get(connection, _NEXT)
    if seed is None or public != public_of(SigningKey(unb64(seed, 32))):
        return False
    meta.put(connection, _KEY, seed)
    meta.remove(connection, _NEXT)
    return True
