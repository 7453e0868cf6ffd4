"""An account moves: somebody of a linked school gets a login here, one of ours goes to a linked school.

Invariants: a login for somebody is made by who signs with their key, for this account, handover and site, and only
while they are at home at a linked school; one of ours leaves by their own session and key, to a school that is linked.
A server says nothing in anybody's name.
"""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response

from crypto.errors import CryptoError
from crypto.moving import account_hash, check_move_in, check_move_out
from server.auth import browser_token, give_cookie, take_cookie, who
from server.devices import check_lock
from server.errors import Problem
from server.login import end_session
from server.sessions import Fresh, session_of
from server.site import Site, site
from server.store import Connection, accounts, meta, peers, people
from server.wire import PERSON, PUBLIC, Operation, Routes, reply
from sync.acts import STAFF
from sync.messages import MoveIn, MoveOut, Session

routes = Routes("moving", __name__)
_PATH = "/api/handovers/<number>/home"
_LONGEST = 10 * 60 * 1000
"""How old (ms) a statement of leaving may be."""


@routes.serve(Operation("POST", _PATH, PUBLIC, MoveIn, Session, problems=("name-taken", "slow-down")))
def move_in(given: MoveIn, number: str) -> Response:
    """Make a login here for somebody of a linked school who handed their account over to this browser."""
    here = site()
    here.limits.knock("login")
    for lock in given.account.locks:
        check_lock(lock)
    answered = here.handovers.find(number, here.now())
    browser, now = browser_token(), here.now()

    def write(connection: Connection) -> tuple[Session, Fresh]:
        _check_arrival(connection, here, given, number)
        if not _is_repeated(connection, given):
            if answered is None or answered.person != given.person:
                raise Problem("not-found")
            _settle(connection, given, now)
        session = here.sessions.begin(connection, given.person, given.device, browser, now)
        return session_of(connection, session), session

    answer, session = here.store.write(write)
    here.handovers.take(number)
    end_session()
    return give_cookie(reply(answer), session)


@routes.serve(Operation("PUT", "/api/home", PERSON, MoveOut, problems=("not-linked", "not-allowed", "stale-signature")))
def move_out(given: MoveOut) -> Response:
    """Say that my account is at a linked school from now on: my locks, devices and notices here end."""
    me, here = who(), site()
    if abs(here.now() - given.time) > _LONGEST:
        raise Problem("stale-signature", time=here.now())

    def check(connection: Connection) -> list[str]:
        root = meta.get(connection, "root") or ""
        _check(check_move_out, people.sign_of(connection, me.person), here.config.school.origin, root, given.target,
               given.time, given.signature)  # fmt: skip
        if peers.find(connection, given.target) is None:
            raise Problem("not-linked")
        if any(seat.role in STAFF and seat.alive(here.now()) for seat in people.seats_of(connection, me.person)):
            raise Problem("not-allowed")
        return [one.id for one in accounts.devices(connection, me.person, me.device)]

    for device in here.store.read(check):
        here.sessions.end(me.person, device, lost=True)
        here.hub.end_device(me.person, device)
    here.store.write(lambda connection: _let_go(connection, me.person, given.target))
    return take_cookie(reply(None))


def _check_arrival(connection: Connection, here: Site, given: MoveIn, number: str) -> None:
    """Check that the person's own key made this login, for this school and this handover."""
    locks: list[dict[str, Any]] = msgspec.to_builtins(given.account.locks)
    root = meta.get(connection, "root") or ""
    _check(check_move_in, people.sign_of(connection, given.person), account_hash(given.account.name, locks),
           number, here.config.school.origin, root, given.signature)  # fmt: skip


def _settle(connection: Connection, given: MoveIn, now: int) -> None:
    """From now on this is their home, and where they came from a school at which they read."""
    home = peers.home_of(connection, given.person)
    if not home:
        raise Problem("not-found")
    if accounts.is_taken(connection, given.account.name):
        raise Problem("name-taken")
    peers.settle(connection, given.person, "")
    peers.stay(connection, given.person, home)
    accounts.create(connection, given.person, given.account, now)


def _let_go(connection: Connection, person: str, target: str) -> None:
    peers.settle(connection, person, target)
    peers.return_home(connection, person)
    accounts.remove(connection, person)


def _is_repeated(connection: Connection, given: MoveIn) -> bool:
    """Whether this very login was made before, and only the answer was lost."""
    kept = [accounts.find_lock(connection, given.account.name, lock.kind) for lock in given.account.locks]
    return all(row is not None and row[0] == given.person and row[2] == lock
               for row, lock in zip(kept, given.account.locks, strict=True))  # fmt: skip


def _check(check: Any, sign: bytes, *rest: Any) -> None:
    try:
        check(sign, *rest)
    except CryptoError:
        raise Problem("not-found") from None
