"""Who may write to a person, as they chose: kept in their own seat, for their own devices only."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.client.session import Session

Body = dict[str, Any]
DEFAULT: Body = {"accept": "ask", "people": [], "blocked": [], "muted": {}, "marks": 1}


def contacts(session: Session) -> Body:
    """Who may write to this person, as they chose."""
    found = [item for seat in session.replica.seats() for item in session.replica.of_kind("contacts", circle=seat)]
    newest = max(found, key=lambda item: item.head["time"], default=None)
    return {**DEFAULT, **newest.body} if newest else dict(DEFAULT)


def choose_contacts(session: Session, **fields: Any) -> None:
    """Change who may write: `accept` all, ask or staff; `people`, `blocked` (seats), `muted`, `marks`."""
    own, record = session.seat(), b64(fresh(16))

    def build(batch: Batch) -> None:
        before = next(iter(session.replica.of_kind("contacts", circle=own.id)), None)
        batch.record(own.id, "contacts", {**contacts(session), **fields}, record, replaces=before)

    session.write(build, own)


def accept(session: Session, seat: str) -> None:
    """Let somebody write from now on."""
    choose_contacts(session, people=sorted({*contacts(session)["people"], seat}))


def block(session: Session, seat: str) -> None:
    """Hear nothing from somebody any more; they notice nothing."""
    choose_contacts(session, blocked=sorted({*contacts(session)["blocked"], seat}))
