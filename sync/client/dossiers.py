"""A child's dossier comes to the next school: its guardian hands on what was released, the school takes it in.

Invariants: files keep their keys and ids, so what the last school signed still names the very bytes; what only concerns
the guardian who hands on (how to reach them, what they told of allergies) stays in the letter; the child's circle gets
the rest, marked with where it is from and whether that could be confirmed.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from crypto.encoding import b64
from crypto.errors import CryptoError
from crypto.random import fresh
from sync.batch import Batch
from sync.chains import Item
from sync.client import blobs
from sync.client.blobs import Part, Sealed
from sync.client.consents import staff_of
from sync.client.session import Session
from sync.client.takeout import FORMAT, VERSION
from sync.client.transport import call
from sync.errors import Refused
from sync.moving import open_release, prove

Body = dict[str, Any]
FALSE = "false"
"""The state of a dossier whose signature does not hold."""
_MOST = 512 * 1024 * 1024


@dataclass(frozen=True)
class Dossier:
    """What was handed on, what it says, and what can be said of it: `confirmed`, `unknown`, `other` or `false`."""

    item: Item
    body: Body
    state: str


def releases(session: Session) -> list[Item]:
    """What the office of the last school released to this guardian, the newest first."""
    seats = session.replica.trust.seats
    found = [item for item in session.replica.of_kind("release") if seats[item.head["seat"]].role == "office"]
    return sorted(found, key=lambda one: -int(one.head["time"]))


def hand_on(home: Session, there: Session, release: Item, child: str) -> str:
    """Hand a release on to the next school, for the child (circle) there; returns the record's id. Raises Problem."""
    assert release.letter is not None  # noqa: S101  (a release is a letter)
    copy = {**release.letter, "key": b64(home.replica.letter_key(release.letter))}
    seat, record = there.seat(circle=child), b64(fresh(16))
    files = list(parts_of(release.body["dossier"]))
    for part in files:
        _carry(home, there, part, seat.id)
    body = {"child": child, "copy": copy, "files": files, "written": there.clock()}
    there.write(lambda batch: batch.letter("dossier", body, staff_of(there, child), record), seat)
    return record


def dossiers(session: Session, child: str = "") -> list[Dossier]:
    """The dossiers that reached this person, of one child or all, the newest first."""
    found = [item for item in session.replica.of_kind("dossier")
             if child in ("", item.body["child"]) and _is_guardian(session, item)]  # fmt: skip
    return [_judged(session, item) for item in sorted(found, key=lambda one: -int(one.head["time"]))]


def take_in(session: Session, dossier: Dossier, title: str) -> str:
    """Put what a dossier brings into the child's circle; title: of the book that holds its files. Returns its id.

    Raises Refused for a dossier that is not what it says.
    """
    if dossier.state == FALSE:
        raise Refused("unproven")
    found = dossier.body["dossier"]
    body = {"from": dossier.body["school"], "state": dossier.state, "dossier": dossier.item.id,
            "talks": found.get("talks", []), "absences": found.get("absences", {}),
            "first_day": found["first_day"]}  # fmt: skip
    return _bring(session, dossier.item.body["child"], body, found.get("book", []), title)


def take_in_file(session: Session, child: str, data: bytes, title: str, at: int = 0) -> str:
    """Put what a takeout holds of a child (the `at`-th in it) into its circle here, on the family's word.

    Raises Refused("not-a-takeout") for any other file.
    """
    body, files = _read(data)
    try:
        one = body["children"][at]
        kept = {name: blobs.upload(session, child, content, "application/octet-stream", name.partition(" ")[2])
                for name, content in files.items() if name in _wanted(one)}  # fmt: skip
        talks = [{**each, "files": [kept[name] for name in each["files"]]} for each in one["talks"]]
        book = [{**each, "file": kept[each["file"]]} for each in one["book"]]
        found = {"from": {"name": body["school"]["name"], "host": body["school"]["host"], "root": ""}, "state": "own",
                 "dossier": "", "talks": talks, "absences": {}, "first_day": ""}  # fmt: skip
    except (KeyError, IndexError, TypeError):
        raise Refused("not-a-takeout") from None
    return _bring(session, child, found, book, title)


def brought(session: Session, child: str) -> list[Item]:
    """What was brought along of a child, the newest first."""
    return sorted(session.replica.of_kind("brought", circle=child), key=lambda one: -int(one.head["time"]))


def parts_of(body: object) -> Iterator[Part]:
    """All files that a body names, wherever in it, each once."""
    seen: set[str] = set()
    for part in _named(body):
        if part["blob"] not in seen:
            seen.add(part["blob"])
            yield part


def _named(body: object) -> Iterator[Part]:
    if isinstance(body, dict):
        if {"blob", "key"} <= body.keys():
            yield body
        for value in body.values():
            yield from _named(value)
    elif isinstance(body, list):
        for value in body:
            yield from _named(value)


def _carry(home: Session, there: Session, part: Part, circle: str) -> None:
    """Send a file as it is: the same sealed bytes under the same id, once they are what the part says."""
    sealed = call(home.transport, "GET", f"/api/blobs/{part['blob']}/content", bytes)
    blobs.unseal(part, sealed)
    blobs.send(there, circle, Sealed(part, [sealed]))


def _bring(session: Session, child: str, body: Body, book: list[Body], title: str) -> str:
    ids = [b64(fresh(16)) for _ in range(2 + len(book))]

    def build(batch: Batch) -> None:
        if ids[0] in session.replica.items:
            return
        if book:
            batch.record(child, "book", {"title": title, "text": "", "within": ""}, ids[1])
        for one, record in zip(book, ids[2:], strict=True):
            text = " · ".join(each for each in (one["book"], one["text"]) if each)
            document = {"title": one["title"], "text": text, "book": ids[1], "file": one["file"], "earlier": [],
                        "made": one["made"], "changed": 0, "until": 0, "tells": ""}  # fmt: skip
            batch.record(child, "document", document, record)
        whole = {**body, "book": ids[1] if book else "", "written": batch.now}
        batch.record(child, "brought", whole, ids[0])

    session.write(build, session.seat(circle=child))
    return ids[0]


def _judged(session: Session, item: Item) -> Dossier:
    trust = session.replica.trust
    try:
        body = open_release(item.body["copy"])
        state = prove(item.body["copy"], trust.peers, b64(trust.root))
        listed = {part["blob"] for part in item.body["files"]}
        if not {part["blob"] for part in parts_of(body["dossier"])} <= listed:
            state = FALSE
        return Dossier(item, body, state)
    except (CryptoError, Refused, ValueError, KeyError, TypeError):
        return Dossier(item, {}, FALSE)


def _is_guardian(session: Session, item: Item) -> bool:
    seat = session.replica.trust.seats.get(item.head["seat"])
    return seat is not None and seat.role == "guardian" and item.body["child"] in seat.circles


def _read(data: bytes) -> tuple[Body, dict[str, bytes]]:
    """`kring.json` and the files of a takeout."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as found:
            if sum(one.file_size for one in found.infolist()) > _MOST:
                raise Refused("too-large")
            files = {one.filename: found.read(one) for one in found.infolist()}
        body = json.loads(files.pop("kring.json"))
        if (body["format"], body["version"]) != (FORMAT, VERSION):
            raise Refused("not-a-takeout")
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError):
        raise Refused("not-a-takeout") from None
    return body, files


def _wanted(child: Body) -> set[str]:
    return {name for one in child["talks"] for name in one["files"]} | {one["file"] for one in child["book"]}
