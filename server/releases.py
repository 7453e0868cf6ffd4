"""What has a time of its own: what was written for later is shown, letters that are over are dropped, files that nobody
lists go, places begin and end on their day, surveys close. What a place may not read is refused by its dates; this is
how its holder comes to hear of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from server import blobs, claims
from server.hub import News
from server.neighbours import announce
from server.site import Site
from server.store import Connection, reach, records, surveys
from server.store.errors import StoreError
from server.telling import Told, tell
from server.writing import READS, SEES
from sync.modules import KINDS

EVERY_SECONDS = 15.0


class _Nothing(Exception):
    """Nothing is due: the transaction is undone, so the sequence keeps its number."""


def release_due(here: Site) -> int:
    """Show and drop what is due by now and tell its readers; returns how many records were shown."""
    try:
        count, _ = here.store.write(lambda connection: _release(connection, here), lambda done: here.hub.tell(done[1]))
    except _Nothing:
        return 0
    return count


def close_surveys(here: Site) -> int:
    """Forget who had a ballot in surveys that have closed, and their keys; returns in how many."""
    now = here.now()
    if not here.store.read(lambda connection: surveys.due(connection, now)):
        return 0
    closed = here.store.write(lambda connection: surveys.close_due(connection, now))
    here.store.empty_log()
    return closed


def start(here: Site, stopped: threading.Event) -> threading.Thread:
    """Release what is due every few seconds until `stopped` is set."""
    thread = threading.Thread(target=_repeat, args=(here, stopped.wait), name="kring-releases", daemon=True)
    thread.start()
    return thread


def _repeat(here: Site, wait: Callable[[float], bool]) -> None:
    while not wait(EVERY_SECONDS):
        try:
            release_due(here)
            blobs.clean(here)
            claims.let_go_due(here)
            close_surveys(here)
        except StoreError as error:
            structlog.get_logger().error("release", code=error.code)
            here.faults.note(error.code, here.now())


def _release(connection: Connection, here: Site) -> tuple[int, News]:
    now = here.now()
    seq = here.store.next_sequence(connection)
    due, over = records.release(connection, seq, now), records.expire(connection, seq, now)
    moved = reach.due(connection, now)
    if not due and not over and not moved:
        raise _Nothing
    reach.recompute(connection, seq, moved, now)
    here.hub.forget()
    news = News(poked=set(moved), structure=bool(moved))
    told = []
    for circle, place, refs in due:
        record, author, kind, record_id = records.found(connection, circle, place)
        readers = {one for ref in refs for one in reach.audience(connection, ref, READS, now)}
        readers -= set() if KINDS[kind].wakes else {author}
        if KINDS[kind].tells:
            told.append(Told(record, kind, record_id, set(refs), readers))
            tell(connection, told[-1], now)
    for circle in {ref for _, _, refs in due for ref in refs} | over:
        news.poked |= reach.audience(connection, circle, SEES, now)
    announce(connection, news, told, (), now)
    return len(due), news
