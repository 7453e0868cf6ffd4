"""Which records make an album, as a person's copy has them: in whose circle, in which order, drafts apart.

Invariant: a record in its author's own seat is a draft; every other one is published to whoever reads its circle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sync.chains import Item
from sync.client.session import Session
from sync.errors import Refused
from sync.seats import Seat


def albums(session: Session) -> list[Item]:
    """The published albums of which this person sees a photo, or that they made, one of each, the newest first."""
    found: dict[str, Item] = {}
    filled = {item.body["album"] for item in session.replica.of_kind("photo")}
    for item in session.replica.of_kind("album"):
        if not is_draft(item) and (item.body["album"] in filled or acts(session, item)):
            found.setdefault(item.body["album"], item)
    return sorted(found.values(), key=lambda item: -int(item.body["published"]))


def photos(session: Session, album: str) -> list[Item]:
    """The published photos of an album that this person reads, one of each, in order."""
    found: dict[str, Item] = {}
    for item in session.replica.of_kind("photo"):
        if item.body["album"] == album and not is_draft(item):
            found.setdefault(item.body["photo"], item)
    return sorted(found.values(), key=_ordered(published(session, album)))


def drafts(session: Session, album: str) -> list[Item]:
    """The photos of an album that only this person has yet, in order."""
    found = [item for item in session.replica.of_kind("photo") if item.body["album"] == album and is_draft(item)]
    return sorted(found, key=_ordered(draft_albums(session, album)))


def copies(session: Session, photo: str) -> list[Item]:
    """The records of a published photo: one, or one a child."""
    return [item for item in session.replica.of_kind("photo") if item.body["photo"] == photo and not is_draft(item)]


def marked(session: Session, photo: str) -> set[str]:
    """The children (circles) on a photo, of those whose circles this person reads."""
    return {item.circle for item in marks_of(session, [photo])}


def acts(session: Session, item: Item) -> bool:
    """Whether this person may change an album or photo: staff of where it stands."""
    try:
        return seat_for(session, item.circle).alive(session.clock())
    except Refused:
        return False


def seat_for(session: Session, circle: str) -> Seat:
    """In whose name albums are changed: staff of the circle, of the school the office. Raises Refused."""
    return session.seat("office" if circle == session.replica.trust.charter["school"] else "", circle)


def _ordered(lists: list[Item]) -> Callable[[Item], tuple[int, int, str]]:
    """By the order of an album's records: one, or one a child."""
    ids = dict.fromkeys(photo for item in lists for photo in item.body["order"])
    order = {photo: at for at, photo in enumerate(ids)}
    last = len(order)
    return lambda item: (order.get(item.body["photo"], last), item.body["at"] or item.head["time"], item.body["photo"])


def newest(session: Session, album: str) -> Item:
    """An album as it counts: what is published, else the draft; a draft beside it may be of before it was changed."""
    return [*published(session, album), *draft_albums(session, album)][0]


def draft_albums(session: Session, album: str) -> list[Item]:
    """The draft of an album, if there is one."""
    return [item for item in session.replica.of_kind("album") if item.body["album"] == album and is_draft(item)]


def published(session: Session, album: str) -> list[Item]:
    """The records of a published album: one, or one a child."""
    return [item for item in session.replica.of_kind("album") if item.body["album"] == album and not is_draft(item)]


def draft_of(session: Session, photo: str) -> Item:
    """The draft of a photo."""
    return drafts_of(session, [photo])[0]


def drafts_of(session: Session, photos: list[str]) -> list[Item]:
    """The drafts of photos."""
    return [item for item in session.replica.of_kind("photo") if item.body["photo"] in photos and is_draft(item)]


def marks_of(session: Session, photos: Iterable[str]) -> list[Item]:
    """The marks on photos that this person reads."""
    wanted = set(photos)
    return [item for item in session.replica.of_kind("mark") if item.body["photo"] in wanted]


def is_draft(item: Item) -> bool:
    """Whether only its maker has it yet."""
    return bool(item.circle == item.head["seat"])
