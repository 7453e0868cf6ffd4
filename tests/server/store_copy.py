"""A person's copy as strict as a client's, without the cryptography: for holding pages against what is visible.

Invariant: a log is only continued at its next place and to the tip that the store has there; what is
missing, or comes out of turn, fails here at once. What comes twice is taken twice, as clients do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from crypto.statement import next_tip
from server.store.changes import Changes, Cursor
from sync.messages import Joined, LinkAt, RecordAt
from tests.server.store_rows import Rows, name_of


@dataclass
class Log:
    """What a copy has of one circle's log."""

    place: int = -1
    tip: str = ""
    before: int = 0
    links: dict[int, set[str]] = field(default_factory=dict)
    records: dict[int, bool] = field(default_factory=dict)

    def join(self, joined: Joined) -> None:
        """Start to read at a place; whatever heads were known come again with their grants."""
        assert self.place < 0, "joined twice"
        self.links.clear()
        self.place, self.tip, self.before = joined.place, joined.tip, joined.before

    def take(self, place: int, entry: str) -> None:
        """Go on with the entry at a place; older links of a joined circle stand before it."""
        if self.place < 0 or place <= self.place:
            return
        assert place == self.place + 1, "a gap"
        self.place, self.tip = place, next_tip(self.tip, entry)


@dataclass
class Copy:
    """Everything a person was sent, page by page."""

    rows: Rows
    person: str
    cursor: Cursor = field(default_factory=Cursor)
    logs: dict[str, Log] = field(default_factory=dict)
    acts: list[str] = field(default_factory=list)
    newest: dict[str, tuple[str, int]] = field(default_factory=dict)
    refs: dict[str, list[str]] = field(default_factory=dict)

    def sync(self, pages: int = 1000) -> None:
        """Take so many pages at the most, or all that there are."""
        for _ in range(pages):
            page = self.rows.page(self.person, self.cursor)
            assert page.done or page.cursor != self.cursor, "it never ends"
            self.take(page)
            if page.done:
                return

    def take(self, page: Changes) -> None:
        """Take one page, in the order in which clients do."""
        for act in page.acts:
            assert act.n == len(self.acts), "the school log has a gap"
            self.acts.append(act.hash)
        for circle in page.left:
            self.logs.pop(circle, None)
            self.newest = {key: at for key, at in self.newest.items() if self._reads(at[0], *self.refs[key])}
        for joined in page.joined:
            self.logs.setdefault(joined.circle, Log()).join(joined)
        for link in page.links:
            self._take_link(link)
        self._take_records(page)
        self.cursor = page.cursor

    @property
    def letters(self) -> set[tuple[str, int]]:
        """Where the letters stand that this copy holds."""
        return set(self.newest.values())

    def prepend(self) -> None:
        """Fetch the whole past of every circle that has one."""
        for circle, log in self.logs.items():
            if not log.before:
                continue
            for record, _ in self.rows.past(self.person, circle, log.before):
                log.records[record.place] = record.record is not None
            log.before = 0

    def _take_link(self, link: LinkAt) -> None:
        log = self.logs.setdefault(link.circle, Log())
        n = json.loads(link.link.head)["n"]
        assert n <= len(log.links) + 1, "a link is missing"
        log.links.setdefault(n, set()).update(link.link.grants)

    def _take_records(self, page: Changes) -> None:
        entries = [(link.place, link.circle, name_of(link.link.head)) for link in page.links]
        known = {circle for circle, log in self.logs.items() if log.place >= 0}
        entries += [(record.place, record.circle, record.hash) for record in page.records if record.circle in known]
        for place, circle, digest in sorted(entries):
            self.logs[circle].take(place, digest)
        places = [(record.circle, record.place) for record in page.records]
        assert len(places) == len(set(places)), "a page repeats itself"
        for record in page.records:
            self._take_record(record, record.circle in known)

    def _take_record(self, record: RecordAt, reads: bool) -> None:
        if reads:
            self.logs[record.circle].records[record.place] = record.record is not None
        elif record.record is None:
            self.newest = {key: at for key, at in self.newest.items() if at != (record.circle, record.place)}
        else:
            head = json.loads(record.record.head)
            at = self.newest.get(head["id"], (record.circle, 0))
            self.newest[head["id"]] = max(at, (record.circle, record.place))
            self.refs[head["id"]] = [ref[2:] for ref, _, _ in record.record.boxes]

    def _reads(self, *circles: str) -> bool:
        return any(self.logs[circle].place >= 0 for circle in circles if circle in self.logs)


def truth(rows: Rows, person: str) -> dict[str, tuple[int, str]]:
    """Place and tip of every circle the person reads now."""
    asked = rows.connection.execute("SELECT id, place, tip FROM circle")
    return {row[0]: (row[1], row[2]) for row in asked if rows.reaches(person, row[0])}
