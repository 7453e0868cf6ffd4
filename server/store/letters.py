"""Letters as one reader gets them: the own boxes, and of those of others nothing but the hash."""

from __future__ import annotations

import json
from collections.abc import Iterable

from crypto.envelope import blind
from server.store import Connection
from sync.messages import RecordAt


def blinded(connection: Connection, reader: str, records: Iterable[RecordAt]) -> list[RecordAt]:
    """The same records; of each letter whose home circle `reader` does not reach, foreign boxes are blinded."""
    found = list(records)
    letters = [one for one in found if one.record is not None and one.record.boxes]
    if not letters:
        return found
    refs = {box[0][2:] for one in letters if one.record for box in one.record.boxes}
    open_here = reached(connection, reader, refs | {one.circle for one in letters})
    for one in letters:
        if one.record is not None and one.circle not in open_here:
            own = [f"c:{circle}" for circle in open_here]
            one.record.boxes = [tuple(box) for box in blind(list(one.record.boxes), own)]
    return found


def has_written(connection: Connection, seat: str, reader: str) -> bool:
    """Whether a letter from a seat reaches the reader."""
    row = connection.execute(
        """SELECT 1 FROM record r JOIN delivery d ON d.circle = r.circle AND d.place = r.place
           JOIN reach x ON x.person = ?2 AND x.circle = d.ref AND x.level = 2
           WHERE r.circle = ?1 AND r.letter AND r.current LIMIT 1""",
        (seat, reader),
    ).fetchone()
    return row is not None


def exchanged(connection: Connection, seat: str, person: str) -> bool:
    """Whether a letter from a seat went to one of a person's seats, or the other way; also to one that has ended."""
    row = connection.execute(
        """SELECT 1 FROM seat own JOIN delivery d ON d.ref = own.id
           JOIN record r ON r.circle = d.circle AND r.place = d.place
           WHERE own.person = ?2 AND r.circle = ?1 AND r.letter AND r.current
           UNION ALL
           SELECT 1 FROM seat own JOIN record r ON r.circle = own.id AND r.letter AND r.current
           JOIN delivery d ON d.circle = r.circle AND d.place = r.place AND d.ref = ?1 WHERE own.person = ?2 LIMIT 1""",
        (seat, person),
    ).fetchone()
    return row is not None


def reached(connection: Connection, reader: str, circles: set[str]) -> set[str]:
    """Those of these circles that the reader reads, itself or through others."""
    rows = connection.execute(
        """SELECT x.circle FROM json_each(?2) one JOIN reach x ON x.person = ?1 AND x.circle = one.value
           WHERE x.level = 2""",
        (reader, json.dumps(sorted(circles))),
    )
    return {row[0] for row in rows}
