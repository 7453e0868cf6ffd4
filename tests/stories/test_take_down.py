"""Story 9: consent is withdrawn, and what shows the child is gone from everybody else within the minute.

P1 Mila alone, P2 Mila and Noor, P3 a crowd with nobody marked, P4 downloaded by Anna's family before.
"""

from __future__ import annotations

import pytest

from server.blobs import clean
from sync.client import albums, blobs, consents, downloads, takeaway, takedown
from sync.client.albums import File
from sync.client.session import Session
from sync.errors import Refused
from tests.attacks.test_blobs import who_gets
from tests.stories.cast import Regenboog
from tests.stories.crawl import wire
from tests.stories.photos import shown
from tests.stories.test_sick_note import child_of, sync

PHOTOS = {"P1": ("Mila",), "P2": ("Mila", "Noor"), "P3": (), "P4": ("Mila",)}
FAMILY = {"fatima", "koen", "sanne", "marga"}
GROUP = FAMILY | {"anna", "peter"}
YES, NO = {"album": 1}, {"album": 0}


def published(regenboog: Regenboog) -> str:
    """The album that all of 3A sees, once everybody said yes; returns its id."""
    for name, first in (("fatima", "Mila"), ("koen", "Mila"), ("anna", "Noor"), ("peter", "Noor")):
        session: Session = getattr(regenboog, name)
        consents.answer(session, child_of(session, first), YES)
    sanne = regenboog.sanne
    sanne.sync()
    album = albums.draft(sanne, regenboog.group("3A").group, "Naar het bos")
    for caption, firsts in PHOTOS.items():
        marks = [child_of(sanne, first) for first in firsts]
        albums.add(sanne, album, File(caption.encode() * 2000, caption.encode() * 9), caption, marks=marks)
    assert albums.publish(sanne, album) == []
    sync(regenboog)
    return album


def photo(session: Session, caption: str) -> str:
    """The id of a photo, by its caption."""
    return next(str(i.body["photo"]) for i in session.replica.of_kind("photo") if i.body["caption"] == caption)


def blob(session: Session, caption: str) -> str:
    """The file of a photo, by its caption."""
    return next(str(i.body["blob"]) for i in session.replica.of_kind("photo") if i.body["caption"] == caption)


def withdraw(regenboog: Regenboog) -> None:
    """Fatima says no; then everybody looks, and juf Sanne's client does what there is to do."""
    consents.answer(regenboog.fatima, child_of(regenboog.fatima, "Mila"), NO)
    regenboog.sanne.sync()
    takedown.top_up(regenboog.sanne)
    consents.top_up(regenboog.sanne)
    sync(regenboog)


def seeing(regenboog: Regenboog, caption: str) -> set[str]:
    """Whose copies have a photo."""
    return {name for name, session in regenboog.everybody().items() if caption in shown(session)}


def test_withdrawn_it_is_gone_from_everybody_else(regenboog: Regenboog) -> None:
    """P1, P2 and P4 are for the family and the team alone; P3, where nobody is marked, stays."""
    published(regenboog)
    files = {caption: blob(regenboog.sanne, caption) for caption in PHOTOS}
    assert {caption: seeing(regenboog, caption) for caption in PHOTOS} == dict.fromkeys(PHOTOS, GROUP)
    consents.answer(regenboog.fatima, child_of(regenboog.fatima, "Mila"), NO)
    for name in ("anna", "peter"):
        getattr(regenboog, name).sync()
        assert shown(getattr(regenboog, name)) == {"P3"}
    assert {caption: who_gets(regenboog, one) for caption, one in files.items()} == {
        caption: GROUP if caption == "P3" else FAMILY for caption in PHOTOS
    }
    told = {name for name, data in wire(regenboog).items() if files["P1"].encode() in data}
    assert told == FAMILY


def test_the_other_parents_yes_does_not_bring_it_back(regenboog: Regenboog) -> None:
    """Koen said yes and says it again: he sees the outcome, and the photos as before; nobody else does."""
    published(regenboog)
    withdraw(regenboog)
    mila = child_of(regenboog.koen, "Mila")
    consents.answer(regenboog.koen, mila, YES)
    sync(regenboog)
    assert consents.outcome(regenboog.koen, mila)["album"] == 0
    assert {caption: seeing(regenboog, caption) for caption in ("P1", "P2")} == {"P1": FAMILY, "P2": FAMILY}


def test_made_unrecognizable_it_is_there_again_for_all_and_the_old_one_nowhere(regenboog: Regenboog) -> None:
    album = published(regenboog)
    old = blob(regenboog.sanne, "P2")
    withdraw(regenboog)
    sanne, mila = regenboog.sanne, child_of(regenboog.fatima, "Mila")
    assert (photo(sanne, "P2"), mila) in takedown.tasks(sanne)
    part = blobs.upload(sanne, regenboog.group("3A").group, b"blurred" * 900, "image/jpeg")
    takedown.replace(sanne, photo(sanne, "P2"), mila, {**part, "thumb": part}, old)
    sync(regenboog)
    assert seeing(regenboog, "P2") == GROUP
    new = downloads.allowed(regenboog.anna, album)
    assert b"blurred" * 900 in [blobs.download(regenboog.anna, item.body) for item in new]
    before = set(regenboog.school.site.storage.list())
    clean(regenboog.school.site)
    assert who_gets(regenboog, old) == set()
    assert len(before) - len(set(regenboog.school.site.storage.list())) == 2, "the old picture and its small one"
    assert (photo(sanne, "P2"), mila) not in takedown.tasks(sanne)


def test_two_children_hidden_on_one_photo(regenboog: Regenboog) -> None:
    """The picture that hides Noor was made from the one that shows Mila: it does not bring her face back."""
    published(regenboog)
    consents.answer(regenboog.anna, child_of(regenboog.anna, "Noor"), NO)
    withdraw(regenboog)
    sanne, old = regenboog.sanne, blob(regenboog.sanne, "P2")
    mila, noor = (child_of(sanne, first) for first in ("Mila", "Noor"))
    first, second = (
        blobs.upload(sanne, regenboog.group("3A").group, text * 900, "image/jpeg") for text in (b"one", b"two")
    )
    takedown.replace(sanne, photo(sanne, "P2"), mila, {**first, "thumb": first}, old)
    with pytest.raises(Refused, match="picture-changed"):
        takedown.replace(sanne, photo(sanne, "P2"), noor, {**second, "thumb": second}, old)
    sync(regenboog)
    assert (blob(sanne, "P2"), (photo(sanne, "P2"), noor) in takedown.tasks(sanne)) == (first["blob"], True)
    takedown.replace(sanne, photo(sanne, "P2"), noor, {**second, "thumb": second}, str(first["blob"]))
    sync(regenboog)
    assert seeing(regenboog, "P2") == GROUP


def test_an_old_press_gives_nothing_back(regenboog: Regenboog) -> None:
    """Sanne says in a tunnel that Mila is not on P3; the office said so before, and Koen took it away once more."""
    published(regenboog)
    koen, sanne, marga, mila = regenboog.koen, regenboog.sanne, regenboog.marga, child_of(regenboog.koen, "Mila")
    [record] = [item.id for item in koen.replica.of_kind("photo") if item.body["caption"] == "P3"]
    takeaway.withhold(koen, [record], mila)
    sync(regenboog)
    p3, before = photo(sanne, "P3"), takedown.settled(sanne, photo(sanne, "P3"), mila)
    takedown.give_back(marga, p3, mila)
    takeaway.withhold(koen, [record], mila)
    takedown.give_back(sanne, p3, mila, before)
    sync(regenboog)
    assert seeing(regenboog, "P3") == FAMILY
    takedown.give_back(sanne, p3, mila, takedown.settled(sanne, p3, mila))
    sync(regenboog)
    assert seeing(regenboog, "P3") == GROUP


def test_who_is_in_the_crowd_says_so_and_staff_look(regenboog: Regenboog) -> None:
    """P3: Koen says that Mila is on it. Away meanwhile; juf Sanne sees that she is not, and gives it back."""
    published(regenboog)
    koen, sanne, mila = regenboog.koen, regenboog.sanne, child_of(regenboog.koen, "Mila")
    [record] = [item.id for item in koen.replica.of_kind("photo") if item.body["caption"] == "P3"]
    takeaway.withhold(koen, [record], mila)
    sync(regenboog)
    assert seeing(regenboog, "P3") == FAMILY
    takedown.top_up(sanne)
    assert takedown.tasks(sanne) == [(photo(sanne, "P3"), mila)]
    takedown.give_back(sanne, photo(sanne, "P3"), mila)
    takedown.top_up(sanne)
    sync(regenboog)
    assert seeing(regenboog, "P3") == GROUP
    assert [item.body["done"] for item in koen.replica.of_kind("taken")] == ["kept"]


def test_what_was_downloaded_is_counted_and_asked_back(regenboog: Regenboog) -> None:
    """P4: Fatima is told that one family has it, not which; staff see which; Anna is asked to throw it away, once."""
    album = published(regenboog)
    for name in ("anna", "peter", "koen"):
        downloads.fetch(getattr(regenboog, name), album, [photo(regenboog.sanne, "P4")])
    withdraw(regenboog)
    withdraw(regenboog)
    p4 = photo(regenboog.sanne, "P4")
    fatima, noor = regenboog.fatima, child_of(regenboog.anna, "Noor")
    assert [item.body["families"] for item in fatima.replica.of_kind("taken") if item.body["photo"] == p4] == [1]
    assert list(fatima.replica.of_kind("fetched")) == []
    seats = takedown.downloaded(regenboog.sanne, p4, child_of(fatima, "Mila"))
    assert {circle for seat in seats for circle in seat.circles} == {noor}
    for name, asked in (("anna", [p4]), ("peter", [p4]), ("koen", []), ("fatima", []), ("jeroen", [])):
        session: Session = getattr(regenboog, name)
        assert [item.body["photo"] for item in session.replica.of_kind("erase")] == asked, name


def test_a_new_photo_of_her_is_not_published(regenboog: Regenboog) -> None:
    """Its maker hears that there is no consent; not whose, not why. With a yes it goes out; nothing old returns."""
    album = published(regenboog)
    withdraw(regenboog)
    sanne, mila = regenboog.sanne, child_of(regenboog.fatima, "Mila")
    new = albums.add(sanne, album, File(b"new" * 2000, b"new"), "P5", marks=[mila])
    assert albums.publish(sanne, album) == [new]
    consents.answer(regenboog.fatima, mila, YES)
    sync(regenboog)
    assert seeing(regenboog, "P1") == FAMILY
    assert albums.publish(sanne, album) == []
    sync(regenboog)
    assert seeing(regenboog, "P5") == GROUP


def test_shredded_it_is_gone_for_the_family_too(regenboog: Regenboog) -> None:
    published(regenboog)
    withdraw(regenboog)
    old = blob(regenboog.sanne, "P1")
    takedown.shred(regenboog.sanne, photo(regenboog.sanne, "P1"))
    sync(regenboog)
    clean(regenboog.school.site)
    assert seeing(regenboog, "P1") == set()
    assert who_gets(regenboog, old) == set()
    assert "gone" in [item.body["done"] for item in regenboog.fatima.replica.of_kind("taken")]


def test_withdrawn_on_paper(regenboog: Regenboog) -> None:
    """Omar has no account: the office enters his no, and what shows Yara is gone in the same breath."""
    yara = next(i.circle for i in regenboog.sanne.replica.of_kind("profile") if i.body.get("first") == "Yara")
    [omar] = consents.custody(regenboog.marga, yara)
    consents.enter(regenboog.marga, yara, omar, YES)
    sanne = regenboog.sanne
    sanne.sync()
    album = albums.draft(sanne, regenboog.group("3A").group, "Op het plein")
    albums.add(sanne, album, File(b"yara" * 2000, b"yara"), "Yara", marks=[yara])
    assert albums.publish(sanne, album) == []
    sync(regenboog)
    consents.enter(regenboog.marga, yara, omar, NO)
    sync(regenboog)
    assert seeing(regenboog, "Yara") == {"sanne", "marga"}


def test_where_each_sees_their_own_child_every_copy_goes(regenboog: Regenboog) -> None:
    """Mila stands on a photo that Noor's parents see in their own album: staff's client takes that copy along."""
    published(regenboog)
    sanne = regenboog.sanne
    album = albums.draft(sanne, regenboog.group("3A").group, "Portretten", scope="own")
    marks = [child_of(sanne, first) for first in ("Mila", "Noor")]
    albums.add(sanne, album, File(b"pair" * 2000, b"pair"), "Samen", marks=marks)
    assert albums.publish(sanne, album) == []
    sync(regenboog)
    assert "anna" in seeing(regenboog, "Samen")
    withdraw(regenboog)
    assert seeing(regenboog, "Samen") == FAMILY


def test_a_photo_that_is_gone_meanwhile_does_not_save_the_others(regenboog: Regenboog) -> None:
    """Fatima's phone still has P1, which juf Sanne has just thrown away; P2 and P4 go all the same."""
    published(regenboog)
    sanne, fatima, mila = regenboog.sanne, regenboog.fatima, child_of(regenboog.fatima, "Mila")
    albums.remove(sanne, photo(sanne, "P1"))
    known = [item.id for item in takeaway.photos_of(fatima, mila)]
    assert len(takeaway.withhold(fatima, known, mila)) == 2
    regenboog.anna.sync()
    assert shown(regenboog.anna) == {"P3"}


def test_alone_in_her_own_album_she_stays(regenboog: Regenboog) -> None:
    """What only her own family sees needs no consent, and is nothing for staff to see to."""
    published(regenboog)
    sanne, mila = regenboog.sanne, child_of(regenboog.sanne, "Mila")
    album = albums.draft(sanne, regenboog.group("3A").group, "Werkjes", scope="own")
    albums.add(sanne, album, File(b"work" * 2000, b"work"), "Werkje", marks=[mila])
    assert albums.publish(sanne, album) == []
    sync(regenboog)
    withdraw(regenboog)
    assert seeing(regenboog, "Werkje") == FAMILY
    assert (photo(sanne, "Werkje"), mila) not in takedown.tasks(sanne)


@pytest.mark.parametrize("name", ["anna", "els", "ad"])
def test_nobody_learns_of_it_from_the_outcome(regenboog: Regenboog, name: str) -> None:
    """Who reads nothing of Mila gets no word of what became of her photos."""
    published(regenboog)
    withdraw(regenboog)
    session: Session = getattr(regenboog, name)
    kinds = {item.kind for item in session.replica.items.values() if item.circle == child_of(regenboog.fatima, "Mila")}
    assert kinds == set()
    assert list(session.replica.of_kind("taken")) == []
