"""What `kring doctor` looks at: everything a host can get wrong, each with a sentence that says what to do."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from server.config import Config, ConfigError
from server.pages import FOLDER
from server.storage import open_storage, path_of
from server.store import blobs, health
from server.store.errors import StoreError
from server.store.key import find_key
from server.store.sqlcipher import open_store

SHOWN, ALL = 10, 1 << 40
ROOM = 1 << 30
"""Free bytes below which the doctor warns."""
DAY, OLD = 24 * 3_600_000, 8
"""A day in ms; the age of a backup in days from which on the doctor warns."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `advice` is empty when all is well."""

    what: str
    advice: str = ""


def examine(config: Config) -> Iterator[Finding]:
    """Look at key, database, disk and client, in the order in which they depend on each other."""
    yield _try("database key", lambda: str(find_key(config.server.key_file, config.server.data) and ""))
    yield _try("database", lambda: "; ".join(_damage(config)))
    yield _try("sealed files", lambda: _files(config))
    yield _try("backup", lambda: _backup(config))
    yield Finding("disk", _disk(config.server.data))
    yield Finding("client files", _client(FOLDER))
    yield Finding("address", _address(config))


def free_on(data: Path) -> int:
    """How many bytes are free where the data lies."""
    return shutil.disk_usage(data if data.exists() else data.parent).free


def _try(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except (StoreError, ConfigError) as error:
        return Finding(what, str(error))


def _damage(config: Config) -> list[str]:
    store = open_store(config.server.data, find_key(config.server.key_file, config.server.data))
    try:
        return store.check()
    finally:
        store.close()


def _files(config: Config) -> str:
    """Whether every file that the database knows is there, and none besides."""
    store = open_store(config.server.data, find_key(config.server.key_file, config.server.data))
    try:
        known, dead = store.read(lambda connection: (blobs.known(connection), {*blobs.litter(connection, ALL)}))
        there = {*open_storage(config).list()}
    finally:
        store.close()
    lost = sorted(name for name, whole in known.items() if whole and name not in there)
    strange = sorted(there - known.keys() - dead)
    said = [f"{len(lost)} files are missing: {_some(lost)}. Put them back from a backup."] if lost else []
    said += [f"{len(strange)} files belong to nothing: {_some(strange)}. Delete them to make room."] if strange else []
    return " ".join(said)


def _backup(config: Config) -> str:
    """Whether the last backup is old; who never made one, or makes them otherwise, is told by the guide."""
    store = open_store(config.server.data, find_key(config.server.key_file, config.server.data))
    try:
        made = store.read(health.backed_up)
    finally:
        store.close()
    days = (time.time_ns() // 1_000_000 - made) // DAY
    return f"The last backup is {days} days old: run 'kring backup'." if made and days >= OLD else ""


def _some(names: list[str]) -> str:
    return ", ".join(path_of(name) for name in names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


def _disk(data: Path) -> str:
    free = free_on(data)
    return "" if free >= ROOM else f"Only {free >> 20} MiB are free where the data lies: make room."


def _client(folder: Path) -> str:
    missing = [name for name in ("index.html", "app.js", "lib/sodium.js") if not (folder / name).is_file()]
    return f"The client lacks {', '.join(missing)}: run 'make setup', or install Kring again." if missing else ""


def _address(config: Config) -> str:
    local = not config.school.secure
    return "The origin is http: fine for trying out on this machine, not for a school." if local else ""
