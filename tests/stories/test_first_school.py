"""The first school: from an empty server to news that families read, and what everybody else does not see."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from server.founding import make_secret
from server.releases import release_due
from sync.client import account, news, office
from sync.client.session import Session
from sync.client.transport import Problem
from sync.errors import Refused
from sync.messages import Frame
from tests.server.sockets import served
from tests.stories.cast import Regenboog, open_empty
from tests.stories.crawl import everything

HOUR = 3600 * 1000


def titles(session: Session) -> list[str]:
    """The titles of what somebody's copy shows."""
    return [item.body["title"] for item in news.news(session)]


def hear(session: Session, frame: Frame | int) -> None:
    """Take a live frame as a client does: whatever is missing before it, is asked for."""
    assert isinstance(frame, Frame)
    if frame.sync or session.replica.take(frame) is None:
        session.sync()


def families(session: Session, post: str) -> dict[str, bool]:
    """Child's first name -> whether the family has read."""
    return {one["first"]: one["read"] for one in news.overview(session, post)}


def test_a_school_is_founded_and_its_office_comes_by_letter(tmp_path: Path, quick_passwords: None) -> None:
    with open_empty(tmp_path / "data") as school:
        secret = make_secret(school.store)
        founded = account.found(school.browser(), secret, "ad", "een lang wachtwoord", office=False)
        assert [founded.session.seat().role, len(founded.root_code.split())] == ["admin", 8]
        marga = account.join(school.browser(), founded.office_token, "marga", "nog een wachtwoord").session
        office.open_group(marga, "3A")
        assert marga.seat().role == "office"
        assert list(office.groups(marga)) == ["3A"]
        with pytest.raises(Problem, match="already-founded"):
            account.found(school.browser(), secret, "mallory", "een lang wachtwoord")


def test_the_office_sees_whose_letter_is_still_open(regenboog: Regenboog) -> None:
    letters = office.letters(regenboog.marga)
    assert [(one["name"], one["child"], one["group"]) for one in letters] == [("Omar", "Yara Kwartelhof", "3A")]
    assert letters[0]["token"] == regenboog.papers.tokens["omar"]


def test_a_letter_is_used_once(regenboog: Regenboog) -> None:
    with pytest.raises(Problem, match="token-used"):
        account.join(regenboog.school.browser(), regenboog.papers.tokens["anna 0"], "mallory", "een lang wachtwoord")


def test_a_parent_reads_last_weeks_news_at_once(regenboog: Regenboog) -> None:
    for title in ("Zwemmen", "Studiedag"):
        news.post(regenboog.sanne, [regenboog.group("3A").group], title, "Vorige week")
    omar = account.join(regenboog.school.browser(), regenboog.papers.tokens["omar"], "omar", "een lang wachtwoord")
    assert sorted(titles(omar.session)) == ["Studiedag", "Zwemmen"]


def test_one_account_holds_two_children_in_two_groups(regenboog: Regenboog) -> None:
    news.post(regenboog.sanne, [regenboog.group("3A").group], "Voor 3A", "")
    news.post(regenboog.els, [regenboog.group("5B").group], "Voor 5B", "")
    for session, seen in ((regenboog.anna, ["Voor 3A", "Voor 5B"]), (regenboog.jeroen, ["Voor 5B"])):
        session.sync()
        assert sorted(titles(session)) == seen


def test_news_reaches_an_open_phone_within_a_second(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    regenboog.fatima.sync()
    with served(regenboog.school) as port:
        phone = port.listen(regenboog.fatima)
        for title in ("Zwemmen", "Studiedag"):  # the first one comes with new keys, the second alone
            started = time.monotonic()
            news.post(regenboog.sanne, [group], title, "Neem een handdoek mee")
            while title not in titles(regenboog.fatima):
                hear(regenboog.fatima, phone.next())
            assert time.monotonic() - started < 5, "it does not wait for the next question"
    assert not regenboog.fatima.replica.alarms


def test_another_groups_parent_gets_it_by_no_endpoint(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    post = news.post(regenboog.sanne, [group], "Zwemmen", "Dinsdag")
    regenboog.anna.sync()
    item = news.posts(regenboog.anna, post)[0]
    assert item.hash in everything(regenboog, regenboog.anna)
    seen = everything(regenboog, regenboog.jeroen)
    assert all(trace not in seen for trace in (item.id, item.hash))
    assert all(item.id not in everything(regenboog, session) for session in (regenboog.els, regenboog.ad, None))


def test_unread_until_opened_and_read_on_every_device(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.anna.sync()
    assert news.own_receipts(regenboog.anna) == []
    news.read(regenboog.anna, post)
    tablet = regenboog.login("anna")
    assert titles(tablet) == ["Zwemmen"]
    assert [item.body["post"] for item in news.own_receipts(tablet)] == [post]


def test_a_second_device_opens_with_the_sheet(regenboog: Regenboog) -> None:
    news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    sheet = regenboog.papers.sheets["peter"]
    device = account.login(regenboog.school.browser(), "peter", sheet, kind="sheet")
    assert titles(device) == ["Zwemmen"]
    assert device.person == regenboog.peter.person


def test_receipts_are_counted_by_family(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    for session in (regenboog.peter, regenboog.koen):
        session.sync()
    news.read(regenboog.peter, post)
    regenboog.sanne.sync()
    assert families(regenboog.sanne, post) == {"Noor": True, "Mila": False, "Yara": False}


def test_other_parents_do_not_see_who_has_read(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.peter.sync()
    news.read(regenboog.peter, post)
    receipt = news.own_receipts(regenboog.peter)[0]
    for session in (regenboog.anna, regenboog.fatima, regenboog.jeroen, regenboog.ad):
        session.sync()
        assert news.receipts(session, post) == {}
        assert receipt.hash not in everything(regenboog, session)


def test_the_missing_are_reminded_and_nobody_else(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "")
    regenboog.peter.sync()
    news.read(regenboog.peter, post)
    regenboog.sanne.sync()
    assert news.remind(regenboog.sanne, post) == 3, "Fatima, Koen and Omar"
    for session, reminded in ((regenboog.fatima, 1), (regenboog.koen, 1), (regenboog.anna, 0), (regenboog.jeroen, 0)):
        session.sync()
        assert len(list(session.replica.of_kind("reminder"))) == reminded


def test_a_change_is_shown_as_changed(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "Dinsdag")
    regenboog.anna.sync()
    assert "changed" not in news.posts(regenboog.anna, post)[0].body
    news.change(regenboog.sanne, post, text="Woensdag")
    regenboog.anna.sync()
    body = news.posts(regenboog.anna, post)[0].body
    assert (body["text"], body["changed"] > 0) == ("Woensdag", True)


def test_the_office_corrects_what_a_teacher_wrote(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "Dinsdag")
    regenboog.marga.sync()
    item = news.posts(regenboog.marga, post)[0]
    body = {**item.body, "text": "Woensdag", "changed": 1}
    regenboog.marga.write(lambda batch: batch.record(item.circle, "news", body, replaces=item))
    regenboog.anna.sync()
    assert news.posts(regenboog.anna, post)[0].body["text"] == "Woensdag"
    assert not regenboog.anna.replica.alarms


def test_what_is_deleted_is_gone_everywhere(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Zwemmen", "Dinsdag")
    regenboog.anna.sync()
    item = news.posts(regenboog.anna, post)[0]
    sealed = regenboog.school.store.read(
        lambda rows: rows.execute("SELECT body FROM record WHERE hash = ?", (item.hash,)).fetchall()
    )[0][0]
    assert sealed in everything(regenboog, regenboog.anna)
    news.delete(regenboog.sanne, post)
    regenboog.anna.sync()
    assert titles(regenboog.anna) == titles(regenboog.login("anna")) == []
    assert sealed not in everything(regenboog, regenboog.anna)
    assert not regenboog.anna.replica.alarms


def test_scheduled_news_waits_for_its_hour(regenboog: Regenboog) -> None:
    group = regenboog.group("3A").group
    regenboog.sanne.sync()
    post = news.post(regenboog.sanne, [group], "Rapport", "Vrijdag", held=regenboog.sanne.clock() + HOUR)
    held = news.posts(regenboog.sanne, post)[0]
    for session in (regenboog.anna, regenboog.marga):
        session.sync()
        assert titles(session) == []
        assert held.id not in everything(regenboog, session)
    regenboog.school.wait(HOUR + 1)
    assert release_due(regenboog.school.site) == 1
    regenboog.anna.sync()
    assert titles(regenboog.anna) == ["Rapport"]


def test_scheduled_news_is_not_late_for_those_who_synced_meanwhile(regenboog: Regenboog) -> None:
    """A held record has its place in the log already; what is written after it arrives before it."""
    group = regenboog.group("3A").group
    news.post(regenboog.sanne, [group], "Rapport", "", held=regenboog.sanne.clock() + HOUR)
    news.post(regenboog.sanne, [group], "Zwemmen", "")
    regenboog.anna.sync()
    assert titles(regenboog.anna) == ["Zwemmen"]
    regenboog.school.wait(HOUR + 1)
    release_due(regenboog.school.site)
    regenboog.anna.sync()
    assert sorted(titles(regenboog.anna)) == ["Rapport", "Zwemmen"]
    assert not regenboog.anna.replica.alarms


def test_a_confirmation_is_more_than_opening(regenboog: Regenboog) -> None:
    post = news.post(regenboog.sanne, [regenboog.group("3A").group], "Kamp", "Ga je mee?", confirm=1)
    regenboog.anna.sync()
    news.read(regenboog.anna, post)
    news.read(regenboog.anna, post, confirmed=True)
    regenboog.sanne.sync()
    bodies = [item.body for item in news.receipts(regenboog.sanne, post).values()]
    assert [bool(body.get("confirmed")) for body in bodies] == [True]


def test_a_parent_posts_no_news(regenboog: Regenboog) -> None:
    with pytest.raises((Problem, Refused), match="not-a-writer"):
        news.post(regenboog.anna, [regenboog.group("3A").group], "Feest", "")


def test_the_admin_reads_nothing(regenboog: Regenboog) -> None:
    school = regenboog.marga.replica.trust.charter["school"]
    for circle in (school, regenboog.group("3A").group):
        news.post(regenboog.marga, [circle], "Zwemmen", "Dinsdag")
    regenboog.ad.sync()
    assert regenboog.ad.replica.items == {}
    assert not [circle for circle in regenboog.ad.replica.circles.values() if circle.reads and circle.kind != "seat"]
