"""One's own devices and locks: what is signed in, signing it out from afar, what opens the identity; and handing it to
a new device, sealed between the two and only passed on here.

Invariant: a session begins for whoever proves to hold the key that was handed over, and for nobody else.
"""

from __future__ import annotations

import msgspec
from flask import Response

from crypto.encoding import unb64
from crypto.errors import CryptoError, Malformed
from crypto.handover import check_handover, handover_number
from crypto.identity import PUBLIC as KEY
from crypto.lock import check_offer
from server.auth import browser_token, give_cookie, who
from server.errors import Problem
from server.login import end_session
from server.sessions import Fresh, session_of
from server.site import site
from server.store import Connection, accounts, peers, people
from server.wire import PERSON, PUBLIC, Operation, Routes, reply
from sync.messages import Devices, Handover, HandoverAnswer, HandoverAsk, HandoverBegin, Lock, Session

routes = Routes("devices", __name__)
LONGEST_WRAPPED = 512
_HANDOVER = "/api/handovers/<number>"


@routes.serve(Operation("GET", "/api/devices", PERSON, gives=Devices))
def devices() -> Devices:
    """The devices on which I am signed in."""
    me = who()
    found = site().store.read(lambda connection: accounts.devices(connection, me.person, me.device))
    return Devices(devices=found)


@routes.serve(Operation("DELETE", "/api/devices/<device>", PERSON))
def sign_device_out(device: str) -> None:
    """Sign one of my devices out; its live connections close at once."""
    me, here = who(), site()
    if not here.sessions.end(me.person, device, lost=True):
        raise Problem("not-found")
    here.hub.end_device(me.person, device)


@routes.serve(Operation("PUT", "/api/locks/<lock>", PERSON, takes=Lock, problems=("parameters-downgraded",)))
def put_lock(given: Lock, lock: str) -> None:
    """Add a lock to my account; it replaces the one of the same kind."""
    me = who()
    if given.id != lock:
        raise Problem("invalid", where="$.id")
    check_lock(given)
    site().store.write(lambda connection: accounts.put_lock(connection, me.person, given))


@routes.serve(Operation("POST", "/api/handovers", PUBLIC, HandoverAsk, Handover, problems=("slow-down",)))
def ask_handover(given: HandoverAsk) -> Handover:
    """Wait for an account, sealed to this key."""
    here = site()
    here.limits.knock("challenges")
    return _shown(here.handovers.ask(given.box, here.now()))


@routes.serve(Operation("GET", _HANDOVER, PUBLIC, gives=Handover, away=True))
def get_handover(number: str) -> Handover:
    """The key to seal to, and what was sealed to it; it is of use to whoever has the secret half."""
    return _shown(number)


@routes.serve(Operation("PUT", _HANDOVER, PERSON, HandoverAnswer, away=True))
def put_handover(given: HandoverAnswer, number: str) -> None:
    """Hand one's account over to the device that shows this number, or to whoever gets the code of it."""
    me, here = who(), site()
    if not here.handovers.answer(number, me.person, given.sealed, here.now()):
        raise Problem("not-found")


@routes.serve(Operation("POST", f"{_HANDOVER}/session", PUBLIC, HandoverBegin, Session, problems=("slow-down",)))
def begin_handover(given: HandoverBegin, number: str) -> Response:
    """Sign in as whoever handed their account over, with a proof by the key that was inside."""
    here = site()
    here.limits.knock("login")
    found = here.handovers.find(number, here.now())
    if found is None or not found.sealed:
        raise Problem("not-found")
    sign = here.store.read(lambda connection: _sign_of_ours(connection, found.person))
    try:
        check_handover(sign, handover_number(unb64(found.box)), here.config.school.origin, given.signature)
    except CryptoError:
        raise Problem("not-found") from None
    if not here.handovers.take(number):
        raise Problem("not-found")
    browser, now = browser_token(), here.now()

    def write(connection: Connection) -> tuple[Session, Fresh]:
        session = here.sessions.begin(connection, found.person, given.device, browser, now)
        return session_of(connection, session), session

    answer, session = here.store.write(write)
    end_session()
    return give_cookie(reply(answer), session)


def check_lock(lock: Lock) -> None:
    """Refuse what no honest client makes; raises Malformed, ParametersDowngraded."""
    check_offer(msgspec.to_builtins(lock))
    unb64(lock.login, KEY)
    if not 0 < len(unb64(lock.wrapped)) <= LONGEST_WRAPPED:
        raise Malformed("wrapped")


def _sign_of_ours(connection: Connection, person: str) -> bytes:
    """The key of somebody who has an account here: whoever is at home at a linked school gets a login first."""
    if peers.home_of(connection, person):
        raise Problem("not-found")
    return people.sign_of(connection, person)


def _shown(number: str) -> Handover:
    here = site()
    found = here.handovers.find(number, here.now())
    if found is None:
        raise Problem("not-found")
    return Handover(number=number, box=found.box, sealed=found.sealed)
