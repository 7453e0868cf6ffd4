"""What somebody tries with files that are not theirs, by name, and that it fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crypto.encoding import b64
from crypto.errors import CryptoError
from crypto.random import fresh
from server.blobs import clean
from server.releases import release_due
from sync.client import blobs
from sync.client.session import Session
from sync.messages import BlobBegin
from tests.attacks.test_http_visibility import same
from tests.server.school import TestSchool, browser_of, code_of
from tests.server.test_blobs import TEXT, begin, news, put, refused
from tests.stories.cast import Regenboog
from tests.stories.crawl import wire

NOBODYS = "A" * 22


def posted(regenboog: Regenboog) -> blobs.Part:
    """A file that juf Sanne showed to 3A."""
    part = blobs.upload(regenboog.sanne, regenboog.group("3A").group, TEXT, "text/plain")
    news(regenboog.sanne, regenboog.group("3A").group, part)
    return part


def letter(session: Session, to: list[str], *parts: blobs.Part, until: int = 0, record: str = "") -> str:
    """A letter of a person's first seat with files; returns its id."""
    body, before = {"files": [*parts]}, session.replica.items.get(record)
    made: list[str] = []
    session.write(lambda batch: made.append(batch.letter("message", body, to, replaces=before, until=until)))
    return made[-1]


def fetched(session: Session, blob: str) -> int:
    """The status of a download."""
    return browser_of(session).ask("GET", f"/api/blobs/{blob}/content").status_code


def who_gets(regenboog: Regenboog, blob: str) -> set[str]:
    """Everybody who may fetch a file."""
    return {name for name, session in regenboog.everybody().items() if fetched(session, blob) == 200}


def asked(regenboog: Regenboog, session: Session, circle: str, size: int = 100, blob: str = "") -> str:
    """The code of what beginning a file meets; "" if nothing."""
    body = BlobBegin(id=blob or b64(fresh(16)), circle=circle, size=size)
    return code_of(browser_of(session).ask("POST", "/api/blobs", body))


def test_another_groups_parent_can_not_tell_a_file_from_none(regenboog: Regenboog) -> None:
    blob = posted(regenboog)["blob"]
    for path in ("", "/content"):
        answers = [browser_of(regenboog.jeroen).ask("GET", f"/api/blobs/{one}{path}") for one in (blob, NOBODYS, "x")]
        assert code_of(answers[0]) == "not-found"
        assert same(answers)
    answers = [browser_of(regenboog.jeroen).ask("DELETE", f"/api/blobs/{one}") for one in (blob, NOBODYS)]
    assert same(answers)
    ranged = [browser_of(regenboog.jeroen).ask("GET", f"/api/blobs/{one}/content", Range="bytes=0-9", If_None_Match="*")
              for one in (blob, NOBODYS)]  # fmt: skip
    assert same(ranged)


def test_a_file_is_read_by_who_reads_its_record(regenboog: Regenboog) -> None:
    blob = posted(regenboog)["blob"]
    assert who_gets(regenboog, blob) == {"marga", "sanne", "anna", "peter", "fatima", "koen"}
    stranger = regenboog.school.browser().ask("GET", f"/api/blobs/{blob}/content")
    assert code_of(stranger) == "not-signed-in"


def test_a_letters_file_is_for_its_recipients_only(regenboog: Regenboog) -> None:
    anna = regenboog.anna
    part = blobs.upload(anna, anna.seat().id, TEXT, "text/plain")
    record = letter(anna, [], part)
    assert who_gets(regenboog, part["blob"]) == {"anna"}
    letter(anna, [regenboog.group("3A").team], part, record=record)
    assert who_gets(regenboog, part["blob"]) == {"anna", "sanne", "marga"}


def test_a_letter_that_is_over_takes_its_file_along(regenboog: Regenboog) -> None:
    anna, site = regenboog.anna, regenboog.school.site
    part = blobs.upload(anna, anna.seat().id, TEXT, "text/plain")
    letter(anna, [], part, until=site.now() + 60_000)
    clean(site)
    assert who_gets(regenboog, part["blob"]) == {"anna"}
    regenboog.school.wait(61_000)
    released(regenboog.school)
    assert who_gets(regenboog, part["blob"]) == set()
    assert list(site.storage.list()) == []


def test_a_file_of_news_for_later_waits_for_its_hour(regenboog: Regenboog) -> None:
    sanne, group, site = regenboog.sanne, regenboog.group("3A").group, regenboog.school.site
    part = blobs.upload(sanne, group, TEXT, "text/plain")
    body = {"post": NOBODYS, "title": "Later", "text": "", "published": 0, "files": [part]}
    sanne.write(lambda batch: batch.record(group, "news", body, time=site.now() + 3_600_000), sanne.seat(circle=group))
    assert who_gets(regenboog, part["blob"]) == {"sanne"}
    regenboog.school.wait(3_700_000)
    released(regenboog.school)
    assert "fatima" in who_gets(regenboog, part["blob"])


def test_a_file_nobody_lists_is_its_uploaders_alone(regenboog: Regenboog) -> None:
    part = blobs.upload(regenboog.sanne, regenboog.group("3A").group, TEXT, "text/plain")
    assert who_gets(regenboog, part["blob"]) == {"sanne"}
    half = begin(regenboog.sanne, regenboog.group("3A").group, 100)
    put(regenboog.sanne, half, 0, b"a" * 99)
    assert who_gets(regenboog, half) == set()


def test_nobody_sends_files_into_somebody_elses_circle(regenboog: Regenboog) -> None:
    group, els = regenboog.group("3A"), regenboog.els
    own = regenboog.sanne.seat().id
    assert asked(regenboog, regenboog.anna, group.group) == "not-a-writer"
    for circle in (group.register, own, "A" * 43):
        assert asked(regenboog, regenboog.jeroen, circle) == "not-found", circle
    assert asked(regenboog, els, group.group) in ("not-found", "not-a-writer")
    assert asked(regenboog, regenboog.anna, regenboog.fatima.seat().id) == "not-found"
    assert asked(regenboog, regenboog.anna, regenboog.anna.seat().id) == ""


def test_nobody_takes_over_the_id_of_somebody_elses_file(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    blob = begin(regenboog.sanne, group, 100)
    anna = regenboog.anna.seat().id
    assert asked(regenboog, regenboog.anna, anna, blob=blob) == "conflict"
    assert put(regenboog.anna, blob, 0, b"a" * 100)[0] == "not-found"
    assert code_of(browser_of(regenboog.anna).ask("DELETE", f"/api/blobs/{blob}")) == "not-found"
    assert asked(regenboog, regenboog.sanne, group, 200, blob) == "conflict"
    assert asked(regenboog, regenboog.sanne, regenboog.sanne.seat().id, 100, blob) == "conflict"
    assert put(regenboog.sanne, blob, 0, b"a" * 100) == ("", 100)


def test_a_file_is_not_moved_into_another_circles_record(regenboog: Regenboog) -> None:
    """Neither one's own, sent for 3A, nor one that others sent."""
    marga, groups = regenboog.marga, [regenboog.group(name).group for name in ("3A", "5B")]
    part = blobs.upload(marga, groups[0], TEXT, "text/plain")
    assert refused(lambda: news(marga, groups[1], part)) == "blob-missing"
    foreign = blobs.upload(regenboog.sanne, groups[0], TEXT, "text/plain")
    assert refused(lambda: news(marga, groups[0], foreign)) == "blob-missing"
    assert who_gets(regenboog, part["blob"]) == {"marga"}


def test_whoever_knows_an_id_gets_no_file_by_listing_it(regenboog: Regenboog) -> None:
    """Jeroen heard the id of a file of 3A: a letter to himself that lists it is refused as for one that is nobody's."""
    part = posted(regenboog)
    for blob in (part["blob"], NOBODYS):
        assert refused(lambda one=blob: letter(regenboog.jeroen, [], part | {"blob": one})) == "blob-missing"  # type: ignore[misc]
    assert fetched(regenboog.jeroen, part["blob"]) == 404


def test_whoever_reads_a_file_may_pass_it_on(regenboog: Regenboog) -> None:
    part = posted(regenboog)
    letter(regenboog.anna, [], part)
    letter(regenboog.peter, [regenboog.group("3A").team], part)
    assert "jeroen" not in who_gets(regenboog, part["blob"])


def test_half_a_file_is_not_listed(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    sealed = blobs.seal(TEXT, "text/plain")
    blob = begin(regenboog.sanne, group, len(sealed.data), sealed.part["blob"])
    put(regenboog.sanne, blob, 0, sealed.data[:-1])
    assert refused(lambda: news(regenboog.sanne, group, sealed.part)) == "blob-missing"
    blobs.send(regenboog.sanne, group, sealed)
    news(regenboog.sanne, group, sealed.part)
    assert blobs.download(regenboog.fatima, sealed.part) == TEXT


def test_who_leaves_gets_no_file_any_more(regenboog: Regenboog) -> None:
    part = posted(regenboog)
    regenboog.marga.write(lambda batch: batch.end(regenboog.sanne.seat().id))
    assert fetched(regenboog.sanne, part["blob"]) == 404
    assert asked(regenboog, regenboog.sanne, regenboog.group("3A").group) == "not-found"
    assert fetched(regenboog.fatima, part["blob"]) == 200


def test_too_large_and_too_much_is_refused_before_a_byte_comes(regenboog: Regenboog) -> None:
    anna, limits = regenboog.anna.seat().id, regenboog.school.config.blobs
    mib = 1024 * 1024
    assert asked(regenboog, regenboog.anna, anna, limits.largest * mib + 1) == "blob-too-large"
    assert asked(regenboog, regenboog.anna, anna, 15) == "invalid"
    for _ in range(limits.waiting // limits.largest):
        assert asked(regenboog, regenboog.anna, anna, limits.largest * mib) == ""
    assert asked(regenboog, regenboog.anna, anna, 16) == "quota-full"
    assert asked(regenboog, regenboog.peter, regenboog.peter.seat().id) == ""


def test_the_schools_room_is_one(regenboog: Regenboog, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, peter = regenboog.anna.seat().id, regenboog.peter.seat().id
    monkeypatch.setattr("server.blobs.MIB", 2)  # 100 GiB of room become 200 KiB
    blob = begin(regenboog.anna, anna, 1000)
    regenboog.school.store.write(lambda connection: connection.execute("UPDATE blob_total SET bytes = 204000"))
    assert asked(regenboog, regenboog.peter, peter, 1000) == "quota-full"
    browser_of(regenboog.anna).ask("DELETE", f"/api/blobs/{blob}")
    assert asked(regenboog, regenboog.peter, peter, 1000) == ""


def test_more_than_was_announced_is_refused(regenboog: Regenboog) -> None:
    blob = begin(regenboog.anna, regenboog.anna.seat().id, 100)
    assert put(regenboog.anna, blob, 0, b"a" * 101) == ("wrong-offset", 0)
    assert put(regenboog.anna, blob, 0, b"a" * (1024 * 1024 + 1))[0] in ("wrong-offset", "too-large")
    assert put(regenboog.anna, blob, 0, b"a" * 100) == ("", 100)
    assert put(regenboog.anna, blob, 100, b"a") == ("wrong-offset", 100)


def test_another_site_sends_and_deletes_nothing(regenboog: Regenboog) -> None:
    blob = begin(regenboog.anna, regenboog.anna.seat().id, 100)
    there = {"Origin": "https://evil.example"}
    for method, path, body in (("PUT", f"{blob}/content?at=0", b"a" * 100), ("DELETE", blob, None)):
        answer = browser_of(regenboog.anna).ask(method, f"/api/blobs/{path}", body, **there)
        assert code_of(answer) == "wrong-origin"
    answer = browser_of(regenboog.anna).ask("PUT", f"/api/blobs/{blob}/content?at=0", b"a" * 100)
    assert code_of(answer) == "wrong-type"


RANGES: list[tuple[str, int, Callable[[bytes], bytes]]] = [
    ("bytes=0-9", 206, lambda data: data[:10]),
    ("bytes=90-", 206, lambda data: data[90:]),
    ("bytes=-10", 206, lambda data: data[-10:]),
    ("bytes=-1000", 206, lambda data: data),
    ("bytes=0-", 206, lambda data: data),
    ("bytes=95-1000", 206, lambda data: data[95:]),
    ("bytes=0-0", 206, lambda data: data[:1]),
    ("bytes=99-99", 206, lambda data: data[99:]),
    ("bytes=100-", 416, lambda data: b""),
    ("bytes=1000-2000", 416, lambda data: b""),
    ("bytes=-0", 416, lambda data: b""),
    ("bytes=9-5", 200, lambda data: data),
    ("bytes=0-9,20-29", 200, lambda data: data),
    ("bytes=a-b", 200, lambda data: data),
    ("bytes=", 200, lambda data: data),
    ("chunks=0-9", 200, lambda data: data),
    ("bytes=0-" + "9" * 5000, 200, lambda data: data),
    ("bytes=\u0661-\u0662", 200, lambda data: data),
]


@pytest.mark.parametrize(("span", "status", "part"), RANGES)
def test_ranges(regenboog: Regenboog, span: str, status: int, part: Callable[[bytes], bytes]) -> None:
    data = bytes(range(100))
    blob = begin(regenboog.anna, regenboog.anna.seat().id, 100)
    put(regenboog.anna, blob, 0, data)
    answer = browser_of(regenboog.anna).ask("GET", f"/api/blobs/{blob}/content", Range=span.encode().decode("latin-1"))
    assert answer.status_code == status
    assert status == 416 or answer.data == part(data)
    assert answer.content_length == len(answer.data)
    assert ("Content-Range" in answer.headers) == (status in (206, 416))


def test_what_has_not_changed_is_not_sent_again(regenboog: Regenboog) -> None:
    blob = begin(regenboog.anna, regenboog.anna.seat().id, 100)
    put(regenboog.anna, blob, 0, bytes(100))
    browser, path = browser_of(regenboog.anna), f"/api/blobs/{blob}/content"
    first = browser.ask("GET", path)
    assert "immutable" in first.headers["Cache-Control"]
    assert "private" in first.headers["Cache-Control"]
    again = browser.ask("GET", path, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    for tag, status in ((first.headers["ETag"], 206), ('"other"', 200)):
        assert browser.ask("GET", path, Range="bytes=0-9", If_Range=tag).status_code == status
    assert (browser.ask("HEAD", path).content_length, browser.ask("HEAD", path).data) == (100, b"")


def test_a_server_can_not_swap_cut_or_mix_files(regenboog: Regenboog) -> None:
    one, other = posted(regenboog), posted(regenboog)
    sealed = {part["blob"]: browser_of(regenboog.anna).ask("GET", f"/api/blobs/{part['blob']}/content").data
              for part in (one, other)}  # fmt: skip
    own, foreign = sealed[one["blob"]], sealed[other["blob"]]
    step = 65_536 + 16
    for lie in (foreign, own[:-step], own[step:], own[:step] + foreign[step:], own[step : 2 * step] + own[:step]):
        with pytest.raises(CryptoError):
            blobs.unseal(one, lie)


def test_key_and_name_of_a_file_are_nowhere_on_the_wire(regenboog: Regenboog) -> None:
    part = blobs.upload(regenboog.sanne, regenboog.group("3A").group, TEXT, "text/kanarie", "kanarie.txt")
    news(regenboog.sanne, regenboog.group("3A").group, part)
    said = b"".join(wire(regenboog).values())
    assert part["blob"].encode() in said
    assert [word for word in (part["key"], part["hash"], "kanarie.txt", "text/kanarie") if word.encode() in said] == []
    files = b"".join(path.read_bytes() for path in regenboog.school.config.server.data.rglob("*") if path.is_file())
    assert b"Zwemmen" not in files


def released(school: TestSchool) -> None:
    """What the server does every few seconds."""
    release_due(school.site)
    clean(school.site)
