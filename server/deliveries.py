"""What a linked school delivers: notices that there is something new there for our people.

Invariant: each parcel has its effect once, in the order of its numbers, whatever was sent again; what is answered for
is on disk, sleeping devices' messages among it. A notice has an effect only for people who have an account here.
"""

from __future__ import annotations

from server.auth import caller
from server.errors import Problem
from server.hub import News
from server.site import site
from server.store import Connection, parcels, peers, push
from server.store.peers import Peer
from server.telling import tell_away, topic_away
from server.wire import MIB, PEER, Operation, Routes
from sync.messages import Delivered, Delivery, Notice

routes = Routes("deliveries", __name__)
STALE = 24 * 3_600_000
"""What is older (ms) wakes no device: that school was cut off, or we were put back from a backup."""
SIGNED = (
    "not-linked",
    "bad-signature",
    "stale-signature",
    "replayed",
    "wrong-digest",
    "unknown-version",
    "slow-down",
)


@routes.serve(
    Operation("POST", "/api/peers/deliveries", PEER, Delivery, Delivered, MIB, (*SIGNED, "out-of-order", "invalid"))
)
def take_delivery(given: Delivery) -> Delivered:
    """Take parcels that are new, in order; say up to which number everything is here."""
    here, peer = site(), caller().peer
    numbers = [one.n for one in given.parcels]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers)) if numbers else []):
        raise Problem("invalid")
    last, _ = here.store.write(
        lambda connection: _take(connection, peer, given, here.now()), lambda done: here.hub.tell(News(poked=done[1]))
    )
    if peer.tries:  # they are there again: what waits for them need not wait for its turn
        here.store.write(lambda connection: peers.note(connection, peer.root, peer.state, 0, 0))
    return Delivered(last=last, incarnation=here.incarnation)


def _take(connection: Connection, peer: Peer, given: Delivery, now: int) -> tuple[int, set[str]]:
    last = parcels.last_taken(connection, peer.root, given.life)
    missed = given.gone > last
    last = max(last, given.gone)
    if given.parcels and given.parcels[0].n > last + 1:
        raise Problem("out-of-order", last=last)
    poked = peers.move_all(connection, peer.root) if missed else set()
    for one in given.parcels:
        if one.n > last:
            last = one.n
            poked |= _heed(connection, peer, one.notice, now)
    parcels.take(connection, peer.root, given.life, last)
    return last, poked


def _heed(connection: Connection, peer: Peer, notice: Notice, now: int) -> set[str]:
    """What a notice means here: whom to poke, and what their sleeping devices are told."""
    for topic in notice.withdrawn:
        push.withdraw(connection, topic_away(peer.host, topic))
    for told in notice.told:
        if now + peer.skew - told.at < STALE:
            tell_away(connection, peer.host, told, now)
    return peers.move_all(connection, peer.root) if notice.all else peers.move(connection, peer.root, notice.persons)
