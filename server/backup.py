"""A backup while the school goes on: `kring backup FILE`.

Invariants: the copy is whole or is not there; it is encrypted under the same key, which is not in it; neither is
the incarnation, so a school that is put back from it begins a new life.
"""

from __future__ import annotations

from pathlib import Path

from server.config import load
from server.serve import open_engine


def back_up(config: Path, target: Path) -> None:
    """Copy the database of the school in the file `config` to `target`. Raises ConfigError, StoreError."""
    store = open_engine(load(config))
    try:
        store.backup(target)
    finally:
        store.close()
