"""A store in memory, filled row by row: circles, seats and records without the cryptography that fills them in life.

Invariant: what is written here went through the functions of the store, in the order in which the server calls
them: an entry first, reach afterwards, both numbered from the one sequence.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlcipher3 import dbapi2

from crypto.digest import H
from crypto.encoding import b64
from server.store import Connection, acts, changes, circles, people, reach, records, withholdings
from server.store.sqlcipher import SCHEMA
from sync.acts import is_public
from sync.messages import Link, PersonStatement, Record, Signed

NOW = 1_000_000


def name_of(word: str) -> str:
    """An id of 43 symbols for a word."""
    return b64(H("test", word.encode()))


@dataclass
class Rows:
    """The store and what was put into it; `now` is the clock in ms."""

    connection: Connection = field(default_factory=lambda: _open())
    now: int = NOW
    fresh: Any = field(default_factory=count)
    heads: dict[str, dict[str, Any]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)
    released: set[tuple[str, int]] = field(default_factory=set)

    def sequence(self) -> int:
        """The next number of the one sequence."""
        number: int = self.connection.execute("UPDATE sequence SET n = n + 1 RETURNING n").fetchall()[0][0]
        return number

    def circle(self, kind: str, *readers: str, writers: tuple[str, ...] = (), until: int = 0) -> str:
        """A new circle that these circles, seats or persons read; returns its id."""
        word = f"{kind} {next(self.fresh)}"
        head = {"circle": "", "kind": kind, "n": 1, "epoch": 1, "managers": [], "writers": list(writers), "seat": "",
                "box": name_of("box " + word), "word": word, "time": self.now}  # fmt: skip
        circle = name_of(json.dumps(head))
        self._link(circle, head, list(readers), until)
        return circle

    def change(self, circle: str, *readers: str, until: int = 0) -> None:
        """The circle's next link, with these readers and a new epoch."""
        before = self.heads[circle]
        head = before | {"circle": circle, "n": before["n"] + 1, "epoch": before["epoch"] + 1}
        self._link(circle, head, list(readers), until)

    def seat(self, person: str, role: str = "guardian", *circles: str, starts: int = 0, ends: int = 0) -> str:
        """A redeemed seat of a person; returns its id, which is that of its circle."""
        seat = self.circle("seat", f"p:{person}", writers=("self",))
        self.invite(seat, role, *circles, starts=starts, ends=ends)
        people.add_person(self.connection, person, [PersonStatement(head="{}", signatures=["AA"])], "AA", "AA")
        assert people.redeem(self.connection, seat, person, name_of(seat), self.now)
        self.persons.add(person)
        self.reach()
        return seat

    def invite(self, seat: str, role: str, *circles: str, starts: int = 0, ends: int = 0, locator: str = "") -> int:
        """The invitation of a seat as an act and a row; returns its place in the school log."""
        head = {"kind": "invitation", "seat_of": seat, "role": role, "circles": list(circles), "seat": "", "sign": "AA",
                "locator": locator or seat[:22], "deadline": 0, "from": starts, "until": ends}  # fmt: skip
        n = self.act(head)
        people.invite(self.connection, head, n, "AA", ends)
        return n

    def act(self, head: dict[str, Any]) -> int:
        """Append an act; returns its place."""
        head = {"seat": ""} | head
        text = json.dumps(head | {"fresh": next(self.fresh)})
        act, circles = Signed(head=text, signature="AA"), head.get("circles", [])
        return acts.append(self.connection, self.sequence(), act, head, name_of(text), is_public(head), circles)

    def end(self, seat: str) -> None:
        """End a seat."""
        people.end(self.connection, seat, self.now, self.act({"kind": "end", "seat_of": seat}))
        self.reach()

    def post(self, circle: str, author: str = "", *, record: str = "", to: tuple[str, ...] = (), held: int = 0) -> int:
        """A record of a person (its id, or a new one), a letter if sealed `to` circles; returns its place."""
        record = record or f"{next(self.fresh):022d}"
        known = records.first(self.connection, record)
        revision = known.revision + 1 if known else 1
        head = {"circle": circle, "id": record, "revision": revision, "author": author, "seat": "", "kind": "news",
                "blobs": [], "letter": {"key": "", "to": "", "until": 0} if to else {}}  # fmt: skip
        text = json.dumps(head)
        boxes = [(f"c:{ref}", 1, "AA") for ref in to]
        sealed = Record(head=text, body="AA", signature="AA", boxes=boxes)
        return records.append(self.connection, self.sequence(), sealed, head, name_of(text), held)

    def letters(self) -> set[tuple[str, int]]:
        """Where letters stand that nobody replaced."""
        return set(self.connection.execute("SELECT circle, place FROM record WHERE letter AND current").fetchall())

    def withhold(self, record: str, circle: str, back: bool) -> None:
        """Withhold a record for a circle, or give it `back`, as far as there is something to change."""
        change = (lambda: withholdings.release(self.connection, record, circle)) if back else (
            lambda: withholdings.withhold(self.connection, record, circle, "", self.now))  # fmt: skip
        newest = records.newest(self.connection, record)
        if newest and change():
            withholdings.tell_again(self.connection, self.sequence(), newest[0], newest[1])

    def withheld(self, circle: str) -> list[int]:
        """The places in a circle's log of what is withheld from somebody."""
        asked = "SELECT place FROM record WHERE circle = ? AND current AND id IN (SELECT record FROM withholding)"
        return [row[0] for row in self.connection.execute(asked, (circle,))]

    def release(self) -> list[tuple[str, int]]:
        """Show what is due by now."""
        due = [(circle, place) for circle, place, _ in records.release(self.connection, self.sequence(), self.now)]
        self.released.update(due)
        return due

    def reach(self, *persons: str) -> None:
        """Bring the reach of these persons, or of everybody, up to date."""
        reach.recompute(self.connection, self.sequence(), persons or sorted(self.persons), self.now)

    def page(self, person: str, cursor: changes.Cursor | None = None) -> changes.Changes:
        """One page for somebody."""
        return changes.page(self.connection, person, cursor or changes.Cursor(), self.now)

    def pages(self, person: str, cursor: changes.Cursor | None = None) -> list[changes.Changes]:
        """All pages for somebody, until done."""
        found = [self.page(person, cursor)]
        while not found[-1].done:
            found.append(self.page(person, found[-1].cursor))
            assert len(found) < 1000, "it never ends"
        return found

    def past(self, person: str, circle: str, before: int = 2**53, limit: int = 1000) -> list[Any]:
        """Somebody's past of a circle, newest first."""
        return records.past(self.connection, person, circle, before, limit, self.now)

    def reaches(self, person: str, circle: str, level: int = 2) -> bool:
        """Whether somebody is in a circle now."""
        return circles.reaches(self.connection, person, circle, self.now, level)

    def _link(self, circle: str, head: dict[str, Any], readers: list[str], until: int) -> None:
        text = json.dumps(head)
        refs = sorted(ref if ref[1:2] == ":" else f"c:{ref}" for ref in readers)
        listed: list[Any] = [{"ref": ref, "box": "AA", "hash": "", "from": 0, "until": until} for ref in refs]
        link = Link(head=text, signature="AA", readers=listed, grants=dict.fromkeys(refs, "AA"), history="AA")
        circles.append_link(self.connection, self.sequence(), link, head, name_of(text))
        self.heads[circle], self.lists[circle] = head, readers
        self.reach()


def _open() -> Connection:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    for path in sorted(SCHEMA.glob("*.sql")):
        connection.executescript(path.read_text("utf-8"))
    found: Connection = connection
    return found
