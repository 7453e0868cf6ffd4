"""What the server knows of itself: a secret of its own, and in which life it is.

Invariant: the incarnation lies beside the database, not in it, so a backup that is put back in another folder, or
without this file, begins a new life: clients see that the server was rolled back.
"""

from __future__ import annotations

from pathlib import Path

from crypto.encoding import b64, unb64
from crypto.random import fresh
from server.store import Connection, Engine, meta

FILE = "incarnation"
_SECRET = "secret"  # noqa: S105  (the name of the entry)


def secret_of(store: Engine) -> bytes:
    """The server's own 32 bytes, made at the first start: for cursors, challenges and false locks."""
    kept = store.read(lambda connection: meta.get(connection, _SECRET))
    return unb64(kept, 32) if kept else store.write(_make_secret)


def incarnation_of(folder: Path) -> str:
    """The life this data folder is in; a new one if there is no note of it."""
    path = folder / FILE
    if not path.is_file():
        begin_incarnation(folder)
    return path.read_text("ascii").strip()


def begin_incarnation(folder: Path) -> None:
    """Begin a new life: after a backup was put back."""
    path = folder / FILE
    path.touch(mode=0o600)
    path.write_text(b64(fresh(16)) + "\n", "ascii")


def _make_secret(connection: Connection) -> bytes:
    secret = fresh(32)
    meta.put(connection, _SECRET, b64(secret))
    return secret
