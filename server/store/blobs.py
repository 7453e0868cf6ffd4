"""Sealed files: who began which, how far it came, which records list it, and which names are dead.

Invariants: a blob that a record lists is complete; one whose last record goes is forgotten in the same transaction,
and its name becomes litter; so does what nobody listed in time. Nothing else ever makes litter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.store import Connection, withholdings
from server.store.windows import IN_WINDOW

LOOSE_MS = 48 * 3600 * 1000
"""How long (ms) after its last sign of life a blob is kept that no record lists."""


@dataclass(frozen=True)
class Blob:
    """A blob as its uploader knows it; `name` is where its bytes lie."""

    id: str
    name: str
    person: str
    circle: str
    size: int
    at: int
    complete: bool
    attached: bool


_ROW = "id, name, person, circle, size, at, complete, attached"
_SEEN = f"""EXISTS (
  SELECT 1 FROM attachment a JOIN record r ON r.circle = a.circle AND r.place = a.place
  JOIN reach x ON x.person = ?1 AND x.level = 2 AND x.starts <= ?3 AND (x.ends = 0 OR x.ends > ?3)
  WHERE a.blob = b.id AND r.current AND (r.held = 0 OR r.author = ?1) AND CASE WHEN r.letter
    THEN EXISTS (SELECT 1 FROM delivery d WHERE d.circle = r.circle AND d.place = r.place AND d.ref = x.circle)
    ELSE x.circle = r.circle END AND {IN_WINDOW}) AND {withholdings.blob_open("?3")}"""  # noqa: S608
"""Whether the reader ?1 gets, at the time ?3, a record that lists the blob b, and no withheld one denies it."""


def owned(connection: Connection, uploader: str, blob: str) -> Blob | None:
    """A blob that this person began."""
    row = connection.execute(f"SELECT {_ROW} FROM blob WHERE id = ? AND person = ?", (blob, uploader)).fetchone()  # noqa: S608
    if row is None:
        return None
    key, name, person, circle, size, at, whole, attached = row
    return Blob(key, name, person, circle, size, at, bool(whole), bool(attached))


def readable(connection: Connection, reader: str, blob: str, now: int) -> tuple[str, int] | None:
    """(name, size) of a whole blob that the reader gets: by a record, or one's own while no record lists it."""
    row = connection.execute(
        f"""SELECT b.name, b.size FROM blob b WHERE b.id = ?2 AND b.complete
            AND (b.person = ?1 AND NOT b.attached OR {_SEEN})""",  # noqa: S608
        (reader, blob, now),
    ).fetchone()
    return (row[0], row[1]) if row else None


def may_list(connection: Connection, author: str, circle: str, blob: str, now: int) -> bool:
    """Whether a record of this author in this circle may list a blob: own, whole and meant for it, or one they read."""
    row = connection.execute(
        f"""SELECT 1 FROM blob b WHERE b.id = ?2 AND b.complete
            AND (b.person = ?1 AND b.circle = ?4 OR {_SEEN})""",  # noqa: S608
        (author, blob, now, circle),
    ).fetchone()
    return row is not None


def exists(connection: Connection, blob: str) -> bool:
    """Whether an id is taken."""
    return connection.execute("SELECT 1 FROM blob WHERE id = ?", (blob,)).fetchone() is not None


def total(connection: Connection) -> int:
    """Bytes that all blobs may come to."""
    return int(connection.execute("SELECT bytes FROM blob_total").fetchone()[0])


def waiting(connection: Connection, person: str) -> int:
    """Bytes that a person has under way: begun, and in no record."""
    row = connection.execute(
        "SELECT coalesce(sum(size), 0) FROM blob WHERE person = ? AND attached = 0", (person,)
    ).fetchone()
    return int(row[0])


def begin(connection: Connection, blob: Blob, now: int) -> None:
    """Keep a new blob."""
    row = (blob.id, blob.name, blob.person, blob.circle, blob.size, blob.at, blob.complete, now, blob.attached)
    connection.execute("INSERT INTO blob VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def touch(connection: Connection, blob: str, now: int) -> None:
    """Note a sign of life."""
    connection.execute("UPDATE blob SET touched = ? WHERE id = ?", (now, blob))


def advance(connection: Connection, name: str, before: int, at: int, now: int) -> bool:
    """Note how far the bytes have come; False if they were somewhere else than `before`, or are gone."""
    row = connection.execute(
        "UPDATE blob SET at = ?, touched = ? WHERE name = ? AND at = ? AND NOT complete RETURNING 1",
        (at, now, name, before),
    ).fetchone()
    return row is not None


def complete(connection: Connection, name: str, now: int) -> bool:
    """Note that all bytes of a blob are whole in the storage; False if it is gone."""
    row = connection.execute(
        "UPDATE blob SET complete = 1, touched = ? WHERE name = ? AND at = size RETURNING 1", (now, name)
    ).fetchone()
    return row is not None


def attach(connection: Connection, circle: str, place: int, blobs: Iterable[str]) -> None:
    """Note that the record at a place lists blobs, which may be listed."""
    for blob in blobs:
        connection.execute("INSERT OR IGNORE INTO attachment VALUES (?, ?, ?)", (blob, circle, place))
        connection.execute("UPDATE blob SET attached = 1 WHERE id = ?", (blob,))


def detach(connection: Connection, circle: str, place: int) -> None:
    """The record at a place is no more: forget what no other record lists."""
    rows = connection.execute(
        "DELETE FROM attachment WHERE circle = ? AND place = ? RETURNING blob", (circle, place)
    ).fetchall()
    for (blob,) in rows:
        connection.execute(
            "DELETE FROM blob WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM attachment WHERE blob = ?1)", (blob,)
        )


def drop(connection: Connection, blob: str) -> bool:
    """Forget a blob that no record lists; False if one does."""
    row = connection.execute("DELETE FROM blob WHERE id = ? AND attached = 0 RETURNING 1", (blob,)).fetchone()
    return row is not None


def expire(connection: Connection, now: int) -> None:
    """Forget what nobody listed in time."""
    connection.execute("DELETE FROM blob WHERE attached = 0 AND touched <= ?", (now - LOOSE_MS,))


def overdue(connection: Connection, now: int) -> bool:
    """Whether `expire` would find something."""
    row = connection.execute("SELECT 1 FROM blob WHERE attached = 0 AND touched <= ?", (now - LOOSE_MS,)).fetchone()
    return row is not None


def litter(connection: Connection, most: int) -> list[str]:
    """Names that are dead."""
    return [row[0] for row in connection.execute("SELECT name FROM litter LIMIT ?", (most,))]


def discard(connection: Connection, name: str) -> None:
    """A name whose blob is gone may have got bytes since: then it is litter again."""
    connection.execute(
        "INSERT OR IGNORE INTO litter SELECT ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM blob WHERE name = ?1)", (name,)
    )


def rewind(connection: Connection, name: str) -> None:
    """The storage has nothing of a blob that is not whole: it begins again."""
    connection.execute("UPDATE blob SET at = 0 WHERE name = ? AND NOT complete", (name,))


def swept(connection: Connection, names: Iterable[str]) -> None:
    """The storage has let go of these names."""
    connection.executemany("DELETE FROM litter WHERE name = ?", [(name,) for name in names])


def known(connection: Connection) -> dict[str, bool]:
    """Every name that is alive, and whether all its bytes are there: for the doctor."""
    return {row[0]: bool(row[1]) for row in connection.execute("SELECT name, complete FROM blob")}


def to_copy(connection: Connection) -> list[tuple[str, int, bool]]:
    """(name, size, dead) of all that a copy of the database may list, if nothing was swept since before it was made."""
    rows = connection.execute(
        "SELECT name, size, 0 FROM blob WHERE complete UNION ALL SELECT name, size, 1 FROM litter"
    )
    return [(row[0], row[1], bool(row[2])) for row in rows]
