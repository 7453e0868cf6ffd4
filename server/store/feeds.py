"""Private calendar addresses: what was deposited for each, and what it shows now.

Invariants: of a feed's circles only calendars count, and only those that its person reads at this moment; `state` is
answered without opening anything, and differs whenever what the feed shows may differ; ids of revoked feeds are kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from server.store import Connection
from sync.feed import KIND
from sync.messages import FeedAt, FeedDeposit

_READS = "x.level = 2 AND x.starts <= ?2 AND (x.ends = 0 OR x.ends > ?2)"
_STATE = f"""
SELECT f.tag, f.fetched, f.version,
  (SELECT group_concat(one.value || '.' || c.place) FROM json_each(f.circles) one JOIN circle c ON c.id = one.value),
  (SELECT count(*) || '.' || max(x.since) FROM reach x WHERE x.person = f.person AND {_READS}),
  f.asked, f.parts, f.away, (
    SELECT group_concat(p.root || '.' || p.name || '.' || coalesce(a.moved, 0)) FROM json_each(f.away) one
    JOIN peer p ON p.host = one.value LEFT JOIN away a ON a.root = p.root AND a.person = f.person)
FROM feed f WHERE f.id = ?1"""  # noqa: S608
_SHOWN = f"""
SELECT c.id FROM feed f, json_each(f.circles) one JOIN circle c ON c.id = one.value AND c.kind = ?3
JOIN reach x ON x.person = f.person AND x.circle = c.id WHERE f.id = ?1 AND {_READS}"""  # noqa: S608
_READ = f"SELECT x.circle FROM feed f JOIN reach x ON x.person = f.person WHERE f.id = ?1 AND {_READS}"  # noqa: S608


@dataclass(frozen=True)
class State:
    """Where a feed stands: `tag` of the rendering that is kept, and what the present one's tag is made of.

    away: hosts of linked schools that it shows; moved: how often something moved there; asked: as of when they were
    asked, and parts: what state each said it was in.
    """

    tag: str
    fetched: str
    now: str
    away: frozenset[str] = frozenset()
    moved: str = ""
    asked: str = ""
    parts: dict[str, str] = field(default_factory=dict)


class Event(NamedTuple):
    """A record of kind `event` as it is now."""

    hash: str
    circle: str
    head: str
    body: str


@dataclass(frozen=True)
class Contents:
    """What a feed shows, still sealed: the deposit, the kept rendering, and the events of its calendars.

    reached: the circles that its person reads, by which the deposit's own entries are chosen.
    """

    created: int
    version: int
    deposit: bytes
    kept: bytes
    events: list[Event]
    reached: frozenset[str]


def put(connection: Connection, reader: str, feed: str, given: FeedDeposit, deposit: bytes, now: int) -> bool:
    """Deposit for a feed, new or one's own; False if the id is somebody else's."""
    done = connection.execute(
        """INSERT INTO feed (id, person, created, version, mark, circles, deposit, away)
           VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7)
           ON CONFLICT (id) DO UPDATE SET version = version + 1, mark = ?4, circles = ?5, deposit = ?6, away = ?7,
             asked = '' WHERE person = ?2""",
        (feed, reader, now, given.mark, json.dumps(given.circles), deposit, json.dumps(given.away)),
    )
    return bool(done.rowcount)


def of(connection: Connection, reader: str) -> list[FeedAt]:
    """The reader's own feeds, oldest first."""
    rows = connection.execute(
        "SELECT id, created, fetched, mark FROM feed WHERE person = ? ORDER BY created, id", (reader,)
    )
    return [FeedAt(id=row[0], created=row[1], fetched=row[2], mark=row[3]) for row in rows]


def revoke(connection: Connection, reader: str, feed: str) -> bool:
    """Forget one of the reader's own feeds, for good, also before it was ever deposited; False if there is none."""
    done = connection.execute("DELETE FROM feed WHERE id = ? AND person = ?", (feed, reader))
    if not person_of(connection, feed):
        connection.execute("INSERT OR IGNORE INTO feed_ended VALUES (?)", (feed,))
    return bool(done.rowcount)


def is_revoked(connection: Connection, feed: str) -> bool:
    """Whether there was such a feed, and its person revoked it."""
    return connection.execute("SELECT 1 FROM feed_ended WHERE id = ?", (feed,)).fetchone() is not None


def state(connection: Connection, feed: str, at: int) -> State | None:
    """Where a feed stands; None if there is none, or its person reads nothing here any more."""
    row = connection.execute(_STATE, (feed, at)).fetchone()
    if row is None or row[4] is None:
        return None
    now = f"{row[2]} {row[3]} {row[4]}"
    return State(row[0], row[1], now, frozenset(json.loads(row[7])), row[8] or "", row[5], json.loads(row[6]))


def contents(connection: Connection, feed: str, now: int) -> Contents | None:
    """All that a feed shows, sealed as it is."""
    row = connection.execute("SELECT created, version, deposit, kept FROM feed WHERE id = ?", (feed,)).fetchone()
    if row is None:
        return None
    shown = [one[0] for one in connection.execute(_SHOWN, (feed, now, KIND)).fetchall()]
    reached = frozenset(one[0] for one in connection.execute(_READ, (feed, now)).fetchall())
    events = [one for circle in shown for one in _events(connection, circle)]
    return Contents(row[0], row[1], row[2], row[3], events, reached)


def kept(connection: Connection, feed: str) -> bytes:
    """The rendering that is kept, sealed; empty if there is none."""
    row = connection.execute("SELECT kept FROM feed WHERE id = ?", (feed,)).fetchone()
    return row[0] if row else b""


def keep(connection: Connection, feed: str, version: int, state: State, rendering: bytes) -> None:
    """Keep a sealed rendering as of a state, unless something newer was deposited meanwhile."""
    connection.execute(
        "UPDATE feed SET tag = ?, kept = ?, asked = ?, parts = ? WHERE id = ? AND version = ?",
        (state.tag, rendering, state.asked, json.dumps(state.parts), feed, version),
    )


def note_asked(connection: Connection, feed: str, asked: str) -> None:
    """Note as of when linked schools were asked, all of which still stand as they did."""
    connection.execute("UPDATE feed SET asked = ? WHERE id = ?", (asked, feed))


def person_of(connection: Connection, feed: str) -> str:
    """Whose feed it is; "" if there is none."""
    row = connection.execute("SELECT person FROM feed WHERE id = ?", (feed,)).fetchone()
    return row[0] if row else ""


def note(connection: Connection, feed: str, day: str) -> None:
    """Note the day on which it was fetched."""
    connection.execute("UPDATE feed SET fetched = ? WHERE id = ?", (day, feed))


def _events(connection: Connection, circle: str) -> list[Event]:
    rows = connection.execute(
        """SELECT hash, circle, head, body FROM record
           WHERE circle = ? AND kind = 'event' AND current = 1 AND letter = 0 AND held = 0 ORDER BY place""",
        (circle,),
    )
    return [Event(*row) for row in rows]
