"""The school's board: a server of its own, whose people say something to the families and staff of linked schools.

Invariants: what the board says reaches whoever reads the school, in a circle of its own that nobody else is sealed to,
and nothing goes back; what is posted once reaches each school once, with the ids it was given, however often an answer
is lost or a school is down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from crypto.token import new_token, read_token
from sync.batch import Batch
from sync.client import blobs, calendar, news
from sync.client.office import DEADLINE, board_circle
from sync.client.schools import Schools
from sync.client.session import Session
from sync.errors import Refused
from sync.seats import Seat

Body = dict[str, Any]
ROLE = "board"


@dataclass(frozen=True)
class File:
    """A file that goes to every school: its bytes, media type and name."""

    data: bytes
    kind: str
    name: str


# -- the school's office -------------------------------------------------------------------------------------


def open_board(session: Session) -> str:
    """Make the circle and the calendar of the board, once: read by all who read the school. Returns the circle's id."""
    record = b64(fresh(16))

    def build(batch: Batch) -> None:
        if board_circle(session):
            return
        charter = session.replica.trust.charter
        circle, own = (batch.start(kind, [charter["school"]], [charter["office"]], ["self"]) for kind in _KINDS)
        batch.record(own, "profile", {"of": circle}, record)

    session.write(build, session.seat("office"))
    return board_circle(session)


def invite(session: Session, name: str, home: str = "", email: str = "") -> str:
    """Make a seat and letter for somebody of the board whose account is at `home`; returns the token as printed."""
    open_board(session)
    token, records = new_token(), (b64(fresh(16)), b64(fresh(16)))
    session.write(lambda batch: _invite(session, batch, (name, home, email, token), records), session.seat("office"))
    return token


def people(session: Session) -> list[Body]:
    """Whom the office has invited from the board: {seat, name, email, token, deadline, …}."""
    return [item.body for item in session.replica.of_kind("staffer") if item.body["role"] == ROLE]


# -- the board -----------------------------------------------------------------------------------------------


def schools_of(schools: Schools, hosts: Iterable[str] = ()) -> dict[str, Session]:
    """The schools at which this person speaks for the board; only those at `hosts`, if there are any."""
    wanted = {*hosts}
    return {host: one for host, one in schools.sessions.items() if _seat(one) and (not wanted or host in wanted)}


def post(
    schools: Schools, title: str, text: str, hosts: Iterable[str] = (), files: Iterable[File] = (), **options: Any
) -> str:
    """Post one item to all schools, or to those at `hosts`; returns its id, the same at each. Options: pinned, expires.

    A school that does not answer gets it at a later `schools.sync()`, once.
    """
    post_id, files = b64(fresh(16)), tuple(files)
    body = {"post": post_id, "title": title, "text": text, "receipts": "", **options}
    for session in schools_of(schools, hosts).values():
        sealed = [blobs.seal(one.data, one.kind, one.name) for one in files]
        schools.waiting.append(partial(_post, session, body, sealed, b64(fresh(16))))
    schools.sync()
    return post_id


def change(schools: Schools, post_id: str, **fields: Any) -> None:
    """Change an item at all schools that have it."""
    _each_post(schools, post_id, partial(_change, post_id=post_id, fields=fields))


def delete(schools: Schools, post_id: str) -> None:
    """Take an item back at all schools that have it."""
    _each_post(schools, post_id, partial(_delete, post_id=post_id))


def posts(schools: Schools) -> dict[str, set[str]]:
    """What the board said, by the item's id: the hosts of the schools that have it."""
    found: dict[str, set[str]] = {}
    for host, session in schools_of(schools).items():
        for item in session.replica.of_kind("news", circle=board_circle(session)):
            found.setdefault(str(item.body["post"]), set()).add(host)
    return found


def add_event(schools: Schools, title: str, day: str, hosts: Iterable[str] = (), **more: Any) -> str:
    """Put an event into the board's calendar at all schools, or at `hosts`; returns what it is `joint` by."""
    joint = b64(fresh(16))
    body = {"title": title, "category": "event", "day": day, **more, "joint": joint, "version": 0}
    for session in schools_of(schools, hosts).values():
        schools.waiting.append(partial(_add_event, session, body, b64(fresh(16))))
    schools.sync()
    return joint


def change_event(schools: Schools, joint: str, reason: str = "", **fields: Any) -> None:
    """Change an event at all schools that have it: who reads it is told, if it is near."""
    for session in schools_of(schools).values():
        for item in [one for one in session.replica.of_kind("event") if one.body.get("joint") == joint]:
            schools.waiting.append(partial(_change_event, session, item.id, reason, fields, item.body["version"]))
    schools.sync()


_KINDS = ("board", "calendar")


def _invite(session: Session, batch: Batch, who: tuple[str, str, str, str], records: tuple[str, str]) -> None:
    name, home, email, token = who
    circles = [board_circle(session), calendar.calendar(session, "board").circle]
    deadline = batch.now + DEADLINE
    seat = batch.seat(read_token(token))
    batch.invite(read_token(token), seat, ROLE, circles, session.host, deadline)
    for circle in circles:
        batch.add(circle, [seat])
    body = {"seat": seat, "name": name, "email": email, "role": ROLE, "days": "", "groups": [], "token": token,
            "deadline": deadline, "home": home}  # fmt: skip
    batch.record(session.replica.trust.charter["desk"], "staffer", body, records[0])
    batch.record(circles[0], "profile", {"name": name, "seat": seat}, records[1])


def _seat(session: Session) -> Seat | None:
    """The place of this person on the board of a school; None if there is none, or it has ended."""
    try:
        return session.seat(ROLE)
    except Refused:
        return None


def _post(session: Session, body: Body, files: list[blobs.Sealed], record: str) -> None:
    session.sync()
    seat, circle = _seat(session), board_circle(session)
    if seat is None or record in session.replica.items:
        return  # nobody speaks for the board there any more, or it came through and only the answer was lost
    for one in files:
        blobs.send(session, circle, one)
    listed = {"files": [one.part for one in files]} if files else {}
    session.write(lambda batch: batch.record(circle, "news", {"published": batch.now, **body, **listed}, record), seat)


def _each_post(schools: Schools, post_id: str, act: Any) -> None:
    hosts = posts(schools).get(post_id, set())
    schools.waiting += [partial(act, one) for one in schools_of(schools, hosts or {""}).values()]
    schools.sync()


def _change(session: Session, post_id: str, fields: Mapping[str, Any]) -> None:
    session.sync()
    items = news.posts(session, post_id)
    if items and any(item.body.get(key) != value for item in items for key, value in fields.items()):
        news.change(session, post_id, **fields)


def _delete(session: Session, post_id: str) -> None:
    session.sync()
    if news.posts(session, post_id):
        news.delete(session, post_id)


def _add_event(session: Session, body: Body, record: str) -> None:
    session.sync()
    seat = _seat(session)
    if seat is not None and record not in session.replica.items:
        circle = calendar.calendar(session, ROLE).circle
        session.write(lambda batch: batch.record(circle, "event", body, record), seat)


def _change_event(session: Session, event: str, reason: str, fields: Body, version: int) -> None:
    session.sync()
    item = session.replica.items.get(event)
    if item is not None and item.body["version"] == version:
        calendar.change(session, event, reason, **fields)
