"""One circle as a copy knows it: its chain of links, its log of places and tips, and the records opened from it.

Invariant: a log only grows, entry by entry from a tip that is known; what is served as older must lead up to that
tip, hash by hash. Who serves another story than before is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from crypto import heads
from crypto.circle import Epoch
from crypto.statement import NO_TIP, next_tip
from sync.errors import Refused
from sync.messages import Joined, LinkAt, Past, RecordAt

Head = dict[str, Any]


@dataclass
class Circle:
    """What this copy knows of one circle; `tips` maps log places to tips as far back as they are known.

    `entries` holds the hashes of links older than that: they stand in the log between older records.
    """

    id: str
    kind: str = ""
    links: list[tuple[str, Head]] = field(default_factory=list)
    grants: dict[int, dict[str, str]] = field(default_factory=dict)
    history: dict[int, str] = field(default_factory=dict)
    epochs: dict[int, Epoch] = field(default_factory=dict)
    tips: dict[int, str] = field(default_factory=dict)
    entries: dict[int, str] = field(default_factory=dict)
    place: int = 0
    reads: bool = False
    before: int = 0

    @property
    def head(self) -> Head:
        """The head of the newest link."""
        return self.links[-1][1]

    @property
    def hash(self) -> str:
        """The hash of the newest link."""
        return self.links[-1][0]

    def head_of(self, epoch: int) -> Head:
        """The newest link head of an epoch; raises Refused("unproven")."""
        for _, head in reversed(self.links):
            if head["epoch"] == epoch:
                return head
        raise Refused("unproven", circle=self.id)

    def is_closed(self, epoch: int, place: int) -> bool:
        """Whether a record of `epoch` at `place` comes after a reader was dropped from that epoch."""
        later = (head["closed"] for _, head in self.links if head["epoch"] > epoch and head["closed"])
        return any(place > closed[0] for closed in later)

    def join(self, joined: Joined) -> None:
        """Start to read the log at a place; raises Refused if it is read already and this would skip a part."""
        if self.reads and self.place and joined.place > self.place:
            raise Refused("gap", circle=self.id)
        if self.tips.get(joined.place, joined.tip) != joined.tip:
            raise Refused("forked", circle=self.id)
        self.reads = True
        if joined.place >= self.place:
            self.place, self.before = joined.place, joined.before
            self.tips[joined.place] = joined.tip

    def advance(self, place: int, entry: str) -> None:
        """Take the entry (its hash) at a place of the log; raises Refused: `gap`, `forked`."""
        if not self.reads:
            return
        if place <= self.place:
            before = NO_TIP if place == 1 else self.tips.get(place - 1)
            if place in self.tips and before and next_tip(before, entry) != self.tips[place]:
                raise Refused("forked", circle=self.id)
            self.entries.setdefault(place, entry)
        elif place > self.place + 1:
            raise Refused("gap", circle=self.id)
        else:
            tip = self.tips.get(self.place, NO_TIP)
            self.place, self.tips[place] = place, next_tip(tip, entry)

    def lead_up(self, past: Past) -> None:
        """Take older entries: with the links known, they must lead from `past.tip` up to the oldest tip known.

        Raises Refused: `gap`, `forked`.
        """
        entries = self.entries | {record.place: record.hash for record in past.records}
        oldest, known = min(record.place for record in past.records), min(self.tips)
        tips = {oldest - 1: past.tip}
        for place in range(oldest, known + 1):
            if place not in entries:
                raise Refused("gap", circle=self.id)
            tips[place] = next_tip(tips[place - 1], entries[place])
        if tips.get(known, "") != self.tips[known]:
            raise Refused("forked", circle=self.id)
        self.tips |= tips


@dataclass(frozen=True)
class Item:
    """One opened record: its head, place in the log, hash, and the body as written by its author.

    letter: a letter as it came, so that it can be shown to somebody else with its author's signature.
    withheld: the children's circles for which the server withholds it from others; the server's word.
    """

    id: str
    circle: str
    place: int
    hash: str
    head: Head
    body: dict[str, Any]
    refs: tuple[str, ...] = ()
    letter: dict[str, Any] | None = None
    withheld: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of record."""
        kind: str = self.head["kind"]
        return kind

    @property
    def until(self) -> int:
        """When a letter is over (ms), 0 for never."""
        return int(self.head["letter"].get("until", 0))


def inner_first(links: Iterable[LinkAt]) -> list[LinkAt]:
    """Chains in order; seats before the circles that they write (their authors are proven first)."""
    return sorted(links, key=lambda link: (heads.read_head(link.link.head, heads.LINK)["n"], link.place))


def is_ahead(circle: Circle | None, entry: RecordAt) -> bool:
    """Whether something is missing before a live record: places of its log, or the circle itself; letters need none."""
    if circle is None or not circle.links:
        return entry.record is not None and not entry.record.boxes
    return circle.reads and entry.place > circle.place + 1
