"""Who reaches what: worked out upward from a person's live seats, and kept, so that reading is a look-up.

Level 2 reads a circle; level 1 sees link heads only, which whoever must seal to a circle needs. What changed is
numbered: a circle gained since a cursor is sent with its past, one that was lost is sent as a departure.
"""

from __future__ import annotations

from collections.abc import Iterable

from server.store import Connection, windows, withholdings
from sync.circles import HEADS_FOR_ALL

_FOREVER = 2**53
_UP = """
WITH RECURSIVE up (circle, starts, ends) AS (
  SELECT s.id, s.starts, coalesce(nullif(s.ends, 0), :forever) FROM seat s
  WHERE s.person = :person AND s.ended = 0 AND (s.ends = 0 OR s.ends > :now)
  UNION
  SELECT r.circle, max(up.starts, r.starts), min(up.ends, coalesce(nullif(r.ends, 0), :forever))
  FROM up JOIN reader r ON r.ref = 'c:' || up.circle WHERE r.ends = 0 OR r.ends > :now
)
SELECT circle, coalesce(min(CASE WHEN starts <= :now THEN starts END), min(starts)),
  coalesce(max(CASE WHEN starts <= :now THEN ends END), max(ends))
FROM up GROUP BY circle"""
_DOWN = """
WITH RECURSIVE down (circle) AS (
  SELECT :circle UNION SELECT substr(r.ref, 3) FROM down JOIN reader r ON r.circle = down.circle
  WHERE r.ref LIKE 'c:%'
)
SELECT DISTINCT s.person FROM down JOIN seat s ON s.id = down.circle WHERE s.person <> ''"""
_HEADS = """
SELECT id FROM circle WHERE kind IN ({kinds}) AND EXISTS (
  SELECT 1 FROM seat s WHERE s.person = :person AND s.role <> 'contact' AND s.ended = 0
  AND (s.ends = 0 OR s.ends > :now))
UNION
SELECT substr(r.ref, 3) FROM seat s, json_each(json_insert(s.circles, '$[#]', s.id)) own
JOIN writer w ON w.ref = own.value JOIN reader r ON r.circle = w.circle
WHERE s.person = :person AND s.ended = 0 AND (s.ends = 0 OR s.ends > :now) AND r.ref LIKE 'c:%'
UNION
SELECT w.circle FROM seat s, json_each(json_insert(s.circles, '$[#]', s.id)) own JOIN writer w ON w.ref = own.value
WHERE s.person = :person AND s.ended = 0 AND (s.ends = 0 OR s.ends > :now)
UNION
SELECT g.id FROM seat g WHERE g.role = 'guest' AND EXISTS (
  SELECT 1 FROM seat s WHERE s.person = :person AND s.role = 'office' AND s.ended = 0)
UNION
SELECT c.id FROM seat c JOIN seat i ON i.id = c.issuer WHERE c.role = 'contact' AND c.ended = 0 AND EXISTS (
  SELECT 1 FROM seat s WHERE s.person = :person AND s.ended = 0 AND (s.ends = 0 OR s.ends > :now)
  AND (s.id = i.id OR (s.role = 'office' AND i.role = 'office')))"""

Reach = dict[str, tuple[int, int, int, int]]
"""circle -> (level, starts, ends, opened)."""


def affected(connection: Connection, circle: str) -> set[str]:
    """The persons below a circle, whose reach depends on it."""
    return {row[0] for row in connection.execute(_DOWN, {"circle": circle})}


def members(connection: Connection) -> set[str]:
    """Everybody who holds a live seat, but as a contact only: whoever gets the heads of circles that are for all."""
    rows = connection.execute("SELECT DISTINCT person FROM seat WHERE person <> '' AND ended = 0 AND role <> 'contact'")
    return {row[0] for row in rows}


def holders(connection: Connection, role: str) -> set[str]:
    """Everybody who holds a live seat of a role."""
    rows = connection.execute("SELECT DISTINCT person FROM seat WHERE role = ? AND person <> '' AND ended = 0", (role,))
    return {row[0] for row in rows}


def writers(connection: Connection, circle: str) -> set[str]:
    """The persons whose seats manage or write a circle."""
    rows = connection.execute(
        """SELECT DISTINCT s.person FROM seat s, json_each(json_insert(s.circles, '$[#]', s.id)) own
           JOIN writer w ON w.ref = own.value AND w.circle = ? WHERE s.person <> '' AND s.ended = 0""",
        (circle,),
    )
    return {row[0] for row in rows}


def audience(connection: Connection, circle: str, level: int, now: int) -> set[str]:
    """The persons who reach a circle at this moment, at this level or above."""
    rows = connection.execute(
        """SELECT person FROM reach WHERE circle = ? AND level >= ? AND since < ? AND starts <= ?
           AND (ends = 0 OR ends > ?)""",
        (circle, level, _FOREVER, now, now),
    )
    return {row[0] for row in rows}


def due(connection: Connection, now: int) -> set[str]:
    """The persons whose reach begins or is over by now: dates pass without anybody writing."""
    rows = connection.execute(
        "SELECT DISTINCT person FROM reach WHERE (ends <> 0 AND ends <= ?1) OR (since = ?2 AND starts <= ?1)",
        (now, _FOREVER),
    )
    return {row[0] for row in rows}


def recompute(connection: Connection, seq: int, persons: Iterable[str], now: int) -> None:
    """Bring the kept reach of these persons up to date, numbering what they gained and lost by `now` (ms).

    What begins later is kept unnumbered until `due` finds it: so it is sent with its past on the day it begins.
    """
    for person in persons:
        before, after = _kept(connection, person), _worked_out(connection, person, now)
        _lose(connection, seq, person, before, after, now)
        for circle, (level, starts, ends, opened) in after.items():
            old, since = before.get(circle), _FOREVER if starts > now else seq
            if old is not None and old[0] > level:
                connection.execute("INSERT OR REPLACE INTO departure VALUES (?, ?, ?)", (person, seq, circle))
            if old is None or old[0] != level or (old[4] == _FOREVER) != (since == _FOREVER):
                connection.execute(
                    "INSERT OR REPLACE INTO reach VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (person, circle, level, since, starts, ends, opened),
                )
                withholdings.moved(connection, seq, circle)
            elif old[:4] != (level, starts, ends, opened):
                connection.execute(
                    "UPDATE reach SET starts = ?, ends = ?, opened = ? WHERE person = ? AND circle = ?",
                    (starts, ends, opened, person, circle),
                )


def _lose(
    connection: Connection, seq: int, person: str, before: dict[str, tuple[int, ...]], after: Reach, now: int
) -> None:
    """Take away what a person no longer reaches, or not yet again."""
    for circle in before:
        if circle not in after or (before[circle][4] < _FOREVER and after[circle][1] > now):
            connection.execute("DELETE FROM reach WHERE person = ? AND circle = ?", (person, circle))
            connection.execute("INSERT OR REPLACE INTO departure VALUES (?, ?, ?)", (person, seq, circle))
            withholdings.moved(connection, seq, circle)


def _kept(connection: Connection, person: str) -> dict[str, tuple[int, ...]]:
    rows = connection.execute(
        "SELECT circle, level, starts, ends, opened, since FROM reach WHERE person = ?", (person,)
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def _worked_out(connection: Connection, person: str, now: int) -> Reach:
    rows = connection.execute(_UP, {"person": person, "forever": _FOREVER, "now": now}).fetchall()
    opened = windows.opened(connection, [row[0] for row in rows])
    reach = {row[0]: (2, row[1], 0 if row[2] == _FOREVER else row[2], opened.get(row[0], 0)) for row in rows}
    if not reach:
        return {}
    starts = min(row[1] for row in rows)
    ends = max(row[2] for row in rows)
    kinds = ", ".join(f"'{kind}'" for kind in HEADS_FOR_ALL)
    for (circle,) in connection.execute(_HEADS.format(kinds=kinds), {"person": person, "now": now}).fetchall():
        reach.setdefault(circle, (1, starts, 0 if ends == _FOREVER else ends, 0))
    return reach
