"""The bookshelf as people use it: make a book, put a file in it or send one to few, replace it, see who opened it.

Invariants: what stands in a circle is read by that circle; what goes to a team, the office, one family or one person is
a letter from its maker's seat to them and to nobody else. A newer version lists the files of those before it only if
they are to be kept: what no record lists is gone from the server.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client import blobs
from sync.client.blobs import Part
from sync.client.chats import recipients
from sync.client.session import Session
from sync.errors import Refused
from sync.seats import Seat

Body = dict[str, Any]
LETTERS = {"book": "binder", "document": "paper"}
"""What a letter with the same body is called."""
BOOKS, DOCUMENTS = ("book", "binder"), ("document", "paper")
MAKERS = ("office", "teacher", "lunch")


@dataclass(frozen=True)
class File:
    """A file as it is on this computer."""

    name: str
    data: bytes
    type: str = "application/pdf"


@dataclass(frozen=True)
class To:
    """Who reads a letter besides its maker: circles (team, staff, office), seats, or the guardians of one child."""

    circles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    child: str = ""


def make_book(session: Session, place: str | To, title: str, within: str = "", text: str = "") -> str:
    """Make a book, or a sub-folder `within` one, in a circle or for whom a letter names; returns its id."""
    return _write(session, place, "book", {"title": title, "text": text, "within": within}, b64(fresh(16)))


def put(session: Session, place: str | To, file: File, book: str = "", **more: Any) -> str:
    """Put a file into a circle (in one of its books) or send it to whom a letter names; returns the document's id.

    more: `title`, `text`, `until` (ms), `tells` (circle or seat that hears who opened it).
    """
    seat = _maker(session, place)
    part = blobs.upload(session, place if isinstance(place, str) else seat.id, file.data, file.type, file.name)
    body = {"title": file.name, "text": "", "book": book, "file": part, "earlier": [], "made": session.clock(),
            "changed": 0, "until": 0, "tells": "", **more}  # fmt: skip
    return _write(session, place, "document", body, b64(fresh(16)))


def put_each(session: Session, files: Mapping[str, File], **more: Any) -> dict[str, str]:
    """Send each child's guardians (by the child's circle) their own file, and nobody else; returns the documents."""
    return {child: put(session, family(session, child), file, **more) for child, file in files.items()}


def family(session: Session, child: str) -> To:
    """The guardians of a child, as the register knows them now."""
    found = (item for item in session.replica.of_kind("pupil") if item.body["child"] == child)
    pupil = next(found, None)
    if pupil is None:
        raise Refused("unknown-child")
    guardians = [one for one in pupil.body["guardians"] if one.get("role", "guardian") == "guardian"]
    return To(people=tuple(one["seat"] for one in guardians), child=child)


def change(session: Session, record: str, **fields: Any) -> None:
    """Change what is said of a book or a document."""
    _revise(session, record, lambda body, _: {**body, **fields})


def replace(session: Session, document: str, file: File, keep: bool = True) -> None:
    """Put a newer version in its place; the earlier ones are kept, or dropped."""
    item = session.replica.items[document]
    part = blobs.upload(session, item.circle, file.data, file.type, file.name)
    seat = _editor(session, item).id

    def newer(body: Body, now: int) -> Body:
        before = [{"file": body["file"], "at": body["changed"] or body["made"], "seat": seat}, *body["earlier"]]
        return {**body, "file": part, "earlier": before if keep else [], "changed": now}

    _revise(session, document, newer)


def restore(session: Session, document: str, blob: str) -> None:
    """Put an earlier version in front again; the one that was in front is kept as an earlier one."""
    seat = _editor(session, session.replica.items[document]).id

    def older(body: Body, now: int) -> Body:
        found: Part = next(one["file"] for one in body["earlier"] if one["file"]["blob"] == blob)
        others = [one for one in body["earlier"] if one["file"]["blob"] != blob]
        before = {"file": body["file"], "at": body["changed"] or body["made"], "seat": seat}
        return {**body, "file": found, "earlier": [before, *others], "changed": now}

    _revise(session, document, older)


def delete(session: Session, record: str, is_meant: Callable[[Item], bool] = lambda item: True) -> None:
    """Take a document off the shelf, or a book with all that stands in it as far as this person may.

    is_meant: whether it still is to go, as it is when that is written.
    """

    def build(batch: Batch) -> None:
        item = session.replica.items.get(record)
        if item is not None and is_meant(item):
            _delete(session, batch, record)

    session.write(build, _editor(session, session.replica.items[record]))


def books(session: Session, within: str = "") -> list[Item]:
    """The books on the shelf itself, or in a book, by title."""
    found = [item for item in session.replica.of_kind(*BOOKS) if _stands(session, item) == within]
    return sorted(found, key=lambda item: str(item.body["title"]).casefold())


def documents(session: Session, book: str | None = None) -> list[Item]:
    """The documents this person reads, of one book (`""`: those in none) or all; not those past their date."""
    now = session.clock()
    found = [item for item in session.replica.of_kind(*DOCUMENTS)
             if not 0 < item.body["until"] <= now and book in (None, _stands(session, item))]  # fmt: skip
    return sorted(found, key=lambda item: str(item.body["title"]).casefold())


def find(session: Session, words: str) -> list[Item]:
    """The books and documents whose title or file name holds all of the words."""
    sought = words.casefold().split()
    everything = [*session.replica.of_kind(*BOOKS), *documents(session)]
    names = {item.id: f"{item.body['title']} {item.body.get('file', {}).get('name', '')}" for item in everything}
    return [item for item in everything if all(word in names[item.id].casefold() for word in sought)]


def read(session: Session, document: str) -> bytes:
    """The file itself. That it was opened is told to whom the document names; else it is noted for oneself."""
    item = session.replica.items[document]
    data = blobs.download(session, item.body["file"])
    if is_new(session, document):
        seat, tells = session.seat(), item.body["tells"]
        refs = recipients(session, {seat.id, *([tells] if tells else [])})
        body = {"document": document, "opened": session.clock()}
        session.write(lambda batch: batch.letter("opened", body, refs.circles, seats=refs.seats), seat)
    return data


def is_new(session: Session, document: str) -> bool:
    """Whether this person has not opened a document (or its newest version) on any device; one's own is not new."""
    own = set(session.replica.seats())
    item = session.replica.items[document]
    since = int(item.body["changed"] or item.body["made"])
    marks = (one for one in session.replica.of_kind("opened") if one.body["document"] == document)
    return item.head["seat"] not in own and not any(
        one.head["seat"] in own and one.body["opened"] >= since for one in marks
    )


def opened_by(session: Session, document: str) -> dict[str, int]:
    """Who opened a document, by seat, and when (ms): for whom it names, and for nobody else."""
    own = set(session.replica.seats())
    found = (item for item in session.replica.of_kind("opened") if item.body["document"] == document)
    return {item.head["seat"]: int(item.body["opened"]) for item in found if item.head["seat"] not in own}


def expire(session: Session) -> int:
    """Delete one's own documents that are past their date, by what stands at the school now; returns how many."""
    session.sync()
    own, now = set(session.replica.seats()), session.clock()

    def is_over(item: Item) -> bool:
        return 0 < int(item.body["until"]) <= now

    over = [item for item in session.replica.of_kind("document") if is_over(item) and item.head["seat"] in own]
    for item in over:
        delete(session, item.id, is_over)
    return len(over)


def follow_families(session: Session) -> int:
    """What this person sent to a child's guardians reaches who came since, and no longer who left; returns how many."""
    own, done = set(session.replica.seats()), 0
    known = {item.body["child"] for item in session.replica.of_kind("pupil")}
    for item in [one for one in session.replica.of_kind("paper") if one.head["seat"] in own]:
        child = item.body["to"]["child"]
        now = family(session, child) if child in known else To()
        if now.people and set(now.people) != set(item.body["to"]["people"]):
            change(session, item.id, to=_written(now))
            done += 1
    return done


def _stands(session: Session, item: Item) -> str:
    """The book something stands in; a book that is not to be seen (any more) is none."""
    inside = str(item.body.get("within", item.body.get("book", "")))
    if inside in session.replica.items:
        return inside
    circle = session.replica.circles.get(item.circle)
    return item.circle if circle and circle.kind == "child" else ""


def _write(session: Session, place: str | To, kind: str, body: Body, record: str) -> str:
    def build(batch: Batch) -> None:
        if record in session.replica.items:
            return
        if isinstance(place, str):
            batch.record(place, kind, body, record)
        else:
            _letter(session, batch, LETTERS[kind], {**body, "to": _written(place)}, record)

    session.write(build, _maker(session, place))
    return record


def _letter(session: Session, batch: Batch, kind: str, body: Body, record: str, replaces: Item | None = None) -> None:
    refs = recipients(session, {*body["to"]["circles"], *body["to"]["people"]})
    batch.letter(kind, body, refs.circles, record, replaces, refs.seats, until=int(body.get("until", 0)))


def _revise(session: Session, record: str, make: Any) -> None:
    def build(batch: Batch) -> None:
        item = session.replica.items[record]
        body = make(item.body, batch.now)
        if "to" in body:
            _letter(session, batch, item.kind, body, record, item)
        else:
            batch.record(item.circle, item.kind, body, replaces=item)

    session.write(build, _editor(session, session.replica.items[record]))


def _delete(session: Session, batch: Batch, record: str) -> None:
    item = session.replica.items.get(record)
    if item is None:
        return
    inside = [*session.replica.of_kind(*BOOKS, *DOCUMENTS)] if item.kind in BOOKS else []
    for one in inside:
        if one.circle == item.circle and record in (one.body.get("within"), one.body.get("book")):
            _delete(session, batch, one.id)
    batch.delete(item)


def _editor(session: Session, item: Item) -> Seat:
    """The seat that may change something: its maker's, or another that writes where it stands."""
    maker = session.replica.trust.seats[item.head["seat"]]
    return maker if maker.id in session.replica.seats() else session.seat(circle=item.circle)


def _maker(session: Session, place: str | To) -> Seat:
    if isinstance(place, str):
        return session.seat(circle=place)
    held = {session.replica.trust.seats[one].role for one in session.replica.seats()}
    return session.seat(role=next((role for role in MAKERS if role in held), "teacher"))


def _written(to: To) -> Body:
    return {"circles": list(to.circles), "people": list(to.people), "child": to.child}
