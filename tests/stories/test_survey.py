"""Story 14: a survey that nobody can follow. One answer a home, two for parents who live apart."""

from __future__ import annotations

import pytest

from sync.client import account, enrolment, homes, office, surveys
from sync.client.enrolment import Guardian, Pupil
from sync.client.session import Session
from sync.client.surveys import Survey
from sync.client.transport import Problem
from sync.surveys import groups
from tests.stories.cast import Regenboog

DAY = 24 * 3600 * 1000
FAMILIES = ("anna", "fatima", "koen", "jeroen")


def school_circle(session: Session) -> str:
    """The circle that all families read."""
    return next(circle.id for circle in session.replica.circles.values() if circle.kind == "school")


def begin(regenboog: Regenboog, unit: str = "home", circle: str = "") -> Survey:
    """Marga asks all families, or those of a circle, until tomorrow; Anna and Peter live together."""
    peter = regenboog.peter.seat("guardian").id
    regenboog.anna.sync()
    home = homes.start_household(regenboog.anna, regenboog.peter.replica.seats(), {peter: "Peter"})
    regenboog.peter.sync()
    homes.join_household(regenboog.peter, home)
    marga = regenboog.marga
    return surveys.open(marga, circle or school_circle(marga), marga.clock() + DAY, unit)


def shown(survey: Survey) -> Survey:
    """The survey as it stands in the form: without what opens the answers."""
    return Survey(survey.id, survey.key, survey.box)


def answer(regenboog: Regenboog, name: str, survey: Survey, text: str) -> None:
    """Somebody asks for a ballot and hands it in."""
    ballot = surveys.ballot(getattr(regenboog, name), shown(survey))
    surveys.vote(regenboog.school.browser(), shown(survey), ballot, {"food": text})


def refusal(act: object, *given: object) -> str:
    """The code with which something is refused."""
    with pytest.raises(Problem) as refused:
        act(*given)  # type: ignore[operator]
    return refused.value.code


def test_one_answer_a_home_and_two_for_parents_apart(regenboog: Regenboog) -> None:
    """Fatima and Koen answer both, Anna and Peter once; Marga sees how many, and nobody's name."""
    survey = begin(regenboog)
    assert surveys.turnout(regenboog.marga, survey) == (0, 4)
    for name in FAMILIES[:3]:
        answer(regenboog, name, survey, f"kanarie {name}")
    assert refusal(surveys.ballot, regenboog.peter, shown(survey)) == "ballot-given"
    assert surveys.turnout(regenboog.marga, survey) == (3, 4)
    answer(regenboog, "jeroen", survey, "niets")
    assert surveys.turnout(regenboog.marga, survey) == (4, 4)


def test_twenty_one_answers(regenboog: Regenboog) -> None:
    """Of 24 homes of a class 21 answer; juf Sanne reads what was said, and of three that did not only how many."""
    pupils = [Pupil(str(n), f"Kind{n}", "", f"Kanarie{n}", "2018-02-03", ("3A",), (Guardian("a", f"Ouder{n}"),))
              for n in range(50, 71)]  # fmt: skip
    enrolment.enrol(regenboog.marga, pupils)
    letters = [one["token"] for one in office.letters(regenboog.marga) if one["name"].startswith("Ouder")]
    parents = [account.join(regenboog.school.browser(), token, f"ouder{n}", "wachtwoord 9").session
               for n, token in enumerate(letters)]  # fmt: skip
    survey = begin(regenboog, circle=regenboog.group("3A").group)
    for n, parent in enumerate(parents):
        ballot = surveys.ballot(parent, shown(survey))
        surveys.vote(regenboog.school.browser(), shown(survey), ballot, {"food": "rijst" if n % 2 else "soep"})
    assert surveys.turnout(regenboog.marga, survey) == (21, 24)
    regenboog.school.wait(DAY)
    found = groups(surveys.results(regenboog.marga, survey), "food")
    assert {food: len(answers) for food, answers in found.items()} == {"rijst": 10, "soep": 11}


def test_moving_gives_no_second_ballot(regenboog: Regenboog) -> None:
    """Neither a new household nor leaving one makes a second answer of one home."""
    survey = begin(regenboog)
    answer(regenboog, "anna", survey, "ja")
    seats = regenboog.peter.replica.seats()
    homes.start_household(regenboog.anna, seats, {seats[0]: "Peter"})
    for name in ("anna", "peter"):
        assert refusal(surveys.ballot, getattr(regenboog, name), shown(survey)) == "ballot-given"


def test_nobody_reads_before_the_end_and_then_only_the_office(regenboog: Regenboog) -> None:
    survey = begin(regenboog, "person")
    for name in (*FAMILIES, "peter"):
        answer(regenboog, name, survey, name)
    assert refusal(surveys.results, regenboog.marga, survey) == "survey-open"
    regenboog.school.wait(DAY)
    found = sorted(one["food"] for one in surveys.results(regenboog.marga, survey))
    assert found == sorted([*FAMILIES, "peter"])
    assert refusal(surveys.results, regenboog.anna, survey) == "not-allowed"
    assert surveys.turnout(regenboog.marga, survey) == (5, 5)


def test_four_answers_are_shown_to_nobody(regenboog: Regenboog) -> None:
    survey = begin(regenboog)
    for name in FAMILIES:
        answer(regenboog, name, survey, name)
    regenboog.school.wait(DAY)
    assert surveys.results(regenboog.marga, survey) == []


def test_one_answer_a_child(regenboog: Regenboog) -> None:
    """Noor and Bram have one each, whoever of their parents is first."""
    survey = begin(regenboog, "child")
    noor, bram = (regenboog.anna.replica.trust.seats[seat].circles[0] for seat in regenboog.anna.replica.seats())
    surveys.ballot(regenboog.anna, shown(survey), child=noor)
    surveys.ballot(regenboog.peter, shown(survey), child=bram)
    assert refusal(surveys.ballot, regenboog.peter, shown(survey), None, noor) == "ballot-given"
    assert refusal(surveys.ballot, regenboog.jeroen, shown(survey), None, noor) == "not-allowed"
    assert surveys.turnout(regenboog.marga, survey) == (2, 4)


def test_a_lost_answer_loses_nothing(regenboog: Regenboog) -> None:
    """Asked again with what was drawn it is the same ballot, handed in again with the same bytes it is one vote."""
    survey = begin(regenboog)
    drawn = surveys.draw(shown(survey))
    first, second = (surveys.ballot(regenboog.fatima, shown(survey), drawn) for _ in range(2))
    sealed = surveys.seal(shown(survey), {"food": "rijst"})
    for _ in range(2):
        surveys.post(regenboog.school.browser(), first, sealed)
    assert first == second
    assert surveys.turnout(regenboog.marga, survey) == (1, 4)


def test_only_who_writes_the_circle_begins_a_survey(regenboog: Regenboog) -> None:
    """The teacher asks her own group; a parent nobody; strangers to a group don't hear of it."""
    group, closes = regenboog.group("3A").group, regenboog.marga.clock() + DAY
    survey = surveys.open(regenboog.sanne, group, closes)
    assert refusal(surveys.open, regenboog.anna, group, closes) == "not-allowed"
    assert refusal(surveys.ballot, regenboog.jeroen, shown(survey)) == "not-found"
    assert refusal(surveys.ballot, regenboog.sanne, shown(survey)) == "not-allowed"
    assert surveys.turnout(regenboog.sanne, survey) == (0, 4)
    surveys.drop(regenboog.sanne, survey)
    assert refusal(surveys.turnout, regenboog.sanne, survey) == "not-found"
