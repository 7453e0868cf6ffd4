"""I8: every change of who reads of a child leaves a line that its family sees, whatever the office leaves out."""

from __future__ import annotations

from sync.client import children, diary, news, office, renewal
from sync.client.enrolment import Guardian
from tests.stories.cast import Regenboog

MILA = "3"


def child(regenboog: Regenboog) -> str:
    """Mila's circle."""
    return str(office.roster(regenboog.marga)[MILA].body["child"])


def seen(regenboog: Regenboog) -> list[str]:
    """What Fatima's phone says, newest first."""
    regenboog.fatima.sync()
    return [line.what for line in diary.lines(regenboog.fatima, child(regenboog))]


def test_the_diary_begins_when_the_circle_does(regenboog: Regenboog) -> None:
    assert seen(regenboog)[-1] == "started"


def test_each_change_by_the_office_has_its_line(regenboog: Regenboog) -> None:
    before = seen(regenboog)
    children.add_guardian(regenboog.marga, MILA, Guardian("l", "Lies", role="informed"))
    children.move(regenboog.marga, MILA, "3A", "5B")
    children.protect(regenboog.marga, MILA)
    children.end_adult(regenboog.marga, MILA, "koen")
    new = seen(regenboog)[: -len(before)]
    assert [what for what in new if what != "renewed"] == ["ended", "protected", "moved", "joined"]
    newest = diary.lines(regenboog.fatima, child(regenboog))[0]
    assert (newest.who, newest.role, newest.by) == ("Koen", "guardian", regenboog.marga.seat("office").id)


def test_a_change_without_words_is_seen_all_the_same(regenboog: Regenboog) -> None:
    """Somebody of the office lets a circle in and writes nothing about it."""
    circle, before = child(regenboog), seen(regenboog)
    team = regenboog.group("5B").team
    regenboog.marga.write(lambda batch: batch.add(circle, [team]), regenboog.marga.seat("office"))
    line = diary.lines(regenboog.fatima, circle)[0] if seen(regenboog) != before else None
    assert line
    assert (line.what, line.by) == ("changed", regenboog.marga.seat("office").id)


def test_words_taken_back_leave_the_change(regenboog: Regenboog) -> None:
    children.add_guardian(regenboog.marga, MILA, Guardian("l", "Lies", role="informed"))
    assert seen(regenboog)[0] == "joined"
    item = next(regenboog.marga.replica.of_kind("diary", circle=child(regenboog)))
    regenboog.marga.write(lambda batch: batch.delete(item), regenboog.marga.seat("office"))
    assert "changed" in seen(regenboog)
    assert "joined" not in seen(regenboog)


def test_an_end_without_words_has_its_line(regenboog: Regenboog) -> None:
    """Also before anybody has renewed a key, and also for a date that passes."""
    regenboog.marga.write(lambda batch: batch.end(regenboog.koen.seat().id), regenboog.marga.seat("office"))
    assert seen(regenboog)[0] == "ended"


def test_a_date_that_passes_has_its_line(regenboog: Regenboog) -> None:
    ends = regenboog.marga.clock() + 1_000_000
    children.add_guardian(regenboog.marga, MILA, Guardian("l", "Lies", ends=ends))
    assert seen(regenboog)[0] == "joined"
    regenboog.fatima.clock = lambda: ends
    newest = diary.lines(regenboog.fatima, child(regenboog))[0]
    assert (newest.what, newest.time) == ("ended", ends)


def test_who_comes_to_the_team_or_the_office_is_seen(regenboog: Regenboog) -> None:
    office.invite_staff(regenboog.marga, office.Staffer("juf Tom", "teacher", ("3A",)))
    assert seen(regenboog)[0] == "team"
    office.invite_staff(regenboog.marga, office.Staffer("juf Mo", "teacher", ("5B",)))
    assert seen(regenboog).count("team") == diary_count(regenboog, "team")
    office.invite_staff(regenboog.marga, office.Staffer("Corrie", "office"))
    assert seen(regenboog)[0] == "office"


def diary_count(regenboog: Regenboog, what: str) -> int:
    """How many lines of Mila's own team there are: another group's team is not hers."""
    team = regenboog.group("3A").team
    return sum(line.circle == team for line in diary.lines(regenboog.fatima, child(regenboog)) if line.what == what)


def test_a_teacher_who_leaves_is_seen(regenboog: Regenboog) -> None:
    office.end_seat(regenboog.marga, regenboog.sanne.seat().id)
    assert "team" in seen(regenboog)[:2]


def test_new_locks_say_that_nobody_was_added(regenboog: Regenboog) -> None:
    regenboog.marga.write(lambda batch: batch.end(regenboog.koen.seat().id), regenboog.marga.seat("office"))
    renewal.renew(regenboog.marga)
    assert seen(regenboog)[:2] == ["renewed", "ended"]


def test_news_is_no_change_of_readers(regenboog: Regenboog) -> None:
    renewal.renew(regenboog.marga)
    before = seen(regenboog)
    regenboog.sanne.sync()
    news.post(regenboog.sanne, [child(regenboog)], "Tand eruit", "")
    assert seen(regenboog) == before
