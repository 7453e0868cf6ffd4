"""HTTP as the client needs it: typed messages in and out, problems as exceptions."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar, cast

import msgspec
import requests

from sync.errors import Refused

Answer = TypeVar("Answer")
TIMEOUT = 60
JSON, BYTES = "application/json", "application/octet-stream"


class Problem(Exception):
    """The server's answer is an RFC 9457 problem document; `facts` are its other members."""

    def __init__(self, status: int, code: str, detail: str, facts: dict[str, Any]) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status, self.code, self.detail, self.facts = status, code, detail, facts


class Transport(Protocol):
    """What carries messages to one server; tests bring others."""

    origin: str

    def send(self, method: str, path: str, body: bytes | None, kind: str = JSON) -> tuple[int, bytes]:
        """The status and body of an answer; `kind` is the type of the body that is sent."""


class Http:
    """A transport over the network; keeps the session's cookie."""

    def __init__(self, origin: str) -> None:
        self.origin = origin.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({"Origin": self.origin, "Accept-Language": "en"})

    def send(self, method: str, path: str, body: bytes | None, kind: str = JSON) -> tuple[int, bytes]:
        """The status and body of an answer; raises requests.RequestException when there is none."""
        headers = {"Content-Type": kind} if body is not None else {}
        answer = self.session.request(method, self.origin + path, data=body, headers=headers, timeout=TIMEOUT)
        return answer.status_code, answer.content


def call(transport: Transport, method: str, path: str, answer: type[Answer], body: Any = None) -> Answer:
    """Send a message and decode the answer's type; raises Problem, and Refused("malformed") for any other answer.

    A body of bytes is sent as it is, and an answer of type bytes is not decoded.
    """
    if isinstance(body, bytes):
        status, content = transport.send(method, path, body, BYTES)
    else:
        status, content = transport.send(method, path, None if body is None else msgspec.json.encode(body))
    if status >= 400:
        raise _problem(status, content)
    if answer is bytes:
        return cast(Answer, content)
    try:
        return msgspec.json.decode(content or b"null", type=answer)
    except msgspec.DecodeError:
        raise Refused("malformed") from None


def _problem(status: int, content: bytes) -> Problem:
    try:
        document = msgspec.json.decode(content, type=dict[str, Any])
    except msgspec.DecodeError:
        document = {}
    return Problem(status, document.get("code", "unknown"), document.get("detail", ""), document)
