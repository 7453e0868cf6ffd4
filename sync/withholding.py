"""What the server withholds, in a copy: it goes where it is denied, says for whom it is denied to others, and does not
come back in an older revision than it had.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from sync.chains import Circle, Item
from sync.messages import RecordAt
from sync.modules import KINDS

Place = tuple[str, int]
"""A circle and a place in its log."""


def circles_of(entry: RecordAt) -> tuple[str, ...]:
    """The children's circles for which a record is withheld from others, as the server says."""
    return tuple(entry.withheld or ())


def let_go(
    items: dict[str, Item], floors: dict[str, int], empty: Container[Place], circles: Mapping[str, Circle]
) -> None:
    """Forget what stood at places that come empty, and note its revision in `floors`.

    In a circle that this person reads: only kinds that are withheld. Else it was a letter that was taken back.
    """
    for item in [one for one in items.values() if (one.circle, one.place) in empty]:
        read = item.circle in circles and circles[item.circle].reads
        if not read or KINDS[item.kind].withholds:
            floors[item.id] = item.head["revision"]
            del items[item.id]


def marked(known: Item | None, entry: RecordAt, digest: str) -> Item | None:
    """A known item whose withholdings are others than they were; None if there is nothing new about it."""
    if known is None or known.hash != digest or known.withheld == circles_of(entry):
        return None
    return replace(known, withheld=circles_of(entry))
