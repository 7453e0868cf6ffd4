"""Linked schools: who they are, how they answer, and which of our people read there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.store import Connection, meta

LIFE = "life"
"""The entry of `meta` with the incarnation under which parcels are numbered."""


@dataclass(frozen=True)
class Peer:
    """A linked school; see the table for the meaning of each field."""

    root: str
    host: str
    n: int
    name: str
    key: str
    key_n: int
    incarnation: str
    state: str
    life: str
    sent: int
    due: int
    tries: int
    heard: int
    skew: int
    restored: int
    watches: int


_PEER = "root, host, n, name, key, key_n, incarnation, state, life, sent, due, tries, heard, skew, restored, watches"


def link(connection: Connection, root: str, host: str, n: int) -> None:
    """Link a school by the act at place `n`; another host of the same school replaces the one before."""
    connection.execute(
        """INSERT INTO peer (root, host, n, life) VALUES (?, ?, ?, ?)
           ON CONFLICT (root) DO UPDATE SET host = excluded.host, n = excluded.n, due = 0, tries = 0""",
        (root, host, n, meta.get(connection, LIFE) or ""),
    )


def unlink(connection: Connection, root: str) -> bool:
    """Forget a school and what waits for it; False if it was not linked."""
    for table in ("parcel", "taken", "away"):
        connection.execute(f"DELETE FROM {table} WHERE root = ?", (root,))  # noqa: S608
    return bool(connection.execute("DELETE FROM peer WHERE root = ?", (root,)).rowcount)


def find(connection: Connection, root: str) -> Peer | None:
    """The school with this root key."""
    return _one(connection, "root", root)


def at(connection: Connection, host: str) -> Peer | None:
    """The school at this host."""
    return _one(connection, "host", host)


def every(connection: Connection) -> list[Peer]:
    """All linked schools, the oldest first."""
    return [Peer(*row) for row in connection.execute(f"SELECT {_PEER} FROM peer ORDER BY n")]  # noqa: S608


def due(connection: Connection, now: int) -> list[Peer]:
    """Those to speak to now: something waits, or they have not been heard of for a while."""
    return [Peer(*row) for row in connection.execute(f"SELECT {_PEER} FROM peer WHERE due <= ?", (now,))]  # noqa: S608


def waiting(connection: Connection, root: str) -> int:
    """How many parcels wait for a school."""
    row = connection.execute("SELECT count(*) FROM parcel WHERE root = ? AND settled = 0", (root,)).fetchone()
    return int(row[0])


def meet(connection: Connection, root: str, name: str, key: str, key_n: int) -> None:
    """Note a school's name and its key, unless a newer statement is known."""
    connection.execute(
        "UPDATE peer SET name = ?, key = ?, key_n = ? WHERE root = ? AND key_n <= ?", (name, key, key_n, root, key_n)
    )


def note(connection: Connection, root: str, state: str, due: int, tries: int) -> None:
    """Note how a school answered, and when to speak to it again."""
    connection.execute("UPDATE peer SET state = ?, due = ?, tries = ? WHERE root = ?", (state, due, tries, root))


def hear(connection: Connection, root: str, incarnation: str, now: int) -> None:
    """A school answered: in which incarnation; another one than before means that it was put back."""
    connection.execute(
        """UPDATE peer SET heard = ?3, incarnation = ?2,
             restored = CASE WHEN incarnation NOT IN ('', ?2) THEN ?3 ELSE restored END WHERE root = ?1""",
        (root, incarnation, now),
    )


def set_skew(connection: Connection, root: str, skew: int) -> None:
    """Note how far (ms) a school's clock is ahead of ours."""
    connection.execute("UPDATE peer SET skew = ? WHERE root = ?", (skew, root))


def let_watch(connection: Connection, root: str, allowed: bool) -> bool:
    """Say whether a school's server may ask how ours is; False if it is not linked."""
    done = connection.execute("UPDATE peer SET watches = ? WHERE root = ?", (int(allowed), root))
    return bool(done.rowcount)


def begin_life(connection: Connection, incarnation: str) -> None:
    """Number parcels anew if this is another incarnation than before."""
    if meta.get(connection, LIFE) != incarnation:
        meta.put(connection, LIFE, incarnation)
        connection.execute("UPDATE peer SET life = ?, sent = 0, due = 0", (incarnation,))


def stay(connection: Connection, person: str, root: str) -> None:
    """One of our people has come to read at a school."""
    connection.execute("INSERT OR IGNORE INTO away (person, root) VALUES (?, ?)", (person, root))


def move(connection: Connection, root: str, persons: Iterable[str]) -> set[str]:
    """There is something new at a school for these of our people; returns those of them that we know."""
    known = {one for one in persons if _is_ours(connection, one)}
    connection.executemany(
        """INSERT INTO away (person, root, moved) VALUES (?, ?, 1)
           ON CONFLICT (person, root) DO UPDATE SET moved = moved + 1""",
        [(one, root) for one in sorted(known)],
    )
    return known


def move_all(connection: Connection, root: str) -> set[str]:
    """There is something new at a school for whoever of our people reads there."""
    rows = connection.execute("UPDATE away SET moved = moved + 1 WHERE root = ? RETURNING person", (root,)).fetchall()
    return {row[0] for row in rows}


def moved(connection: Connection, reader: str) -> list[tuple[str, int]]:
    """(host, how often something moved there) of the schools where the reader reads away from home."""
    rows = connection.execute(
        "SELECT p.host, a.moved FROM away a JOIN peer p ON p.root = a.root WHERE a.person = ? ORDER BY p.n", (reader,)
    )
    return [(row[0], row[1]) for row in rows]


def home_of(connection: Connection, person: str) -> str | None:
    """The root key of the school where a person's account is, '' for ours; None if there is no such person."""
    row = connection.execute("SELECT home FROM person WHERE id = ?", (person,)).fetchone()
    return row[0] if row else None


def settle(connection: Connection, person: str, home: str) -> None:
    """The account of somebody is at the school with this root key from now on, '' for ours."""
    connection.execute("UPDATE person SET home = ? WHERE id = ?", (home, person))


def return_home(connection: Connection, person: str) -> None:
    """Somebody asks other schools no longer through us."""
    connection.execute("DELETE FROM away WHERE person = ?", (person,))


def neighbours(connection: Connection) -> dict[str, str]:
    """The people who read here from linked schools, with the root keys of their homes."""
    rows = connection.execute(
        "SELECT p.id, p.home FROM person p JOIN peer ON peer.root = p.home WHERE p.home <> ''"
    ).fetchall()
    return {row[0]: row[1] for row in rows}


def _is_ours(connection: Connection, person: str) -> bool:
    return connection.execute("SELECT 1 FROM account WHERE person = ?", (person,)).fetchone() is not None


def _one(connection: Connection, column: str, value: str) -> Peer | None:
    row = connection.execute(f"SELECT {_PEER} FROM peer WHERE {column} = ?", (value,)).fetchone()  # noqa: S608
    return Peer(*row) if row else None
