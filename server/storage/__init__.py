"""Where the bytes of sealed files lie: one interface, as files (`files`) or as objects of an S3 service (`s3`).

Invariants: a name is random and used once; what `append` answered for is on disk; what is finished never changes; a
name is removed only by whoever knows that it is dead. Who may read what is decided elsewhere, before a name is known.
"""

from __future__ import annotations

import importlib
import secrets
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

from server.config import Config, ConfigError

PIECE = 64 * 1024
"""Bytes that are in memory at once for each file that travels."""
FOLDER = "files"
"""Inside the data folder."""


class Missing(Exception):
    """There are no such bytes."""

    code = "missing"


class Storage(Protocol):
    """Keeps bytes under names. Every method raises StoreFull or StoreUnavailable when it can't."""

    def append(self, name: str, at: int, pieces: Iterable[bytes]) -> int:
        """Write pieces from offset `at` on, instead of what is there; returns the offset behind them, once on disk."""

    def finish(self, name: str, size: int) -> None:
        """The first `size` bytes are the whole: from now on it can be opened. Again is as good as once."""

    def open(self, name: str, start: int, end: int) -> Iterator[bytes]:
        """The bytes from `start` to `end` of what is finished, in pieces; raises Missing at once."""

    def remove(self, name: str) -> None:
        """Let go of whatever there is under the name, finished or not."""

    def list(self) -> Iterator[str]:
        """The names of all that is finished."""


def new_name() -> str:
    """A name that says nothing and was never used."""
    return secrets.token_hex(16)


def path_of(name: str) -> str:
    """Where a name lies: in a folder of its first two letters, so that no folder grows large."""
    return f"{name[:2]}/{name}"


def open_storage(config: Config) -> Storage:
    """The storage that the settings name; raises ConfigError."""
    try:
        kind = importlib.import_module(f"server.storage.{config.blobs.storage}")  # objects want a library of their own
    except ModuleNotFoundError as error:
        raise ConfigError(f"blobs.storage: this needs {error.name}; see docs/operate.md") from None
    return cast(Storage, kind.storage(config))
