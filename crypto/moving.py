"""An account that moves to another school: what its person signs there and here.

There they prove to hold the key, for one account, one handover and one site; here they say to which school they go.
Nobody else can: neither the server that is left nor the one that is moved to has the key.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crypto import labels
from crypto.digest import H
from crypto.encoding import b64, canonical, lp, unb64
from crypto.heads import VERSION
from crypto.identity import SIGNATURE, Identity, verify


def account_hash(name: str, locks: Iterable[dict[str, Any]]) -> str:
    """What a new login is: its name and locks. Raises Malformed for a lock that is no canonical object."""
    return b64(H(labels.MOVE, lp(name.encode(), *(canonical(lock).encode() for lock in locks))))


def move_in_proof(identity: Identity, account: str, number: str, origin: str, root: str) -> str:
    """The signature with which somebody makes a login at the school `root`: by account hash, handover and origin.

    number: of the handover, as it stands in an address.
    """
    return b64(identity.signing.sign(labels.MOVE, _arrival(account, number, origin, root)))


def check_move_in(sign: bytes, account: str, number: str, origin: str, root: str, signature: str) -> None:
    """Verify it with the person's signing key; raises Tampered, Malformed."""
    verify(sign, labels.MOVE, _arrival(account, number, origin, root), unb64(signature, SIGNATURE))


def move_out_proof(identity: Identity, origin: str, root: str, target: str, time: int) -> str:
    """The signature with which somebody leaves the school `root` for `target` (root keys), at a time (ms)."""
    return b64(identity.signing.sign(labels.MOVE, _departure(origin, root, target, time)))


def check_move_out(sign: bytes, origin: str, root: str, target: str, time: int, signature: str) -> None:
    """Verify it with the person's signing key; raises Tampered, Malformed."""
    verify(sign, labels.MOVE, _departure(origin, root, target, time), unb64(signature, SIGNATURE))


def _arrival(account: str, number: str, origin: str, root: str) -> bytes:
    return canonical({"account": account, "number": number, "origin": origin, "to": root, "v": VERSION}).encode()


def _departure(origin: str, root: str, target: str, time: int) -> bytes:
    return canonical({"from": root, "origin": origin, "time": time, "to": target, "v": VERSION}).encode()
