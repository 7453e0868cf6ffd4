"""The default storage: a file each in the data folder, in folders of two letters.

Invariants: bytes are on disk before anybody hears of them; a file gets its whole name by one rename when it is
complete, so what has that name is whole; nothing is ever written to it again.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from io import FileIO
from pathlib import Path

from server.config import Config
from server.storage import FOLDER, PIECE, Missing, path_of
from server.store.errors import StoreFull, StoreUnavailable, translate
from server.store.key import sync_folder
from server.store.offload import Lane

PART = ".part"


class Files:
    """A `Storage` in the folder `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lane = Lane()

    def append(self, name: str, at: int, pieces: Iterable[bytes]) -> int:
        """See `Storage.append`."""
        path = self._part(name)
        with plainly(), _opened(path, at) as descriptor:
            for piece in pieces:
                at += _write_all(descriptor, piece, at)
            self._lane.run_beside(partial(os.fsync, descriptor))
        return at

    def finish(self, name: str, size: int) -> None:
        """See `Storage.finish`."""
        whole = self._whole(name)
        if not whole.exists():
            part = self.part(name, size)
            with plainly():
                part.rename(whole)
                self._lane.run_beside(partial(sync_folder, whole.parent))

    def open(self, name: str, start: int, end: int) -> Iterator[bytes]:
        """See `Storage.open`."""
        try:
            file = self._whole(name).open("rb", buffering=0)
        except FileNotFoundError:
            raise Missing from None
        return _read(file, start, end)

    def remove(self, name: str) -> None:
        """See `Storage.remove`."""
        with plainly():
            self._part(name).unlink(missing_ok=True)
            self._whole(name).unlink(missing_ok=True)

    def list(self) -> Iterator[str]:
        """See `Storage.list`."""
        return (path.name for path in self.root.glob("??/*") if not path.name.endswith(PART))

    def part(self, name: str, size: int) -> Path:
        """The file with all that was appended, `size` bytes; raises Missing if there is less."""
        part = self._part(name)
        if not part.is_file() or part.stat().st_size < size:
            raise Missing
        with plainly():
            os.truncate(part, size)
        return part

    def _whole(self, name: str) -> Path:
        return self.root / path_of(name)

    def _part(self, name: str) -> Path:
        return self.root / (path_of(name) + PART)


def storage(config: Config) -> Files:
    """The files of the school in `config`."""
    return Files(config.server.data / FOLDER)


@contextmanager
def plainly() -> Iterator[None]:
    """Raise the store's word for what the system says inside."""
    try:
        yield
    except OSError as error:
        raise translate(error) if isinstance(translate(error), StoreFull) else _unavailable(error) from error


def _unavailable(error: OSError) -> StoreUnavailable:
    return StoreUnavailable(reason=errno.errorcode.get(error.errno or 0, "input or output failed"))


@contextmanager
def _opened(path: Path, at: int) -> Iterator[int]:
    """The descriptor of a part that has at least `at` bytes; a new one's name is on disk as well."""
    if not at:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    elif not path.is_file() or path.stat().st_size < at:
        raise Missing
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC | (0 if at else os.O_CREAT), 0o600)
    try:
        yield descriptor
        if not at:
            sync_folder(path.parent)
            sync_folder(path.parent.parent)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, piece: bytes, at: int) -> int:
    """Write all of a piece at an offset; returns its length."""
    left = memoryview(piece)
    while left:
        written = os.pwrite(descriptor, left, at)
        left, at = left[written:], at + written
    return len(piece)


def _read(file: FileIO, start: int, end: int) -> Iterator[bytes]:
    """A file's bytes in pieces; it is closed when they were read, or when nobody wants them any more."""
    with file:
        file.seek(start)
        while start < end and (piece := file.read(min(PIECE, end - start))):
            start += len(piece)
            yield piece
