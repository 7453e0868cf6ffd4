"""Consents: all who have custody say yes or it is no; staff see who said what, the other parent the outcome only."""

from __future__ import annotations

import pytest

from sync.client import consents
from sync.client.session import Session
from sync.errors import Refused
from tests.stories.cast import Regenboog
from tests.stories.crawl import wire
from tests.stories.test_sick_note import child_of, sync

YES, NO = {"album": 1}, {"album": 0}
YEAR = 366 * 24 * 3600 * 1000


def kinds(session: Session) -> list[str]:
    """The kinds of all that somebody has of consents."""
    return sorted(item.kind for item in session.replica.of_kind("consent", "reconsent", "outcome"))


def agree(regenboog: Regenboog, child: str, *names: str) -> None:
    """These guardians say yes to the album, and staff's client writes down what that makes."""
    for name in names:
        consents.answer(getattr(regenboog, name), child, YES)
    regenboog.sanne.sync()
    consents.top_up(regenboog.sanne)
    sync(regenboog)


def test_only_both_together_make_it_a_yes(regenboog: Regenboog) -> None:
    """One yes is not enough, nobody asked is a no; with both it is yes, for this purpose only."""
    mila = child_of(regenboog.fatima, "Mila")
    assert consents.blocked(regenboog.sanne, [mila]) == [mila]
    agree(regenboog, mila, "koen")
    assert consents.blocked(regenboog.sanne, [mila]) == [mila]
    agree(regenboog, mila, "fatima")
    assert consents.blocked(regenboog.sanne, [mila]) == []
    assert consents.outcome(regenboog.koen, mila)["album"] == 1
    assert consents.outcome(regenboog.koen, mila)["website"] == 0


def test_the_other_parent_sees_the_outcome_and_not_who_refused(regenboog: Regenboog) -> None:
    """Story 1: Koen has his own word and the outcome; of Fatima's no there is nothing with him, nor with others."""
    mila = child_of(regenboog.fatima, "Mila")
    agree(regenboog, mila, "fatima", "koen")
    consents.answer(regenboog.fatima, mila, NO)
    agree(regenboog, mila)
    assert consents.outcome(regenboog.koen, mila)["album"] == 0
    assert kinds(regenboog.koen) == ["consent", "outcome"]
    assert kinds(regenboog.fatima) == ["consent", "outcome", "reconsent"]
    assert kinds(regenboog.marga) == ["consent", "consent", "outcome", "reconsent"]
    assert consents.said(regenboog.sanne, mila, regenboog.fatima.seat("guardian", mila).id) == NO
    assert [name for name in ("anna", "peter", "els", "jeroen", "ad") if kinds(getattr(regenboog, name))] == []


def test_nobody_else_is_told_that_there_is_a_consent(regenboog: Regenboog) -> None:
    """What the server answers names the kind to those it reached, and to nobody else."""
    mila = child_of(regenboog.fatima, "Mila")
    consents.answer(regenboog.fatima, mila, NO)
    told = {name for name, data in wire(regenboog).items() if b'\\"kind\\":\\"consent\\"' in data}
    assert told == {"fatima", "sanne", "marga"}


def test_on_paper(regenboog: Regenboog) -> None:
    """Omar never joined: what he signed is entered by the office; a teacher can't say it for him."""
    yara = next(item.circle for item in regenboog.sanne.replica.of_kind("profile") if item.body.get("first") == "Yara")
    [omar] = consents.custody(regenboog.marga, yara)
    consents.enter(regenboog.marga, yara, omar, YES)
    agree(regenboog, yara)
    assert consents.blocked(regenboog.sanne, [yara]) == []
    with pytest.raises(Refused, match="not-a-writer"):
        consents.enter(regenboog.sanne, yara, omar, NO)


def test_an_answer_is_for_a_school_year(regenboog: Regenboog) -> None:
    """Next year everybody is asked anew, and until then it is no."""
    mila = child_of(regenboog.fatima, "Mila")
    agree(regenboog, mila, "fatima", "koen")
    later = regenboog.sanne.clock() + YEAR
    for session in regenboog.everybody().values():
        session.clock = lambda: later
    assert consents.blocked(regenboog.sanne, [mila]) == [mila]
    assert consents.outcome(regenboog.koen, mila)["album"] == 0
    assert consents.said(regenboog.koen, mila, regenboog.koen.seat("guardian", mila).id) == {}


def test_an_outcome_outlives_letters_that_a_new_teacher_never_got(regenboog: Regenboog) -> None:
    """Who lacks a word takes it from the outcome; who has a word that says no needs nothing else."""
    mila = child_of(regenboog.fatima, "Mila")
    agree(regenboog, mila, "fatima", "koen")
    replica = regenboog.sanne.replica
    replica.items = {key: item for key, item in replica.items.items() if item.kind != "consent"}
    assert consents.blocked(regenboog.sanne, [mila]) == []
    assert consents.top_up(regenboog.sanne) == 0
