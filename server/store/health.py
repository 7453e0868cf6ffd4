"""How the school's server is, in numbers; no question here has a reader, so no answer may be about anybody."""

from __future__ import annotations

from typing import NamedTuple

from server.store import Connection, meta

MADE = "backup"
"""The entry of `meta` with the time (ms) of the last backup."""


class Counts(NamedTuple):
    """Accounts; letters that can still be used; what waits: push messages, e-mails, notices for linked schools; what
    fails: devices whose push service refuses, messages that were tried in vain."""

    accounts: int
    letters: int
    push: int
    mail: int
    parcels: int
    refusing: int
    tried: int


def counts(connection: Connection, now: int) -> Counts:
    """The numbers at `now` (ms)."""
    row = connection.execute(
        """SELECT (SELECT count(*) FROM account),
             (SELECT count(*) FROM seat WHERE person = '' AND ended = 0 AND (deadline = 0 OR deadline > ?1)),
             (SELECT count(*) FROM push_job), (SELECT count(*) FROM mail WHERE due > 0),
             (SELECT count(*) FROM parcel WHERE settled = 0),
             (SELECT count(*) FROM subscription WHERE failing > 0), (SELECT count(*) FROM push_job WHERE tries > 0)""",
        (now,),
    ).fetchone()
    return Counts(*row)


def backed_up(connection: Connection) -> int:
    """When (ms) the last backup was made; 0: never."""
    return int(meta.get(connection, MADE) or 0)


def pages(connection: Connection) -> int:
    """The size of the database in bytes."""
    size, count = (connection.execute(f"PRAGMA {one}").fetchone()[0] for one in ("page_size", "page_count"))
    return int(size) * int(count)
