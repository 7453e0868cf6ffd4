"""The school log: one chain, every hash for every member, statements for those they concern."""

from __future__ import annotations

import json
from typing import Any

from crypto.statement import NO_TIP, next_tip
from server.store import Connection
from sync.acts import CONTACT, FOR_CONTACTS, Guards
from sync.messages import ActAt, Signed


def newest(connection: Connection) -> tuple[int, str]:
    """Place and tip of the newest act; (-1, the empty tip) before the founding."""
    row = connection.execute("SELECT n, tip FROM act ORDER BY n DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (-1, NO_TIP)


def place_of(connection: Connection, digest: str) -> int | None:
    """The place of an act already in the log."""
    row = connection.execute("SELECT n FROM act WHERE hash = ?", (digest,)).fetchone()
    return row[0] if row else None


def append(
    connection: Connection, seq: int, act: Signed, head: dict[str, object], digest: str, public: bool,
    readers: list[str],
) -> int:  # fmt: skip
    """Append a checked act; returns its place. readers: the circles whose readers get it, `public` or not."""
    n, tip = newest(connection)
    row = (n + 1, seq, digest, next_tip(tip, digest), head["kind"], act.head, act.signature, public,
           json.dumps(readers))  # fmt: skip
    connection.execute("INSERT INTO act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    return n + 1


def since(connection: Connection, reader: str, after: int, upto: int) -> list[ActAt]:
    """The acts numbered (after, upto] in the server's sequence, as `reader` may see them.

    Who is here as a contact only gets of the public ones those without which nothing is proven. What is said of a seat
    of one's own is for oneself, also when nothing is left to read by it.
    """
    kinds = ", ".join(f"'{kind}'" for kind in FOR_CONTACTS)
    rows = connection.execute(
        f"""SELECT n, hash, head, signature, public AND (?2 OR kind IN ({kinds})) OR EXISTS (
             SELECT 1 FROM json_each(act.circles) JOIN reach ON reach.circle = json_each.value
             WHERE reach.person = ?1 AND reach.level = 2) OR EXISTS (
             SELECT 1 FROM json_each(act.circles) JOIN seat ON seat.id = json_each.value WHERE seat.person = ?1)
           FROM act WHERE seq > ?3 AND seq <= ?4 ORDER BY n""",  # noqa: S608
        (reader, is_member(connection, reader), after, upto),
    )
    return [ActAt(n=n, hash=digest, act=Signed(head=head, signature=signature) if visible else None)
            for n, digest, head, signature, visible in rows]  # fmt: skip


def concerning(connection: Connection, circles: list[str], upto: int) -> list[ActAt]:
    """The acts up to a number of the server's sequence that are about these circles, for who has come to read them."""
    rows = connection.execute(
        """SELECT DISTINCT n, hash, head, signature FROM act, json_each(act.circles) one
           WHERE seq <= ? AND NOT public AND one.value IN (SELECT value FROM json_each(?)) ORDER BY n""",
        (upto, json.dumps(circles)),
    )
    return [ActAt(n=n, hash=digest, act=Signed(head=head, signature=signature)) for n, digest, head, signature in rows]


def is_member(connection: Connection, reader: str) -> bool:
    """Whether somebody has, or had, a place here other than a contact's."""
    row = connection.execute("SELECT 1 FROM seat WHERE person = ? AND role <> ?", (reader, CONTACT))
    return row.fetchone() is not None


def public(connection: Connection, upto: int) -> list[ActAt]:
    """The statements for all up to a number of the server's sequence, for a contact who has got another place."""
    rows = connection.execute("SELECT n, hash, head, signature FROM act WHERE seq <= ? AND public ORDER BY n", (upto,))
    return [ActAt(n=n, hash=digest, act=Signed(head=head, signature=signature)) for n, digest, head, signature in rows]


def charter(connection: Connection) -> dict[str, Any]:
    """The school's charter: the ids of its first circles."""
    row = connection.execute("SELECT head FROM act WHERE kind = 'charter' ORDER BY n LIMIT 1").fetchone()
    found: dict[str, Any] = json.loads(row[0])
    return found


def server_statement(connection: Connection) -> tuple[Signed, str] | None:
    """The root's newest statement for a server's key, and that key."""
    row = connection.execute("SELECT head, signature FROM act WHERE kind = 'server' ORDER BY n DESC LIMIT 1").fetchone()
    return (Signed(head=row[0], signature=row[1]), json.loads(row[0])["key"]) if row else None


def guards(connection: Connection) -> Guards:
    """What the log says so far of what needs two persons."""
    found = Guards()
    rows = connection.execute("SELECT n, head FROM act WHERE kind IN ('protect', 'approve', 'renew') ORDER BY n")
    for n, text in rows.fetchall():
        found.take(n, json.loads(text))
    return found


def find(connection: Connection, n: int) -> Signed:
    """The statement at a place, for credentials."""
    head, signature = connection.execute("SELECT head, signature FROM act WHERE n = ?", (n,)).fetchone()
    return Signed(head=head, signature=signature)
