"""What can go wrong with the store: one hierarchy, each class with a stable code and one sentence that says
what to do. Invariant: no sentence holds a key, a value or a row; paths and page numbers are all it names."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class StoreError(Exception):
    """Base of all errors of this package. `code` never changes; the sentence may."""

    code: ClassVar[str] = "store"
    sentence: ClassVar[str] = "The store failed."

    def __init__(self, **names: object) -> None:
        super().__init__(self.sentence.format(**names))


class KeyMissing(StoreError):
    code = "key-missing"
    sentence = "There is no key file at {path}: put the school's key file there, or run `kring init` for a new school."


class KeyExists(StoreError):
    code = "key-exists"
    sentence = "{path} exists already and a key is never overwritten: choose another path, or move that file away."


class KeyTooOpen(StoreError):
    code = "key-too-open"
    sentence = "Others may read the key file {path} (mode {mode:04o}): run `chmod 600 {path}`."


class KeyNotOurs(StoreError):
    code = "key-not-ours"
    sentence = "The key file {path} is not owned by the user that runs this (id {us}): run `chown {us} {path}`."


class KeyInsideData(StoreError):
    code = "key-inside-data"
    sentence = (
        "The key file {path} lies inside the data folder {data}, where each copy would take it along: move it out."
    )


class KeyMalformed(StoreError):
    code = "key-malformed"
    sentence = "{path} is not a key file (64 hexadecimal digits on one line): put back the one made for this school."


class WrongKey(StoreError):
    code = "wrong-key"
    sentence = "The key does not open {path}: give the key file that this database was made with, or restore a backup."


class PlainDatabase(StoreError):
    code = "plain-database"
    sentence = "{path} is not encrypted, so this program did not write it: move it away, or restore a backup."


class NotADatabase(StoreError):
    code = "not-a-database"
    sentence = "{path} is no database, or only a piece of one: move it away and restore a backup."


class NewerSchema(StoreError):
    code = "newer-schema"
    sentence = "The database has schema {found}, this program knows up to {known}: install the newer release again."


class SchemaChanged(StoreError):
    code = "schema-changed"
    sentence = "The upgrade {name} differs from what was applied to this database: install an unaltered release."


class SchemaMisnumbered(StoreError):
    code = "schema-misnumbered"
    sentence = (
        "The upgrades in {folder} are not numbered 0001, 0002 and so on without a gap: install the release again."
    )


class UpgradeFailed(StoreError):
    code = "upgrade-failed"
    sentence = "The upgrade {name} failed and was undone ({reason}): go on with the release before, and report this."


class DataNotWritable(StoreError):
    code = "data-not-writable"
    sentence = "The data folder {data} cannot be written: give it to the user that runs this program (id {us})."


class StoreFull(StoreError):
    code = "store-full"
    sentence = "The disk of the database is full, nothing was written: make room, then try again."


class StoreUnavailable(StoreError):
    code = "store-unavailable"
    sentence = "The database cannot be reached now ({reason}): look after its disk, then try again."


class StoreCorrupt(StoreError):
    code = "store-corrupt"
    sentence = "The database is damaged: run `kring doctor`, which names the place, and restore a backup."


class StoreConflict(StoreError):
    """A constraint of the schema said no (unique, foreign key, check)."""

    code = "conflict"
    sentence = "The write contradicts what is stored."


class StoreClosed(StoreError):
    code = "store-closed"
    sentence = "The store was closed: start the program again."


class BackupExists(StoreError):
    code = "backup-exists"
    sentence = "{path} exists already and a backup is never overwritten: choose another path."


# SQLite's primary result codes that say something about disk and file: https://www.sqlite.org/rescode.html
_UNAVAILABLE = {3: "not permitted", 5: "busy", 6: "locked", 8: "read-only", 10: "input or output failed",
                14: "cannot be opened"}  # fmt: skip
_FULL, _CONSTRAINT, _CORRUPT = 13, 19, (11, 26)


@contextmanager
def translating() -> Iterator[None]:
    """Raise the store's word for what SQLite or the system raises inside."""
    try:
        yield
    except Exception as error:
        word = translate(error)
        if word is error:
            raise
        raise word from error


def translate(error: BaseException) -> BaseException:
    """Return the store's word for what SQLite or the system raised; anything else comes back as it is."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull()
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else 0
    if primary == _FULL:
        return StoreFull()
    if primary == _CONSTRAINT:
        return StoreConflict()
    if primary in _CORRUPT:
        return StoreCorrupt()
    return StoreUnavailable(reason=_UNAVAILABLE[primary]) if primary in _UNAVAILABLE else error
