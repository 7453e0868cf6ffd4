"""What a bench says: rows of a figure of ours beside the limit of the machine, taken in the same run.

Invariant: the ratio is the result. Absolute figures say more about the machine than about us, so they only stand
beside it. Contestants take turns, round by round, so that whatever else the machine does disturbs all of them alike.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Better = Literal["higher", "lower"]


@dataclass(frozen=True)
class Row:
    """One line of the table: `ours` and `limit` in `unit`; `limit` is None where there is nothing to compare."""

    name: str
    ours: float
    limit: float | None
    unit: str
    better: Better = "higher"
    against: str = ""
    ratio: float | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ratio", self.ours / self.limit if self.limit else None)


def take_turns(contestants: Mapping[str, Callable[[], float]], rounds: int = 5) -> dict[str, float]:
    """The median figure of each contestant; they run one after another, `rounds` times."""
    turns: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            turns[name].append(run())
    return {name: statistics.median(values) for name, values in turns.items()}


def table(rows: list[Row]) -> str:
    """The rows as plain text."""
    head = ("what", "ours", "limit", "unit", "ratio", "better is", "the limit")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join("  ".join(_aligned(line, widths)).rstrip() for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    limit = "" if row.limit is None else _figure(row.limit)
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return row.name, _figure(row.ours), limit, row.unit, ratio, row.better, row.against


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"


def _aligned(line: tuple[str, ...], widths: list[int]) -> list[str]:
    numbers = (1, 2, 4)
    return [cell.rjust(width) if column in numbers else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))]  # fmt: skip
