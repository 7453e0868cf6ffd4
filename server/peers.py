"""Linked schools, for the office: looking at another school, what is linked, and a new key for the server.

Linking itself is an act in the school's log (`peer`, `unpeer`), signed by somebody of the office after two people have
compared fingerprints; here is only what one needs to know for it.
"""

from __future__ import annotations

from server import contactseats, serverkey
from server.auth import who
from server.errors import Problem
from server.peering import introduce
from server.site import site
from server.store import Connection, acts, meta, peers, people
from server.wire import PERSON, Operation, Routes
from sync.messages import Nothing, PeerAsk, PeerAt, Peers, PeerSeen, ServerKey

routes = Routes("peers", __name__)
ROLES = ("admin", "office")
_LOOK = ("not-allowed", "not-a-school", "peer-unreachable", "unknown-version", "unsigned-server", "slow-down")


@routes.serve(Operation("GET", "/api/peers", PERSON, gives=Peers))
def get_peers() -> Peers:
    """The linked schools; for the office also how they answer."""
    me, here = who(), site()
    key = serverkey.public_of(serverkey.own_key(here.store))

    def read(connection: Connection) -> Peers:
        wholly = works_here(connection, me.person, here.now())
        found = [PeerAt(root=one.root, host=one.host, name=one.name) if not wholly else
                 PeerAt(root=one.root, host=one.host, name=one.name, state=one.state, heard=one.heard,
                        waiting=peers.waiting(connection, one.root), restored=one.restored, watches=one.watches)
                 for one in peers.every(connection)]  # fmt: skip
        return Peers(signed=_is_signed(connection, key), peers=found, away=peers.moved(connection, me.person),
                     contacts=contactseats.is_open(connection, here.config.federation.contacts))  # fmt: skip

    return here.store.read(read)


@routes.serve(Operation("POST", "/api/peers", PERSON, PeerAsk, PeerSeen, problems=_LOOK))
def look(given: PeerAsk) -> PeerSeen:
    """What the server at a host says it is, for two people to compare by telephone."""
    me, here = who(), site()
    here.limits.knock("peers", me.person)
    if not here.store.read(lambda connection: works_here(connection, me.person, here.now())):
        raise Problem("not-allowed")
    key = serverkey.public_of(serverkey.own_key(here.store))
    if not here.store.read(lambda connection: _is_signed(connection, key)):
        raise Problem("unsigned-server")
    found = introduce(here, given.host)
    if found.root == here.store.read(lambda connection: meta.get(connection, "root")):
        raise Problem("not-a-school")
    return PeerSeen(host=found.host, name=found.name, root=found.root)


@routes.serve(Operation("POST", "/api/peers/key", PERSON, Nothing, ServerKey, problems=("not-allowed",)))
def renew_key(given: Nothing) -> ServerKey:
    """A fresh key for this server, for the root key to sign; the present one goes on until then."""
    me, here = who(), site()

    def write(connection: Connection) -> ServerKey:
        if not works_here(connection, me.person, here.now()):
            raise Problem("not-allowed")
        return ServerKey(key=serverkey.prepare_next(connection))

    return here.store.write(write)


def works_here(connection: Connection, person: str, now: int) -> bool:
    """Whether somebody has a place in the office, or as an admin, that has not ended."""
    return any(seat.role in ROLES and seat.alive(now) for seat in people.seats_of(connection, person))


def _is_signed(connection: Connection, key: str) -> bool:
    """Whether the root key has signed the key that this server has."""
    statement = acts.server_statement(connection)
    return statement is not None and statement[1] == key
