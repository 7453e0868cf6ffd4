"""Private calendar addresses: deposited by a person's client, fetched by whatever calendar program has the address.

Invariants: the secret is in the address only, and in memory for that one request; without it neither the deposit nor
the rendering that is kept can be opened, by this server included. Nothing but events of calendars that the feed's
person reads at that moment is ever shown. Whoever asks again what has not changed is answered without opening anything.
An address that was revoked, mistyped or guessed answers as one that never was.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from crypto.encoding import unb64
from crypto.feed import KEPT, Feed, read_secret, seal_in_feed
from server import logs
from server.auth import who
from server.errors import Problem
from server.feedparts import ask_all
from server.rendering import Part, Rendering, kept, opened, render
from server.site import NAME, Site, site
from server.standing import asked_as, is_due, state_of, tag_of
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
_FEED = "/api/feeds/<feed>"


@routes.serve(Operation("GET", "/api/feeds", PERSON, gives=Feeds, away=True))
def get_feeds() -> Feeds:
    """My private calendar addresses: their ids, and the day on which each was last fetched."""
    me = who()
    return Feeds(feeds=site().store.read(lambda connection: feeds.of(connection, me.person)))


@routes.serve(Operation("PUT", _FEED, PERSON, FeedDeposit, away=True,
                        problems=("not-a-calendar", "too-many-feeds", "feed-revoked", "slow-down")))  # fmt: skip
def put_feed(given: FeedDeposit, feed: str) -> None:
    """Deposit what one of my calendar addresses shows; the first time makes it; one that was revoked stays so."""
    me, here = who(), site()
    here.limits.knock("entries", me.person)
    unb64(feed, 16)
    deposit, now = unb64(given.sealed), here.now()

    def write(connection: Connection) -> None:
        _check_circles(connection, me.person, given.circles, now)
        if feeds.is_revoked(connection, feed):
            raise Problem("feed-revoked")
        own = [one.id for one in feeds.of(connection, me.person)]
        if feed not in own and len(own) >= MOST:
            raise Problem("too-many-feeds")
        if not feeds.put(connection, me.person, feed, given, deposit, now):
            raise Problem("not-found")

    here.store.write(write)


@routes.serve(Operation("DELETE", _FEED, PERSON, away=True, problems=("slow-down",)))
def revoke_feed(feed: str) -> None:
    """Revoke one of my calendar addresses: from now on it does not exist, and can't come to be."""
    me = who()
    site().limits.knock("entries", me.person)
    unb64(feed, 16)
    if not site().store.write(lambda connection: feeds.revoke(connection, me.person, feed)):
        raise Problem("not-found")


@routes.serve(Operation("GET", PATH, PUBLIC, kind="text/calendar", problems=("slow-down",)))
def fetch_feed(feed: str, secret: str) -> Response:
    """The calendar behind a private address."""
    here, now = site(), site().now()
    state = state_of(here, feed, secret, now)
    if state is None:
        here.limits.knock("feeds")
        raise Problem("not-found")
    known = read_secret(secret)
    if state.fetched != (today := day_of(now)):
        here.store.write(lambda connection: feeds.note(connection, feed, today))
    state, joined = _joined(here, known, state, now)
    tag = tag_of(here, state)
    if request.if_none_match.contains_weak(tag):
        return Response(status=304, headers=_headers(tag))
    text = _kept(here, known).text if state.tag == tag else b""
    return Response(text or _rendered(here, known, replace(state, tag=tag), joined, now), content_type=_TYPE,
                    headers=_headers(tag))  # fmt: skip


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
        state = state_of(here, feed, name.removesuffix(".ics"), now) if name.endswith(".ics") else None
    except StoreError:
        return ""
    tag = tag_of(here, state) if state and state.fetched == day_of(now) and not is_due(state, now) else ""
    return tag if tag and f'"{tag}"' in known else ""


def _joined(here: Site, feed: Feed, state: feeds.State, now: int) -> tuple[feeds.State, dict[str, Part] | None]:
    """Ask linked schools where something may have moved: the state with what they say, and their events.

    None for the events: they are those of the rendering that is kept.
    """
    if not is_due(state, now):
        return state, None
    found = here.store.read(lambda connection: feeds.contents(connection, feed.id, now))
    if found is None:
        raise Problem("not-found")
    before = kept(feed, found.kept, here.config.school).parts
    joined, answered = ask_all(here, opened(feed, found).away, state.away, before)
    asked = asked_as(state, now) if answered else ""
    parts = {host: f"{part.tag} {part.name}" for host, part in sorted(joined.items())}
    if asked and parts == state.parts and joined.keys() == before.keys():
        here.store.write(lambda connection: feeds.note_asked(connection, feed.id, asked))
    return replace(state, asked=asked, parts=parts), joined


def _kept(here: Site, feed: Feed) -> Rendering:
    """The rendering that was kept, as it was sent before; an empty one if it does not open."""
    sealed = here.store.read(lambda connection: feeds.kept(connection, feed.id))
    return kept(feed, sealed, here.config.school)


def _rendered(here: Site, feed: Feed, state: feeds.State, joined: dict[str, Part] | None, now: int) -> bytes:
    """A new rendering, kept under its tag for whoever asks again."""
    found = here.store.read(lambda connection: feeds.contents(connection, feed.id, now))
    if found is None:
        raise Problem("not-found")
    if joined is None:
        joined = kept(feed, found.kept, here.config.school).parts if state.away else {}
    rendering = render(feed, found, here.config.school, joined)
    sealed = seal_in_feed(feed, KEPT, rendering.packed())
    here.store.write(lambda connection: feeds.keep(connection, feed.id, found.version, state, sealed))
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
