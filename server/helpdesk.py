"""How a linked school's server is, for whoever helps to keep it going; and letting them ask, or not.

Invariants: off until the office of the school says otherwise, for one school at a time, and gone with the link; who may
not ask gets what they would get if there were nothing; an answer is numbers, times, a version and codes of our own, and
of the wrong shape it goes no further. Nobody's name, nothing that was written, no id.
"""

from __future__ import annotations

from http.client import HTTPException

import msgspec

from server import doctor
from server.auth import caller, who
from server.deliveries import SIGNED
from server.errors import Problem
from server.founding import program_version
from server.outside import Forbidden
from server.peering import Refusing, speak
from server.peers import works_here
from server.site import Site, site
from server.store import Connection, blobs, health, peers
from server.wire import PEER, PERSON, Operation, Routes
from sync.messages import Fault, Health, Watching

routes = Routes("helpdesk", __name__)
PATH = "/api/peers/health"
LARGEST = 64 * 1024


@routes.serve(Operation("PUT", "/api/peers/watching", PERSON, Watching, problems=("not-allowed",)))
def let_watch(given: Watching) -> None:
    """Let a linked school's server ask how ours is, or no longer."""
    me, here = who(), site()

    def write(connection: Connection) -> None:
        if not works_here(connection, me.person, here.now()):
            raise Problem("not-allowed")
        if not peers.let_watch(connection, given.root, bool(given.allowed)):
            raise Problem("not-found")

    here.store.write(write)


@routes.serve(Operation("GET", PATH, PEER, gives=Health, problems=SIGNED))
def get_health() -> Health:
    """How this server is, for a linked school that may ask."""
    if not caller().peer.watches:
        raise Problem("not-found")
    return examined(site())


_ASKED = ("not-allowed", "peer-unreachable", "slow-down")


@routes.serve(Operation("GET", "/api/peers/<host>/health", PERSON, gives=Health, problems=_ASKED))
def ask_health(host: str) -> Health:
    """How the server of a linked school is, where its office lets us ask; for our office."""
    me, here = who(), site()
    here.limits.knock("peers", me.person)
    if not here.store.read(lambda connection: works_here(connection, me.person, here.now())):
        raise Problem("not-allowed")
    peer = here.store.read(lambda connection: peers.at(connection, host))
    if peer is None:
        raise Problem("not-found")
    try:
        with speak(here, peer, "GET", PATH) as answer:
            status, data = answer.status, answer.read(LARGEST)
        if status == 200:
            return msgspec.json.decode(data, type=Health)
    except (OSError, HTTPException, Forbidden, Refusing, ValueError):
        raise Problem("peer-unreachable") from None
    raise Problem("not-found" if status == 404 else "peer-unreachable")


def examined(here: Site) -> Health:
    """How this server is now."""
    now = here.now()

    def read(connection: Connection) -> tuple[health.Counts, int, int, int]:
        sizes = health.pages(connection), blobs.total(connection)
        return health.counts(connection, now), *sizes, health.backed_up(connection)

    counted, database, files, made = here.store.read(read)
    faults = [Fault(code=one.code, times=one.times, last=one.last) for one in here.faults.newest()]
    return Health(
        version=program_version(), time=now, since=here.seen.started * 1000, backup=made,
        free=doctor.free_on(here.config.server.data), database=database, files=files, faults=faults,
        **counted._asdict(),
    )  # fmt: skip
