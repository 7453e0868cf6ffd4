"""Windows: of some kinds (photos), a family gets what is written since its child came, and not the past before that.

Invariants: staff and what stands in a child's own circle have no window; it follows the child's place, not a seat, so
a lost letter, new keys or another parent close nothing that was open; a record counts from its first revision.
"""

from __future__ import annotations

from server.store import Connection
from sync.modules import KINDS

_KINDS = ", ".join(f"'{kind.name}'" for kind in KINDS.values() if kind.windowed)
IN_WINDOW = f"""(x.opened = 0 OR r.kind NOT IN ({_KINDS}) OR r.author = ?1 OR EXISTS (
  SELECT 1 FROM record f WHERE f.id = r.id AND f.revision = 1 AND f.seq >= x.opened))"""  # noqa: S608
"""SQL: whether the record r is in the window of the reach x of the reader ?1."""

_OPENED = """
WITH came (team, listed) AS (
  SELECT r.ref, min(r.listed) FROM circle c JOIN reader r ON r.circle = c.id
  JOIN circle n ON n.id = substr(r.ref, 3) AND n.kind = 'team'
  WHERE c.id IN ({reached}) AND c.kind = 'child' GROUP BY r.ref
)
SELECT g.id, min(came.listed) FROM came JOIN reader t ON t.ref = came.team
JOIN circle g ON g.id = t.circle AND g.kind = 'group' GROUP BY g.id
UNION ALL
SELECT s.id, min(came.listed) FROM came JOIN circle s ON s.kind = 'school' GROUP BY s.id"""
_STAFF = "SELECT 1 FROM circle WHERE id IN ({reached}) AND kind IN ('team', 'office', 'staff') LIMIT 1"


def opened(connection: Connection, reached: list[str]) -> dict[str, int]:
    """circle -> since which number it is open to somebody who reads these circles; one that is left out always was.

    A child's circle has the team of its group as a reader from the day the child came there.
    """
    marks = ", ".join("?" * len(reached))
    if connection.execute(_STAFF.format(reached=marks), reached).fetchone():
        return {}
    return dict(connection.execute(_OPENED.format(reached=marks), reached).fetchall())
