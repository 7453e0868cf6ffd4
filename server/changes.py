"""Reading on: what changed since a cursor. Who asks and missed nothing is answered without the database."""

from __future__ import annotations

from flask import request

from server.auth import who
from server.cursor import open_cursor, seal_cursor
from server.site import site
from server.store import Connection, changes, letters
from server.store.changes import Changes, Cursor
from server.wire import PERSON, Operation, Routes
from sync.messages import Page

routes = Routes("changes", __name__)


@routes.serve(Operation("GET", "/api/sync", PERSON, gives=Page, query=("cursor",), problems=("bad-cursor",), away=True))
def sync() -> Page:
    """Everything that changed for me since the cursor, a page at a time; `done` when there is no more."""
    me, here, now = who(), site(), site().now()
    text = request.args.get("cursor", "")
    if here.hub.is_at_rest(me.person, text):
        return Page(cursor=text, done=True, incarnation=here.incarnation, time=now)
    cursor = open_cursor(here.secret, me.person, here.incarnation, text)
    ticket = here.hub.ticket()
    found = here.store.read(lambda connection: _page(connection, me.person, cursor, now))
    if found.cursor != cursor or not text:
        text = seal_cursor(here.secret, me.person, here.incarnation, found.cursor)
    if found.done:
        here.hub.rest(me.person, text, ticket)
    return Page(
        cursor=text, done=found.done, incarnation=here.incarnation, time=now, acts=found.acts, seats=found.seats,
        links=found.links, records=found.records, joined=found.joined, left=found.left,
        offers=found.offers,
    )  # fmt: skip


def _page(connection: Connection, reader: str, cursor: Cursor, now: int) -> Changes:
    found = changes.page(connection, reader, cursor, now)
    found.records = letters.blinded(connection, reader, found.records)
    return found
