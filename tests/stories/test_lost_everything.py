"""Story 7: Peter lost phone, password and sheet. Two of the office give him a new letter; what comes back, what not."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import pytest

from crypto.compare import compare_code
from crypto.statement import act_hash
from crypto.token import new_token, read_token
from sync.client import account, chats, children, diary, news, office
from sync.client.chats import Members
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import ActAt, Entry
from tests.server.school import browser_of
from tests.stories.cast import Regenboog

NUMBER = "1"
LONG = "een lang wachtwoord"
SAID = "Kanarie: zwemles om vier uur"


@dataclass
class Story:
    """The school, a second person of the office, and where Peter stands in the office's list."""

    school: Regenboog
    corrie: Session
    key: str
    old: str
    thread: str

    @property
    def marga(self) -> Session:
        """Who proposes."""
        return self.school.marga

    def sync(self) -> None:
        """Everybody who still can is up to date."""
        for name, session in {**self.school.everybody(), "corrie": self.corrie}.items():
            if name != "peter":
                session.sync()

    def renewed(self, number: str = NUMBER) -> str:
        """Marga proposes, Corrie consents, Marga makes the letter."""
        children.propose_renewal(self.marga, number, self.key)
        self.corrie.sync()
        children.approve(self.corrie, number, self.key)
        self.marga.sync()
        token = children.renew(self.marga, number, self.key)
        self.sync()
        return token


@pytest.fixture
def story(regenboog: Regenboog) -> Story:
    token = office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    corrie = account.join(regenboog.school.browser(), token, "corrie", LONG).session
    news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "Dinsdag")
    adult = next(one for one in office.roster(regenboog.marga)[NUMBER].body["guardians"] if one["name"] == "Peter")
    regenboog.peter.sync()
    thread = chats.open_thread(regenboog.fatima, Members(people=(adult["seat"],)), SAID, hold=0)
    story = Story(regenboog, corrie, adult["key"], adult["seat"], thread)
    story.sync()
    regenboog.peter.sync()
    assert [item.body["text"] for item in chats.messages(regenboog.peter, thread)] == [SAID]
    return story


def joined(story: Story) -> Session:
    """Peter with his new letter, on a new phone."""
    peter = account.join(story.school.school.browser(), story.renewed(), "peter2", LONG).session
    story.sync()
    peter.sync()
    return peter


def test_what_the_school_wrote_comes_back(story: Story) -> None:
    peter = joined(story)
    assert [item.body["title"] for item in news.news(peter)] == ["Zwemmen"]
    assert peter.replica.alarms == []
    assert "restored" in {line.what for line in diary.lines(story.school.anna, _child(story))}


def test_private_messages_come_back_only_after_the_other_compared_codes(story: Story) -> None:
    peter = joined(story)
    assert chats.threads(peter) == []
    seat = peter.seat("guardian").id
    fatima = story.school.fatima
    known = fatima.replica.trust.seats[seat].person if seat in fatima.replica.trust.seats else peter.person
    assert compare_code(fatima.person, known) == compare_code(peter.person, fatima.person)
    chats.restore(fatima, story.thread, seat)
    peter.sync()
    assert [item.body["text"] for item in chats.messages(peter, story.thread)] == [SAID]


def test_the_old_phone_gets_nothing_more(story: Story) -> None:
    """Whoever found it is signed out as soon as his places have ended; what comes later is sealed to it by nobody."""
    for number in (NUMBER, "2"):
        story.renewed(number)
    news.post(story.school.sanne, [story.school.group("3A").group], "Later", "")
    answer = browser_of(story.school.peter).ask("GET", "/api/sync").get_json()
    assert [answer[key] for key in ("records", "links", "joined")] == [[], [], []]
    with suppress(Problem):
        story.school.peter.sync()
    assert "Later" not in {item.body.get("title") for item in story.school.peter.replica.items.values()}


def test_one_person_of_the_office_is_not_enough(story: Story) -> None:
    children.propose_renewal(story.marga, NUMBER, story.key)
    with pytest.raises(Problem, match="needs-approval"):
        children.renew(story.marga, NUMBER, story.key)
    children.approve(story.marga, NUMBER, story.key)
    with pytest.raises(Problem, match="needs-approval"):
        children.renew(story.marga, NUMBER, story.key)


def test_clients_refuse_it_even_if_the_server_helps(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """reissued_letter_not_resealed_silently: a letter that one person made alone is believed by nobody."""
    children.propose_renewal(story.marga, NUMBER, story.key)
    kept: list[Entry] = []

    def keep(entries: list[Entry]) -> None:
        kept.extend(entries)
        raise ConnectionError

    monkeypatch.setattr(story.marga, "post", keep)
    with pytest.raises(ConnectionError):
        children.renew(story.marga, NUMBER, story.key)
    acts = [entry.act for entry in kept if entry.act]
    for session in (story.school.sanne, story.corrie, story.school.anna):
        trust = session.replica.trust
        trust.extend([ActAt(n=len(trust.hashes) + at, hash=act_hash(act.head), act=act) for at, act in enumerate(acts)])
        with pytest.raises(Refused, match="needs-approval"):
            trust.admit([])


def test_a_place_is_continued_only_where_it_was_said_before_the_letter(story: Story) -> None:
    """Said afterwards, by whoever, an ordinary letter does not become Peter's."""
    token = new_token()
    child = _child(story)
    marga = story.marga
    marga.write(lambda batch: batch.invite(read_token(token), batch.seat(read_token(token)), "guardian", [child],
                                           marga.host, marga.clock() + 10**9), marga.seat("office"))  # fmt: skip
    locator = read_token(token).locator
    marga.write(lambda batch: batch.act("renew", circles=[child], locator=locator, replaces=story.old),
                marga.seat("office"))  # fmt: skip
    story.sync()
    assert story.school.anna.replica.trust.renewed == {}


def _child(story: Story) -> str:
    return str(office.roster(story.marga)[NUMBER].body["child"])
