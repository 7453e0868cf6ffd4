"""The forest in photos: made by juf Sanne, seen by the families of 3A once it is published, and by nobody else."""

from __future__ import annotations

import pytest

from sync.client import account, albumrecords, albums, blobs, children, consents, downloads, office
from sync.client.albums import File
from sync.client.enrolment import Guardian
from sync.client.session import Session
from sync.errors import Refused
from tests.server.school import browser_of
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire
from tests.stories.test_sick_note import child_of, sync

TITLE, CAPTION = "Kanariebos", "Een kikker in Kanariedorp"
FAMILY = {"anna", "peter", "fatima", "koen", "sanne", "marga"}


def file(text: str) -> File:
    """A picture of which only the bytes matter."""
    return File(text.encode() * 9000, text.encode())


def consent(regenboog: Regenboog, *firsts: str) -> None:
    """All who have custody of some children say yes to albums, on paper, and the office enters it."""
    for first in firsts:
        child = child_of(regenboog.marga, first)
        for seat in consents.custody(regenboog.marga, child):
            consents.enter(regenboog.marga, child, seat, {"album": 1})
    regenboog.sanne.sync()


def begun(regenboog: Regenboog, **options: str) -> str:
    """An album of juf Sanne's for 3A."""
    return albums.draft(regenboog.sanne, regenboog.group("3A").group, TITLE, **options)


def added(regenboog: Regenboog, album: str, text: str, *firsts: str, caption: str = "") -> str:
    """A photo in its draft, with these children on it."""
    marks = [child_of(regenboog.sanne, first) for first in firsts]
    return albums.add(regenboog.sanne, album, file(text), caption, marks=marks)


def seen(regenboog: Regenboog, photo: str) -> set[str]:
    """The names of those whose copies show a photo outside of the draft."""
    sync(regenboog)
    return {name for name, one in regenboog.everybody().items() if albumrecords.copies(one, photo)}


def fetchers(regenboog: Regenboog, part: blobs.Part) -> set[str]:
    """The names of those to whom the server gives the file."""
    path = f"/api/blobs/{part['blob']}/content"
    return {name for name, one in regenboog.everybody().items() if browser_of(one).ask("GET", path).status_code == 200}


def draft_part(session: Session, photo: str) -> blobs.Part:
    """The file of a photo in the draft."""
    return albumrecords.draft_of(session, photo).body


def test_a_draft_is_its_makers_alone(regenboog: Regenboog) -> None:
    consent(regenboog, "Noor")
    album = begun(regenboog)
    photo = added(regenboog, album, "jpeg van Kanarie", "Noor", caption=CAPTION)
    assert readers(regenboog, TITLE, CAPTION) == {TITLE: {"sanne"}, CAPTION: {"sanne"}}
    part = draft_part(regenboog.sanne, photo)
    assert fetchers(regenboog, part) == fetchers(regenboog, part["thumb"]) == {"sanne"}
    assert [name for name, data in wire(regenboog).items() if CAPTION.encode() in data] == []


def test_published_to_the_families_of_the_group_and_nobody_else(regenboog: Regenboog) -> None:
    consent(regenboog, "Noor")
    album = begun(regenboog)
    photo = added(regenboog, album, "jpeg", "Noor", caption=CAPTION)
    assert albums.publish(regenboog.sanne, album) == []
    assert readers(regenboog, TITLE, CAPTION) == {TITLE: FAMILY, CAPTION: FAMILY}
    part = albumrecords.photos(regenboog.fatima, album)[0].body
    assert fetchers(regenboog, part) == fetchers(regenboog, part["thumb"]) == FAMILY
    assert blobs.download(regenboog.koen, part) == b"jpeg" * 9000
    assert (albumrecords.drafts(regenboog.sanne, album), albumrecords.draft_albums(regenboog.sanne, album)) == ([], [])
    assert photo == part["photo"]


def test_who_is_on_it_is_told_to_that_child_only(regenboog: Regenboog) -> None:
    consent(regenboog, "Noor", "Mila")
    album = begun(regenboog)
    photo = added(regenboog, album, "jpeg", "Noor", "Mila")
    albums.publish(regenboog.sanne, album)
    sync(regenboog)
    noor, mila = (child_of(regenboog.sanne, first) for first in ("Noor", "Mila"))
    shown = {name: albumrecords.marked(one, photo) for name, one in regenboog.everybody().items()}
    assert shown["anna"] == shown["peter"] == {noor}
    assert shown["fatima"] == shown["koen"] == {mila}
    assert shown["sanne"] == shown["marga"] == {noor, mila}
    assert shown["els"] == shown["jeroen"] == shown["ad"] == set()
    assert noor not in str(albumrecords.photos(regenboog.fatima, album)[0].body)


def test_without_consent_it_stays_in_the_draft(regenboog: Regenboog) -> None:
    """The photo of two waits for the one; the others are there; who refused or has not answered is told to nobody."""
    consent(regenboog, "Noor")
    album = begun(regenboog)
    alone, both = added(regenboog, album, "een", "Noor"), added(regenboog, album, "twee", "Noor", "Mila")
    crowd = added(regenboog, album, "drie")
    assert albums.publish(regenboog.sanne, album) == [both]
    assert [seen(regenboog, photo) for photo in (alone, both, crowd)] == [FAMILY, set(), FAMILY]
    assert fetchers(regenboog, draft_part(regenboog.sanne, both)) == {"sanne"}
    consent(regenboog, "Mila")
    assert seen(regenboog, both) == set()  # nothing appears by itself
    assert albums.publish(regenboog.sanne, album) == []
    assert seen(regenboog, both) == FAMILY
    assert len(albumrecords.published(regenboog.anna, album)) == 1


def test_each_sees_their_own_child(regenboog: Regenboog) -> None:
    """Alone on a photo for its own family a child needs no consent, two do."""
    consent(regenboog, "Mila")
    album = begun(regenboog, scope="own")
    noor, mila = added(regenboog, album, "een", "Noor"), added(regenboog, album, "twee", "Mila")
    both, nobody = added(regenboog, album, "drie", "Noor", "Mila"), added(regenboog, album, "vier")
    assert set(albums.publish(regenboog.sanne, album)) == {both, nobody}
    staff = {"sanne", "marga"}
    assert seen(regenboog, noor) == {"anna", "peter"} | staff
    assert seen(regenboog, mila) == {"fatima", "koen"} | staff
    orders = [albumrecords.albums(one)[0].body["order"] for one in (regenboog.anna, regenboog.koen)]
    assert orders == [[noor], [mila]]
    assert len(albumrecords.albums(regenboog.sanne)) == 1


def test_whose_letter_lay_at_home_sees_what_was_there_and_who_left_sees_nothing(regenboog: Regenboog) -> None:
    """Omar's child was in the group when the photo was published; Koen's place ends."""
    consent(regenboog, "Noor")
    album = begun(regenboog)
    photo = added(regenboog, album, "jpeg", "Noor", caption=CAPTION)
    albums.publish(regenboog.sanne, album)
    omar = account.join(regenboog.school.browser(), regenboog.papers.tokens["omar"], "omar", "geheim van omar", "phone")
    omar.session.sync()
    (shown,) = albumrecords.photos(omar.session, album)
    assert blobs.download(omar.session, shown.body) == b"jpeg" * 9000
    office.end_seat(regenboog.marga, regenboog.koen.seat("guardian").id)
    assert seen(regenboog, photo) == FAMILY - {"koen"}
    assert fetchers(regenboog, shown.body) == FAMILY - {"koen"}


def test_a_family_sees_photos_from_the_day_its_child_came(regenboog: Regenboog) -> None:
    """Daan comes to 3A: nothing of before, by no way, also when it is edited; all that is published from then on."""
    album, jeroen = begun(regenboog), regenboog.jeroen
    before = added(regenboog, album, "voor")
    albums.publish(regenboog.sanne, album)
    assert seen(regenboog, before) == FAMILY
    (old,) = albumrecords.photos(regenboog.anna, album)
    children.move(regenboog.marga, "4", "5B", "3A")
    albums.describe(regenboog.sanne, before, "nog eens")
    assert (seen(regenboog, before), albumrecords.albums(jeroen)) == (FAMILY, [])
    assert fetchers(regenboog, old.body) == FAMILY
    after = added(regenboog, album, "na")
    albums.publish(regenboog.sanne, album)
    assert (seen(regenboog, before), seen(regenboog, after)) == (FAMILY, FAMILY | {"jeroen"})
    assert [item.body["photo"] for item in albumrecords.photos(jeroen, album)] == [after]
    another = regenboog.login("jeroen")
    another.sync()
    assert [item.body["photo"] for item in albumrecords.photos(another, album)] == [after]


def test_lost_letters_and_new_keys_close_no_window(regenboog: Regenboog) -> None:
    """Peter gets a new letter in place of the one he lost: he sees what he saw."""
    album = begun(regenboog)
    photo = added(regenboog, album, "een")
    albums.publish(regenboog.sanne, album)
    children.end_adult(regenboog.marga, "1", "peter")
    assert seen(regenboog, photo) == FAMILY - {"peter"}
    token = children.add_guardian(regenboog.marga, "1", Guardian("peter2", "Peter"))
    peter = account.join(regenboog.school.browser(), token, "peter2", "geheim van peter", "phone").session
    peter.sync()
    assert [item.body["photo"] for item in albumrecords.photos(peter, album)] == [photo]


def test_an_album_of_the_school_is_for_all_and_a_film_is_a_photo_too(regenboog: Regenboog) -> None:
    """Only the office makes one; whoever hears of downloads is the office as well."""
    school = regenboog.marga.replica.trust.charter["school"]
    with pytest.raises(Refused):
        albums.draft(regenboog.sanne, school, TITLE)
    album = albums.draft(regenboog.marga, school, TITLE)
    film = File(b"mp4" * 90_000, b"frame", "video.mp4", "video/mp4", 640, 360)
    photo = albums.add(regenboog.marga, album, film)
    albums.publish(regenboog.marga, album)
    assert seen(regenboog, photo) == FAMILY | {"els", "jeroen"}
    downloads.fetch(regenboog.jeroen, album)
    sync(regenboog)
    told = {name for name, one in regenboog.everybody().items() if downloads.downloaders(one, album)}
    assert told == {"marga", "jeroen"}
