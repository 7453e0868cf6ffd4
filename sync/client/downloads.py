"""Downloading from albums: what an album's rule allows, and who has done so, for its team."""

from __future__ import annotations

from collections.abc import Iterable

from crypto.encoding import b64
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client.albumrecords import acts, albums, marked, photos
from sync.client.blobs import download
from sync.client.session import Session


def allowed(session: Session, album: str) -> list[Item]:
    """The photos of an album that this person may download: `all`, those with a child of theirs (`own`), or none."""
    whole = next(item for item in albums(session) if item.body["album"] == album)
    found = photos(session, album)
    if whole.body["download"] == "all" or acts(session, whole):
        return found
    own = own_children(session)
    return [item for item in found if whole.body["download"] == "own" and marked(session, item.body["photo"]) & own]


def fetch(session: Session, album: str, wanted: Iterable[str] = ()) -> dict[str, bytes]:
    """Download photos (all that are allowed, if none are named), and tell the album's team; by photo its bytes."""
    names = set(wanted)
    chosen = [item for item in allowed(session, album) if not names or item.body["photo"] in names]
    data = {item.body["photo"]: download(session, item.body) for item in chosen}
    if data and not acts(session, chosen[0]):
        tell(session, album, data)
    return data


def tell(session: Session, album: str, wanted: Iterable[str]) -> None:
    """Say to an album's team which photos were downloaded, with those of before."""
    whole = next(item for item in albums(session) if item.body["album"] == album)
    known, names = _said(session, album), {*wanted}
    seat = session.replica.trust.seats[known.head["seat"]] if known else session.seat()
    record, to = b64(fresh(16)), [whole.body["receipts"]]

    def build(batch: Batch) -> None:
        before = _said(session, album)
        body = {"album": album, "photos": sorted({*names, *(before.body["photos"] if before else ())})}
        batch.letter("fetched", body, to, record, replaces=before)

    session.write(build, seat)


def downloaders(session: Session, album: str) -> dict[str, set[str]]:
    """By seat, the photos that it downloaded, as far as this person is told."""
    found: dict[str, set[str]] = {}
    for item in _letters(session, album):
        found.setdefault(item.head["seat"], set()).update(item.body["photos"])
    return found


def own_children(session: Session) -> set[str]:
    """The circles of the children that this person is a guardian of."""
    seats = [session.replica.trust.seats[one] for one in session.replica.seats()]
    return {circle for seat in seats if seat.role == "guardian" and seat.alive(session.clock())
            for circle in seat.circles}  # fmt: skip


def _said(session: Session, album: str) -> Item | None:
    """What this person said before of an album."""
    own = session.replica.seats()
    return next((item for item in _letters(session, album) if item.head["seat"] in own), None)


def _letters(session: Session, album: str) -> list[Item]:
    return [item for item in session.replica.of_kind("fetched") if item.body["album"] == album]
