"""The demo's albums: the forest for all of 3A, portraits that each family sees of its own child, a draft that waits."""

from __future__ import annotations

from datetime import date, timedelta

from server.sample.drawing import FOREST, SEA, YARD, Scene, draw
from sync.client import albums, consents
from sync.client.albums import File
from sync.client.office import groups
from sync.client.session import Session, now
from sync.zone import day_of

_NOOR, _MILA, _YARA, _BRAM = "Noor van Dam", "Mila Haddad", "Yara el Masri", "Bram van Dam"
_FOREST = ((_NOOR, _YARA), (_NOOR,), (), (_YARA,), (_MILA, _NOOR), (_YARA, _NOOR), (), (_NOOR,), (_MILA,))
_CAPTIONS = {0: "Een hut die bijna af is", 2: "Hier begint het pad", 5: "Kijk, een kikker!"}
_AGREE = (_NOOR, _YARA, _BRAM)
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
    for at, names in enumerate(_FOREST):
        _add(sanne, album, FOREST, at, names, _CAPTIONS.get(at, ""))
    albums.publish(sanne, album)


def _works(sanne: Session) -> None:
    album = albums.draft(sanne, groups(sanne)["3A"].group, "Portretten", day=_ago(20), until=_until(), scope="own",
                         download="own")  # fmt: skip
    for at, name in enumerate((_NOOR, _MILA, _YARA)):
        _add(sanne, album, YARD, 40 + at, (name,))
    albums.publish(sanne, album)


def _yard(els: Session) -> None:
    """Half published; nobody may save them."""
    album = albums.draft(
        els, groups(els)["5B"].group, "Uitwaaien aan zee", day=_ago(12), until=_until(), download="none"
    )
    for at in range(4):
        _add(els, album, SEA, 20 + at, (_BRAM,) if at % 2 else ())
    albums.publish(els, album)


def _add(session: Session, album: str, scene: Scene, number: int, names: tuple[str, ...], caption: str = "") -> None:
    data, small, (width, height) = draw(scene, number, len(names) or number % 2)
    marks = [_child(session, name) for name in names]
    file = File(data, small, f"foto-{number + 1}.jpg", "image/jpeg", width, height)
    albums.add(session, album, file, caption, now() - 6 * 24 * _HOUR + number * 60_000, marks)


def _agree(marga: Session) -> None:
    """The office enters on paper what it has not heard yet of these children's families."""
    for name in _AGREE:
        child = _child(marga, name)
        for seat in consents.custody(marga, child):
            if "album" not in consents.said(marga, child, seat):
                consents.enter(marga, child, seat, {"album": 1})


def _child(session: Session, name: str) -> str:
    """The circle of a pupil, by its whole name."""
    found = {" ".join(filter(None, (item.body["first"], item.body["particle"], item.body["last"]))): item.body["child"]
             for item in session.replica.of_kind("pupil")}  # fmt: skip
    return str(found[name])


def _ago(days: int) -> str:
    return (date.fromisoformat(day_of(now())) - timedelta(days=days)).isoformat()


def _starts() -> int:
    """The calendar year in which this school year began."""
    today = date.fromisoformat(day_of(now()))
    return today.year - int(today.month < 8)


def _until() -> str:
    return f"{_starts() + 1}-10-31"
