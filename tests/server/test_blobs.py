"""Sealed files over HTTP: begun, filled, resumed, read in ranges, listed by records, and cleaned up."""

from __future__ import annotations

import pytest

from crypto.encoding import b64
from crypto.errors import CryptoError
from crypto.random import fresh
from server import blobs as server
from server.blobs import clean
from server.store.blobs import LOOSE_MS
from sync.client import blobs
from sync.client.session import Session
from sync.client.transport import Problem
from sync.messages import BlobBegin
from tests.server.school import Browser, Cast, browser_of, code_of

MIB = 1024 * 1024
TEXT = b"Zwemmen " * 30_000


def begin(session: Session, circle: str, size: int, blob: str = "") -> str:
    """Begin a file by hand; returns its id."""
    blob = blob or b64(fresh(16))
    answer = browser_of(session).ask("POST", "/api/blobs", BlobBegin(id=blob, circle=circle, size=size))
    assert answer.status_code == 200, answer.text
    return blob


def put(session: Session, blob: str, at: object, data: bytes) -> tuple[str, int]:
    """Send bytes by hand; returns the problem's code, and where the file is."""
    answer = browser_of(session).ask("PUT", f"/api/blobs/{blob}/content?at={at}", data,
                                     Content_Type="application/octet-stream")  # fmt: skip
    return code_of(answer), (answer.json or {}).get("at", -1)


def read(browser: Browser, blob: str, span: str = "", **headers: str) -> tuple[int, bytes]:
    """Status and bytes of a download, or of a range of it."""
    named = {"Range": span, **headers} if span else headers
    answer = browser.ask("GET", f"/api/blobs/{blob}/content", **named)
    return answer.status_code, answer.data


def news(session: Session, circle: str, *parts: blobs.Part, record: str = "", until: str = "") -> str:
    """A post with files, or its next revision; returns its id."""
    before = session.replica.items.get(record)
    body = {"post": b64(fresh(16)), "title": "Foto's", "text": "", "published": 0, "files": [*parts]}
    made: list[str] = []
    session.write(lambda batch: made.append(batch.record(circle, "news", body, replaces=before)),
                  session.seat(circle=circle))  # fmt: skip
    return made[-1]


def refused(act: object) -> str:
    """The code of the problem that an act meets."""
    with pytest.raises(Problem) as problem:
        act()  # type: ignore[operator]
    return problem.value.code


def stored(cast: Cast) -> set[str]:
    """The names of whole files on disk."""
    return set(cast.school.site.storage.list())


def test_a_file_travels_from_one_to_the_other(cast: Cast) -> None:
    part = blobs.upload(cast.sanne, cast.group.group, TEXT, "text/plain", "zwemmen.txt")
    news(cast.sanne, cast.group.group, part)
    cast.anna.sync()
    shown = next(item for item in cast.anna.replica.items.values() if item.body.get("files"))
    assert shown.head["blobs"] == [part["blob"]]
    assert blobs.download(cast.anna, shown.body["files"][0]) == TEXT


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 3 * MIB])
def test_files_of_every_size(cast: Cast, size: int) -> None:
    data = bytes(size)
    assert blobs.download(cast.sanne, blobs.upload(cast.sanne, cast.group.group, data, "x/y")) == data


def test_an_upload_goes_on_where_it_was(cast: Cast) -> None:
    blob = begin(cast.sanne, cast.group.group, 100)
    assert put(cast.sanne, blob, 0, b"a" * 60) == ("", 60)
    assert browser_of(cast.sanne).ask("GET", f"/api/blobs/{blob}").json == {"at": 60, "size": 100, "complete": False}
    assert begin(cast.sanne, cast.group.group, 100, blob) == blob
    assert put(cast.sanne, blob, 60, b"b" * 40) == ("", 100)
    assert browser_of(cast.sanne).ask("GET", f"/api/blobs/{blob}").json == {"at": 100, "size": 100, "complete": True}
    assert read(browser_of(cast.sanne), blob) == (200, b"a" * 60 + b"b" * 40)


def test_an_answer_that_was_lost_changes_nothing(cast: Cast) -> None:
    blob = begin(cast.sanne, cast.group.group, 100)
    for at, piece, reached in ((0, b"a" * 60, 60), (0, b"x" * 60, 60), (20, b"x" * 20, 60), (60, b"b" * 40, 100),
                               (60, b"x" * 40, 100), (100, b"", 100)):  # fmt: skip
        assert put(cast.sanne, blob, at, piece) == ("", reached)
    assert read(browser_of(cast.sanne), blob) == (200, b"a" * 60 + b"b" * 40)


@pytest.mark.parametrize(("at", "length"), [(61, 10), (59, 10), (60, 41), (-1, 10), (0, 61), ("", 5), ("x", 5)])
def test_another_offset_is_refused_with_the_right_one(cast: Cast, at: object, length: int) -> None:
    blob = begin(cast.sanne, cast.group.group, 100)
    put(cast.sanne, blob, 0, b"a" * 60)
    assert put(cast.sanne, blob, at, bytes(length)) == ("wrong-offset", 60)
    assert put(cast.sanne, blob, 60, b"b" * 40) == ("", 100)


def test_a_file_goes_with_the_last_record_that_lists_it(cast: Cast) -> None:
    group = cast.group.group
    part = blobs.upload(cast.sanne, group, TEXT, "text/plain")
    first, second = news(cast.sanne, group, part), news(cast.sanne, group, part)
    cast.sanne.write(lambda batch: batch.delete(cast.sanne.replica.items[first]), cast.sanne.seat(circle=group))
    clean(cast.school.site)
    assert (blobs.download(cast.anna, part), len(stored(cast))) == (TEXT, 1)
    news(cast.sanne, group, record=second)
    assert read(browser_of(cast.anna), part["blob"])[0] == read(browser_of(cast.sanne), part["blob"])[0] == 404
    clean(cast.school.site)
    assert stored(cast) == set()


def test_an_edit_keeps_the_file(cast: Cast) -> None:
    part = blobs.upload(cast.sanne, cast.group.group, TEXT, "text/plain")
    record = news(cast.sanne, cast.group.group, part)
    news(cast.sanne, cast.group.group, part, record=record)
    clean(cast.school.site)
    assert blobs.download(cast.anna, part) == TEXT


def test_what_nobody_lists_goes_two_days_after_its_last_sign_of_life(cast: Cast) -> None:
    group, site = cast.group.group, cast.school.site
    whole, half = blobs.upload(cast.sanne, group, TEXT, "text/plain"), begin(cast.sanne, group, 100)
    cast.school.wait(LOOSE_MS - 60_000)
    put(cast.sanne, half, 0, b"a" * 50)
    clean(site)
    assert blobs.download(cast.sanne, whole) == TEXT
    cast.school.wait(120_000)
    clean(site)
    assert stored(cast) == set()
    assert read(browser_of(cast.sanne), whole["blob"])[0] == 404
    assert put(cast.sanne, half, 50, b"b" * 50) == ("", 100)


def test_a_file_is_let_go_of_by_who_began_it_until_a_record_lists_it(cast: Cast) -> None:
    part = blobs.upload(cast.sanne, cast.group.group, TEXT, "text/plain")
    blobs.cancel(cast.sanne, part)
    clean(cast.school.site)
    assert stored(cast) == set()
    listed = blobs.upload(cast.sanne, cast.group.group, TEXT, "text/plain")
    news(cast.sanne, cast.group.group, listed)
    assert refused(lambda: blobs.cancel(cast.sanne, listed)) == "conflict"
    assert blobs.download(cast.anna, listed) == TEXT


def test_a_backup_that_is_under_way_keeps_files(cast: Cast) -> None:
    part = blobs.upload(cast.sanne, cast.group.group, TEXT, "text/plain")
    until = cast.school.site.now() + 60_000
    cast.school.store.write(lambda connection: server.meta.put(connection, server.KEPT, str(until)))
    blobs.cancel(cast.sanne, part)
    clean(cast.school.site)
    assert len(stored(cast)) == 1
    cast.school.wait(61_000)
    clean(cast.school.site)
    assert stored(cast) == set()


def test_a_storage_that_lost_what_it_had_begins_again(cast: Cast) -> None:
    blob = begin(cast.sanne, cast.group.group, 100)
    put(cast.sanne, blob, 0, b"a" * 60)
    for path in (cast.school.config.server.data / "files").rglob("*.part"):
        path.unlink()
    assert put(cast.sanne, blob, 60, b"b" * 40) == ("wrong-offset", 0)
    assert put(cast.sanne, blob, 0, b"c" * 100) == ("", 100)


def test_whoever_gets_other_bytes_notices(cast: Cast) -> None:
    sealed = blobs.seal(TEXT, "text/plain")
    data = bytearray(sealed.data)
    data[70_000] ^= 1
    for wrong in (bytes(data), sealed.data[:-1], sealed.data + b"x", sealed.data[: 65_536 + 16], b""):
        with pytest.raises(CryptoError):
            blobs.unseal(sealed.part, wrong)
    assert blobs.unseal(sealed.part, sealed.data) == TEXT
