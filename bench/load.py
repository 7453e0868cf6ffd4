"""Load over HTTP: connections that each wait for their answer before they ask again.

Invariant: requests are bytes that were made before the clock started, answers are only counted, so that the program
that measures costs little beside the server that is measured. An answer that is not a success ends the run.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

_LENGTH = b"content-length: "
_LONGEST = 60.0


class Unsuccessful(Exception):
    """The server answered with something else than success; the text begins with its status line."""

    code = "unsuccessful"


@dataclass
class Load:
    """What came of it: how long each answer took, and all of it together, in seconds."""

    seconds: float = 0.0
    answers: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds


def request(
    method: str, path: str, port: int, cookie: str = "", body: bytes = b"", headers: Mapping[str, str] | None = None
) -> bytes:
    """The bytes of one request to a server on loopback."""
    origin = f"http://127.0.0.1:{port}"
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Origin: {origin}"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"] if body else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def drive(port: int, queues: Iterable[Iterable[bytes]], seconds: float, refused: tuple[int, ...] = ()) -> Load:
    """One connection a queue, each sending its requests until the time is up or they run out.

    refused: statuses that are answers as good as success.
    """
    run = _drive(port, [iter(queue) for queue in queues], seconds, refused)
    with ThreadPoolExecutor(1) as apart:  # whoever asks may be inside a loop of its own
        return apart.submit(asyncio.run, run).result()


async def _drive(port: int, queues: list[Iterator[bytes]], seconds: float, refused: tuple[int, ...]) -> Load:
    load, loop = Load(), asyncio.get_running_loop()
    made = [await loop.create_connection(lambda: _Connection(load, refused), "127.0.0.1", port) for _ in queues]
    start = time.perf_counter()
    for (_, connection), queue in zip(made, queues, strict=True):
        connection.begin(queue, start + seconds)
    try:
        await asyncio.wait_for(asyncio.gather(*(connection.done for _, connection in made)), _LONGEST)
    finally:
        load.seconds = time.perf_counter() - start
        for transport, _ in made:
            transport.close()
    return load


class _Connection(asyncio.Protocol):
    """One kept-alive connection."""

    def __init__(self, load: Load, refused: tuple[int, ...]) -> None:
        self.load = load
        self._good = (b"2", *(str(status).encode() for status in refused))
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue: Iterator[bytes] = iter(())
        self._until = self._sent = 0.0
        self._got = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(error or Unsuccessful("the server closed the connection"))

    def begin(self, queue: Iterator[bytes], until: float) -> None:
        """Send the first request; `until`: when to stop."""
        self._queue, self._until = queue, until
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._got += data
        head, found, body = self._got.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        self._got = b""
        self.load.answers.append(time.perf_counter() - self._sent)
        if head.removeprefix(b"HTTP/1.1 ").startswith(self._good):
            self._ask()
        elif not self.done.done():
            self.done.set_exception(Unsuccessful((head[:60] + b" " + body[:200]).decode(errors="replace")))

    def _ask(self) -> None:
        wanted = next(self._queue, None) if time.perf_counter() < self._until else None
        if wanted is None:
            if not self.done.done():
                self.done.set_result(None)
            return
        self._sent = time.perf_counter()
        self._transport.write(wanted)  # type: ignore[attr-defined]


def _length(head: bytes) -> int:
    """How many bytes follow a head; one that says nothing has none (304)."""
    _, found, rest = head.lower().partition(_LENGTH)
    return int(rest.split(b"\r", 1)[0]) if found else 0
