"""The demo's bookshelf."""

from __future__ import annotations

from sync.client.session import Session


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
