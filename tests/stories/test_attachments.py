"""Files beside a text, wherever it is: exactly its readers open them, and after its deletion nobody does."""

from __future__ import annotations

import pytest

from crypto.encoding import b64
from server.releases import release_due
from sync.client import absences, blobs, chats, complaints, news, outcomes, sharing, signups, talkletters, talks
from sync.client.blobs import Part
from sync.client.chats import Members
from sync.client.session import Session
from sync.client.sharing import Audience
from sync.client.signups import question
from tests.attacks.test_blobs import who_gets
from tests.stories.cast import NAMES, Regenboog
from tests.stories.crawl import readers, wire
from tests.stories.test_sick_note import child_of
from tests.stories.test_talks import DAY, evening, pick

HOUR = 3_600_000
CANARY = b"Kanarie op de foto. " * 4000
LETTER = b"Dokter Kanarie schrijft. " * 40


def sync(regenboog: Regenboog) -> None:
    """Everybody is up to date."""
    for session in regenboog.everybody().values():
        session.sync()


def photo(session: Session, circle: str, name: str = "kanariebos.jpg") -> Part:
    """A picture with its small one, uploaded for records of a circle."""
    thumb = blobs.upload(session, circle, CANARY[:900], "image/webp")
    return {**blobs.upload(session, circle, CANARY, "image/jpeg", name), "width": 1200, "height": 900, "thumb": thumb}


def who_opens(regenboog: Regenboog, part: Part) -> set[str]:
    """Those who may fetch a file and its small picture: the same people."""
    found = who_gets(regenboog, part["blob"])
    assert found == who_gets(regenboog, part["thumb"]["blob"] if "thumb" in part else part["blob"])
    return found


def own(session: Session) -> str:
    """The circle for which files of letters are uploaded."""
    return session.seat().id


def test_news_to_3a(regenboog: Regenboog) -> None:
    """Its families, its team and the office open the photo; 5B's do not, and the server has no byte of it."""
    group = regenboog.group("3A").group
    part = photo(regenboog.sanne, group)
    post = news.post(regenboog.sanne, [group], "Het bos", "Kijk eens", files=[part])
    sync(regenboog)
    assert who_opens(regenboog, part) == {"sanne", "marga", "anna", "peter", "fatima", "koen"}
    assert readers(regenboog, "kanariebos") == {"kanariebos": {"sanne", "marga", "anna", "peter", "fatima", "koen"}}
    [shown] = news.posts(regenboog.anna, post)[0].body["files"]
    assert blobs.download(regenboog.anna, shown) == CANARY
    assert [name for name, data in wire(regenboog).items() if b"anarie" in data] == []
    folder = regenboog.school.config.server.data
    assert not [one for one in folder.rglob("*") if one.is_file() and b"anarie" in one.read_bytes()]


def test_one_file_in_two_groups(regenboog: Regenboog) -> None:
    """The office writes to both: one upload, listed in each group's record."""
    groups = [regenboog.group(name).group for name in ("5B", "3A")]
    part = photo(regenboog.marga, groups[0])
    post = news.post(regenboog.marga, groups, "Schoolreis", "Allemaal mee", files=[part])
    sync(regenboog)
    assert who_opens(regenboog, part) == {*NAMES} - {"ad"}
    assert len(news.posts(regenboog.marga, post)) == 2
    news.delete(regenboog.marga, post)
    assert who_opens(regenboog, part) == set()


def test_an_edit_keeps_drops_and_adds(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    first, second, third = (photo(regenboog.sanne, group, f"{at}.jpg") for at in range(3))
    post = news.post(regenboog.sanne, [group], "Het bos", "Kijk eens", files=[first, second])
    news.change(regenboog.sanne, post, text="Kijk eens goed")
    sync(regenboog)
    assert "anna" in who_opens(regenboog, first)
    news.change(regenboog.sanne, post, files=[second, third])
    sync(regenboog)
    assert who_opens(regenboog, first) == set()
    assert who_opens(regenboog, second) == who_opens(regenboog, third) != set()


def test_news_for_later(regenboog: Regenboog) -> None:
    """Until its hour the author alone has the photo."""
    group, school = regenboog.group("3A").group, regenboog.school
    part = photo(regenboog.sanne, group)
    news.post(regenboog.sanne, [group], "Sint", "Niets zeggen", files=[part], held=regenboog.sanne.clock() + HOUR)
    sync(regenboog)
    assert who_opens(regenboog, part) == {"sanne"}
    school.wait(HOUR + 1000)
    release_due(school.site)
    assert who_opens(regenboog, part) >= {"sanne", "anna", "koen"}


def test_a_photo_between_two_mothers(regenboog: Regenboog) -> None:
    """Nobody else: no partner, no teacher, no office. Taken back, it is gone for both."""
    anna, fatima = regenboog.anna, regenboog.fatima
    part = photo(anna, own(anna))
    thread = chats.open_thread(anna, Members(people=(own(fatima),)), "", files=[part], hold=0)
    sync(regenboog)
    assert who_opens(regenboog, part) == {"anna", "fatima"}
    [message] = chats.messages(fatima, thread)
    assert blobs.download(fatima, message.body["files"][0]) == CANARY
    chats.see(fatima, thread)
    anna.sync()
    assert chats.take_back(anna, message.id) is False
    assert who_opens(regenboog, part) == set()


def test_a_held_message_shows_its_file_to_nobody_yet(regenboog: Regenboog) -> None:
    anna, team = regenboog.anna, regenboog.group("3A").team
    part = blobs.upload(anna, own(anna), LETTER, "application/pdf", "doktersbrief.pdf")
    chats.open_thread(anna, Members(teams=(team,)), "Zie de brief", files=[part])
    assert who_opens(regenboog, part) == {"anna"}
    regenboog.school.wait(HOUR)
    release_due(regenboog.school.site)
    assert who_opens(regenboog, part) == {"anna", "sanne", "marga"}


def test_an_answer_to_one_shows_its_file_to_one(regenboog: Regenboog) -> None:
    """In a group's thread, an answer to its sender lies with the two of them."""
    group = regenboog.group("3A").group
    thread = chats.open_thread(regenboog.sanne, Members(groups=(group,)), "Wie heeft er foto's?", hold=0)
    sync(regenboog)
    part = photo(regenboog.anna, own(regenboog.anna))
    chats.send(regenboog.anna, thread, "", [own(regenboog.sanne)], files=[part])
    assert who_opens(regenboog, part) == {"anna", "sanne"}


def test_an_edit_of_a_message_keeps_its_file(regenboog: Regenboog) -> None:
    anna, fatima = regenboog.anna, regenboog.fatima
    part = photo(anna, own(anna))
    thread = chats.open_thread(anna, Members(people=(own(fatima),)), "Kijk", files=[part], hold=0)
    [message] = chats.messages(anna, thread)
    chats.edit(anna, message.id, "Kijk nou")
    assert who_opens(regenboog, part) == {"anna", "fatima"}
    chats.edit(anna, message.id, "Toch niet", files=[])
    assert who_opens(regenboog, part) == set()


def test_a_reported_photo_is_shown_to_the_office(regenboog: Regenboog) -> None:
    anna, fatima = regenboog.anna, regenboog.fatima
    part = photo(anna, own(anna))
    thread = chats.open_thread(anna, Members(people=(own(fatima),)), "Kijk", files=[part], hold=0)
    sync(regenboog)
    complaints.complain(fatima, chats.messages(fatima, thread)[0].id, "Dit wil ik niet")
    assert who_opens(regenboog, part) == {"anna", "fatima", "marga"}


def test_who_comes_later_gets_the_files_of_what_they_may_read(regenboog: Regenboog) -> None:
    """A thread that shows its past shows the photos of it; one that does not, does not."""
    anna, fatima, omar = regenboog.anna, regenboog.fatima, regenboog.koen
    for past in (False, True):
        part = photo(anna, own(anna))
        members = Members(people=(own(fatima),))
        thread = chats.open_thread(anna, members, "Kijk", past=past, files=[part], hold=0)
        chats.invite(anna, thread, [own(omar)])
        sync(regenboog)
        assert ("koen" in who_opens(regenboog, part)) is past


@pytest.mark.parametrize("name", ["sanne", "anna"])
def test_a_file_one_can_not_read_is_listed_by_nobody_else(regenboog: Regenboog, name: str) -> None:
    """Whoever knows the part of a photo that is not theirs can't put it into a record of their own."""
    jeroen = regenboog.jeroen
    session = getattr(regenboog, name)
    circle = regenboog.group("3A").group if name == "sanne" else own(session)
    part = photo(session, circle)
    with pytest.raises(Exception, match="blob-missing"):
        chats.open_thread(jeroen, Members(teams=(regenboog.group("5B").team,)), "Gevonden", files=[part])


def test_the_words_of_a_consent_as_a_file(regenboog: Regenboog) -> None:
    """Whoever is asked opens it; a change of the form keeps it."""
    group = regenboog.group("3A").group
    part = blobs.upload(regenboog.sanne, group, LETTER, "application/pdf", "toestemming.pdf")
    form = signups.make(regenboog.sanne, [group], "Zwemmen", [question("yesno", "Mag het?")], files=[part])
    signups.change(regenboog.sanne, form, title="Schoolzwemmen")
    assert who_opens(regenboog, part) == {"sanne", "marga", "anna", "peter", "fatima", "koen"}


def test_a_file_as_an_answer(regenboog: Regenboog) -> None:
    """Sealed to those who organise: not to the office, not to Noor's father, not to another family."""
    group, anna = regenboog.group("3A"), regenboog.anna
    asks = question("file", "Stuur je zwemdiploma")
    form = signups.make(regenboog.sanne, [group.group], "Zwemmen", [asks], [own(regenboog.sanne)])
    sync(regenboog)
    noor, seat = child_of(anna, "Noor"), own(anna)
    first, second = (photo(anna, seat, f"diploma-{at}.jpg") for at in "AB")
    signups.answer(anna, form, {asks["id"]: [first]}, noor)
    assert who_opens(regenboog, first) == {"anna", "sanne"}
    signups.answer(anna, form, {asks["id"]: [first, second]}, noor)
    regenboog.sanne.sync()
    assert outcomes.tally(regenboog.sanne, form) == {asks["id"]: {"given": 1}}
    assert "diploma-A.jpg, diploma-B.jpg" in outcomes.as_csv(regenboog.sanne, form)
    assert who_opens(regenboog, second) == {"anna", "sanne"}
    signups.withdraw(anna, form, noor)
    assert who_opens(regenboog, first) == who_opens(regenboog, second) == set()


def test_a_report_after_a_talk(regenboog: Regenboog) -> None:
    """For the home that was there, or for both homes of the child: the file goes where its text goes."""
    sanne = regenboog.sanne
    round_id = evening(regenboog)
    [booking] = talks.book(regenboog.fatima, [pick(regenboog.fatima, round_id, "Mila", 0)])
    sanne.sync()
    for scope, circle, more in (("home", own(sanne), set()), ("child", child_of(sanne, "Mila"), {"koen"})):
        part = blobs.upload(sanne, circle, LETTER, "application/pdf", "rapport.pdf")
        talkletters.report(sanne, booking, "Het rapport", DAY, scope, [part])
        assert who_opens(regenboog, part) == {"sanne", "marga", "fatima"} | more


def test_a_doctors_note(regenboog: Regenboog) -> None:
    """For the team and the office: the other parent reads that Mila is ill, not the note. Withdrawn, it is gone."""
    fatima = regenboog.fatima
    [absence] = absences.report(fatima, [child_of(fatima, "Mila")], "doctor", "2099-01-05")
    part = blobs.upload(fatima, own(fatima), LETTER, "application/pdf", "dokter.pdf")
    absences.enclose(fatima, absence, [part])
    assert who_opens(regenboog, part) == {"fatima", "sanne", "marga"}
    regenboog.sanne.sync()
    [row] = [one for one in absences.board(regenboog.sanne, regenboog.group("3A"), "2099-01-05") if one.absences]
    assert row.remarks == ()
    absences.withdraw(fatima, absence)
    assert who_opens(regenboog, part) == set()


def test_what_goes_with_a_request_for_leave(regenboog: Regenboog) -> None:
    """For the office alone, as its reasons are."""
    koen = regenboog.koen
    part = blobs.upload(koen, own(koen), LETTER, "application/pdf", "uitnodiging.pdf")
    absences.ask_leave(koen, child_of(koen, "Mila"), "2099-01-05", "2099-01-06", "family", "Een bruiloft", [part])
    assert who_opens(regenboog, part) == {"koen", "marga"}


def test_a_face_lies_in_the_letter(regenboog: Regenboog) -> None:
    """Shown to 3A but Koen: no file, so nothing to fetch; taken back, it is nobody's."""
    anna, group = regenboog.anna, regenboog.group("3A").group
    face, audience = b64(CANARY[:9000]), Audience(groups=(group,), others=(own(regenboog.koen),))
    sharing.share(anna, "face", face, audience)
    assert readers(regenboog, face) == {face: {"anna", "peter", "fatima", "sanne", "marga"}}
    sharing.take_back(anna, "face")
    assert readers(regenboog, face) == {face: {"anna"}}
    assert [name for name, data in wire(regenboog).items() if face.encode() in data] == []
