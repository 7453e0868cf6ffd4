"""What changed for a person since a cursor, in pages whose cost grows with the changes, not with the history.

Pages go in rounds. A round is fixed when it begins: everything numbered in (`at`, `upto`], and the dates in
(`since`, `now`]. First come the acts and what was left, then circles gained, each with its past, then the entries of
circles read before. What happens while a round is under way belongs to the next one: so nothing is lost between two
pages, whoever joins, leaves or writes in the meantime.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from server.store import Connection, acts, circles, claims, people, records
from sync.messages import ActAt, Credentials, Joined, Link, LinkAt, OfferAt, RecordAt

PAGE = 500
CIRCLES = 200
NEWEST = 50
LETTERS = 400
MOST = 100_000
_END = "~"
"""Sorts after every id: no circles are left to send."""


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """Where a person's client stands: `at` and `since` are settled; of the round under way circles up to id `after`
    and entries up to `position` were sent."""

    at: int = 0
    since: int = 0
    upto: int = 0
    now: int = 0
    after: str = ""
    position: int = 0

    @property
    def idle(self) -> bool:
        """Whether no round is under way."""
        return self.upto == self.at and self.now == self.since


@dataclass
class Changes:
    """One page before it becomes a message."""

    cursor: Cursor
    done: bool
    acts: list[ActAt]
    seats: list[Credentials]
    links: list[LinkAt]
    records: list[RecordAt]
    joined: list[Joined]
    left: list[str]
    offers: list[OfferAt] = field(default_factory=list)


def newest(connection: Connection) -> int:
    """The server's newest sequence number."""
    number: int = connection.execute("SELECT n FROM sequence").fetchone()[0]
    return number


def page(connection: Connection, reader: str, cursor: Cursor, now: int) -> Changes:
    """The next page for `reader` after `cursor`; `now` in ms decides about dates."""
    head, now = newest(connection), max(now, cursor.since)
    if cursor.idle:
        if cursor.at == head and not _turned(connection, reader, cursor.since, now):
            return Changes(cursor, True, [], [], [], [], [], [])
        cursor = Cursor(cursor.at, cursor.since, head, now, "", cursor.at)
    found = Changes(cursor, False, [], [], [], [], [], [])
    authors = _first(connection, reader, found) if not cursor.after else []
    if cursor.after != _END:
        authors += _gained(connection, reader, found)
    if not found.joined and not found.links:
        authors += _entries(connection, reader, found)
    found.seats = people.credentials(connection, dict.fromkeys(authors))
    found.done = found.cursor.idle and found.cursor.at == head
    return found


def _turned(connection: Connection, reader: str, since: int, now: int) -> bool:
    """Whether a date of the reader's came between two times."""
    row = connection.execute(
        """SELECT 1 FROM reach WHERE person = ?1 AND (starts > ?2 AND starts <= ?3 OR ends > ?2 AND ends <= ?3)
           LIMIT 1""",
        (reader, since, now),
    )
    return row.fetchone() is not None


def _first(connection: Connection, reader: str, found: Changes) -> list[str]:
    """The acts of the round, and the circles that were lost or whose date has passed; returns who signed."""
    at = found.cursor
    found.acts = acts.since(connection, reader, at.at, at.upto)
    rows = connection.execute(
        """SELECT circle FROM departure WHERE person = ?1 AND seq > ?2 AND seq <= ?3
           UNION SELECT circle FROM reach WHERE person = ?1 AND ends > ?4 AND ends <= ?5 AND starts <= ?4""",
        (reader, at.at, at.upto, at.since, at.now),
    )
    found.left = [row[0] for row in rows] if at.at else []  # who starts anew has nothing to forget
    return _signers(found.acts)


def _gained(connection: Connection, reader: str, found: Changes) -> list[str]:
    """Circles gained in the round, a few at a time, each with its chain and newest records; returns the authors."""
    at = found.cursor
    rows = connection.execute(
        """SELECT circle, level FROM reach WHERE person = ?1 AND circle > ?2
           AND (since > ?3 AND since <= ?4 OR since <= ?3 AND starts > ?5) AND starts <= ?6
           AND (ends = 0 OR ends > ?6) ORDER BY circle LIMIT ?7""",
        (reader, at.after, at.at, at.upto, at.since, at.now, CIRCLES),
    ).fetchall()
    authors: list[str] = []
    for circle, level in rows:
        authors += _chain(connection, reader, circle, level, found)
        if level == 2:
            authors += _newest_records(connection, reader, circle, at.now, found)
            found.links += _opened_by(connection, reader, circle, at.at)
    concerning = acts.concerning(connection, [circle for circle, level in rows if level == 2], at.at)
    if at.at and circles.some_of_kind(connection, [circle for circle, _ in rows], "office"):
        concerning = sorted(acts.public(connection, at.at) + concerning, key=lambda one: one.n)
    found.acts = concerning + found.acts
    authors += _signers(concerning)
    after = rows[-1][0] if len(rows) == CIRCLES else _END
    found.cursor = msgspec.structs.replace(at, after=after)
    return authors


def _chain(connection: Connection, reader: str, circle: str, level: int, changes: Changes) -> list[str]:
    rows = connection.execute(
        "SELECT circle, place, head, signature, history, epoch, seq FROM link WHERE circle = ? ORDER BY n", (circle,)
    ).fetchall()
    changes.links += [_link_at(connection, reader, row, level) for row in rows]
    return [author for row in rows if (author := _author(row[2]))] + _seat_of(circle, rows)


def _opened_by(connection: Connection, reader: str, circle: str, at: int) -> list[LinkAt]:
    """The newest known links of circles that a gained one opens: who reads them another way may lose that way later."""
    rows = connection.execute(
        """SELECT l.circle, l.place, l.head, l.signature, l.history, l.epoch, l.seq
           FROM reader r JOIN reach x ON x.person = ?1 AND x.circle = r.circle AND x.level = 2 AND x.since <= ?3
           JOIN link l ON l.circle = r.circle
           AND l.n = (SELECT max(n) FROM link k WHERE k.circle = r.circle AND k.seq <= ?3) WHERE r.ref = 'c:' || ?2""",
        (reader, circle, at),
    ).fetchall()
    return [_link_at(connection, reader, row, 2) for row in rows]


def _newest_records(connection: Connection, reader: str, circle: str, now: int, changes: Changes) -> list[str]:
    rows = records.past(connection, reader, circle, 2**53, NEWEST, now)[::-1]
    place = rows[0][0].place - 1 if rows else circles.log_place(connection, circle)
    more = place > 0 and len(rows) == NEWEST
    changes.joined.append(
        Joined(circle=circle, place=place, tip=circles.tip(connection, circle, place), before=place + 1 if more else 0)
    )
    where = "x.person = ?1 AND d.ref = ?2 AND x.circle = d.ref AND ?3 + ?4 + ?5 + ?6 = 0"
    letters = _letters(connection, where, (reader, circle, 0, 0, 0, 0, LETTERS), "DESC")
    changes.records += [row[0] for row in rows] + [row[0] for row in letters]
    return [row[1] for row in rows] + [row[1] for row in letters]


def _entries(connection: Connection, reader: str, found: Changes) -> list[str]:
    """Entries of circles read before the round, in order; returns the authors."""
    at = found.cursor
    some = _numbered(connection, reader, at, PAGE + 1)
    cut = some[PAGE][0] - 1 if len(some) > PAGE else at.upto
    if cut <= at.position < at.upto:  # more than a page under one number
        some, cut = _numbered(connection, reader, at, MOST), some[PAGE][0]
    some = [one for one in some if one[0] <= cut]
    found.links = [one[2] for one in some if isinstance(one[2], LinkAt)]
    found.records = list(
        {(one[2].circle, one[2].place): one[2] for one in some if isinstance(one[2], RecordAt)}.values()
    )
    over = cut == at.upto
    found.offers = claims.changed(connection, reader, at.at, at.upto, at.now) if over else []
    found.cursor = Cursor(at.upto, at.now, at.upto, at.now) if over else msgspec.structs.replace(at, position=cut)
    return [author for one in some for author in one[1]]


def _numbered(connection: Connection, reader: str, at: Cursor, limit: int) -> list[Any]:
    """(number, authors, entry) of links, records, letters and withdrawals, by number."""
    return sorted((one for kind in _KINDS for one in kind(connection, reader, at, limit)), key=lambda one: one[0])


_BEFORE = """x.person = ?1 AND x.since <= ?2 AND x.starts <= ?3 AND (x.ends = 0 OR x.ends > ?6)"""
"""Reach `x` that was there when the round began, and is now."""


def _values(reader: str, at: Cursor, limit: int) -> tuple[Any, ...]:
    return (reader, at.at, at.since, at.position, at.upto, at.now, limit)


def _links(connection: Connection, reader: str, at: Cursor, limit: int) -> list[Any]:
    rows = connection.execute(
        f"""SELECT e.circle, e.place, e.head, e.signature, e.history, e.epoch, e.seq, x.level
            FROM reach x JOIN link e ON e.circle = x.circle
            WHERE {_BEFORE} AND e.seq > ?4 AND e.seq <= ?5 ORDER BY e.seq LIMIT ?7""",  # noqa: S608
        _values(reader, at, limit),
    ).fetchall()
    return [(row[6], [*_author_list(row[2]), *_seat_of(row[0], [row])], _link_at(connection, reader, row, row[7]))
            for row in rows]  # fmt: skip


def _records(connection: Connection, reader: str, at: Cursor, limit: int) -> list[Any]:
    rows = connection.execute(
        f"""SELECT {records.COLUMNS}, r.seat, r.seq, {records.shown("?6")} FROM reach x
            JOIN record r ON r.circle = x.circle
            WHERE x.level = 2 AND {_BEFORE} AND r.seq > ?4 AND r.seq <= ?5 ORDER BY r.seq LIMIT ?7""",  # noqa: S608
        _values(reader, at, limit),
    ).fetchall()
    return [(row[8], [row[7]], records.at(row)) for row in rows]


def _released(connection: Connection, reader: str, at: Cursor, limit: int) -> list[Any]:
    """Records that are others than when their place was sent: held back then, or withheld or released since."""
    rows = connection.execute(
        f"""SELECT {records.COLUMNS}, r.seat, e.seq, {records.shown("?6")} FROM reach x
            JOIN released e ON e.circle = x.circle
            JOIN record r ON r.circle = e.circle AND r.place = e.place
            WHERE x.level = 2 AND {_BEFORE} AND e.seq > ?4 AND e.seq <= ?5 ORDER BY e.seq LIMIT ?7""",  # noqa: S608
        _values(reader, at, limit),
    ).fetchall()
    return [(row[8], [row[7]], records.at(row)) for row in rows]


def _letters_to(connection: Connection, reader: str, at: Cursor, limit: int) -> list[Any]:
    where = f"{_BEFORE} AND d.seq > ?4 AND d.seq <= ?5"
    return [(row[2], [row[1]], row[0]) for row in _letters(connection, where, _values(reader, at, limit), "ASC")]


def _letters(
    connection: Connection, where: str, values: tuple[Any, ...], order: str
) -> list[tuple[RecordAt, str, int]]:
    """Letters to circles the reader ?1 reaches whose home circle they do not reach; at most ?7 of them."""
    rows = connection.execute(
        f"""SELECT {records.COLUMNS}, r.seat, d.seq, 1 FROM reach x JOIN delivery d ON d.ref = x.circle
            JOIN record r ON r.circle = d.circle AND r.place = d.place
            WHERE x.level = 2 AND r.current AND {where} AND NOT EXISTS (
              SELECT 1 FROM reach h WHERE h.person = ?1 AND h.circle = d.circle AND h.level = 2)
            ORDER BY d.seq {order} LIMIT ?7""",  # noqa: S608
        values,
    ).fetchall()
    return [(records.at(row), row[7], row[8]) for row in rows]


def _withdrawn(connection: Connection, reader: str, at: Cursor, limit: int) -> list[Any]:
    """The letters that no longer reach the reader, by any circle: place and hash, and nothing to open."""
    rows = connection.execute(
        f"""SELECT r.circle, r.place, r.hash, w.seq FROM reach x JOIN withdrawal w ON w.ref = x.circle
           JOIN record r ON r.circle = w.circle AND r.place = w.place
           WHERE x.level = 2 AND {_BEFORE} AND w.seq > ?4 AND w.seq <= ?5 AND NOT EXISTS (
             SELECT 1 FROM reach h WHERE h.person = ?1 AND h.circle = w.circle AND h.level = 2)
           AND NOT EXISTS (
             SELECT 1 FROM delivery d JOIN reach y ON y.person = ?1 AND y.circle = d.ref AND y.level = 2
             WHERE d.circle = w.circle AND d.place = w.place AND y.starts <= ?6 AND (y.ends = 0 OR y.ends > ?6))
           ORDER BY w.seq LIMIT ?7""",  # noqa: S608
        _values(reader, at, limit),
    ).fetchall()
    return [(row[3], [], RecordAt(circle=row[0], place=row[1], hash=row[2])) for row in rows]


_KINDS: tuple[Callable[[Connection, str, Cursor, int], list[Any]], ...] = (
    _links, _records, _released, _letters_to, _withdrawn,
)  # fmt: skip


def _link_at(connection: Connection, reader: str, row: Any, level: int) -> LinkAt:
    circle, place, head, signature, history, epoch = row[:6]
    grants = circles.grants_for(connection, reader, circle, epoch) if level == 2 else {}
    link = Link(head=head, signature=signature, grants=grants, history=history if level == 2 else "")
    return LinkAt(circle=circle, place=place, link=link)


def _author(head: str) -> str:
    seat: str = msgspec.json.decode(head)["seat"]
    return seat


def _author_list(head: str) -> list[str]:
    return [author] if (author := _author(head)) else []


def _signers(said: list[ActAt]) -> list[str]:
    """The seats that signed the statements among these: without their credentials no statement can be believed."""
    return list(dict.fromkeys(author for one in said if one.act and (author := _author(one.act.head))))


def _seat_of(circle: str, rows: list[Any]) -> list[str]:
    is_seat = bool(rows) and msgspec.json.decode(rows[0][2])["kind"] == "seat"
    return [circle] if is_seat else []
