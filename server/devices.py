"""One's own devices and locks: what is signed in, signing it out from afar, and what opens the identity."""

from __future__ import annotations

import msgspec

from crypto.encoding import unb64
from crypto.errors import Malformed
from crypto.identity import PUBLIC
from crypto.lock import check_offer
from server.auth import who
from server.errors import Problem
from server.site import site
from server.store import accounts
from server.wire import PERSON, Operation, Routes
from sync.messages import Devices, Lock

routes = Routes("devices", __name__)
LONGEST_WRAPPED = 512


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
    if not here.sessions.end(me.person, device):
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


def check_lock(lock: Lock) -> None:
    """Refuse what no honest client makes; raises Malformed, ParametersDowngraded."""
    check_offer(msgspec.to_builtins(lock))
    unb64(lock.login, PUBLIC)
    if not 0 < len(unb64(lock.wrapped)) <= LONGEST_WRAPPED:
        raise Malformed("wrapped")
