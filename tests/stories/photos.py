"""Photos in a group's album as their maker publishes them, without an app: for stories about who gets them."""

from __future__ import annotations

from dataclasses import dataclass

from crypto.encoding import b64
from crypto.random import fresh
from sync.client import blobs
from sync.client.session import Session
from tests.stories.cast import Regenboog
from tests.stories.test_sick_note import child_of

SIZE = 3000
"""Bytes of a picture."""


@dataclass(frozen=True)
class Photo:
    """A photo that stands in a group: its record, the id that it keeps, its file and the bytes of that."""

    record: str
    photo: str
    blob: str
    thumb: str
    data: bytes


def publish(regenboog: Regenboog, caption: str, *children: str, group: str = "3A") -> Photo:
    """Juf Sanne shows a photo to her group, with marks of these children (first names)."""
    sanne, circle = regenboog.sanne, regenboog.group(group).group
    data = caption.encode() * (SIZE // len(caption))
    part = blobs.upload(sanne, circle, data, "image/jpeg")
    thumb = blobs.upload(sanne, circle, data[:100], "image/jpeg")
    photo, record = b64(fresh(16)), b64(fresh(16))
    marks = {child_of(sanne, name): b64(fresh(16)) for name in children}
    body = {"photo": photo, "album": photo, "at": 0, "caption": caption, **part, "thumb": thumb}

    def build(batch: object) -> None:
        batch.record(circle, "photo", body, record)  # type: ignore[attr-defined]
        for child, mark in marks.items():
            batch.record(child, "mark", {"photo": photo, "album": photo, "circle": circle}, mark)  # type: ignore[attr-defined]

    sanne.write(build, sanne.seat(circle=circle))
    return Photo(record, photo, part["blob"], thumb["blob"], data)


def shown(session: Session) -> set[str]:
    """The captions of all photos that somebody's copy has."""
    return {item.body["caption"] for item in session.replica.of_kind("photo")}
