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
from sync.chains import Item
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
    """Post one item to all schools, or to those at `hosts`; returns its id, the same at each.

    Options: pinned, expires, held (ms: not shown to others before that time). A school that does not answer gets it at
    a later `schools.sync()`, once.
    """
    post_id, named, held = b64(fresh(16)), _named(files), int(options.pop("held", 0))
    body = {"post": post_id, "title": title, "text": text, "receipts": "", **options}
    for session in schools_of(schools, hosts).values():
        schools.waiting.append(partial(_post, session, body, _sealed(named), b64(fresh(16)), held))
    schools.sync()
    return post_id


def change(schools: Schools, post_id: str, add: Iterable[File] = (), remove: Iterable[str] = (), **fields: Any) -> None:
    """Change an item at all schools that get it: its words, and its files.

    add: goes behind those that stand; remove: what files are the `same` by (`same_of`).
    """
    named, gone = _named(add), frozenset(remove)
    for session in schools_of(schools).values():
        schools.waiting.append(partial(_change, session, post_id, fields, _sealed(named), gone))
    schools.sync()


def delete(schools: Schools, post_id: str) -> None:
    """Take an item back at all schools that get it."""
    schools.waiting += [partial(_delete, session, post_id) for session in schools_of(schools).values()]
    schools.sync()


def same_of(part: Body) -> str:
    """What a file is known by at every school, each of which has it under an id and key of its own."""
    return str(part.get("same") or f"{part.get('name', '')} {part['size']}")


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


def _named(files: Iterable[File]) -> list[tuple[File, str]]:
    return [(one, b64(fresh(16))) for one in files]


def _sealed(named: Iterable[tuple[File, str]]) -> list[blobs.Sealed]:
    """Files as they go to one school."""
    made = [(blobs.seal(one.data, one.kind, one.name), same) for one, same in named]
    return [blobs.Sealed({**one.part, "same": same}, one.chunks) for one, same in made]


def _send(session: Session, files: Iterable[blobs.Sealed]) -> list[blobs.Part]:
    """Files are sent before the record that lists them; returns their parts."""
    for one in files:
        blobs.send(session, board_circle(session), one)
    return [one.part for one in files]


def _post(session: Session, body: Body, files: list[blobs.Sealed], record: str, held: int) -> None:
    session.sync()
    seat, circle = _seat(session), board_circle(session)
    if seat is None or record in session.replica.items:
        return  # nobody speaks for the board there any more, or it came through and only the answer was lost
    parts = _send(session, files)
    listed = {"files": parts} if parts else {}

    def build(batch: Batch) -> None:
        whole = {"published": max(batch.now, held), **body, **listed}
        batch.record(circle, "news", whole, record, time=held)

    session.write(build, seat)


def _change(
    session: Session, post_id: str, fields: Mapping[str, Any], files: list[blobs.Sealed], gone: frozenset[str]
) -> None:
    """Say it otherwise, once; where its files change, they are those that stand there by then, without what is gone."""
    session.sync()
    items = news.posts(session, post_id)
    if not items or not _seat(session) or not any(_differs(item, fields, files, gone) for item in items):
        return
    parts = _send(session, files)
    replaced = gone | {same_of(one) for one in parts}

    def build(batch: Batch) -> None:
        for item in news.posts(session, post_id):
            kept = [one for one in item.body.get("files", ()) if same_of(one) not in replaced]
            listed = {"files": [*kept, *parts]} if parts or gone else {}
            news.amend(batch, item, {**fields, **listed})

    session.write(build, session.replica.trust.seats[items[0].head["seat"]])


def _differs(item: Item, fields: Mapping[str, Any], files: list[blobs.Sealed], gone: frozenset[str]) -> bool:
    """Whether a change did not come through yet."""
    stand = {same_of(one) for one in item.body.get("files", ())}
    wanted = {same_of(one.part) for one in files}
    return any(item.body.get(key) != value for key, value in fields.items()) or bool(stand & gone or wanted - stand)


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
