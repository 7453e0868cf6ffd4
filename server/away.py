"""Our people at linked schools: what they ask there goes through us, signed by this server, in their name.

Invariants: only what the other school declares for them can be asked, only by somebody who is signed in, only of a
linked school; what is silent, a vote, comes from nobody: the session is never looked at and no person is named. What
comes back is passed on byte by byte, but never a cookie, an address or a kind of its own: it is JSON or bytes, so that
nothing from elsewhere runs in our origin. This server sees sealed things: the people's own clients check them against
the other school's root key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from http.client import HTTPException, HTTPResponse
from urllib.parse import quote

from flask import Flask, Response, request

from server.auth import who
from server.errors import TYPE, Problem
from server.outside import Forbidden
from server.peering import Refusing, speak
from server.site import Site, site
from server.store import peers
from server.wire import BYTES, PERSON, PIECE, PUBLIC, Operation, operation_of, raw, streamed

PREFIX = "/api/away/<host>"
_PASSED = ("Content-Length", "Content-Range", "Accept-Ranges", "Retry-After", "Vary")
_JOINS = "/redemption"


def register(app: Flask) -> None:
    """Add a route to `app` for each operation that people of a linked school may call there."""
    with app.app_context():
        found = {rule.endpoint: one for rule in app.url_map.iter_rules()
                 if (one := operation_of(rule.endpoint)) is not None and one.away}  # fmt: skip
    for endpoint, operation in found.items():
        view = _view(operation, app.view_functions[endpoint])
        here = view.operation = _at_home(operation)  # type: ignore[attr-defined]
        app.add_url_rule(here.path, f"away.{endpoint}", view, methods=[here.method])


def _at_home(operation: Operation) -> Operation:
    """The operation as our people call it here."""
    problems = (*operation.problems, "not-linked", "peer-unreachable")
    path = PREFIX + operation.path.removeprefix("/api")
    access = PUBLIC if operation.silent else PERSON
    return replace(operation, path=path, access=access, problems=problems, away=False)


def _view(operation: Operation, there: Callable[..., object]) -> Callable[..., Response]:
    def view(host: str, **parts: str) -> Response:
        return _forward(site(), host, operation)

    view.__doc__ = f"At a linked school: {there.__doc__}"
    view.__name__ = f"away_{there.__name__}"
    return view


def _forward(here: Site, host: str, operation: Operation) -> Response:
    person = _asking(here, operation)
    peer = here.store.read(lambda connection: peers.at(connection, host))
    if peer is None:
        raise Problem("not-linked")
    body = raw(operation.largest) if operation.takes else b""
    path = "/api" + quote(request.path.removeprefix(f"/api/away/{host}"))
    query = request.query_string.decode("ascii", "replace")
    passed = () if operation.silent else ("Range", "Accept-Language")
    more = {name: request.headers[name] for name in passed if name in request.headers}
    with ExitStack() as stack:
        try:
            answer = stack.enter_context(
                speak(here, peer, operation.method, f"{path}?{query}" if query else path, body, person,
                      request.headers.get("Content-Type", "none"), more)
            )  # fmt: skip
        except (OSError, HTTPException, Forbidden, Refusing, ValueError):
            raise Problem("peer-unreachable") from None
        if answer.status < 200 or 300 <= answer.status < 400:
            raise Problem("peer-unreachable")  # a redirect is no answer
        if answer.status == 200 and operation.path.endswith(_JOINS):
            here.store.write(lambda connection: peers.stay(connection, person, peer.root))
        return _passed_on(answer, operation, stack.pop_all())


def _asking(here: Site, operation: Operation) -> str:
    """In whose name it is asked; "" for a vote, which is counted by its address alone; raises Problem, TooOften.

    All votes together are counted as well, so that no stranger uses up what we may ask of that school.
    """
    if not operation.silent:
        here.limits.knock("entries", who().person)
        return who().person
    here.limits.knock("votes")
    here.limits.knock("entries", "votes")
    return ""


def _passed_on(answer: HTTPResponse, operation: Operation, stack: ExitStack) -> Response:
    """The answer as it comes, piece by piece; the connection ends with it."""

    def pieces() -> Iterator[bytes]:
        while piece := answer.read(PIECE):
            yield piece

    good = BYTES if operation.gives is bytes else "application/json"
    response = Response(streamed(pieces()), answer.status, content_type=good if answer.status < 400 else TYPE)
    for name in _PASSED:
        if (value := answer.headers.get(name)) is not None:
            response.headers[name] = value
    response.call_on_close(stack.close)
    return response
