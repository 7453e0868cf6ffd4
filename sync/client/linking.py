"""Linking another school, as its office does it: two people compare fingerprints by telephone, then each side signs."""

from __future__ import annotations

from crypto.encoding import b64, unb64
from crypto.root import fingerprint, read_root
from sync.batch import Author, Batch
from sync.client.session import Session
from sync.client.transport import Problem, call
from sync.errors import Refused
from sync.messages import Health, Nothing, PeerAsk, Peers, PeerSeen, ServerKey, Watching, WellKnown
from sync.seats import Seat

TRIES = 6


def look(session: Session, host: str) -> PeerSeen:
    """What the server at a host says it is; nothing of it is true before the fingerprints were compared."""
    return call(session.transport, "POST", "/api/peers", PeerSeen, PeerAsk(host=host))


def fingerprints(session: Session, seen: PeerSeen) -> tuple[str, str]:
    """Our school's fingerprint and the other one's, as they are read out."""
    return fingerprint(session.replica.trust.root), fingerprint(unb64(seen.root, 32))


def link(session: Session, seen: PeerSeen) -> None:
    """Sign that this is the other school: both fingerprints were the same on both sides."""
    session.write(lambda batch: batch.act("peer", host=seen.host, root=seen.root), _seat(session))


def unlink(session: Session, root: str) -> None:
    """Sign that a school is linked no more."""
    session.write(lambda batch: batch.act("unpeer", root=root), _seat(session))


def linked(session: Session) -> Peers:
    """The linked schools, and how they answer."""
    return call(session.transport, "GET", "/api/peers", Peers)


def let_watch(session: Session, root: str, allowed: bool = True) -> None:
    """Let the server of a linked school ask how ours is, or no longer: numbers, never contents."""
    call(session.transport, "PUT", "/api/peers/watching", type(None), Watching(root=root, allowed=int(allowed)))


def health(session: Session, host: str) -> Health:
    """How the server of a linked school is, if its office lets ours ask. Raises Problem("not-found")."""
    return call(session.transport, "GET", f"/api/peers/{host}/health", Health)


def sign_server(session: Session, root_code: str, *, renew: bool = False) -> None:
    """Sign for this school's server with the root sheet; `renew`: for a fresh key. Raises CodeError, Refused."""
    root = read_root(root_code)
    if root.public != session.replica.trust.root:
        raise Refused("wrong-school")
    if renew:
        key = call(session.transport, "POST", "/api/peers/key", ServerKey, Nothing()).key
    else:
        key = call(session.transport, "GET", "/.well-known/kring", WellKnown).key
    for left in range(TRIES, 0, -1):
        batch = Batch(session.replica, Author("root", "", root), session.clock())
        batch.act("server", host=session.host, key=key)
        try:
            session.post(batch.entries)
            return
        except Problem as problem:
            if problem.code != "stale-tip" or left == 1:
                raise
            session.sync()


def root_of(session: Session) -> str:
    """The root key of one's own school, as acts name it."""
    return b64(session.replica.trust.root)


def _seat(session: Session) -> Seat:
    """A place from which one may link: in the office, or as an admin."""
    for role in ("office", "admin"):
        for seat_id in session.replica.seats():
            seat = session.replica.trust.seats[seat_id]
            if seat.role == role and seat.alive(session.clock()):
                return seat
    raise Refused("not-allowed")
