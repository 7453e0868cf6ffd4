"""One person with two devices, one of which lags: what is changed there holds or is done again, and is never lost."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from sync.client import albumrecords, albums, away, bookshelf, chats, children, consents, contactseats, news, office
from sync.client.session import Session
from sync.client.transport import Transport
from sync.errors import Refused
from sync.messages import Entries, Results, Written
from tests.attacks.test_lost_answers import lose_answer, titles
from tests.stories.cast import Regenboog
from tests.stories.test_bookshelf import file
from tests.stories.test_protected_child import NUMBER, VICTOR, Story, story
from tests.stories.test_sharing_across import two
from tests.stories.test_sick_note import child_of
from tests.stories.two import Two

__all__ = ["story", "two"]
LATER = 15 * office.DAY


def device(session: Session) -> Session:
    """Another device of the same person, as it is now."""
    other = Session(session.transport, session.identity, session.person, session.replica.trust.root)
    other.sync()
    return other


def posted(regenboog: Regenboog) -> str:
    """A post of juf Sanne's."""
    return news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "Dinsdag")


def test_a_post_deleted_on_a_device_that_lags_is_gone(regenboog: Regenboog) -> None:
    post = posted(regenboog)
    laptop = device(regenboog.sanne)
    news.change(regenboog.sanne, post, text="Woensdag")
    news.delete(laptop, post)
    for session in (regenboog.anna, regenboog.sanne):
        session.sync()
        assert titles(session) == []


def test_a_change_on_a_device_that_lags_is_made_on_top_of_the_other(regenboog: Regenboog) -> None:
    post = posted(regenboog)
    laptop = device(regenboog.sanne)
    news.change(regenboog.sanne, post, text="Woensdag")
    news.change(laptop, post, title="Schaatsen")
    regenboog.anna.sync()
    assert [(item.body["title"], item.body["text"]) for item in news.news(regenboog.anna)] == [
        ("Schaatsen", "Woensdag")
    ]


class Swallowing:
    """A transport whose server answers the first change with what it had already, and takes nothing."""

    def __init__(self, honest: Transport) -> None:
        self.honest, self.origin, self.swallowed = honest, honest.origin, 0

    def send(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        """The answer, which the first time is that of another device's change."""
        if path != "/api/entries" or self.swallowed:
            return self.honest.send(method, path, body)
        self.swallowed = len(msgspec.json.decode(body or b"", type=Entries).entries)
        return 200, msgspec.json.encode(Results(results=[Written(hash="A" * 43, place=1)] * self.swallowed))


def test_a_server_that_swallows_a_change_is_not_believed(regenboog: Regenboog) -> None:
    """An older one may: whoever wrote sees by the hash that it was not theirs, and writes it again."""
    post = posted(regenboog)
    swallowing = Swallowing(regenboog.sanne.transport)
    regenboog.sanne.transport = swallowing
    news.delete(regenboog.sanne, post)
    assert swallowing.swallowed
    assert titles(regenboog.sanne) == []


@pytest.mark.parametrize("lost", [True, False], ids=["lost answer", "other device"])
def test_what_is_gone_already_is_let_be(regenboog: Regenboog, lost: bool) -> None:
    """Deleted once more, after a lost answer or by a device that lags, it is no error."""
    anna = regenboog.anna
    thread = chats.open_thread(anna, chats.Members(people=(regenboog.fatima.seat().id,)), "Wie?")
    message = chats.messages(anna, thread)[0].id
    laptop = device(anna)

    def take_back() -> object:
        return chats.take_back(anna, message)

    if lost:
        lose_answer(anna, take_back)
        take_back()
    else:
        take_back()
        assert chats.take_back(laptop, message)
    assert message not in anna.replica.items


def test_a_proposal_taken_back_on_another_device_becomes_no_place(story: Story) -> None:
    """Marga retracts on her phone; her laptop, which has not heard of it, would let him in."""
    marga = story.school.marga
    children.propose(marga, NUMBER, VICTOR)
    story.corrie.sync()
    children.approve(story.corrie, NUMBER, VICTOR.key)
    marga.sync()
    laptop, before = device(marga), len(marga.replica.trust.seats)
    children.retract(marga, NUMBER, VICTOR.key)
    with pytest.raises(Refused):
        children.admit(laptop, NUMBER, VICTOR.key)
    marga.sync()
    assert len(marga.replica.trust.seats) == before


def test_an_album_whose_last_day_was_moved_stays(regenboog: Regenboog) -> None:
    """Sanne gives it another month; Marga's client, which has not heard of it, would shred it."""
    sanne, marga = regenboog.sanne, regenboog.marga
    album = published(regenboog, "2027-07-31")
    marga.sync()
    albums.change(sanne, album, until="2027-08-31")
    assert albums.expire(marga, "2027-08-01") == []
    regenboog.anna.sync()
    assert len(albumrecords.photos(regenboog.anna, album)) == 1


def test_a_document_whose_date_was_moved_stays(regenboog: Regenboog) -> None:
    sanne = regenboog.sanne
    record = bookshelf.put(sanne, regenboog.group("3A").group, file(), until=sanne.clock() + 1000)
    laptop = device(sanne)
    bookshelf.change(sanne, record, until=sanne.clock() + LATER)
    laptop.clock = _ahead(laptop, 2000)
    assert bookshelf.expire(laptop) == 0
    sanne.sync()
    assert record in sanne.replica.items


def test_whoever_moves_the_date_while_it_is_being_deleted_keeps_it(regenboog: Regenboog) -> None:
    """The date is moved between the look and the deletion, which the server refuses then."""
    sanne = regenboog.sanne
    record = bookshelf.put(sanne, regenboog.group("3A").group, file(), until=sanne.clock() + 1000)
    laptop = device(sanne)
    bookshelf.change(sanne, record, until=sanne.clock() + LATER)
    bookshelf.delete(laptop, record, lambda item: bool(item.body["until"] < sanne.clock() + LATER // 2))
    sanne.sync()
    assert record in sanne.replica.items


def test_a_contact_who_came_just_in_time_stays(two: Two) -> None:
    """Who used the code is no act: only a look at the school tells."""
    code = contactseats.invite(two.anna, "Bea")
    laptop = device(two.anna)
    away.join(two.bea, two.r.host, code)
    laptop.clock = _ahead(laptop, LATER)
    assert contactseats.tidy(laptop) == 0


def published(regenboog: Regenboog, until: str) -> str:
    noor = child_of(regenboog.marga, "Noor")
    for seat in consents.custody(regenboog.marga, noor):
        consents.enter(regenboog.marga, noor, seat, {"album": 1})
    regenboog.sanne.sync()
    album = albums.draft(regenboog.sanne, regenboog.group("3A").group, "Bos", until=until)
    albums.add(regenboog.sanne, album, albums.File(b"jpeg" * 9000, b"jpeg"), marks=[noor])
    assert albums.publish(regenboog.sanne, album) == []
    return album


def _ahead(session: Session, ms: int) -> Callable[[], int]:
    return lambda clock=session.clock: int(clock()) + ms  # type: ignore[misc]
