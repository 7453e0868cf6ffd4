"""Anonymous surveys as people use them: begin one, get a ballot, answer, and read what was answered.

Invariants: a ballot is asked for by somebody, a vote is sent by nobody (over a transport without a session); a ballot
that was not made with the key of the survey's signed form is refused, so a server can't mark a family by a key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import NoneType

from crypto.ballot import SERIAL, Evaluation, blind_serial, new_scalar, open_answer, seal_answer, unblind
from crypto.encoding import b64, unb64
from crypto.errors import CryptoError
from crypto.identity import BoxKey
from crypto.random import fresh
from sync import messages
from sync.client.session import Session
from sync.client.transport import Transport, call
from sync.messages import BallotAnswer, BallotAsk, Nothing, SurveyAsk, Turnout, Vote, Votes
from sync.surveys import Answer


@dataclass(frozen=True)
class Survey:
    """What stands in the form that families read: id, public key of ballots, box key of answers.

    seed: what opens the answers, for the organisers alone; "" for everybody else.
    """

    id: str
    key: str
    box: str
    seed: str = ""


@dataclass(frozen=True)
class Ballot:
    """A ballot that waits to be asked for (`output` "") or to be handed in; it stays on this device, not for long."""

    survey: str
    serial: str
    blinding: str
    output: str = ""


def open(session: Session, circle: str, closes: int, unit: str = "home", survey: str = "", seed: bytes = b"") -> Survey:
    """Begin a survey among the families that read a circle, until `closes` (ms): one ballot each home, person or child.

    survey, seed: from outside, so that a second try begins no second survey. Raises Problem.
    """
    seed = seed or fresh(BoxKey.SEED)
    ask = SurveyAsk(id=survey or b64(fresh(16)), circle=circle, closes=closes, unit=unit)  # type: ignore[arg-type]
    made = call(session.transport, "POST", "/api/surveys", messages.Survey, ask)
    return Survey(made.id, made.key, b64(BoxKey(seed).public), b64(seed))


def draw(survey: Survey) -> Ballot:
    """A ballot to ask for: a random serial and its blinding. Kept before asking, a lost answer loses nothing."""
    return Ballot(survey.id, b64(fresh(SERIAL)), b64(new_scalar()))


def ballot(session: Session, survey: Survey, drawn: Ballot | None = None, child: str = "") -> Ballot:
    """A ballot for one's home, for oneself or for a child, checked against the form's key. Raises Problem, WrongKey."""
    one = drawn or draw(survey)
    serial, blinding = unb64(one.serial), unb64(one.blinding)
    ask = BallotAsk(blinded=b64(blind_serial(serial, blinding)), child=child)
    given = call(session.transport, "POST", f"{_path(survey.id)}/ballots", BallotAnswer, ask)
    done = Evaluation(unb64(given.element), unb64(given.proof))
    return Ballot(survey.id, one.serial, one.blinding, b64(unblind(unb64(survey.key), serial, blinding, *done)))


def vote(transport: Transport, survey: Survey, ballot: Ballot, answer: Answer) -> None:
    """Hand in a ballot with an answer, over a transport of its own that has no session.

    Raises Problem, Malformed (an answer of more than 2,047 bytes).
    """
    post(transport, ballot, seal(survey, answer))


def seal(survey: Survey, answer: Answer) -> str:
    """An answer for the organisers' eyes, as long as every other; kept, so that a second try sends the same bytes."""
    return seal_answer(unb64(survey.box), json.dumps(answer, separators=(",", ":"), ensure_ascii=False).encode())


def post(transport: Transport, ballot: Ballot, sealed: str) -> None:
    """Hand in a ballot with a sealed answer; the same again is taken as the same. Raises Problem."""
    given = Vote(serial=ballot.serial, output=ballot.output, answer=sealed)
    call(transport, "POST", f"{_path(ballot.survey)}/votes", Nothing, given)


def results(session: Session, survey: Survey) -> list[Answer]:
    """The answers once the survey has closed, in no order that means anything; fewer than five are none.

    What does not open or is no answer is left out. Raises Problem.
    """
    pair = BoxKey(unb64(survey.seed))
    sealed = call(session.transport, "GET", f"{_path(survey.id)}/votes", Votes).answers
    return [answer for one in sealed if (answer := _opened(pair, one)) is not None]


def turnout(session: Session, survey: Survey) -> tuple[int, int]:
    """How many ballots were given out, and how many there could be: (issued, entitled). Raises Problem."""
    found = call(session.transport, "GET", f"{_path(survey.id)}/turnout", Turnout)
    return found.issued, found.entitled


def drop(session: Session, survey: Survey) -> None:
    """Drop a survey with all its answers. Raises Problem."""
    call(session.transport, "DELETE", _path(survey.id), NoneType)


def _opened(pair: BoxKey, sealed: str) -> Answer | None:
    try:
        answer = json.loads(open_answer(pair, sealed))
    except (CryptoError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def _path(survey: str) -> str:
    return f"/api/surveys/{survey}"
