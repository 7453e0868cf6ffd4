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


def withhold_marked(session: Session, child: str) -> list[str]:
    """Withhold every photo that a mark says the child is on, however old; returns which."""
    _read_all(session, child)
    return withhold(session, [item.id for item in photos_of(session, child) if child not in item.withheld], child)


def release(session: Session, record: str, child: str) -> None:
    """Give a record back, as far as this child is concerned. Raises Problem."""
    call(session.transport, "DELETE", f"/api/withholdings/{record}/{child}", type(None))
    session.sync()


def photos_of(session: Session, child: str) -> list[Item]:
    """The photos this person gets that a mark says the child is on; not what is somebody's own draft."""
    marked = {item.body["photo"] for item in session.replica.of_kind("mark", circle=child)}
    return [item for item in session.replica.of_kind("photo")
            if item.body["photo"] in marked and item.circle != item.head["seat"]]  # fmt: skip


def _read_all(session: Session, child: str) -> None:
    """Fetch older records until every mark of the child, and the photo of each, is here or nowhere."""
    while child in session.replica.circles and session.replica.circles[child].before:
        session.past(child)
    for mark in list(session.replica.of_kind("mark", circle=child)):
        circle = session.replica.circles.get(mark.body["circle"])
        while circle and circle.reads and circle.before and not _has(session, mark.body["photo"]):
            session.past(circle.id)


def _has(session: Session, photo: str) -> bool:
    return any(item.body["photo"] == photo for item in session.replica.of_kind("photo"))
