"""Anonymous surveys: one ballot for each home, person or child that is entitled, and votes from nobody in particular.

Invariants: a ballot is given to whoever is signed in and entitled, once (asked for again with the same point it is the
same); a vote is taken from strangers only: the session is never looked at, and nothing of the request is kept but the
random serial and the sealed answer. Nobody gets answers before the closing time, and of fewer than five nobody at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from crypto import ballot, labels
from crypto.digest import H
from crypto.encoding import b64, unb64
from crypto.errors import Tampered
from crypto.identity import SEALED
from server.auth import who
from server.errors import Problem
from server.site import site
from server.store import Connection, circles, claims, people, surveys
from server.store.circles import Circle
from server.store.surveys import Survey
from server.wire import PERSON, PUBLIC, Operation, Routes
from sync import messages
from sync.messages import BallotAnswer, BallotAsk, Nothing, SurveyAsk, Turnout, Vote, Votes
from sync.surveys import FEW

routes = Routes("surveys", __name__)
Given = TypeVar("Given")
_HIDDEN = ("not-found", "not-allowed")


@routes.serve(Operation("POST", "/api/surveys", PERSON, SurveyAsk, messages.Survey, problems=(*_HIDDEN, "conflict")))
def open_survey(asked: SurveyAsk) -> messages.Survey:
    """Begin a survey among the families that read a circle which I write; the same again gets the same answer."""
    me, here, now = who(), site(), site().now()
    key = ballot.new_scalar()
    fresh = Survey(asked.id, asked.circle, asked.unit, asked.closes, b64(key), b64(ballot.ballot_public(key)), 0, 0)

    def write(connection: Connection) -> Survey:
        _organised(connection, me.person, asked.circle, now)
        found = surveys.find(connection, asked.id)
        if found is None and asked.closes <= now:
            raise Problem("survey-closed")
        if found is None:
            surveys.add(connection, fresh)
        return found or fresh

    found = here.store.write(write)
    if (found.circle, found.unit, found.closes) != (asked.circle, asked.unit, asked.closes):
        raise Problem("conflict")
    return messages.Survey(id=found.id, circle=found.circle, closes=found.closes, unit=found.unit, key=found.public)


@routes.serve(Operation("POST", "/api/surveys/<survey>/ballots", PERSON, BallotAsk, BallotAnswer,
                        problems=(*_HIDDEN, "survey-closed", "survey-stopped", "ballot-given"), away=True))  # fmt: skip
def give_ballot(asked: BallotAsk, survey: str) -> BallotAnswer:
    """One ballot for my home, for me or for a child; asked for again in the same words it is the same one."""
    me, here, now = who(), site(), site().now()
    found = here.store.read(lambda connection: _seen(connection, me.person, survey, now))
    if now >= found.closes or not found.key:
        raise Problem("survey-closed")
    blinded = unb64(asked.blinded)
    given = ballot.evaluate(unb64(found.key), blinded)
    digest = b64(H(labels.BALLOT, blinded))
    here.store.write(lambda connection: _issue(connection, _seen(connection, me.person, survey, now),
                                               me.person, asked.child, digest, now))  # fmt: skip
    return BallotAnswer(element=b64(given.element), proof=b64(given.proof))


@routes.serve(Operation("POST", "/api/surveys/<survey>/votes", PUBLIC, Vote, Nothing, silent=True,
                        away=True,
                        problems=("not-found", "survey-closed", "ballot-used", "bad-ballot", "slow-down")))  # fmt: skip
def vote(given: Vote, survey: str) -> Nothing:
    """Hand in a ballot with an answer; who sends it is not asked, not kept and not logged."""
    here, now = site(), site().now()
    serial, answer = unb64(given.serial), unb64(given.answer, ballot.ANSWER + SEALED)
    found, before = here.store.read(lambda connection: (surveys.find(connection, survey),
                                                        surveys.answer_of(connection, survey, serial)))  # fmt: skip
    if found is None:
        raise Problem("not-found")
    if before is None:
        _check_ballot(found, serial, unb64(given.output), now)
        before = here.store.write(lambda connection: _take(connection, found.id, serial, answer))
        here.store.empty_log()
    if before != answer:
        raise Problem("ballot-used")
    return Nothing()


@routes.serve(Operation("GET", "/api/surveys/<survey>/votes", PERSON, gives=Votes,
                        problems=(*_HIDDEN, "survey-open")))  # fmt: skip
def results(survey: str) -> Votes:
    """The sealed answers for those who write the circle, once the survey has closed; of fewer than five none."""

    def ask(connection: Connection, found: Survey, now: int) -> Votes:
        if now < found.closes:
            raise Problem("survey-open")
        answers = surveys.answers(connection, found.id)
        return Votes(answers=[b64(one) for one in answers] if len(answers) >= FEW else [])

    return _for_organisers(survey, ask)


@routes.serve(Operation("GET", "/api/surveys/<survey>/turnout", PERSON, gives=Turnout, problems=_HIDDEN))
def turnout(survey: str) -> Turnout:
    """How many could answer, asked for a ballot and answered, for those who write the circle: numbers, no names."""

    def ask(connection: Connection, found: Survey, now: int) -> Turnout:
        entitled = len(_entitled(connection, found, now))
        return Turnout(entitled=entitled, issued=found.issued, votes=len(surveys.answers(connection, found.id)))

    return _for_organisers(survey, ask)


@routes.serve(Operation("DELETE", "/api/surveys/<survey>", PERSON, problems=_HIDDEN))
def drop_survey(survey: str) -> None:
    """Drop a survey with all its answers, for those who write the circle."""
    me, here, now = who(), site(), site().now()

    def write(connection: Connection) -> None:
        found = _seen(connection, me.person, survey, now)
        _organised(connection, me.person, found.circle, now)
        surveys.remove(connection, survey)

    here.store.write(write)
    here.store.empty_log()


def _for_organisers(survey: str, ask: Callable[[Connection, Survey, int], Given]) -> Given:
    me, here, now = who(), site(), site().now()

    def read(connection: Connection) -> Given:
        found = _seen(connection, me.person, survey, now)
        _organised(connection, me.person, found.circle, now)
        return ask(connection, found, now)

    return here.store.read(read)


def _seen(connection: Connection, person: str, survey: str, now: int) -> Survey:
    """A survey of a circle that the person reads; any other does not exist."""
    found = surveys.find(connection, survey)
    if found is None or not circles.reaches(connection, person, found.circle, now):
        raise Problem("not-found")
    return found


def _organised(connection: Connection, person: str, circle: str, now: int) -> Circle:
    """A circle that the person writes; raises what hides whether others exist."""
    found = circles.find(connection, circle)
    if found is None or not circles.reaches(connection, person, circle, now):
        raise Problem("not-found")
    refs = found.head["managers"] + found.head["writers"]
    if not any(seat.alive(now) and seat.acts_for(refs, circle) for seat in people.seats_of(connection, person)):
        raise Problem("not-allowed")
    return found


def _issue(connection: Connection, survey: Survey, person: str, child: str, digest: str, now: int) -> None:
    """Note one ballot for whoever is entitled; raises Problem."""
    if not survey.key:
        raise Problem("survey-closed")
    holders = _holders(connection, survey, person, child, now)
    before = surveys.asked(connection, survey.id, holders)
    if before == {digest}:
        return
    if before:
        raise Problem("ballot-given")
    if survey.stopped:
        raise Problem("survey-stopped")
    surveys.issue(connection, survey.id, holders, digest)


def _holders(connection: Connection, survey: Survey, person: str, child: str, now: int) -> set[str]:
    """All whom one ballot of this person is for: a home with everybody in it, so that moving gives no second one."""
    adults = surveys.adults(connection, survey.circle, now)
    if person not in adults or (survey.unit == "child") != bool(child):
        raise Problem("not-allowed")
    if survey.unit == "child":
        if child not in adults[person]:
            raise Problem("not-allowed")
        return {child}
    homes = claims.homes(connection) if survey.unit == "home" else {}
    home = homes.get(person)
    return {home, *(one for one, at in homes.items() if at == home)} if home else {person}


def _entitled(connection: Connection, survey: Survey, now: int) -> set[str]:
    adults = surveys.adults(connection, survey.circle, now)
    if survey.unit == "child":
        return {child for children in adults.values() for child in children}
    homes = claims.homes(connection) if survey.unit == "home" else {}
    return {homes.get(person, person) for person in adults}


def _check_ballot(survey: Survey, serial: bytes, output: bytes, now: int) -> None:
    if now >= survey.closes or not survey.key:
        raise Problem("survey-closed")
    try:
        ballot.check_ballot(unb64(survey.key), serial, output)
    except Tampered:
        raise Problem("bad-ballot") from None


def _take(connection: Connection, survey: str, serial: bytes, answer: bytes) -> bytes:
    """Store a first vote; returns what stands under its serial."""
    before = surveys.answer_of(connection, survey, serial)
    if before is None:
        surveys.vote(connection, survey, serial, answer)
    return before or answer
