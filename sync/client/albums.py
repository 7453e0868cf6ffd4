"""Albums as people use them: a draft that only its maker opens, then published at once for everybody it is for.

Invariants: before it is published, an album and its photos stand in their maker's own seat; a photo on which somebody
has no consent stays there. A photo keeps its id in both places. What a parent downloads is told to the album's team.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.albumrecords import (
    acts,
    albums,
    copies,
    draft_albums,
    draft_of,
    drafts,
    drafts_of,
    is_draft,
    marks_of,
    newest,
    published,
    seat_for,
)
from sync.client.blobs import upload
from sync.client.consents import blocked
from sync.client.session import Session
from sync.seats import Seat

Body = dict[str, Any]
MOST = 300
"""Entries in one batch, below what a request may hold."""
BLANK: Body = {"text": "", "day": "", "cover": "", "order": [], "download": "all", "scope": "all", "until": ""}


@dataclass(frozen=True)
class File:
    """A photo or film made ready: its bytes, its small picture, and what is shown of it."""

    data: bytes
    small: bytes
    name: str = "foto.jpg"
    type: str = "image/jpeg"
    width: int = 4
    height: int = 3


def draft(session: Session, circle: str, title: str, **options: Any) -> str:
    """Begin an album for a group or the school; returns its id. Options as in the descriptor."""
    seat, album, record = seat_for(session, circle), b64(fresh(16)), b64(fresh(16))
    receipts = options.pop("receipts", "") or _receipts(session, circle)
    body = {**BLANK, **options, "album": album, "title": title, "circle": circle, "receipts": receipts}
    session.write(lambda batch: batch.record(seat.id, "album", body, record), seat)
    return album


def add(session: Session, album: str, file: File, caption: str = "", at: int = 0, marks: Iterable[str] = ()) -> str:
    """Put a photo into the draft of an album, also of a published one; `marks`: children on it. Returns its id."""
    seat, photo, record = _maker(session, album), b64(fresh(16)), b64(fresh(16))
    part = upload(session, seat.id, file.data, file.type, file.name)
    small = upload(session, seat.id, file.small, "image/webp")
    body = {"photo": photo, "album": album, "at": at, "caption": caption, "marks": sorted(marks), **part,
            "thumb": small, "width": file.width, "height": file.height}  # fmt: skip
    session.write(lambda batch: _add(session, batch, seat, body, record), seat)
    return photo


def publish(session: Session, album: str) -> list[str]:
    """Show what may be shown to everybody it is for; returns the photos that stay in the draft.

    A photo stays if a child on it has no consent, or if nobody is on it in an album where each sees their own child.
    """
    held = [item.body["photo"] for item in drafts(session, album) if not may_show(session, item)]
    seat = _maker(session, album)
    ready = [item.body["photo"] for item in drafts(session, album) if item.body["photo"] not in held]
    for some in _pieces(ready, lambda photo: 2 + 2 * len(draft_of(session, photo).body["marks"])):
        session.write(_Publish(session, album, some, ready), seat)
    session.write(lambda batch: _tidy(session, batch, album), seat)
    return held


def may_show(session: Session, item: Item) -> bool:
    """Whether a draft photo can be published: alone in their own album, a child needs no consent."""
    marks, scope = item.body["marks"], newest(session, item.body["album"]).body["scope"]
    if scope == "own" and len(marks) < 2:
        return bool(marks)
    return not blocked(session, marks)


def mark(session: Session, photos: Iterable[str], children: Iterable[str]) -> None:
    """Say who is on draft photos: those children and nobody else."""
    marks = sorted(set(children))
    _on_drafts(session, photos, lambda batch, item: _again(batch, item, marks=marks))


def describe(session: Session, photo: str, caption: str) -> None:
    """Give a photo another caption, in the draft or where it stands."""
    _on_items(session, copies(session, photo) or [draft_of(session, photo)],
              lambda batch, item: _again(batch, item, caption=caption))  # fmt: skip


def change(session: Session, album: str, **fields: Any) -> None:
    """Change an album everywhere: `title`, `text`, `cover`, `order`, `download`, `until`."""
    items = [item for item in session.replica.of_kind("album") if item.body["album"] == album]
    _on_items(session, items, lambda batch, item: _again(batch, item, **_fitting(item, fields)))


def remove(session: Session, photo: str) -> None:
    """Shred a photo: its key goes with its record, and the marks with it."""
    _on_items(session, [*copies(session, photo), *marks_of(session, [photo]), *drafts_of(session, [photo])], _delete)


def delete(session: Session, album: str) -> None:
    """Shred an album with all its photos, drafts of one's own too."""
    found = {item.body["photo"] for item in session.replica.of_kind("photo") if item.body["album"] == album}
    whole = [item for item in session.replica.of_kind("album") if item.body["album"] == album]
    copied = [item for item in session.replica.of_kind("photo") if item.body["photo"] in found]
    _on_items(session, [*copied, *marks_of(session, found), *whole], _delete)


def expire(session: Session, today: str) -> list[str]:
    """Shred the albums whose last day is over, by what stands at the school now, where one may; returns which."""
    session.sync()
    over = [item.body["album"] for item in albums(session)
            if item.body["until"] and item.body["until"] < today and acts(session, item)]  # fmt: skip
    for album in over:
        delete(session, album)
    return over


class _Publish:
    """Some photos of an album go from the draft to whom they are for, whole or not at all; safe to be tried again."""

    def __init__(self, session: Session, album: str, some: list[str], ready: list[str]) -> None:
        self.session, self.album, self.some, self.ready = session, album, some, ready

    def __call__(self, batch: Batch) -> None:
        """Write it."""
        waiting = [item for item in drafts(self.session, self.album) if item.body["photo"] in self.some]
        whole = newest(self.session, self.album).body
        for circle in sorted({circle for item in waiting for circle in _places(whole, item)}):
            self._album(batch, circle, whole)
        for item in waiting:
            body = {key: value for key, value in item.body.items() if key != "marks"}
            for circle in _places(whole, item):
                batch.record(circle, "photo", body)
            for child in item.body["marks"]:
                where = child if whole["scope"] == "own" else whole["circle"]
                batch.record(child, "mark", {"photo": body["photo"], "album": self.album, "circle": where})
            batch.delete(item)

    def _album(self, batch: Batch, circle: str, whole: Body) -> None:
        """The album where its photos come, told anew with the first of them."""
        before = next((one for one in published(self.session, self.album) if one.circle == circle), None)
        known = before.body["order"] if before else []
        new = [one for one in self.ready if one not in known and (whole["scope"] == "all" or one in self._of(circle))]
        if before and not new:
            return
        told = {"published": batch.now, "added": len(new)}
        batch.record(circle, "album", {**whole, **told, "order": [*known, *new]}, replaces=before)

    def _of(self, child: str) -> set[str]:
        waiting = drafts(self.session, self.album)
        return {item.body["photo"] for item in waiting if child in item.body["marks"]}


def _places(whole: Body, item: Item) -> list[str]:
    """The circles in which a photo will stand."""
    return list(item.body["marks"]) if whole["scope"] == "own" else [whole["circle"]]


def _tidy(session: Session, batch: Batch, album: str) -> None:
    """The draft of an album goes when nothing is left in it."""
    if not drafts(session, album):
        for item in draft_albums(session, album):
            batch.delete(item)


def _add(session: Session, batch: Batch, seat: Seat, body: Body, record: str) -> None:
    """A photo, and the draft of its album if that was published."""
    if record in session.replica.items:
        return
    if not draft_albums(session, body["album"]):
        whole = newest(session, body["album"]).body
        batch.record(seat.id, "album", whole)
    batch.record(seat.id, "photo", body, record)


def _again(batch: Batch, item: Item, **fields: Any) -> None:
    batch.record(item.circle, item.kind, {**item.body, **fields}, replaces=item)


def _fitting(item: Item, fields: Body) -> Body:
    """Where each sees their own child, an order names what stands there and nothing else."""
    if "order" not in fields or is_draft(item) or item.body["scope"] == "all":
        return fields
    return {**fields, "order": [photo for photo in fields["order"] if photo in item.body["order"]]}


def _delete(batch: Batch, item: Item) -> None:
    batch.delete(item)


def _on_drafts(session: Session, photos: Iterable[str], act: Callable[[Batch, Item], None]) -> None:
    _on_items(session, drafts_of(session, list(photos)), act)


def _on_items(session: Session, items: list[Item], act: Callable[[Batch, Item], None]) -> None:
    """Do something to records, some hundred at once, each as it is by then; those in an own seat in its name."""
    by_seat: dict[str, list[str]] = {}
    for item in items:
        seat = item.circle if is_draft(item) else seat_for(session, item.circle).id
        by_seat.setdefault(seat, []).append(item.id)
    for seat, ids in by_seat.items():
        for some in _pieces(ids, lambda _: 1):
            session.write(_each(session, some, act), session.replica.trust.seats[seat])


def _each(session: Session, ids: list[str], act: Callable[[Batch, Item], None]) -> Callable[[Batch], None]:
    def build(batch: Batch) -> None:
        for item in [session.replica.items[one] for one in ids if one in session.replica.items]:
            act(batch, item)

    return build


def _pieces(things: list[str], weigh: Callable[[str], int]) -> Iterator[list[str]]:
    """In batches that a request can hold."""
    some: list[str] = []
    weight = 0
    for thing in things:
        if some and weight + weigh(thing) > MOST:
            yield some
            some, weight = [], 0
        some, weight = [*some, thing], weight + weigh(thing)
    if some:
        yield some


def _maker(session: Session, album: str) -> Seat:
    """The seat in which the draft of an album stands, or would."""
    for item in draft_albums(session, album):
        return session.replica.trust.seats[item.circle]
    return seat_for(session, newest(session, album).body["circle"])


def _receipts(session: Session, circle: str) -> str:
    """Who hears of downloads: the group's team, else the office."""
    trust = session.replica.trust
    return next((str(act["team"]) for act in trust.groups if act["group"] == circle), str(trust.charter["office"]))
