"""What parents hand in: because a teacher or the office asked for it, or of their own accord.

Invariant: a file that is handed in is sealed to the team or the office, and to whoever hands it in; the other guardian
learns that something was handed in, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client import blobs
from sync.client.bookshelf import File
from sync.client.chats import recipients
from sync.client.news import pupils
from sync.client.session import Session

Body = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A child of whom something is asked, its guardians' seats, and what was handed in."""

    child: str
    first: str
    guardians: tuple[str, ...]
    handed: tuple[Item, ...]


def ask(session: Session, circle: str, title: str, text: str = "", until: int = 0) -> str:
    """Ask the families of a circle for a file; it goes to the own team, or to the office. Returns the request's id."""
    record, seat = b64(fresh(16)), session.seat(circle=circle)
    body = {"title": title, "text": text, "until": until, "to": _desk(session, circle)}
    session.write(lambda batch: batch.record(circle, "request", body, record), seat)
    return record


def requests(session: Session) -> list[Item]:
    """What is asked of this person, or by them and their colleagues; what ends first comes first."""
    return sorted(session.replica.of_kind("request"), key=lambda item: item.body["until"] or 1 << 60)


def hand_in(
    session: Session, child: str, title: str, files: Iterable[File], request: str = "", to: str = "", text: str = ""
) -> str:
    """Hand files in for a child: to whom the request names, or `to` (a team, the office); returns the letter's id."""
    seat, ids = session.seat(circle=child), [b64(fresh(16)), b64(fresh(16))]
    parts = [blobs.upload(session, seat.id, file.data, file.type, file.name) for file in files]
    target = session.replica.items[request].body["to"] if request else to
    body = {"request": request, "child": child, "title": title, "text": text, "files": parts,
            "written": session.clock()}  # fmt: skip

    def build(batch: Batch) -> None:
        if ids[0] in session.replica.items:
            return
        batch.letter("handin", body, [target], ids[0])
        if request and not is_handed(session, request, child):
            batch.record(child, "handed", {"request": request}, ids[1])

    session.write(build, seat)
    return ids[0]


def is_handed(session: Session, request: str, child: str) -> bool:
    """Whether a guardian of the child has handed something in."""
    return any(item.body["request"] == request for item in session.replica.of_kind("handed", circle=child))


def handed_in(session: Session) -> list[Item]:
    """What was handed in, newest first: to this person, or by them."""
    return sorted(session.replica.of_kind("handin"), key=lambda item: -item.body["written"])


def overview(session: Session, request: str) -> list[Row]:
    """Child by child who has handed in and who has not, for those to whom it goes."""
    found = [item for item in handed_in(session) if item.body["request"] == request]
    rows = []
    for pupil in pupils(session, [session.replica.items[request].circle]):
        guardians = tuple(one["seat"] for one in pupil.body["guardians"] if one.get("role", "guardian") == "guardian")
        own = tuple(item for item in found if item.body["child"] == pupil.body["child"]
                    and item.head["seat"] in guardians)  # fmt: skip
        rows.append(Row(pupil.body["child"], pupil.body["first"], guardians, own))
    return rows


def remind(session: Session, request: str) -> int:
    """Remind the guardians of children for whom nothing was handed in; returns how many."""
    item = session.replica.items[request]
    missing = [seat for row in overview(session, request) if not row.handed for seat in row.guardians]
    refs = recipients(session, missing)
    body, record = {"request": request, "title": item.body["title"]}, b64(fresh(16))
    if missing:
        seat = session.seat(circle=item.circle)
        session.write(lambda batch: batch.letter("overdue", body, refs.circles, record, seats=refs.seats), seat)
    return len(missing)


def _desk(session: Session, circle: str) -> str:
    """Who gets what is handed in: the group's team, the own team, or the office."""
    own = session.seat(circle=circle).circles
    teams = [act["team"] for act in session.replica.trust.groups if act["team"] in own or act["group"] == circle]
    return str(teams[0] if teams else session.replica.trust.charter["office"])
