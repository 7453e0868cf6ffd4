"""Appending: all or nothing, in order, once; and what the rules refuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from werkzeug.test import TestResponse

from crypto.encoding import b64
from crypto.random import fresh
from crypto.token import new_token, read_token
from server.releases import release_due
from sync.batch import Batch
from sync.chains import Item
from sync.client import account, news, office
from sync.client.session import Session
from sync.messages import Entries, Entry
from tests.server.school import Cast, browser_of, code_of

BODY = {"post": "x", "title": "Zwemmen", "text": "Dinsdag"}


def post(session: Session, entries: list[Entry]) -> TestResponse:
    """The answer to entries, sent as they are."""
    return browser_of(session).ask("POST", "/api/entries", Entries(entries=entries))


def built(session: Session, build: Callable[[Batch], object], role: str = "") -> list[Entry]:
    """The entries of a batch that is not sent."""
    session.sync()
    batch = session.batch(session.seat(role))
    build(batch)
    return batch.entries


def news_of(cast: Cast, session: Session, role: str = "", record: str = "") -> list[Entry]:
    """A news item in the group, by somebody."""
    return built(session, lambda batch: batch.record(cast.group.group, "news", BODY, record), role)


def altered(entry: Entry, **fields: Any) -> Entry:
    """The entry with other fields in its record or link."""
    if entry.record:
        return Entry(record=msgspec.structs.replace(entry.record, **fields))
    assert entry.link
    return Entry(link=msgspec.structs.replace(entry.link, **fields))


def test_a_record_reaches_the_other_readers(cast: Cast) -> None:
    news.post(cast.sanne, [cast.group.group], "Zwemmen", "Dinsdag")
    cast.anna.sync()
    assert [item.body["title"] for item in news.news(cast.anna)] == ["Zwemmen"]
    assert cast.anna.replica.alarms == []


def test_the_same_entries_again_get_the_same_answer(cast: Cast) -> None:
    entries = news_of(cast, cast.sanne)
    first, second = post(cast.sanne, entries), post(cast.sanne, entries)
    assert first.status_code == 200
    assert first.data == second.data


def test_the_same_record_sealed_again_gets_the_stored_answer(cast: Cast) -> None:
    record = b64(fresh(16))
    news_of(cast, cast.sanne)
    first = post(cast.sanne, news_of(cast, cast.sanne, record=record)).json
    again = post(cast.sanne, news_of(cast, cast.sanne, record=record)[-1:]).json
    assert first is not None
    assert again is not None
    assert first["results"][-1] == again["results"][-1]


def test_acts_and_links_again_get_the_same_answer(cast: Cast) -> None:
    token = read_token(new_token())
    entries = built(cast.marga, lambda batch: invite(cast, batch, token), "office")
    first, second = post(cast.marga, entries), post(cast.marga, entries)
    assert (first.status_code, first.data) == (200, second.data)


def test_one_bad_entry_undoes_all(cast: Cast) -> None:
    good = news_of(cast, cast.sanne)
    bad = altered(good[-1], signature=b64(bytes(64)))
    assert code_of(post(cast.sanne, [*good, bad])) == "tampered"
    unknown = built(cast.sanne, lambda batch: batch.record(cast.group.group, "nonsense", BODY))
    assert code_of(post(cast.sanne, [*good, unknown[-1]])) == "unknown-kind"
    cast.anna.sync()
    assert news.news(cast.anna) == []


@pytest.mark.parametrize("entry", [{}, {"mac": "AAAA"}, {"act": None, "link": None, "record": None}])
def test_an_entry_is_exactly_one_thing(cast: Cast, entry: dict[str, Any]) -> None:
    answer = browser_of(cast.anna).ask("POST", "/api/entries", {"entries": [entry]})
    assert code_of(answer) == "invalid"


def test_a_record_under_an_old_epoch_is_stale(cast: Cast) -> None:
    assert post(cast.sanne, news_of(cast, cast.sanne)).status_code == 200
    old = news_of(cast, cast.sanne)
    account.join(cast.school.browser(), cast.letters["Jeroen"], "jeroen", "pass phrase")
    cast.sanne.sync()
    assert post(cast.sanne, news_of(cast, cast.sanne)).status_code == 200
    answer = post(cast.sanne, old[-1:])
    assert code_of(answer) == "stale-epoch"
    assert answer.json is not None
    assert answer.json["epoch"] > 1


def test_the_loser_of_a_race_for_the_school_log_is_told(cast: Cast) -> None:
    one = built(cast.marga, lambda batch: invite(cast, batch, read_token(new_token())), "office")
    two = built(cast.marga, lambda batch: invite(cast, batch, read_token(new_token())), "office")
    assert post(cast.marga, one).status_code == 200
    assert code_of(post(cast.marga, two)) == "stale-tip"


def test_the_loser_of_a_race_for_a_circle_gets_the_winners_hash(cast: Cast) -> None:
    one = built(cast.marga, lambda batch: batch.exchange(cast.group.parents, [cast.anna.seat().id], []), "office")
    two = built(cast.marga, lambda batch: batch.exchange(cast.group.parents, [cast.anna.seat().id], []), "office")
    assert post(cast.marga, one).status_code == 200
    answer = post(cast.marga, two)
    cast.marga.sync()
    assert answer.json is not None
    newest = cast.marga.replica.circles[cast.group.parents].hash
    assert (answer.json["code"], answer.json["hash"]) == ("stale-link", newest)


def test_the_loser_of_a_race_for_a_record_gets_the_newest_revision(cast: Cast) -> None:
    item = _posted(cast)
    first, second = (_changed(cast, item) for _ in "12")
    assert post(cast.sanne, first).json == post(cast.sanne, first).json, "the same again, the same answer"
    third = built(cast.marga, lambda batch: batch.record(item.circle, "news", BODY, replaces=item), "office")
    for answer in (post(cast.sanne, second), post(cast.marga, third)):
        assert answer.json is not None
        assert (answer.json["code"], answer.json["revision"]) == ("stale-revision", 2), "another device is no other"


def test_a_batch_with_a_change_that_lost_its_race_leaves_nothing(cast: Cast) -> None:
    item = _posted(cast)
    slow = built(cast.sanne, lambda batch: (batch.record(item.circle, "news", BODY), batch.delete(item)))
    assert post(cast.sanne, _changed(cast, item)).status_code == 200
    assert code_of(post(cast.sanne, slow)) == "stale-revision"
    cast.sanne.sync()
    assert [one.body for one in news.news(cast.sanne)] == [BODY]


def _posted(cast: Cast) -> Item:
    post_id = news.post(cast.sanne, [cast.group.group], "Zwemmen", "Dinsdag")
    return news.posts(cast.sanne, post_id)[0]


def _changed(cast: Cast, item: Item) -> list[Entry]:
    return built(cast.sanne, lambda batch: batch.record(item.circle, "news", BODY, replaces=item))


def test_a_deletion_takes_the_ciphertext_and_leaves_the_place(cast: Cast) -> None:
    post_id = news.post(cast.sanne, [cast.group.group], "Zwemmen", "Dinsdag")
    cast.anna.sync()
    news.delete(cast.sanne, post_id)
    cast.anna.sync()
    assert news.news(cast.anna) == []
    assert cast.anna.replica.alarms == []


def test_a_parent_writes_no_news(cast: Cast) -> None:
    assert code_of(post(cast.anna, news_of(cast, cast.anna))) == "not-a-writer"


def test_nobody_posts_what_somebody_else_signed(cast: Cast) -> None:
    assert code_of(post(cast.anna, news_of(cast, cast.sanne))) == "wrong-author"


def test_a_parent_invites_nobody(cast: Cast) -> None:
    token = read_token(new_token())
    entries = built(cast.anna, lambda batch: batch.act("end", seat_of=cast.sanne.seat().id))
    assert code_of(post(cast.anna, entries)) == "not-allowed"
    entries = built(cast.anna, lambda batch: invite(cast, batch, token))
    assert code_of(post(cast.anna, entries)) in ("not-a-manager", "not-allowed")


def test_an_invitation_needs_its_seat_and_its_mac(cast: Cast) -> None:
    token = read_token(new_token())
    entries = built(cast.marga, lambda batch: invite(cast, batch, token), "office")
    acts = [entry for entry in entries if entry.act]
    bare = [msgspec.structs.replace(entry, mac="") for entry in entries]
    assert code_of(post(cast.marga, acts)) == "bad-act"
    assert code_of(post(cast.marga, bare)) == "bad-act"
    assert post(cast.marga, entries).status_code == 200


def test_a_link_brings_a_grant_for_each_new_reader_and_for_nobody_else(cast: Cast) -> None:
    entries = built(cast.marga, lambda batch: batch.start("team", [_office(cast)], [_office(cast)], []), "office")
    link = entries[0].link
    assert link is not None
    stranger = {**link.grants, f"c:{cast.group.team}": "AAAA"}
    assert code_of(post(cast.marga, [altered(entries[0], grants={})])) == "bad-readers"
    assert code_of(post(cast.marga, [altered(entries[0], grants=stranger)])) == "bad-readers"


def test_a_reader_list_must_fit_the_signed_hash(cast: Cast) -> None:
    entries = built(cast.marga, lambda batch: batch.start("team", [_office(cast)], [_office(cast)], []), "office")
    for readers in ([], [{}], [{"ref": "c:x"}], [{"ref": 7, "box": 7, "hash": 7, "from": "", "until": ""}]):
        assert code_of(post(cast.marga, [altered(entries[0], readers=readers)])) == "bad-readers"


def test_a_new_epoch_of_an_open_circle_brings_its_history(cast: Cast) -> None:
    entries = built(cast.marga, lambda batch: batch.exchange(cast.group.parents, [cast.anna.seat().id], []), "office")
    assert code_of(post(cast.marga, [altered(entries[-1], history="")])) == "bad-link"


def test_an_ended_seat_reads_and_writes_nothing_from_that_moment(cast: Cast) -> None:
    written = news_of(cast, cast.sanne)
    office.end_seat(cast.marga, cast.sanne.seat().id)
    assert code_of(post(cast.sanne, written)) == "not-allowed"
    page = browser_of(cast.sanne).ask("GET", f"/api/sync?cursor={cast.sanne.replica.cursor}").json
    assert page is not None
    assert cast.group.group in page["left"]
    assert code_of(browser_of(cast.sanne).ask("GET", f"/api/circles/{cast.group.group}/past")) == "not-found"


def test_a_record_for_later_is_held_until_its_time(cast: Cast) -> None:
    at = cast.school.site.now() + 3_600_000
    news.post(cast.sanne, [cast.group.group], "Morgen", "Pas dan", held=at)
    cast.anna.sync()
    assert news.news(cast.anna) == []
    assert release_due(cast.school.site) == 0
    cast.school.wait(3_600_001)
    assert release_due(cast.school.site) == 1
    cast.anna.sync()
    assert [item.body["title"] for item in news.news(cast.anna)] == ["Morgen"]


def invite(cast: Cast, batch: Batch, token: Any) -> None:
    """A seat and its invitation, as a guardian of nobody."""
    seat = batch.seat(token)
    batch.invite(token, seat, "guardian", [], "localhost:8450", batch.now + 1000)


def _office(cast: Cast) -> str:
    return str(cast.marga.replica.trust.charter["office"])
