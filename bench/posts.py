"""Posts a second: news sealed by the client's own code, posted over HTTP, against raw SQLCipher commits one by one.

A post is a request, a checked signature, the rules, a commit on disk, and telling who listens. The raw side writes a
row of the same size with a running number in a transaction of its own, and does nothing else.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bench.commits import open_raw, write_raw
from bench.load import drive
from bench.rows import Row, take_turns
from bench.school import DISK, GROUPS, Running, open_copy, seal_news

CROWD = 50
EACH = 700
"""Posts sealed for each of the ten teachers before the clock starts."""
SECONDS = 0.6


def measure() -> list[Row]:
    """Posts by one and by fifty who each wait for their answer."""
    with tempfile.TemporaryDirectory(dir=DISK) as folder, open_copy("posts") as server:
        posts = _mixed(server)
        size = len(next(posts))
        raw = open_raw(Path(folder) / "raw.db")
        figures = take_turns({
            "raw": lambda: write_raw(raw, 1, SECONDS, bytes(size)),
            "one": lambda: drive(server.port, [posts], SECONDS).rate,
            "crowd": lambda: drive(server.port, [posts] * CROWD, SECONDS).rate,
        })  # fmt: skip
    against = "raw SQLCipher commits, one by one"
    return [
        Row("posts over HTTP, 1 poster", figures["one"], figures["raw"], "posts/s", against=against),
        Row(f"posts over HTTP, {CROWD} posters", figures["crowd"], figures["raw"], "posts/s", against=against),
    ]


def _mixed(server: Running) -> Iterator[bytes]:
    """Posts of all teachers in turn, each to the own group; nothing is posted twice."""
    return chain.from_iterable(zip(*(seal_news(server, group, EACH) for group in GROUPS), strict=True))
