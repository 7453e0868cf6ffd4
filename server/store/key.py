"""The key of the database: 32 random bytes in a file that lies apart from what it opens.

Invariant: the key is never printed, logged, given as a process argument or kept beside the data; whoever
steals disk or backup has nothing without this file. Its file holds 64 hexadecimal digits and a line end.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from server.store.errors import KeyExists, KeyInsideData, KeyMalformed, KeyMissing, KeyNotOurs, KeyTooOpen

CREDENTIAL = "kring.key"
SIZE = 32
_FORM = re.compile(r"[0-9a-f]{64}\n?")


@dataclass(frozen=True, slots=True)
class DatabaseKey:
    """32 bytes that open the database. Neither `repr` nor `str` shows them."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != SIZE:
            raise ValueError("a database key has 32 bytes")

    def literal(self) -> str:
        """Return the key as SQLCipher's raw form: no password hashing, so that opening costs 2 ms."""
        return f"x'{self.secret.hex()}'"


def make_key(path: Path) -> None:
    """Write a fresh key to `path`, mode 0600, whole or not at all. Raises KeyExists."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with open(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(SIZE) + "\n")
            file.flush()
            os.fsync(descriptor)
        os.link(draft, path)  # unlike rename, refuses a name that is taken
    except FileExistsError:
        raise KeyExists(path=path) from None
    finally:
        draft.unlink()
    sync_folder(path.parent)


def find_key(path: Path, data: Path, environment: Mapping[str, str] = os.environ) -> DatabaseKey:
    """Return the key for the data folder `data`: systemd's credential `kring.key` if there
    is one, else the file `path`.

    Raises KeyMissing, KeyInsideData, KeyNotOurs, KeyTooOpen or KeyMalformed.
    """
    folder = environment.get("CREDENTIALS_DIRECTORY")
    if folder and (credential := Path(folder, CREDENTIAL)).is_file():
        return _read(credential, data, guarded=True)
    return _read(path, data, guarded=False)


def sync_folder(folder: Path) -> None:
    """Make names that were just made in `folder` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path, data: Path, *, guarded: bool) -> DatabaseKey:
    """Read a key file; `guarded`: systemd keeps others out by an access list, which modes don't show."""
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            # Judged by the open file, not by its name: nothing can be swapped in between.
            if not guarded:
                _refuse_open(path, os.fstat(file.fileno()))
            text = file.read(SIZE * 2 + 2)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise KeyMissing(path=path) from None
    except PermissionError:
        raise KeyNotOurs(path=path, us=os.geteuid()) from None
    if path.resolve().is_relative_to(data.resolve()):
        raise KeyInsideData(path=path, data=data)
    if not _FORM.fullmatch(text):
        raise KeyMalformed(path=path)
    return DatabaseKey(bytes.fromhex(text))


def _refuse_open(path: Path, found: os.stat_result) -> None:
    """Refuse a file that others own or may touch; 0400 is fine as well as 0600."""
    if found.st_uid != os.geteuid():
        raise KeyNotOurs(path=path, us=os.geteuid())
    if (mode := stat.S_IMODE(found.st_mode)) & 0o077:
        raise KeyTooOpen(path=path, mode=mode)
