"""Handing an account to a new device: sealed to a key pair that lives for some minutes and is used once.

Either the new device makes the pair and shows its *number*, for a signed-in device to scan; or a signed-in device makes
it and shows the *code* that yields the pair, for the new device to scan. A number commits to the public key (120 bits),
so a server can't put another key in its place; a code is a secret. Whoever has the secret half opens what is sealed
(libsodium `crypto_box_seal`) and proves that by signing with the key inside.
"""

from __future__ import annotations

from typing import Any

from crypto import labels
from crypto.digest import H
from crypto.encoding import b64, canonical, parse_canonical, sized, unb64
from crypto.errors import Malformed
from crypto.heads import VERSION
from crypto.identity import PUBLIC, SIGNATURE, BoxKey, Identity, seal, verify
from crypto.paper import PAYLOAD, new_code, read_code

Account = dict[str, Any]
"""`{"person", "root", "seed"}`: id, the school's root key and the identity seed (base64url)."""

GROUPS = 6
_KEYS = frozenset({"person", "root", "seed", "v"})


def new_handover(source: bytes | None = None) -> str:
    """A fresh code (120 bits) that yields a key pair; `source`: 24 bytes, for tests."""
    return new_code(GROUPS, source)


def handover_pair(code: str) -> BoxKey:
    """The key pair of a code; raises CodeError."""
    return BoxKey(H(labels.HANDOVER, read_code(code, GROUPS).encode()))


def handover_number(box: bytes) -> str:
    """The number of a public key (32 bytes): six groups, to be scanned or typed. Raises Malformed."""
    return new_code(GROUPS, H(labels.NUMBER, sized(box, PUBLIC, "box key"))[: GROUPS * PAYLOAD])


def handover_id(number: str) -> str:
    """A typed number as it stands in an address; raises CodeError."""
    return read_code(number, GROUPS)


def seal_account(box: bytes, account: Account) -> str:
    """An account for whoever holds the secret half of `box`; raises Malformed."""
    return b64(seal(box, canonical(account | {"v": VERSION}).encode()))


def open_account(pair: BoxKey, sealed: str) -> Account:
    """What `seal_account` sealed; raises WrongKey, Malformed."""
    account = parse_canonical(pair.open(unb64(sealed)).decode(errors="replace"), _KEYS)
    if account["v"] != VERSION:
        raise Malformed("version")
    unb64(account["seed"], Identity.SEED)
    unb64(account["root"], PUBLIC)
    return {key: account[key] for key in ("person", "root", "seed")}


def handover_proof(identity: Identity, number: str, origin: str) -> str:
    """The signature with which a new device begins its session, bound to the origin it connected to."""
    return b64(identity.signing.sign(labels.HANDOVER, _text(number, origin)))


def check_handover(sign: bytes, number: str, origin: str, signature: str) -> None:
    """Verify a proof by the person's signing key; raises Tampered, Malformed, CodeError."""
    verify(sign, labels.HANDOVER, _text(number, origin), unb64(signature, SIGNATURE))


def _text(number: str, origin: str) -> bytes:
    return canonical({"number": handover_id(number), "origin": origin, "v": VERSION}).encode()
