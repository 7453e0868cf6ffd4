"""Signing in: a challenge, a signature with the login key of a lock, a session. Passwords never come here.

Invariants: an unknown name looks like a known one (a stable false lock, the same work, the same refusal); the
wrapped identity leaves only after the proof; signing in makes a new session and ends the one it replaces; a password
is not even tried in a browser where its account was never signed in.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import Response

from crypto.encoding import b64
from crypto.errors import CryptoError
from crypto.lock import PASSKEY, PASSWORD, SHEET, check_login, false_lock, login_key
from crypto.random import fresh
from server.auth import browser_token, give_cookie, take_cookie, visitor, who
from server.errors import Problem
from server.site import site
from server.store import Connection, accounts, people
from server.wire import PERSON, PUBLIC, Operation, Routes, reply
from sync.messages import Challenge, ChallengeRequest, Lock, LockOffer, LoggedIn, Login, Session

routes = Routes("login", __name__)
KINDS = (PASSWORD, SHEET, PASSKEY)
_REFUSED = ("slow-down", "strange-browser")
_NOBODY = b64(login_key(fresh(32)).public)
"""The login key of names that don't exist: checking against it takes as long as against a real one."""


class _Found(NamedTuple):
    person: str
    name: str
    lock: Lock


@routes.serve(Operation("POST", "/api/login/challenges", PUBLIC, ChallengeRequest, Challenge, problems=_REFUSED))
def challenge(asked: ChallengeRequest) -> Challenge:
    """The public part of a lock and what to sign with the login key that it yields."""
    here, name = site(), accounts.fold(asked.name)
    here.limits.knock("challenges")
    if asked.kind not in KINDS:
        raise Problem("invalid", where="$.kind")
    if asked.kind == PASSWORD and _is_strange(name):
        raise Problem("strange-browser")
    found = here.store.read(lambda connection: accounts.find_lock(connection, name, asked.kind))
    lock = offer(found[2]) if found else LockOffer(**false_lock(here.secret, name, asked.kind))
    text, expires = here.challenges.make(name, lock.id, here.now())
    return Challenge(lock=lock, challenge=text, expires=expires)


@routes.serve(Operation("POST", "/api/login", PUBLIC, Login, LoggedIn, problems=("wrong-login", "slow-down")))
def login(given: Login) -> Response:
    """Prove the login key; opens a session and hands out the wrapped identity."""
    here, name = site(), accounts.fold(given.name)
    here.limits.knock("login")
    here.limits.try_account(name)
    found = here.store.read(lambda connection: _find(connection, name, given.lock))
    if not _proves(given, name, found.lock.login if found else _NOBODY) or found is None:
        raise Problem("wrong-login")
    if found.lock.kind == PASSWORD and _is_strange(name):
        raise Problem("wrong-login")
    browser, now = browser_token(), here.now()
    session = here.store.write(
        lambda connection: here.sessions.begin(connection, found.person, given.device, browser, now)
    )
    end_session()
    return give_cookie(reply(LoggedIn(person=found.person, name=found.name, wrapped=found.lock.wrapped)), session)


@routes.serve(Operation("GET", "/api/session", PERSON, gives=Session))
def session() -> Session:
    """Who is signed in here, and their seats."""
    me = who()
    name, seats = site().store.read(
        lambda connection: (accounts.name_of(connection, me.person), people.seats_of(connection, me.person))
    )
    return Session(person=me.person, name=name, device=me.device, seats=[seat.id for seat in seats])


@routes.serve(Operation("DELETE", "/api/session", PERSON))
def sign_out() -> Response:
    """Sign this device out; its live connections close at once."""
    end_session()
    return take_cookie(reply(None))


def offer(lock: Lock) -> LockOffer:
    """The part of a lock that anybody who names the account may know."""
    return LockOffer(id=lock.id, kind=lock.kind, salt=lock.salt, ops=lock.ops, mem=lock.mem)


def end_session() -> None:
    """End the session of the request at hand, if it has one."""
    me = visitor()
    if me is not None:
        site().sessions.end(me.person, me.device)
        site().hub.end_device(me.person, me.device)


def _is_strange(name: str) -> bool:
    """Whether this account was never signed in here; names that don't exist never were, so the answer tells nothing."""
    here = site()
    return not here.config.login.password_anywhere and not here.sessions.knows(name, browser_token())


def _find(connection: Connection, name: str, lock: str) -> _Found | None:
    rows = [accounts.find_lock(connection, name, kind) for kind in KINDS]
    return next((_Found(*row) for row in rows if row and row[2].id == lock), None)


def _proves(given: Login, name: str, login_public: str) -> bool:
    here = site()
    expires = here.challenges.take(given.challenge, name, given.lock, here.now())
    try:
        check_login(login_public, given.challenge, expires or 0, here.config.school.origin, given.signature)
    except CryptoError:
        return False
    return expires is not None
