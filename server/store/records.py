"""Records and letters: appended to their circle's log; replaced ciphertext is dropped, its hash stays."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from msgspec import UNSET

from crypto.statement import next_tip
from server.store import Connection, blobs, withholdings
from server.store.windows import IN_WINDOW
from sync.messages import Record, RecordAt
from sync.policy import First

COLUMNS = "r.circle, r.place, r.hash, r.head, r.body, r.signature, r.boxes"


def stored(connection: Connection, author: str, record_id: str, revision: int) -> tuple[str, int] | None:
    """(hash, place) of this author's record with this id and revision, for a repeated request."""
    row = connection.execute(
        "SELECT hash, place FROM record WHERE id = ? AND revision = ? AND author = ?", (record_id, revision, author)
    ).fetchone()
    return (row[0], row[1]) if row else None


def first(connection: Connection, record_id: str) -> First | None:
    """Who wrote the first revision of an id, where, and what is newest."""
    row = connection.execute(
        "SELECT author, circle, kind FROM record WHERE id = ? ORDER BY revision LIMIT 1", (record_id,)
    ).fetchone()
    if row is None:
        return None
    newest = connection.execute(
        "SELECT revision, hash FROM record WHERE id = ? ORDER BY revision DESC LIMIT 1", (record_id,)
    ).fetchone()
    return First(row[0], row[1], row[2], newest[0], newest[1])


def append(connection: Connection, seq: int, record: Record, head: dict[str, Any], digest: str, held: int) -> int:
    """Append a checked record to its circle's log and drop what it replaces; returns its place.

    held: ms from when on others get it, 0 = at once.
    """
    circle = head["circle"]
    row = connection.execute("SELECT place + 1, tip FROM circle WHERE id = ?", (circle,)).fetchone()
    place, tip = int(row[0]), str(row[1])
    tip = next_tip(tip, digest)
    refs = [ref[2:] for ref, _, _ in record.boxes]
    blobs.attach(connection, circle, place, head["blobs"])  # first, so that what stays listed is never without a record
    replaced = _current(connection, head["id"])
    withholdings.follow(connection, head, replaced)
    for old in replaced:
        _drop(connection, *old)
        _withdraw(connection, seq, *old, keep=[] if held else refs)  # what is held back takes no place yet
    connection.execute(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)",
        (circle, place, seq, digest, tip, head["id"], head["revision"], head["author"], head["seat"], head["kind"],
         bool(head["letter"]), held, record.head, record.body, record.signature,
         msgspec.json.encode(record.boxes).decode()),
    )  # fmt: skip
    connection.execute("UPDATE circle SET place = ?, tip = ? WHERE id = ?", (place, tip, circle))
    _deliver(connection, seq, circle, place, [ref for ref in refs if not held or ref == circle])
    if head["letter"].get("until"):
        connection.execute("INSERT INTO expiry VALUES (?, ?, ?)", (head["letter"]["until"], circle, place))
    return place


def held(connection: Connection, record_id: str) -> int:
    """Until when (ms) the newest revision of a record is shown to nobody but its author; 0 = it is shown."""
    row = connection.execute("SELECT held FROM record WHERE id = ? AND current = 1", (record_id,)).fetchone()
    return int(row[0]) if row else 0


def recipients(connection: Connection, record_id: str) -> set[str]:
    """The circles to which the newest revision of a letter is delivered."""
    rows = connection.execute(
        """SELECT d.ref FROM record r JOIN delivery d ON d.circle = r.circle AND d.place = r.place
           WHERE r.id = ? AND r.current = 1""",
        (record_id,),
    )
    return {row[0] for row in rows}


def expire(connection: Connection, seq: int, now: int) -> set[str]:
    """Drop the letters whose end has come; returns the circles that got them."""
    due = connection.execute("SELECT circle, place FROM expiry WHERE until <= ?", (now,)).fetchall()
    told: set[str] = set()
    for circle, place in due:
        _drop(connection, circle, place)
        told |= _withdraw(connection, seq, circle, place, keep=[])
    connection.execute("DELETE FROM expiry WHERE until <= ?", (now,))
    return told


def withdraw_all(connection: Connection, seq: int, circle: str) -> set[str]:
    """Drop all letters that were written from a seat; returns the circles that got them."""
    rows = connection.execute("SELECT place FROM record WHERE circle = ? AND letter AND current", (circle,)).fetchall()
    told: set[str] = set()
    for (place,) in rows:
        _drop(connection, circle, place)
        told |= _withdraw(connection, seq, circle, place, keep=[])
    return told


def withdraw_from(connection: Connection, seq: int, circle: str, ref: str) -> set[str]:
    """Take the letters that were written from a seat from who got them through one circle; returns that, if any did."""
    rows = connection.execute(
        """SELECT d.place FROM delivery d JOIN record r ON r.circle = d.circle AND r.place = d.place AND r.current
           WHERE d.circle = ? AND d.ref = ? AND d.ref <> d.circle""",
        (circle, ref),
    ).fetchall()
    for (place,) in rows:
        row = (ref, circle, place)
        connection.execute("DELETE FROM delivery WHERE ref = ? AND circle = ? AND place = ?", row)
        _tell_withdrawn(connection, seq, circle, place, [ref])
    return {ref} if rows else set()


def withdraw_from_groups(connection: Connection, seq: int, circle: str, kinds: Collection[str]) -> set[str]:
    """Take the letters of some kinds that were written from a seat from all but single seats; returns who got them.

    What nobody gets any more is dropped.
    """
    told: set[str] = set()
    rows = connection.execute("SELECT place, kind FROM record WHERE circle = ? AND letter AND current", (circle,))
    for place in [place for place, kind in rows.fetchall() if kind in kinds]:
        refs = connection.execute(
            """SELECT d.ref, c.kind FROM delivery d JOIN circle c ON c.id = d.ref WHERE d.circle = ? AND d.place = ?""",
            (circle, place),
        ).fetchall()
        lost = {ref for ref, kind in refs if kind != "seat"}
        if lost and lost == {ref for ref, _ in refs}:
            _drop(connection, circle, place)
        for ref in lost:
            row = (ref, circle, place)
            connection.execute("DELETE FROM delivery WHERE ref = ? AND circle = ? AND place = ?", row)
            _tell_withdrawn(connection, seq, circle, place, [ref])
        told |= lost
    return told


def release(connection: Connection, seq: int, now: int) -> list[tuple[str, int, set[str]]]:
    """Show what was held until now to its readers; returns (circle, place, the circles that get it) of each."""
    due = connection.execute(
        "SELECT circle, place, letter, boxes FROM record WHERE held > 0 AND held <= ?", (now,)
    ).fetchall()
    released = []
    for circle, place, letter, boxes in due:
        connection.execute("UPDATE record SET held = 0 WHERE circle = ? AND place = ?", (circle, place))
        connection.execute(
            "UPDATE offer SET seq = ? WHERE id = (SELECT id FROM record WHERE circle = ? AND place = ?)",
            (seq, circle, place),
        )
        refs = {box[0][2:] for box in json.loads(boxes)} - {circle}
        if letter:
            _deliver(connection, seq, circle, place, refs)
        else:
            connection.execute("INSERT INTO released VALUES (?, ?, ?)", (circle, seq, place))
        released.append((circle, place, refs | {circle}))
    return released


def past(
    connection: Connection, reader: str, circle: str, before: int, limit: int, now: int
) -> list[tuple[RecordAt, str]]:
    """Records of a circle the reader reaches, newest first, below place `before`; with the author's seat."""
    rows = connection.execute(
        f"""SELECT {COLUMNS}, r.seat, {shown("?5")} FROM record r JOIN reach x ON x.person = ?1 AND x.circle = r.circle
           WHERE x.level = 2 AND x.starts <= ?5 AND (x.ends = 0 OR x.ends > ?5)
           AND r.circle = ?2 AND r.place < ?3 ORDER BY r.place DESC LIMIT ?4""",  # noqa: S608
        (reader, circle, before, limit, now),
    )
    return [(_at(row), row[7]) for row in rows]


def is_shown(connection: Connection, reader: str, record_id: str, now: int) -> bool:
    """Whether the reader gets the newest revision of an id from the circle it stands in."""
    row = connection.execute(
        f"""SELECT 1 FROM record r JOIN reach x ON x.person = ?1 AND x.circle = r.circle AND x.level = 2
           WHERE r.id = ?2 AND x.starts <= ?3 AND (x.ends = 0 OR x.ends > ?3) AND {shown("?3")} <> 0""",  # noqa: S608
        (reader, record_id, now),
    ).fetchone()
    return row is not None


def newest(connection: Connection, record_id: str) -> tuple[str, int, str, str] | None:
    """(circle, place, hash, kind) of the newest revision of an id that is there, for the server's own use."""
    row = connection.execute(
        "SELECT circle, place, hash, kind FROM record WHERE id = ? AND current = 1", (record_id,)
    ).fetchone()
    return (row[0], row[1], row[2], row[3]) if row else None


def found(connection: Connection, circle: str, place: int) -> tuple[RecordAt, str, str, str]:
    """A record that is there, for the server's own use, with its author, kind and id."""
    row = connection.execute(
        f"SELECT {COLUMNS}, r.author, r.kind, r.id, 1 FROM record r WHERE r.circle = ? AND r.place = ?",  # noqa: S608
        (circle, place),
    ).fetchone()
    return _at(row), row[7], row[8], row[9]


def shown(now: str) -> str:
    """SQL: 0 if the reader ?1 gets only place and hash, else the circles for which it is withheld, as JSON.

    now: the parameter that holds the time.
    """
    return f"""CASE WHEN r.current AND (r.held = 0 OR r.author = ?1) AND (NOT r.letter OR EXISTS (
      SELECT 1 FROM delivery d JOIN reach y ON y.person = ?1 AND y.circle = d.ref AND y.level = 2
      WHERE d.circle = r.circle AND d.place = r.place AND d.ref = y.circle))
      AND {IN_WINDOW} AND {withholdings.record_open("r.id", now)} THEN {withholdings.names("r.id")} ELSE 0 END"""  # noqa: S608


def at(row: Any) -> RecordAt:
    """A row of COLUMNS and the verdict of `shown` at its end (or 1) as a message."""
    return _at(row)


def _at(row: Any) -> RecordAt:
    record, withheld = None, [] if row[-1] in (0, 1, "[]") else json.loads(row[-1])
    if row[-1]:
        boxes = [tuple(box) for box in json.loads(row[6])]
        record = Record(head=row[3], body=row[4], signature=row[5], boxes=boxes)
    return RecordAt(circle=row[0], place=row[1], hash=row[2], record=record, withheld=withheld or UNSET)


def _deliver(connection: Connection, seq: int, circle: str, place: int, refs: Iterable[str]) -> None:
    rows = [(ref, seq, circle, place) for ref in refs]
    connection.executemany("INSERT OR IGNORE INTO delivery VALUES (?, ?, ?, ?)", rows)


def _current(connection: Connection, record_id: str) -> list[tuple[str, int]]:
    return connection.execute("SELECT circle, place FROM record WHERE id = ? AND current = 1", (record_id,)).fetchall()


def _drop(connection: Connection, circle: str, place: int) -> None:
    connection.execute(
        """UPDATE record SET current = 0, head = '', body = '', signature = '', boxes = '[]', held = 0
           WHERE circle = ? AND place = ?""",
        (circle, place),
    )
    blobs.detach(connection, circle, place)


def _withdraw(connection: Connection, seq: int, circle: str, place: int, keep: list[str]) -> set[str]:
    """Let go of the deliveries of what was dropped; who gets nothing in its place is told so."""
    rows = connection.execute("SELECT ref FROM delivery WHERE circle = ? AND place = ?", (circle, place)).fetchall()
    lost = {row[0] for row in rows} - {*keep}
    connection.execute("DELETE FROM delivery WHERE circle = ? AND place = ?", (circle, place))
    _tell_withdrawn(connection, seq, circle, place, lost)
    return lost


def _tell_withdrawn(connection: Connection, seq: int, circle: str, place: int, lost: Iterable[str]) -> None:
    """Note that a letter no longer reaches some: also where it stood before, for who last looked at that time."""
    places = connection.execute(
        """SELECT e.place FROM record r JOIN record e ON e.id = r.id AND e.circle = r.circle AND e.place <= r.place
           WHERE r.circle = ? AND r.place = ?""",
        (circle, place),
    ).fetchall()
    rows = [(ref, seq, circle, each) for ref in lost for (each,) in places]
    connection.executemany("INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?, ?)", rows)
