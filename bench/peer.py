"""The bare server that ours is held against: Flask and flask-sock under the very worker and settings of Kring.

Run as `python -m gevent.monkey --module bench.peer PORT BYTES`. It answers a constant of so many bytes, sends what is
posted to all who listen, and serves a page that loads libsodium and nothing else.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from flask_sock import Sock

from server.config import Config, School, Server
from server.serve import Application

LIB = Path(__file__).resolve().parent.parent / "webclient" / "lib"
PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport"
 content="width=device-width"><script type="module" src="/sodium-page.js"></script></head><body></body></html>"""
SCRIPT = """import sodium from "/lib/sodium.js";
await sodium.ready;
const shown = document.createElement("h1");
shown.textContent = sodium.to_hex(sodium.randombytes_buf(8));
document.body.append(shown);"""
FILES = {"/lib/sodium.js": "sodium.js", "/lib/sodium-core.js": "sodium-core.js"}


class Bare(Application):
    """The same gunicorn and gevent, another application."""

    def __init__(self, port: int, app: Any) -> None:
        self.app_to_run = app
        school = School(name="Bare", origin=f"http://127.0.0.1:{port}")
        super().__init__(Config(school=school, server=Server(port=port)))

    def load_config(self) -> None:
        """The same settings; but what is slow on a busy machine is measured, not ended."""
        super().load_config()
        self.cfg.set("timeout", 600)

    def load(self) -> Any:
        """The bare application, without a store."""
        return self.app_to_run


def make(size: int) -> Flask:
    """The application; its constant has `size` bytes."""
    app = Flask("bare", static_folder=None)
    constant = b"x" * size
    app.add_url_rule("/constant", "constant", lambda: Response(constant, content_type="application/json"))
    _broadcast(app)
    _push(app)
    _files(app)
    return app


def _broadcast(app: Flask) -> None:
    sock, listeners = Sock(app), []

    @sock.route("/listen")  # type: ignore[untyped-decorator]
    def listen(websocket: Any) -> None:
        listeners.append(websocket)
        try:
            while True:
                websocket.receive()
        finally:
            listeners.remove(websocket)

    @app.post("/broadcast")
    def broadcast() -> str:
        text = request.get_data(as_text=True)
        for websocket in listeners:
            websocket.send(text)
        return str(len(listeners))


def _push(app: Flask) -> None:
    """A push service that takes everything; `/pushed` says how much."""
    got: list[int] = []

    @app.post("/push/<device>")
    def push(device: str) -> Response:
        got.append(len(request.get_data()))
        return Response(status=201)

    app.add_url_rule("/pushed", "pushed", lambda: str(len(got)))


def _files(app: Flask) -> None:
    texts = {path: (LIB / name).read_bytes() for path, name in FILES.items()} | {"/sodium-page.js": SCRIPT.encode()}
    for path, plain in texts.items():
        _serve(app, path, plain, "text/javascript; charset=utf-8")
    _serve(app, "/", PAGE.encode(), "text/html; charset=utf-8")


def _serve(app: Flask, path: str, plain: bytes, kind: str) -> None:
    packed = gzip.compress(plain, 9, mtime=0)

    def answer() -> Response:
        headers = {"Content-Encoding": "gzip", "Cache-Control": "no-cache"}
        response = Response(packed, content_type=kind, headers=headers)
        response.set_etag(str(len(plain)))
        return response.make_conditional(request)  # type: ignore[return-value]

    app.add_url_rule(path, path, answer)


if __name__ == "__main__":
    Bare(int(sys.argv[1]), make(int(sys.argv[2]))).run()
