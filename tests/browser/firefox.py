"""Debian's Firefox, driven by WebDriver BiDi (W3C), and a push service that speaks to it as Mozilla's does."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket
from flask import Flask, Response, request
from flask_sock import Sock
from werkzeug.serving import make_server

from crypto.encoding import b64

FIREFOX = "firefox-esr"
SECONDS = 60


class Firefox:
    """One headless Firefox with a profile of its own and one tab."""

    def __init__(self, profile: Path, settings: Mapping[str, Any]) -> None:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
        (profile / "user.js").write_text("\n".join(lines))
        command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self._numbers = itertools.count(1)
        self._socket = websocket.create_connection(f"{self._address()}/session", timeout=SECONDS, suppress_origin=True)
        self._call("session.new", capabilities={})
        self._tab = self._call("browsingContext.getTree")["contexts"][0]["context"]

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self._call("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """What an expression gives, awaited: text, a number, a truth or nothing. Raises AssertionError."""
        target = {"context": self._tab}
        found = self._call("script.evaluate", expression=script, target=target, awaitPromise=True, userActivation=True)
        if found["type"] == "exception":
            raise AssertionError(found["exceptionDetails"]["text"])
        return found["result"].get("value")

    def close(self) -> None:
        """End it."""
        self._socket.close()
        self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()

    def _address(self) -> str:
        for line in self._process.stderr or ():
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                return found.group(1)
        raise AssertionError("Firefox ended before it listened")

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                if answer["type"] == "error":
                    raise AssertionError(f"{method}: {answer['message']}")
                result: dict[str, Any] = answer["result"]
                return result


@contextmanager
def autopush() -> Iterator[int]:
    """A push service on this machine; gives its port. It speaks the protocol of Mozilla's autopush to the browser.

    https://mozilla-services.github.io/autopush-rs/: hello, register, notification over a WebSocket; RFC 8030 for who
    sends.
    """
    app, listening = Flask("autopush", static_folder=None), dict[str, Any]()
    app.config["SOCK_SERVER_OPTIONS"] = {"subprotocols": ["push-notification"]}

    @Sock(app).route("/")  # type: ignore[untyped-decorator]
    def listen(connection: Any) -> None:
        while True:
            said = json.loads(connection.receive())
            if said.get("messageType") == "hello":
                hello = {"uaid": uuid.uuid4().hex, "status": 200, "use_webpush": True, "broadcasts": {}}
                connection.send(json.dumps({"messageType": "hello", **hello}))
            elif said.get("messageType") == "register":
                channel = said["channelID"]
                listening[channel] = connection
                made = {"channelID": channel, "status": 200, "pushEndpoint": f"http://{request.host}/wpush/{channel}"}
                connection.send(json.dumps({"messageType": "register", **made}))

    @app.post("/wpush/<channel>")
    def push(channel: str) -> Response:
        told = {"channelID": channel, "version": uuid.uuid4().hex, "data": b64(request.get_data()),
                "headers": {"encoding": request.headers["Content-Encoding"]}}  # fmt: skip
        listening[channel].send(json.dumps({"messageType": "notification", **told}))
        return Response(status=201)

    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
