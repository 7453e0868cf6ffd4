"""A school on a real port, for what a test client can't do: WebSockets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import msgspec
import websocket
from werkzeug.serving import BaseWSGIServer, make_server

from sync.client.session import Session
from sync.messages import Frame
from tests.server.school import ORIGIN, TestSchool, browser_of

SECONDS = 10


class Listener:
    """One open live connection of somebody."""

    def __init__(self, port: int, cookie: str, origin: str = ORIGIN) -> None:
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}/api/live", timeout=SECONDS, origin=origin, cookie=cookie
        )

    def next(self) -> Frame | int:
        """The next frame, or the code with which the connection was closed."""
        opcode, data = self.socket.recv_data()
        if opcode == websocket.ABNF.OPCODE_CLOSE:
            return int.from_bytes(data[:2], "big")
        return msgspec.json.decode(data, type=Frame)


class Port:
    """A served school."""

    def __init__(self, school: TestSchool, server: BaseWSGIServer) -> None:
        self.school, self.number = school, server.server_port
        self.listeners: list[Listener] = []

    def listen(self, session: Session) -> Listener:
        """A live connection with somebody's cookie, once the server has it in its hub."""
        before = self.school.site.hub.count()
        listener = Listener(self.number, cookie_of(session))
        self.listeners.append(listener)
        wait_for(lambda: self.school.site.hub.count() > before)
        return listener


def cookie_of(session: Session) -> str:
    """The session cookie of somebody, as a header's value."""
    cookie = browser_of(session).client.get_cookie("kring")
    return f"kring={cookie.value}" if cookie else ""


@contextmanager
def served(school: TestSchool) -> Iterator[Port]:
    """The school on a free port, until the block ends."""
    server = make_server("127.0.0.1", 0, school.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    port = Port(school, server)
    yield port
    for listener in port.listeners:
        listener.socket.shutdown()
    with suppress(OSError):
        server.shutdown()
        server.server_close()


def wait_for(holds: object) -> None:
    """Wait until something holds; fails after a while."""
    assert callable(holds)
    done = threading.Event()
    for _ in range(1000):
        if holds():
            return
        done.wait(0.01)
    raise AssertionError("it never came to hold")
