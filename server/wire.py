"""An operation: one method on one path, who may call it, what it takes and what it gives. All of HTTP's
JSON, and bytes.

Invariants: a view without a declared operation is never run (`auth.guard`); a body is of the declared type and
size before a handler sees it; the OpenAPI document is made from these declarations, so it can't lie. Bytes come and
go in pieces, so that a request costs the same memory whatever its size, and whoever is too slow is cut off.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import wraps
from typing import IO, Any, TypeVar

import gevent
import msgspec
from flask import Blueprint, Response, current_app, g, request
from gevent import monkey

from server.errors import Problem
from server.signatures import digest

PUBLIC = "public"
"""Anybody may call it."""
PERSON = "person"
"""Only somebody who is signed in."""
PEER = "peer"
"""Only a linked school's server, by its signature."""
MIB = 1024 * 1024
BODY_SECONDS = 60
"""How long a body may take to come, and each piece of a streamed answer to be taken."""
PIECE = 64 * 1024
BYTES = "application/octet-stream"

View = Callable[..., Any]
Body = TypeVar("Body")

_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True)
class Operation:
    """What the outside may know of a view; `problems` are the codes beside those that every operation has.

    takes, gives: a message, or `bytes` for raw ones: then the handler gets an iterator over them, or answers with a
    `streamed` Response.
    away: whether it may be called for a person of a linked school, through that school's server.
    silent: its requests leave no line in the log, since their time is nobody's business; nor do they name a person.
    """

    method: str
    path: str
    access: str
    takes: type | None = None
    gives: type | None = None
    largest: int = MIB
    problems: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    socket: bool = False
    silent: bool = False
    away: bool = False
    kind: str = "application/json"


class Routes(Blueprint):
    """A blueprint whose views are declared operations."""

    def serve(self, operation: Operation) -> Callable[[View], View]:
        """Declare the function below as the handler of `operation`.

        The handler gets the decoded body (if it takes one) and the parts of the path by name; it gives a
        message, None for an empty answer, or a whole Response.
        """

        def declare(handler: View) -> View:
            read = _reader(operation)

            @wraps(handler)
            def view(**parts: str) -> Response:
                return reply(handler(*read(), **parts))

            view.operation = operation  # type: ignore[attr-defined]
            self.add_url_rule(operation.path, view_func=view, methods=[operation.method])
            return handler

        return declare


def operation_of(view: str | None) -> Operation | None:
    """The declared operation of the view with this endpoint name; None if it has none."""
    return getattr(current_app.view_functions.get(view or ""), "operation", None)


def reply(given: Any) -> Response:
    """What a handler gave, as a response."""
    if isinstance(given, Response):
        return given
    if given is None:
        return Response(status=204)
    return Response(_encode(given), content_type="application/json")


def read(decoder: msgspec.json.Decoder[Body], largest: int) -> Body:
    """The body of the request at hand; raises Problem, msgspec.ValidationError, RequestEntityTooLarge."""
    if request.mimetype != "application/json":
        raise Problem("wrong-type")
    data = raw(largest)
    check_digest(data)
    try:
        return decoder.decode(data)
    except RecursionError:
        raise Problem("malformed") from None


def raw(largest: int) -> bytes:
    """The whole body of the request at hand, whatever it is; raises Problem, RequestEntityTooLarge."""
    request.max_content_length = largest
    with _deadline(Problem("too-slow"), BODY_SECONDS):
        return request.get_data(cache=False)


def read_bytes(largest: int) -> Iterator[bytes]:
    """The raw body of the request at hand, piece by piece; raises Problem, RequestEntityTooLarge, BadRequest."""
    if request.mimetype != BYTES:
        raise Problem("wrong-type")
    if "Transfer-Encoding" in request.headers:  # how much comes has to be known before it comes
        raise Problem("malformed")
    request.max_content_length = largest
    pieces = _pieces(request.stream, request.content_length or 0)
    return _whole(pieces) if "digest" in g else pieces


def streamed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """An answer's pieces; under gevent, whoever takes one of them too slowly loses the connection."""
    for piece in pieces:
        with _deadline(ConnectionResetError(errno.ECONNRESET, "too slow"), BODY_SECONDS):
            yield piece


def check_digest(data: bytes) -> None:
    """Hold a signed request's body against the digest that its signature covers; raises Problem."""
    if "digest" in g and digest(data) != g.digest:
        raise Problem("wrong-digest")


def _whole(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A signed body in one piece: nothing of it counts before its digest holds."""
    data = b"".join(pieces)
    check_digest(data)
    yield data


def _pieces(stream: IO[bytes], left: int) -> Iterator[bytes]:
    """So many bytes and not one read more: werkzeug takes a read behind the largest body for a larger one."""
    until = time.monotonic() + BODY_SECONDS
    while left:
        with _deadline(Problem("too-slow"), until - time.monotonic()):  # never armed while somebody else works
            piece = stream.read(min(PIECE, left))
        if not piece:
            raise Problem("malformed")  # hung up in the middle
        left -= len(piece)
        yield piece


def _deadline(error: Exception, seconds: float) -> AbstractContextManager[object]:
    """Under gevent, what comes or goes drop by drop ends as `error`."""
    patched = monkey.is_module_patched("socket")
    return gevent.Timeout(seconds, error) if patched else nullcontext()


def _reader(operation: Operation) -> Callable[[], tuple[Any, ...]]:
    if operation.takes is None:
        return tuple
    if operation.takes is bytes:
        return lambda: (read_bytes(operation.largest),)
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(operation.takes)
    return lambda: (read(decoder, operation.largest),)
