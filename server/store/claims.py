"""Offers, their slots, and who has what: numbers and opaque ids, in the order of asking."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from server.store import Connection
from sync.claims import UNITS_OF_CHILD, UNITS_OF_HOME
from sync.messages import ClaimAt, OfferAt, Tally, Terms


@dataclass(frozen=True)
class Offer:
    """An offer in the circle of its record."""

    id: str
    circle: str
    terms: Terms


@dataclass(frozen=True)
class Row:
    """One claim or hold; `turn` is its place in the order of asking, `record` "" for a hold."""

    turn: int
    offer: str
    slot: str
    record: str
    person: str
    unit: str
    child: str
    count: int
    state: str


_ROW = "turn, offer, slot, record, person, unit, child, count, state"
_HOMES = """SELECT x.person, x.circle FROM reach x JOIN circle c ON c.id = x.circle AND c.kind = 'household'
JOIN record r ON r.circle = x.circle AND r.kind = 'member' AND r.author = x.person AND r.current
WHERE x.level = 2"""
_OF_PEOPLE = "AND x.person IN (SELECT value FROM json_each(?))"
_NEWEST_LAST = "GROUP BY x.person, x.circle ORDER BY max(json_extract(r.head, '$.time')), x.circle"
LONG_OVER = 90 * 24 * 3600 * 1000
"""How long (ms) after its deadline an offer is still told of."""


def offer(connection: Connection, offer_id: str) -> Offer | None:
    """An offer, for the rules (not for anybody's eyes)."""
    row = connection.execute(
        "SELECT circle, opens, early, closes, unit, most, waits FROM offer WHERE id = ?", (offer_id,)
    ).fetchone()
    if row is None:
        return None
    slots = connection.execute("SELECT id, capacity FROM slot WHERE offer = ? ORDER BY position", (offer_id,))
    circle, opens, early, closes, unit, most, waits = row
    terms = Terms(slots=slots.fetchall(), unit=unit, opens=opens, early=early, closes=closes, most=most, waits=waits)
    return Offer(offer_id, circle, terms)


def save_offer(connection: Connection, seq: int, offer_id: str, circle: str, terms: Terms) -> None:
    """Keep what a record offers, instead of what it offered before."""
    row = (offer_id, circle, seq, terms.opens, terms.early, terms.closes, terms.unit, terms.most, terms.waits)
    connection.execute("INSERT OR REPLACE INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("DELETE FROM slot WHERE offer = ?", (offer_id,))
    rows = [(offer_id, slot, position, capacity) for position, (slot, capacity) in enumerate(terms.slots)]
    connection.executemany("INSERT INTO slot VALUES (?, ?, ?, ?)", rows)


def drop_offer(connection: Connection, offer_id: str) -> None:
    """Forget an offer and all claims in it."""
    for table, key in (("offer", "id"), ("slot", "offer"), ("claim", "offer")):
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (offer_id,))  # noqa: S608


def touch(connection: Connection, seq: int, offer_id: str) -> None:
    """Note that something about an offer changed."""
    connection.execute("UPDATE offer SET seq = ? WHERE id = ?", (seq, offer_id))


def used(connection: Connection, offer_id: str, slot: str, now: int, *, person: str = "", record: str = "") -> int:
    """How many of a slot are taken or held, but for this person's holds and this record's claims."""
    row = connection.execute(
        """SELECT coalesce(sum(count), 0) FROM claim WHERE offer = ?1 AND slot = ?2 AND (
             state = 'taken' AND record <> ?5 OR state = 'held' AND until > ?3 AND person <> ?4)""",
        (offer_id, slot, now, person, record),
    ).fetchone()
    return int(row[0])


def others(connection: Connection, asked: Row, unit: str, asking: str, now: int) -> int:
    """How many claims count together with what is asked, but for those of its record and the holds of who asks.

    unit: as in the terms. Of a home they count for where each person lives now: a claim moves along with who has it.
    """
    at_home = unit in UNITS_OF_HOME
    people = json.dumps(residents(connection, home(connection, asked.person)) if at_home else [])
    same = "person IN (SELECT value FROM json_each(:people)) AND :child IN ('', child)" if at_home else "unit = :unit"
    row = connection.execute(
        f"""SELECT count(DISTINCT record || person) FROM claim WHERE offer = :offer AND {same} AND (
             record <> '' AND record <> :record OR state = 'held' AND person <> :asking AND until > :now)""",  # noqa: S608
        {"offer": asked.offer, "unit": asked.unit, "record": asked.record, "asking": asking, "now": now,
         "people": people, "child": asked.child if unit in UNITS_OF_CHILD else ""},
    ).fetchone()  # fmt: skip
    return int(row[0])


def held(connection: Connection, offer_id: str, unit: str, now: int) -> int:
    """How many holds a unit has in an offer: nobody keeps a whole evening from others."""
    row = connection.execute(
        "SELECT count(*) FROM claim WHERE offer = ? AND unit = ? AND state = 'held' AND until > ?",
        (offer_id, unit, now),
    ).fetchone()
    return int(row[0])


def of_record(connection: Connection, record: str) -> list[Row]:
    """The claims that a letter makes: one, or two while it waits for another slot."""
    return _rows(connection, "record = ? AND record <> ''", (record,))


def in_slot(connection: Connection, offer_id: str, slot: str, state: str) -> list[Row]:
    """The claims on a slot in this state, in the order of asking."""
    return _rows(connection, "offer = ? AND slot = ? AND state = ?", (offer_id, slot, state))


def add(connection: Connection, row: Row, now: int, until: int = 0) -> None:
    """Append a claim; its turn is the next one, whatever `row` says."""
    connection.execute(
        """INSERT INTO claim (offer, slot, record, person, unit, child, count, state, at, until)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (row.offer, row.slot, row.record, row.person, row.unit, row.child, row.count, row.state, now, until),
    )


def promote(connection: Connection, turn: int) -> None:
    """A claim that waited has its slot now."""
    connection.execute("UPDATE claim SET state = 'taken' WHERE turn = ?", (turn,))


def drop(connection: Connection, turn: int) -> None:
    """Forget a claim."""
    connection.execute("DELETE FROM claim WHERE turn = ?", (turn,))


def let_go(connection: Connection, person: str, offer_id: str = "", slot: str = "") -> list[tuple[str, str]]:
    """Forget this person's holds, all or those on one slot; returns the (offer, slot) of each."""
    where = "state = 'held' AND person = ?1 AND (?2 = '' OR offer = ?2 AND slot = ?3)"
    rows = connection.execute(f"SELECT offer, slot FROM claim WHERE {where}", (person, offer_id, slot)).fetchall()  # noqa: S608
    connection.execute(f"DELETE FROM claim WHERE {where}", (person, offer_id, slot))  # noqa: S608
    return [(row[0], row[1]) for row in rows]


def is_over(connection: Connection, now: int) -> bool:
    """Whether some hold is over."""
    return (
        connection.execute("SELECT 1 FROM claim WHERE until > 0 AND until <= ? LIMIT 1", (now,)).fetchone() is not None
    )


def expire(connection: Connection, now: int) -> list[tuple[str, str]]:
    """Forget holds that are over; returns the (offer, slot) of each."""
    where = "until > 0 AND until <= ?"
    rows = connection.execute(f"SELECT DISTINCT offer, slot FROM claim WHERE {where}", (now,)).fetchall()  # noqa: S608
    if rows:
        connection.execute(f"DELETE FROM claim WHERE {where}", (now,))  # noqa: S608
    return [(row[0], row[1]) for row in rows]


def homes(connection: Connection, people: Iterable[str] | None = None) -> dict[str, str]:
    """The household of each person (of these people) who has one.

    It is the one they read in which their own newest word stands: a `member` record that they wrote, by its time and
    then by the circle's id. The same rule counts for clients (`sync/client/homes.py`, `groups/homes.js`).
    """
    if people is None:
        return dict(connection.execute(f"{_HOMES} {_NEWEST_LAST}").fetchall())
    wanted = json.dumps(sorted(people))
    return dict(connection.execute(f"{_HOMES} {_OF_PEOPLE} {_NEWEST_LAST}", (wanted,)).fetchall())


def home(connection: Connection, person: str) -> str:
    """The household of a person as `homes` has it, or the person where there is none."""
    return homes(connection, [person]).get(person, person)


def residents(connection: Connection, home: str) -> list[str]:
    """The people who live in a household now; of a person, who is a home of their own, that person."""
    rows = connection.execute(
        "SELECT DISTINCT author FROM record WHERE circle = ? AND kind = 'member' AND current", (home,)
    ).fetchall()
    known = homes(connection, [row[0] for row in rows])
    return sorted(one for one, at in known.items() if at == home) or [home]


def tallies(connection: Connection, offer_id: str, now: int) -> list[Tally]:
    """Of each slot: how many are taken or held, how many wait."""
    rows = connection.execute(
        """SELECT s.id, coalesce(sum(c.count) FILTER (WHERE c.state = 'taken' OR c.state = 'held' AND c.until > ?2), 0),
             count(*) FILTER (WHERE c.state = 'waiting')
           FROM slot s LEFT JOIN claim c ON c.offer = s.offer AND c.slot = s.id
           WHERE s.offer = ?1 GROUP BY s.id ORDER BY s.position""",
        (offer_id, now),
    )
    return [(row[0], int(row[1]), int(row[2])) for row in rows]


def changed(connection: Connection, reader: str, since: int, upto: int, now: int) -> list[OfferAt]:
    """The offers in circles this reader reads that changed, or came within reach, after number `since`."""
    rows = connection.execute(
        """SELECT o.id FROM reach x JOIN offer o ON o.circle = x.circle
           JOIN record r ON r.id = o.id AND r.current = 1 AND (r.held = 0 OR r.author = ?1)
           WHERE x.person = ?1 AND x.level = 2 AND x.starts <= ?4 AND (x.ends = 0 OR x.ends > ?4)
           AND (o.seq > ?2 AND o.seq <= ?3 OR x.since > ?2 AND x.since <= ?3) AND (o.closes = 0 OR o.closes > ?5)
           GROUP BY o.id ORDER BY min(o.seq)""",
        (reader, since, upto, now, now - LONG_OVER),
    ).fetchall()
    return [found for (one,) in rows if (found := shown(connection, reader, one, now))]


def shown(connection: Connection, reader: str, offer_id: str, now: int) -> OfferAt | None:
    """How an offer stands, as this reader may see it."""
    found = offer(connection, offer_id)
    if found is None:
        return None
    slots, own = tallies(connection, offer_id, now), _claims(connection, reader, offer_id)
    answered = _answered(connection, reader, found) if found.terms.unit == "child" else []
    return OfferAt(offer=found.id, circle=found.circle, terms=found.terms, slots=slots, claims=own, answered=answered)


def _claims(connection: Connection, reader: str, offer_id: str) -> list[ClaimAt]:
    """The claims whose letters this reader gets, each with its place on the waiting list."""
    rows = connection.execute(
        """SELECT c.record, c.slot, c.count, c.state, c.at, c.place FROM (
             SELECT *, CASE state WHEN 'waiting' THEN row_number() OVER (PARTITION BY slot, state ORDER BY turn) ELSE 0
             END AS place FROM claim WHERE offer = ?2) c
           JOIN record r ON r.id = c.record AND r.current = 1
           WHERE c.record <> '' AND (c.person = ?1 OR EXISTS (
             SELECT 1 FROM delivery d JOIN reach x ON x.person = ?1 AND x.circle = d.ref AND x.level = 2
             WHERE d.circle = r.circle AND d.place = r.place)) ORDER BY c.turn""",
        (reader, offer_id),
    )
    return [ClaimAt(record=row[0], slot=row[1], count=row[2], state=row[3], at=row[4], place=row[5]) for row in rows]


def _answered(connection: Connection, reader: str, found: Offer) -> list[str]:
    own = connection.execute(
        "SELECT circles FROM seat WHERE person = ? AND role = 'guardian' AND ended = 0", (reader,)
    ).fetchall()
    children = sorted({child for row in own for child in json.loads(row[0])})
    rows = connection.execute(
        """SELECT DISTINCT c.child FROM json_each(?3) one JOIN claim c ON c.offer = ?2 AND c.child = one.value
           WHERE c.record <> '' AND c.person <> ?1 ORDER BY c.child""",
        (reader, found.id, json.dumps(children)),
    )
    return [row[0] for row in rows]


def _rows(connection: Connection, where: str, values: tuple[Any, ...]) -> list[Row]:
    rows = connection.execute(f"SELECT {_ROW} FROM claim WHERE {where} ORDER BY turn", values)  # noqa: S608
    return [Row(*row) for row in rows]
