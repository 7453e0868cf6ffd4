"""Fifty phones that each send a file of 20 MiB and fetch it back: how much memory the server takes, and how fast it is.

Memory is what all of the server's processes have resident, at its most while they run, against what they had before.
The limit of the speed is one program that writes as many bytes to the same disk, synced piece by piece.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import msgspec

from bench.rows import Row
from bench.school import DISK, Running, fresh_copy, open_copy, template
from crypto.encoding import b64
from crypto.random import fresh
from sync.messages import BlobBegin

CLIENTS = 50
MIB = 1024 * 1024
SIZE = 20 * MIB
PIECE = 64 * 1024
_LONGEST = 120.0
_PIECE = os.urandom(MIB)


def measure() -> list[Row]:
    """The server's memory while files travel against none, and MiB a second."""
    with open_copy("files") as server:
        phones = [_phone(server, who) for who in template().parents[:CLIENTS]]
        phones[0].travel(MIB)  # what every first request brings into memory
        with _watching(server) as memory, ThreadPoolExecutor(CLIENTS) as pool:
            start = time.perf_counter()
            list(pool.map(lambda phone: phone.travel(SIZE), phones))
            taken = time.perf_counter() - start
    rate, bare = 2 * CLIENTS * SIZE / MIB / taken, _write(SIZE * CLIENTS // 10)
    name = f"memory while {CLIENTS} phones send and fetch 20 MiB each"
    return [
        Row(name, memory.most / MIB, memory.idle / MIB, "MiB", "lower", "the same server, idle"),
        Row("bytes of files in and out", rate, bare, "MiB/s", "higher", "one program that writes and syncs"),
    ]


@dataclass
class _Memory:
    """Resident bytes of all the server's processes: before, and at its most."""

    idle: int
    most: int = 0


@dataclass
class _Phone:
    """Somebody with one connection; `circle` is their own."""

    server: Running
    cookie: str
    circle: str

    def travel(self, size: int) -> None:
        """Send a file and fetch it back; its bytes are looked at by nobody."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=_LONGEST)
        blob = b64(fresh(16))
        begin = msgspec.json.encode(BlobBegin(id=blob, circle=self.circle, size=size))
        self._ask(connection, "POST", "/api/blobs", begin, "application/json")
        for at in range(0, size, MIB):
            self._ask(connection, "PUT", f"/api/blobs/{blob}/content?at={at}", _PIECE, "application/octet-stream")
        got = self._ask(connection, "GET", f"/api/blobs/{blob}/content")
        connection.close()
        if got != size:
            raise RuntimeError(f"{got} bytes of {size} came back")

    def _ask(self, connection: HTTPConnection, method: str, path: str, body: bytes = b"", kind: str = "") -> int:
        headers = {"Cookie": self.cookie, "Origin": self.server.address}
        connection.request(method, path, body or None, headers | ({"Content-Type": kind} if kind else {}))
        answer = connection.getresponse()
        got = 0
        while piece := answer.read(PIECE):
            got += len(piece)
        if answer.status != 200:
            raise RuntimeError(f"{method}: {answer.status}")
        return got


def _phone(server: Running, who: str) -> _Phone:
    return _Phone(server, template().cookies[who], fresh_copy(server, who).seat().id)


@contextmanager
def _watching(server: Running) -> Iterator[_Memory]:
    memory, over = _Memory(_resident(server.process.pid)), threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            memory.most = max(memory.most, _resident(server.process.pid))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield memory
    finally:
        over.set()
        thread.join()


def _resident(pid: int) -> int:
    """Resident bytes of a process and all below it."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(_resident(int(child)) for child in below)


def _write(size: int) -> float:
    """MiB a second of writing so many bytes to the disk, synced after each MiB."""
    with tempfile.TemporaryFile(dir=DISK) as file:
        start = time.perf_counter()
        for _ in range(size // MIB):
            file.write(_PIECE)
            file.flush()
            os.fsync(file.fileno())
        return size / MIB / (time.perf_counter() - start)
