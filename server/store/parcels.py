"""What waits for linked schools: numbered by school and incarnation, in order, each taken once.

Invariants: a number is given inside the write that makes the parcel; a parcel stays until the other side says that it
has it, and for a while longer, in case that side is put back from a backup; what is taken is noted in the same write
in which it has its effect.
"""

from __future__ import annotations

from dataclasses import dataclass

from server.store import Connection
from server.store.peers import Peer

KEEP = 14 * 24 * 3_600_000
"""How long (ms) a settled parcel is kept, for a school that is put back from last night's backup."""
ROOM = 5000
"""How many may wait for one school."""
FULL = '{"all":1}'
"""The body that stands for all that found no room: ask for everything."""


@dataclass(frozen=True)
class Parcel:
    """One message to a linked school: its number in its incarnation."""

    n: int
    body: str


@dataclass(frozen=True)
class Batch:
    """Parcels of the incarnation `life` ("": there are none); up to number `gone` there are none any more."""

    life: str
    parcels: list[Parcel]
    gone: int


def enqueue(connection: Connection, root: str, body: str, room: int = ROOM) -> None:
    """Let a message wait for a school; beyond `room` waiting ones, one that stands for all the rest."""
    waiting = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM parcel WHERE root = ? AND settled = 0 LIMIT ?)", (root, room + 1)
    ).fetchone()[0]
    if waiting > room:
        return
    row = connection.execute("UPDATE peer SET sent = sent + 1 WHERE root = ? RETURNING life, sent", (root,)).fetchone()
    if row is not None:
        values = (root, row[0], row[1], FULL if waiting == room else body)
        connection.execute("INSERT INTO parcel (root, life, n, body) VALUES (?, ?, ?, ?)", values)
        connection.execute("UPDATE peer SET due = 0 WHERE root = ? AND tries = 0", (root,))


def next_batch(connection: Connection, root: str, most: int, largest: int) -> Batch:
    """The oldest that wait, of one incarnation and without a gap, so many and so large together (bytes) at the most."""
    rows = connection.execute(
        "SELECT life, n, body FROM parcel WHERE root = ? AND settled = 0 ORDER BY id LIMIT ?", (root, most)
    ).fetchall()
    found: list[Parcel] = []
    size = 0
    for life, n, body in rows:
        size += len(body)
        if found and (size > largest or life != rows[0][0] or n != found[-1].n + 1):
            break
        found.append(Parcel(n, body))
    if not found:
        return Batch("", [], 0)
    before = connection.execute(
        "SELECT 1 FROM parcel WHERE root = ? AND life = ? AND n = ?", (root, rows[0][0], found[0].n - 1)
    )
    return Batch(rows[0][0], found, 0 if before.fetchone() else found[0].n - 1)


def settle(connection: Connection, root: str, life: str, last: int, now: int) -> None:
    """The other side has all up to number `last`."""
    connection.execute(
        "UPDATE parcel SET settled = ? WHERE root = ? AND life = ? AND n <= ? AND settled = 0", (now, root, life, last)
    )
    connection.execute("DELETE FROM parcel WHERE settled > 0 AND settled < ?", (now - KEEP,))


def send_again(connection: Connection, root: str, life: str, last: int) -> bool:
    """If the other side was put back to number `last`, what came after it waits again; whether anything does."""
    done = connection.execute(
        "UPDATE parcel SET settled = 0 WHERE root = ? AND life = ? AND n > ? AND settled > 0", (root, life, last)
    )
    return bool(done.rowcount)


def renumber(connection: Connection, peer: Peer, last: int) -> None:
    """We were put back and have given numbers up to `last` before: what waits gets numbers beyond."""
    rows = connection.execute(
        "SELECT id FROM parcel WHERE root = ? AND life = ? AND settled = 0 ORDER BY id DESC", (peer.root, peer.life)
    ).fetchall()
    for offset, row in enumerate(rows):
        connection.execute("UPDATE parcel SET n = ? WHERE id = ?", (last + len(rows) - offset, row[0]))
    connection.execute("UPDATE peer SET sent = ? WHERE root = ?", (last + len(rows), peer.root))


def last_taken(connection: Connection, root: str, life: str) -> int:
    """The newest number taken from a school in one of its incarnations."""
    row = connection.execute("SELECT last FROM taken WHERE root = ? AND life = ?", (root, life)).fetchone()
    return row[0] if row else 0


def take(connection: Connection, root: str, life: str, last: int) -> None:
    """Note that all up to `last` was taken."""
    connection.execute("INSERT OR REPLACE INTO taken VALUES (?, ?, ?)", (root, life, last))
