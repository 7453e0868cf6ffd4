"""Circles: the chain of links, the newest reader list, and grants."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from crypto.statement import NO_TIP, next_tip
from server.store import Connection
from sync.messages import Link, Reader


@dataclass(frozen=True)
class Circle:
    """The newest state of a circle; `head` is that of its newest link."""

    id: str
    kind: str
    n: int
    hash: str
    epoch: int
    place: int
    tip: str
    head: dict[str, Any]


def find(connection: Connection, circle: str) -> Circle | None:
    """The newest state of a circle, for the rules (not for anybody's eyes)."""
    row = connection.execute(
        "SELECT id, kind, n, hash, epoch, place, tip, head FROM circle WHERE id = ?", (circle,)
    ).fetchone()
    if row is None:
        return None
    return Circle(row[0], row[1], row[2], row[3], row[4], row[5], row[6], json.loads(row[7]))


def reaches(connection: Connection, reader: str, circle: str, now: int, level: int = 2) -> bool:
    """Whether the reader is in the circle at this moment (level 1: may see its link heads)."""
    row = connection.execute(
        """SELECT 1 FROM reach WHERE person = ? AND circle = ? AND level >= ? AND starts <= ?
           AND (ends = 0 OR ends > ?)""",
        (reader, circle, level, now, now),
    ).fetchone()
    return row is not None


def some_of_kind(connection: Connection, ids: list[str], kind: str) -> bool:
    """Whether one of these circles is of a kind."""
    row = connection.execute(
        "SELECT 1 FROM circle JOIN json_each(?) one ON one.value = circle.id WHERE circle.kind = ?",
        (json.dumps(ids), kind),
    )
    return row.fetchone() is not None


def is_classmate(connection: Connection, reader: str, seat: str, now: int) -> bool:
    """Whether the seat stands among the parents of a group whose parents' circle the reader reads."""
    row = connection.execute(
        """SELECT 1 FROM reader r JOIN circle c ON c.id = r.circle AND c.kind = 'parents'
           JOIN reach x ON x.circle = c.id AND x.person = ?1 AND x.level = 2
           WHERE r.ref = 'c:' || ?2 AND x.starts <= ?3 AND (x.ends = 0 OR x.ends > ?3)""",
        (reader, seat, now),
    ).fetchone()
    return row is not None


def place_of_link(connection: Connection, digest: str) -> int | None:
    """The log place of a link already stored."""
    row = connection.execute("SELECT place FROM link WHERE hash = ?", (digest,)).fetchone()
    return row[0] if row else None


def log_place(connection: Connection, circle: str) -> int:
    """The place of the newest entry of a circle's log."""
    place: int = connection.execute("SELECT place FROM circle WHERE id = ?", (circle,)).fetchone()[0]
    return place


def tip(connection: Connection, circle: str, place: int) -> str:
    """The tip of a circle's log after a place, which must exist."""
    if place == 0:
        return NO_TIP
    row = connection.execute(
        """SELECT tip FROM record WHERE circle = ?1 AND place = ?2
           UNION ALL SELECT tip FROM link WHERE circle = ?1 AND place = ?2""",
        (circle, place),
    ).fetchone()
    found: str = row[0]
    return found


def append_link(connection: Connection, seq: int, link: Link, head: dict[str, Any], digest: str) -> int:
    """Append a checked link: chain, newest state, reader list, writers, grants; returns its log place."""
    circle = head["circle"] or digest
    before = find(connection, circle)
    place, tip = (before.place + 1, before.tip) if before else (1, NO_TIP)
    tip = next_tip(tip, digest)
    connection.execute(
        "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (circle, head["n"], place, seq, digest, tip, head["epoch"], link.head, link.signature, link.history),
    )
    connection.execute(
        "INSERT OR REPLACE INTO circle VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (circle, head["kind"], head["n"], digest, head["epoch"], place, tip, link.head),
    )
    _store_lists(connection, circle, link, head, seq)
    return place


def readers(connection: Connection, circle: str) -> list[Reader]:
    """The newest reader list."""
    rows = connection.execute(
        "SELECT box, starts, hash, ref, ends FROM reader WHERE circle = ? ORDER BY ref", (circle,)
    )
    return [{"box": row[0], "from": row[1], "hash": row[2], "ref": row[3], "until": row[4]} for row in rows]


def grants_for(connection: Connection, reader: str, circle: str, epoch: int) -> dict[str, str]:
    """The grants of an epoch that this reader can open: its own, and those of circles it reads."""
    rows = connection.execute(
        """SELECT g.ref, g.sealed FROM grants g WHERE g.circle = ?1 AND g.epoch = ?2 AND (g.ref = 'p:' || ?3
           OR EXISTS (SELECT 1 FROM reach WHERE person = ?3 AND circle = substr(g.ref, 3) AND level = 2))""",
        (circle, epoch, reader),
    )
    return dict(rows.fetchall())


def _store_lists(connection: Connection, circle: str, link: Link, head: dict[str, Any], seq: int) -> None:
    listed = dict(connection.execute("SELECT ref, listed FROM reader WHERE circle = ?", (circle,)).fetchall())
    connection.execute("DELETE FROM reader WHERE circle = ?", (circle,))
    connection.executemany(
        "INSERT INTO reader VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(circle, r["ref"], r["box"], r["hash"], r["from"], r["until"], listed.get(r["ref"], seq))
         for r in link.readers],
    )  # fmt: skip
    connection.execute("DELETE FROM writer WHERE circle = ?", (circle,))
    refs = {circle if ref == "self" else ref for ref in head["managers"] + head["writers"]}
    connection.executemany("INSERT INTO writer VALUES (?, ?)", [(circle, ref) for ref in refs])
    connection.executemany(
        "INSERT OR REPLACE INTO grants VALUES (?, ?, ?, ?)",
        [(circle, head["epoch"], ref, sealed) for ref, sealed in link.grants.items()],
    )
