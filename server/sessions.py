"""Which device is whose: a random cookie, of which only the hash is kept.

Invariants: every sign-in makes a new cookie; a signed-out device is unknown from that moment on; what is cached
here never outlives the row in the store.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import NamedTuple

from flask_login import UserMixin

from crypto.digest import H
from crypto.encoding import b64
from crypto.random import fresh
from server.store import Connection, Engine, accounts, people
from server.store.errors import StoreError
from sync.messages import Session

TOKEN = 32
DEVICE = 16
LONGEST_NAME = 80
SEEN_EVERY = 60 * 60 * 1000
"""A device's "last seen" is exact to an hour: a request should not have to write."""
_MOST = 20_000
_PURPOSE = "kring1.server.session"


class SignedIn(UserMixin):  # type: ignore[misc]
    """Who is asking: a person on one of their devices."""

    def __init__(self, person: str, device: str) -> None:
        self.person, self.device = person, device


class Fresh(NamedTuple):
    """A session that was just begun; `token` and `browser` go into cookies and nowhere else."""

    person: str
    device: str
    token: str
    browser: str


class Sessions:
    """The signed-in devices of one running school."""

    def __init__(self, store: Engine) -> None:
        self._store = store
        self._lock = threading.RLock()
        self._known: dict[str, tuple[SignedIn, int]] = {}
        self._ended: set[str] = set()

    def begin(self, connection: Connection, person: str, name: str, browser: str, at: int) -> Fresh:
        """Sign a device in, inside a write; `name` is what its owner calls it, `browser` the cookie of the browser."""
        session = Fresh(person, b64(fresh(DEVICE)), b64(fresh(TOKEN)), browser)
        hashed, known = _hash(session.token), _hash(browser)
        accounts.add_device(connection, person, session.device, hashed, name[:LONGEST_NAME], known, at)
        return session

    def knows(self, name: str, browser: str) -> bool:
        """Whether this account was signed in before in this browser."""
        return self._store.read(lambda connection: accounts.knows_browser(connection, name, _hash(browser)))

    def find(self, token: str, at: int) -> SignedIn | None:
        """Who holds this cookie; `at`: now, ms UTC."""
        digest = _hash(token)
        known = self._known.get(digest) or self._load(digest)
        if known is None:
            return None
        if at - known[1] > SEEN_EVERY:
            self._touch(digest, known[0], at)
        return known[0]

    def end(self, person: str, device: str, *, lost: bool = False) -> bool:
        """Sign a device of this person out; `lost`: its browser is a strange one then. False: no such device."""

        def write(connection: Connection) -> bool:
            if lost:
                accounts.forget_browser(connection, person, device)
            return accounts.remove_device(connection, person, device)

        if not self._store.write(write):
            return False
        with self._lock:
            self._ended.add(device)
            for digest in [key for key, known in self._known.items() if known[0].device == device]:
                del self._known[digest]
        return True

    def _load(self, digest: str) -> tuple[SignedIn, int] | None:
        row = self._store.read(lambda connection: accounts.find_device(connection, digest))
        if row is None or row[1] in self._ended:
            return None
        return self._keep(digest, SignedIn(row[0], row[1]), row[2])

    def _keep(self, digest: str, me: SignedIn, seen: int) -> tuple[SignedIn, int]:
        with self._lock:
            while len(self._known) >= _MOST:
                del self._known[next(iter(self._known))]
            if me.device not in self._ended:
                self._known[digest] = (me, seen)
        return me, seen

    def _touch(self, digest: str, me: SignedIn, at: int) -> None:
        self._keep(digest, me, at)
        with suppress(StoreError):
            self._store.write(lambda connection: accounts.touch_device(connection, me.device, at))


def session_of(connection: Connection, session: Fresh | SignedIn) -> Session:
    """The answer that names who is signed in."""
    seats = [seat.id for seat in people.seats_of(connection, session.person)]
    name = accounts.name_of(connection, session.person)
    return Session(person=session.person, name=name, device=session.device, seats=seats)


def _hash(token: str) -> str:
    return b64(H(_PURPOSE, token.encode()))
