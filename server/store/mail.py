"""Addresses of those who want an e-mail when no device of theirs can be told, and who waits for one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from server.store import Connection


class Waiting(NamedTuple):
    """Somebody who waits for an e-mail."""

    person: str
    address: str


def address(connection: Connection, reader: str) -> str:
    """The reader's own address; "" for none."""
    row = connection.execute("SELECT address FROM mail WHERE person = ?", (reader,)).fetchone()
    return row[0] if row else ""


def choose(connection: Connection, reader: str, chosen: str) -> None:
    """Remember the reader's own address; "" forgets it."""
    if chosen:
        connection.execute(
            "INSERT INTO mail VALUES (?, ?, 0, 0, 0) ON CONFLICT (person) DO UPDATE SET address = excluded.address",
            (reader, chosen),
        )
    else:
        connection.execute("DELETE FROM mail WHERE person = ?", (reader,))


def note(connection: Connection, persons: Iterable[str], now: int, dead: int, after: int, again: int) -> None:
    """Let those of these persons whom no device can tell wait for an e-mail.

    A device can tell if its push service answers, or refuses since later than `dead` (ms). The e-mail is due `after` ms
    from `now`, and not within `again` ms of the one before.
    """
    connection.execute(
        """UPDATE mail SET due = max(?2 + ?4, sent + ?5), noted = ?2 WHERE due = 0
           AND person IN (SELECT value FROM json_each(?1)) AND NOT EXISTS (
             SELECT 1 FROM subscription s WHERE s.person = mail.person AND (s.failing = 0 OR s.failing > ?3))""",
        (json.dumps(sorted(persons)), now, dead, after, again),
    )


def due(connection: Connection, now: int, most: int) -> list[Waiting]:
    """Who has to be written to now. Whoever was here since they were noted waits no more."""
    connection.execute(
        """UPDATE mail SET due = 0 WHERE due > 0 AND due <= ? AND EXISTS (
             SELECT 1 FROM device d WHERE d.person = mail.person AND d.seen > mail.noted)""",
        (now,),
    )
    rows = connection.execute(
        "SELECT person, address FROM mail WHERE due > 0 AND due <= ? ORDER BY due LIMIT ?", (now, most)
    )
    return [Waiting(*row) for row in rows]


def settle(connection: Connection, person: str, now: int) -> None:
    """Note that somebody was written to."""
    connection.execute("UPDATE mail SET due = 0, sent = ? WHERE person = ?", (now, person))


def postpone(connection: Connection, person: str, until: int) -> None:
    """Try again later."""
    connection.execute("UPDATE mail SET due = ? WHERE person = ?", (until, person))
