"""What is not visible does not exist: the same bytes, for every endpoint and every role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crypto.encoding import b64
from crypto.envelope import seal_letter, seal_record
from crypto.random import fresh
from sync.client import account, news
from sync.client.session import Session
from sync.messages import Entries, Entry, Record
from tests.server.school import Cast, browser_of, code_of

NOBODYS = "A" * 43
READING: list[Callable[[str], str]] = [
    lambda circle: f"/api/circles/{circle}/past",
    lambda circle: f"/api/circles/{circle}/past?before=3",
    lambda circle: f"/api/circles/{circle}/readers",
]


def circles_of(cast: Cast) -> dict[str, str]:
    """Circles by what they are, as the office knows them."""
    found = {circle.kind: circle.id for circle in cast.marga.replica.circles.values()}
    mine = {seat.circles for seat in cast.marga.replica.trust.seats.values() if seat.id in cast.anna.replica.seats()}
    own = {circle for circles in mine for circle in circles}
    found["child"] = next(circle.id for circle in cast.marga.replica.circles.values()
                          if circle.kind == "child" and circle.id not in own)  # fmt: skip
    return found


def same(answers: list[Any]) -> bool:
    """Whether answers are the same to the byte."""
    return len({(one.status_code, one.data, str(one.headers)) for one in answers}) == 1


@pytest.mark.parametrize("kind", ["desk", "register", "child", "office", "team", "quiet"])
def test_a_parent_can_not_tell_a_hidden_circle_from_none(cast: Cast, kind: str) -> None:
    hidden = circles_of(cast)[kind]
    for path in READING:
        answers = [browser_of(cast.anna).ask("GET", path(circle)) for circle in (hidden, NOBODYS, "x")]
        assert code_of(answers[0]) == "not-found"
        assert same(answers)


@pytest.mark.parametrize("kind", ["desk", "register", "child", "quiet"])
def test_nor_by_writing_into_it(cast: Cast, kind: str) -> None:
    hidden = circles_of(cast)[kind]
    answers = [post(cast.anna, record_in(cast.anna, circle)) for circle in (hidden, NOBODYS)]
    assert code_of(answers[0]) == "not-found"
    assert same(answers)


@pytest.mark.parametrize("kind", ["desk", "register", "child", "quiet"])
def test_nor_by_a_letter_to_it(cast: Cast, kind: str) -> None:
    hidden = circles_of(cast)[kind]
    answers = [post(cast.anna, letter_to(cast.anna, circle)) for circle in (hidden, NOBODYS)]
    assert code_of(answers[0]) == "not-found"
    assert same(answers)


def test_a_teacher_does_not_see_the_offices_desk(cast: Cast) -> None:
    desk = circles_of(cast)["desk"]
    answers = [browser_of(cast.sanne).ask("GET", path(circle)) for path in READING[:1] for circle in (desk, NOBODYS)]
    assert same(answers)
    assert code_of(answers[0]) == "not-found"


def test_an_outsider_can_not_tell_anything_apart(cast: Cast) -> None:
    for path in READING:
        answers = [cast.school.browser().ask("GET", path(circle)) for circle in (cast.group.group, NOBODYS)]
        assert same(answers)
        assert code_of(answers[0]) == "not-signed-in"


def test_devices_of_others_do_not_exist(cast: Cast) -> None:
    other = browser_of(cast.sanne).ask("GET", "/api/session").json
    assert other is not None
    answers = [browser_of(cast.anna).ask("DELETE", f"/api/devices/{one}") for one in (other["device"], "A" * 22)]
    assert same(answers)


def test_no_page_of_sync_names_what_one_does_not_see(cast: Cast) -> None:
    news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    fresh_copy = account.login(cast.school.browser(), "anna@example.org", "purple rain")
    seen = browser_of(fresh_copy).ask("GET", "/api/sync?cursor=")
    hidden = circles_of(cast)
    assert seen.json is not None
    named = {one["circle"] for part in ("links", "records", "joined") for one in seen.json[part]}
    assert named.isdisjoint({hidden["desk"], hidden["register"], hidden["child"], hidden["quiet"]})
    assert hidden["child"] not in seen.text, "the log shows everybody the circles of the charter and groups only"
    assert cast.letters["Jeroen"].replace(" ", "") not in seen.text


def test_an_id_stays_its_first_authors(cast: Cast) -> None:
    """record_id_hijack: the teacher can't take over the id of an item of the office's."""
    post_id = news.post(cast.marga, [cast.group.group], "Zwemmen", "Dinsdag")
    cast.sanne.sync()
    item = news.posts(cast.sanne, post_id)[0]
    batch = cast.sanne.batch()
    batch.record(item.circle, "news", {"text": "other"}, replaces=item)
    assert code_of(post(cast.sanne, batch.entries)) == "wrong-author"
    batch = cast.sanne.batch()
    batch.record(item.circle, "news", {"text": "other"}, record_id=item.id)
    assert code_of(post(cast.sanne, batch.entries)) in ("wrong-author", "stale-revision")


def record_in(session: Session, circle: str) -> Entry:
    """A record for a circle that its author does not see."""
    sealed = seal_record(session.identity.signing, fresh(32), head(session, circle), b"{}")
    return Entry(record=Record(**sealed))


def letter_to(session: Session, circle: str) -> Entry:
    """A letter to a circle that its author does not see."""
    own = session.replica.circles[session.seat().id]
    to = [(f"c:{own.id}", own.head["epoch"], own.head["box"]), (f"c:{circle}", 1, own.head["box"])]
    sealed = seal_letter(session.identity.signing, {**head(session, own.id), "kind": "receipt"}, b"{}", to)
    boxes = [(str(ref), int(epoch), str(box)) for ref, epoch, box in sealed["boxes"]]
    return Entry(record=Record(**{**sealed, "boxes": boxes}))


def head(session: Session, circle: str) -> dict[str, Any]:
    """The head of a first record."""
    epoch = session.replica.circles[circle].head["epoch"] if circle in session.replica.circles else 1
    return {"author": session.person, "blobs": [], "circle": circle, "epoch": epoch, "id": b64(fresh(16)),
            "kind": "news", "replaces": "", "revision": 1, "seat": session.seat().id, "seen": [],
            "time": session.clock()}  # fmt: skip


def post(session: Session, *entries: Any) -> Any:
    """The answer to entries, sent as they are."""
    flat = [one for entry in entries for one in (entry if isinstance(entry, list) else [entry])]
    return browser_of(session).ask("POST", "/api/entries", Entries(entries=flat))
