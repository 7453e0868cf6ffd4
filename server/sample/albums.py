"""The demo's albums: the forest for all of 3A, portraits that each family sees of its own child, a draft that waits."""

from __future__ import annotations

from datetime import date, timedelta

from server.sample.pictures import FOREST, SEA, YARD, Scene, draw
from sync.client import albums, consents
from sync.client.albums import File
from sync.client.office import groups
from sync.client.session import Session, now
from sync.zone import day_of

_FOREST = (("Noor", "Yara"), ("Noor",), (), ("Yara",), ("Mila", "Noor"), ("Yara", "Noor"), (), ("Noor",), ("Mila",))
_CAPTIONS = {0: "Een hut die bijna af is", 2: "Hier begint het pad", 5: "Kijk, een kikker!"}
_AGREE = ("Noor", "Yara", "Bram")
_HOUR = 3_600_000


def fill(marga: Session, staff: dict[str, Session], families: dict[str, Session]) -> None:
    """Make some; `staff` by name ("juf Sanne"), `families` by login ("anna")."""
    sanne, els = staff["juf Sanne"], staff["juf Els"]
    marga.sync()
    _agree(marga)
    for session in (sanne, els):
        session.sync()
    _forest(sanne)
    _works(sanne)
    _yard(els)


def _forest(sanne: Session) -> None:
    """Published but for Mila's: for her there is no consent, so they wait in the draft."""
    album = albums.draft(sanne, groups(sanne)["3A"].group, "Naar het bos", day=_ago(6), until=_until(),
                         text="Het regende een beetje. Dat vond niemand erg.")  # fmt: skip
    for at, firsts in enumerate(_FOREST):
        _add(sanne, album, FOREST, at, firsts, _CAPTIONS.get(at, ""))
    albums.publish(sanne, album)


def _works(sanne: Session) -> None:
    album = albums.draft(sanne, groups(sanne)["3A"].group, "Portretten", day=_ago(20), until=_until(), scope="own",
                         download="own")  # fmt: skip
    for at, first in enumerate(("Noor", "Mila", "Yara")):
        _add(sanne, album, YARD, 40 + at, (first,))
    albums.publish(sanne, album)


def _yard(els: Session) -> None:
    """Half published; nobody may save them."""
    album = albums.draft(
        els, groups(els)["5B"].group, "Uitwaaien aan zee", day=_ago(12), until=_until(), download="none"
    )
    for at in range(4):
        _add(els, album, SEA, 20 + at, ("Bram",) if at % 2 else ())
    albums.publish(els, album)


def _add(session: Session, album: str, scene: Scene, number: int, firsts: tuple[str, ...], caption: str = "") -> None:
    data, small, (width, height) = draw(scene, number, len(firsts) or number % 2)
    marks = [_child(session, first) for first in firsts]
    file = File(data, small, f"foto-{number + 1}.jpg", "image/jpeg", width, height)
    albums.add(session, album, file, caption, now() - 6 * 24 * _HOUR + number * 60_000, marks)


def _agree(marga: Session) -> None:
    """The office enters on paper what it has not heard yet of these children's families."""
    for first in _AGREE:
        child = _child(marga, first)
        for seat in consents.custody(marga, child):
            if "album" not in consents.said(marga, child, seat):
                consents.enter(marga, child, seat, {"album": 1})


def _child(session: Session, first: str) -> str:
    """The circle of a pupil, by its first name."""
    return next(str(item.body["child"]) for item in session.replica.of_kind("pupil") if item.body["first"] == first)


def _ago(days: int) -> str:
    return (date.fromisoformat(day_of(now())) - timedelta(days=days)).isoformat()


def _starts() -> int:
    """The calendar year in which this school year began."""
    today = date.fromisoformat(day_of(now()))
    return today.year - int(today.month < 8)


def _until() -> str:
    return f"{_starts() + 1}-10-31"
