"""Emptying what waits for linked schools, beside all requests: each school for itself, again later where it is silent.

Invariants: one request at a time to each school, so its order is ours; a school that hangs makes no other one wait;
nothing here waits inside a transaction; who says when to come again is not asked earlier.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from typing import NamedTuple

import msgspec
import structlog

from server import outside
from server.errors import Problem
from server.outside import Forbidden
from server.peering import Refusing, Said, learn, speak
from server.site import Site
from server.store import Connection, parcels, peers
from server.store.errors import StoreError
from server.store.parcels import Batch
from server.store.peers import Peer
from sync.messages import Delivered, Delivery, Notice, ParcelAt

EVERY_SECONDS = 1.0
PATH = "/api/peers/deliveries"
MOST, LARGEST = 100, 256 * 1024
"""Parcels in one delivery, and bytes."""
HEARTBEAT = 3_600_000
"""How long (ms) until a school to which there is nothing to say is greeted all the same: so a new incarnation shows."""
_FIRST, _LONGEST = 1_000, 15 * 60_000
_AT_ONCE = 8
_READ = 64 * 1024
_STATES = {
    "not-linked": "waiting",
    "unknown-version": "version",
    "bad-signature": "refused",
    "stale-signature": "refused",
}


class Outcome(NamedTuple):
    """What came of it: the receipt, or the code of a problem ("" for no answer), the newest number that the other side
    has of the batch's incarnation, and in how many seconds to come again."""

    receipt: Delivered | None
    code: str = ""
    last: int = 0
    retry: int = 0


def start(here: Site, stopped: threading.Event) -> threading.Thread:
    """Deliver until `stopped` is set."""
    thread = threading.Thread(target=_repeat, args=(here, stopped), name="kring-delivering", daemon=True)
    thread.start()
    return thread


def deliver_due(here: Site) -> int:
    """Speak once to every school that is due; returns to how many."""
    found = here.store.read(lambda connection: peers.due(connection, here.now()))
    for peer in found:
        deliver(here, peer)
    return len(found)


def deliver(here: Site, peer: Peer) -> None:
    """Deliver the next batch to a school, or only a greeting; note what came of it."""
    batch = here.store.read(lambda connection: parcels.next_batch(connection, peer.root, MOST, LARGEST))
    outcome = _try(here, peer, batch)
    here.store.write(lambda connection: _settle(connection, here, peer, batch, outcome))


def _try(here: Site, peer: Peer, batch: Batch) -> Outcome:
    try:
        known = peer if peer.key else learn(here, peer)
        with speak(here, known, "POST", PATH, _body(known, batch)) as answer:
            return _read(answer)
    except (Refusing, Problem) as error:
        return Outcome(None, error.code)
    except (OSError, HTTPException, Forbidden, ValueError) as error:
        structlog.get_logger().info("delivering", failed=type(error).__name__)
        return Outcome(None)


def _body(peer: Peer, batch: Batch) -> bytes:
    found = [ParcelAt(n=one.n, notice=msgspec.json.decode(one.body, type=Notice)) for one in batch.parcels]
    return msgspec.json.encode(Delivery(life=batch.life or peer.life, gone=batch.gone, parcels=found))


def _read(answer: HTTPResponse) -> Outcome:
    data, retry = answer.read(_READ), outside.retry_of(answer)
    try:
        if answer.status == 200:
            return Outcome(msgspec.json.decode(data, type=Delivered))
        said = msgspec.json.decode(data, type=Said)
    except msgspec.MsgspecError:
        return Outcome(None, retry=retry)
    return Outcome(None, said.code, said.last, retry)


def _settle(connection: Connection, here: Site, peer: Peer, batch: Batch, outcome: Outcome) -> None:
    now, fresh = here.now(), peers.find(connection, peer.root)
    if fresh is None:
        return  # unlinked meanwhile
    if outcome.receipt is not None:
        _go_on(connection, fresh, batch, outcome.receipt.last, now)
        peers.hear(connection, peer.root, outcome.receipt.incarnation, now)
        more = peers.waiting(connection, peer.root) > 0
        peers.note(connection, peer.root, "linked", now if more else now + HEARTBEAT, 0)
        return
    if outcome.code == "out-of-order":
        _go_on(connection, fresh, batch, outcome.last, now)
    wait = min(_FIRST * 2 ** min(fresh.tries, 20), _LONGEST) * random.uniform(0.5, 1.5)  # noqa: S311  (so that not all come at once)
    state = _STATES.get(outcome.code, "silent")
    peers.note(connection, peer.root, state, now + max(int(wait), outcome.retry * 1000), fresh.tries + 1)


def _go_on(connection: Connection, peer: Peer, batch: Batch, last: int, now: int) -> None:
    """The other side has everything up to `last` of the batch's incarnation: go on from there, wherever that is."""
    life = batch.life or peer.life
    if life == peer.life and last > peer.sent:
        parcels.renumber(connection, peer, last)  # it was we who were put back
        return
    parcels.settle(connection, peer.root, life, last, now)
    if parcels.send_again(connection, peer.root, life, last) or life != peer.life or last == peer.sent:
        return
    if not peers.waiting(connection, peer.root):  # they were put back to before all that we still have
        parcels.enqueue(connection, peer.root, parcels.FULL, 1)


def _repeat(here: Site, stopped: threading.Event) -> None:
    busy: set[str] = set()
    while not stopped.wait(EVERY_SECONDS):
        try:
            found = here.store.read(lambda connection: peers.due(connection, here.now()))
        except StoreError as error:
            structlog.get_logger().error("delivering", code=error.code)
            here.faults.note(error.code, here.now())
            continue
        for peer in [one for one in found if one.root not in busy][: _AT_ONCE - len(busy)]:
            busy.add(peer.root)
            threading.Thread(target=_apart, args=(here, peer, busy.discard), daemon=True).start()


def _apart(here: Site, peer: Peer, done: Callable[[str], None]) -> None:
    """Deliver to one school, on a thread of its own: while it hangs the others go on."""
    try:
        deliver(here, peer)
    except StoreError as error:
        structlog.get_logger().error("delivering", code=error.code)
    finally:
        done(peer.root)
