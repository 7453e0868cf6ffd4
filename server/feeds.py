"""Private calendar addresses: deposited by a person's client, fetched by whatever calendar program has the address.

Invariants: the secret is in the address only, and in memory for that one request; without it neither the deposit nor
the rendering that is kept can be opened, by this server included. Nothing but events of calendars that the feed's
person reads at that moment is ever shown. Whoever asks again what has not changed is answered without opening anything.
An address that was revoked, mistyped or guessed answers as one that never was.
"""

from __future__ import annotations

from flask import Response, request

from crypto.digest import H
from crypto.encoding import b64, unb64
from crypto.errors import CryptoError
from crypto.feed import KEPT, Feed, open_in_feed, read_secret, seal_in_feed
from server.auth import who
from server.errors import Problem
from server.ics import RENDERING
from server.rendering import Rendering, render
from server.site import Site, site
from server.store import Connection, circles, feeds
from server.wire import PERSON, PUBLIC, Operation, Routes
from sync.feed import KIND
from sync.messages import FeedDeposit, Feeds
from sync.zone import day_of

routes = Routes("feeds", __name__)
MOST = 20
"""Addresses of one person."""
PATH = "/feed/<feed>/<secret>.ics"
_TYPE = "text/calendar; charset=utf-8"
_PURPOSE = "kring1.server.feed"
_FEED = "/api/feeds/<feed>"


@routes.serve(Operation("GET", "/api/feeds", PERSON, gives=Feeds))
def get_feeds() -> Feeds:
    """My private calendar addresses: their ids, and the day on which each was last fetched."""
    me = who()
    return Feeds(feeds=site().store.read(lambda connection: feeds.of(connection, me.person)))


@routes.serve(Operation("PUT", _FEED, PERSON, FeedDeposit, problems=("not-a-calendar", "too-many-feeds", "slow-down")))
def put_feed(given: FeedDeposit, feed: str) -> None:
    """Deposit what one of my calendar addresses shows; the first time makes it."""
    me, here = who(), site()
    here.limits.knock("entries", me.person)
    unb64(feed, 16)
    deposit, now = unb64(given.sealed), here.now()

    def write(connection: Connection) -> None:
        _check_circles(connection, me.person, given.circles, now)
        own = [one.id for one in feeds.of(connection, me.person)]
        if feed not in own and len(own) >= MOST:
            raise Problem("too-many-feeds")
        if not feeds.put(connection, me.person, feed, given.circles, given.mark, deposit, now):
            raise Problem("not-found")

    here.store.write(write)


@routes.serve(Operation("DELETE", _FEED, PERSON))
def revoke_feed(feed: str) -> None:
    """Revoke one of my calendar addresses: from now on it does not exist."""
    me = who()
    if not site().store.write(lambda connection: feeds.revoke(connection, me.person, feed)):
        raise Problem("not-found")


@routes.serve(Operation("GET", PATH, PUBLIC, kind="text/calendar", problems=("slow-down",)))
def fetch_feed(feed: str, secret: str) -> Response:
    """The calendar behind a private address."""
    here, now = site(), site().now()
    try:
        known = read_secret(secret)
    except CryptoError:
        raise _missed(here) from None
    state = here.store.read(lambda connection: feeds.state(connection, feed, now)) if known.id == feed else None
    if state is None:
        raise _missed(here)
    tag = b64(H(_PURPOSE, f"{RENDERING} {here.config.school.host} {state.now}".encode()))[:22]
    if state.fetched != (today := day_of(now)):
        here.store.write(lambda connection: feeds.note(connection, feed, today))
    if request.if_none_match.contains_weak(tag):
        return _dressed(Response(status=304), tag)
    text = _kept(here, known) if state.tag == tag else _rendered(here, known, tag, now)
    return _dressed(Response(text, content_type=_TYPE), tag)


def _kept(here: Site, feed: Feed) -> bytes:
    """The rendering that was kept, as it was sent before."""
    sealed = here.store.read(lambda connection: feeds.kept(connection, feed.id))
    return Rendering.read(open_in_feed(feed, KEPT, sealed)).text


def _rendered(here: Site, feed: Feed, tag: str, now: int) -> bytes:
    """A new rendering, kept under its tag for whoever asks again."""
    found = here.store.read(lambda connection: feeds.contents(connection, feed.id, now))
    if found is None:
        raise _missed(here)
    rendering = render(feed, found, here.config.school)
    sealed = seal_in_feed(feed, KEPT, rendering.packed())
    here.store.write(lambda connection: feeds.keep(connection, feed.id, found.version, tag, sealed))
    return rendering.text


def _dressed(response: Response, tag: str) -> Response:
    response.headers["ETag"] = f'"{tag}"'
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _missed(here: Site) -> Problem:
    """Only what does not exist is counted: many families' calendars are fetched from one address."""
    here.limits.knock("feeds")
    return Problem("not-found")


def _check_circles(connection: Connection, person: str, wanted: list[str], now: int) -> None:
    for circle in wanted:
        if not circles.reaches(connection, person, circle, now):
            raise Problem("not-found")
        found = circles.find(connection, circle)
        if found is None or found.kind != KIND:
            raise Problem("not-a-calendar")
