"""Who is listening, and who may skip the database because nothing happened.

Invariants: `tell` runs in commit order, so frames of a circle arrive in the order of its log; a frame is made once
and its bytes are shared by all sockets; a slow socket is dropped, it never makes another one wait; a person is
*at rest* at a cursor only if nothing that concerns them was committed since that cursor was read.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from server.frames import GOING_AWAY, NOT_ALLOWED, TRY_LATER, text_frame
from sync.messages import Credentials, Frame, Tally

MOST_WAITING = 256
"""Frames that may wait for a slow socket before it is dropped."""
REST_SECONDS = 30.0
"""How long dates (a seat that begins or ends) may go unnoticed by somebody at rest."""
COUNT_SECONDS = 0.25
"""How often the tallies of one offer are told at the most: when all press at once, a number a moment later will do."""
_CURSORS = 8
POKE = text_frame(msgspec.json.encode(Frame(sync=1)))


Count = tuple[frozenset[str], list[Tally]]
"""Who reads of an offer, and how many of each slot are taken and waited for."""


@dataclass
class News:
    """What a commit means to others.

    frames: what whole audiences hear; counts: how offers stand, for those who read of them; poked: who has to ask;
    all_poked, all_moved: everybody has to, at once or the next time; structure: who reads what may have changed;
    ended: persons without a seat from now on.
    """

    frames: list[tuple[frozenset[str], Frame]] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)
    poked: set[str] = field(default_factory=set)
    all_poked: bool = False
    all_moved: bool = False
    structure: bool = False
    ended: set[str] = field(default_factory=set)


class Line:
    """One open live connection. `cut` tears the socket down; the live view sets it."""

    def __init__(self, person: str, device: str) -> None:
        self.person, self.device = person, device
        self.code = 0
        self.cut: Callable[[], None] = lambda: None
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._poked = False

    def next(self, seconds: float) -> bytes | None:
        """The next frame to send; None when the connection ended or somebody woke it. Raises queue.Empty."""
        frame = self._frames.get(timeout=seconds)
        if frame is POKE:
            self._poked = False
        return frame

    def send(self, frame: bytes) -> None:
        """Queue a frame; one poke that still waits stands for all."""
        if frame is POKE and self._poked:
            return
        if self._frames.qsize() >= MOST_WAITING:
            self.end(TRY_LATER)
            self.cut()
            return
        self._poked = self._poked or frame is POKE
        self._frames.put(frame)

    def end(self, code: int) -> None:
        """Close the connection with a WebSocket status code; what waits is dropped, the client asks later."""
        self.code = self.code or code
        self.set()

    def set(self) -> None:
        """Wake the connection up (the name that simple-websocket calls when the other side is gone)."""
        self._frames.put(None)


class Hub:
    """All lines of one process, and who is at rest."""

    def __init__(self, most_lines: int = 20) -> None:
        self._most_lines = most_lines
        self._lock = threading.RLock()
        self._lines: dict[str, list[Line]] = {}
        self._rest: dict[str, dict[str, float]] = {}
        self._moved: dict[str, int] = {}
        self._moved_all = 0
        self._commits = 0
        self._audiences: dict[tuple[str, int], tuple[float, frozenset[str]]] = {}
        self._proofs: dict[str, list[Credentials]] = {}
        self._counts: dict[str, Count] = {}
        self._counting = False

    # -- lines

    def open(self, person: str, device: str) -> Line:
        """A new line of this person; beyond the most, the oldest one is closed."""
        line = Line(person, device)
        with self._lock:
            lines = self._lines.setdefault(person, [])
            for old in lines[: max(0, len(lines) + 1 - self._most_lines)]:
                old.end(NOT_ALLOWED)
            lines.append(line)
        return line

    def close(self, line: Line) -> None:
        """Forget a line whose socket is closed."""
        with self._lock:
            lines = self._lines.get(line.person, [])
            if line in lines:
                lines.remove(line)
            if not lines:
                self._lines.pop(line.person, None)

    def end_device(self, person: str, device: str) -> None:
        """Close the lines of a device that was signed out."""
        for line in self._of([person]):
            if line.device == device:
                line.end(NOT_ALLOWED)

    def end_all(self) -> None:
        """Close every line because the server stops."""
        with self._lock:
            lines = [line for own in self._lines.values() for line in own]
        for line in lines:
            line.end(GOING_AWAY)

    def count(self) -> int:
        """How many lines are open."""
        with self._lock:
            return sum(len(own) for own in self._lines.values())

    # -- after a commit

    def tell(self, news: News) -> None:
        """Wake those whom a commit concerns; called in commit order."""
        with self._lock:
            self._move(news)
            for audience, frame in news.frames:
                self._deliver(audience, frame)
            self._count(news.counts)
            poked = list(self._lines) if news.all_poked else news.poked
            for line in self._of(poked):
                line.send(POKE)
            for line in self._of(news.ended):
                line.end(NOT_ALLOWED)

    def audience(self, circle: str, level: int, ask: Callable[[], Iterable[str]]) -> frozenset[str]:
        """Who reaches a circle, kept until the structure changes; `ask` finds out, inside a write."""
        with self._lock:
            until, persons = self._audiences.get((circle, level), (0.0, frozenset()))
            if until < time.monotonic():
                persons = frozenset(ask())
                self._audiences[circle, level] = (time.monotonic() + REST_SECONDS, persons)
            return persons

    def proof(self, seat: str, ask: Callable[[], list[Credentials]]) -> list[Credentials]:
        """The credentials of an author, kept until the structure changes; `ask` finds out, inside a write."""
        with self._lock:
            if seat not in self._proofs:
                self._proofs[seat] = ask()
            return self._proofs[seat]

    def forget(self) -> None:
        """Forget audiences and proofs: inside a write that changes the structure, and after it."""
        with self._lock:
            self._audiences.clear()
            self._proofs.clear()

    # -- at rest

    def ticket(self) -> int:
        """To be taken before reading from the store, and given to `rest`."""
        return self._commits

    def rest(self, person: str, cursor: str, ticket: int) -> None:
        """Note that nothing followed `cursor` when the store was read, unless something was committed since."""
        with self._lock:
            if max(self._moved.get(person, 0), self._moved_all) > ticket:
                return
            cursors = self._rest.setdefault(person, {})
            while len(cursors) >= _CURSORS:
                cursors.pop(next(iter(cursors)))
            cursors[cursor] = time.monotonic() + REST_SECONDS

    def is_at_rest(self, person: str, cursor: str) -> bool:
        """Whether nothing that concerns the person followed this cursor."""
        cursors = self._rest.get(person)
        return cursors is not None and cursors.get(cursor, 0.0) > time.monotonic()

    def _of(self, persons: Iterable[str]) -> list[Line]:
        with self._lock:
            return [line for person in persons for line in self._lines.get(person, ())]

    def _deliver(self, audience: frozenset[str], frame: Frame) -> None:
        listening = audience & self._lines.keys()
        if not listening:
            return
        shared = text_frame(msgspec.json.encode(frame))
        for line in self._of(listening):
            line.send(shared)

    def _count(self, counts: dict[str, Count]) -> None:
        """Tell tallies at once, and what follows within a moment together."""
        self._counts |= counts
        if self._counts and not self._counting:
            self._counting = True
            self._tell_counts()

    def _tell_counts(self) -> None:
        with self._lock:
            told, self._counts = self._counts, {}
            for offer, (audience, tallies) in told.items():
                self._deliver(audience, Frame(counts=[(offer, tallies)]))
            self._counting = bool(told)
            if told:
                later = threading.Timer(COUNT_SECONDS, self._tell_counts)
                later.daemon = True
                later.start()

    def _move(self, news: News) -> None:
        self._commits += 1
        if news.structure:
            self.forget()
        if news.all_moved or news.all_poked:
            self._moved_all = self._commits
            self._rest.clear()
            self._moved.clear()
        counted = [audience for audience, _ in news.counts.values()]
        for persons in (news.poked, news.ended, *(audience for audience, _ in news.frames), *counted):
            for person in persons:
                self._moved[person] = self._commits
                self._rest.pop(person, None)
