"""Founding: once, with the secret of the link that the host was shown; and what everybody may know of the school.

Invariants: of the secret only a hash is kept, and it is forgotten with the founding; the root key signs the first
acts and never comes here; a founding is whole (school, charter, and a first person with a seat) or nothing.
"""

from __future__ import annotations

import hmac
from importlib.metadata import PackageNotFoundError, version

from flask import Response

from crypto import heads
from crypto.digest import H
from crypto.encoding import b64, unb64
from crypto.identity import Person
from crypto.random import fresh
from server import serverkey
from server.auth import browser_token, give_cookie
from server.checked import INVITATION, Checked, check
from server.devices import check_lock
from server.entries import append
from server.errors import Problem
from server.hub import News
from server.invitations import add_account, check_statements
from server.links import redeem
from server.peering import VERSIONS
from server.sessions import Fresh, session_of
from server.site import Site, site
from server.store import Connection, Engine, acts, meta, people
from server.wire import MIB, PUBLIC, Operation, Routes, reply
from server.writing import Writing
from sync.messages import Founding, Session, WellKnown

routes = Routes("founding", __name__)
SECRET = 32
_PURPOSE = "kring1.server.founding"
_HASH, _FOUNDED, _ROOT = "founding", "founded", "root"
_PROBLEMS = ("wrong-secret", "already-founded", "bad-founding", "tampered", "bad-act", "bad-link", "bad-readers")


def make_secret(store: Engine) -> str:
    """A fresh secret for the founding link; an older one stops working. Raises Problem("already-founded")."""
    secret = b64(fresh(SECRET))

    def keep(connection: Connection) -> None:
        if meta.get(connection, _FOUNDED):
            raise Problem("already-founded")
        meta.put(connection, _HASH, _hash(secret))

    store.write(keep)
    return secret


def founding_link(origin: str, secret: str) -> str:
    """What the host opens in a browser; the secret is in the fragment, which no server or log sees."""
    return f"{origin}/found#{secret}"


@routes.serve(Operation("GET", "/.well-known/kring", PUBLIC, gives=WellKnown))
def well_known() -> Response:
    """The school's name, root key, host, and whether it has begun; and how other schools know its server."""
    here = site()
    key = serverkey.public_of(serverkey.own_key(here.store))
    root, founded, statement = here.store.read(lambda connection: (
        meta.get(connection, _ROOT), meta.get(connection, _FOUNDED), acts.server_statement(connection)))  # fmt: skip
    response = reply(WellKnown(
        name=here.config.school.name, root=root or "", host=here.config.school.host, version=program_version(),
        incarnation=here.incarnation, founded=bool(founded), versions=list(VERSIONS), key=key,
        server=statement[0] if statement else None,
    ))  # fmt: skip
    if founded:
        response.headers["Cache-Control"] = "public, max-age=60"
    return response


@routes.serve(Operation("POST", "/api/founding", PUBLIC, Founding, Session, 8 * MIB, _PROBLEMS))
def found(given: Founding) -> Response:
    """Found the school: its first acts and circles, and the first admin with an account; opens a session."""
    here = site()
    here.limits.knock("invitations")
    here.store.read(lambda connection: _check_secret(connection, given.secret))
    for lock in given.account.locks:
        check_lock(lock)
    person, root = check_statements(given.person), _root(given)
    checked = [check(entry, {"root": root, person.id: person.sign}) for entry in given.entries]
    browser = browser_token()
    answer, session, _ = here.store.write(
        lambda connection: _found(connection, here, given, person, b64(root), checked, browser),
        lambda done: here.hub.tell(done[2]),
    )
    return give_cookie(reply(answer), session)


def program_version() -> str:
    """The release that runs, as installed."""
    try:
        return version("kring")
    except PackageNotFoundError:
        return "0"


def _found(
    connection: Connection,
    here: Site,
    given: Founding,
    person: Person,
    root: str,
    checked: list[Checked],
    browser: str,
) -> tuple[Session, Fresh, News]:
    _check_secret(connection, given.secret)
    meta.put(connection, _ROOT, root)
    writing = Writing(connection, here.store, here.hub, here.now(), person.id, person.sign, founding=True)
    add_account(connection, person, given.person, given.account, writing.now)
    for one in checked:
        if one.entry.link is not None and one.head["author"] == INVITATION:
            _take_seat(writing, one, person)
        else:
            append(writing, one)
    _check_whole(connection, person)
    news = writing.finish()
    meta.put(connection, _FOUNDED, str(writing.now))
    meta.remove(connection, _HASH)
    session = here.sessions.begin(connection, person.id, given.device, browser, writing.now)
    return session_of(connection, session), session, news


def _take_seat(writing: Writing, one: Checked, person: Person) -> None:
    seat = people.seat(writing.connection, one.head["circle"])
    if seat is None:
        raise Problem("bad-founding")
    redeem(writing, seat, one, person)


def _check_whole(connection: Connection, person: Person) -> None:
    """The log opens with school and charter, and the first person sits somewhere."""
    n, _ = acts.newest(connection)
    kinds = [heads.read_act(acts.find(connection, place).head)["kind"] for place in range(min(n + 1, 2))]
    if kinds != ["school", "charter"] or not people.seats_of(connection, person.id):
        raise Problem("bad-founding")


def _check_secret(connection: Connection, secret: str) -> None:
    if meta.get(connection, _FOUNDED):
        raise Problem("already-founded")
    if not hmac.compare_digest(meta.get(connection, _HASH) or "", _hash(secret)):
        raise Problem("wrong-secret")


def _root(given: Founding) -> bytes:
    """The root key that the first act names; whatever is signed with another one is refused after this."""
    first = given.entries[0].act if given.entries else None
    head = heads.read_act(first.head) if first else {}
    if head.get("kind") != "school":
        raise Problem("bad-founding")
    return unb64(head["root"], 32)


def _hash(secret: str) -> str:
    return b64(H(_PURPOSE, secret.encode()))
