"""Records and letters: a signed head, and a body sealed with that head as associated data.

The author signs head and sealed body, so nothing can be moved to another circle, kind, author or time; a
letter's head also holds the hash of its key and of its boxes, so no recipient can be stripped, swapped or
shown another text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crypto import heads, labels
from crypto.aead import open_aead, seal_aead
from crypto.digest import H
from crypto.encoding import b64, canonical, lp, sized, unb64
from crypto.errors import Malformed, Tampered, WrongKey
from crypto.identity import SEALED, SIGNATURE, BoxKey, SigningKey, seal, verify
from crypto.pad import pad, unpad
from crypto.random import fresh

Record = dict[str, Any]
"""`{"head", "body", "signature", "boxes"}`."""
Recipient = tuple[str, int, str]
"""(ref, epoch, box key as base64url)."""
KEY = 32
DIGEST = 32
BLIND = 0
"""The epoch of a box of which only the hash is shown."""


def seal_record(
    signer: SigningKey, content: bytes, head: dict[str, Any], data: bytes, nonce: bytes | None = None
) -> Record:
    """A record of a head (without "v" and "letter") and its data, under a circle's content key.

    `nonce` only for tests. Raises Malformed for a head that is not a record's, or a key of another length.
    """
    return _seal(signer, content, head | {"letter": {}}, data, [], nonce)


def seal_letter(
    signer: SigningKey, head: dict[str, Any], data: bytes, recipients: list[Recipient], until: int = 0
) -> Record:
    """A record under a fresh key, sealed to the recipients (circles, the author's seat among them).

    until: ms UTC from when on the server keeps it no more, 0 = for good.
    Raises Malformed for a bad head or box key, nobody, or somebody twice.
    """
    key = fresh(KEY)
    boxes = [[ref, epoch, b64(seal(unb64(box), key))] for ref, epoch, box in sorted(recipients)]
    return seal_in_boxes(signer, key, head, data, boxes, until=until)


def seal_in_boxes(
    signer: SigningKey,
    key: bytes,
    head: dict[str, Any],
    data: bytes,
    boxes: list[Any],
    nonce: bytes | None = None,
    until: int = 0,
) -> Record:
    """A letter whose content key is already sealed in `boxes`; raises Malformed. `nonce` only for tests."""
    if not boxes:
        raise Malformed("letter to nobody")
    letter = {"key": _key_hash(key), "to": boxes_hash(boxes), "until": until}
    return _seal(signer, key, head | {"letter": letter}, data, boxes, nonce)


def gone(signer: SigningKey, head: dict[str, Any]) -> Record:
    """The signed head (kind `gone`, without "v" and "letter") that deletes a record; raises Malformed."""
    if head["kind"] != heads.GONE:
        raise Malformed("only a deletion has no body")
    return _sign(signer, canonical(head | {"letter": {}, "v": heads.VERSION}), b"", [])


def check_record(public: bytes, record: Record) -> heads.Head:
    """The head of a record whose signature and boxes hold; raises Tampered, Malformed.

    The boxes of a letter are exactly the signed ones, in order of their refs, and a deletion has no body.
    """
    verify(public, labels.RECORD, _message(record), unb64(record["signature"], SIGNATURE))
    head = heads.read_head(record["head"], heads.RECORD)
    signed = head["letter"].get("to")
    if signed != (boxes_hash(record["boxes"]) if record["boxes"] else None):
        raise Tampered("boxes")
    is_gone = head["kind"] == heads.GONE
    if (record["body"] == "") != is_gone or (is_gone and head["letter"]):
        raise Malformed("body")
    return head


def open_record(content: bytes, record: Record) -> bytes:
    """The data of a record (not a letter) under its circle's content key; raises WrongKey, Malformed."""
    return unpad(open_aead(content, unb64(record["body"]), _aad(record["head"])))


def open_letter(box: BoxKey, ref: str, record: Record) -> bytes:
    """The data of a letter, with the box key of the recipient `ref`; raises WrongKey, Tampered, Malformed."""
    return open_copy(letter_key(box, ref, record), record)


def letter_key(box: BoxKey, ref: str, record: Record) -> bytes:
    """The key of a letter, as the recipient `ref` has it; raises WrongKey, Malformed."""
    sealed = next((sealed for to, epoch, sealed in record["boxes"] if to == ref and epoch != BLIND), None)
    if sealed is None:
        raise WrongKey("not a recipient")
    return box.open(unb64(sealed))


def open_copy(key: bytes, record: Record) -> bytes:
    """The data of a letter with its key, from whom ever it comes; raises WrongKey, Tampered, Malformed."""
    if _key_hash(key) != heads.read_head(record["head"], heads.RECORD)["letter"]["key"]:
        raise Tampered("letter key")
    return open_record(key, record)


def record_hash(record: Record) -> str:
    """The hash by which a record stands in its circle's log."""
    return b64(H(labels.RECORD, _message(record)))


def boxes_hash(boxes: list[Any]) -> str:
    """The hash of boxes `[ref, epoch, sealed key]`, blinded or not; raises Malformed, also if out of order."""
    refs = [ref for ref, epoch, _ in boxes if epoch != BLIND]
    if refs != sorted(set(refs)):
        raise Malformed("order of boxes")
    return b64(H(labels.LETTER, lp(*(_box_hash(*box) for box in boxes))))


def blind(boxes: list[Any], keep: Iterable[str]) -> list[Any]:
    """The boxes as one recipient gets them: those for the refs in `keep`, of all others only the hash.

    So nobody learns to whom else a letter went, and the author's signature over all boxes still holds.
    """
    own = set(keep)
    return [[*box] if box[0] in own else [b64(_box_hash(*box)), BLIND, ""] for box in boxes]


def _box_hash(ref: str, epoch: int, sealed: str) -> bytes:
    if epoch == BLIND and sealed == "":
        return unb64(ref, DIGEST)
    if not 1 <= epoch <= heads.MOST:
        raise Malformed("epoch of a box")
    return H(labels.LETTER, lp(ref.encode(), epoch.to_bytes(4, "big"), unb64(sealed, KEY + SEALED)))


def _seal(
    signer: SigningKey, key: bytes, head: dict[str, Any], data: bytes, boxes: list[Any], nonce: bytes | None
) -> Record:
    if head["kind"] == heads.GONE:
        raise Malformed("a deletion has no body")
    text = canonical(head | {"v": heads.VERSION})
    return _sign(signer, text, seal_aead(key, pad(data), _aad(text), nonce), boxes)


def _sign(signer: SigningKey, text: str, body: bytes, boxes: list[Any]) -> Record:
    heads.read_head(text, heads.RECORD)
    record = {"head": text, "body": b64(body), "boxes": boxes}
    return record | {"signature": b64(signer.sign(labels.RECORD, _message(record)))}


def _key_hash(key: bytes) -> str:
    return b64(H(labels.LETTER, sized(key, KEY, "key of a letter")))


def _message(record: Record) -> bytes:
    return lp(record["head"].encode(), H(labels.BODY, unb64(record["body"])))


def _aad(head: str) -> bytes:
    return b"\x01" + head.encode()
