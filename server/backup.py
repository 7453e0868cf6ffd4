"""A backup while the school goes on: `python -m server.backup config.toml FILE`.

Invariants: the copy is whole or is not there; it is encrypted under the same key, which is not in it; neither is
the incarnation, so a school that is put back from it begins a new life.
"""

from __future__ import annotations

import sys
from pathlib import Path

from server.config import ConfigError, load
from server.serve import open_engine
from server.store.errors import StoreError


def back_up(config: Path, target: Path) -> None:
    """Copy the database of the school in the file `config` to `target`. Raises ConfigError, StoreError."""
    store = open_engine(load(config))
    try:
        store.backup(target)
    finally:
        store.close()


def main(words: list[str]) -> str | None:
    """What to say at the end: None when all went well."""
    if len(words) != 2:
        return "usage: python -m server.backup config.toml FILE"
    try:
        back_up(Path(words[0]), Path(words[1]))
    except (ConfigError, StoreError) as error:
        return f"kring: {error}"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
