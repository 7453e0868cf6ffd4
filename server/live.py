"""The live connection: a WebSocket on which a signed-in person hears what was just committed.

flask-sock and simple-websocket are used here and nowhere else. Frames are written to the socket by one greenlet
only, as bytes that are already framed and shared by all listeners; what the client says is dropped.
"""

from __future__ import annotations

import queue
import socket
from contextlib import suppress
from typing import Any

from flask import Flask
from flask_sock import Sock
from simple_websocket import ConnectionClosed

from server.auth import who
from server.frames import NOT_ALLOWED, PING
from server.hub import Line
from server.site import site
from server.wire import PERSON, Operation
from sync.messages import Frame

PING_SECONDS = 25.0
_OPTIONS = {"max_message_size": 1024, "receive_bytes": 1024}
LIVE = Operation("GET", "/api/live", PERSON, gives=Frame, socket=True)


def register(app: Flask) -> None:
    """Add the live route to `app`."""
    app.config["SOCK_SERVER_OPTIONS"] = _OPTIONS
    sock = Sock()
    _live.operation = LIVE  # type: ignore[attr-defined]
    sock.route(LIVE.path)(_live)
    sock.init_app(app)


def _live(websocket: Any) -> None:
    """What was just committed, as frames; `{"sync": 1}` means: ask."""
    me = who()
    line = site().hub.open(me.person, me.device)
    line.cut = lambda: _tear(websocket.sock)
    websocket.event = line  # simple-websocket sets it when the other side is gone
    try:
        _pump(websocket, line)
    finally:
        site().hub.close(line)


def _pump(websocket: Any, line: Line) -> None:
    """Send until either side has had enough."""
    with suppress(ConnectionClosed, OSError):
        while websocket.connected and not line.code:
            try:
                frame = line.next(PING_SECONDS)
            except queue.Empty:
                frame = _ping(websocket, line)
            if frame is not None:
                websocket.sock.sendall(frame)
            websocket.input_buffer.clear()
        websocket.close(line.code)


def _ping(websocket: Any, line: Line) -> bytes | None:
    """A ping, or the end if the last one was never answered."""
    if not websocket.pong_received:
        line.end(NOT_ALLOWED)
        return None
    websocket.pong_received = False
    return PING


def _tear(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
