"""Messages: who can read one, who can't, and what becomes of it; the chat parts of stories 1, 4 and 12."""

from __future__ import annotations

import pytest

from crypto.errors import CryptoError
from server.releases import release_due
from sync.chains import Item
from sync.client import chats, complaints, contacts, office
from sync.client.chats import Members
from sync.client.session import Session
from sync.errors import Refused
from tests.stories.cast import Regenboog
from tests.stories.crawl import readers, wire

CANARY = "Kanarie: Noor slaapt slecht"


def sync(regenboog: Regenboog) -> None:
    """Everybody is up to date."""
    for session in regenboog.everybody().values():
        session.sync()


def seat_of(session: Session) -> str:
    """The first place of somebody."""
    return session.seat().id


def texts(session: Session, thread: str) -> list[str]:
    """What somebody reads in a thread."""
    return [item.body["text"] for item in chats.messages(session, thread)]


def inbox(regenboog: Regenboog, hold: int = 0) -> str:
    """Anna writes to the teachers of 3A."""
    team = regenboog.group("3A").team
    thread = chats.open_thread(regenboog.anna, Members(teams=(team,)), CANARY, hold=hold)
    sync(regenboog)
    return thread


def chat(regenboog: Regenboog, hold: int = 0) -> str:
    """Anna writes to Fatima, whose child is in the same group."""
    thread = chats.open_thread(regenboog.anna, Members(people=(seat_of(regenboog.fatima),)), CANARY, hold=hold)
    sync(regenboog)
    return thread


def test_the_teachers_inbox(regenboog: Regenboog) -> None:
    """The team and the office, who stand in it, read; Noor's father does not, and the server can't."""
    thread = inbox(regenboog)
    assert [item.id for item in chats.threads(regenboog.sanne)] == [thread]
    assert readers(regenboog, CANARY) == {CANARY: {"anna", "sanne", "marga"}}
    assert [name for name, data in wire(regenboog).items() if CANARY.encode() in data] == []
    chats.send(regenboog.sanne, thread, "Dank je, ik let op")
    sync(regenboog)
    assert texts(regenboog.anna, thread) == texts(regenboog.marga, thread) == [CANARY, "Dank je, ik let op"]


def test_a_colleague_sees_who_answered_and_what_is_done(regenboog: Regenboog) -> None:
    thread = inbox(regenboog)
    assert chats.handling(regenboog.marga, thread)["state"] == "open"
    chats.handle(regenboog.sanne, thread, "done")
    sync(regenboog)
    said = chats.handling(regenboog.marga, thread)
    assert (said["state"], said["seat"]) == ("done", seat_of(regenboog.sanne))
    assert chats.handling(regenboog.anna, thread)["state"] == "open"


def test_a_new_colleague_finds_the_inbox(regenboog: Regenboog) -> None:
    """Els comes to help in 3A: what waits for the team is hers as well."""
    thread = inbox(regenboog)
    group = regenboog.group("3A")
    assert texts(regenboog.els, thread) == []
    regenboog.marga.write(lambda batch: batch.add(group.team, [seat_of(regenboog.els)]), regenboog.marga.seat("office"))
    regenboog.els.sync()
    assert texts(regenboog.els, thread) == [CANARY]


def test_a_first_message_can_be_undone(regenboog: Regenboog) -> None:
    """For a minute nobody else gets it, and taken back in that minute it never was."""
    thread = chat(regenboog, hold=60_000)
    assert readers(regenboog, CANARY) == {CANARY: {"anna"}}
    (message,) = chats.messages(regenboog.anna, thread)
    assert chats.take_back(regenboog.anna, message.id)
    regenboog.school.wait(61_000)
    release_due(regenboog.school.site)
    sync(regenboog)
    assert readers(regenboog, CANARY) == {CANARY: set()}


def test_a_held_message_arrives(regenboog: Regenboog) -> None:
    chat(regenboog, hold=60_000)
    regenboog.school.wait(61_000)
    release_due(regenboog.school.site)
    assert readers(regenboog, CANARY) == {CANARY: {"anna", "fatima"}}


def test_parents_reach_each_other_without_a_detail(regenboog: Regenboog) -> None:
    """It waits among the requests until Fatima accepts; Anna can't tell whether she saw it."""
    thread = chat(regenboog)
    assert [item.id for item in chats.requests(regenboog.fatima)] == [thread]
    assert chats.threads(regenboog.fatima) == []
    contacts.accept(regenboog.fatima, seat_of(regenboog.anna))
    assert [item.id for item in chats.threads(regenboog.fatima)] == [thread]
    chats.send(regenboog.fatima, thread, "Gezellig")
    regenboog.anna.sync()
    assert texts(regenboog.anna, thread) == [CANARY, "Gezellig"]


def test_who_wants_teachers_only_answers_like_nobody(regenboog: Regenboog) -> None:
    """To Anna, Jeroen who wants no messages and Omar who never joined are the same."""
    contacts.choose_contacts(regenboog.fatima, accept="staff")
    omar = next(one["seat"] for one in office.letters(regenboog.marga) if one["name"] == "Omar")
    for seat in (seat_of(regenboog.fatima), omar):
        chats.open_thread(regenboog.anna, Members(people=(seat,)), CANARY, hold=0)
    sync(regenboog)
    assert chats.threads(regenboog.fatima) == chats.requests(regenboog.fatima) == []
    shapes = {len(item.refs) for item in regenboog.anna.replica.of_kind("message")}
    assert shapes == {2}
    assert list(regenboog.anna.replica.of_kind("seen")) == []


def test_a_message_is_seen(regenboog: Regenboog) -> None:
    thread = inbox(regenboog)
    assert chats.unread(regenboog.sanne, thread) == 1
    chats.see(regenboog.sanne, thread)
    regenboog.anna.sync()
    (message,) = chats.messages(regenboog.anna, thread)
    assert chats.is_read(regenboog.anna, message.id)
    assert chats.unread(regenboog.sanne, thread) == 0


def test_read_in_the_evening_is_not_said(regenboog: Regenboog) -> None:
    thread = inbox(regenboog)
    chats.see(regenboog.sanne, thread, quiet=True)
    regenboog.anna.sync()
    (message,) = chats.messages(regenboog.anna, thread)
    assert not chats.is_read(regenboog.anna, message.id)
    assert chats.unread(regenboog.sanne, thread) == 0


def test_taken_back_while_unread_and_after(regenboog: Regenboog) -> None:
    thread = inbox(regenboog)
    second = chats.send(regenboog.anna, thread, "Verkeerde")
    sync(regenboog)
    assert chats.take_back(regenboog.anna, second)
    sync(regenboog)
    assert texts(regenboog.sanne, thread) == [CANARY]
    chats.see(regenboog.sanne, thread)
    regenboog.anna.sync()
    (first,) = chats.messages(regenboog.anna, thread)
    assert not chats.take_back(regenboog.anna, first.id)
    regenboog.sanne.sync()
    assert [item.body.get("removed") for item in chats.messages(regenboog.sanne, thread)] == [1]
    assert readers(regenboog, CANARY) == {CANARY: set()}


def test_an_answer_in_a_group_goes_to_its_sender(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    thread = chats.open_thread(regenboog.sanne, Members(groups=(group,)), "Wie rijdt er mee?", hold=0)
    sync(regenboog)
    first = chats.messages(regenboog.fatima, thread)[0]
    chats.answer(regenboog.fatima, first.id, CANARY)
    assert readers(regenboog, CANARY) == {CANARY: {"fatima", "sanne"}}
    chats.send(regenboog.koen, thread, "Ik rijd")
    sync(regenboog)
    assert texts(regenboog.anna, thread) == ["Wie rijdt er mee?", "Ik rijd"]


@pytest.mark.parametrize(("past", "read"), [(False, []), (True, [CANARY])])
def test_who_comes_later(regenboog: Regenboog, past: bool, read: list[str]) -> None:
    """A new member holds no key to what was said before, unless the thread says so."""
    thread = chats.open_thread(
        regenboog.anna, Members(people=(seat_of(regenboog.fatima),)), CANARY, past=past, hold=0
    )  # fmt: skip
    chats.invite(regenboog.anna, thread, [seat_of(regenboog.koen)])
    regenboog.koen.sync()
    assert texts(regenboog.koen, thread) == read
    chats.send(regenboog.anna, thread, "Welkom")
    regenboog.koen.sync()
    assert texts(regenboog.koen, thread) == [*read, "Welkom"]


def test_who_left_gets_nothing_more(regenboog: Regenboog) -> None:
    thread = chat(regenboog)
    chats.part(regenboog.fatima, thread)
    regenboog.anna.sync()
    chats.send(regenboog.anna, thread, "Ben je er nog?")
    assert readers(regenboog, "Ben je er nog?") == {"Ben je er nog?": {"anna"}}


def test_blocked(regenboog: Regenboog) -> None:
    thread = chat(regenboog)
    contacts.accept(regenboog.fatima, seat_of(regenboog.anna))
    contacts.block(regenboog.fatima, seat_of(regenboog.anna))
    assert chats.standing(regenboog.fatima, regenboog.fatima.replica.items[thread]) == "hidden"


def report(regenboog: Regenboog) -> Item:
    """Fatima shows a message of Anna's to the office."""
    thread = chat(regenboog)
    (message,) = chats.messages(regenboog.fatima, thread)
    complaints.complain(regenboog.fatima, message.id, "Dit wil ik niet")
    regenboog.marga.sync()
    return next(iter(regenboog.marga.replica.of_kind("complaint")))


def test_a_report_shows_what_its_author_signed(regenboog: Regenboog) -> None:
    author, data = complaints.open_complaint(regenboog.marga, report(regenboog))
    assert author == seat_of(regenboog.anna)
    assert CANARY in data.decode()


def test_nobody_is_reported_for_what_they_did_not_write(regenboog: Regenboog) -> None:
    found = report(regenboog)
    copy = found.body["copy"]
    copy["body"] = copy["body"][:-4] + ("AAAA" if copy["body"][-4:] != "AAAA" else "BBBB")
    with pytest.raises((CryptoError, Refused)):
        complaints.open_complaint(regenboog.marga, found)


def test_a_stranger_to_the_thread_is_not_heard(regenboog: Regenboog) -> None:
    """Koen learns a thread's id somehow: what he writes under it does not show."""
    thread = chat(regenboog)
    body = {"thread": thread, "text": "Ik luister mee", "written": 1}
    refs = chats.recipients(regenboog.koen, [seat_of(regenboog.fatima)])
    regenboog.koen.write(lambda batch: batch.letter("message", body, refs.circles, seats=refs.seats))
    regenboog.fatima.sync()
    assert texts(regenboog.fatima, thread) == [CANARY]


def test_a_parent_of_another_class_is_out_of_reach(regenboog: Regenboog) -> None:
    """Fatima's child is in 3A, Jeroen's in 5B: she holds no key of his, and the server takes no letter to him."""
    assert chats.recipients(regenboog.fatima, [seat_of(regenboog.jeroen)]).refs == set()
