"""Who may write to a person, as they chose: kept in their own seat, for their own devices only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.client.session import Session
from sync.said import overtaken

Body = dict[str, Any]
DEFAULT: Body = {"accept": "ask", "people": [], "blocked": [], "muted": {}, "marks": 1, "times": {}}


def contacts(session: Session) -> Body:
    """Who may write to this person, as they chose."""
    found = [item for seat in session.replica.seats() for item in session.replica.of_kind("contacts", circle=seat)]
    newest = max(found, key=lambda item: item.head["time"], default=None)
    return {**DEFAULT, **newest.body} if newest else dict(DEFAULT)


def choose_contacts(session: Session, **fields: Any) -> None:
    """Change who may write: `accept` all, ask or staff; `people`, `blocked` (seats), `muted`, `marks`."""
    _choose(session, list(fields), lambda before, newer: {one: fields[one] for one in newer}, 0)


def accept(session: Session, seat: str, said: int = 0) -> None:
    """Let somebody write from now on; said: when that was chosen (ms), 0: now."""
    _choose(session, [f"who {seat}"], lambda before, _: {
        "people": sorted({*before["people"], seat}), "blocked": _less(before["blocked"], seat)}, said)  # fmt: skip


def block(session: Session, seat: str, said: int = 0) -> None:
    """Hear nothing from somebody any more; they notice nothing."""
    _choose(session, [f"who {seat}"], lambda before, _: {
        "blocked": sorted({*before["blocked"], seat}), "people": _less(before["people"], seat)}, said)  # fmt: skip


def unblock(session: Session, seat: str, said: int = 0) -> None:
    """Hear from somebody again, if they may write at all; whom else one blocked stays so."""
    _choose(session, [f"who {seat}"], lambda before, _: {"blocked": _less(before["blocked"], seat)}, said)


def _choose(session: Session, about: list[str], change: Callable[[Body, list[str]], Body], said: int) -> None:
    """Change some of it, unless something newer was said of all that it is `about`.

    change: worked out when it is written, from what stands and what of `about` is newer than that.
    """
    own, record, said = session.seat(), b64(fresh(16)), said or session.clock()

    def build(batch: Batch) -> None:
        before, chosen = next(iter(session.replica.of_kind("contacts", circle=own.id)), None), contacts(session)
        newer = [one for one in about if not overtaken(chosen["times"].get(one, 0), said, batch.now)]
        times = {**chosen["times"], **dict.fromkeys(newer, said)}
        if newer:
            body = {**chosen, **change(chosen, newer), "times": times}
            batch.record(own.id, "contacts", body, record, replaces=before)

    session.write(build, own)


def _less(seats: list[str], seat: str) -> list[str]:
    return [one for one in seats if one != seat]
