"""A backup while the school goes on: `kring backup FILE` copies the database to FILE, and the sealed files beside it.

Invariants: the copy of the database is whole or is not there; it is encrypted under the same key, which is not in it;
neither is the incarnation, so a school that is put back from it begins a new life. The database comes first, then
every file that it knows: they never change, and the clean-up waits until all are copied. A file that a former backup
brought there is not copied again.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from server.blobs import KEPT
from server.config import load
from server.serve import open_engine
from server.storage import FOLDER, Missing, Storage, open_storage, path_of
from server.store import Engine, blobs, meta
from server.store.errors import translating
from server.store.health import MADE
from server.store.key import sync_folder
from sync.client.session import now

PATIENCE_MS = 10 * 60 * 1000
"""How long the clean-up waits for the next sign of life of a backup."""


def back_up(config: Path, target: Path) -> list[str]:
    """Copy the school in the file `config`: its database to `target`, its files to the folder `files` beside that.

    Returns the names of files that could not be found. Raises ConfigError, StoreError.
    """
    settings = load(config)
    store = open_engine(settings)
    try:
        _keep_files(store, PATIENCE_MS)
        store.backup(target)
        lost = _copy_all(store, open_storage(settings), store.read(blobs.to_copy), target.parent / FOLDER)
        store.write(partial(meta.put, key=MADE, value=str(now())))
        return lost
    finally:
        _keep_files(store, 0)
        store.close()


def _keep_files(store: Engine, ms: int) -> None:
    """Ask the clean-up of the running server to remove nothing for so long."""
    store.write(partial(meta.put, key=KEPT, value=str(now() + ms if ms else 0)))


def _copy_all(store: Engine, storage: Storage, known: Iterable[tuple[str, int, bool]], folder: Path) -> list[str]:
    lost, told = list[str](), now()
    for name, size, dead in known:
        if now() - told > PATIENCE_MS // 10:
            _keep_files(store, PATIENCE_MS)
            told = now()
        try:
            _copy(storage, name, size, folder / path_of(name))
        except Missing:
            lost += [] if dead else [name]
    return lost


def _copy(storage: Storage, name: str, size: int, path: Path) -> None:
    """One file, under another name first, so that what has its name is whole."""
    if path.exists() and path.stat().st_size == size:
        return
    pieces = storage.open(name, 0, size)
    draft = path.with_name(f".{name}.{secrets.token_hex(4)}")
    with translating():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(descriptor)
        draft.rename(path)
        sync_folder(path.parent)
