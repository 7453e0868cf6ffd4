"""Which children must not be shown, by what their guardians decided."""

from __future__ import annotations

from collections.abc import Iterable

from sync.client.session import Session


def blocked(session: Session, children: Iterable[str]) -> list[str]:
    """Of some children (circles), those whose outcome for albums is not yes; nobody learns who said so."""
    said = {item.circle for item in session.replica.of_kind("outcome")
            if item.body["purpose"] == "album" and item.body["yes"]}  # fmt: skip
    return [child for child in children if child not in said]
