"""Withholding: a record that a child's family had taken away is there for those who reach the child's circle, and for
nobody else. Of several children: for those who reach the circles of all of them.

Invariants: whoever is denied the record is denied its files as well, whatever else lists them; each change of who gets
it (withheld, released, somebody came to reach the circle or no longer does) is told anew under a number of its own, so
that copies follow; with the record its withholdings go.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crypto.heads import GONE
from server.store import Connection


def _closed(now: str) -> str:
    """A withholding `w` of a circle that the reader ?1 does not reach at the time that the parameter `now` holds."""
    return f"""NOT EXISTS (SELECT 1 FROM reach z WHERE z.person = ?1 AND z.circle = w.circle AND z.level = 2
      AND z.starts <= {now} AND (z.ends = 0 OR z.ends > {now}))"""  # noqa: S608


def record_open(record: str, now: str) -> str:
    """SQL: whether nothing withholds the record with this id from the reader ?1."""
    return f"NOT EXISTS (SELECT 1 FROM withholding w WHERE w.record = {record} AND {_closed(now)})"  # noqa: S608


def blob_open(now: str) -> str:
    """SQL: whether no withheld record lists the blob b, but for the reader ?1."""
    return f"""NOT EXISTS (SELECT 1 FROM attachment o JOIN record p ON p.circle = o.circle AND p.place = o.place
      JOIN withholding w ON w.record = p.id WHERE o.blob = b.id AND {_closed(now)})"""  # noqa: S608


def names(record: str) -> str:
    """SQL: the circles for which the record with this id is withheld, as JSON."""
    return f"(SELECT json_group_array(w.circle) FROM withholding w WHERE w.record = {record})"  # noqa: S608


def is_withheld(connection: Connection, record: str) -> bool:
    """Whether anything withholds this id."""
    return connection.execute("SELECT 1 FROM withholding WHERE record = ? LIMIT 1", (record,)).fetchone() is not None


def withhold(connection: Connection, record: str, circle: str, person: str, now: int) -> bool:
    """Withhold a record for a circle; False if it is already."""
    row = connection.execute(
        "INSERT OR IGNORE INTO withholding VALUES (?, ?, ?, ?) RETURNING 1", (record, circle, person, now)
    ).fetchone()
    return row is not None


def release(connection: Connection, record: str, circle: str) -> bool:
    """Withhold a record for a circle no longer; False if it was not."""
    row = connection.execute(
        "DELETE FROM withholding WHERE record = ? AND circle = ? RETURNING 1", (record, circle)
    ).fetchone()
    return row is not None


def tell_again(connection: Connection, seq: int, circle: str, place: int) -> None:
    """Have a record sent once more to all who read its circle: to each as they get it now."""
    connection.execute("INSERT OR IGNORE INTO released VALUES (?, ?, ?)", (circle, seq, place))


def moved(connection: Connection, seq: int, circle: str) -> None:
    """Somebody came to reach a circle, or no longer does: what is withheld for it is told again."""
    connection.execute(
        """INSERT OR IGNORE INTO released SELECT r.circle, ?1, r.place FROM withholding w
           JOIN record r ON r.id = w.record AND r.current WHERE w.circle = ?2""",
        (seq, circle),
    )


def follow(connection: Connection, head: dict[str, Any], replaced: Iterable[tuple[str, int]]) -> None:
    """A withheld record is replaced or deleted: the files that it no longer lists go, whoever else lists them.

    To be called before what was `replaced` lets go of its files.
    """
    if not is_withheld(connection, head["id"]):
        return
    for circle, place in replaced:
        rows = connection.execute("SELECT blob FROM attachment WHERE circle = ? AND place = ?", (circle, place))
        for (blob,) in [row for row in rows.fetchall() if row[0] not in head["blobs"]]:
            connection.execute("DELETE FROM attachment WHERE blob = ?", (blob,))
            connection.execute("DELETE FROM blob WHERE id = ?", (blob,))
    if head["kind"] == GONE:
        connection.execute("DELETE FROM withholding WHERE record = ?", (head["id"],))
