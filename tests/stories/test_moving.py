"""Story 3: Daan moves from De Regenboog, 5B, to Het Kompas, Blauw, on the first of February. Two real servers.

Jeroen takes everything along, the office releases a dossier, he hands it on with a letter of Het Kompas.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from crypto.encoding import b64
from crypto.random import fresh
from sync.client import (
    absences,
    account,
    albums,
    away,
    blobs,
    bookshelf,
    chats,
    children,
    consents,
    departures,
    dossiers,
    enrolment,
    lunch,
    lunchcards,
    lunchrefunds,
    news,
    office,
    sharing,
    takeout,
)
from sync.client.albums import File
from sync.client.chats import Members
from sync.client.enrolment import Guardian, Pupil
from sync.client.session import Session
from sync.client.sharing import Audience
from sync.client.transport import Problem
from sync.errors import Refused
from sync.zone import day_of, instant
from tests.stories.test_sick_note import child_of
from tests.stories.two import PASSWORD, Two, open_two, token_of

LAST, DAY = "2027-01-31", 24 * 3600 * 1000
WORK, PHOTO = b"werkstukkanarie " * 5000, b"fotokanarie " * 5000
NOTE, CARD, STAFF_NOTE = "Kanariekoorts bij Daan", "06-kanarie-anna", "Registerkanarie"
THREAD, STREET = "Draadkanarie over Daan", "Kanariestraat 5"
WORDS = (NOTE, CARD, THREAD, STREET, "werkstukkanarie")


def pupil(number: str, first: str, group: str, *guardians: str, protected: bool = False) -> Pupil:
    """A child as the office enters it."""
    people = tuple(Guardian(one.lower(), one, phone=f"06-{one}", address={"street": STREET}) for one in guardians)
    return Pupil(number, first, "", "Putterveen", "2016-04-05", (group,), people, protected)


@pytest.fixture
def move(tmp_path: Path, quick_passwords: None) -> Iterator[Two]:
    """Two linked schools; Jeroen has not used the letter of Het Kompas yet."""
    with open_two(tmp_path, "5B", "Els") as found:
        daan, bram = pupil("4", "Daan", "5B", "Jeroen"), pupil("2", "Bram", "5B", "Anna")
        mila = pupil("3", "Mila", "5B", "Fatima", "Koen")
        found.enrol(found.r, [daan, bram, mila], "Jeroen", "Anna", "Fatima", "Koen")
        found.enrol(found.k, [pupil("7", "Daan", "Blauw", "Jeroen"), pupil("8", "Tim", "Blauw", "Bea")], "Bea")
        found.sync()
        yield found


def to_k(move: Two) -> dict[str, str]:
    """Where Daan goes."""
    return {"name": "Het Kompas", "host": move.k.host, "root": move.k.root}


def filled(move: Two) -> str:
    """A year of Daan's: a work in his book, a sick note, a thread, a photo, and what is others'. Returns his circle."""
    daan = child_of(move.jeroen, "Daan")
    bookshelf.put(move.els, daan, bookshelf.File("werkstuk.pdf", WORK))
    absences.report(move.jeroen, [daan], "sick", "2026-11-26", text=NOTE)
    chats.open_thread(move.jeroen, Members(teams=(move.group(move.r, "5B").team,)), THREAD, about=daan, hold=0)
    sharing.share(move.anna, "phone", CARD, Audience(groups=(move.group(move.r, "5B").group,)))
    absences.report(move.anna, [child_of(move.anna, "Bram")], "sick", "2026-11-26", text=STAFF_NOTE)
    move.sync()
    return daan


def photo(move: Two, download: str = "all") -> None:
    """A photo of Daan and Bram in an album of 5B."""
    for first in ("Daan", "Bram"):
        child = child_of(move.marga, first)
        for seat in consents.custody(move.marga, child):
            consents.enter(move.marga, child, seat, {"album": 1})
    move.els.sync()
    album = albums.draft(move.els, move.group(move.r, "5B").group, "Bos", download=download)
    marks = [child_of(move.els, first) for first in ("Daan", "Bram")]
    albums.add(move.els, album, File(PHOTO, PHOTO[:500]), "In het bos", marks=marks)
    albums.publish(move.els, album)
    move.sync()


def taken(session: Session, child: str = "") -> tuple[dict[str, Any], dict[str, bytes]]:
    """What a takeout holds: `kring.json`, and the other files by name."""
    data = takeout.pack(session, takeout.collect(session, child), school="De Regenboog")
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        files = {name: found.read(name) for name in found.namelist()}
    return json.loads(files.pop("kring.json")), files


def released(move: Two, parts: tuple[str, ...] = ("contact", "absences", "talks", "book"), last: str = LAST) -> str:
    """Jeroen says that Daan leaves, the office lets the dossier go. Returns Daan's circle at K."""
    departures.say(move.jeroen, child_of(move.jeroen, "Daan"), last, to_k(move), parts)
    move.marga.sync()
    departures.release(move.marga, departures.departures(move.marga)[0], "De Regenboog")
    move.people["jeroen_k"] = away.join(move.jeroen, move.k.host, token_of(move.k, "Jeroen"))
    move.sync()
    return child_of(move.jeroen_k, "Daan")


def handed(move: Two) -> str:
    """The same, handed on to Het Kompas. Returns Daan's circle there."""
    child = released(move)
    dossiers.hand_on(move.jeroen, move.jeroen_k, dossiers.releases(move.jeroen)[0], child)
    move.sync()
    return child


def test_what_a_takeout_holds(move: Two) -> None:
    """Own threads, the child's book, absences, photos: no other family's card, nothing of staff."""
    filled(move)
    photo(move)
    body, files = taken(move.jeroen)
    (daan,) = body["children"]
    text = json.dumps(body) + files["index.html"].decode()
    assert (daan["first"], [one["note"] for one in daan["absences"]]) == ("Daan", [NOTE])
    assert [one["messages"][0]["text"] for one in body["threads"]] == [THREAD]
    assert files[daan["book"][0]["file"]] == WORK
    assert files[daan["photos"][0]["file"]] == PHOTO
    assert CARD in json.dumps([one.body for one in move.jeroen.replica.items.values()])
    assert not [one for one in (CARD, STAFF_NOTE, "Anna", "Bram") if one in text]
    assert "<script" not in text


def test_photos_only_where_the_album_allows_it(move: Two) -> None:
    filled(move)
    photo(move, download="none")
    body, files = taken(move.jeroen)
    assert body["children"][0]["photos"] == []
    assert PHOTO not in files.values()


def test_the_albums_team_hears_of_it(move: Two) -> None:
    filled(move)
    photo(move)
    taken(move.jeroen)
    move.els.sync()
    assert [item.head["seat"] for item in move.els.replica.of_kind("fetched")] == [move.jeroen.seat().id]


def test_a_takeout_stops(move: Two) -> None:
    filled(move)
    assert takeout.pack(move.jeroen, takeout.collect(move.jeroen), lambda done: False) == b""


def test_who_hears_of_a_departure(move: Two) -> None:
    """Whoever has custody, and the office: not the teacher, not the other parents, nobody at Het Kompas."""
    mila = child_of(move.fatima, "Mila")
    departures.say(move.fatima, mila, LAST, {"name": "Kanarieschool"}, ["book"])
    move.marga.sync()
    departures.pass_on(move.marga)
    assert move.shown("Kanarieschool") == {"fatima", "koen", "marga"}


def test_all_with_custody_must_agree(move: Two) -> None:
    """Koen is asked; a change is asked anew."""
    mila = child_of(move.fatima, "Mila")
    departures.say(move.fatima, mila, LAST, to_k(move), ["book"])
    move.marga.sync()
    departures.pass_on(move.marga)
    for wanted in ("book", "contact"):
        found = departures.departures(move.marga)[0]
        with pytest.raises(Refused, match="not-agreed"):
            departures.release(move.marga, found)
        move.koen.sync()
        departures.agree(move.koen, departures.departures(move.koen)[0])
        move.marga.sync()
        assert departures.is_agreed(move.marga, departures.departures(move.marga)[0])
        if wanted == "book":
            move.fatima.sync()
            departures.say(move.fatima, mila, LAST, to_k(move), ["contact"], departures.departures(move.fatima)[0])
            move.sync()
            departures.pass_on(move.marga)
    departures.release(move.marga, departures.departures(move.marga)[0])


def test_taken_back_or_refused_it_is_not_let_go(move: Two) -> None:
    """The office's copy does not know yet that Koen changed his mind, nor that Fatima took it back."""
    fatima, koen, marga, mila = move.fatima, move.koen, move.marga, child_of(move.fatima, "Mila")
    departures.say(fatima, mila, LAST, to_k(move), ["book"])
    marga.sync()
    departures.pass_on(marga)
    koen.sync()
    [shown] = departures.departures(koen)
    departures.agree(koen, shown)
    marga.sync()
    found = departures.departures(marga)[0]
    departures.agree(koen, shown, agrees=False)
    with pytest.raises(Refused, match="not-agreed"):
        departures.release(marga, found)
    departures.agree(koen, shown)
    departures.withdraw(fatima, departures.departures(fatima)[0])
    with pytest.raises(Refused, match="not-agreed"):
        departures.release(marga, found)
    assert list(marga.replica.of_kind("departed")) == []


def test_let_go_once_by_two_of_the_office(move: Two) -> None:
    """Ria presses as well, on a copy from before: one letter for each parent, one line."""
    token = office.invite_staff(move.marga, office.Staffer("Ria", "office"))
    ria = account.join(move.r.school.browser(), token, "ria", PASSWORD).session
    departures.say(move.fatima, child_of(move.fatima, "Mila"), LAST, to_k(move), ["book"])
    move.marga.sync()
    departures.agree(move.marga, departures.departures(move.marga)[0], seat=move.koen.seat().id)
    ria.sync()
    found = departures.departures(ria)[0]
    given = departures.release(move.marga, found)
    assert sorted(departures.release(ria, found)) == sorted(given)
    move.sync()
    assert len(list(move.marga.replica.of_kind("departed"))) == 1
    assert [len(dossiers.releases(one)) for one in (move.fatima, move.koen)] == [1, 1]


def test_what_is_one_parents_is_released_to_that_parent(move: Two) -> None:
    """Fatima's address goes with Fatima's copy; Koen is handed his own."""
    mila = child_of(move.fatima, "Mila")
    departures.say(move.fatima, mila, LAST, to_k(move), ["contact"])
    move.marga.sync()
    departures.agree(move.marga, departures.departures(move.marga)[0], seat=move.koen.seat().id)
    departures.release(move.marga, departures.departures(move.marga)[0])
    move.sync()
    found = {
        one: dossiers.releases(move.people[one])[0].body["dossier"]["contact"]["name"] for one in ("fatima", "koen")
    }
    assert found == {"fatima": "Fatima", "koen": "Koen"}


def test_a_protected_child_needs_two_of_the_office(move: Two) -> None:
    enrolment.enrol(move.marga, [pupil("5", "Sem", "5B", "Irina", protected=True)])
    irina = account.join(move.r.school.browser(), token_of(move.r, "Irina"), "irina", PASSWORD).session
    token = office.invite_staff(move.marga, office.Staffer("Ria", "office"))
    ria = account.join(move.r.school.browser(), token, "ria", PASSWORD).session
    departures.say(irina, child_of(irina, "Sem"), LAST, to_k(move), ["book"])
    for session in (move.marga, ria):
        session.sync()
    departures.second(move.marga, departures.departures(move.marga)[0])
    with pytest.raises(Refused, match="needs-approval"):
        departures.release(move.marga, departures.departures(move.marga)[0])
    ria.sync()
    departures.release(ria, departures.departures(ria)[0])


def test_who_sees_a_release(move: Two) -> None:
    """Jeroen and the office: no teacher, no other parent."""
    filled(move)
    released(move)
    assert {name for name, one in move.people.items() if dossiers.releases(one)} == {"marga", "jeroen"}
    (row,) = move.marga.replica.of_kind("departed")
    assert (row.body["parts"], row.body["day"]) == (["contact", "absences", "talks", "book"], LAST)


def test_who_sees_a_dossier(move: Two) -> None:
    """Het Kompas' office and the team of Blauw: confirmed by De Regenboog, with the file; no other parent."""
    filled(move)
    handed(move)
    assert {name for name, one in move.people.items() if dossiers.dossiers(one)} == {"jeroen_k", "kees", "hans"}
    (found,) = dossiers.dossiers(move.kees)
    assert (found.state, found.body["school"]["name"]) == ("confirmed", "De Regenboog")
    book, contact = found.body["dossier"]["book"], found.body["dossier"]["contact"]
    assert blobs.download(move.kees, book[0]["file"]) == WORK
    assert (contact["address"], found.body["dossier"]["absences"]) == ({"street": STREET}, {"2026-2027": {"sick": 1}})
    with pytest.raises(Problem):
        blobs.download(move.bea, book[0]["file"])
    assert NOTE not in json.dumps(found.body)


def test_the_servers_hold_ciphertext(move: Two) -> None:
    """What goes between the two, and what stands in both databases and folders, names nothing of it."""
    filled(move)
    handed(move)
    wire = move.r.front.wire() + move.k.front.wire()
    for side in (move.r, move.k):
        side.school.store.write(lambda connection: None)
        wire += b"".join(one.read_bytes() for one in side.school.config.server.data.rglob("*") if one.is_file())
    assert [one for one in WORDS if one.encode() in wire] == []


def test_nobody_can_make_up_a_dossier(move: Two) -> None:
    """Another text under the office's signature, or a release of somebody who is no office, is false."""
    filled(move)
    handed(move)
    (item,) = move.kees.replica.of_kind("dossier")
    copy = item.body["copy"]
    other = b64_flip(copy["signature"])
    for broken in ({**copy, "signature": other}, {**copy, "head": copy["head"].replace("release", "message")}):
        item.body["copy"] = broken
        assert [one.state for one in dossiers.dossiers(move.kees)] == ["false"]


def b64_flip(text: str) -> str:
    """Another text of the same length."""
    return ("B" if text[0] == "A" else "A") + text[1:]


def test_of_a_school_that_is_not_linked_nothing_is_believed(move: Two) -> None:
    filled(move)
    handed(move)
    move.kees.replica.trust.peers.clear()
    assert [one.state for one in dossiers.dossiers(move.kees)] == ["unknown"]


def test_it_is_taken_in_at_the_next_school(move: Two) -> None:
    """The work stands in Daan's book there, marked as brought along; his family and team see it, Bea does not."""
    filled(move)
    child = handed(move)
    dossiers.take_in(move.kees, dossiers.dossiers(move.kees)[0], "Meegekomen van De Regenboog")
    move.sync()
    for session in (move.jeroen_k, move.hans, move.kees):
        (document,) = bookshelf.documents(session)
        assert blobs.download(session, document.body["file"]) == WORK
        assert [one.body["state"] for one in dossiers.brought(session, child)] == ["confirmed"]
    assert "werkstuk.pdf" not in json.dumps([one.body for one in move.bea.replica.items.values()])


def test_a_takeout_is_taken_in_on_the_familys_word(move: Two) -> None:
    filled(move)
    data = takeout.pack(move.jeroen, takeout.collect(move.jeroen), school="De Regenboog")
    child = released(move)
    dossiers.take_in_file(move.jeroen_k, child, data, "Van De Regenboog")
    move.sync()
    assert [one.body["state"] for one in dossiers.brought(move.hans, child)] == ["own"]
    assert [blobs.download(move.hans, one.body["file"]) for one in bookshelf.documents(move.hans)] == [WORK]
    with pytest.raises(Refused, match="not-a-takeout"):
        dossiers.take_in_file(move.jeroen_k, child, b"PK no zip", "x")


def test_after_the_last_day(move: Two) -> None:
    """The office ends the place in one press: nothing new for Jeroen, nothing old in his app; K keeps what it has."""
    filled(move)
    handed(move)
    departures.leave(move.marga, departures.departures(move.marga)[0])
    news.post(move.els, [move.group(move.r, "5B").group], "Na het vertrek", "")
    assert move.shown("Na het vertrek") == {"marga", "els", "anna", "fatima", "koen"}
    assert move.jeroen.replica.items == {}
    assert dossiers.dossiers(move.kees)[0].state == "confirmed"


def days_off(move: Two, days: int) -> str:
    """A day before or after today."""
    return day_of(move.marga.clock() + days * DAY)


def test_the_places_end_by_themselves_after_the_last_day(move: Two) -> None:
    """At the office's first visit after it, once; on the last day itself nothing happens."""
    released(move, last=days_off(move, 0))
    assert departures.end_due(move.marga) == []
    tomorrow = move.marga.clock() + DAY
    move.marga.clock = lambda: tomorrow
    assert departures.end_due(move.marga) == [child_of(move.marga, "Daan")]
    assert departures.end_due(move.marga) == []
    move.sync()
    assert (move.jeroen.replica.items, bool(move.anna.replica.items)) == ({}, True)


def test_a_clock_that_is_days_ahead_ends_nothing(move: Two) -> None:
    released(move)
    move.marga.clock = lambda: instant("2027-02-01", "12:00")
    with pytest.raises(Problem, match="bad-link"):
        departures.end_due(move.marga)
    move.sync()
    assert move.jeroen.replica.items


def test_nothing_ends_by_itself_that_not_all_agree_to(move: Two) -> None:
    """Not without a dossier, not when the day was put off or withdrawn, and not where somebody new was not asked."""
    daan, today, over = child_of(move.jeroen, "Daan"), days_off(move, 0), days_off(move, -1)
    tomorrow = move.marga.clock() + DAY

    def ends(last: str) -> bool:
        known = departures.departures(move.jeroen, daan)
        departures.say(move.jeroen, daan, last, to_k(move), (), known[0] if known else None)
        move.marga.sync()
        with mock.patch.object(move.marga, "clock", lambda: tomorrow):
            return bool(departures.end_due(move.marga))

    assert not ends(today)
    departures.release(move.marga, departures.departures(move.marga)[0])
    assert not ends(LAST)
    children.add_guardian(move.marga, "4", Guardian("eva", "Eva"))
    assert not ends(over)
    departures.withdraw(move.jeroen, departures.departures(move.jeroen)[0])
    move.marga.sync()
    assert departures.end_due(move.marga) == []


def test_a_dossier_that_was_given_late_leaves_time_to_hand_it_on(move: Two) -> None:
    """The day was over when the office gave it: the places end when somebody presses."""
    released(move, last=days_off(move, -1))
    assert departures.end_due(move.marga) == []


def test_friends_stay_friends(move: Two) -> None:
    """What Jeroen showed the class ends with his place; what he and Anna showed each other by name goes on."""
    group, jeroen, anna = move.group(move.r, "5B").group, move.jeroen.seat(), move.anna.seat()
    sharing.share(move.jeroen, "phone", "06-klaskanarie", Audience(groups=(group,)))
    sharing.share(move.jeroen, "email", "kanarie@jeroen", Audience(people=(anna.id,)))
    sharing.share(move.anna, "phone", CARD, Audience(people=(jeroen.id,)))
    move.sync()
    released(move)
    assert departures.keep_friends(move.jeroen, child_of(move.jeroen, "Daan"))
    departures.leave(move.marga, departures.departures(move.marga)[0])
    move.sync()
    sharing.top_up(move.anna)
    assert move.shown("kanarie@jeroen") == {"jeroen", "anna"}
    assert move.shown(CARD) == {"jeroen", "anna"}
    for session in (move.anna, move.els):
        assert "06-klaskanarie" not in json.dumps(sharing.cards(session))
    assert move.group(move.r, "5B").group not in {one.id for one in move.jeroen.replica.circles.values() if one.reads}
    assert not [mate for mate in sharing.classmates(move.anna, group) if mate.first == "Daan"]


def with_strips(move: Two) -> Session:
    """Jeroen bought ten strips, and Daan ate three times; Fatima has a card as well. Returns Corrie of lunch."""
    lunch.open_lunch(move.marga)
    token = office.invite_staff(move.marga, office.Staffer("Corrie", "lunch"))
    corrie = account.join(move.r.school.browser(), token, "corrie", PASSWORD).session
    lunch.set_rules(move.marga, text="Overblijven kost een strip", price=300)
    move.people["corrie"] = corrie
    move.sync()
    for parent in (move.jeroen, move.fatima):
        lunch.accept(parent)
        corrie.sync()
        lunchcards.sell(corrie, lunchcards.home_of(corrie, parent.seat().id), 10, 2500, "2026-11-26")
    charge = {"home": [move.jeroen.seat().id], "child": child_of(move.jeroen, "Daan"), "day": "2026-11-27",
              "why": "planned", "strips": 3}  # fmt: skip
    record = b64(fresh(16))
    corrie.write(lambda batch: lunchcards.to_home(corrie, batch, "lunchcharge", charge, record), corrie.seat())
    move.sync()
    return corrie


def owing(move: Two) -> dict[str, tuple[int, int]]:
    """Who sees that strips of a leaving child are to be paid back: how many, and what they are worth."""
    found = {name: lunchrefunds.refunds(one, LAST) for name, one in move.people.items()}
    return {name: (one[0].left, one[0].cents) for name, one in found.items() if one}


def test_what_is_left_of_strips_is_to_be_paid_back(move: Two) -> None:
    """Jeroen, the office and the lunch team see it, once the dossier is given: nobody else, and no other card's."""
    corrie = with_strips(move)
    assert owing(move) == {}
    released(move)
    seven = (7, 1750)
    assert owing(move) == {"jeroen": seven, "marga": seven, "corrie": seven}
    assert move.shown('"last": "2027-01-31", "departure"') == {"jeroen", "marga", "corrie"}
    body, files = taken(move.jeroen)
    assert (body["lunch"]["left"], body["lunch"]["cents"], len(body["lunch"]["lines"])) == (7, 1750, 2)
    assert "Terug te betalen: 7" in files["index.html"].decode()
    departures.leave(move.marga, departures.departures(move.marga)[0])
    move.sync()
    assert owing(move) == {"marga": seven, "corrie": seven}
    lunchcards.sell(corrie, lunchrefunds.refunds(corrie, LAST)[0].item.body["home"], -7, -1750, LAST)
    move.sync()
    assert owing(move) == {}


def test_a_card_goes_on_for_a_child_that_stays(move: Two) -> None:
    """Of a home with another child nothing is paid back."""
    enrolment.enrol(move.marga, [pupil("9", "Fien", "5B", "Jeroen")])
    fien = token_of(move.r, "Jeroen", "Fien")
    account.add_letter(move.jeroen, fien)
    with_strips(move)
    released(move)
    assert owing(move) == {}


def test_the_code_for_a_contact_is_not_handed_on(move: Two) -> None:
    """It is in a letter of its own, which no school gets to see."""
    handed(move)
    (farewell,) = move.jeroen.replica.of_kind("farewell")
    assert move.shown(farewell.body["token"]) == {"jeroen", "marga"}


def test_what_is_told_at_one_school_stays_there(move: Two) -> None:
    """A report at De Regenboog is not to be seen at Het Kompas, only how many there were."""
    filled(move)
    handed(move)
    assert move.shown(NOTE) == {"jeroen", "els", "marga"}
    assert not list(move.kees.replica.of_kind("absence"))
