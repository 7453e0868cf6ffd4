"""Who is asking, and may they call this at all. flask-login is used here and nowhere else.

Invariants, enforced before any handler runs: a view without a declared operation is never reached; whatever
changes something, and every WebSocket, comes from our own origin (with `SameSite=Strict` and JSON bodies that is
the whole defence against forged requests); `person` operations need a session.
"""

from __future__ import annotations

from flask import Flask, Request, Response, g, request
from flask_login import LoginManager, current_user

from crypto.digest import H
from crypto.encoding import b64
from crypto.random import fresh
from server import peering
from server.errors import Problem
from server.peering import Caller
from server.sessions import DEVICE, TOKEN, Fresh, SignedIn
from server.site import site
from server.store import peers
from server.wire import PEER, PERSON, Operation, check_digest, operation_of

COOKIE_SECONDS = 400 * 24 * 60 * 60
_AWAY = "kring1.server.away"
_SAFE = ("GET", "HEAD", "OPTIONS")
_LENGTH = -(-TOKEN * 8 // 6)


def register(app: Flask) -> None:
    """Guard every request of `app`."""
    manager = _Manager()
    manager.request_loader(_load)
    manager.init_app(app, add_context_processor=False)
    app.config["REMEMBER_COOKIE_NAME"] = ""
    app.before_request(guard)


class _Manager(LoginManager):  # type: ignore[misc]
    """flask-login without the part that fingerprints browsers: sessions are ours, not in its cookie."""

    def _session_protection_failed(self) -> bool:
        return False


def guard() -> None:
    """Refuse what is not declared, not from us, or not for strangers; raises Problem."""
    if request.url_rule is None:
        return
    operation = operation_of(request.endpoint)
    if operation is None:
        raise Problem("not-found")
    if operation.access == PEER or (operation.away and "Signature-Input" in request.headers):
        _identify(operation)
    elif request.method not in _SAFE or operation.socket:
        _check_origin()
    if operation.access == PERSON and visitor() is None:
        raise Problem("not-signed-in")


def who() -> SignedIn:
    """The person who asks; raises Problem for a stranger."""
    me = visitor()
    if me is None:
        raise Problem("not-signed-in")
    return me


def caller() -> Caller:
    """The linked school that asks; raises Problem where nobody has signed."""
    found = stranger()
    if found is None:
        raise Problem("not-linked")
    return found


def neighbour(person: str, home: str) -> SignedIn:
    """Somebody of a linked school, whose one device here is that school's server."""
    return SignedIn(person, b64(H(_AWAY, f"{home}{person}".encode())[:DEVICE]))


def stranger() -> Caller | None:
    """The linked school that asks, for itself or for one of its people; None for everybody else."""
    found: Caller | None = g.get("caller")
    return found


def visitor() -> SignedIn | None:
    """The person who asks; None for a stranger. Not flask-login's proxy: writes run outside of the request."""
    if "visitor" not in g:
        user = current_user._get_current_object()
        g.visitor = user if isinstance(user, SignedIn) else None
    found: SignedIn | None = g.visitor
    return found


def give_cookie(response: Response, session: Fresh) -> Response:
    """Let the browser keep a session that was just begun, and that it is known here."""
    for name, token in ((cookie_name(), session.token), (_browser_cookie(), session.browser)):
        response.set_cookie(
            name, token, max_age=COOKIE_SECONDS, path="/",
            secure=site().config.school.secure, httponly=True, samesite="Strict",
        )  # fmt: skip
    return response


def browser_token() -> str:
    """The cookie by which this browser is known, also after signing out; a fresh one for a strange browser."""
    token = request.cookies.get(_browser_cookie(), "")
    return token if len(token) == _LENGTH else b64(fresh(TOKEN))


def take_cookie(response: Response) -> Response:
    """Let the browser forget its session."""
    response.delete_cookie(
        cookie_name(), path="/", secure=site().config.school.secure, httponly=True, samesite="Strict"
    )
    return response


def cookie_name() -> str:
    """`__Host-` keeps other hosts and plain http from setting it."""
    return "__Host-kring" if site().config.school.secure else "kring"


def _browser_cookie() -> str:
    return f"{cookie_name()}-browser"


def _identify(operation: Operation) -> None:
    """Who signed this request: from here on no cookie counts, and the body has to be what was signed."""
    if "Signature-Input" not in request.headers:
        raise Problem("not-linked")
    here = site()
    g.caller = peering.identify(here, request)
    g.digest = request.headers["Content-Digest"]
    if operation.takes is None:
        check_digest(b"")
    person, root = g.caller.person, g.caller.peer.root
    home = here.store.read(lambda connection: peers.home_of(connection, person)) if person else None
    is_strange = home is None and operation.access == PERSON
    of_nobody = operation.access == PEER or operation.silent
    if of_nobody != (person == "") or home not in (None, root) or is_strange:
        raise Problem("not-found")  # nobody speaks for the people of another school
    g.visitor = neighbour(person, root) if home else None


def _load(asked: Request) -> SignedIn | None:
    here = site()
    token = asked.cookies.get(cookie_name(), "")
    return here.sessions.find(token, here.now()) if len(token) == _LENGTH else None


def _check_origin() -> None:
    if request.headers.get("Origin") != site().config.school.origin:
        raise Problem("wrong-origin")
