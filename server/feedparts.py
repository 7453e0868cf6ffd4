"""One calendar over several schools: what an address shows of linked schools is asked there, server to server.

Invariants: the secret of the address there is sealed in the deposit here, and in memory for one request; it travels in
the body of a signed request, never in an address. A school answers only the school whose person it is, and says of its
calendars what that address would show anyway. Who does not answer takes nothing away: what it said last is shown.
"""

from __future__ import annotations

from http.client import HTTPException

import msgspec
import structlog

from crypto.errors import CryptoError
from crypto.feed import feed_id, read_secret
from server.auth import caller
from server.deliveries import SIGNED
from server.errors import Problem
from server.outside import Forbidden
from server.peering import Refusing, Said, speak
from server.rendering import Part, lines
from server.site import Site, site
from server.standing import state_of, tag_of
from server.store import feeds, peers
from server.store.peers import Peer
from server.wire import PEER, Operation, Routes
from sync.messages import AwayFeed, FeedAsk, FeedPart

routes = Routes("feedparts", __name__)
PATH = "/api/peers/feeds"
LARGEST = 2 * 1024 * 1024
"""Bytes of an answer; of a school's name so many symbols are shown."""
LONGEST_NAME = 80
MOST = 2000
"""Events of one school."""
_OVER = ("not-found", "not-linked")
_SILENT = (OSError, HTTPException, Forbidden, Refusing, ValueError, CryptoError, msgspec.MsgspecError, RecursionError)


@routes.serve(Operation("POST", PATH, PEER, FeedAsk, FeedPart, problems=(*SIGNED, "not-found")))
def give_part(given: FeedAsk) -> FeedPart:
    """What an address of somebody of that school shows here, event by event; nothing where they know it."""
    here, root, now = site(), caller().peer.root, site().now()
    state = state_of(here, given.feed, given.secret, now)
    if state is None:
        raise Problem("not-found")
    home = here.store.read(lambda connection: peers.home_of(connection, feeds.person_of(connection, given.feed)))
    if home != root:
        raise Problem("not-found")
    tag = tag_of(here, state)
    if tag == given.known:
        return FeedPart(tag=tag)
    found = here.store.read(lambda connection: feeds.contents(connection, given.feed, now))
    if found is None:
        raise Problem("not-found")
    return FeedPart(tag=tag, lines=lines(read_secret(given.secret), found, here.config.school)[:MOST])


def ask_all(
    here: Site, wanted: list[AwayFeed], hosts: frozenset[str], before: dict[str, Part]
) -> tuple[dict[str, Part], bool]:
    """What linked schools add to a feed now, by host, and whether all of them answered. before: what they said last."""
    found, all_answered = {}, True
    for one in wanted:
        peer = here.store.read(lambda connection, host=one.host: peers.at(connection, host))  # type: ignore[misc]
        if peer is None or one.host not in hosts:
            continue
        last = before.get(one.host)
        try:
            part = _ask(here, peer, one, last)
        except _SILENT as error:
            structlog.get_logger().info("feedparts", failed=type(error).__name__)
            part, all_answered = last, False
        if part is not None:
            found[one.host] = part
    return found, all_answered


def _ask(here: Site, peer: Peer, wanted: AwayFeed, last: Part | None) -> Part | None:
    """Ask one school; None where there is no such address any more. Raises what says that there was no answer."""
    if feed_id(wanted.secret) != wanted.id or (peer.tries and peer.due > here.now()):
        raise OSError
    known = last.tag if last else ""
    body = msgspec.json.encode(FeedAsk(feed=wanted.id, secret=wanted.secret, known=known))
    with speak(here, peer, "POST", PATH, body) as answer:
        data = answer.read(LARGEST + 1)
    if answer.status != 200:
        if msgspec.json.decode(data[:LARGEST], type=Said).code in _OVER:
            return None
        raise OSError
    said = msgspec.json.decode(data, type=FeedPart)
    name = peer.name[:LONGEST_NAME]
    if said.lines is None:
        return Part(name, said.tag, last.lines if last else [])
    own = [one for one in said.lines if one.uid.endswith(f"@{peer.host}")]  # no school names another one's events
    return Part(name, said.tag, own)
