"""The bookshelf: who sees which file, what a family gets and hands in, and that everybody else sees nothing."""

from __future__ import annotations

import pytest

from sync.client import account, blobs, bookshelf, children, handins, office
from sync.client.bookshelf import File, To
from sync.client.enrolment import Guardian
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from tests.stories.cast import Regenboog, password_of
from tests.stories.crawl import readers, wire
from tests.stories.test_sick_note import child_of, sync

CANARY = "Kanarieboek"
PDF = b"%PDF-1.7 kanarie in een bestand"
ALL = {"marga", "sanne", "els", "anna", "peter", "fatima", "koen", "jeroen"}
THIRD = {"marga", "sanne", "anna", "peter", "fatima", "koen"}


def file(name: str = f"{CANARY}.pdf", data: bytes = PDF) -> File:
    """A file with a name that stands nowhere else."""
    return File(name, data)


def seeing(regenboog: Regenboog, word: str = CANARY) -> set[str]:
    """Whose copies show a word; that no answer of the server holds it is checked on the way."""
    found = readers(regenboog, word)[word]
    assert [name for name, data in wire(regenboog).items() if word.encode() in data or PDF in data] == []
    return found


def opening(regenboog: Regenboog, document: str, owner: Session) -> set[str]:
    """Who gets the bytes of a file and opens them, given all that its owner knows of it."""
    part, found = owner.replica.items[document].body["file"], set()
    for name, session in regenboog.everybody().items():
        try:
            assert blobs.download(session, part) == PDF
            found.add(name)
        except Problem as problem:
            assert (problem.status, problem.code) == (404, "not-found")
    return found


@pytest.mark.parametrize("sort", ["school", "group", "child", "team", "staff", "office", "family", "person"])
def test_who_sees_a_file(regenboog: Regenboog, sort: str) -> None:
    """Each place on the shelf has its readers, of the words and of the bytes; nobody else gets any of it."""
    sanne, marga = regenboog.sanne, regenboog.marga
    group, charter = regenboog.group("3A"), marga.replica.trust.charter
    mila = child_of(regenboog.fatima, "Mila")
    team, person = To(circles=(group.team,)), To(people=(regenboog.els.seat().id,))
    owner, place, expected = {
        "school": (marga, charter["school"], ALL),
        "group": (sanne, group.group, THIRD),
        "child": (sanne, mila, {"marga", "sanne", "fatima", "koen"}),
        "team": (sanne, team, {"sanne", "marga"}),
        "staff": (sanne, To(circles=(charter["staff"],)), {"sanne", "els", "marga"}),
        "office": (sanne, To(circles=(charter["office"],)), {"sanne", "marga"}),
        "family": (sanne, bookshelf.family(sanne, mila), {"sanne", "fatima", "koen"}),
        "person": (sanne, person, {"sanne", "els"}),
    }[sort]
    book = bookshelf.make_book(owner, place, f"{CANARY} map")
    document = bookshelf.put(owner, place, file(), book)
    assert seeing(regenboog) == expected
    assert opening(regenboog, document, owner) == expected
    for name in expected:
        session = regenboog.everybody()[name]
        assert [item.id for item in bookshelf.documents(session, book)] == [document]
        assert [item.id for item in bookshelf.find(session, "kanarieboek PDF")] == [document]


def test_books_in_books(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    book = bookshelf.make_book(regenboog.sanne, group, "Werkbladen")
    inner = bookshelf.make_book(regenboog.sanne, group, "Rekenen", within=book)
    document = bookshelf.put(regenboog.sanne, group, file(), inner)
    sync(regenboog)
    assert [item.id for item in bookshelf.books(regenboog.anna)] == [book]
    assert [item.id for item in bookshelf.books(regenboog.anna, book)] == [inner]
    bookshelf.delete(regenboog.sanne, book)
    sync(regenboog)
    assert [*bookshelf.books(regenboog.anna), *bookshelf.documents(regenboog.anna)] == []
    assert document not in regenboog.anna.replica.items


def test_a_child_s_own_book(regenboog: Regenboog) -> None:
    """Both guardians and the team read it and add to it; a guardian takes away only what they put there."""
    mila = child_of(regenboog.fatima, "Mila")
    work = bookshelf.put(regenboog.sanne, mila, file("werkstuk.pdf"))
    photo = bookshelf.put(regenboog.fatima, mila, file())
    assert seeing(regenboog) == {"marga", "sanne", "fatima", "koen"}
    assert {item.id for item in bookshelf.documents(regenboog.koen, mila)} == {work, photo}
    for session, record in ((regenboog.koen, photo), (regenboog.fatima, work)):
        with pytest.raises(Problem):
            bookshelf.delete(session, record)
    bookshelf.delete(regenboog.fatima, photo)
    regenboog.koen.sync()
    assert {item.id for item in bookshelf.documents(regenboog.koen, mila)} == {work}


def test_versions_are_kept_or_dropped(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    document = bookshelf.put(regenboog.sanne, group, file())
    first = regenboog.sanne.replica.items[document].body["file"]
    bookshelf.replace(regenboog.sanne, document, file("tweede.pdf", b"%PDF-1.7 twee"))
    regenboog.anna.sync()
    assert bookshelf.read(regenboog.anna, document) == b"%PDF-1.7 twee"
    assert blobs.download(regenboog.anna, first) == PDF
    bookshelf.restore(regenboog.sanne, document, first["blob"])
    assert opening(regenboog, document, regenboog.sanne) == THIRD
    bookshelf.replace(regenboog.sanne, document, file("derde.pdf", b"%PDF-1.7 drie"), keep=False)
    with pytest.raises(Problem, match="not-found"):
        blobs.download(regenboog.sanne, first)


def test_new_until_opened_on_any_device(regenboog: Regenboog) -> None:
    document = bookshelf.put(regenboog.sanne, regenboog.group("3A").group, file())
    sync(regenboog)
    assert bookshelf.is_new(regenboog.anna, document)
    assert not bookshelf.is_new(regenboog.sanne, document)
    bookshelf.read(regenboog.anna, document)
    phone = regenboog.login("anna")
    phone.sync()
    assert not bookshelf.is_new(phone, document)
    assert bookshelf.is_new(regenboog.peter, document)
    bookshelf.replace(regenboog.sanne, document, file("nieuw.pdf"))
    phone.sync()
    assert bookshelf.is_new(phone, document)


def test_who_opened_it(regenboog: Regenboog) -> None:
    """Only those whom the document names hear of it; of another document nobody does."""
    group = regenboog.group("3A")
    log = bookshelf.put(regenboog.sanne, group.group, file(), tells=group.team)
    silent = bookshelf.put(regenboog.sanne, group.group, file("stil.pdf"))
    for session in (regenboog.anna, regenboog.koen):
        session.sync()
        bookshelf.read(session, log)
        bookshelf.read(session, silent)
    sync(regenboog)
    readers_of = {regenboog.anna.seat().id, regenboog.koen.seat().id}
    assert set(bookshelf.opened_by(regenboog.sanne, log)) == readers_of
    assert bookshelf.opened_by(regenboog.sanne, silent) == {}
    assert bookshelf.opened_by(regenboog.peter, log) == bookshelf.opened_by(regenboog.fatima, log) == {}


def test_past_its_date(regenboog: Regenboog) -> None:
    """It is hidden at once, and gone when its maker is there; a letter goes by itself."""
    group, soon = regenboog.group("3A").group, regenboog.sanne.clock() + 1000
    record = bookshelf.put(regenboog.sanne, group, file(), until=soon)
    letter = bookshelf.put(regenboog.sanne, To(circles=(regenboog.group("3A").team,)), file(), until=soon)
    sync(regenboog)
    for session in (regenboog.anna, regenboog.sanne):
        session.clock = lambda: soon + 1
    assert bookshelf.documents(regenboog.anna) == []
    assert bookshelf.expire(regenboog.anna) == 0
    assert bookshelf.expire(regenboog.sanne) == 1
    regenboog.anna.sync()
    assert record not in regenboog.anna.replica.items
    assert letter not in regenboog.sanne.replica.items


def test_a_file_for_each_family(regenboog: Regenboog) -> None:
    """Every child's guardians get their own, and not even the office another's."""
    children = {name: child_of(regenboog.sanne, name) for name in ("Noor", "Mila", "Yara")}
    files = {child: File(f"{CANARY} {name}.pdf", PDF) for name, child in children.items()}
    sent = bookshelf.put_each(regenboog.sanne, files, tells=regenboog.sanne.seat().id)
    expected = {"Noor": {"sanne", "anna", "peter"}, "Mila": {"sanne", "fatima", "koen"}, "Yara": {"sanne"}}
    for name, child in children.items():
        assert seeing(regenboog, f"{CANARY} {name}") == expected[name]
        assert opening(regenboog, sent[child], regenboog.sanne) == expected[name]
    bookshelf.read(regenboog.koen, sent[children["Mila"]])
    regenboog.sanne.sync()
    assert set(bookshelf.opened_by(regenboog.sanne, sent[children["Mila"]])) == {regenboog.koen.seat().id}


def test_it_follows_the_family(regenboog: Regenboog) -> None:
    """A guardian who comes gets what was sent before, when its sender is there; who left gets it no more."""
    mila = child_of(regenboog.sanne, "Mila")
    document = bookshelf.put(regenboog.sanne, bookshelf.family(regenboog.sanne, mila), file())
    token = children.add_guardian(regenboog.marga, "3", Guardian("lies", "Lies"))
    lies = account.join(regenboog.school.browser(), token, "lies", password_of("lies"), "phone").session
    children.end_adult(regenboog.marga, "3", "koen")
    regenboog.sanne.sync()
    assert bookshelf.follow_families(regenboog.sanne) == 1
    assert bookshelf.follow_families(regenboog.sanne) == 0
    lies.sync()
    assert bookshelf.read(lies, document) == PDF
    assert seeing(regenboog) == {"sanne", "fatima"}


def test_handing_in(regenboog: Regenboog) -> None:
    """What is asked is seen by all; what is handed in by the team and the office; the other guardian sees that."""
    group, mila = regenboog.group("3A"), child_of(regenboog.fatima, "Mila")
    request = handins.ask(regenboog.sanne, group.group, "Zwemdiploma")
    sync(regenboog)
    handed = handins.hand_in(regenboog.fatima, mila, "Diploma", [file()], request)
    assert seeing(regenboog) == {"fatima", "sanne", "marga"}
    part = regenboog.fatima.replica.items[handed].body["files"][0]
    for name, session in regenboog.everybody().items():
        if name in {"fatima", "sanne", "marga"}:
            assert blobs.download(session, part) == PDF
        else:
            with pytest.raises(Problem, match="not-found"):
                blobs.download(session, part)
    assert handins.is_handed(regenboog.koen, request, mila)
    rows = {row.first: len(row.handed) for row in handins.overview(regenboog.sanne, request)}
    assert rows == {"Mila": 1, "Noor": 0, "Yara": 0}


def test_the_others_are_reminded(regenboog: Regenboog) -> None:
    request = handins.ask(regenboog.sanne, regenboog.group("3A").group, "Zwemdiploma")
    sync(regenboog)
    handins.hand_in(regenboog.koen, child_of(regenboog.koen, "Mila"), "Diploma", [file()], request)
    regenboog.sanne.sync()
    assert handins.remind(regenboog.sanne, request) == 3  # Anna, Peter, and Omar, who has not joined
    sync(regenboog)
    reminded = {name for name, session in regenboog.everybody().items() if [*session.replica.of_kind("overdue")]}
    assert reminded == {"sanne", "anna", "peter"}


def test_handed_in_unasked(regenboog: Regenboog) -> None:
    """A doctor's letter for the office alone."""
    desk = regenboog.marga.replica.trust.charter["office"]
    noor = child_of(regenboog.anna, "Noor")
    handins.hand_in(regenboog.anna, noor, CANARY, [file()], to=desk)
    assert seeing(regenboog) == {"anna", "marga"}


def test_whoever_is_gone_gets_nothing_new(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    office.end_seat(regenboog.marga, regenboog.koen.seat("guardian").id)
    regenboog.sanne.sync()
    document = bookshelf.put(regenboog.sanne, group, file())
    assert seeing(regenboog) == THIRD - {"koen"}
    assert opening(regenboog, document, regenboog.sanne) == THIRD - {"koen"}


@pytest.mark.parametrize("kind", ["document", "paper"])
def test_parents_put_nothing_on_the_group_s_shelf(regenboog: Regenboog, kind: str) -> None:
    """Not with the app's words, and not around them."""
    group, anna = regenboog.group("3A"), regenboog.anna
    with pytest.raises(Refused, match="not-a-writer"):
        bookshelf.put(anna, To(circles=(group.team,)), file())
    batch = anna.batch()
    if kind == "document":
        batch.record(group.group, kind, {"title": CANARY})
    else:
        batch.letter(kind, {"title": CANARY}, [group.team])
    with pytest.raises(Problem, match="not-a-writer"):
        anna.post(batch.entries)
