"""Posting at once what several of one's own seats write: a parent has one for each child, and wants all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sync.batch import Batch
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.seats import Seat


def together(session: Session, parts: Sequence[tuple[Seat, Callable[[Batch], object]]]) -> None:
    """Post what several of one's own seats write, all or none; once more where somebody was faster."""
    for last in (False, True):
        try:
            entries = []
            for seat, build in parts:
                batch = session.batch(seat)
                build(batch)
                entries += batch.entries
            session.post(entries)
            return
        except (Problem, Refused) as error:
            if last or not (error.code.startswith("stale-") or error.code == "not-found"):
                raise
            session.sync()
