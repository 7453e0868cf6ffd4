"""Anonymous surveys: who has had a ballot, and what was answered, with nothing that leads from one to the other.

Invariants: a vote is stored without time, order, address or person, and the pages of the file keep no order either
(all votes of a survey are laid out anew, sorted, with each one); who had a ballot is forgotten at the closing time
and is in no backup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from server.store import Connection

LEFT_OUT = ("DELETE FROM survey_issue", "UPDATE survey SET stopped = 1 WHERE key <> ''")
"""What is done to every copy of the database: two backups would tell who asked and what was answered in between."""
_ADULTS = """
WITH RECURSIVE down (circle) AS (
  SELECT :circle UNION SELECT substr(r.ref, 3) FROM down JOIN reader r ON r.circle = down.circle
  WHERE r.ref LIKE 'c:%' AND r.starts <= :now AND (r.ends = 0 OR r.ends > :now)
)
SELECT s.person, s.circles FROM down JOIN seat s ON s.id = down.circle
WHERE s.role = 'guardian' AND s.person <> '' AND s.ended = 0 AND s.starts <= :now AND (s.ends = 0 OR s.ends > :now)"""


@dataclass(frozen=True)
class Survey:
    """One survey; `key` is secret and "" once it has closed."""

    id: str
    circle: str
    unit: str
    closes: int
    key: str
    public: str
    issued: int
    stopped: int


def find(connection: Connection, survey: str) -> Survey | None:
    """A survey, for the rules."""
    row = connection.execute(
        "SELECT id, circle, unit, closes, key, public, issued, stopped FROM survey WHERE id = ?", (survey,)
    ).fetchone()
    return Survey(*row) if row else None


def add(connection: Connection, survey: Survey) -> None:
    """Store a new survey."""
    connection.execute(
        "INSERT INTO survey (id, circle, unit, closes, key, public) VALUES (?, ?, ?, ?, ?, ?)",
        (survey.id, survey.circle, survey.unit, survey.closes, survey.key, survey.public),
    )


def remove(connection: Connection, survey: str) -> None:
    """Drop a survey with everything of it."""
    _overwrite(connection, True)
    connection.execute("DELETE FROM survey_vote WHERE survey = ?", (survey,))
    connection.execute("DELETE FROM survey_issue WHERE survey = ?", (survey,))
    connection.execute("DELETE FROM survey WHERE id = ?", (survey,))
    _overwrite(connection, False)


def adults(connection: Connection, circle: str, now: int) -> dict[str, set[str]]:
    """Who reads a circle by a living seat as a guardian: person -> the children that those seats are for."""
    found: dict[str, set[str]] = {}
    for person, children in connection.execute(_ADULTS, {"circle": circle, "now": now}).fetchall():
        found.setdefault(person, set()).update(json.loads(children))
    return found


def asked(connection: Connection, survey: str, holders: Iterable[str]) -> set[str]:
    """The hashes of what these holders asked with: empty if none of them has had a ballot."""
    rows = connection.execute(
        "SELECT asked FROM survey_issue WHERE survey = ? AND holder IN (SELECT value FROM json_each(?))",
        (survey, json.dumps(sorted(holders))),
    )
    return {row[0] for row in rows}


def issue(connection: Connection, survey: str, holders: Iterable[str], digest: str) -> None:
    """Note that one ballot was given out, to all of these together."""
    connection.executemany("INSERT INTO survey_issue VALUES (?, ?, ?)", [(survey, one, digest) for one in holders])
    connection.execute("UPDATE survey SET issued = issued + 1 WHERE id = ?", (survey,))


def answer_of(connection: Connection, survey: str, serial: bytes) -> bytes | None:
    """What was answered with a serial."""
    row = connection.execute(
        "SELECT answer FROM survey_vote WHERE survey = ? AND serial = ?", (survey, serial)
    ).fetchone()
    return row[0] if row else None


def vote(connection: Connection, survey: str, serial: bytes, answer: bytes) -> None:
    """Store an answer, and lay out all of the survey anew: within a page SQLite keeps rows as they came."""
    query = "SELECT survey, serial, answer FROM survey_vote WHERE survey = ?"
    rows = sorted([*connection.execute(query, (survey,)).fetchall(), (survey, serial, answer)])
    _overwrite(connection, True)
    connection.execute("DELETE FROM survey_vote WHERE survey = ?", (survey,))
    connection.executemany("INSERT INTO survey_vote VALUES (?, ?, ?)", rows)
    _overwrite(connection, False)


def answers(connection: Connection, survey: str) -> list[bytes]:
    """All answers, in the order of the random serials."""
    rows = connection.execute("SELECT answer FROM survey_vote WHERE survey = ? ORDER BY serial", (survey,))
    return [row[0] for row in rows.fetchall()]


def due(connection: Connection, now: int) -> list[str]:
    """The surveys that have closed and whose key is still there."""
    rows = connection.execute("SELECT id FROM survey WHERE closes <= ? AND key <> ''", (now,))
    return [row[0] for row in rows.fetchall()]


def close_due(connection: Connection, now: int) -> int:
    """Forget the keys of surveys that have closed and who had a ballot; returns of how many."""
    closed = due(connection, now)
    _overwrite(connection, True)
    for survey in closed:
        connection.execute("DELETE FROM survey_issue WHERE survey = ?", (survey,))
        connection.execute("UPDATE survey SET key = '' WHERE id = ?", (survey,))
    _overwrite(connection, False)
    return len(closed)


def _overwrite(connection: Connection, wholly: bool) -> None:
    """Whether pages that come free are filled with zeros as well, and not only what comes free within a page."""
    connection.execute(f"PRAGMA secure_delete = {'ON' if wholly else 'FAST'}").fetchall()
