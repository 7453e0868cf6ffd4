"""What is done with an album afterwards: downloaded as its rule allows, changed, taken back, gone on its last day."""

from __future__ import annotations

from sync.client import albumrecords, albums, downloads
from sync.client.albums import File
from sync.messages import Entries
from tests.server.school import browser_of, code_of
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers
from tests.stories.test_albums import FAMILY, added, begun, consent, fetchers, seen
from tests.stories.test_sick_note import child_of, sync


def two(regenboog: Regenboog, **options: str) -> tuple[str, str, str]:
    """A published album with a photo of Noor and one of Mila."""
    consent(regenboog, "Noor", "Mila")
    album = begun(regenboog, **options)
    photos = added(regenboog, album, "een", "Noor"), added(regenboog, album, "twee", "Mila")
    albums.publish(regenboog.sanne, album)
    sync(regenboog)
    return album, *photos


def test_the_rule_says_what_may_be_downloaded(regenboog: Regenboog) -> None:
    for rule, expected in (("all", [2, 2, 2]), ("own", [1, 1, 2]), ("none", [0, 0, 2])):
        album, _, _ = two(regenboog, download=rule)
        people = (regenboog.anna, regenboog.koen, regenboog.sanne)
        assert [len(downloads.allowed(one, album)) for one in people] == expected


def test_the_team_knows_who_downloaded_and_no_parent_does(regenboog: Regenboog) -> None:
    album, noor, mila = two(regenboog)
    assert downloads.fetch(regenboog.anna, album, [noor]) == {noor: b"een" * 9000}
    downloads.fetch(regenboog.anna, album)
    downloads.fetch(regenboog.sanne, album)
    sync(regenboog)
    shown = {name: downloads.downloaders(one, album) for name, one in regenboog.everybody().items()}
    expected = {regenboog.anna.seat().id: {noor, mila}}
    assert shown["sanne"] == shown["marga"] == shown["anna"] == expected
    assert [name for name, found in shown.items() if found] == ["marga", "sanne", "anna"]


def test_a_photo_that_is_removed_is_gone_for_everybody(regenboog: Regenboog) -> None:
    album, noor, mila = two(regenboog)
    part = albumrecords.copies(regenboog.anna, noor)[0].body
    albums.remove(regenboog.sanne, noor)
    assert seen(regenboog, noor) == set()
    assert seen(regenboog, mila) == FAMILY
    assert fetchers(regenboog, part) == fetchers(regenboog, part["thumb"]) == set()
    assert albumrecords.marked(regenboog.anna, noor) == set()
    assert [item.body["photo"] for item in albumrecords.photos(regenboog.anna, album)] == [mila]


def test_its_words_and_its_order(regenboog: Regenboog) -> None:
    album, noor, mila = two(regenboog)
    albums.describe(regenboog.sanne, mila, "Hutten in Kanariedorp")
    albums.change(regenboog.sanne, album, order=[mila, noor], cover=mila, title="Het Kanariebos")
    sync(regenboog)
    found = albumrecords.photos(regenboog.anna, album)
    assert [item.body["photo"] for item in found] == [mila, noor]
    assert found[0].body["caption"] == "Hutten in Kanariedorp"
    assert fetchers(regenboog, found[0].body) == FAMILY
    assert readers(regenboog, "Het Kanariebos") == {"Het Kanariebos": FAMILY}


def test_a_colleague_adds_to_it(regenboog: Regenboog) -> None:
    """Marga's photo waits in her own draft, then stands after those of Sanne, in the same album."""
    album, noor, mila = two(regenboog)
    marga = regenboog.marga
    third = albums.add(marga, album, File(b"drie", b"3"), marks=[child_of(marga, "Noor")])
    assert seen(regenboog, third) == set()
    assert albums.publish(marga, album) == []
    sync(regenboog)
    assert [item.body["photo"] for item in albumrecords.photos(regenboog.koen, album)] == [noor, mila, third]
    assert len(albumrecords.published(regenboog.koen, album)) == 1


def test_a_draft_beside_it_does_not_bring_back_what_was_changed(regenboog: Regenboog) -> None:
    """Marga begins to add; meanwhile Sanne gives the album another name and a later day; Marga publishes."""
    album, _, _ = two(regenboog, until="2027-07-31")
    marga, sanne = regenboog.marga, regenboog.sanne
    albums.add(marga, album, File(b"drie", b"3"))
    albums.change(sanne, album, title="Het Kanariebos", until="2027-10-31")
    marga.sync()
    assert albums.expire(marga, "2027-08-01") == []
    albums.publish(marga, album)
    sync(regenboog)
    (shown,) = albumrecords.albums(regenboog.anna)
    assert (shown.body["title"], shown.body["until"]) == ("Het Kanariebos", "2027-10-31")


def test_nobody_else_changes_it(regenboog: Regenboog) -> None:
    _, noor, _ = two(regenboog)
    item = albumrecords.copies(regenboog.anna, noor)[0]
    assert [albumrecords.acts(one, item) for one in (regenboog.anna, regenboog.sanne)] == [False, True]
    batch = regenboog.anna.batch()
    batch.delete(item)
    answer = browser_of(regenboog.anna).ask("POST", "/api/entries", Entries(entries=batch.entries))
    assert code_of(answer) == "not-a-writer"
    assert seen(regenboog, noor) == FAMILY


def test_on_its_last_day_it_goes(regenboog: Regenboog) -> None:
    album, noor, _ = two(regenboog, until="2027-07-31")
    part = albumrecords.copies(regenboog.anna, noor)[0].body
    assert albums.expire(regenboog.anna, "2027-08-01") == albums.expire(regenboog.sanne, "2027-07-31") == []
    assert albums.expire(regenboog.sanne, "2027-08-01") == [album]
    sync(regenboog)
    assert [albumrecords.albums(one) for one in regenboog.everybody().values()] == [[]] * 9
    assert fetchers(regenboog, part) == set()


def test_a_hundred_photos_are_published_in_pieces(regenboog: Regenboog) -> None:
    """More than a request holds: each photo goes with its marks, whole or not at all."""
    consent(regenboog, "Noor", "Mila", "Yara")
    album = begun(regenboog)
    marks = [child_of(regenboog.sanne, first) for first in ("Noor", "Mila", "Yara")]
    photos = [albums.add(regenboog.sanne, album, File(b"a", b"b"), at=at + 1, marks=marks) for at in range(100)]
    albums.publish(regenboog.sanne, album)
    sync(regenboog)
    assert [item.body["photo"] for item in albumrecords.photos(regenboog.anna, album)] == photos
    assert len(list(regenboog.sanne.replica.of_kind("mark"))) == 300
