"""What staff do with photos that a family had taken away: make the child unrecognizable, throw the photo away, or give
it back since the child is not on it.

Invariants: the new picture reaches everybody with the withholding's end, the old one goes from the disk with its key;
who downloaded it is asked to throw it away; the family is told what became of it, and how many had it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.albumrecords import copies
from sync.client.consents import refuses, staff_seat
from sync.client.lunch import boxes
from sync.client.session import Session
from sync.client.takeaway import photos_of, release, withhold
from sync.errors import Refused
from sync.seats import Seat

Body = dict[str, Any]
DAYS = 5
"""In how many days staff see to it."""


def tasks(session: Session) -> list[tuple[str, str]]:
    """(photo, child) of all that waits to be seen to, the oldest first."""
    found = {(item.body["photo"], child): int(item.head["time"]) for item, child in _withheld(session)}
    return sorted(found, key=lambda one: found[one])


def replace(session: Session, photo: str, child: str, part: Body, made_from: str) -> None:
    """Put another picture in a photo's place, on which the child is not to be recognized, and give it back.

    made_from: the file it was made from. Raises Refused `picture-changed` where that is not what is there now: it would
    show whom a colleague has hidden meanwhile.
    """

    def put(batch: Batch, item: Item) -> None:
        if item.body["blob"] not in (made_from, part["blob"]):
            raise Refused("picture-changed")
        if item.body["blob"] != part["blob"]:
            batch.record(item.circle, "photo", {**item.body, **part}, replaces=item)

    _each(session, photo, put)
    _settle(session, photo, child, "hidden")


def give_back(session: Session, photo: str, child: str, since: Iterable[str] | None = None) -> None:
    """The child is not on it. since: what was `settled` when somebody pressed, where that was earlier.

    Nothing happens where it was settled since: then it was taken away anew.
    """
    _settle(session, photo, child, "kept", None if since is None else {*since})


def settled(session: Session, photo: str, child: str) -> list[str]:
    """The records that say what became of a photo."""
    found = session.replica.of_kind("taken", circle=child)
    return [item.id for item in found if item.body["photo"] == photo and item.body["done"]]


def shred(session: Session, photo: str) -> None:
    """Throw a photo away, with its marks, for all children who had it taken away."""
    children = sorted({child for item in copies(session, photo) for child in item.withheld})
    for child in children:
        _tell(session, photo, child, "gone")
        _unmark(session, photo, child)
    _each(session, photo, lambda batch, item: batch.delete(item))


def top_up(session: Session) -> int:
    """What whichever client of the staff is open does first; returns how much there was.

    Withholds what shows a child of whom somebody says no, and every copy of what one family had taken away; writes how
    many had downloaded it, and asks them to throw it away.
    """
    return _spread(session) + sum(_follow(session, *task) for task in tasks(session))


def downloaded(session: Session, photo: str, child: str) -> list[Seat]:
    """The seats of other families that downloaded a photo, as far as staff were told."""
    letters = [item for item in session.replica.of_kind("fetched") if photo in item.body["photos"]]
    seats = {item.head["seat"]: session.replica.trust.seats.get(item.head["seat"]) for item in letters}
    return [seat for seat in seats.values() if seat and child not in seat.circles]


def _withheld(session: Session) -> Iterator[tuple[Item, str]]:
    """What is withheld and this person could edit, with the child for whom."""
    for item in list(session.replica.of_kind("photo")):
        for child in item.withheld:
            if staff_seat(session, child) and staff_seat(session, item.circle):
                yield item, child


def _spread(session: Session) -> int:
    wanted: dict[str, set[str]] = {}
    for item, child in _withheld(session):
        for copy in copies(session, item.body["photo"]):
            if child not in copy.withheld:
                wanted.setdefault(child, set()).add(copy.id)
    for child in [one.id for one in session.replica.circles.values() if one.kind == "child" and one.reads]:
        if staff_seat(session, child) and refuses(session, child, "album"):
            missing = [one for one in photos_of(session, child) if child not in one.withheld]
            wanted.setdefault(child, set()).update(one.id for one in missing if staff_seat(session, one.circle))
    return sum(len(withhold(session, sorted(records), child)) for child, records in wanted.items())


def _follow(session: Session, photo: str, child: str) -> int:
    seats = downloaded(session, photo, child)
    families = len({seat.circles for seat in seats})
    done, known = 0, _taken(session, photo, child)
    if known is None or known.body["done"] or known.body["families"] != families:
        _tell(session, photo, child, "")
        done += 1
    asked = {seat for item in session.replica.of_kind("erase") if item.body["photo"] == photo for seat in _to(item)}
    for seat in [one for one in seats if one.id not in asked]:
        _ask(session, photo, child, seat)
        done += 1
    return done


def _to(item: Item) -> set[str]:
    return {ref[2:] for ref in item.refs}


def _ask(session: Session, photo: str, child: str, seat: Seat) -> None:
    own, record = staff_seat(session, child), b64(fresh(16))
    body = {"album": copies(session, photo)[0].body["album"], "photo": photo}
    session.write(lambda batch: batch.letter("erase", body, [], record, seats=boxes(session, [seat.id])), own)


def _settle(session: Session, photo: str, child: str, done: str, since: set[str] | None = None) -> None:
    session.sync()
    before = {*settled(session, photo, child)} if since is None else since
    found = [item for item in copies(session, photo) if child in item.withheld]
    if not found or not _tell(session, photo, child, done, before):
        return
    _unmark(session, photo, child)
    for item in found:
        release(session, item.id, child)


def _tell(session: Session, photo: str, child: str, done: str, before: set[str] | None = None) -> bool:
    """Say what becomes of a photo; once something did, that takes the place of what was said while it waited.

    before: nothing is said where more than this was settled by now. Returns whether it was said.
    """
    record, said = b64(fresh(16)), False
    families = len({seat.circles for seat in downloaded(session, photo, child)})
    body = {"photo": photo, "album": copies(session, photo)[0].body["album"], "families": families, "done": done}

    def build(batch: Batch) -> None:
        nonlocal said
        waits = [one for one in session.replica.of_kind("taken", circle=child)
                 if one.body["photo"] == photo and not one.body["done"]]  # fmt: skip
        said = before is None or before.issuperset(settled(session, photo, child))
        if said:
            batch.record(child, "taken", body, record, replaces=None if done else next(iter(waits), None))
        for item in waits if said and done else []:
            batch.delete(item)

    session.write(build, staff_seat(session, child))
    return said


def _taken(session: Session, photo: str, child: str) -> Item | None:
    """What the family was told last of a photo."""
    found = [item for item in session.replica.of_kind("taken", circle=child) if item.body["photo"] == photo]
    return max(found, key=lambda item: int(item.head["time"]), default=None)


def _unmark(session: Session, photo: str, child: str) -> None:
    def build(batch: Batch) -> None:
        for item in session.replica.of_kind("mark", circle=child):
            if item.body["photo"] == photo:
                batch.delete(item)

    session.write(build, staff_seat(session, child))


def _each(session: Session, photo: str, act: Callable[[Batch, Item], object]) -> None:
    """Do something to every copy of a photo as it is now, in one batch for each circle."""
    for item in copies(session, photo):

        def build(batch: Batch, record: str = item.id) -> None:
            if newest := session.replica.items.get(record):
                act(batch, newest)

        session.write(build, staff_seat(session, item.circle))
