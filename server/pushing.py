"""Emptying the push queue, beside all requests: some messages at a time, again later where a service is not there.

Invariant: nothing that somebody waits for runs here, and nothing here waits inside a transaction.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import urlsplit

import structlog
from py_vapid import Vapid02

from server.outside import Answer, Forbidden
from server.site import Site
from server.store import Connection, push
from server.store.errors import StoreError
from server.store.push import Job
from server.vapid import deliver, own_pair

EVERY_SECONDS = 2.0
MOST, AT_ONCE = 64, 8
_FIRST, _LONGEST, _GIVE_UP = 60_000, 6 * 3_600_000, 3 * 24 * 3_600_000
"""How long (ms) until the second try, between two later ones at the most, and until a message is given up."""
_TOO_MANY, _GONE = 429, (404, 410)


def start(here: Site, stopped: threading.Event) -> threading.Thread:
    """Empty the queue until `stopped` is set."""
    thread = threading.Thread(target=_repeat, args=(here, stopped), name="kring-push", daemon=True)
    thread.start()
    return thread


def deliver_due(here: Site) -> int:
    """Tell what is due by now, a few at the same time; returns how many were taken."""
    jobs = here.store.read(lambda connection: push.due(connection, here.now(), MOST))
    if jobs:
        pair = own_pair(here.store)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda job: _one(here, job, pair), jobs))
    return len(jobs)


def _one(here: Site, job: Job, pair: Vapid02) -> None:
    answer = _try(here, job, pair)
    here.store.write(lambda connection: _settle(connection, job, answer, here.now()))


def _try(here: Site, job: Job, pair: Vapid02) -> Answer:
    try:
        return deliver(job, pair, f"https://{urlsplit(here.config.school.origin).hostname}", here.config.push.local)
    except Forbidden:
        return Answer(_GONE[1], 0)  # its name leads into our own network by now: that is no push service
    except (OSError, HTTPException, ValueError) as error:
        structlog.get_logger().info("push", failed=type(error).__name__)
        return Answer(0, 0)


def _settle(connection: Connection, job: Job, answer: Answer, now: int) -> None:
    device = job.target.device
    if answer.status in _GONE:
        push.unsubscribe(connection, device)
    elif 200 <= answer.status < 300:
        push.settle(connection, job.id)
        push.mark(connection, device, 0)
    elif now - job.created > _GIVE_UP or 400 <= answer.status < _TOO_MANY:
        push.settle(connection, job.id)
    else:
        wait = min(_FIRST * 2**job.tries, _LONGEST)
        push.postpone(connection, job.id, now + max(wait, answer.retry * 1000))
        push.mark(connection, device, job.target.failing or now)


def _repeat(here: Site, stopped: threading.Event) -> None:
    while not stopped.wait(EVERY_SECONDS):
        try:
            while deliver_due(here) == MOST and not stopped.is_set():
                pass
        except StoreError as error:
            structlog.get_logger().error("push", code=error.code)
