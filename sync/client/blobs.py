"""Files as people use them: sealed here, sent piece by piece, fetched, and opened only if they are what was meant.

What a record says of a file is its *part*: `{blob, key, size, chunks, hash, type, name?}`, sealed in the body. Whoever
has the part and may fetch the bytes has the file; the server has bytes only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crypto.blob import CHUNK, ID, KEY, TAG, blob_hash, open_chunk, seal_chunks
from crypto.encoding import b64, unb64
from crypto.errors import Malformed, Tampered
from crypto.random import fresh
from sync.client.session import Session
from sync.client.transport import Problem, call
from sync.messages import BlobAt, BlobBegin

Part = dict[str, Any]
PIECE = 1024 * 1024
"""Bytes in one request: what the server takes at most."""
TRIES = 6


@dataclass(frozen=True)
class Sealed:
    """A sealed file, before or while it is sent; `part` is what a record says of it."""

    part: Part
    chunks: list[bytes]

    @property
    def data(self) -> bytes:
        """All of it, as it is sent."""
        return b"".join(self.chunks)


def seal(data: bytes, kind: str, name: str = "") -> Sealed:
    """Seal a file of a media type under a key of its own."""
    blob, key = fresh(ID), fresh(KEY)
    chunks = seal_chunks(key, blob, data)
    part = {"blob": b64(blob), "key": b64(key), "size": len(data), "chunks": len(chunks), "hash": blob_hash(chunks),
            "type": kind}  # fmt: skip
    return Sealed(part | ({"name": name} if name else {}), chunks)


def upload(session: Session, circle: str, data: bytes, kind: str, name: str = "") -> Part:
    """Seal a file and send it for records of a circle; returns its part. Raises Problem."""
    sealed = seal(data, kind, name)
    send(session, circle, sealed)
    return sealed.part


def send(session: Session, circle: str, sealed: Sealed) -> None:
    """Send what is not there yet; after an interruption simply again. Raises Problem: `quota-full`, …"""
    data, path = sealed.data, f"/api/blobs/{sealed.part['blob']}/content"
    begin = BlobBegin(id=sealed.part["blob"], circle=circle, size=len(data))
    state, tries = call(session.transport, "POST", "/api/blobs", BlobAt, begin), TRIES
    while not state.complete:
        try:
            piece = data[state.at : state.at + PIECE]
            state = call(session.transport, "PUT", f"{path}?at={state.at}", BlobAt, piece)
        except Problem as problem:
            tries -= 1
            if problem.code != "wrong-offset" or not tries:
                raise
            state = BlobAt(at=int(problem.facts["at"]), size=len(data), complete=False)


def cancel(session: Session, part: Part) -> None:
    """Let go of a file that no record lists. Raises Problem."""
    call(session.transport, "DELETE", f"/api/blobs/{part['blob']}", type(None))


def download(session: Session, part: Part) -> bytes:
    """The file that a record named. Raises Problem, and Tampered, WrongKey or Malformed if it is anything else."""
    sealed = call(session.transport, "GET", f"/api/blobs/{part['blob']}/content", bytes)
    return unseal(part, sealed)


def unseal(part: Part, sealed: bytes) -> bytes:
    """Open the bytes of a file. Raises Tampered, WrongKey or Malformed if they are not what the part says."""
    chunks = list(_chunks(sealed))
    if len(chunks) != part["chunks"] or len(sealed) != part["size"] + TAG * len(chunks):
        raise Malformed("size of a file")
    if blob_hash(chunks) != part["hash"]:
        raise Tampered("file")
    key, blob, last = unb64(part["key"], KEY), unb64(part["blob"], ID), len(chunks) - 1
    return b"".join(open_chunk(key, blob, index, index == last, one) for index, one in enumerate(chunks))


def listed(files: Iterable[Part]) -> dict[str, list[Part]]:
    """What a body says of its files: nothing where there are none."""
    parts = list(files)
    return {"files": parts} if parts else {}


def ids(files: Iterable[Part]) -> list[str]:
    """The ids of all blobs of some files, thumbnails too: what a record's head lists."""
    return [one["blob"] for part in files for one in (part, part.get("thumb")) if one]


def _chunks(sealed: bytes) -> Iterator[bytes]:
    return (sealed[at : at + CHUNK + TAG] for at in range(0, len(sealed), CHUNK + TAG))
