"""What changed for a person since a cursor, in pages whose cost grows with the changes, not with the history.

A cursor is (`at`, `base`, `upto`, `after`): everything numbered up to `at` was sent. Circles gained after `base` and
up to `upto` were sent with their past (those up to id `after` so far); their entries count as sent up to `upto`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from crypto.statement import NO_TIP
from server.store import Connection, acts, circles, people, records
from sync.messages import ActAt, Credentials, Joined, Link, LinkAt, RecordAt

PAGE = 500
CIRCLES = 200
NEWEST = 50
LETTERS = 400
_END = "~"
"""Sorts after every id: no circles are left to send."""


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """Where a person's client stands; see above."""

    at: int = 0
    base: int = 0
    upto: int = 0
    after: str = _END


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


def newest(connection: Connection) -> int:
    """The server's newest sequence number."""
    number: int = connection.execute("SELECT n FROM sequence").fetchone()[0]
    return number


def page(connection: Connection, reader: str, cursor: Cursor, now: int) -> Changes:
    """The next page for `reader` after `cursor`; `now` in ms decides about dates."""
    head = newest(connection)
    if cursor.after == _END and _gained(connection, reader, cursor.upto, head):
        cursor = Cursor(cursor.at, cursor.at, head, "")
    if cursor.after != _END:
        return _joined_page(connection, reader, cursor, now)
    return _entries_page(connection, reader, cursor, head, now)


def _gained(connection: Connection, reader: str, after: int, upto: int) -> bool:
    row = connection.execute(
        "SELECT 1 FROM reach WHERE person = ? AND since > ? AND since <= ? LIMIT 1", (reader, after, upto)
    )
    return row.fetchone() is not None


def _joined_page(connection: Connection, reader: str, cursor: Cursor, now: int) -> Changes:
    rows = connection.execute(
        """SELECT circle, level FROM reach WHERE person = ? AND since > ? AND since <= ? AND circle > ?
           AND starts <= ? AND (ends = 0 OR ends > ?) ORDER BY circle LIMIT ?""",
        (reader, cursor.base, cursor.upto, cursor.after, now, now, CIRCLES),
    ).fetchall()
    changes = Changes(cursor, False, [], [], [], [], [], [])
    authors: list[str] = []
    for circle, level in rows:
        authors += _chain(connection, reader, circle, level, changes)
        if level == 2:
            authors += _newest_records(connection, reader, circle, now, changes)
    changes.acts = acts.concerning(connection, [circle for circle, level in rows if level == 2], cursor.at)
    if not cursor.after:
        changes.acts += acts.since(connection, reader, cursor.at, cursor.upto)
    authors += _signers(changes.acts)
    after = rows[-1][0] if len(rows) == CIRCLES else _END
    changes.cursor = Cursor(cursor.at, cursor.base, cursor.upto, after)
    changes.seats = people.credentials(connection, dict.fromkeys(authors))
    return changes


def _chain(connection: Connection, reader: str, circle: str, level: int, changes: Changes) -> list[str]:
    rows = connection.execute(
        "SELECT circle, place, head, signature, history, epoch, seq FROM link WHERE circle = ? ORDER BY n", (circle,)
    ).fetchall()
    changes.links += [_link_at(connection, reader, row, level) for row in rows]
    return [author for row in rows if (author := _author(row[2]))] + _seat_of(circle, rows)


def _newest_records(connection: Connection, reader: str, circle: str, now: int, changes: Changes) -> list[str]:
    rows = records.past(connection, reader, circle, 2**53, NEWEST, now)[::-1]
    place = rows[0][0].place - 1 if rows else _log_place(connection, circle)
    more = place > 0 and len(rows) == NEWEST
    changes.joined.append(
        Joined(circle=circle, place=place, tip=tip(connection, circle, place), before=place + 1 if more else 0)
    )
    letters = _letters(connection, reader, "d.ref = ?2 AND d.seq > 0", (circle,), LETTERS, "DESC")
    changes.records += [row[0] for row in rows] + [row[0] for row in letters]
    return [row[1] for row in rows] + [row[1] for row in letters]


def _entries_page(connection: Connection, reader: str, cursor: Cursor, head: int, now: int) -> Changes:
    found = _links(connection, reader, cursor, head, now) + _records(connection, reader, cursor, head, now)
    found.sort(key=lambda one: one[0])
    cut = found[PAGE][0] - 1 if len(found) > PAGE else head
    found = [one for one in found if one[0] <= cut]
    left = connection.execute(
        "SELECT circle FROM departure WHERE person = ? AND seq > ? AND seq <= ? ORDER BY seq", (reader, cursor.at, cut)
    )
    said = acts.since(connection, reader, max(cursor.at, cursor.upto), cut)
    authors = dict.fromkeys([author for one in found for author in one[1]] + _signers(said))
    return Changes(
        Cursor(cut, cursor.base, cursor.upto, _END),
        cut == head,
        said,
        people.credentials(connection, authors),
        [one[2] for one in found if isinstance(one[2], LinkAt)],
        [one[2] for one in found if isinstance(one[2], RecordAt)],
        [],
        [row[0] for row in left],
    )


_NEW = """x.person = ?1 AND x.starts <= ?6 AND (x.ends = 0 OR x.ends > ?6) AND x.since <= max(?2, ?4)
  AND e.seq > ?2 AND e.seq <= ?5 AND (x.since <= ?3 OR e.seq > ?4)"""
"""New entries `e` of a circle in reach `x`: after `at`, and after `upto` where the past was sent whole."""


def _links(connection: Connection, reader: str, cursor: Cursor, head: int, now: int) -> list[Any]:
    rows = connection.execute(
        f"""SELECT e.circle, e.place, e.head, e.signature, e.history, e.epoch, e.seq, x.level
            FROM reach x JOIN link e ON e.circle = x.circle WHERE {_NEW} ORDER BY e.seq LIMIT ?7""",  # noqa: S608
        (reader, cursor.at, cursor.base, cursor.upto, head, now, PAGE + 1),
    ).fetchall()
    return [(row[6], [*_author_list(row[2]), *_seat_of(row[0], [row])], _link_at(connection, reader, row, row[7]))
            for row in rows]  # fmt: skip


def _records(connection: Connection, reader: str, cursor: Cursor, head: int, now: int) -> list[Any]:
    columns = records.COLUMNS.replace("r.", "e.")
    shown = records.SHOWN.replace("r.", "e.")
    rows = connection.execute(
        f"""SELECT {columns}, e.seat, e.seq, {shown} FROM reach x JOIN record e ON e.circle = x.circle
            WHERE x.level = 2 AND {_NEW} ORDER BY e.seq LIMIT ?7""",  # noqa: S608
        (reader, cursor.at, cursor.base, cursor.upto, head, now, PAGE + 1),
    ).fetchall()
    own = [(row[8], [row[7]], records.at(row)) for row in rows]
    where = """x.since <= max(?2, ?4) AND d.seq > ?2 AND d.seq <= ?5 AND (x.since <= ?3 OR d.seq > ?4)
      AND x.starts <= ?6 AND (x.ends = 0 OR x.ends > ?6)"""
    values = (cursor.at, cursor.base, cursor.upto, head, now)
    letters = _letters(connection, reader, where, values, PAGE + 1, "ASC")
    return own + [(row[2], [row[1]], row[0]) for row in letters] + _withdrawn(connection, reader, cursor, head)


def _withdrawn(connection: Connection, reader: str, cursor: Cursor, head: int) -> list[Any]:
    """The letters that no longer reach the reader: place and hash, and nothing to open."""
    rows = connection.execute(
        """SELECT r.circle, r.place, r.hash, w.seq FROM reach x JOIN withdrawal w ON w.ref = x.circle
           JOIN record r ON r.circle = w.circle AND r.place = w.place
           WHERE x.person = ?1 AND x.level = 2 AND w.seq > ?2 AND w.seq <= ?3 AND NOT EXISTS (
             SELECT 1 FROM reach h WHERE h.person = ?1 AND h.circle = w.circle AND h.level = 2)
           ORDER BY w.seq LIMIT ?4""",
        (reader, cursor.at, head, PAGE + 1),
    ).fetchall()
    return [(row[3], [], RecordAt(circle=row[0], place=row[1], hash=row[2])) for row in rows]


def _letters(
    connection: Connection, reader: str, where: str, values: tuple[Any, ...], limit: int, order: str
) -> list[tuple[RecordAt, str, int]]:
    """Letters to circles the reader reaches whose home circle it does not reach."""
    rows = connection.execute(
        f"""SELECT {records.COLUMNS}, r.seat, r.seq, 1 FROM reach x JOIN delivery d ON d.ref = x.circle
            JOIN record r ON r.circle = d.circle AND r.place = d.place
            WHERE x.person = ?1 AND x.level = 2 AND r.current AND {where} AND NOT EXISTS (
              SELECT 1 FROM reach h WHERE h.person = ?1 AND h.circle = d.circle AND h.level = 2)
            ORDER BY d.seq {order} LIMIT {limit}""",  # noqa: S608
        (reader, *values),
    ).fetchall()
    return [(records.at(row), row[7], row[8]) for row in rows]


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


def _log_place(connection: Connection, circle: str) -> int:
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
