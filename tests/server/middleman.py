"""What stands between two schools: a proxy that records, cuts, delays, doubles, and answers in a school's stead."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Passed:
    """One request that went through, and what was answered."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    status: int = 0
    answer: bytes = b""


@dataclass
class Middleman:
    """Forwards what comes to `port` to the server behind it.

    cut: hang up before it gets there; lost: forward, then hang up instead of answering; twice: forward each request
    twice; delay: seconds before forwarding; instead: answers (status, headers, body) to give in its stead, in turn.
    """

    port: int
    behind: int
    cut: bool = False
    lost: bool = False
    twice: bool = False
    delay: float = 0.0
    instead: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)

    def wire(self) -> bytes:
        """All bytes that went through."""
        return b"\n".join(repr(vars(one)).encode() + one.body + one.answer for one in self.passed)

    def forward(self, one: Passed) -> tuple[int, list[tuple[str, str]], bytes]:
        """Ask the server behind."""
        connection = http.client.HTTPConnection("127.0.0.1", self.behind, timeout=30)
        try:
            connection.request(one.method, one.path, one.body or None, one.headers)
            answer = connection.getresponse()
            body = answer.read()
            return answer.status, answer.getheaders(), body
        finally:
            connection.close()


@contextmanager
def stand_between(port: int, behind: int) -> Iterator[Middleman]:
    """A middleman at `port` in front of the server at port `behind`."""
    found = Middleman(port, behind)
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (_Handler,), {"found": found}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """One request; the class that is made for each middleman knows it."""

    protocol_version = "HTTP/1.1"
    found: Middleman

    def take(self) -> None:
        """Take a request, and do with it what the test wants."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        one = Passed(self.command, self.path, dict(self.headers), body)
        self.close_connection = True
        if self.found.cut:
            return
        time.sleep(self.found.delay)
        if self.found.instead:
            status, headers, answer = self.found.instead.pop(0)
            self._give(status, list(headers.items()), answer)
        else:
            self.found.passed.append(one)
            self._pass_on(one)

    do_GET = do_POST = do_PUT = do_DELETE = take

    def _pass_on(self, one: Passed) -> None:
        try:
            status, headers, answer = self.found.forward(one)
            if self.found.twice:
                self.found.forward(one)
        except OSError:
            return
        one.status, one.answer = status, answer
        if not self.found.lost:
            self._give(status, headers, answer)

    def _give(self, status: int, headers: list[tuple[str, str]], answer: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("connection", "content-length", "transfer-encoding"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
