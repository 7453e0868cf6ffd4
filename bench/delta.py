"""What a client that is ten records behind waits for, in a school of eight years against the same school on day one.

The ten records are real posts over HTTP; what lies before them is made by `bench/years.py`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import repeat

from bench import school, years
from bench.load import drive, request
from bench.rows import Row, take_turns
from bench.school import GROUPS, OFFICE, Running, connect, newest_cursor, seal_news, settle, template
from server.config import Config
from sync.client.transport import call
from sync.messages import Page

BEHIND = 10
GROUP = GROUPS[0]
SECONDS = 0.4


def measure() -> list[Row]:
    """Milliseconds for the delta of a parent and of a teacher, who is sent receipts as well."""
    with _open("day-one", lambda config: None) as young, _open("eight-years", years.add) as old:
        rows = []
        for name, who in (("parent", template().parents[0]), ("teacher", GROUP)):
            asked = {one: _behind(server, who) for one, server in (("young", young), ("old", old))}
            figures = take_turns({
                "young": partial(_median, young, asked["young"]), "old": partial(_median, old, asked["old"]),
            })  # fmt: skip
            what = f"{BEHIND} records behind after {years.RECORDS:,} records, {name}"
            rows.append(Row(what, figures["old"], figures["young"], "ms", "lower", "the same on day one"))
    return rows


@contextmanager
def _open(name: str, change: Callable[[Config], None]) -> Iterator[Running]:
    folder = school.copy(name)
    config = settle(folder)
    try:
        change(config)
        with school.serve(config) as server:
            yield server
    finally:
        shutil.rmtree(folder)


def _behind(server: Running, who: str) -> bytes:
    """A request for what ten real posts brought, half of them to the school, half to the group."""
    cursor = newest_cursor(server, who)[0]
    posts = seal_news(server, GROUP, BEHIND // 2) + seal_news(server, OFFICE, BEHIND // 2)
    drive(server.port, [posts], 30)
    page = call(connect(server, who), "GET", f"/api/sync?cursor={cursor}", Page)
    assert (len(page.records), page.done) == (BEHIND, True)
    return request("GET", f"/api/sync?cursor={cursor}", server.port, template().cookies[who])


def _median(server: Running, asked: bytes) -> float:
    answers = sorted(drive(server.port, [repeat(asked)], SECONDS).answers)
    return answers[len(answers) // 2] * 1000
