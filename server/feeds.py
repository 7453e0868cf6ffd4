"""Private calendar addresses: deposited by a person's client, fetched by whatever calendar program has the address.

Invariants: the secret is in the address only, and in memory for that one request; without it neither the deposit nor
the rendering that is kept can be opened, by this server included. Nothing but events of calendars that the feed's
person reads at that moment is ever shown. Whoever asks again what has not changed is answered without opening anything.
An address that was revoked, mistyped or guessed answers as one that never was.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from crypto.digest import H
from crypto.encoding import b64, unb64
from crypto.errors import CryptoError
from crypto.feed import KEPT, Feed, feed_id, read_secret, seal_in_feed
from server import logs
from server.auth import who
from server.errors import Problem
from server.rendering import kept, render, rules_of
from server.site import NAME, Site, site
from server.store import Connection, circles, feeds
from server.store.errors import StoreError
from server.wire import PERSON, PUBLIC, Operation, Routes
from sync.feed import KIND
from sync.messages import FeedDeposit, Feeds
from sync.zone import day_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

routes = Routes("feeds", __name__)
MOST = 20
"""Addresses of one person."""
PATH = "/feed/<feed>/<secret>.ics"
_PREFIX = "/feed/"
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
    state = _state(here, feed, secret, now)
    if state is None:
        here.limits.knock("feeds")
        raise Problem("not-found")
    known, tag = read_secret(secret), _tag(here, state)
    if state.fetched != (today := day_of(now)):
        here.store.write(lambda connection: feeds.note(connection, feed, today))
    if request.if_none_match.contains_weak(tag):
        return Response(status=304, headers=_headers(tag))
    text = _kept(here, known) if state.tag == tag else b""
    return Response(text or _rendered(here, known, tag, now), content_type=_TYPE, headers=_headers(tag))


def early(app: Flask, inner: WSGIApplication) -> WSGIApplication:
    """`inner`, but who asks for a feed that has not changed is answered before it: that is what calendar programs do
    all day, and most of what `inner` does for a request is of no use to it."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path, known = environ["PATH_INFO"], environ.get("HTTP_IF_NONE_MATCH", "")
        if known and path.startswith(_PREFIX) and environ["REQUEST_METHOD"] == "GET":
            began = time.perf_counter()
            if tag := _unchanged(app.extensions[NAME], path, known):
                logs.line("GET", PATH, 304, began)
                start("304 NOT MODIFIED", list(_headers(tag).items()))
                return ()
        return inner(environ, start)

    return answer


def _unchanged(here: Site, path: str, known: str) -> str:
    """The tag of a feed that still is as the program has it; "" for everything else, errors too."""
    feed, _, name = path.removeprefix(_PREFIX).partition("/")
    now = here.now()
    try:
        state = _state(here, feed, name.removesuffix(".ics"), now) if name.endswith(".ics") else None
    except StoreError:
        return ""
    tag = _tag(here, state) if state and state.fetched == day_of(now) else ""
    return tag if tag and f'"{tag}"' in known else ""


def _state(here: Site, feed: str, secret: str, now: int) -> feeds.State | None:
    """Where a feed stands; None unless the secret is that of this id, and its person still reads something here."""
    try:
        if feed_id(secret) != feed:
            return None
    except CryptoError:
        return None
    return here.store.read(lambda connection: feeds.state(connection, feed, now))


def _tag(here: Site, state: feeds.State) -> str:
    return b64(H(_PURPOSE, f"{rules_of(here.config.school)} {state.now}".encode()))[:22]


def _kept(here: Site, feed: Feed) -> bytes:
    """The rendering that was kept, as it was sent before; nothing if it does not open."""
    sealed = here.store.read(lambda connection: feeds.kept(connection, feed.id))
    return kept(feed, sealed, here.config.school).text


def _rendered(here: Site, feed: Feed, tag: str, now: int) -> bytes:
    """A new rendering, kept under its tag for whoever asks again."""
    found = here.store.read(lambda connection: feeds.contents(connection, feed.id, now))
    if found is None:
        raise Problem("not-found")
    rendering = render(feed, found, here.config.school)
    sealed = seal_in_feed(feed, KEPT, rendering.packed())
    here.store.write(lambda connection: feeds.keep(connection, feed.id, found.version, tag, sealed))
    return rendering.text


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": f'"{tag}"', "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}


def _check_circles(connection: Connection, person: str, wanted: list[str], now: int) -> None:
    for circle in wanted:
        if not circles.reaches(connection, person, circle, now):
            raise Problem("not-found")
        found = circles.find(connection, circle)
        if found is None or found.kind != KIND:
            raise Problem("not-a-calendar")
