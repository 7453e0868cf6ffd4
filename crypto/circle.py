"""A circle's epochs, the grants that give them to readers, and the links that say who the readers are."""

from __future__ import annotations

from typing import Any

from crypto import heads, labels
from crypto.aead import open_aead, seal_aead
from crypto.digest import H, derive
from crypto.encoding import b64, canonical, sized, unb64
from crypto.errors import Malformed, Tampered
from crypto.identity import SIGNATURE, BoxKey, SigningKey, seal, verify

Signed = dict[str, str]
"""`{"head": text, "signature": b64}`."""


class Epoch:
    """One epoch of a circle: `box` (nested grants, letters), `content` (bodies), `history` (older seeds)."""

    SEED = 32

    def __init__(self, seed: bytes) -> None:
        """Raises Malformed for a seed of another length."""
        self.seed = sized(seed, self.SEED, "seed of an epoch")
        self.box = BoxKey(derive(seed, labels.CIRCLE_KEYS, 1))
        self.content = derive(seed, labels.CIRCLE_KEYS, 2)
        self.history = derive(seed, labels.CIRCLE_KEYS, 3)
        self.public = b64(self.box.public)


def readers_hash(readers: list[dict[str, Any]]) -> str:
    """The hash of a reader list, which every link signs."""
    return b64(H(labels.READERS, canonical({"readers": readers}).encode()))


def sign_link(signer: SigningKey, head: dict[str, Any]) -> Signed:
    """The link of a head (without "v"); raises Malformed."""
    text = canonical(head | {"v": heads.VERSION})
    heads.read_head(text, heads.LINK)
    return {"head": text, "signature": b64(signer.sign(labels.LINK, text.encode()))}


def check_link(public: bytes, link: Signed) -> heads.Head:
    """The head of a link whose signature holds over its exact text; raises Tampered, Malformed."""
    verify(public, labels.LINK, link["head"].encode(), unb64(link["signature"], SIGNATURE))
    return heads.read_head(link["head"], heads.LINK)


def link_hash(head: str) -> str:
    """The hash of a link, from the text of its head; a genesis' hash is the circle's id."""
    return b64(H(labels.LINK, head.encode()))


def grant(epoch: Epoch, box: str) -> str:
    """The epoch's seed sealed to a reader's box key (base64url); raises Malformed for a bad key."""
    return b64(seal(unb64(box, 32), epoch.seed))


def open_grant(box: BoxKey, sealed: str, public: str) -> Epoch:
    """The epoch in a grant; raises WrongKey, and Tampered if it is not the one of the signed link."""
    epoch = Epoch(box.open(unb64(sealed)))
    if epoch.public != public:
        raise Tampered("grant")
    return epoch


def seal_history(epoch: Epoch, before: Epoch, circle: str, n: int, nonce: bytes | None = None) -> str:
    """The seed of epoch n - 1 (`before`) under the history key of epoch n; `nonce` only for tests."""
    return b64(seal_aead(epoch.history, before.seed, _aad(circle, n), nonce))


def open_history(epoch: Epoch, sealed: str, circle: str, n: int) -> Epoch:
    """Epoch n - 1 from epoch n; raises WrongKey, Malformed. Compare its `public` with the signed link."""
    return Epoch(open_aead(epoch.history, unb64(sealed), _aad(circle, n)))


def _aad(circle: str, n: int) -> bytes:
    if not 1 < n <= heads.MOST:
        raise Malformed("number of an epoch with history")
    return labels.EPOCH.encode() + b"\0" + unb64(circle, 32) + n.to_bytes(4, "big")
