"""Eight years of a school, put into its store through the store's interface.

In the proportions of a school: mostly receipts (letters from a parent's seat to a team), then news of groups, records
of children, news of the school. Heads and bodies are random text of lifelike size: the server reads neither to
deliver them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from random import Random
from typing import Any, NamedTuple

from crypto.encoding import b64
from server.config import Config
from server.serve import open_engine
from server.store import Connection, Engine, records
from sync.messages import Record

SHARES = {"school": 2_000, "group": 16_000, "child": 10_000, "seat": 32_000}
"""How many records by the kind of their circle."""
RECORDS = sum(SHARES.values())
KINDS = {"school": "news", "group": "news", "child": "profile", "seat": "receipt"}
AT_ONCE = 2_000
HEAD, BODY, SEALED = 400, 450, 80
"""Bytes before encoding: a head with its ids, a body of a few sentences, a sealed content key."""


class _Made(NamedTuple):
    record: Record
    head: dict[str, Any]
    digest: str


def add(config: Config) -> None:
    """Add the eight years to the school of these settings, which is not being served."""
    with closing(open_engine(config)) as engine:
        made = _records(engine.read(_circles), Random(8))
        while some := list(islice(made, AT_ONCE)):
            engine.write(lambda connection, some=some: _append(engine, connection, some))  # type: ignore[misc]


def _append(engine: Engine, connection: Connection, some: list[_Made]) -> None:
    for one in some:
        records.append(connection, engine.next_sequence(connection), one.record, one.head, one.digest, 0)


def _circles(connection: Connection) -> dict[str, list[str]]:
    """Circles by kind; seats are those that somebody holds."""
    found: dict[str, list[str]] = {}
    for circle, kind in connection.execute("SELECT id, kind FROM circle WHERE kind <> 'seat' ORDER BY id"):
        found.setdefault(kind, []).append(circle)
    found["seat"] = [row[0] for row in connection.execute("SELECT id FROM seat WHERE person <> '' ORDER BY id")]
    return found


def _records(circles: dict[str, list[str]], chance: Random) -> Iterator[_Made]:
    """All records in the order of their time: kinds mixed as they come in life."""
    kinds = [kind for kind, count in SHARES.items() for _ in range(count)]
    chance.shuffle(kinds)
    for kind in kinds:
        yield _record(kind, chance.choice(circles[kind]), circles, chance)


def _record(kind: str, circle: str, circles: dict[str, list[str]], chance: Random) -> _Made:
    letter = kind == "seat"
    author = circle if letter else chance.choice(circles["seat"])
    head = {"circle": circle, "id": b64(chance.randbytes(16)), "revision": 1, "author": b64(chance.randbytes(32)),
            "seat": author, "kind": KINDS[kind], "letter": {"until": 0} if letter else {}}  # fmt: skip
    refs = sorted([circle, chance.choice(circles["team"])]) if letter else []
    boxes = [(f"c:{ref}", 1, b64(chance.randbytes(SEALED))) for ref in refs]
    record = Record(head=b64(chance.randbytes(HEAD)), body=b64(chance.randbytes(BODY)),
                    signature=b64(chance.randbytes(64)), boxes=boxes)  # fmt: skip
    return _Made(record, head, b64(chance.randbytes(32)))
