"""Taking photos away: a guardian has what shows their child withheld from everybody else; staff see to it.

Invariant: the server's answer is that it is done: from then on nobody else gets the photo, whatever they knew of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sync.chains import Item
from sync.client.session import Session
from sync.client.transport import call
from sync.messages import Withheld, Withhold

MOST = 400
"""Records in one request."""


def withhold(session: Session, records: Iterable[str], child: str) -> list[str]:
    """Have records withheld from everybody who does not reach the child's circle; returns those that were not yet."""
    asked, done = list(records), []
    for at in range(0, len(asked), MOST):
        some = Withhold(records=asked[at : at + MOST], circle=child)
        done += call(session.transport, "POST", "/api/withholdings", Withheld, some).records
    if asked:
        session.sync()
    return done


def release(session: Session, record: str, child: str) -> None:
    """Give a record back, as far as this child is concerned. Raises Problem."""
    call(session.transport, "DELETE", f"/api/withholdings/{record}/{child}", type(None))
    session.sync()


def photos_of(session: Session, child: str) -> list[Item]:
    """The photos this person gets that a mark says the child is on; not what is somebody's own draft."""
    marked = {item.body["photo"] for item in session.replica.of_kind("mark", circle=child)}
    return [item for item in session.replica.of_kind("photo")
            if item.body["photo"] in marked and session.replica.circles[item.circle].kind != "seat"]  # fmt: skip
