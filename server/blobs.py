"""Sealed files: begun, filled piece by piece, read by whoever gets a record that lists them, and cleaned up.

Invariants: nobody learns of a file that no record of theirs lists; a record lists only what is whole here; what was
answered for is on disk; the clean-up removes only names that a committed transaction declared dead, so whatever races
with it, and whenever it is killed, it can't touch a living file.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from flask import Response, request

from crypto.heads import GONE
from server.auth import who
from server.errors import Problem
from server.ranges import Outside, wanted
from server.site import Site, site
from server.storage import Missing, new_name
from server.store import Connection, blobs, circles, meta, people
from server.store.blobs import Blob
from server.turns import Turn
from server.wire import BYTES, PERSON, Operation, Routes, streamed
from server.writing import SEES, Writing
from sync.acts import CONTACT
from sync.errors import Refused
from sync.messages import BlobAt, BlobBegin
from sync.modules import KINDS
from sync.policy import may_post

routes = Routes("blobs", __name__)
MIB = 1024 * 1024
MOST = 400
"""Files in one record."""
FOREVER = "private, max-age=31536000, immutable"
KEPT = "files-kept-until"
"""Until when (ms) the clean-up removes nothing, as a backup is being made: an entry of `meta`."""
SWEEP = 200


@routes.serve(Operation(
    "POST", "/api/blobs", PERSON, BlobBegin, BlobAt,
    problems=("not-found", "not-a-writer", "blob-too-large", "quota-full", "conflict", "slow-down", "store-full"),
    away=True,
))  # fmt: skip
def begin(given: BlobBegin) -> BlobAt:
    """Begin a sealed file for records of a circle, or find how far it has come."""
    me, here = who(), site()
    here.limits.knock("entries", me.person)
    return here.store.write(lambda connection: _begin(connection, here, me.person, given))


@routes.serve(Operation("GET", "/api/blobs/<blob>", PERSON, gives=BlobAt, away=True))
def state(blob: str) -> BlobAt:
    """How far a file that I began has come."""
    return _at(_own(site(), who().person, blob))


@routes.serve(Operation(
    "PUT", "/api/blobs/<blob>/content", PERSON, bytes, BlobAt, MIB, ("wrong-offset", "conflict", "store-full"), ("at",),
    away=True,
))  # fmt: skip
def put(pieces: Iterator[bytes], blob: str) -> BlobAt:
    """Append bytes at the offset `at`, which is the end; the last of them completes the file."""
    me, here = who(), site()
    at, length = request.args.get("at", -1, type=int), request.content_length or 0
    with here.turns.take(blob) as turn:
        found = _own(here, me.person, blob)
        if at == found.at and at + length <= found.size:
            _fill(here, turn, found, pieces)
        elif not 0 <= at <= at + length <= found.at:  # else these bytes are here already: an answer was lost
            raise Problem("wrong-offset", at=found.at)
        return _at(_own(here, me.person, blob))


@routes.serve(Operation("DELETE", "/api/blobs/<blob>", PERSON, problems=("conflict",), away=True))
def remove(blob: str) -> None:
    """Forget a file that I began and that no record lists."""
    me, here = who(), site()
    with here.turns.take(blob):
        _own(here, me.person, blob)
        if not here.store.write(lambda connection: blobs.drop(connection, blob)):
            raise Problem("conflict")


@routes.serve(
    Operation("GET", "/api/blobs/<blob>/content", PERSON, gives=bytes, problems=("bad-range",), kind=BYTES, away=True)
)
def content(blob: str) -> Response:
    """The sealed bytes, or the range that was asked for, for whoever gets a record that lists the file."""
    me, here, now = who(), site(), site().now()
    found = here.store.read(lambda connection: blobs.readable(connection, me.person, blob, now))
    if found is None:
        raise Problem("not-found")
    name, size = found
    response = Response(status=200, content_type=BYTES)
    response.headers["Cache-Control"] = FOREVER
    response.headers["Accept-Ranges"] = "bytes"
    response.set_etag(name)
    response.make_conditional(request)
    return response if response.status_code == 304 else _filled(here, response, name, size)


def check(writing: Writing, head: dict[str, Any]) -> None:
    """Refuse a record unless every file it lists is whole, and its author's for this circle or read by them.

    Raises Refused("blob-missing").
    """
    listed = head["blobs"]
    if listed and (head["kind"] == GONE or len(listed) > MOST):
        raise Refused("blob-missing")
    for blob in listed:
        if not blobs.may_list(writing.connection, writing.person, head["circle"], blob, writing.now):
            raise Refused("blob-missing", blob=blob)


def clean(here: Site) -> None:
    """Forget what nobody listed in time, and remove the bytes of what was forgotten; raises StoreError."""
    now = here.now()
    if here.store.read(lambda connection: blobs.overdue(connection, now)):
        here.store.write(lambda connection: blobs.expire(connection, now))
    while names := here.store.read(lambda connection: _dead(connection, now)):
        for name in names:
            here.storage.remove(name)
        here.store.write(partial(blobs.swept, names=names))


def _begin(connection: Connection, here: Site, person: str, given: BlobBegin) -> BlobAt:
    found = blobs.owned(connection, person, given.id)
    if found is None:
        _check_writer(connection, person, given.circle, here.now())
        _check_room(connection, here, person, given)
        found = Blob(given.id, new_name(), person, given.circle, given.size, 0, complete=False, attached=False)
        blobs.begin(connection, found, here.now())
    elif (found.circle, found.size) != (given.circle, given.size):
        raise Problem("conflict")
    blobs.touch(connection, given.id, here.now())
    return _at(found)


def _check_writer(connection: Connection, person: str, circle: str, now: int) -> None:
    """Whoever may post something in the circle may begin a file for it, but a contact."""
    found = circles.find(connection, circle)
    seats = [seat for seat in people.seats_of(connection, person) if seat.alive(now) and seat.role != CONTACT]
    if found and any(may_post(found.head, circle, seat, KINDS) for seat in seats):
        return
    seen = found and circles.reaches(connection, person, circle, now, level=SEES)
    raise Problem("not-a-writer" if seen else "not-found")


def _check_room(connection: Connection, here: Site, person: str, given: BlobBegin) -> None:
    limits = here.config.blobs
    if blobs.exists(connection, given.id):
        raise Problem("conflict")
    if given.size > limits.largest * MIB:
        raise Problem("blob-too-large", largest=limits.largest * MIB)
    if blobs.waiting(connection, person) + given.size > limits.waiting * MIB:
        raise Problem("quota-full", scope="person")
    if blobs.total(connection) + given.size > limits.quota * MIB:
        raise Problem("quota-full", scope="school")


def _own(here: Site, person: str, blob: str) -> Blob:
    found = here.store.read(lambda connection: blobs.owned(connection, person, blob))
    if found is None:
        raise Problem("not-found")
    return found


def _at(blob: Blob) -> BlobAt:
    return BlobAt(at=blob.at, size=blob.size, complete=blob.complete)


def _fill(here: Site, turn: Turn, found: Blob, pieces: Iterator[bytes]) -> None:
    """Append what comes, and complete the file if that was its end.

    All may be here already: then the server died while it completed the file, maybe after the storage had done so.
    """
    if found.complete:
        return
    try:
        at = found.at
        if at < found.size:
            at = here.storage.append(found.name, found.at, turn.guard(pieces))
            here.store.write(lambda connection: _advance(connection, turn, found, at, here.now()))
        if at == found.size:
            here.storage.finish(found.name, found.size)
            here.store.write(lambda connection: _complete(connection, found, here.now()))
    except Missing:  # the storage lost what it had: begin again
        here.store.write(partial(blobs.rewind, name=found.name))
        raise Problem("wrong-offset", at=0) from None
    except (Problem, Refused):  # it may have been dropped while bytes of it came
        here.store.write(partial(blobs.discard, name=found.name))
        raise


def _advance(connection: Connection, turn: Turn, found: Blob, at: int, now: int) -> None:
    turn.check()
    if not blobs.advance(connection, found.name, found.at, at, now):
        raise Problem("conflict")


def _complete(connection: Connection, found: Blob, now: int) -> None:
    if not blobs.complete(connection, found.name, now):
        raise Problem("conflict")


def _dead(connection: Connection, now: int) -> list[str]:
    kept = int(meta.get(connection, KEPT) or 0)
    return [] if kept > now else blobs.litter(connection, SWEEP)


def _filled(here: Site, response: Response, name: str, size: int) -> Response:
    part = _part(name, size)
    start, end = part or (0, size)
    if part:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    if request.method != "HEAD":
        try:
            response.response = streamed(here.storage.open(name, start, end))
        except Missing:
            raise Problem("not-found") from None
    response.content_length = end - start
    response.direct_passthrough = True
    return response


def _part(name: str, size: int) -> tuple[int, int] | None:
    """The range that was asked for; None for the whole, also if another version was meant."""
    if request.headers.get("If-Range", f'"{name}"') != f'"{name}"':
        return None
    try:
        return wanted(request.headers.get("Range", ""), size)
    except Outside:
        raise Problem("bad-range", size=size) from None
