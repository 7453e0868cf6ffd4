"""What somebody tries with photos that were taken away, by name, and that it fails."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from server.blobs import clean
from sync.client import account, blobs, office, takeaway
from sync.client.session import Session
from sync.client.transport import Problem
from sync.messages import Frame, Page, Withhold
from tests.attacks.test_blobs import fetched, letter, who_gets
from tests.attacks.test_http_visibility import same
from tests.server.school import browser_of, code_of
from tests.server.sockets import served
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire
from tests.stories.photos import Photo, publish, shown
from tests.stories.test_sick_note import child_of, sync

FAMILY = {"fatima", "koen", "sanne", "marga"}
GROUP = FAMILY | {"anna", "peter"}
NOTHING, NOBODY = "A" * 22, "A" * 43


def taken(regenboog: Regenboog, *children: str) -> Photo:
    """A photo in 3A that Fatima had taken away for Mila."""
    photo = publish(regenboog, "Kanarie op het plein", *children)
    sync(regenboog)
    takeaway.withhold(regenboog.fatima, [photo.record], child_of(regenboog.fatima, "Mila"))
    return photo


def anew(session: Session) -> Session:
    """The same person with an empty copy."""
    found = Session(session.transport, session.identity, session.person, session.replica.trust.root)
    found.sync()
    return found


def asks(session: Session, record: str, circle: str) -> object:
    """The answer to a request to withhold."""
    return browser_of(session).ask("POST", "/api/withholdings", Withhold(records=[record], circle=circle))


def gives_back(session: Session, record: str, circle: str) -> object:
    """The answer to a request to release."""
    return browser_of(session).ask("DELETE", f"/api/withholdings/{record}/{circle}")


def refused(act: Callable[[], object]) -> str:
    """The code of the problem that an act meets."""
    with pytest.raises(Problem) as problem:
        act()
    return problem.value.code


def test_it_is_gone_for_all_but_the_family_and_the_team(regenboog: Regenboog) -> None:
    """Record, file and small picture, on every route, for copies that had it and for new devices."""
    photo = publish(regenboog, "Kanarie op het plein")
    assert readers(regenboog, "Kanarie op het plein") == {"Kanarie op het plein": GROUP}
    takeaway.withhold(regenboog.fatima, [photo.record], child_of(regenboog.fatima, "Mila"))
    assert readers(regenboog, "Kanarie op het plein") == {"Kanarie op het plein": FAMILY}
    assert who_gets(regenboog, photo.blob) == who_gets(regenboog, photo.thumb) == FAMILY
    told = {name for name, data in wire(regenboog).items() if photo.record.encode() in data}
    assert told == FAMILY
    assert shown(anew(regenboog.anna)) == set()


def test_a_parent_of_another_child_can_not_take_it_away(regenboog: Regenboog) -> None:
    photo = publish(regenboog, "Kanarie")
    sync(regenboog)
    mila = child_of(regenboog.fatima, "Mila")
    answers = [asks(regenboog.anna, photo.record, circle) for circle in (mila, NOBODY, regenboog.group("3A").group)]
    assert code_of(answers[0]) == "not-found"  # type: ignore[arg-type]
    assert same(answers)
    assert who_gets(regenboog, photo.blob) == GROUP


def test_nor_for_a_child_of_their_own_what_they_do_not_read(regenboog: Regenboog) -> None:
    """Jeroen can't find out whether 3A has such a photo; nor does a guardian's own seat or the office's desk count."""
    photo, daan = publish(regenboog, "Kanarie"), child_of(regenboog.jeroen, "Daan")
    answers = [asks(regenboog.jeroen, record, daan) for record in (photo.record, NOTHING)]
    assert code_of(answers[0]) == "not-found"  # type: ignore[arg-type]
    assert same(answers)
    seat = regenboog.fatima.seat("guardian")
    sync(regenboog)
    assert code_of(asks(regenboog.fatima, photo.record, seat.id)) == "not-found"  # type: ignore[arg-type]


def test_only_what_may_be_withheld_is(regenboog: Regenboog) -> None:
    """A guardian can't take away the class list, or a letter."""
    fatima, mila = regenboog.fatima, child_of(regenboog.fatima, "Mila")
    listed = next(item for item in fatima.replica.of_kind("classmate"))
    own = letter(fatima, [regenboog.group("3A").team])
    for record in (listed.id, own):
        assert refused(lambda one=record: takeaway.withhold(fatima, [one], mila)) == "not-found"  # type: ignore[misc]
    assert listed.id in regenboog.anna.replica.items


def test_a_guardian_can_not_give_it_back(regenboog: Regenboog) -> None:
    """Neither the one who had it taken away, nor the other, nor who lost it, nor a teacher of another group."""
    photo, mila = taken(regenboog, "Mila"), child_of(regenboog.fatima, "Mila")
    codes = [code_of(gives_back(getattr(regenboog, name), photo.record, mila))  # type: ignore[arg-type]
             for name in ("fatima", "koen", "anna", "els", "ad")]  # fmt: skip
    assert codes == ["not-allowed", "not-allowed", "not-found", "not-found", "not-found"]
    assert who_gets(regenboog, photo.blob) == FAMILY


def test_staff_give_it_back_to_all(regenboog: Regenboog) -> None:
    photo, mila = taken(regenboog, "Mila"), child_of(regenboog.fatima, "Mila")
    sync(regenboog)
    assert regenboog.sanne.replica.items[photo.record].withheld == (mila,)
    takeaway.release(regenboog.sanne, photo.record, mila)
    sync(regenboog)
    assert {name for name, session in regenboog.everybody().items() if shown(session)} == GROUP
    assert who_gets(regenboog, photo.blob) == GROUP
    assert regenboog.sanne.replica.items[photo.record].withheld == ()


def test_of_two_children_each_family_is_heard(regenboog: Regenboog) -> None:
    """Taken away for both: only who reaches both has it; given back for one, it stays away for the other."""
    photo, mila = taken(regenboog, "Mila", "Noor"), child_of(regenboog.fatima, "Mila")
    noor, sanne = child_of(regenboog.anna, "Noor"), regenboog.sanne
    assert code_of(asks(regenboog.anna, photo.record, noor)) == "not-found"  # type: ignore[arg-type]
    takeaway.release(sanne, photo.record, mila)
    for session, child in ((regenboog.anna, noor), (regenboog.fatima, mila)):
        session.sync()
        if session is regenboog.anna:
            takeaway.withhold(session, [photo.record], child)
    assert who_gets(regenboog, photo.blob) == {"anna", "peter", "sanne", "marga"}
    takeaway.withhold(sanne, [photo.record], mila)
    assert who_gets(regenboog, photo.blob) == {"sanne", "marga"}
    sync(regenboog)
    assert sanne.replica.items[photo.record].withheld == tuple(sorted((mila, noor)))


def test_a_file_that_somebody_passed_on_is_gone_all_the_same(regenboog: Regenboog) -> None:
    """Anna put it into a letter of hers before: her letter stays, the file does not, nor its ranges."""
    photo = publish(regenboog, "Kanarie")
    sync(regenboog)
    part = next(regenboog.anna.replica.of_kind("photo")).body
    letter(regenboog.anna, [regenboog.group("5B").team], {key: part[key] for key in ("blob", "key")})
    assert who_gets(regenboog, photo.blob) == GROUP | {"els"}
    takeaway.withhold(regenboog.fatima, [photo.record], child_of(regenboog.fatima, "Mila"))
    assert who_gets(regenboog, photo.blob) == FAMILY
    ranged = [browser_of(regenboog.anna).ask("GET", f"/api/blobs/{one}/content", Range="bytes=0-9")
              for one in (photo.blob, NOTHING)]  # fmt: skip
    assert same(ranged)
    with pytest.raises(Problem, match="blob-missing"):
        letter(regenboog.anna, [], {key: part[key] for key in ("blob", "key")})


def test_an_old_cursor_brings_nothing_back(regenboog: Regenboog) -> None:
    """Anna asks again from every page on which she ever stood: no answer holds the photo."""
    cursors = [regenboog.anna.replica.cursor, ""]
    photo = publish(regenboog, "Kanarie")
    regenboog.anna.sync()
    cursors.append(regenboog.anna.replica.cursor)
    takeaway.withhold(regenboog.fatima, [photo.record], child_of(regenboog.fatima, "Mila"))
    for cursor in cursors:
        answer = browser_of(regenboog.anna).ask("GET", f"/api/sync?cursor={cursor}")
        assert answer.status_code == 200
        assert photo.record not in answer.text
    past = browser_of(regenboog.anna).ask("GET", f"/api/circles/{regenboog.group('3A').group}/past")
    assert photo.record not in past.text


def test_what_is_changed_meanwhile_reaches_nobody_else(regenboog: Regenboog) -> None:
    """A new caption does not give it back; neither copies nor logs fall apart over it."""
    photo = taken(regenboog, "Mila")
    sync(regenboog)
    sanne = regenboog.sanne
    item = sanne.replica.items[photo.record]
    sanne.write(lambda batch: batch.record(item.circle, "photo", {**item.body, "caption": "Anders"}, replaces=item),
                sanne.seat(circle=item.circle))  # fmt: skip
    sync(regenboog)
    assert {name for name, session in regenboog.everybody().items() if shown(session) == {"Anders"}} == FAMILY
    assert who_gets(regenboog, photo.blob) == FAMILY
    takeaway.release(sanne, photo.record, child_of(regenboog.fatima, "Mila"))
    sync(regenboog)
    assert shown(regenboog.anna) == {"Anders"}
    assert [name for name, session in regenboog.everybody().items() if session.replica.alarms] == []


def test_deleted_it_is_gone_from_the_disk_whoever_listed_it(regenboog: Regenboog) -> None:
    photo = publish(regenboog, "Kanarie")
    sync(regenboog)
    part = next(regenboog.anna.replica.of_kind("photo")).body
    letter(regenboog.anna, [], {key: part[key] for key in ("blob", "key")})
    takeaway.withhold(regenboog.fatima, [photo.record], child_of(regenboog.fatima, "Mila"))
    regenboog.sanne.sync()
    item = regenboog.sanne.replica.items[photo.record]
    regenboog.sanne.write(lambda batch: batch.delete(item), regenboog.sanne.seat(circle=item.circle))
    clean(regenboog.school.site)
    assert who_gets(regenboog, photo.blob) == set()
    assert list(regenboog.school.site.storage.list()) == []
    rows = regenboog.school.store.read(lambda store: store.execute("SELECT * FROM withholding").fetchall())
    assert rows == []


def test_who_is_no_longer_of_the_family_loses_it_and_who_comes_gets_it(regenboog: Regenboog) -> None:
    """Koen's place ends: it goes from his copy. A new teacher of the team gets it, with the task."""
    photo, mila = taken(regenboog, "Mila"), child_of(regenboog.fatima, "Mila")
    sync(regenboog)
    assert shown(regenboog.koen) == {"Kanarie op het plein"}
    office.end_seat(regenboog.marga, regenboog.koen.seat("guardian").id)
    assert fetched(regenboog.koen, photo.blob) == 404
    token = office.invite_staff(regenboog.marga, office.Staffer("juf Rik", "teacher", ("3A",)))
    rik = account.join(regenboog.school.browser(), token, "rik", "wachtwoord-kanarie-rik-9", "phone").session
    rik.sync()
    assert rik.replica.items[photo.record].withheld == (mila,)
    assert blobs.download(rik, rik.replica.items[photo.record].body) == photo.data


def test_a_teacher_who_moves_to_another_group_loses_it(regenboog: Regenboog) -> None:
    """Els reads the school's circle, not Mila: what was shown to the whole school and taken away is gone for her."""
    school = regenboog.marga.replica.trust.charter["school"]
    body = {"photo": NOTHING, "album": NOTHING, "at": 0, "caption": "Hele school"}
    made: list[str] = []
    marga = regenboog.marga
    marga.write(lambda batch: made.append(batch.record(school, "photo", body)), marga.seat("office"))
    sync(regenboog)
    assert shown(regenboog.els) == shown(regenboog.jeroen) == {"Hele school"}
    takeaway.withhold(regenboog.koen, made, child_of(regenboog.koen, "Mila"))
    sync(regenboog)
    assert {name for name, session in regenboog.everybody().items() if shown(session)} == FAMILY


def test_an_outsider_asks_in_vain(regenboog: Regenboog) -> None:
    photo, mila = taken(regenboog, "Mila"), child_of(regenboog.fatima, "Mila")
    browser = regenboog.school.browser()
    asked = browser.ask("POST", "/api/withholdings", Withhold(records=[photo.record], circle=mila))
    given = browser.ask("DELETE", f"/api/withholdings/{photo.record}/{mila}")
    assert [code_of(asked), code_of(given)] == ["not-signed-in", "not-signed-in"]


def test_an_open_connection_brings_no_word_of_what_is_withheld(regenboog: Regenboog) -> None:
    """Anna is told to ask, at once; a new caption of the photo comes in no frame, to nobody."""
    photo, mila = publish(regenboog, "Kanarie"), child_of(regenboog.fatima, "Mila")
    sync(regenboog)
    sanne = regenboog.sanne
    with served(regenboog.school) as port:
        anna = port.listen(regenboog.anna)
        takeaway.withhold(regenboog.fatima, [photo.record], mila)
        assert anna.next() == Frame(sync=1)
        sanne.sync()
        item = sanne.replica.items[photo.record]
        seat = sanne.seat(circle=item.circle)
        sanne.write(lambda batch: batch.record(item.circle, "photo", {**item.body, "at": 1}, replaces=item), seat)
        assert anna.next() == Frame(sync=1)
    regenboog.anna.sync()
    assert shown(regenboog.anna) == set()


def test_a_server_can_not_bring_an_older_picture_back(regenboog: Regenboog) -> None:
    """Anna had the second revision; it was withheld; the first one is not taken in its place."""
    photo, anna, sanne = publish(regenboog, "Kanarie"), regenboog.anna, regenboog.sanne
    old = browser_of(anna).ask("GET", f"/api/sync?cursor={anna.replica.cursor}")
    sync(regenboog)
    item = sanne.replica.items[photo.record]
    seat = sanne.seat(circle=item.circle)
    sanne.write(
        lambda batch: batch.record(item.circle, "photo", {**item.body, "caption": "Wazig"}, replaces=item), seat
    )
    sync(regenboog)
    assert shown(anna) == {"Wazig"}
    regenboog.koen.sync()
    takeaway.withhold(regenboog.koen, [photo.record], child_of(regenboog.koen, "Mila"))
    anna.sync()
    stale = [one for one in msgspec.json.decode(old.data, type=Page).records if one.record]
    anna.replica.take(Frame(records=stale))
    assert shown(anna) == set()
