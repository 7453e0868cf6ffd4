"""Acts of the school log: signed heads in one hash chain."""

from __future__ import annotations

from typing import Any

from crypto import heads, labels
from crypto.digest import H
from crypto.encoding import b64, canonical, unb64
from crypto.identity import SIGNATURE, SigningKey, verify

Signed = dict[str, str]
NO_TIP = b64(bytes(32))
"""The tip before the first entry of any log."""


def sign_act(signer: SigningKey, head: dict[str, Any]) -> Signed:
    """The act of a head (without "v"); raises Malformed if its fields are not those of its kind."""
    text = canonical(head | {"v": heads.VERSION})
    kind = heads.read_act(text)["kind"]
    return {"head": text, "signature": b64(signer.sign(labels.statement_context(kind), text.encode()))}


def check_act(public: bytes, act: Signed) -> heads.Head:
    """The head of an act whose signature holds over its exact text; raises Tampered, Malformed."""
    context = labels.statement_context(heads.act_kind(act["head"]))
    verify(public, context, act["head"].encode(), unb64(act["signature"], SIGNATURE))
    return heads.read_act(act["head"])


def act_hash(head: str) -> str:
    """The hash of an act, from the text of its head."""
    return b64(H(labels.statement_context(heads.read_act(head)["kind"]), head.encode()))


def next_tip(tip: str, entry: str) -> str:
    """The tip of a log after an entry: `H("kring1.tip", tip ‖ entry hash)`."""
    return b64(H(labels.TIP, unb64(tip, 32) + unb64(entry, 32)))
