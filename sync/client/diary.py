"""The diary of a child: every change of who reads of it, for the family to see.

From what the office wrote, and from signed facts that nobody can leave a change out of: the circle's own chain, the
chains of the staff circles that read of it, and the ends of places. A change without words beside it has its line as
well. Pure over a session's replica.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sync.client.session import Session

Head = dict[str, Any]
SAID = ("joined", "ended", "moved", "protected", "letter", "restored")
"""The words that the office writes; what says something else is no line of its own."""
OWN = ("shared", "taken")
"""What a parent's own clients write of the own details."""
_SORTS = {"genesis": "started", "change": "changed", "rotate": "renewed"}


@dataclass(frozen=True)
class Line:
    """One change at `time` (ms), by the seat `by` ("" for what no seat did), seen in the chain of `circle`.

    what: one of SAID, `started`, `changed`, `renewed` (nobody was added), `team`, `office`.
    """

    time: int
    what: str
    by: str
    circle: str
    who: str = ""
    role: str = ""
    group: str = ""
    field: str = ""


def lines(session: Session, child: str) -> list[Line]:
    """Every change of who reads of a child (its circle), newest first."""
    circle = session.replica.circles.get(child)
    heads = [head for _, head in circle.links] if circle else []
    said = list(_said(session, child))
    found = [*said, *_untold(heads, said, child), *_staff(session, heads), *_own(session, child)]
    found += _ends(session, child, said)
    return sorted(found, key=lambda line: -line.time)


def _said(session: Session, child: str) -> Iterator[Line]:
    for item in session.replica.of_kind("diary", circle=child):
        more = {key: str(item.body[key]) for key in ("who", "role", "group") if key in item.body}
        if item.body.get("what") in SAID:
            yield Line(int(item.head["time"]), item.body["what"], item.head["seat"], child, **more)


def _own(session: Session, child: str) -> Iterator[Line]:
    """What the reader shared of their own with this child's class, or took back."""
    for seat in [session.replica.trust.seats[one] for one in session.replica.seats()]:
        for item in session.replica.of_kind("diary", circle=seat.id) if child in seat.circles else ():
            if item.body.get("what") in OWN:
                time, what, field = int(item.head["time"]), str(item.body["what"]), str(item.body["field"])
                yield Line(time, what, seat.id, seat.id, field=field)


def _untold(heads: list[Head], said: list[Line], child: str) -> Iterator[Line]:
    """The links that no words stand beside: words are of the same request, so of the same seat at the same moment."""
    told = {(line.by, line.time) for line in said}
    for head in heads:
        if (head["seat"], head["time"]) not in told:
            yield Line(head["time"], _SORTS[head["sort"]], head["seat"], child)


def _staff(session: Session, heads: list[Head]) -> Iterator[Line]:
    """Who came to, or went from, a circle of staff while it read of the child."""
    known = {circle: what for head in heads for circle, what in _staff_of(head)}
    for circle, what in known.items():
        state = session.replica.circles.get(circle)
        for _, head in state.links if state else ():
            if head["sort"] == "change" and _read(heads, circle, head["time"]):
                yield Line(head["time"], what, head["seat"], circle)
        for seat in session.replica.trust.seats.values():
            if seat.ended and circle in seat.circles and _read(heads, circle, seat.ended):
                yield Line(seat.ended, what, "", circle)


def _ends(session: Session, child: str, said: list[Line]) -> Iterator[Line]:
    """The places of this child that ended, or whose date passed, without words."""
    told = {line.time for line in said if line.what in ("ended", "letter", "restored")}
    for seat in session.replica.trust.seats.values():
        time = seat.ended or (seat.ends if seat.ends <= session.clock() else 0)
        if child in seat.circles and time and time not in told:
            yield Line(time, "ended", "", child, role=seat.role)


def _read(heads: list[Head], circle: str, time: int) -> bool:
    """Whether a circle of staff read of the child at a time."""
    then = [head for head in heads if head["time"] <= time]
    return bool(then) and circle in dict(_staff_of(then[-1]))


def _staff_of(head: Head) -> list[tuple[str, str]]:
    teams = [(ref, "team") for ref in head["writers"] if ref != "self"]
    return teams + [(ref, "office") for ref in head["managers"]]
