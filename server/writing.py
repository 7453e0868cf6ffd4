"""One request's entries inside one transaction: who writes, what they touched, and what others must hear of it.

Invariants: everything a rule needs is read in the transaction that writes; reach is brought up to date before the
commit; audiences are worked out after that, so a reader who was just dropped hears nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from crypto.heads import GONE
from server.errors import Problem
from server.hub import Hub, News
from server.neighbours import announce
from server.store import Connection, Engine, circles, claims, people, push, reach
from server.store.circles import Circle
from server.telling import Told, clears, tell, tells, topic_of
from sync.errors import Refused
from sync.messages import Frame, RecordAt
from sync.seats import Seat

Head = dict[str, Any]
SEES, READS = 1, 2
"""Levels of reach: link heads only, and everything."""
LARGEST_FRAME = 64 * 1024
"""A larger record is not sent to sockets: they are told to ask."""


@dataclass
class Writing:
    """The write of one person; `sign` is the key that their signatures were checked with.

    contacts: whether parents of linked schools may be let in one by one.
    """

    connection: Connection
    store: Engine
    hub: Hub
    now: int
    person: str
    sign: bytes
    founding: bool = False
    device: str = ""
    contacts: bool = False
    news: News = field(default_factory=News)
    reaching: set[str] = field(default_factory=set)
    later: list[Callable[[], None]] = field(default_factory=list)
    heard: dict[str, list[tuple[RecordAt, str]]] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    lettered: set[str] = field(default_factory=set)
    offers: set[str] = field(default_factory=set)
    told: list[tuple[RecordAt, str, str, set[str]]] = field(default_factory=list)
    read: list[tuple[RecordAt, str, str, set[str]]] = field(default_factory=list)
    pushed: list[Told] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)

    def sequence(self) -> int:
        """The next number of the server's one sequence."""
        return self.store.next_sequence(self.connection)

    def author(self, head: Head) -> Seat | None:
        """The living seat that a head names as its author, None for root; raises Refused("wrong-author")."""
        if head["author"] == "root":
            return None
        seat = people.seat(self.connection, head["seat"])
        if seat is None or seat.person != self.person or head["author"] != self.person or seat.sign != self.sign:
            raise Refused("wrong-author")
        if not seat.alive(self.now):
            raise Refused("not-allowed")
        return seat

    def circle(self, circle: str, author: Seat | None) -> Circle:
        """A circle the author acts for or sees; raises the problem that hides whether others exist."""
        found = circles.find(self.connection, circle)
        if found is None or not (self.founding or self._sees(found, author)):
            raise Problem("not-found")
        return found

    def circle_of_kind(self, circle: str, kind: str) -> None:
        """Raise Refused("bad-act") unless there is such a circle of this kind."""
        found = circles.find(self.connection, circle)
        if found is None or found.kind != kind:
            raise Refused("bad-act")

    def hear(self, record: RecordAt, head: Head, letter_to: set[str]) -> None:
        """Note an appended record for its readers; a letter's are told to ask, as each sees another part."""
        if tells(head):
            self.told.append((record, head["kind"], head["id"], {record.circle, *letter_to}))
        if clears(head) and self.device:
            self.read.append((record, head["kind"], head["id"], {record.circle}))
        if head["kind"] == GONE:
            self.withdraw(record.circle, head["id"])
        size = len(record.record.body) if record.record else 0
        if letter_to or size > LARGEST_FRAME:
            self.lettered.update([record.circle, *letter_to])
        else:
            self.heard.setdefault(record.circle, []).append((record, head["seat"]))

    def finish(self) -> News:
        """Check what could only be checked at the end, bring reach up to date, and say who hears what."""
        for check in self.later:
            check()
        if self.reaching:
            reach.recompute(self.connection, self.sequence(), self.reaching, self.now)
            self.news.structure = True
        if self.news.structure:
            self.hub.forget()
        for circle in self.moved:
            self.news.poked |= self._audience(circle, SEES)
        for circle in self.lettered:  # who sees no more than links has nothing to ask for
            self.news.poked |= self._audience(circle, READS)
        for circle, heard in self.heard.items():
            self._frame(circle, heard)
        for offer in self.offers:
            self._count(offer)
        self._tell()
        self.news.poked |= self.reaching
        announce(self.connection, self.news, self.pushed, self.withdrawn, self.now)
        return self.news

    def tell(self, told: Told) -> None:
        """Tell sleeping devices, those of our own people now and those of others by a notice."""
        tell(self.connection, told, self.now)
        self.pushed.append(told)

    def withdraw(self, circle: str, record: str) -> None:
        """Let no device hear of a record any more that still waits for it."""
        topic = topic_of(circle, record)
        push.withdraw(self.connection, topic)
        self.withdrawn.append(topic)

    def _tell(self) -> None:
        for record, kind, record_id, refs in self.told:
            readers = {one for circle in refs for one in self._audience(circle, READS)} - {self.person}
            self.tell(Told(record, kind, record_id, refs, readers))
        for record, kind, record_id, refs in self.read:
            self.tell(Told(record, kind, record_id, refs, {self.person}, self.device))

    def _count(self, offer: str) -> None:
        found = claims.offer(self.connection, offer)
        if found is not None:
            tallies = claims.tallies(self.connection, offer, self.now)
            self.news.counts[offer] = (self._audience(found.circle, READS), tallies)

    def _frame(self, circle: str, heard: list[tuple[RecordAt, str]]) -> None:
        seats = {one.seat: one for _, seat in heard for one in self._proof(seat)}
        frame = Frame(records=[record for record, _ in heard], seats=list(seats.values()))
        self.news.frames.append((self._audience(circle, READS), frame))

    def _audience(self, circle: str, level: int) -> frozenset[str]:
        return self.hub.audience(circle, level, lambda: reach.audience(self.connection, circle, level, self.now))

    def _proof(self, seat: str) -> list[Any]:
        return self.hub.proof(seat, lambda: people.credentials(self.connection, [seat]))

    def _sees(self, circle: Circle, author: Seat | None) -> bool:
        acts = author is not None and author.acts_for(circle.head["managers"] + circle.head["writers"], circle.id)
        return acts or circles.reaches(self.connection, self.person, circle.id, self.now, level=SEES)
