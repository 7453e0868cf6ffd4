"""From a post until the last of a thousand open apps has it, against a bare flask-sock server that sends as many bytes.

One program holds all sockets of both servers and times both in the same way: from the first byte of the request until
the last socket has its whole frame. Ours includes the signature, the rules and the commit on disk; the bare server
only sends. The apps are those of three hundred parents, with three or four devices each.
"""

from __future__ import annotations

import resource
import select
import socket
import time

from bench.load import request
from bench.rows import Row, take_turns
from bench.school import OFFICE, Running, open_copy, seal_news, serve_bare, template

WANTED = 1000
SPARE = 300
"""Files that are open beside the sockets."""
ROUNDS = 21
LONGEST = 20.0
_TEXT = 0x81
_CHUNK = 1 << 16


def measure() -> list[Row]:
    """Milliseconds until the last of them has it."""
    count = _allowed()
    with open_copy("sockets") as server, serve_bare() as bare:
        cookies = [template().cookies[who] for who in template().parents]
        ours = Crowd(server, "/api/live", count, cookies)
        posts = iter(seal_news(server, OFFICE, ROUNDS + 1))
        ours.send(next(posts))
        theirs = Crowd(bare, "/listen", count, cookies)
        body = b"x" * ours.heard
        figures = take_turns({
            "ours": lambda: ours.send(next(posts)),
            "bare": lambda: theirs.send(request("POST", "/broadcast", bare.port, cookies[0], body)),
        }, rounds=ROUNDS)  # fmt: skip
        ours.close()
        theirs.close()
    short = "" if count == WANTED else f" ({WANTED} were wanted, this machine allows no more)"
    name = f"a post until the last of {count:,} sockets has it{short}"
    return [Row(name, figures["ours"], figures["bare"], "ms", "lower", "bare flask-sock, as many bytes")]


class Crowd:
    """Open WebSockets to one server; `heard` is the size of the newest message, in bytes."""

    def __init__(self, server: Running, path: str, count: int, cookies: list[str]) -> None:
        self.heard = 0
        self._server = server
        self._poll = select.epoll()
        self._sockets: dict[int, socket.socket] = {}
        for number in range(count):
            opened = open_socket(server, path, cookies[number % len(cookies)])
            self._sockets[opened.fileno()] = opened
            self._poll.register(opened.fileno(), select.EPOLLIN)

    def send(self, post: bytes) -> float:
        """Post and wait until every socket has a whole text frame; returns milliseconds."""
        with socket.create_connection(("127.0.0.1", self._server.port), LONGEST) as poster:
            start = time.perf_counter()
            poster.sendall(post)
            self._wait(start + LONGEST)
            taken = (time.perf_counter() - start) * 1000
            answer = poster.recv(_CHUNK)
        if not answer.startswith(b"HTTP/1.1 2"):
            raise RuntimeError(answer[:200].decode(errors="replace"))
        return taken

    def close(self) -> None:
        """Hang up."""
        self._poll.close()
        for opened in self._sockets.values():
            opened.close()

    def _wait(self, until: float) -> None:
        waiting = dict.fromkeys(self._sockets, b"")
        while waiting:
            if time.perf_counter() > until:
                raise TimeoutError(f"{len(waiting)} sockets heard nothing")
            for number, _ in self._poll.poll(1.0):
                got = waiting.get(number, b"") + self._sockets[number].recv(_CHUNK)
                if size := size_of_frame(got):
                    self.heard = size
                    waiting.pop(number, None)
                else:
                    waiting[number] = got


def open_socket(server: Running, path: str, cookie: str) -> socket.socket:
    """A WebSocket after its handshake (RFC 6455, section 4)."""
    opened = socket.create_connection(("127.0.0.1", server.port), LONGEST)
    lines = request("GET", path, server.port, cookie)[:-2] + (
        b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: a3JpbmcgaXMgb3BlbiBhbA==\r\n\r\n"
    )
    opened.sendall(lines)
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += opened.recv(1)
    if not answer.startswith(b"HTTP/1.1 101"):
        raise RuntimeError(answer.decode(errors="replace"))
    return opened


def size_of_frame(got: bytes) -> int:
    """The size of the text message if `got` is one whole frame, else 0."""
    if len(got) < 4 or got[0] != _TEXT:
        return 0
    size, start = got[1], 2
    if size == 126:
        size, start = int.from_bytes(got[2:4], "big"), 4
    return size if len(got) >= start + size else 0


def _allowed() -> int:
    """How many sockets to each of two servers this process may hold, after asking for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * WANTED + SPARE
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(WANTED, (soft - SPARE) // 2)
