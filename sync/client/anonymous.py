"""Anonymous surveys as forms: what stands in the form, who can open the answers, what may be shown of them.

Invariants: nothing that is stored links an answer and a family (decision 20 says how, and what it does not promise);
before the end nobody reads, after it no group of fewer than five is shown, and questions are never shown together. The
seed that opens the answers reaches the organisers in a letter; of who has not answered there is a number, no name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crypto.encoding import b64
from crypto.random import fresh
from sync.client import signups, surveys
from sync.client.chats import recipients
from sync.client.session import Session
from sync.client.surveys import Survey
from sync.client.transport import Transport
from sync.surveys import groups

Body = dict[str, Any]


def ask(
    session: Session, circle: str, title: str, questions: Iterable[Body], closes: int, unit: str = "home", **more: Any
) -> str:
    """Put an anonymous form into a circle one writes, until `closes` (ms); returns its shared id. Raises Problem."""
    survey, record = surveys.open(session, circle, closes, unit), b64(fresh(16))
    named = {"id": survey.id, "key": survey.key, "box": survey.box, "closes": closes}
    form = signups.make(session, [circle], title, questions, unit=unit, closes=closes, anonymous=named, **more)
    organisers = signups.records(session, form)[0].body["organisers"]
    to = recipients(session, organisers)
    body = {"form": form, "seed": survey.seed}
    own = session.seat(circle=circle)
    session.write(lambda batch: batch.letter("urn", body, to.circles, record, seats=to.seats), own)
    return form


def answer(session: Session, transport: Transport, form: str, answers: Body, child: str = "") -> None:
    """Answer: the ballot is asked for as oneself, and handed in as nobody, over `transport`. Raises Problem."""
    survey = _survey(session, form)
    ballot = surveys.ballot(session, survey, child=child)
    surveys.vote(transport, survey, ballot, answers)


def results(session: Session, form: str) -> dict[str, dict[str, int]]:
    """By question how often each thing was said, after the end, without groups of fewer than five. Raises Problem."""
    found = surveys.results(session, _survey(session, form))
    asked = signups.records(session, form)[0].body["questions"]
    return {one["id"]: {said: len(some) for said, some in groups(found, one["id"]).items()} for one in asked}


def silent(session: Session, form: str) -> int:
    """How many have not answered: a number, since nobody knows who. Raises Problem."""
    issued, entitled = surveys.turnout(session, _survey(session, form))
    return entitled - issued


def _survey(session: Session, form: str) -> Survey:
    """The survey of a form, with what opens the answers where an organiser's letter brought it."""
    item = signups.records(session, form)[0]
    named = item.body["anonymous"]
    seeds = [one.body["seed"] for one in session.replica.of_kind("urn")
             if one.body["form"] == form and one.head["seat"] == item.head["seat"]]  # fmt: skip
    return Survey(named["id"], named["key"], named["box"], next(iter(seeds), ""))
