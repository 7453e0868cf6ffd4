"""What clients and server agree on about anonymous surveys: how few answers are too few, and when a vote is sent."""

from __future__ import annotations

from typing import Any

Answer = dict[str, Any]

FEW = 5
"""Fewer answers than this are shown to nobody."""
LATER = 10 * 60 * 1000
"""A vote waits up to so long (ms) after the asking, so that the two are not seen together."""
MARGIN = 60 * 1000


def groups(answers: list[Answer], question: str) -> dict[str, list[Answer]]:
    """Answers by what they say to a question, without groups of fewer than five.

    If what is left out could be worked out from the total, the next smallest group is left out with it.
    """
    found: dict[str, list[Answer]] = {}
    for one in answers:
        found.setdefault(str(one.get(question, "")), []).append(one)
    hidden = 0
    for value in sorted(found, key=lambda value: (len(found[value]), value)):
        if len(found[value]) < FEW or 0 < hidden < FEW:
            hidden += len(found.pop(value))
    return found


def send_after(now: int, closes: int, chance: float) -> int:
    """When to send a vote (ms): at a random moment of the next minutes, before the survey closes; chance: 0 ... 1."""
    return now + int(chance * max(0, min(LATER, closes - MARGIN - now)))
