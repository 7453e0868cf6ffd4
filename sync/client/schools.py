"""One person at several schools: each with a copy of its own, and what is entered once reaches each for its own days.

Invariant: what can't be sent now waits, with the ids that it will have; sent again after a lost answer it is there
once. A school that does not answer takes nothing from what is shown of it: its last copy stays, and says how old it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

import requests

from crypto.encoding import b64
from crypto.random import fresh
from sync.client import absences, blobs, calendar
from sync.client.blobs import Sealed
from sync.client.session import Session
from sync.client.transport import Problem

Note = tuple[absences.Body, str, str]
"""A report, its id, and that of the remark beside it."""
AWAY = ("peer-unreachable", "store-unavailable")
"""Problems that pass by themselves."""


@dataclass(frozen=True)
class Place:
    """Where a child goes to school on some days of the week (0 = Monday)."""

    session: Session
    child: str
    weekdays: frozenset[int]


@dataclass(frozen=True)
class File:
    """A file as it lies on this device."""

    name: str
    data: bytes
    type: str


@dataclass(frozen=True)
class Planned:
    """One line of the agenda, and the host of the school that it is of."""

    host: str
    line: calendar.Line


@dataclass
class Schools:
    """The sessions of one person, by host, the own school first; and what still has to be sent."""

    sessions: dict[str, Session]
    waiting: list[Callable[[], None]] = field(default_factory=list)

    def sync(self) -> set[str]:
        """Bring every copy up to date and send what waits; returns the hosts of schools that did not answer."""
        silent = {host for host, session in self.sessions.items() if not _tried(session.sync)}
        self.waiting = [send for send in self.waiting if not _tried(send)]
        return silent

    def agenda(self, first: str, last: str) -> list[Planned]:
        """One agenda of all schools between two days, in order; what the board planned at several of them once."""
        found = [Planned(host, line) for host, session in self.sessions.items()
                 for line in calendar.agenda(session, first, last)]  # fmt: skip
        found = [one for at, one in enumerate(found) if not self._again(one, found[:at])]
        return sorted(found, key=lambda one: (one.line.at.day, one.line.at.start, one.line.title))

    def absent(
        self, places: Iterable[Place], reason: str, first: str, until: str, text: str = "", files: Iterable[File] = ()
    ) -> None:
        """Say once that a child is away: each of its schools hears of the days on which it would be there.

        files: for each school a file of its own, under a key of its own; nothing of it is the same at two schools.
        """
        given = tuple(files)
        for place in places:
            written = place.session.clock()
            bodies = [{"reason": reason, "from": begin, "until": end, "written": written}
                      for begin, end in runs(first, until, place.weekdays)]  # fmt: skip
            notes = [(body, b64(fresh(16)), b64(fresh(16))) for body in bodies]
            sealed = [blobs.seal(one.data, one.type, one.name) for one in given] if notes else []
            if notes:
                self.waiting.append(partial(_send, place, notes, text, sealed))
        self.sync()

    def _again(self, one: Planned, before: Sequence[Planned]) -> bool:
        """Whether a line is the board's, and stands already for another school."""
        joint = one.line.event.body.get("joint")
        if not any(
            joint and two.line.event.body.get("joint") == joint and two.line.at == one.line.at for two in before
        ):
            return False
        ours = {own.circle for own in calendar.calendars(self.sessions[one.host]) if own.sort == "board"}
        return one.line.event.circle in ours


def clashes(planned: Sequence[Planned]) -> list[tuple[Planned, Planned]]:
    """The pairs of lines of different schools that are at the same time of the same day; whole days clash with none."""
    timed = [one for one in planned if one.line.at.start and not one.line.at.cancelled]
    return [(one, other) for at, one in enumerate(timed) for other in timed[at + 1 :]
            if one.host != other.host and one.line.at.day == other.line.at.day
            and other.line.at.start < (one.line.at.end or one.line.at.start)]  # fmt: skip


def runs(first: str, until: str, weekdays: frozenset[int]) -> list[tuple[str, str]]:
    """The stretches of days from `first` to `until` that fall on these weekdays, weekends aside."""
    day, last = date.fromisoformat(first), date.fromisoformat(until)
    found: list[tuple[str, str]] = []
    while day <= last:
        if day.weekday() in weekdays:
            before = (day - timedelta(days=1)).isoformat()
            begin = found.pop()[0] if found and found[-1][1] == before else day.isoformat()
            found.append((begin, day.isoformat()))
        day += timedelta(days=1)
    return found


def _send(place: Place, notes: Sequence[Note], text: str, sealed: Sequence[Sealed]) -> None:
    session, own = place.session, place.session.seat(circle=place.child)
    session.sync()
    for body, absence, remark in notes:
        if absence not in session.replica.items:  # else it came through, and only the answer was lost
            session.write(absences.Report(session, place.child, body, text, absence, remark), own)
    if sealed:
        _enclose(place, [absence for _, absence, _ in notes], sealed)


def _enclose(place: Place, notes: Sequence[str], sealed: Sequence[Sealed]) -> None:
    """Add files to the reports that have none yet; they were sealed for this school once."""
    session = place.session
    told = {one.body["absence"] for one in session.replica.of_kind("remark") if one.body.get("files")}
    for absence in [one for one in notes if one not in told]:
        for one in sealed:
            blobs.send(session, session.seat(circle=place.child).id, one)
        absences.enclose(session, absence, [one.part for one in sealed])


def _tried(act: Callable[[], object]) -> bool:
    """Whether it could be done; False where a school did not answer."""
    try:
        act()
    except requests.RequestException:
        return False
    except Problem as problem:
        if problem.code not in AWAY:
            raise
        return False
    return True
